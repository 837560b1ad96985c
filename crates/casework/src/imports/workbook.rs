//! Files of spreadsheet programs as grids.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Dimensions, Reader, SheetVisible, Sheets, Xlsb, Xlsx};
use jiff::civil::Date;

use super::grid::{Grid, GridBuilder, Merge, Value};
use super::{PartialDate, UnreadableFile, archive, opendocument};

/// Sheets that can be seen come first, hidden ones (mostly lists for drop-downs) last.
pub(super) struct Workbook<'a> {
    sheets: Sheets<Cursor<&'a [u8]>>,
    /// Of an `OpenDocument` file, by sheet.
    merges: HashMap<String, Vec<Merge>>,
    pub(super) names: Vec<String>,
    /// How many of them can be seen.
    visible: usize,
}

const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether the bytes are those of a spreadsheet program rather than text.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        || bytes.starts_with(b"PK\x05\x06")
        || bytes.starts_with(COMPOUND_FILE)
}

impl<'a> Workbook<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, UnreadableFile> {
        if bytes.starts_with(COMPOUND_FILE) {
            if is_encrypted_package(bytes) {
                return Err(UnreadableFile::Encrypted);
            }
        } else {
            archive::check(bytes)?;
        }
        let merges = opendocument::merges(bytes)?;
        let sheets =
            calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| refusal(&e))?;
        let (mut seen, mut hidden) = (Vec::new(), Vec::new());
        for sheet in sheets.sheets_metadata() {
            let list = if sheet.visible == SheetVisible::Visible {
                &mut seen
            } else {
                &mut hidden
            };
            list.push(sheet.name.clone());
        }
        let visible = seen.len();
        seen.append(&mut hidden);
        Ok(Self {
            sheets,
            merges,
            names: seen,
            visible,
        })
    }

    /// The sheets that can be seen and hold something, but for this one.
    pub(super) fn others(&mut self, read: Option<&str>) -> Vec<String> {
        let mut others = self.names[..self.visible].to_vec();
        others.retain(|name| Some(name.as_str()) != read && self.holds_something(name));
        others
    }

    /// One that cannot be read does.
    fn holds_something(&mut self, name: &str) -> bool {
        let Sheets::Xlsx(book) = &mut self.sheets else {
            return self.grid(name).map_or(true, |grid| !grid.rows.is_empty());
        };
        let mut cells = match book.worksheet_cells_reader(name) {
            Ok(cells) => cells,
            Err(error) => return !matches!(error, calamine::XlsxError::NotAWorksheet(_)),
        };
        loop {
            let Ok(cell) = cells.next_cell() else {
                return true;
            };
            let Some(cell) = cell else { return false };
            match value(&cell.get_value().clone().into()) {
                Some(Value::Text(text)) if text.trim().is_empty() => {}
                Some(_) => return true,
                None => {}
            }
        }
    }

    pub(super) fn grid(&mut self, name: &str) -> Result<Grid, UnreadableFile> {
        match &mut self.sheets {
            Sheets::Xlsx(book) => xlsx_grid(book, name),
            Sheets::Xls(book) => {
                let merges = merged(&book.merge_cells_by_sheet_name(name).unwrap_or_default());
                let epoch_1904 = book.has_1904_epoch();
                let range = book.worksheet_range(name).map_err(|e| refusal(&e.into()))?;
                range_grid(name, &range, &merges, epoch_1904)
            }
            Sheets::Xlsb(book) => xlsb_grid(book, name),
            Sheets::Ods(book) => {
                let range = book.worksheet_range(name).map_err(|e| refusal(&e.into()))?;
                let merges = self.merges.get(name).map(Vec::as_slice).unwrap_or_default();
                range_grid(name, &range, merges, false)
            }
        }
    }
}

/// An encrypted OOXML file is a compound file with a stream of this name (MS-OFFCRYPTO 2.3.4.4).
fn is_encrypted_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn refusal(error: &calamine::Error) -> UnreadableFile {
    use calamine::{Error, OdsError, XlsError, XlsbError, XlsxError};
    match error {
        Error::Xls(XlsError::Password)
        | Error::Xlsx(XlsxError::Password)
        | Error::Xlsb(XlsbError::Password)
        | Error::Ods(OdsError::Password) => UnreadableFile::Encrypted,
        _ => UnreadableFile::Corrupt,
    }
}

fn xlsx_grid(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Grid, UnreadableFile> {
    let merges = book
        .merge_cells_by_sheet_name(name)
        .map_err(|e| refusal(&e.into()))?;
    let epoch_1904 = book.has_1904_epoch();
    let formatted = formatted(book, name)?;
    let mut builder = GridBuilder::default();
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(Grid::default()),
        Err(error) => return Err(refusal(&error.into())),
    };
    while let Some(cell) = cells
        .next_cell_with_formula()
        .map_err(|e| refusal(&e.into()))?
    {
        let (row, column) = cell.pos;
        let value = match cell.value {
            DataRef::Empty if cell.formula.is_some() => Some(Value::NoResult),
            DataRef::SharedString(text) => Some(Value::Text(text.to_owned())),
            other => value(&other.into()),
        };
        if let Some(value) = value {
            let value = formatted
                .get(&cell.pos)
                .map_or(value.clone(), |how| how.apply(&value));
            builder.add(row + 1, column, value)?;
        }
    }
    Ok(builder.finish(Some(name.to_owned()), merged(&merges), epoch_1904))
}

fn xlsb_grid(book: &mut Xlsb<Cursor<&[u8]>>, name: &str) -> Result<Grid, UnreadableFile> {
    let epoch_1904 = book.has_1904_epoch();
    let mut builder = GridBuilder::default();
    let cells = book.worksheet_cells_reader(name);
    let mut cells = cells.map_err(|e| refusal(&e.into()))?;
    while let Some(cell) = cells.next_cell().map_err(|e| refusal(&e.into()))? {
        let (row, column) = cell.get_position();
        if let Some(value) = value(&cell.get_value().clone().into()) {
            builder.add(row + 1, column, value)?;
        }
    }
    Ok(builder.finish(Some(name.to_owned()), Vec::new(), epoch_1904))
}

/// What a number format does to the value that the reader of the sheet sees.
#[derive(Clone, Copy)]
enum Shown {
    /// No day: what is seen is all that was meant.
    Month,
    Year,
    /// `00017`
    Padded(usize),
}

impl Shown {
    fn of(format: &str) -> Option<Self> {
        if format.len() > 1 && format.bytes().all(|b| b == b'0') {
            return Some(Self::Padded(format.len()));
        }
        let shown: String = format.split(['[', ']', '"']).step_by(2).collect();
        let shown = shown.to_ascii_lowercase();
        if !shown.contains('y') || shown.contains('d') || shown.contains('h') {
            return None;
        }
        Some(if shown.contains('m') {
            Self::Month
        } else {
            Self::Year
        })
    }

    fn apply(self, value: &Value) -> Value {
        match (self, value) {
            (Self::Year, Value::Date(date)) => Value::Date(PartialDate::Year(date.year())),
            (Self::Month, Value::Date(PartialDate::Day(day))) => {
                Value::Date(PartialDate::Month(day.first_of_month()))
            }
            (Self::Padded(width), Value::Number(number)) if number.fract() == 0.0 => {
                Value::Text(format!("{number:0width$.0}"))
            }
            _ => value.clone(),
        }
    }
}

type Formatted = HashMap<(u32, u32), Shown>;

/// Cells whose number format matters. A second walk through the sheet, made only if the workbook
/// has such a format.
fn formatted(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Formatted, UnreadableFile> {
    let mut found = Formatted::new();
    let Ok(mut cells) = book.worksheet_cells_reader(name) else {
        return Ok(found);
    };
    let format = |style: &calamine::Style| Shown::of(&style.number_format.as_ref()?.format_code);
    let formats: Vec<Option<Shown>> = cells.styles().iter().map(format).collect();
    if formats.iter().all(Option::is_none) {
        return Ok(found);
    }
    while let Some((row, column, style)) = cells.next_style_id().map_err(|e| refusal(&e.into()))? {
        if let Some(Some(shown)) = formats.get(style) {
            found.insert((row, column), *shown);
        }
    }
    Ok(found)
}

fn range_grid(
    name: &str,
    range: &calamine::Range<Data>,
    merges: &[Merge],
    epoch_1904: bool,
) -> Result<Grid, UnreadableFile> {
    let (top, left) = range.start().unwrap_or_default();
    let mut builder = GridBuilder::default();
    for (row, column, data) in range.used_cells() {
        let place = |offset: usize, start: u32| {
            start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
        };
        if let Some(value) = value(data) {
            builder.add(place(row, top) + 1, place(column, left), value)?;
        }
    }
    Ok(builder.finish(Some(name.to_owned()), merges.to_vec(), epoch_1904))
}

fn merged(merges: &[Dimensions]) -> Vec<Merge> {
    merges
        .iter()
        .map(|area| Merge {
            first: area.start,
            last: area.end,
        })
        .collect()
}

fn value(data: &Data) -> Option<Value> {
    Some(match data {
        Data::Empty => return None,
        #[expect(clippy::cast_precision_loss, reason = "cells hold at most 15 digits")]
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::Bool(flag) => Value::Flag(*flag),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            match day_of(year, month, day) {
                Some(day) => Value::Date(PartialDate::Day(day)),
                None => Value::Number(moment.as_f64()),
            }
        }
        Data::DateTime(span) => Value::Number(span.as_f64()),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            Value::Text(text.clone())
        }
        Data::Error(error) => Value::Error(error.to_string()),
    })
}

fn day_of(year: u16, month: u8, day: u8) -> Option<Date> {
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}
