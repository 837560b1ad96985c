//! `teilhabe protect`: a table of counts in, a table that may be published out.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, anyhow, bail};
use disclosure::Zeros;
use disclosure::files::{Options, protect_csv};

use super::output::{self, Readers};

/// Protect a table of counts so that it may be published.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  \
    teilhabe protect zahlen.csv --out geschuetzt.csv --hierarchy kreis=kreise.csv \
    --certificate nachweis.json")]
pub(super) struct Args {
    /// Inner cells as CSV: one column per dimension, last column n
    #[arg(value_name = "TABLE.csv")]
    table: PathBuf,
    /// Where the protected table goes; - is the standard output
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Smallest positive count that may be printed
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=1000))]
    threshold: u32,
    /// Inner nodes of a column, header child,parent; may be repeated
    #[arg(long = "hierarchy", value_name = "COLUMN=FILE.csv")]
    hierarchies: Vec<String>,
    /// Where the certificate goes; it stays inside the house
    #[arg(long, value_name = "FILE")]
    certificate: Option<PathBuf>,
    /// Give up after this time
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<Duration>,
    /// Whether empty cells may be printed
    #[arg(long, default_value = "publish", value_parser = ["publish", "protect"])]
    zeros: String,
}

/// Writes the protected table and its certificate, or nothing.
pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let input = read(&args.table)?;
    let mut taken = vec![("TABLE.csv", output::place(&args.table))];
    let mut hierarchies = Vec::new();
    for given in &args.hierarchies {
        let Some((column, file)) = given.split_once('=') else {
            bail!("--hierarchy {given}: expected COLUMN=FILE.csv");
        };
        taken.push(("--hierarchy", output::place(Path::new(file))));
        hierarchies.push((column.to_owned(), read(Path::new(file))?));
    }
    let outputs = [
        ("--out", Some(&args.out)),
        ("--certificate", args.certificate.as_ref()),
    ];
    for (option, path) in outputs {
        let Some(place) = path.map(|path| output::place(path)) else {
            continue;
        };
        if let Some((other, _)) = taken.iter().find(|(_, used)| *used == place) {
            bail!("{other} and {option} name the same file");
        }
        taken.push((option, place));
    }
    let options = Options {
        threshold: args.threshold,
        zeros: if args.zeros == "protect" {
            Zeros::Protect
        } else {
            Zeros::Publish
        },
        time_limit: args.time_limit,
    };
    let files = protect_csv(&input, &hierarchies, &options)
        .with_context(|| format!("{} cannot be protected", args.table.display()))?;
    let table = output::prepare(&args.out, files.csv.as_bytes(), Readers::Everyone)?;
    // The certificate first: a table without one must not be left behind.
    if let Some(path) = &args.certificate {
        output::prepare(path, files.certificate_json.as_bytes(), Readers::Owner)?.keep()?;
    }
    table.keep()
}

fn seconds(text: &str) -> Result<Duration, String> {
    let number: f64 = text
        .parse()
        .map_err(|_| "expected a number of seconds".to_owned())?;
    Duration::try_from_secs_f64(number).map_err(|error| error.to_string())
}

fn read(path: &Path) -> anyhow::Result<String> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let text = String::from_utf8(bytes);
    text.map_err(|_| anyhow!("{} is no UTF-8 text; save it as CSV UTF-8", path.display()))
}
