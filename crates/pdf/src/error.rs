//! Why a document is not rendered.

use thiserror::Error;

/// Why a document is not rendered. Positions count from 1 in reading order and
/// no variant but the last two carries text of the document.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PdfError {
    /// The document has no title; PDF/UA shows it in the window bar.
    #[error("the document has no title")]
    NoTitle,
    /// A heading without text.
    #[error("heading {position} is empty")]
    EmptyHeading {
        /// Which heading of the document.
        position: usize,
    },
    /// A heading skips a level, or its level is not between 1 and 6.
    #[error("heading {position} has level {level}, at most {allowed} may stand here")]
    HeadingLevel {
        /// Which heading of the document.
        position: usize,
        /// The level it has.
        level: u8,
        /// The deepest level allowed at its place.
        allowed: u8,
    },
    /// A figure without alternative text.
    #[error("figure {position} has no alternative text")]
    MissingAlt {
        /// Which figure of the document.
        position: usize,
    },
    /// A table without columns.
    #[error("table {position} has no columns")]
    NoColumns {
        /// Which table of the document, twins of figures included.
        position: usize,
    },
    /// A row has more or fewer cells than its table has columns.
    #[error("table {position}, row {row}: {cells} cells for {columns} columns")]
    RaggedTable {
        /// Which table of the document, twins of figures included.
        position: usize,
        /// Which row of the table.
        row: usize,
        /// Cells of the row.
        cells: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// Not a two- or three-letter language code (ISO 639).
    #[error("`{0}` is not a language code")]
    Language(String),
    /// The pages could not be set, for instance because an SVG cannot be read.
    #[error("the document cannot be set: {0}")]
    Typeset(String),
    /// The pages do not conform to PDF/UA-1.
    #[error("the document does not conform to PDF/UA-1: {0}")]
    Export(String),
}
