mod columns;
mod files;
mod headings;
mod lists;
mod pages;
mod people;
mod signs;
mod statuses;
mod takeover;
mod values;
mod workbooks;

use jiff::civil::{Date, date};

use super::{CaseList, ReadOptions, UnreadableFile, read};

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

/// The lines of the command for a file at a site that knows nobody.
fn lines(list: CaseList) -> Vec<String> {
    let printed = super::jsonl(&super::classify::<()>(list, Vec::new(), |_| ())).unwrap();
    printed.lines().map(str::to_owned).collect()
}

/// Lines of text, an equals sign and what it is read as.
fn pairs(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table
        .lines()
        .filter_map(|line| line.trim().split_once(" ="))
        .map(|(text, read)| (text, read.trim()))
}
