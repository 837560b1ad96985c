//! `teilhabe law check`: what the rules say about a person on a day.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use law::{Facts, Rules};

/// Residence law: access, perspectives and deadlines with provision and Stand.
#[derive(Debug, Parser)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer for the facts of one person on a day, or check a folder of rules.
    #[command(after_help = "Examples:\n  \
        teilhabe law check --facts person.json --on 2024-03-01 --format json\n  \
        teilhabe law check --rules regeln")]
    Check(Check),
}

#[derive(Debug, Parser)]
struct Check {
    /// JSON file with the facts; a missing key is unknown.
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "rules",
        requires = "on"
    )]
    facts: Option<PathBuf>,
    /// Day of the answer, such as 2024-03-01.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// How to print the answer.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Folder with rule files that replace the embedded ones; without --facts they are only checked.
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Text,
}

/// Runs the command; data goes to stdout, an error is one line.
pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let Command::Check(check) = &args.command;
    let loaded = check.rules.as_deref().map(load).transpose()?;
    let rules = loaded.as_ref().unwrap_or_else(|| Rules::embedded());
    let (Some(path), Some(on)) = (&check.facts, check.on) else {
        return Ok(());
    };
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let facts = match Facts::from_json(&text, rules) {
        Ok(facts) => facts,
        Err(error) => bail!("{}:{}: {}", path.display(), error.line, error.message),
    };
    let answer = law::check_with(rules, &facts, on);
    let mut out = std::io::stdout().lock();
    match check.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &answer)?;
            writeln!(out)?;
        }
        Format::Text => write!(out, "{}", law::text(&answer))?,
    }
    Ok(())
}

fn load(dir: &Path) -> anyhow::Result<Rules> {
    Rules::load(dir).map_err(|problems| {
        let more = match problems.len() {
            0 | 1 => String::new(),
            n => format!(" (and {} more)", n - 1),
        };
        let first = problems
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        anyhow::anyhow!("{}/{first}{more}", dir.display())
    })
}
