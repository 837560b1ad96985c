//! Separated text as a grid, with the line on which each record starts.

use super::grid::{Grid, GridBuilder, Value};
use super::{UnreadableFile, sniff};

pub(super) fn grid(bytes: &[u8]) -> Result<Grid, UnreadableFile> {
    let text = sniff::decode(bytes);
    if text.contains('\0') {
        return Err(UnreadableFile::NotATable);
    }
    let text = unwrapped(&text).unwrap_or(text);
    let named = sniff::named_separator(&text);
    let separator = named.unwrap_or_else(|| sniff::separator(&text));
    let mut records = Records {
        rest: &text,
        separator,
        line: 1,
    };
    let mut builder = GridBuilder::default();
    if named.is_some() {
        records.record()?;
    }
    while !records.rest.is_empty() {
        let line = records.line;
        for (column, field) in records.record()?.into_iter().enumerate() {
            builder.add(
                line,
                u32::try_from(column).unwrap_or(u32::MAX),
                Value::Text(field),
            )?;
        }
    }
    Ok(builder.finish(None, Vec::new(), false))
}

/// A list of which each line was put in quotes as one field, without them.
fn unwrapped(text: &str) -> Option<String> {
    let mut lines = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            lines.push(String::new());
            continue;
        }
        let field = line.strip_prefix('"')?.strip_suffix('"')?;
        // Quotes inside are doubled; others part several fields.
        if field.replace("\"\"", "").contains('"') {
            return None;
        }
        lines.push(field.replace("\"\"", "\""));
    }
    let text = lines.join("\n");
    let separator = sniff::separator(&text);
    let mut filled = lines.iter().filter(|line| !line.is_empty());
    filled.all(|line| line.contains(separator)).then_some(text)
}

/// Records after RFC 4180, with any separator and any line end.
struct Records<'a> {
    rest: &'a str,
    separator: char,
    line: u32,
}

impl Records<'_> {
    fn record(&mut self) -> Result<Vec<String>, UnreadableFile> {
        let mut fields = Vec::new();
        loop {
            fields.push(if self.rest.starts_with('"') {
                self.quoted()?
            } else {
                self.plain()
            });
            if let Some(rest) = self.rest.strip_prefix(self.separator) {
                self.rest = rest;
            } else {
                self.end_of_line();
                return Ok(fields);
            }
        }
    }

    fn plain(&mut self) -> String {
        let end = self
            .rest
            .find([self.separator, '\r', '\n'])
            .unwrap_or(self.rest.len());
        let (field, rest) = self.rest.split_at(end);
        self.rest = rest;
        // `="0017"`: a number whose noughts Excel was to keep.
        let kept = field
            .strip_prefix("=\"")
            .and_then(|text| text.strip_suffix('"'));
        kept.unwrap_or(field).to_owned()
    }

    /// A field in quotes may hold separators, line ends and doubled quotes.
    fn quoted(&mut self) -> Result<String, UnreadableFile> {
        let opened = self.line;
        let mut field = String::new();
        self.rest = &self.rest[1..];
        loop {
            let end = self
                .rest
                .find('"')
                .ok_or(UnreadableFile::OpenQuote { line: opened })?;
            let part = &self.rest[..end];
            self.line += line_ends(part);
            field.push_str(part);
            self.rest = &self.rest[end + 1..];
            match self.rest.strip_prefix('"') {
                Some(rest) => {
                    field.push('"');
                    self.rest = rest;
                }
                None => break,
            }
        }
        self.rest = self.rest.trim_start_matches(' ');
        let ended = self.rest.is_empty() || self.rest.starts_with([self.separator, '\r', '\n']);
        if ended {
            Ok(field)
        } else {
            Err(UnreadableFile::TextAfterQuote { line: self.line })
        }
    }

    fn end_of_line(&mut self) {
        let rest = self.rest;
        self.rest = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix(['\r', '\n']))
            .unwrap_or(rest);
        self.line += 1;
    }
}

fn line_ends(text: &str) -> u32 {
    let lone_returns = text.matches('\r').count() - text.matches("\r\n").count();
    u32::try_from(text.matches('\n').count() + lone_returns).unwrap_or(u32::MAX)
}
