//! The rows that belong to one person or case told in one text, which is read several times faster
//! than a row for each. No column that is told so holds anything that people type.

use std::str::{FromStr, Split};

use db::{DbError, Result};
use jiff::Timestamp;

const NEXT_ROW: char = '\u{1e}';
const NEXT_FIELD: char = '\u{1f}';

/// The rows of a text of `string_agg(concat_ws(…, '\u{1f}'), '\u{1e}')`; none where there is none.
pub(crate) fn rows(text: Option<&str>) -> impl Iterator<Item = Fields<'_>> {
    let rows = text.into_iter().flat_map(|text| text.split(NEXT_ROW));
    rows.map(|row| Fields(row.split(NEXT_FIELD)))
}

/// The fields of one row, parted by a sign.
pub fn fields(text: &str, between: char) -> Fields<'_> {
    Fields(text.split(between))
}

/// The fields of a row, from the first to the last.
pub struct Fields<'a>(Split<'a, char>);

impl<'a> Fields<'a> {
    /// What the next field says.
    pub fn next<T>(
        &mut self,
        column: &'static str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Result<T> {
        self.0.next().and_then(read).ok_or_else(|| DbError::Column {
            column: column.to_owned(),
            problem: "cannot be read".to_owned(),
        })
    }

    /// As [`Fields::next`]; nothing where the field is empty.
    pub fn maybe<T>(
        &mut self,
        column: &'static str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Result<Option<T>> {
        self.next(column, |text| match text {
            "" => Some(None),
            text => read(text).map(Some),
        })
    }
}

pub fn parsed<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

pub(crate) fn instant(text: &str) -> Option<Timestamp> {
    Timestamp::from_millisecond(text.parse().ok()?).ok()
}

/// SQLite says 1 and 0, PostgreSQL true and false.
pub(crate) fn yes(text: &str) -> Option<bool> {
    match text {
        "1" | "true" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}
