use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use insight::statistics::{self, Answer, Facts, Measure, Period, Question, Scope, Sheet, files};
use platform::ui::{Lang, Ui};
use platform::{Error, Message, SiteId, sites};

use super::Exit;
use super::output::{self, Readers};
use crate::config::Config;
use crate::{demo, house};

#[derive(clap::Args)]
pub(super) struct Args {
    /// What is counted, such as entries, exits, stock, needs, outcomes.
    #[arg(long, value_name = "M")]
    measure: String,
    /// One to three dimensions, such as site,quarter.
    #[arg(long, value_name = "A,B")]
    by: String,
    /// First day; 2021 and 2021-04 are understood too.
    #[arg(long, value_name = "D")]
    from: String,
    /// Last day, included; 2021 and 2021-04 are understood too.
    #[arg(long, value_name = "D")]
    to: String,
    /// Only this site; without it all of them.
    #[arg(long, value_name = "AGS")]
    site: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    /// Write here instead of to stdout.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
    Xlsx,
}

/// Counts, protects, keeps the certificate, and writes the table.
pub(super) async fn run(args: &Args, config: Config) -> anyhow::Result<Exit> {
    if args.format == Format::Xlsx && args.out.is_none() && std::io::stdout().is_terminal() {
        bail!("a workbook is not for a terminal; name a file with --out");
    }
    let ui = Ui::voice(house::texts()?, Lang::De);
    let period = Period::parse(&args.from, &args.to).map_err(|problem| said(&ui, &problem))?;
    let question = Question::parse(&args.measure, &args.by, period)
        .map_err(|problem| said(&ui, &problem).context(choices(&args.measure)))?;
    let db = house::existing_database(&config).await?;
    let mut tx = db.write().await?;
    let (scope, site) = match &args.site {
        None => (Scope::All, SiteId::PROGRAMME),
        Some(ags) => {
            let site = sites::store::by_ags(&mut tx, ags).await?;
            let site = site.with_context(|| format!("{ags} is not a site of the programme"))?;
            (Scope::Site(site.id), site.id)
        }
    };
    let clock = demo::clock_of(&mut tx).await?;
    let facts = Facts::read(&mut tx, scope).await?;
    let answer = statistics::answer(&mut tx, &ui, &facts, &question, clock.today())
        .await
        .map_err(|error| told(&ui, error))?;
    sites::store::ensure_programme(&mut tx).await?;
    statistics::keep(&mut tx, site, &answer, clock.now())
        .await
        .map_err(|error| told(&ui, error))?;
    tx.commit().await?;
    write(args.out.as_deref(), &rendered(args.format, &ui, &answer)?)?;
    Ok(Exit(0))
}

fn rendered(format: Format, ui: &Ui, answer: &Answer) -> anyhow::Result<Vec<u8>> {
    Ok(match format {
        Format::Table => files::text(ui, answer).into_bytes(),
        Format::Csv => files::csv(ui, answer)?.into_bytes(),
        Format::Json => files::json(ui, answer).into_bytes(),
        Format::Xlsx => files::xlsx(ui, answer, &Sheet::of(ui, answer), false)?,
    })
}

fn write(out: Option<&Path>, bytes: &[u8]) -> anyhow::Result<()> {
    match out {
        Some(path) => output::prepare(path, bytes, Readers::Everyone)?.keep(),
        None => output::print(bytes),
    }
}

fn said(ui: &Ui, problem: &Message) -> anyhow::Error {
    anyhow::anyhow!(ui.problem(problem))
}

/// What can be asked instead.
fn choices(measure: &str) -> String {
    if let Some(measure) = Measure::find(measure) {
        let names: Vec<_> = measure
            .dimensions()
            .map(statistics::Dimension::name)
            .collect();
        format!("{} can be broken down by {}", measure.id, names.join(", "))
    } else {
        let ids: Vec<_> = statistics::MEASURES.iter().map(|m| m.id).collect();
        format!("measures are {}", ids.join(", "))
    }
}

fn told(ui: &Ui, error: Error) -> anyhow::Error {
    match error {
        Error::Invalid(problem) | Error::Conflict(problem) => said(ui, &problem),
        Error::Internal(cause) | Error::Unavailable(cause) => cause,
        other => anyhow::anyhow!("the question cannot be answered: {other:?}"),
    }
}
