use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};
use db::Db;

use super::{Exit, output};
use crate::config::Config;
use crate::{house, master};

#[derive(clap::Args)]
pub(super) struct BackupArgs {
    /// New file to write.
    file: PathBuf,
}

#[derive(clap::Args)]
pub(super) struct RestoreArgs {
    /// File that `teilhabe backup` wrote.
    file: PathBuf,
}

/// Writes a copy beside the target, looks whether it is whole, and only then gives it its name.
/// The master key is not in it: who has the one without the other has nothing.
pub(super) async fn backup(args: &BackupArgs, config: Config) -> anyhow::Result<Exit> {
    if args.file.exists() {
        bail!("{}: is there already", args.file.display());
    }
    let unfinished = beside(&args.file, "unfinished");
    drop(std::fs::remove_file(&unfinished));
    if config.database.starts_with("sqlite:") {
        let db = Db::open_reading(&config.database).await?;
        let copied = db.copy_into(unfinished.clone()).await;
        db.close().await;
        if copied.is_err() {
            drop(std::fs::remove_file(&unfinished));
        }
        copied.with_context(|| format!("{}: cannot be written", args.file.display()))?;
        let lines = look(&unfinished).await?;
        eprintln!("checked: {lines} audit lines hold");
    } else {
        db::private_file(&unfinished)
            .with_context(|| format!("{}: cannot be written", args.file.display()))?;
        let mut dump = Command::new("pg_dump");
        dump.arg("--format=custom")
            .arg("--file")
            .arg(&unfinished)
            .arg(&config.database);
        done(&mut dump, "pg_dump")?;
        let mut list = Command::new("pg_restore");
        done(
            list.arg("--list").arg(&unfinished).stdout(Stdio::null()),
            "pg_restore --list",
        )?;
    }
    std::fs::rename(&unfinished, &args.file)
        .with_context(|| format!("{}: cannot be written", args.file.display()))?;
    Ok(Exit(0))
}

/// Puts a backup in the place of a database that does not exist yet, and looks whether it is whole
/// and belongs to the configured master key.
pub(super) async fn restore(args: &RestoreArgs, config: Config) -> anyhow::Result<Exit> {
    if !args.file.exists() {
        bail!("{}: no such file", args.file.display());
    }
    let Some(path) = config.database.strip_prefix("sqlite:") else {
        let mut restore = Command::new("pg_restore");
        restore.args([
            "--exit-on-error",
            "--single-transaction",
            "--no-owner",
            "--dbname",
        ]);
        done(restore.arg(&config.database).arg(&args.file), "pg_restore")?;
        return verified(&config).await;
    };
    let target = Path::new(path);
    if target.exists() {
        bail!(
            "{}: there is a database already; move it away first",
            target.display()
        );
    }
    look(&args.file).await?;
    std::fs::create_dir_all(target.parent().unwrap_or(Path::new(".")))?;
    let unfinished = beside(target, "unfinished");
    copied(&args.file, &unfinished)
        .with_context(|| format!("{}: cannot be written", target.display()))?;
    let fits = fits(&config, &unfinished).await;
    if fits.is_err() {
        drop(std::fs::remove_file(&unfinished));
    }
    fits?;
    std::fs::rename(&unfinished, target)?;
    verified(&config).await
}

/// Copies a backup, to be read by its owner alone whoever could read the backup.
fn copied(from: &Path, to: &Path) -> std::io::Result<()> {
    drop(std::fs::remove_file(to));
    db::private_file(to)?;
    let mut to = std::fs::OpenOptions::new().write(true).open(to)?;
    std::io::copy(&mut std::fs::File::open(from)?, &mut to)?;
    to.sync_all()
}

/// Whether a copy was sealed with the configured master key; asked before it takes its place.
async fn fits(config: &Config, copy: &Path) -> anyhow::Result<()> {
    let db = Db::open_reading(&format!("sqlite:{}", copy.display())).await?;
    let mut tx = db.read().await?;
    let needed = platform::keys::Keys::needed(&mut tx).await?;
    let master = master::open(&config.key, needed.as_deref())?;
    platform::keys::Keys::open(&mut tx, master).await?;
    drop(tx);
    db.close().await;
    for ending in ["-wal", "-shm"] {
        let mut rest = copy.as_os_str().to_owned();
        rest.push(ending);
        drop(std::fs::remove_file(PathBuf::from(rest)));
    }
    Ok(())
}

async fn verified(config: &Config) -> anyhow::Result<Exit> {
    let app = house::open(config, platform::Clock::System, Vec::new()).await?;
    let mut tx = app.db.read().await?;
    let (lines, breaks) = platform::audit::verify(&mut tx).await?;
    output::print_lines(&breaks)?;
    eprintln!("restored: {lines} audit lines, {} breaks", breaks.len());
    Ok(Exit(u8::from(!breaks.is_empty())))
}

/// Opens a copy as the program would and walks its audit chains.
async fn look(file: &Path) -> anyhow::Result<u64> {
    let folder = file
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let trial = tempfile::tempdir_in(folder.unwrap_or(Path::new(".")))?;
    let copy = trial.path().join("copy.sqlite");
    std::fs::copy(file, &copy)?;
    let unreadable = || format!("{}: is not a backup of this program", file.display());
    let db = Db::open(&format!("sqlite:{}", copy.display()))
        .await
        .with_context(unreadable)?;
    db.pending(&house::migrations())
        .await
        .with_context(unreadable)?;
    let mut tx = db.read().await?;
    let (lines, breaks) = platform::audit::verify(&mut tx)
        .await
        .with_context(unreadable)?;
    drop(tx);
    db.close().await;
    match breaks.first() {
        Some(broken) => bail!("{}: {broken}", file.display()),
        None => Ok(lines),
    }
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn done(command: &mut Command, name: &str) -> anyhow::Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{name} cannot be started"))?;
    if status.success() {
        Ok(())
    } else {
        bail!("{name} failed")
    }
}
