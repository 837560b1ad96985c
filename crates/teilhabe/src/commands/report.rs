//! `teilhabe report annual`: yearly reports as PDF, the same bytes from the same data each time.

use std::path::PathBuf;

use anyhow::{Context, bail};
use evaluation::reports::{self, Built};
use platform::ui::Lang;
use platform::{App, Clock, Error, SiteId, sites};

use super::Exit;
use super::output::{self, Readers};
use crate::config::Config;
use crate::{demo, house};

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Write the yearly report: of the programme, of one site, or of each site.
    #[command(
        after_help = "Examples:\n  teilhabe report annual --year 2021 --site 05913 --out dortmund.pdf\n  teilhabe report annual --year 2021 --all --out reports/"
    )]
    Annual(Annual),
}

#[derive(clap::Args)]
struct Annual {
    /// The year that is reported on
    #[arg(long, value_parser = clap::value_parser!(i16).range(2000..=2999))]
    year: i16,
    /// Key of one site (5 or 8 digits); without it and without --all the whole programme
    #[arg(long, value_name = "AGS", conflicts_with = "all")]
    site: Option<String>,
    /// A report for each active site; --out is a folder then
    #[arg(long)]
    all: bool,
    /// Where the report goes; an existing file is replaced once the new one is complete
    #[arg(long, value_name = "FILE|DIR")]
    out: PathBuf,
}

pub(super) async fn run(args: &Args, config: Config) -> anyhow::Result<Exit> {
    let What::Annual(args) = &args.what;
    if !args.all && args.out.is_dir() {
        bail!(
            "{} is a folder; name a file, or use --all",
            args.out.display()
        );
    }
    if args.all && args.out.is_file() {
        bail!("{} is a file; --all needs a folder", args.out.display());
    }
    let app = house::open_existing(&config, Clock::System).await?;
    if args.all {
        each_site(&app, args).await?;
    } else {
        let mut tx = app.db.read().await?;
        let site = match &args.site {
            Some(ags) => Some(known(&mut tx, ags).await?),
            None => None,
        };
        let clock = demo::clock_of(&mut tx).await?;
        let today = clock.today();
        let built = reports::build(&mut tx, &app.texts, args.year, site, today).await;
        let built = built.map_err(|error| told(&app, error))?;
        drop(tx);
        let file = output::prepare(&args.out, &built.pdf, Readers::Everyone)?;
        prove(&app, &[site], std::slice::from_ref(&built), &clock).await?;
        file.keep()?;
    }
    app.db.close().await;
    Ok(Exit(0))
}

/// All reports first, then all files: nobody finds half of them.
async fn each_site(app: &App, args: &Annual) -> anyhow::Result<()> {
    let mut tx = app.db.read().await?;
    let all = sites::store::all(&mut tx).await?;
    let active = all.iter().filter(|site| site.active);
    let active: Vec<_> = active.map(|site| Some(site.id)).collect();
    let clock = demo::clock_of(&mut tx).await?;
    let today = clock.today();
    let built = reports::build_each(&mut tx, &app.texts, args.year, &active, today, |_| ()).await;
    let built = built.map_err(|error| told(app, error))?;
    std::fs::create_dir_all(&args.out)
        .with_context(|| format!("{} cannot be made", args.out.display()))?;
    let ready = built.iter().map(|report| {
        let path = args.out.join(&report.file_name);
        output::prepare(&path, &report.pdf, Readers::Everyone)
    });
    let ready = ready.collect::<anyhow::Result<Vec<_>>>()?;
    drop(tx);
    prove(app, &active, &built, &clock).await?;
    for file in ready {
        file.keep()?;
    }
    eprintln!("{} reports in {}", built.len(), args.out.display());
    Ok(())
}

/// Keeps the certificates of what is about to leave the house.
async fn prove(
    app: &App,
    sites: &[Option<SiteId>],
    built: &[Built],
    clock: &Clock,
) -> anyhow::Result<()> {
    let mut tx = app.db.write().await?;
    for (site, report) in sites.iter().zip(built) {
        report.proofs.keep(&mut tx, *site, clock.now()).await?;
    }
    Ok(tx.commit().await?)
}

/// What was wrong with the order, in words.
fn told(app: &App, error: Error) -> anyhow::Error {
    match &error {
        Error::Invalid(message) => {
            let said = app.texts.find(Lang::En, message.key, None);
            anyhow::anyhow!(said.unwrap_or_else(|| message.key.to_owned()))
        }
        _ => error.into(),
    }
}

async fn known(tx: &mut db::Tx, ags: &str) -> anyhow::Result<SiteId> {
    let site = sites::store::by_ags(tx, ags).await?;
    let site = site.filter(|site| site.id != SiteId::PROGRAMME);
    let site = site.with_context(|| format!("no site {ags}; teilhabe site list names them"))?;
    Ok(site.id)
}
