use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use platform::audit::{self, Head};

use super::{Exit, output};
use crate::config::Config;
use crate::house;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Walk every site's chain; name altered, removed and exchanged lines; exit 1 if there are any.
    #[command(
        after_help = "Examples:\n  teilhabe audit verify\n  teilhabe audit verify --against heads-2022-06-30.tsv"
    )]
    Verify {
        /// Also compare with ends that `audit heads` wrote earlier: tells when the end of a trail was cut off.
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
    },
    /// Print where each site's chain ends now, to be kept outside of the database.
    #[command(after_help = "Example: teilhabe audit heads > heads-2022-06-30.tsv")]
    Heads,
}

/// Runs beside a program that serves.
pub(super) async fn run(args: &Args, config: Config) -> anyhow::Result<Exit> {
    let noted = match &args.what {
        What::Verify {
            against: Some(file),
        } => read(file)?,
        _ => Vec::new(),
    };
    house::must_exist(&config)?;
    let db = db::Db::open_reading(&config.database).await?;
    let mut tx = db.read().await?;
    let unreadable = "the audit trail cannot be read";
    if let What::Heads = args.what {
        output::print_lines(audit::heads(&mut tx).await.context(unreadable)?)?;
        return Ok(Exit(0));
    }
    let (lines, mut breaks) = audit::verify(&mut tx).await.context(unreadable)?;
    breaks.extend(audit::compare(&mut tx, &noted).await.context(unreadable)?);
    output::print_lines(&breaks)?;
    eprintln!("{lines} lines, {} breaks", breaks.len());
    if !noted.is_empty() {
        eprintln!("{} chains compared with their noted ends", noted.len());
    }
    Ok(Exit(u8::from(!breaks.is_empty())))
}

fn read(file: &Path) -> anyhow::Result<Vec<Head>> {
    let shown = file.display();
    let text = std::fs::read_to_string(file).with_context(|| format!("{shown}: cannot be read"))?;
    let heads = text.lines().zip(1..).map(|(line, number)| {
        line.parse()
            .map_err(|problem| anyhow::anyhow!("{shown}: line {number}: {problem}"))
    });
    let heads = heads.collect::<anyhow::Result<Vec<_>>>()?;
    if heads.is_empty() {
        bail!("{shown}: is empty; teilhabe audit heads writes what belongs there");
    }
    Ok(heads)
}
