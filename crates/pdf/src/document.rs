//! The document as a whole: what it is, whose, from when.

use jiff::civil::Date;
use serde::Serialize;

use crate::Block;

/// The language of a document: decides hyphenation, the words on each page
/// ("Seite 3 von 12") and what a screen reader speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// German (`de-DE`).
    De,
    /// English (`en-GB`).
    En,
}

/// A document: metadata, an optional cover, and blocks in reading order.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// Title, shown on the first page, in the running head and in the window bar.
    pub title: String,
    /// Language of everything outside [`Block::Foreign`].
    pub lang: Lang,
    /// Authors, shown in the foot of each page.
    pub authors: Vec<String>,
    /// What the document is about, for the file's metadata.
    pub subject: Option<String>,
    /// Day written into the file's metadata. The caller fixes it, so that the
    /// same content gives the same bytes.
    pub date: Date,
    /// A mark for each page, such as "Synthetische Daten" or "Entwurf".
    pub marking: Option<String>,
    /// A page of its own before the content; without it the title stands above
    /// the first block.
    pub cover: Option<Cover>,
    /// The content.
    pub blocks: Vec<Block>,
}

impl Document {
    /// A document without cover and content.
    pub fn new(title: impl Into<String>, lang: Lang, date: Date) -> Self {
        Self {
            title: title.into(),
            lang,
            authors: Vec::new(),
            subject: None,
            date,
            marking: None,
            cover: None,
            blocks: Vec::new(),
        }
    }

    /// Adds an author.
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.authors.push(author.into());
        self
    }

    /// Says what the document is about.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Marks every page.
    #[must_use]
    pub fn marking(mut self, marking: impl Into<String>) -> Self {
        self.marking = Some(marking.into());
        self
    }

    /// Opens with a cover page.
    #[must_use]
    pub fn cover(mut self, cover: Cover) -> Self {
        self.cover = Some(cover);
        self
    }

    /// Adds a block.
    #[must_use]
    pub fn with(mut self, block: impl Into<Block>) -> Self {
        self.blocks.push(block.into());
        self
    }
}

/// What stands on the cover besides title and marking.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Cover {
    /// Line under the title.
    pub subtitle: Option<String>,
    /// Labelled lines at the foot of the cover, such as ("Datenstand", "30.06.2022").
    pub facts: Vec<(String, String)>,
}

impl Cover {
    /// Sets the line under the title.
    #[must_use]
    pub fn subtitle(mut self, subtitle: impl Into<String>) -> Self {
        self.subtitle = Some(subtitle.into());
        self
    }

    /// Adds a labelled line.
    #[must_use]
    pub fn fact(mut self, label: impl Into<String>, value: impl Into<String>) -> Self {
        self.facts.push((label.into(), value.into()));
        self
    }
}
