//! Case lists of municipalities, from a file to rows that can be taken or are refused.
//!
//! [`read`] turns bytes into a [`CaseList`], [`classify`] tells new people from known ones, and
//! [`jsonl`] prints both; so far all is pure, and what is known at a site comes as an argument.
//! [`import`] then compares the rows with the people of a site and takes them over, all or nothing;
//! the pages do the same in two jobs, first dry. Besides the usual five files there are those of
//! the reader, and `draft`, `workers`, `intake`, `takeover` and `findings` on the way from rows to people and cases.

mod archive;
mod asides;
mod checks;
mod classify;
mod date_words;
mod dates;
mod delimited;
mod denied;
mod draft;
mod findings;
mod grid;
mod header;
mod heading_words;
mod headings;
mod held;
mod intake;
mod job;
mod jsonl;
mod mapping;
mod names;
mod nationality;
mod opendocument;
mod paragraph;
mod procedure;
mod reader;
mod remark;
mod row;
mod rows;
mod sex;
mod sniff;
mod status;
mod status_column;
mod status_words;
mod store;
mod takeover;
mod text;
mod ticks;
mod unreadable;
pub mod web;
mod workbook;
mod workers;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use classify::{Classified, Known, KnownPerson, Outcome, classify};
pub(crate) use dates::typed as typed_date;
pub use intake::{Counts, Remarks};
pub use job::JOBS;
pub use jsonl::jsonl;
pub use mapping::{ColumnMapping, Field, MappingError};
pub use remark::{Refusal, Remark, Warning};
pub use row::{CaseValues, ImportRow, PersonValues};
pub use store::reseal;
pub use takeover::{Mode, Prepared, import};
pub use unreadable::UnreadableFile;

use crate::codes::{PartialDate, Sex};
use grid::Grid;
use header::{Header, HeaderColumn};

platform::id!(ImportId);

/// How to read a file.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// A sheet by name; else the first one with a header.
    pub sheet: Option<String>,
    /// What columns hold, where the headings alone would not say.
    pub mapping: Option<ColumnMapping>,
    pub today: Date,
}

/// A case list as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseList {
    /// Absent for CSV.
    pub sheet: Option<String>,
    /// Sheets that hold something, too, and were not read; hidden ones are not meant to be.
    pub other_sheets: Vec<String>,
    /// Number of the (last) header row.
    pub header_row: u32,
    /// In the order of the file.
    pub columns: Vec<Column>,
    pub rows: Vec<ImportRow>,
    /// Numbers of rows below the header that are about nobody: sums, notes, repeated headers.
    pub others: Vec<u32>,
    /// Headings named by the mapping that the file does not have.
    pub missing_headings: Vec<String>,
}

impl CaseList {
    /// Columns of which nothing is taken, so that one with an unusual heading is not missed in
    /// silence, in German: `„Ort“ (E3), „Telefon“ (F3)`.
    pub fn unread_columns(&self) -> Option<String> {
        let unread = self.columns.iter().filter(|column| column.field.is_none());
        let named: Vec<String> = unread
            .map(|column| format!("„{}“ ({})", column.heading, column.cell))
            .collect();
        (!named.is_empty()).then(|| named.join(", "))
    }

    /// Sheets that were not read though there is something on them, so that a second list is not
    /// missed in silence, in German: `„2021“, „2022“`.
    pub fn unread_sheets(&self) -> Option<String> {
        let named = self.other_sheets.iter().map(|name| format!("„{name}“"));
        let named: Vec<String> = named.collect();
        (!named.is_empty()).then(|| named.join(", "))
    }

    /// The numbers of rows below the header that are about nobody, so that a list passes over
    /// nothing in silence: `7, 9, 10`.
    pub fn passed_over(&self) -> Option<String> {
        const NAMED: usize = 20;
        let named: Vec<String> = self.others.iter().take(NAMED).map(u32::to_string).collect();
        let more = if self.others.len() > NAMED {
            " …"
        } else {
            ""
        };
        (!named.is_empty()).then(|| named.join(", ") + more)
    }
}

/// A column with a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    pub cell: String,
    /// Absent where nothing of the column is taken.
    pub field: Option<Field>,
    /// Its first different values, as they stand in the file.
    pub samples: Vec<String>,
}

/// Reads XLSX, XLSM, XLSB, XLS, ODS or separated text; the content decides, not the name. A list
/// about nobody is refused.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<CaseList, UnreadableFile> {
    let list = read_any(bytes, options)?;
    match list.passed_over() {
        Some(rows) if list.rows.is_empty() => Err(UnreadableFile::Nobody {
            header: list.header_row,
            rows,
        }),
        _ => Ok(list),
    }
}

/// As [`read`], but takes a list about nobody, too: a person may say what its columns hold.
fn read_any(bytes: &[u8], options: &ReadOptions) -> Result<CaseList, UnreadableFile> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(UnreadableFile::Empty);
    }
    let mapping = options.mapping.as_ref();
    let mut other_sheets = Vec::new();
    let (grid, mut header) = if workbook::is_workbook(bytes) {
        let mut book = workbook::Workbook::open(bytes)?;
        let found = from_workbook(&mut book, options)?;
        other_sheets = book.others(found.0.sheet.as_deref());
        found
    } else if is_document(bytes) {
        return Err(UnreadableFile::NotATable);
    } else if let Some(wanted) = options.sheet.clone() {
        return Err(UnreadableFile::NoSheets { wanted });
    } else {
        let grid = delimited::grid(bytes)?;
        let header = header::find(&grid, mapping).ok_or(UnreadableFile::NoHeader)?;
        (grid, header)
    };
    let (rows, others) = rows::read(&grid, &mut header, options.today);
    let headings = header.columns.iter().map(|column| column.heading.as_str());
    let missing_headings = mapping
        .map(|m| m.missing_from(headings))
        .unwrap_or_default();
    let columns = columns(&grid, &rows, header.columns);
    Ok(CaseList {
        sheet: grid.sheet,
        other_sheets,
        header_row: header.row,
        columns,
        rows,
        others,
        missing_headings,
    })
}

fn columns(grid: &Grid, people: &[ImportRow], columns: Vec<HeaderColumn>) -> Vec<Column> {
    let columns = columns.into_iter().map(|c| Column {
        samples: samples(grid, people, c.column),
        heading: c.heading,
        cell: c.cell,
        field: c.field,
    });
    columns.collect()
}

/// PDF, RTF, web pages and XML are text, too, but no lists; some programs name them `.xls`.
fn is_document(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start);
    let begins = |with: &&str| {
        let start = start.get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
    };
    ["%PDF", "{\\rtf", "<html", "<!DOCTYPE", "<?xml", "<table"]
        .iter()
        .any(begins)
}

/// From rows about people.
fn samples(grid: &Grid, people: &[ImportRow], column: u32) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut people = people.iter().map(|row| row.row).take(200).peekable();
    let rows = grid.rows.iter();
    for row in rows.filter(|row| people.next_if_eq(&row.number).is_some()) {
        let shown = row.get(column).map(grid::Value::shown).unwrap_or_default();
        if !shown.is_empty() && !found.contains(&shown) {
            found.push(shown);
        }
        if found.len() == 3 {
            break;
        }
    }
    found
}

/// The first sheet with names and something else in its header; failing that, the first with any.
fn from_workbook(
    book: &mut workbook::Workbook<'_>,
    options: &ReadOptions,
) -> Result<(Grid, Header), UnreadableFile> {
    let mut names = book.names.clone();
    if let Some(wanted) = &options.sheet {
        let sheets = names.join(", ");
        names.retain(|name| name == wanted);
        if names.is_empty() {
            return Err(UnreadableFile::NoSuchSheet {
                wanted: wanted.clone(),
                sheets,
            });
        }
    }
    let mut second_best = None;
    let mut nothing_at_all = true;
    for name in names {
        let grid = book.grid(&name)?;
        nothing_at_all &= grid.rows.is_empty();
        match header::find(&grid, options.mapping.as_ref()) {
            Some(header) if header.is_sure() => return Ok((grid, header)),
            Some(header) if second_best.is_none() => second_best = Some((grid, header)),
            _ => {}
        }
    }
    let none = if nothing_at_all {
        UnreadableFile::Empty
    } else {
        UnreadableFile::NoHeader
    };
    second_best.ok_or(none)
}
