//! What a document must have before it is worth setting.

use crate::{Block, Document, PdfError, Table};

/// Finds the first defect that would make the document inaccessible or crooked.
pub(crate) fn check(document: &Document) -> Result<(), PdfError> {
    if document.title.trim().is_empty() {
        return Err(PdfError::NoTitle);
    }
    Walk::default().blocks(&document.blocks)
}

/// How far the reading has come.
#[derive(Default)]
struct Walk {
    headings: usize,
    level: u8,
    figures: usize,
    tables: usize,
}

impl Walk {
    fn blocks(&mut self, blocks: &[Block]) -> Result<(), PdfError> {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &Block) -> Result<(), PdfError> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                self.figures += 1;
                if figure.alt.trim().is_empty() {
                    return Err(PdfError::MissingAlt {
                        position: self.figures,
                    });
                }
                figure.twin.iter().try_for_each(|twin| self.table(twin))
            }
            Block::Contents => {
                // Its own heading has level 1.
                self.level = 1;
                Ok(())
            }
            Block::Foreign { lang, blocks } => {
                let code =
                    matches!(lang.len(), 2 | 3) && lang.chars().all(|c| c.is_ascii_lowercase());
                if !code {
                    return Err(PdfError::Language(lang.clone()));
                }
                self.blocks(blocks)
            }
            Block::Paragraph { .. }
            | Block::List { .. }
            | Block::Note { .. }
            | Block::PageBreak => Ok(()),
        }
    }

    fn heading(&mut self, level: u8, text: &str) -> Result<(), PdfError> {
        self.headings += 1;
        let position = self.headings;
        let allowed = (self.level + 1).min(6);
        if level == 0 || level > allowed {
            return Err(PdfError::HeadingLevel {
                position,
                level,
                allowed,
            });
        }
        if text.trim().is_empty() {
            return Err(PdfError::EmptyHeading { position });
        }
        self.level = level;
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), PdfError> {
        self.tables += 1;
        let position = self.tables;
        let columns = table.columns.len();
        if columns == 0 {
            return Err(PdfError::NoColumns { position });
        }
        for (index, row) in table.rows.iter().enumerate() {
            let cells = row.cells.len();
            if cells != columns {
                return Err(PdfError::RaggedTable {
                    position,
                    row: index + 1,
                    cells,
                    columns,
                });
            }
        }
        Ok(())
    }
}
