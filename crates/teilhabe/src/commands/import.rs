//! `teilhabe import cases`: a municipality's list in, people and cases of a site out.
#![expect(clippy::format_push_string, reason = "a few lines for people")]

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use casework::imports::{
    CaseList, ColumnMapping, Counts, Mode, Outcome, Prepared, ReadOptions, import, jsonl, read,
};
use platform::ui::{Lang, Ui};
use platform::{Clock, sites};

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
    /// Take over a case list; nothing is written if a row is refused.
    ///
    /// Exit status: 0 if every row can be taken, 1 if some are refused, 2 if the file cannot be
    /// read or there is no such site.
    #[command(
        after_help = "Example: teilhabe import cases Fallliste.xlsx --site 05315 --dry-run --format jsonl"
    )]
    Cases(Cases),
}

#[derive(clap::Args)]
struct Cases {
    /// XLSX, XLS, ODS or CSV, as the municipality keeps it.
    file: PathBuf,
    /// Key of the site (5 or 8 digits).
    #[arg(long)]
    site: String,
    /// A sheet by name; else the first one with a header.
    #[arg(long)]
    sheet: Option<String>,
    /// TOML that says what columns hold: headings to the left, fields to the right.
    #[arg(long)]
    map: Option<PathBuf>,
    /// Say what would be done and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write the rows that can be taken, even if others are refused.
    #[arg(long)]
    skip_refused: bool,
    /// One JSON object per row, or sentences.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Format {
    Text,
    Jsonl,
}

pub(super) async fn run(args: &Args, config: Config) -> anyhow::Result<Exit> {
    let What::Cases(args) = &args.what;
    match cases(args, &config).await {
        Ok(refused) => Ok(Exit(u8::from(refused))),
        Err(error) => {
            eprintln!("teilhabe: {error:#}");
            Ok(Exit(2))
        }
    }
}

/// Whether a row was refused.
async fn cases(args: &Cases, config: &Config) -> anyhow::Result<bool> {
    let clock = Clock::System;
    let list = list(args, &clock)?;
    let app = house::open_existing(config, clock).await?;
    let mut tx = app.db.read().await?;
    let site = sites::store::by_ags(&mut tx, &args.site).await?;
    drop(tx);
    let site = site.with_context(|| {
        let ags = &args.site;
        format!("Einen Standort {ags} gibt es nicht; „teilhabe site list“ nennt alle.")
    })?;
    let (missing, unread) = (list.missing_headings.clone(), unread(&list));
    let mode = match (args.dry_run, args.skip_refused) {
        (true, _) => Mode::DryRun,
        (false, false) => Mode::All,
        (false, true) => Mode::SkipRefused,
    };
    let prepared = import(&app, site.id, list, mode).await?;
    for heading in missing {
        eprintln!("Die Liste hat keine Spalte „{heading}“, die die Zuordnung nennt.");
    }
    let ui = Ui::voice(app.texts.clone(), Lang::De);
    let told = match args.format {
        Format::Jsonl => jsonl(&prepared.rows, &ui)?,
        Format::Text => sentences(&prepared, &ui),
    };
    let printed = output::print(told);
    eprint!("{}", summary(&prepared, mode));
    for remark in unread {
        eprintln!("{remark}");
    }
    printed?;
    Ok(prepared.counts().refused > 0)
}

/// What of the file was not read.
fn unread(list: &CaseList) -> Vec<String> {
    let columns = list.unread_columns().map(|columns| {
        format!("Nicht gelesene Spalten: {columns}. --map sagt, was eine Spalte enthält.")
    });
    let rows = list
        .passed_over()
        .map(|rows| format!("Ohne Person und deshalb übergangen: Zeilen {rows}."));
    let sheets = list.sheet.as_ref().zip(list.unread_sheets());
    let sheets = sheets.map(|(read, others)| {
        format!("Gelesen ist das Blatt „{read}“. Nicht gelesen: {others}. --sheet nennt ein Blatt.")
    });
    [columns, rows, sheets].into_iter().flatten().collect()
}

fn list(args: &Cases, clock: &Clock) -> anyhow::Result<CaseList> {
    let mapping = match &args.map {
        Some(path) => {
            let text = String::from_utf8(bytes(path)?);
            let text = text.with_context(|| format!("{}: kein UTF-8", path.display()))?;
            Some(ColumnMapping::from_toml(&text)?)
        }
        None => None,
    };
    let bytes = bytes(&args.file)?;
    let options = ReadOptions {
        sheet: args.sheet.clone(),
        mapping,
        today: clock.today(),
    };
    Ok(read(&bytes, &options)?)
}

fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    if path.is_dir() {
        bail!("{} ist ein Ordner und keine Datei.", path.display());
    }
    std::fs::read(path).with_context(|| {
        let why = match path.try_exists() {
            Ok(true) => "kann nicht gelesen werden",
            Ok(false) | Err(_) => "gibt es nicht",
        };
        format!("{} {why}", path.display())
    })
}

/// A line for every row with something to say.
fn sentences(prepared: &Prepared, ui: &Ui) -> String {
    let mut lines = String::new();
    for classified in &prepared.rows {
        let row = classified.row.row;
        if let Outcome::Refused(refusal) = &classified.outcome {
            lines += &format!("Zeile {row}, {}: {}\n", refusal.cell, refusal.said(ui));
            continue;
        }
        for warning in &classified.row.warnings {
            lines += &format!("Zeile {row}, Hinweis: {}\n", warning.said(ui));
        }
    }
    lines
}

#[expect(clippy::too_many_lines, reason = "one line per remark")]
fn summary(prepared: &Prepared, mode: Mode) -> String {
    let Counts {
        rows,
        new,
        known,
        refused,
        people,
        cases,
        completed,
        ..
    } = prepared.counts();
    let mut lines = format!("Zeilen: {rows}, neu {new}, bekannt {known}, abgelehnt {refused}.\n");
    let done =
        format!("neue Personen {people}, neue Fälle {cases}, ergänzte Personen {completed}.\n");
    lines += &match mode {
        Mode::DryRun => format!("Probelauf, nichts geschrieben. Zu schreiben: {done}"),
        Mode::All if refused > 0 => {
            "Nichts geschrieben. Mit --skip-refused bleiben die abgelehnten Zeilen weg.\n"
                .to_owned()
        }
        Mode::All | Mode::SkipRefused => format!("Geschrieben: {done}"),
    };
    let remarks = prepared.remarks();
    for (name, count) in &remarks.unknown_workers {
        lines +=
            &format!("Kein Konto am Standort für „{name}“; Fälle ohne Zuständigkeit: {count}.\n");
    }
    for (count, text) in [
        (
            remarks.without_opening,
            "Fälle ohne Aufnahmedatum, die heute beginnen",
        ),
        (
            remarks.undated_statuses,
            "Status ohne Beginn, die vom Verlauf abweichen und fehlen",
        ),
        (
            remarks.further_numbers,
            "Personen mit mehreren Fallnummern, von denen die erste gilt",
        ),
        (
            remarks.odd_numbers,
            "Zu lange Fallnummern, durch neue ersetzt",
        ),
    ] {
        if count > 0 {
            lines += &format!("{text}: {count}.\n");
        }
    }
    lines
}
