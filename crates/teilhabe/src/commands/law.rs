//! `teilhabe law check`: what the rules say about a person on a day.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use law::{Facts, Rules};

use super::output;

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
    /// JSON file with the facts, or - for the standard input; a missing key is unknown.
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
    /// Folder with rule files, or one of them, that replace the embedded ones; without --facts they
    /// are only checked.
    #[arg(long, value_name = "DIR", num_args = 0..=1)]
    #[expect(
        clippy::option_option,
        reason = "absent, without a value, with a value: three wishes"
    )]
    rules: Option<Option<PathBuf>>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Text,
}

/// Runs the command; data goes to stdout, an error is one line, problems of rules are one line each.
pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let Command::Check(check) = &args.command;
    let mut out = Vec::new();
    check.answer(&mut out)?;
    output::print(out)
}

impl Check {
    fn answer(&self, out: &mut impl Write) -> anyhow::Result<()> {
        let own = self.rules.as_ref().and_then(Option::as_deref);
        let loaded = own.map(load).transpose()?;
        let rules = loaded.as_ref().unwrap_or_else(|| Rules::embedded());
        let (Some(path), Some(on)) = (&self.facts, self.on) else {
            let versions = rules.history().count();
            writeln!(out, "{versions} rule versions, no problem")?;
            return Ok(());
        };
        let text = read(path).with_context(|| path.display().to_string())?;
        let facts = match Facts::from_json(text.trim_start_matches('\u{feff}'), rules) {
            Ok(facts) => facts,
            Err(error) => bail!("{}:{}: {}", path.display(), error.line, error.message),
        };
        for key in facts.unclear(on) {
            eprintln!(
                "{}: {key}: an entry lacks its day or ends before it begins; {key} count as unknown",
                path.display()
            );
        }
        let answer = law::check_with(rules, &facts, on);
        match self.format {
            Format::Json => {
                serde_json::to_writer_pretty(&mut *out, &answer)?;
                writeln!(out)?;
            }
            Format::Text => write!(out, "{}", law::text(&answer))?,
        }
        Ok(())
    }
}

/// The text of a file, or of the standard input for `-`.
fn read(path: &Path) -> std::io::Result<String> {
    if path == Path::new("-") {
        return std::io::read_to_string(std::io::stdin());
    }
    std::fs::read_to_string(path)
}

fn load(path: &Path) -> anyhow::Result<Rules> {
    Rules::load(path).map_err(|problems| {
        let parent = path.parent().filter(|_| path.is_file());
        let dir = parent.unwrap_or(path);
        let problems: Vec<_> = problems
            .iter()
            .map(|problem| {
                let file = dir.join(&problem.file);
                format!("{}:{}: {}", file.display(), problem.line, problem.message)
            })
            .collect();
        anyhow::anyhow!("{}", problems.join("\n"))
    })
}

#[cfg(test)]
mod tests;
