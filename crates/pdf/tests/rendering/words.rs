//! The caller's words reach the page as they were written.

use pdf::{Block, Figure, Inline, Table, Text};

use super::file::Pdf;
use super::{SVG, document, report};

const MARKUP: &str =
    r#"#panic("x") $x^2$ *a* _b_ \ @ref <label> // /* `c` = == - + [d] {e} ~ -- "f""#;

#[test]
fn markup_of_the_typesetter_stays_text_everywhere() {
    let mut document = document([
        Block::heading(1, MARKUP),
        Block::paragraph(MARKUP),
        Block::bullets([MARKUP]),
        Block::note(MARKUP),
        Table::new(MARKUP)
            .label(MARKUP)
            .row([MARKUP])
            .total([MARKUP])
            .note(MARKUP)
            .into(),
        Figure::new(SVG, MARKUP, MARKUP).into(),
    ]);
    document.title = MARKUP.to_owned();
    document.authors = vec![MARKUP.to_owned()];
    let pdf = Pdf::of(&document);
    let text: String = pdf.text().split_whitespace().collect();
    let expected: String = MARKUP.split_whitespace().collect();
    // Title, author, heading, paragraph, item, note; caption, head, two cells
    // and small print of the table; caption of the figure.
    assert_eq!(text.matches(&expected).count(), 12, "{text}");
    assert_eq!(pdf.of_kind("Figure")[0].alt.as_deref(), Some(MARKUP));
}

#[test]
fn every_page_after_the_cover_is_numbered_and_every_page_is_marked() {
    let pdf = Pdf::of(&report());
    let pages = pdf.0.get_pages().len();
    assert!(pages >= 5);
    for page in 1..=u32::try_from(pages).unwrap() {
        let text = pdf.0.extract_text(&[page]).unwrap().replace('\n', "");
        assert!(text.contains("Synthetische Daten"), "page {page}: {text}");
        let numbered = text.contains(&format!("Seite {page} von {pages}"));
        assert_eq!(numbered, page > 1, "page {page}: {text}");
    }
}

#[test]
fn umlauts_signs_and_other_scripts_can_be_copied_out() {
    let pdf = Pdf::of(&document([
        Block::paragraph("Größe − ≥ 15 → § 60a „so“ · Şükrü, Наталія, €"),
        Block::foreign("ti", [Block::paragraph("መደብ")]),
    ]));
    let text = pdf.text();
    for word in [
        "Größe",
        "−",
        "≥",
        "→",
        "§ 60a „so“ · Şükrü,",
        "Наталія, €",
        "መደብ",
    ] {
        assert!(text.contains(word), "{word} not in {text}");
    }
}

#[test]
fn empty_words_leave_no_trace() {
    let empty = || Text(Vec::new());
    let blocks = [
        Block::paragraph(empty()),
        Block::paragraph(""),
        Block::bullets([empty()]),
        Block::note(""),
    ];
    let text = Pdf::of(&document(blocks)).text();
    assert!(text.contains("Seite 1 von 1"), "{text}");
}

#[test]
fn what_no_font_can_show_does_not_cost_the_document() {
    let text = Pdf::of(&document([
        Block::paragraph("vor 👩‍👩‍👧 nach\u{0}\u{7}\u{FEFF}, Ta\tb, \u{E000}"),
        Figure::new(SVG.replace("Zwölf", "漢 Zwölf"), "Balken 漢", "Zeichen 漢").into(),
    ]))
    .text();
    assert!(text.contains("vor \u{FFFD}"), "{text}");
    assert!(text.contains("nach, Ta b"), "{text}");
}

#[test]
fn marked_text_reads_pairs_at_the_edge_of_words() {
    let plain = |text: &str| Inline::Plain(text.to_owned());
    let bold = |text: &str| Inline::Bold(text.to_owned());
    let italic = |text: &str| Inline::Italic(text.to_owned());
    let cases: [(&str, Vec<Inline>); 8] = [
        ("ohne", vec![plain("ohne")]),
        ("**fett**", vec![bold("fett")]),
        (
            "ein *schräges*, Wort",
            vec![plain("ein "), italic("schräges"), plain(", Wort")],
        ),
        (
            "**a** und *b*",
            vec![bold("a"), plain(" und "), italic("b")],
        ),
        (
            "Klient*innen und Berater*innen",
            vec![plain("Klient*innen und Berater*innen")],
        ),
        ("3 * 4 * 5", vec![plain("3 * 4 * 5")]),
        ("**offen", vec![plain("**offen")]),
        ("", vec![]),
    ];
    for (source, runs) in cases {
        assert_eq!(Text::marked(source), Text(runs), "{source}");
    }
}

#[test]
fn a_short_heading_of_a_column_is_not_divided() {
    let table = Table::new("Das Jahr in Zahlen")
        .label("Kennzahl")
        .numbers(["im Jahr 2021", "seit Beginn"])
        .row(["Eintritte in eine Begleitung", "116", "228"]);
    let text = Pdf::of(&document([table.into()])).text();
    assert!(text.contains("Beginn"), "{text}");
}
