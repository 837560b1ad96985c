//! The tree above the categories of one column.

use std::collections::BTreeSet;

use super::FileError;
use crate::TOTAL;

/// Reads pairs of child and parent.
pub(super) fn read(column: &str, text: &str) -> Result<Vec<(String, String)>, FileError> {
    let file = format!("the hierarchy of {column:?}");
    let mut reader = super::reader(text);
    let broken = |source| super::broken(&file, source);
    if reader
        .headers()
        .map_err(broken)?
        .iter()
        .ne(["child", "parent"])
    {
        let message = "the header must be child,parent".to_owned();
        return Err(FileError::Header { file, message });
    }
    let mut edges = Vec::new();
    let mut children = BTreeSet::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let (child, parent) = (&record[0], &record[1]);
        if let Some(message) = fault(child, parent, &children) {
            let line = record.position().map_or(0, csv::Position::line);
            return Err(FileError::Row {
                file,
                line,
                message,
            });
        }
        children.insert(child.to_owned());
        edges.push((child.to_owned(), parent.to_owned()));
    }
    if edges.is_empty() {
        return Err(FileError::Header {
            file,
            message: "there is no row".to_owned(),
        });
    }
    Ok(edges)
}

fn fault(child: &str, parent: &str, children: &BTreeSet<String>) -> Option<String> {
    if child.is_empty() || parent.is_empty() {
        Some("a label is empty".to_owned())
    } else if child == TOTAL || parent == TOTAL {
        Some(format!("no node can be called {TOTAL:?}"))
    } else {
        children
            .contains(child)
            .then(|| format!("{child:?} has a place already"))
    }
}
