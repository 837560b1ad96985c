//! PostgreSQL's own tools make the copies and bring them back.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, bail};
use percent_encoding::percent_decode_str;
use platform::keys::{CHECK, Keys};
use url::Url;

use crate::config::Config;
use crate::master;

/// Writes a copy and has it read once.
pub(super) fn dump(config: &Config, file: &Path) -> anyhow::Result<()> {
    let mut dump = Tool::new("pg_dump");
    dump.0.arg("--format=custom").arg("--file").arg(file);
    dump.on(&config.database)?.done()?;
    let mut list = Tool::new("pg_restore");
    list.0.arg("--list").arg(file);
    list.done()?;
    Ok(())
}

/// Fills an empty database, all or nothing, with a copy that the configured master key opens.
pub(super) async fn restore(config: &Config, file: &Path) -> anyhow::Result<()> {
    nothing_there(config).await?;
    let needed = needed(file)?;
    let master = master::open(&config.key, Some(&needed))?;
    Keys::compare(&master, &needed)?;
    let mut restore = Tool::new("pg_restore");
    restore.0.args([
        "--exit-on-error",
        "--single-transaction",
        "--no-owner",
        "--dbname",
    ]);
    let mut restore = restore.on(&config.database)?;
    restore.0.arg(file);
    restore.done()?;
    Ok(())
}

async fn nothing_there(config: &Config) -> anyhow::Result<()> {
    let db = db::Db::open(&config.database).await?;
    let is_empty = db.is_empty().await;
    db.close().await;
    if !is_empty? {
        bail!("there is a database already; move it away first");
    }
    Ok(())
}

/// Takes back what was restored.
pub(super) async fn empty_again(config: &Config) -> anyhow::Result<()> {
    let db = db::Db::open(&config.database).await?;
    let emptied = db.drop_everything().await;
    db.close().await;
    Ok(emptied?)
}

/// The check value of the master key that a copy was sealed with.
fn needed(file: &Path) -> anyhow::Result<String> {
    let mut settings = Tool::new("pg_restore");
    settings
        .0
        .args(["--data-only", "--table=settings", "--file=-"])
        .arg(file);
    let unreadable = || format!("{}: is not a backup of this program", file.display());
    let settings = settings.done().with_context(unreadable)?.stdout;
    let settings = String::from_utf8_lossy(&settings);
    let mut pairs = settings.lines().filter_map(|line| line.split_once('\t'));
    let check = pairs.find(|(name, _)| *name == CHECK);
    Ok(check.with_context(unreadable)?.1.to_owned())
}

struct Tool(Command, &'static str);

impl Tool {
    fn new(name: &'static str) -> Tool {
        let mut command = Command::new(name);
        command.stdin(Stdio::null());
        Tool(command, name)
    }

    /// Names the database last; its password goes another way, for everybody on the machine may
    /// read the arguments of a process.
    fn on(mut self, database: &str) -> anyhow::Result<Tool> {
        let (address, password) = apart(database)?;
        self.0.arg(address);
        if let Some(password) = password {
            self.0.env("PGPASSWORD", password);
        }
        Ok(self)
    }

    fn done(mut self) -> anyhow::Result<Output> {
        let name = self.1;
        let told = self.0.output();
        let told = told.with_context(|| format!("{name} cannot be started"))?;
        if told.status.success() {
            eprint!("{}", String::from_utf8_lossy(&told.stderr));
            return Ok(told);
        }
        bail!("{name}: {}", reason(&told.stderr, name))
    }
}

/// The first line that tells an error.
fn reason(stderr: &[u8], name: &str) -> String {
    let said = String::from_utf8_lossy(stderr);
    let begin = format!("{name}: error: ");
    let error = said.lines().find_map(|line| line.strip_prefix(&begin));
    let line = error.or_else(|| said.lines().next());
    line.unwrap_or("failed").to_owned()
}

/// The address without its password, and the password.
fn apart(database: &str) -> anyhow::Result<(String, Option<String>)> {
    let unreadable = "the database address cannot be read";
    let mut url = Url::parse(database).context(unreadable)?;
    let mut password = match url.password() {
        Some(text) => Some(percent_decode_str(text).decode_utf8()?.into_owned()),
        None => None,
    };
    if password.is_some() && url.set_password(None).is_err() {
        bail!(unreadable);
    }
    let is_password = |pair: &&str| pair.starts_with("password=");
    let query = url.query().unwrap_or_default().to_owned();
    if let Some(pair) = query.split('&').find(is_password) {
        let text = pair.trim_start_matches("password=");
        password = Some(percent_decode_str(text).decode_utf8()?.into_owned());
        let rest = query.split('&').filter(|pair| !is_password(pair));
        url.set_query(Some(&rest.collect::<Vec<_>>().join("&")));
    }
    Ok((url.into(), password))
}

#[cfg(test)]
mod tests {
    use super::{apart, reason};

    #[test]
    fn a_password_is_told_apart_from_its_address() {
        for (database, address, password) in [
            (
                "postgres://anna:l%40mpe@db.example/teilhabe?sslmode=require",
                "postgres://anna@db.example/teilhabe?sslmode=require",
                Some("l@mpe"),
            ),
            (
                "postgres://anna@localhost/t?host=/run/pg&password=a%26b&options=-csearch_path%3Dx",
                "postgres://anna@localhost/t?host=/run/pg&options=-csearch_path%3Dx",
                Some("a&b"),
            ),
            ("postgres:///teilhabe", "postgres:///teilhabe", None),
        ] {
            let password = password.map(ToOwned::to_owned);
            assert_eq!(apart(database).unwrap(), (address.to_owned(), password));
        }
    }

    #[test]
    fn the_reason_is_the_line_with_the_error() {
        let said = b"pg_restore: while PROCESSING TOC:\npg_restore: error: no room\nmore\n";
        assert_eq!(reason(said, "pg_restore"), "no room");
        assert_eq!(reason(b"", "pg_dump"), "failed");
    }
}
