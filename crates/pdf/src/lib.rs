//! Documents as tagged PDF/UA-1.
//!
//! A [`Document`] is plain data: a title, a cover, and a list of [`Block`]s.
//! [`render`] hands it to one fixed typst template and exports the pages as
//! PDF 1.7 with PDF/UA-1 tags, fonts embedded. What breaks accessibility (a
//! picture without description, a jump in the headings) is an error; there is
//! no untagged way out. Text of the caller is shown as it stands and never
//! read as markup. The same document gives the same bytes on every machine:
//! no clock, no system fonts, no network.
//!
//! ```no_run
//! use jiff::civil::date;
//! use pdf::{Block, Cover, Document, Figure, Lang, Table};
//!
//! # let svg = String::new();
//! let mut report = Document::new("Jahresbericht 2021", Lang::De, date(2022, 6, 30))
//!     .author("Wissenschaftliche Begleitung")
//!     .marking("Synthetische Daten")
//!     .cover(Cover::default().subtitle("Kreis Musterland").fact("Datenstand", "30.06.2022"));
//! report.blocks.extend([
//!     Block::Contents,
//!     Block::PageBreak,
//!     Block::heading(1, "Bestand"),
//!     Block::paragraph("Am Stichtag waren 4.609 Personen in Begleitung."),
//!     Table::new("Bestand nach Kommune")
//!         .label("Kommune")
//!         .number("Bestand")
//!         .row(["Musterstadt", "120"])
//!         .row(["Beispielheim", "·"])
//!         .total(["Zusammen", "4.609"])
//!         .note("· = Wert unterdrückt")
//!         .into(),
//!     Figure::new(svg, "Säulen: der Bestand steigt bis Q3.", "Bestand nach Quartal").into(),
//! ]);
//! let bytes = pdf::render(&report)?;
//! # Ok::<(), pdf::PdfError>(())
//! ```

#![warn(missing_docs)]

mod block;
mod check;
mod document;
mod error;
mod fonts;
mod text;
mod world;

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use block::{Block, Column, Figure, Row, Table};
pub use document::{Cover, Document, Lang};
pub use error::PdfError;
pub use text::{Inline, Text};

use world::DocumentWorld;

/// Sets a document and exports it as tagged PDF/UA-1.
///
/// Characters that no embedded font can show appear as `�`; control
/// characters are dropped. A render takes one core and about 100 ms for 30
/// pages in a release build; its caches are freed before it returns.
///
/// # Errors
///
/// [`PdfError`] names the block that cannot be made accessible or does not fit
/// together; nothing is exported then.
pub fn render(document: &Document) -> Result<Vec<u8>, PdfError> {
    check::check(document)?;
    let bytes = typeset(document);
    comemo::evict(0);
    bytes
}

/// The characters of a text that no embedded font can show, each once, in
/// their order. Ask before a text is taken: [`render`] prints `�` for them.
///
/// ```
/// assert!(pdf::unprintable("Größe ≤ 5").is_empty());
/// assert_eq!(pdf::unprintable("Gut 🥳 und 🥳 漢"), ['🥳', '漢']);
/// ```
pub fn unprintable(text: &str) -> Vec<char> {
    fonts::unprintable(text)
}

fn typeset(document: &Document) -> Result<Vec<u8>, PdfError> {
    let world = DocumentWorld::new(document)?;
    let compiled = typst::compile::<PagedDocument>(&world);
    let pages = compiled
        .output
        .map_err(|errors| PdfError::Typeset(messages(&errors)))?;
    // The template is ours and fixed, so a warning says that the pages are not
    // what they should be, for instance page numbers that did not settle.
    if !compiled.warnings.is_empty() {
        return Err(PdfError::Typeset(messages(&compiled.warnings)));
    }
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| PdfError::Export(error.message().to_string()))?;
    let options = PdfOptions {
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|errors| PdfError::Export(messages(&errors)))
}

fn messages(diagnostics: &[SourceDiagnostic]) -> String {
    let texts: Vec<&str> = diagnostics.iter().map(|d| d.message.as_str()).collect();
    texts.join("; ")
}
