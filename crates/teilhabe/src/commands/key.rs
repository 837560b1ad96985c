use std::path::PathBuf;

use anyhow::{Context, bail};
use platform::audit::{Entry, store::record_system};
use platform::keys::Keys;
use platform::sites::{self, Site};
use platform::{Act, App, Clock, SiteId};
use serde_json::json;

use super::Exit;
use crate::config::Config;
use crate::house;
use crate::master::Successor;

const ROTATE_MASTER: Act = Act::new("key.rotate-master", &[]);
const ROTATE_SITE: Act = Act::new("key.rotate-site", &[]);

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Put a new master key in the place of the old one; the program must not be serving.
    ///
    /// The new key stands on the disk before the database is changed, and the old one is kept: older
    /// backups need it. If the command is interrupted, either the old key is in force or the next
    /// start finishes the change.
    #[command(
        after_help = "Examples:\n  teilhabe key rotate-master\n  teilhabe key rotate-master --to-passphrase-file passphrase.txt"
    )]
    RotateMaster {
        /// Make the new key file here, instead of in the configured place.
        #[arg(long, value_name = "FILE")]
        to_key_file: Option<PathBuf>,
        /// Take the passphrase on the first line of this file from now on.
        #[arg(long, value_name = "FILE", conflicts_with = "to_key_file")]
        to_passphrase_file: Option<PathBuf>,
    },
    /// Put new keys in the place of a site's; the program must not be serving.
    #[command(
        after_help = "Examples:\n  teilhabe key rotate-site --site 05315\n  teilhabe key rotate-site --all"
    )]
    RotateSite {
        /// Key of the site (5 or 8 digits).
        #[arg(long, value_name = "AGS", required_unless_present = "all")]
        site: Option<String>,
        /// Every site, one after the other.
        #[arg(long, conflicts_with = "site")]
        all: bool,
    },
}

pub(super) async fn run(args: &Args, config: Config) -> anyhow::Result<Exit> {
    let db = house::database_alone(&config).await?;
    let app = house::open_on(db, &config, Clock::System, Vec::new()).await?;
    match &args.what {
        What::RotateMaster {
            to_key_file,
            to_passphrase_file,
        } => {
            let next = match (to_key_file, to_passphrase_file) {
                (Some(path), _) => Successor::in_file(path)?,
                (None, Some(path)) => Successor::from_passphrase(path)?,
                (None, None) => Successor::in_place(&config.key)?,
            };
            rotate_master(&app, next).await?;
        }
        What::RotateSite { site, .. } => {
            for site in chosen(&app, site.as_deref()).await? {
                rotate_site(&app, &site).await?;
            }
        }
    }
    app.db.close().await;
    Ok(Exit(0))
}

async fn rotate_master(app: &App, next: Successor) -> anyhow::Result<()> {
    let mut tx = app.db.write().await?;
    let check = next.key.fingerprint().to_string();
    if Keys::needed(&mut tx).await?.as_ref() == Some(&check) {
        bail!("the key of this passphrase is the master key already; nothing was changed");
    }
    let sites = app.keys.rotate_master(&mut tx, &next.key).await?;
    let entry = Entry::new(ROTATE_MASTER, "master-key", None)
        .with(json!({ "sites": sites, "check": check }));
    record_system(&mut tx, SiteId::PROGRAMME, app.clock.now(), entry).await?;
    tx.commit().await?;
    eprintln!("{sites} site keys are sealed with the new master key");
    eprintln!("{}", next.take_over()?);
    Ok(())
}

async fn chosen(app: &App, ags: Option<&str>) -> anyhow::Result<Vec<Site>> {
    let mut tx = app.db.read().await?;
    let mut all = sites::store::all(&mut tx).await?;
    let Some(ags) = ags else { return Ok(all) };
    all.retain(|site| site.ags == ags);
    if all.is_empty() {
        bail!("no site {ags}; teilhabe site list names them");
    }
    Ok(all)
}

/// Everything that hangs on the key of a site is sealed anew in one transaction.
async fn rotate_site(app: &App, site: &Site) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let (old, new) = app
        .keys
        .rotate_site(&mut tx, site.id, now)
        .await
        .with_context(|| format!("{} {}", site.ags, site.name))?;
    let people = casework::people::rewrap_keys(&mut tx, &old.key, &new, site.id).await?;
    let lists = casework::imports::reseal(&mut tx, &old.key, &new, site.id).await?;
    let detail = json!({ "people": people, "imports": lists });
    let entry = Entry::new(ROTATE_SITE, "site", site.id.0).with(detail);
    record_system(&mut tx, site.id, now, entry).await?;
    tx.commit().await?;
    eprintln!("{} {}: {people} people, {lists} lists", site.ags, site.name);
    Ok(())
}
