//! What typst may see: the template, the document's data, the embedded fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::fonts::{FONTS, make_legible};
use crate::{Document, PdfError};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Row heads (`pdf.header-cell`) stand behind this feature.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::detached(include_str!("document.typ")));
/// Where the template reads the document from.
const DATA: &str = "document.json";

/// A world that holds one document and nothing else.
pub(crate) struct DocumentWorld {
    data: Bytes,
}

impl DocumentWorld {
    pub(crate) fn new(document: &Document) -> Result<Self, PdfError> {
        let unreadable = |error: serde_json::Error| PdfError::Typeset(error.to_string());
        let mut data = serde_json::to_value(document).map_err(unreadable)?;
        make_legible(&mut data);
        Ok(Self {
            data: Bytes::from_string(data.to_string()),
        })
    }
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() {
            Ok(TEMPLATE.clone())
        } else {
            Err(unknown(id))
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if path(id) == DATA {
            Ok(self.data.clone())
        } else {
            Err(unknown(id))
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn path(id: FileId) -> &'static str {
    id.get().vpath().get_without_slash()
}

fn unknown(id: FileId) -> FileError {
    FileError::NotFound(path(id).into())
}
