//! What cannot be made accessible is an error.

use pdf::{Block, Figure, PdfError, Table};

use super::{SVG, document};

fn refusal(blocks: impl IntoIterator<Item = Block>) -> PdfError {
    pdf::render(&document(blocks)).unwrap_err()
}

#[test]
fn a_heading_jump_is_refused() {
    let jump = [Block::heading(1, "Eins"), Block::heading(3, "Drei")];
    let error = refusal(jump);
    assert!(
        matches!(
            error,
            PdfError::HeadingLevel {
                position: 2,
                level: 3,
                allowed: 2
            }
        ),
        "{error}"
    );
}

#[test]
fn a_document_does_not_open_with_a_second_level() {
    assert!(matches!(
        refusal([Block::heading(2, "Zwei")]),
        PdfError::HeadingLevel {
            position: 1,
            level: 2,
            allowed: 1
        }
    ));
}

#[test]
fn a_heading_without_words_is_refused() {
    assert!(matches!(
        refusal([Block::heading(1, " ")]),
        PdfError::EmptyHeading { position: 1 }
    ));
}

#[test]
fn a_picture_without_description_is_refused_wherever_it_stands() {
    let bare = || Block::from(Figure::new(SVG, " ", "Bild"));
    assert!(matches!(
        refusal([bare()]),
        PdfError::MissingAlt { position: 1 }
    ));
    let nested = Block::foreign("en", [bare()]);
    assert!(matches!(
        refusal([nested]),
        PdfError::MissingAlt { position: 1 }
    ));
}

#[test]
fn a_broken_picture_is_refused() {
    let error = refusal([Figure::new("<svg", "Balken", "Bild").into()]);
    assert!(matches!(error, PdfError::Typeset(_)), "{error}");
}

#[test]
fn a_crooked_table_is_refused() {
    let crooked = Table::new("Schief")
        .label("Ort")
        .number("n")
        .row(["Herne", "1"])
        .row(["Hamm"]);
    assert!(matches!(
        refusal([crooked.into()]),
        PdfError::RaggedTable {
            position: 1,
            row: 2,
            cells: 1,
            columns: 2
        }
    ));
    assert!(matches!(
        refusal([Table::new("Leer").into()]),
        PdfError::NoColumns { position: 1 }
    ));
}

#[test]
fn an_unknown_language_code_is_refused() {
    let error = refusal([Block::foreign("Arabisch", [])]);
    assert!(matches!(error, PdfError::Language(code) if code == "Arabisch"));
}

#[test]
fn a_document_without_title_is_refused() {
    let mut untitled = document([]);
    untitled.title = String::new();
    assert!(matches!(pdf::render(&untitled), Err(PdfError::NoTitle)));
}
