//! Tables as files: the whole of `teilhabe protect` but its arguments.
//!
//! The table comes as CSV with one column per dimension and the count in the last column, `n`;
//! inner cells only, missing combinations are 0. A hierarchy comes as CSV with the header
//! `child,parent`. Categories stand in the order of their first row.
//!
//! The result has the same dimension columns, `n` (empty where suppressed) and `status`
//! (`published` or `suppressed`): every cell, inner nodes by their own label and sums over a
//! whole dimension as `Total`; parts before their sum, the last dimension running fastest. A
//! hierarchy with a single root has that root as a cell of its own beside the equal `Total`.

mod hierarchy;
mod input;
mod output;

use std::time::Duration;

use thiserror::Error;

use crate::{Dimension, Notes, ProtectError, Rule, Table, TableError, Zeros};

/// What can be chosen on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The smallest positive count that may be printed.
    pub threshold: u32,
    /// Whether empty cells may be printed.
    pub zeros: Zeros,
    /// After this time protection is given up.
    pub time_limit: Option<Duration>,
}

impl Default for Options {
    fn default() -> Self {
        let Rule {
            threshold,
            zeros,
            time_limit,
            ..
        } = Rule::default();
        Self {
            threshold,
            zeros,
            time_limit,
        }
    }
}

/// A table that may be handed out, and its certificate, which may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtectedFiles {
    /// The table as CSV.
    pub csv: String,
    /// The certificate as JSON.
    pub certificate_json: String,
}

/// What is wrong with a file, or why its table was not released.
#[derive(Debug, Error)]
pub enum FileError {
    /// The file is no CSV.
    #[error("{file} is no CSV")]
    Csv {
        /// `the table` or the hierarchy it is.
        file: String,
        /// What the reader says.
        source: csv::Error,
    },
    /// The header is not as it has to be.
    #[error("{file}: {message}")]
    Header {
        /// `the table` or the hierarchy it is.
        file: String,
        /// What is wrong.
        message: String,
    },
    /// A row is not as it has to be.
    #[error("{file}, line {line}: {message}")]
    Row {
        /// `the table` or the hierarchy it is.
        file: String,
        /// The line the row starts on, the header being line 1.
        line: u64,
        /// What is wrong.
        message: String,
    },
    /// A hierarchy for a column that the table does not have, or two for one.
    #[error("{message}")]
    Hierarchy {
        /// What is wrong.
        message: String,
    },
    /// The counts do not form a table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The table was not released.
    #[error(transparent)]
    Protect(#[from] ProtectError),
    /// The result could not be written down.
    #[error("the result cannot be written: {0}")]
    Output(String),
}

/// Protects the table of a CSV file.
///
/// `hierarchies` are pairs of a column and the CSV text of its hierarchy.
///
/// # Errors
/// Files that cannot be read, with the line; a table that cannot be built or protected. Nothing is
/// returned then.
pub fn protect_csv(
    input: &str,
    hierarchies: &[(String, String)],
    options: &Options,
) -> Result<ProtectedFiles, FileError> {
    let sheet = input::read(input)?;
    for (place, (column, _)) in hierarchies.iter().enumerate() {
        let message = if !sheet.columns.contains(column) {
            format!("there is a hierarchy for {column:?}, but the table has no such dimension")
        } else if hierarchies[..place]
            .iter()
            .any(|(other, _)| other == column)
        {
            format!("there are two hierarchies for {column:?}")
        } else {
            continue;
        };
        return Err(FileError::Hierarchy { message });
    }
    let mut table = Table::new(dimensions(&sheet, hierarchies)?, Notes::default())?;
    for row in &sheet.rows {
        let labels: Vec<&str> = row.labels.iter().map(String::as_str).collect();
        table.add(&labels, row.count)?;
    }
    let Options {
        threshold,
        zeros,
        time_limit,
    } = *options;
    let (published, certificate) = table.protect(&Rule {
        threshold,
        zeros,
        time_limit,
        ..Rule::default()
    })?;
    Ok(ProtectedFiles {
        csv: output::table(&published)?,
        certificate_json: output::certificate(&certificate)?,
    })
}

fn dimensions(
    sheet: &input::Sheet,
    hierarchies: &[(String, String)],
) -> Result<Vec<Dimension>, FileError> {
    let mut dimensions = Vec::new();
    for (place, column) in sheet.columns.iter().enumerate() {
        let edges = match hierarchies.iter().find(|(name, _)| name == column) {
            Some((_, text)) => hierarchy::read(column, text)?,
            None => Vec::new(),
        };
        dimensions.push(Dimension::hierarchical(
            column,
            sheet.categories(place),
            &edges,
        )?);
    }
    Ok(dimensions)
}

/// Where and why a text is no table of rows of equal length.
fn broken(file: &str, source: csv::Error) -> FileError {
    let file = file.to_owned();
    match source.kind() {
        csv::ErrorKind::UnequalLengths {
            pos,
            expected_len,
            len,
        } => FileError::Row {
            file,
            line: pos.as_ref().map_or(0, csv::Position::line),
            message: format!("{len} columns where the header has {expected_len}"),
        },
        _ => FileError::Csv { file, source },
    }
}

/// A reader of a CSV text with or without byte order mark; blanks around fields do not count.
fn reader(text: &str) -> csv::Reader<&[u8]> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
}
