//! What the spreadsheet parser does not say of `OpenDocument` sheets: merged cells, and their size
//! before it is unfolded, for one repeated row can stand for a million.

use std::collections::HashMap;
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::UnreadableFile;
use super::grid::Merge;

/// Cells from the first to the last one used, in all sheets.
const MOST_CELLS: u64 = 20_000_000;

/// Merged cells by sheet; none for other kinds of files.
pub(super) fn merges(bytes: &[u8]) -> Result<HashMap<String, Vec<Merge>>, UnreadableFile> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return Ok(HashMap::new());
    };
    let Ok(content) = archive.by_name("content.xml") else {
        return Ok(HashMap::new());
    };
    let mut reader = Reader::from_reader(BufReader::new(content));
    let mut walk = Walk::default();
    let mut buffer = Vec::new();
    loop {
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|_| UnreadableFile::Corrupt)? {
            Event::Start(tag) => walk.opened(&tag)?,
            Event::Empty(tag) => {
                walk.opened(&tag)?;
                walk.closed(tag.name().as_ref())?;
            }
            Event::End(tag) => walk.closed(tag.name().as_ref())?,
            Event::Eof => return Ok(walk.merges),
            _ => {}
        }
        buffer.clear();
    }
}

/// Where in which sheet the reader stands.
#[derive(Default)]
struct Walk {
    merges: HashMap<String, Vec<Merge>>,
    sheet: String,
    row: u32,
    column: u32,
    /// How often the row stands below itself.
    repeats: u32,
    /// Rows and columns used so far.
    used: (u32, u32),
    cells: u64,
}

impl Walk {
    fn opened(&mut self, tag: &BytesStart<'_>) -> Result<(), UnreadableFile> {
        match tag.name().as_ref() {
            "table:table" => {
                self.sheet = text(tag, "table:name")?;
                (self.row, self.used) = (0, (0, 0));
            }
            "table:table-row" => {
                self.repeats = number(tag, "table:number-rows-repeated")?;
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(tag)?,
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, tag: &BytesStart<'_>) -> Result<(), UnreadableFile> {
        let rows = number(tag, "table:number-rows-spanned")?;
        let columns = number(tag, "table:number-columns-spanned")?;
        let (row, column) = (self.row, self.column);
        if rows > 1 || columns > 1 {
            let last = (
                row.saturating_add(rows - 1),
                column.saturating_add(columns - 1),
            );
            let first = (row, column);
            let merges = self.merges.entry(self.sheet.clone()).or_default();
            merges.push(Merge { first, last });
        }
        let repeats = number(tag, "table:number-columns-repeated")?;
        self.column = column.saturating_add(repeats);
        if !text(tag, "office:value-type")?.is_empty() {
            let bottom = row.saturating_add(self.repeats);
            self.used = (self.used.0.max(bottom), self.used.1.max(self.column));
        }
        Ok(())
    }

    fn closed(&mut self, name: &str) -> Result<(), UnreadableFile> {
        match name {
            "table:table-row" => self.row = self.row.saturating_add(self.repeats),
            "table:table" => {
                self.cells += u64::from(self.used.0) * u64::from(self.used.1);
                if self.cells > MOST_CELLS {
                    return Err(UnreadableFile::TooLarge);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn text(tag: &BytesStart<'_>, name: &str) -> Result<String, UnreadableFile> {
    let attribute = tag.try_get_attribute(name);
    let Some(attribute) = attribute.map_err(|_| UnreadableFile::Corrupt)? else {
        return Ok(String::new());
    };
    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    Ok(value.map_err(|_| UnreadableFile::Corrupt)?.into_owned())
}

/// A count that is one where it is not said.
fn number(tag: &BytesStart<'_>, name: &str) -> Result<u32, UnreadableFile> {
    let text = text(tag, name)?;
    if text.is_empty() {
        return Ok(1);
    }
    text.parse().map_err(|_| UnreadableFile::Corrupt)
}
