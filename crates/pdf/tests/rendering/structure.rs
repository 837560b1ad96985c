//! Matterhorn-style checks: what PDF/UA-1 (ISO 14289-1) asks of the file.

use pdf::Table;

use super::file::{Pdf, decode};
use super::{document, report};

#[test]
fn the_file_says_that_it_is_tagged_in_which_language_and_shows_its_title() {
    let pdf = Pdf::of(&report());
    let catalog = pdf.catalog();
    let marks = pdf.entry(catalog, "MarkInfo").unwrap().as_dict().unwrap();
    assert!(marks.get(b"Marked").unwrap().as_bool().unwrap());
    assert_eq!(decode(pdf.entry(catalog, "Lang").unwrap()), "de-DE");
    let viewer = pdf
        .entry(catalog, "ViewerPreferences")
        .unwrap()
        .as_dict()
        .unwrap();
    assert!(viewer.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let metadata = pdf.entry(catalog, "Metadata").unwrap().as_stream().unwrap();
    let xmp = metadata
        .get_plain_content()
        .unwrap_or_else(|_| metadata.content.clone());
    let xmp = String::from_utf8(xmp).unwrap();
    assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>"), "{xmp}");
    assert!(xmp.contains("Bericht über Übergänge"), "{xmp}");
    assert!(xmp.contains("2022-06-30"), "{xmp}");
}

#[test]
fn every_figure_has_its_alternative_text() {
    let alts: Vec<_> = Pdf::of(&report())
        .of_kind("Figure")
        .into_iter()
        .map(|f| f.alt)
        .collect();
    let expected = ["Ein Balken von null bis zwölf", "Noch ein Balken"];
    assert_eq!(alts, expected.map(|alt| Some(alt.to_owned())));
}

#[test]
fn headings_are_tagged_in_order_without_a_gap() {
    let elements = Pdf::of(&report()).elements();
    let headings: Vec<_> = elements
        .iter()
        .filter(|e| matches!(e.kind.as_str(), "H1" | "H2" | "H3" | "H4" | "H5" | "H6"))
        .map(|e| (e.kind.as_str(), e.title.as_deref().unwrap_or_default()))
        .collect();
    let expected = [
        ("H1", "Inhaltsverzeichnis"),
        ("H1", "Umsetzung"),
        ("H2", "Nach Ort"),
        ("H1", "Verlauf"),
    ];
    assert_eq!(headings, expected);
}

#[test]
fn every_head_cell_says_what_it_heads_and_repeated_heads_are_not_read_again() {
    let pdf = Pdf::of(&report());
    let heads = pdf.of_kind("TH");
    assert!(heads.iter().all(|head| head.scope.is_some()));
    let scope = |wanted: &str| {
        heads
            .iter()
            .filter(|h| h.scope.as_deref() == Some(wanted))
            .count()
    };
    // 3 + 2 + 2 + 21 columns, 54 rows and a sum, two tables of one row.
    assert_eq!(scope("Column"), 28);
    assert_eq!(scope("Row"), 57);
    assert_eq!(pdf.of_kind("TD").len(), 55 * 2 + 2);
}

#[test]
fn cells_lists_captions_and_contents_stand_in_their_elements() {
    let elements = Pdf::of(&report()).elements();
    let parent_is = |kind: &str, parents: &[&str]| {
        let mut of_kind = elements.iter().filter(|e| e.kind == kind).peekable();
        assert!(of_kind.peek().is_some(), "no {kind}");
        for element in of_kind {
            let parent = element
                .within
                .last()
                .map(String::as_str)
                .unwrap_or_default();
            assert!(parents.contains(&parent), "{kind} in {parent}");
        }
    };
    parent_is("TH", &["TR"]);
    parent_is("TD", &["TR"]);
    parent_is("TR", &["THead", "TBody", "TFoot", "Table"]);
    parent_is("LI", &["L"]);
    parent_is("LBody", &["LI"]);
    parent_is("TOCI", &["TOC"]);
    parent_is("Caption", &["Table", "Figure", "Div", "Sect"]);
}

#[test]
fn a_part_in_another_language_says_so() {
    let elements = Pdf::of(&report()).elements();
    assert!(
        elements
            .iter()
            .any(|e| e.kind == "P" && e.lang.as_deref() == Some("ar"))
    );
}

#[test]
fn every_font_is_in_the_file() {
    assert!(Pdf::of(&report()).fonts_left_out().is_empty());
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(pdf::render(&report()).unwrap() == pdf::render(&report()).unwrap());
}

#[test]
fn another_tool_finds_the_file_sound() {
    let path = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(path.path(), pdf::render(&report()).unwrap()).unwrap();
    let Ok(check) = std::process::Command::new("qpdf")
        .arg("--check")
        .arg(path.path())
        .output()
    else {
        println!("qpdf is not installed: not checked");
        return;
    };
    assert!(
        check.status.success(),
        "{}",
        String::from_utf8_lossy(&check.stderr)
    );
}

#[test]
fn a_word_longer_than_a_line_does_not_run_off_the_page() {
    let path = tempfile::NamedTempFile::new().unwrap();
    let blocks = [pdf::Block::paragraph("w".repeat(500))];
    std::fs::write(path.path(), pdf::render(&document(blocks)).unwrap()).unwrap();
    let Ok(read) = std::process::Command::new("pdftotext")
        .arg(path.path())
        .arg("-")
        .output()
    else {
        println!("pdftotext is not installed: not checked");
        return;
    };
    let text = String::from_utf8(read.stdout).unwrap();
    let lines = text.lines().map(|line| line.matches('w').count());
    let lines: Vec<usize> = lines.filter(|signs| *signs > 1).collect();
    assert_eq!(lines.iter().sum::<usize>(), 500, "{text}");
    assert!(lines.iter().all(|signs| *signs <= 80), "{lines:?}");
}

#[test]
fn a_wide_table_gets_a_turned_page() {
    let cells = |n: usize| (0..n).map(|_| "1.234".to_owned());
    let turned = |columns: usize| {
        let table = Table::new("Quartale")
            .numbers(cells(columns))
            .row(cells(columns));
        let pdf = Pdf::of(&document([table.into()]));
        pdf.0.page_iter().any(|page| {
            let page = pdf.0.get_dictionary(page).unwrap();
            let sides = pdf.entry(page, "MediaBox").unwrap().as_array().unwrap();
            sides[2].as_float().unwrap() > sides[3].as_float().unwrap()
        })
    };
    assert!(!turned(12));
    assert!(turned(24));
}
