//! The protected table and its certificate as text.

use super::FileError;
use crate::{Certificate, PublishedTable};

/// Every cell as a row; why a cell is suppressed is not told, for it would narrow the cell.
pub(super) fn table(table: &PublishedTable) -> Result<String, FileError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = table.dimensions().iter().map(crate::Dimension::name);
    writer
        .write_record(names.chain(["n", "status"]))
        .map_err(failed)?;
    for cell in table.cells() {
        let (count, status) = match cell.count {
            Some(count) => (count.to_string(), "published"),
            None => (String::new(), "suppressed"),
        };
        let labels = cell.labels.iter().copied();
        writer
            .write_record(labels.chain([count.as_str(), status]))
            .map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(failed)?;
    String::from_utf8(bytes).map_err(failed)
}

/// The certificate with a line break at its end.
pub(super) fn certificate(certificate: &Certificate) -> Result<String, FileError> {
    let mut text = serde_json::to_string_pretty(certificate).map_err(failed)?;
    text.push('\n');
    Ok(text)
}

fn failed(error: impl std::fmt::Display) -> FileError {
    FileError::Output(error.to_string())
}
