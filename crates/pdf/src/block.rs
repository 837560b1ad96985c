//! What a document is made of.

use serde::Serialize;

use crate::Text;

/// One piece of a document's content.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A numbered heading. The first has level 1, and no level is skipped.
    Heading {
        /// 1 to 6; chapters have level 1.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: Text,
    },
    /// A list with bullets or numbers.
    List {
        /// Numbers instead of bullets.
        ordered: bool,
        /// One text per item.
        items: Vec<Text>,
    },
    /// A numbered table with caption.
    Table(Table),
    /// A numbered picture with caption.
    Figure(Figure),
    /// A paragraph set off from the rest.
    Note {
        /// Its words.
        text: Text,
    },
    /// What follows starts on a new page.
    PageBreak,
    /// Table of contents down to level 3, with its own heading.
    Contents,
    /// Content in another language than the document, set right to left where
    /// the language is written so.
    Foreign {
        /// Language code of two or three letters (ISO 639), such as `ar`.
        lang: String,
        /// The content in that language.
        blocks: Vec<Block>,
    },
}

impl Block {
    /// A heading.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading {
            level,
            text: text.into(),
        }
    }

    /// A paragraph.
    pub fn paragraph(text: impl Into<Text>) -> Self {
        Self::Paragraph { text: text.into() }
    }

    /// A list with bullets.
    pub fn bullets<T: Into<Text>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List {
            ordered: false,
            items: items.into_iter().map(Into::into).collect(),
        }
    }

    /// A list with numbers.
    pub fn numbered<T: Into<Text>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List {
            ordered: true,
            items: items.into_iter().map(Into::into).collect(),
        }
    }

    /// A paragraph set off from the rest.
    pub fn note(text: impl Into<Text>) -> Self {
        Self::Note { text: text.into() }
    }

    /// Content in another language.
    pub fn foreign(lang: impl Into<String>, blocks: impl IntoIterator<Item = Block>) -> Self {
        Self::Foreign {
            lang: lang.into(),
            blocks: blocks.into_iter().collect(),
        }
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

impl From<Figure> for Block {
    fn from(figure: Figure) -> Self {
        Self::Figure(figure)
    }
}

/// A table. It may run over pages; its column heads are repeated, rows stay
/// whole. Up to about 30 columns of numbers fit: text shrinks, and what is too
/// wide then gets a turned page. Cells are shown as given: the caller formats
/// numbers and writes the sign for suppressed values.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// What the table shows; the number ("Tabelle 3") is set before it.
    pub caption: String,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, each with one cell per column.
    pub rows: Vec<Row>,
    /// Small print under the table: base, data date, legend of signs.
    pub notes: Vec<String>,
    /// The first column heads its row.
    pub row_header: bool,
    /// On a turned page of its own, even if it is not too wide.
    pub landscape: bool,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Column head.
    pub title: String,
    /// Numbers are aligned to the right, labels to the left.
    pub number: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// One cell per column.
    pub cells: Vec<String>,
    /// Set off as a sum.
    pub total: bool,
}

impl Table {
    /// A table without columns and rows, whose first column heads its rows.
    pub fn new(caption: impl Into<String>) -> Self {
        Self {
            caption: caption.into(),
            columns: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
            row_header: true,
            landscape: false,
        }
    }

    /// Adds a column of labels.
    #[must_use]
    pub fn label(mut self, title: impl Into<String>) -> Self {
        self.columns.push(Column {
            title: title.into(),
            number: false,
        });
        self
    }

    /// Adds a column of numbers.
    #[must_use]
    pub fn number(mut self, title: impl Into<String>) -> Self {
        self.columns.push(Column {
            title: title.into(),
            number: true,
        });
        self
    }

    /// Adds columns of numbers.
    #[must_use]
    pub fn numbers<T: Into<String>>(self, titles: impl IntoIterator<Item = T>) -> Self {
        titles.into_iter().fold(self, Self::number)
    }

    /// Adds a row.
    #[must_use]
    pub fn row<T: Into<String>>(mut self, cells: impl IntoIterator<Item = T>) -> Self {
        let cells = cells.into_iter().map(Into::into).collect();
        self.rows.push(Row {
            cells,
            total: false,
        });
        self
    }

    /// Adds a row of sums.
    #[must_use]
    pub fn total<T: Into<String>>(mut self, cells: impl IntoIterator<Item = T>) -> Self {
        let cells = cells.into_iter().map(Into::into).collect();
        self.rows.push(Row { cells, total: true });
        self
    }

    /// Adds a line of small print.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Treats the first column as data like the others.
    #[must_use]
    pub fn without_row_header(mut self) -> Self {
        self.row_header = false;
        self
    }

    /// Gives the table a turned page of its own.
    #[must_use]
    pub fn landscape(mut self) -> Self {
        self.landscape = true;
        self
    }
}

/// A picture. It keeps its size in points (96 px to the inch) unless the page
/// is smaller; text in it is set in the document's fonts.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// A self-contained SVG without style sheet variables and linked files.
    pub svg: String,
    /// What a reader who cannot see the picture should know; never empty.
    pub alt: String,
    /// What the picture shows; the number ("Abbildung 3") is set before it.
    pub caption: String,
    /// The values of the picture as a table, set below it.
    pub twin: Option<Table>,
}

impl Figure {
    /// A picture without table.
    pub fn new(svg: impl Into<String>, alt: impl Into<String>, caption: impl Into<String>) -> Self {
        Self {
            svg: svg.into(),
            alt: alt.into(),
            caption: caption.into(),
            twin: None,
        }
    }

    /// Sets the values of the picture as a table below it.
    #[must_use]
    pub fn twin(mut self, table: Table) -> Self {
        self.twin = Some(table);
        self
    }
}
