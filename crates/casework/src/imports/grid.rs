//! A sheet as rows of cells, whatever file it came from.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{PartialDate, UnreadableFile, text::tidy};

const MOST_ROWS: usize = 200_000;
const MOST_CELLS: usize = 6_000_000;
const MOST_COLUMNS: usize = 200;
/// Bytes of text; a workbook can name one long text in every cell.
const MOST_TEXT: usize = 128 << 20;

/// What a cell holds, as its file says; empty cells are not kept.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Never empty, tidied.
    Text(String),
    Number(f64),
    Date(PartialDate),
    Flag(bool),
    /// An error value such as `#REF!`.
    Error(String),
    /// A formula whose result the file does not hold.
    NoResult,
}

#[derive(Clone, Debug, Default)]
pub(super) struct GridRow {
    /// As the spreadsheet program shows it, or the line on which a CSV record starts.
    pub(super) number: u32,
    /// By column, ascending.
    cells: Vec<(u32, Value)>,
    /// Columns whose value comes from a cell above, merged over this row.
    merged_down: Vec<u32>,
}

/// Rows and columns from 0, both inclusive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Merge {
    pub(super) first: (u32, u32),
    pub(super) last: (u32, u32),
}

#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub(super) sheet: Option<String>,
    pub(super) rows: Vec<GridRow>,
    /// Days are counted from 1904.
    pub(super) epoch_1904: bool,
    merges: Vec<Merge>,
    /// Columns of cells that have more than one.
    wide: HashMap<(u32, u32), u32>,
}

/// Collects cells in any order.
#[derive(Default)]
pub(super) struct GridBuilder {
    rows: BTreeMap<u32, Vec<(u32, Value)>>,
    columns: BTreeSet<u32>,
    cells: usize,
    text: usize,
}

impl GridBuilder {
    /// Adds a cell; `row` is the number shown to the reader, `column` counts from 0.
    pub(super) fn add(
        &mut self,
        row: u32,
        column: u32,
        value: Value,
    ) -> Result<(), UnreadableFile> {
        let value = match value {
            Value::Text(text) => match tidy(&text) {
                tidy if tidy.is_empty() => return Ok(()),
                tidy if is_error_word(&tidy) => Value::Error(tidy),
                tidy => Value::Text(tidy),
            },
            other => other,
        };
        self.cells += 1;
        self.text += value.as_text().map_or(0, str::len);
        self.columns.insert(column);
        self.rows.entry(row).or_default().push((column, value));
        if self.columns.len() > MOST_COLUMNS {
            return Err(UnreadableFile::TooManyColumns { most: MOST_COLUMNS });
        }
        if self.text > MOST_TEXT {
            return Err(UnreadableFile::TooLarge);
        }
        if self.rows.len() > MOST_ROWS || self.cells > MOST_CELLS {
            return Err(UnreadableFile::TooManyRows { most: MOST_ROWS });
        }
        Ok(())
    }

    pub(super) fn finish(
        self,
        sheet: Option<String>,
        merges: Vec<Merge>,
        epoch_1904: bool,
    ) -> Grid {
        let rows = self
            .rows
            .into_iter()
            .map(|(number, mut cells)| {
                cells.sort_by_key(|(column, _)| *column);
                GridRow {
                    number,
                    cells,
                    merged_down: Vec::new(),
                }
            })
            .collect();
        let wide = merges.iter().filter(|m| m.first.1 < m.last.1);
        let wide = wide
            .map(|m| ((m.first.0 + 1, m.first.1), m.last.1 - m.first.1 + 1))
            .collect();
        let mut grid = Grid {
            sheet,
            rows,
            epoch_1904,
            merges,
            wide,
        };
        grid.fill_down();
        grid
    }
}

impl Grid {
    /// Vertically merged cells hold for each row they span.
    fn fill_down(&mut self) {
        let index: BTreeMap<u32, usize> = self
            .rows
            .iter()
            .enumerate()
            .map(|(i, row)| (row.number, i))
            .collect();
        for merge in self.merges.iter().filter(|m| m.first.0 < m.last.0) {
            let column = merge.first.1;
            let top = index.get(&(merge.first.0 + 1));
            let Some(value) = top.and_then(|i| self.rows[*i].get(column).cloned()) else {
                continue;
            };
            for (_, &i) in index.range(merge.first.0 + 2..=merge.last.0 + 1) {
                let row = &mut self.rows[i];
                if let Err(place) = row.cells.binary_search_by_key(&column, |(c, _)| *c) {
                    row.cells.insert(place, (column, value.clone()));
                    row.merged_down.push(column);
                }
            }
        }
    }

    fn merge(&self, row: u32, column: u32) -> Option<&Merge> {
        let inside = |m: &&Merge| {
            (m.first.0 + 1..=m.last.0 + 1).contains(&row)
                && (m.first.1..=m.last.1).contains(&column)
        };
        self.merges.iter().find(inside)
    }

    /// The cell whose text stands over this one, if it is merged over several columns.
    pub(super) fn origin(&self, row: u32, column: u32) -> Option<&Value> {
        let merge = self.merge(row, column)?;
        let top = self.rows.iter().find(|r| r.number == merge.first.0 + 1)?;
        top.get(merge.first.1)
    }

    /// Whether a cell is part of one that is merged over several columns.
    pub(super) fn is_grouped(&self, row: u32, column: u32) -> bool {
        let merge = self.merge(row, column);
        merge.is_some_and(|merge| merge.first.1 < merge.last.1)
    }

    /// Over how many columns a cell with a value is merged.
    pub(super) fn width(&self, row: u32, column: u32) -> u32 {
        self.wide.get(&(row, column)).copied().unwrap_or(1)
    }
}

impl GridRow {
    pub(super) fn get(&self, column: u32) -> Option<&Value> {
        let place = self.cells.binary_search_by_key(&column, |(c, _)| *c).ok()?;
        Some(&self.cells[place].1)
    }

    pub(super) fn cells(&self) -> &[(u32, Value)] {
        &self.cells
    }

    /// Whether the row holds something that is not merely merged over it from above.
    pub(super) fn has_own_cells(&self) -> bool {
        self.cells.len() > self.merged_down.len()
    }
}

impl Value {
    /// The value as the reader would type it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => shown_number(*number),
            Self::Date(date) => date.to_string(),
            Self::Flag(true) => "WAHR".to_owned(),
            Self::Flag(false) => "FALSCH".to_owned(),
            Self::NoResult => String::new(),
        }
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Errors of formulas as they stand in a file that holds shown text only, in German or English.
fn is_error_word(text: &str) -> bool {
    const WORDS: [&str; 15] = [
        "#NV",
        "#N/A",
        "#BEZUG!",
        "#REF!",
        "#WERT!",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#ZAHL!",
        "#NUM!",
        "#NULL!",
        "#ÜBERLAUF!",
        "#SPILL!",
        "#KALK!",
        "#CALC!",
    ];
    let code = text.strip_prefix("Err:");
    WORDS.contains(&text) || code.is_some_and(|code| code.len() == 3 && code.parse::<u16>().is_ok())
}

/// Whole numbers without decimals or exponent.
fn shown_number(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}

/// `D7` for column 3 of row 7.
pub(super) fn address(row: u32, column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(letter));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{row}")
}
