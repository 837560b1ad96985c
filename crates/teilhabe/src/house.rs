//! All rooms, put together once.

use std::path::Path;

use anyhow::{Context, bail};
use db::{Db, Migration};
use platform::jobs::Jobs;
use platform::keys::Keys;
use platform::operations::Metrics;
use platform::settings::{DemoAccount, Settings};
use platform::ui::Texts;
use platform::{App, AppParts, Clock, Room, Routes, Shelf, sites};

use crate::config::{Config, KeySource};
use crate::master;

/// From the ground up.
pub const ROOMS: [Room; 5] = [
    platform::ROOM,
    programme::ROOM,
    casework::ROOM,
    insight::ROOM,
    evaluation::ROOM,
];

/// Tables that belong to no site: the programme's own, copied to every node of a cluster.
pub const REFERENCE_TABLES: &[&str] = &[
    "sites",
    "accounts",
    "account_roles",
    "sessions",
    "sign_in_failures",
    "settings",
];

pub fn migrations() -> Vec<Migration> {
    ROOMS
        .iter()
        .flat_map(|room| room.migrations)
        .copied()
        .collect()
}

pub fn routes() -> Routes {
    ROOMS
        .iter()
        .fold(Routes::new(), |all, room| all.merge((room.routes)()))
}

pub fn texts() -> anyhow::Result<Texts> {
    let all: Vec<_> = ROOMS.iter().map(|room| room.texts).collect();
    Ok(Texts::new(&all)?)
}

/// Opens the database with its schema up to date.
pub async fn database(config: &Config) -> anyhow::Result<Db> {
    may_be_made(config)?;
    make_folder(config)?;
    up_to_date(Db::open(&config.database).await?).await
}

/// As [`database`], for commands that make none.
pub async fn existing_database(config: &Config) -> anyhow::Result<Db> {
    must_exist(config)?;
    database(config).await
}

/// As [`existing_database`], and nobody else may have it open meanwhile.
pub async fn database_alone(config: &Config) -> anyhow::Result<Db> {
    must_exist(config)?;
    up_to_date(Db::open_alone(&config.database).await?).await
}

/// A mistyped path, or another folder than usual, must not become a second database. Of a server
/// there is one already, or it cannot be reached.
pub fn must_exist(config: &Config) -> anyhow::Result<()> {
    let Some(path) = config.file() else {
        return Ok(());
    };
    let path = std::path::absolute(path)?;
    if !path.exists() {
        bail!(
            "no database at {}; name its configuration with --config, or make a new one with teilhabe site add",
            path.display()
        );
    }
    Ok(())
}

/// Before a new file is made: a key without its database means that this was lost or lies elsewhere,
/// and nobody shall work on in an empty one unawares.
fn may_be_made(config: &Config) -> anyhow::Result<()> {
    let Some(path) = config.file().filter(|path| !path.exists()) else {
        return Ok(());
    };
    let made = match &config.key {
        KeySource::File(key) => key.clone(),
        KeySource::Passphrase(passphrase) => {
            master::passphrase(passphrase)?;
            master::salt_of(passphrase)
        }
    };
    if made.exists() {
        bail!(
            "no database at {}, though there is a key for one, {}; restore a backup, or move the key away to begin anew",
            path.display(),
            made.display()
        );
    }
    Ok(())
}

fn make_folder(config: &Config) -> anyhow::Result<()> {
    if let Some(path) = config.file() {
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)
            .with_context(|| format!("{}: cannot be created", folder.display()))?;
    }
    Ok(())
}

async fn up_to_date(db: Db) -> anyhow::Result<Db> {
    let applied = db.migrate(&migrations()).await?;
    if applied > 0 {
        tracing::info!(applied, "the database is up to date after {applied} steps");
    }
    Ok(db)
}

/// Puts the running program together.
pub async fn open(
    config: &Config,
    clock: Clock,
    demo_accounts: Vec<DemoAccount>,
) -> anyhow::Result<App> {
    open_on(database(config).await?, config, clock, demo_accounts).await
}

/// As [`open`], for commands that make no database.
pub async fn open_existing(config: &Config, clock: Clock) -> anyhow::Result<App> {
    open_on(existing_database(config).await?, config, clock, Vec::new()).await
}

/// Puts the program together on an open database.
pub async fn open_on(
    db: Db,
    config: &Config,
    clock: Clock,
    demo_accounts: Vec<DemoAccount>,
) -> anyhow::Result<App> {
    let mut tx = db.write().await?;
    sites::store::ensure_programme(&mut tx).await?;
    let needed = Keys::needed(&mut tx).await?;
    let master = master::open(&config.key, needed.as_deref())?;
    let keys = Keys::open(&mut tx, master).await?;
    tx.commit().await?;
    let kinds: Vec<_> = ROOMS.iter().flat_map(|room| room.jobs).copied().collect();
    Ok(App::new(AppParts {
        db,
        keys,
        clock,
        texts: texts()?,
        settings: settings(config, demo_accounts),
        nav: ROOMS.iter().flat_map(|room| room.nav).copied().collect(),
        jobs: Jobs::new(&kinds),
        start: ROOMS.iter().filter_map(|room| room.start).collect(),
        metrics: Metrics::new()?,
        shelf: Shelf::default(),
    }))
}

fn settings(config: &Config, demo_accounts: Vec<DemoAccount>) -> Settings {
    Settings {
        secure_cookies: config.public_url.starts_with("https:"),
        official_banner: config.official_banner,
        demo_accounts,
        address_header: config.address_header.clone(),
    }
}
