use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use db::{Db, Tx};
use platform::keys::Keys;

use super::Exit;
use crate::config::Config;
use crate::{house, master};

mod postgres;

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
    house::must_exist(&config)?;
    let unfinished = beside(&args.file, ".unfinished");
    drop(std::fs::remove_file(&unfinished));
    let written = write(&config, &args.file, &unfinished).await;
    if written.is_err() {
        drop(std::fs::remove_file(&unfinished));
    }
    written.map(|()| Exit(0))
}

async fn write(config: &Config, file: &Path, unfinished: &Path) -> anyhow::Result<()> {
    let cannot = || format!("{}: cannot be written", file.display());
    if config.file().is_some() {
        let db = Db::open_reading(&config.database).await?;
        let copied = db.copy_into(unfinished.to_owned()).await;
        db.close().await;
        copied.with_context(cannot)?;
        let lines = look(unfinished, folder_of(file)).await?;
        eprintln!("checked: {lines} audit lines hold");
    } else {
        db::private_file(unfinished).with_context(cannot)?;
        postgres::dump(config, unfinished)?;
        // The server has looked for damage; the chains are those that were copied a moment before.
        let db = Db::open_reading(&config.database).await?;
        let lines = unbroken(&mut db.read().await?).await?;
        db.close().await;
        eprintln!("checked: {lines} audit lines hold");
    }
    std::fs::rename(unfinished, file).with_context(cannot)
}

/// Puts a backup in the place of a database that does not exist yet, and looks whether it is whole
/// and belongs to the configured master key.
pub(super) async fn restore(args: &RestoreArgs, config: Config) -> anyhow::Result<Exit> {
    if !args.file.exists() {
        bail!("{}: no such file", args.file.display());
    }
    let Some(target) = config.file() else {
        postgres::restore(&config, &args.file).await?;
        let looked_at = verified(&config).await;
        if looked_at.is_err() {
            postgres::empty_again(&config).await?;
        }
        return looked_at;
    };
    nothing_there(target)?;
    std::fs::create_dir_all(folder_of(target))
        .with_context(|| format!("{}: cannot be created", folder_of(target).display()))?;
    look(&args.file, folder_of(target)).await?;
    let unfinished = beside(target, ".unfinished");
    let placed = place(&args.file, &unfinished, target, &config).await;
    if placed.is_err() {
        drop(std::fs::remove_file(&unfinished));
    }
    placed?;
    verified(&config).await
}

/// A log that is left of another database would be taken for the restored one's and written into it.
fn nothing_there(target: &Path) -> anyhow::Result<()> {
    if target.exists() {
        bail!(
            "{}: there is a database already; move it away first",
            target.display()
        );
    }
    for log in LOGS.map(|ending| beside(target, ending)) {
        if log.exists() {
            bail!(
                "{}: is left of another database; move it away too",
                log.display()
            );
        }
    }
    Ok(())
}

/// What SQLite keeps beside a database that is open or was not closed.
const LOGS: [&str; 2] = ["-wal", "-shm"];

async fn place(
    file: &Path,
    unfinished: &Path,
    target: &Path,
    config: &Config,
) -> anyhow::Result<()> {
    let cannot = || format!("{}: cannot be written", target.display());
    copied(file, unfinished).with_context(cannot)?;
    fits(config, unfinished).await?;
    std::fs::rename(unfinished, target).with_context(cannot)
}

/// Copies a backup, to be read by its owner alone whoever could read the backup.
fn copied(from: &Path, to: &Path) -> std::io::Result<()> {
    drop(std::fs::remove_file(to));
    db::private_file(to)?;
    let mut to = std::fs::OpenOptions::new().write(true).open(to)?;
    std::io::copy(&mut std::fs::File::open(from)?, &mut to)?;
    to.sync_all()
}

/// Whether a copy was sealed with the configured master key, and every key in it opens; asked
/// before it takes its place.
async fn fits(config: &Config, copy: &Path) -> anyhow::Result<()> {
    let db = Db::open_reading(&format!("sqlite:{}", copy.display())).await?;
    let mut tx = db.read().await?;
    let opened = opened(config, &mut tx).await;
    drop(tx);
    db.close().await;
    for log in LOGS.map(|ending| beside(copy, ending)) {
        drop(std::fs::remove_file(log));
    }
    opened
}

async fn opened(config: &Config, tx: &mut Tx) -> anyhow::Result<()> {
    let needed = Keys::needed(tx).await?;
    let master = master::open(&config.key, needed.as_deref())?;
    let keys = Keys::open(tx, master).await?;
    casework::open_everything(tx, &keys)
        .await
        .context("the backup is damaged: not everything that is sealed in it opens")?;
    Ok(())
}

async fn verified(config: &Config) -> anyhow::Result<Exit> {
    let app = house::open(config, platform::Clock::System, Vec::new()).await?;
    let mut tx = app.db.read().await?;
    casework::open_everything(&mut tx, &app.keys)
        .await
        .context("the backup is damaged: not everything that is sealed in it opens")?;
    let lines = unbroken(&mut tx).await?;
    eprintln!("restored: {lines} audit lines hold, and all that is sealed opens");
    Ok(Exit(0))
}

/// Walks the audit chains; says how many lines they have.
async fn unbroken(tx: &mut Tx) -> anyhow::Result<u64> {
    let (lines, breaks) = platform::audit::verify(tx).await?;
    match breaks.first() {
        Some(broken) => bail!("the audit trail does not hold: {broken}"),
        None => Ok(lines),
    }
}

/// Opens a copy in this folder as the program would, has the engine look for damage and walks the
/// audit chains.
async fn look(file: &Path, folder: &Path) -> anyhow::Result<u64> {
    let trial = tempfile::tempdir_in(folder)
        .with_context(|| format!("{}: cannot be written", folder.display()))?;
    let copy = trial.path().join("copy.sqlite");
    copied(file, &copy).with_context(|| format!("{}: cannot be copied", file.display()))?;
    let unreadable = || format!("{}: is not a backup of this program", file.display());
    let db = Db::open(&format!("sqlite:{}", copy.display()))
        .await
        .with_context(unreadable)?;
    db.pending(&house::migrations())
        .await
        .with_context(unreadable)?;
    let mut tx = db.read().await?;
    let damaged = || format!("{}: is damaged", file.display());
    if let Some(found) = tx.damage().await.with_context(damaged)? {
        bail!("{}: {found}", damaged());
    }
    let lines = unbroken(&mut tx)
        .await
        .with_context(|| file.display().to_string());
    drop(tx);
    db.close().await;
    lines
}

fn folder_of(file: &Path) -> &Path {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
