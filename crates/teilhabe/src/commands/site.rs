use anyhow::{Context, bail};
use platform::audit::{Entry, store::record_system};
use platform::{Act, Clock, sites};

use super::{Exit, output};
use crate::config::Config;
use crate::house;

const ADD: Act = Act::new("site.add", &[]);

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Add a municipality by its official key of 5 or 8 digits.
    #[command(after_help = "Example: teilhabe site add --ags 05315")]
    Add {
        /// 5 digits for a Kreis or a city, 8 for a town inside a Kreis.
        #[arg(long)]
        ags: String,
    },
    /// Print the sites: key, name, kind.
    #[command(after_help = "Example: teilhabe site list")]
    List,
}

pub(super) async fn run(args: &Args, config: Config) -> anyhow::Result<Exit> {
    if let What::List = args.what {
        house::must_exist(&config)?;
    }
    let app = house::open(&config, Clock::System, Vec::new()).await?;
    match &args.what {
        What::Add { ags } => {
            let site = programme::municipalities::site(ags).with_context(|| unknown(ags))?;
            let now = app.clock.now();
            let mut tx = app.db.write().await?;
            if sites::store::by_ags(&mut tx, &site.ags).await?.is_some() {
                bail!("{} {} is a site already", site.ags, site.name);
            }
            sites::store::insert(&mut tx, &site).await?;
            app.keys.ensure_site(&mut tx, site.id, now).await?;
            record_system(&mut tx, site.id, now, Entry::new(ADD, "site", site.id.0)).await?;
            tx.commit().await?;
            eprintln!("{} {}", site.ags, site.name);
        }
        What::List => {
            let mut tx = app.db.read().await?;
            let sites = sites::store::all(&mut tx).await?.into_iter();
            let line =
                |site: sites::Site| format!("{}\t{}\t{}", site.ags, site.name, site.kind.code());
            output::print_lines(sites.map(line))?;
        }
    }
    Ok(Exit(0))
}

/// Cities of their own are registered with 8 digits elsewhere, and with 5 here.
fn unknown(ags: &str) -> String {
    let short = ags.trim().strip_suffix("000");
    match short.and_then(programme::municipalities::site) {
        Some(site) => format!(
            "{ags} is {} {}; use the key {}",
            site.ags, site.name, site.ags
        ),
        None => format!("{ags} is no municipality of North Rhine-Westphalia"),
    }
}
