mod columns;
mod files;
mod headings;
mod lists;
mod pages;
mod people;
mod remarks;
mod signs;
mod statuses;
mod takeover;
mod ticks;
mod values;
mod workbooks;

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use platform::ui::{Lang, Texts, Ui};

use super::{CaseList, ImportRow, ReadOptions, UnreadableFile, read};

const TODAY: Date = date(2026, 11, 23);

fn options() -> ReadOptions {
    ReadOptions {
        sheet: None,
        mapping: None,
        today: TODAY,
    }
}

fn read_text(text: &str) -> Result<CaseList, UnreadableFile> {
    read(text.as_bytes(), &options())
}

fn voice(lang: Lang) -> Ui {
    let texts = Texts::new(&[platform::ui::TEXTS, crate::TEXTS]).unwrap();
    Ui::voice(texts, lang)
}

/// As the command line speaks.
static GERMAN: LazyLock<Ui> = LazyLock::new(|| voice(Lang::De));

/// The warnings of a row in German, each behind its cell.
fn warnings(row: &ImportRow) -> Vec<String> {
    let warnings = row.warnings.iter();
    warnings.map(|warning| warning.said(&GERMAN)).collect()
}

/// The lines of the command for a file at a site that knows nobody.
fn lines(list: CaseList) -> Vec<String> {
    let rows = super::classify::<()>(list, Vec::new(), |_| ());
    let printed = super::jsonl(&rows, &GERMAN).unwrap();
    printed.lines().map(str::to_owned).collect()
}

/// Lines of text, an equals sign and what it is read as.
fn pairs(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table
        .lines()
        .filter_map(|line| line.trim().split_once(" ="))
        .map(|(text, read)| (text, read.trim()))
}
