//! The table of inner cells.

use std::collections::BTreeSet;

use super::FileError;
use crate::{MAX_COUNT, TOTAL};

const FILE: &str = "the table";
/// Names that the result and the certificate need for themselves.
const RESERVED: [&str; 4] = ["n", "status", "kind", "interval"];

/// A table as it was read.
pub(super) struct Sheet {
    /// The dimensions.
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// One inner cell.
pub(super) struct Row {
    pub(super) labels: Vec<String>,
    pub(super) count: u64,
}

impl Sheet {
    /// The categories of a column in the order of their first row.
    pub(super) fn categories(&self, column: usize) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let labels = self.rows.iter().map(|row| &row.labels[column]);
        labels
            .filter(|label| seen.insert(label.as_str()))
            .cloned()
            .collect()
    }
}

/// Reads the CSV text of a table.
pub(super) fn read(text: &str) -> Result<Sheet, FileError> {
    let mut reader = super::reader(text);
    let header = reader.headers().map_err(broken)?.clone();
    let columns = columns(&header)?;
    let mut rows = Vec::new();
    let mut seen = BTreeSet::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = row(&record, columns.len()).map_err(|message| refused(line, message))?;
        if !seen.insert(row.labels.clone()) {
            return Err(refused(
                line,
                format!("the cell {:?} is there twice", row.labels),
            ));
        }
        rows.push(row);
    }
    Ok(Sheet { columns, rows })
}

fn columns(header: &csv::StringRecord) -> Result<Vec<String>, FileError> {
    let names: Vec<&str> = header.iter().collect();
    let message = match names.split_last() {
        Some((&"n", [])) => "there is no dimension before the last column \"n\"".to_owned(),
        Some((&"n", columns)) => match fault(columns) {
            None => return Ok(columns.iter().map(|name| (*name).to_owned()).collect()),
            Some(message) => message,
        },
        Some((only, [])) if only.contains([';', '\t']) => {
            "columns must be parted by commas".to_owned()
        }
        Some(_) | None => "the last column must be called \"n\"".to_owned(),
    };
    Err(FileError::Header {
        file: FILE.to_owned(),
        message,
    })
}

fn fault(columns: &[&str]) -> Option<String> {
    columns.iter().enumerate().find_map(|(place, name)| {
        if name.is_empty() {
            Some(format!("column {} has no name", place + 1))
        } else if RESERVED.contains(name) {
            Some(format!("no dimension can be called {name:?}"))
        } else {
            columns[..place]
                .contains(name)
                .then(|| format!("the column {name:?} is there twice"))
        }
    })
}

fn row(record: &csv::StringRecord, dimensions: usize) -> Result<Row, String> {
    let labels: Vec<String> = record.iter().take(dimensions).map(str::to_owned).collect();
    if labels.iter().any(String::is_empty) {
        return Err("a category is empty".to_owned());
    }
    if labels.iter().any(|label| label == TOTAL) {
        return Err(format!("{TOTAL:?} is no category; give inner cells only"));
    }
    let count = record.get(dimensions).unwrap_or_default();
    let digits = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
    let number = count
        .parse::<u64>()
        .ok()
        .filter(|number| digits && *number <= MAX_COUNT);
    let number =
        number.ok_or_else(|| format!("{count:?} is no whole number from 0 to {MAX_COUNT}"))?;
    Ok(Row {
        labels,
        count: number,
    })
}

fn broken(source: csv::Error) -> FileError {
    super::broken(FILE, source)
}

fn refused(line: u64, message: String) -> FileError {
    FileError::Row {
        file: FILE.to_owned(),
        line,
        message,
    }
}
