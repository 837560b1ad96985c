//! What comes out of `render`, read back by another PDF library and by poppler.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod file;
mod refusals;
mod structure;
mod words;

use jiff::civil::date;
use pdf::{Block, Cover, Document, Figure, Lang, Table, Text};

fn document(blocks: impl IntoIterator<Item = Block>) -> Document {
    let mut document = Document::new("Bericht über Übergänge", Lang::De, date(2022, 6, 30))
        .author("Anna Beispiel")
        .subject("Probe")
        .marking("Synthetische Daten");
    document.blocks.extend(blocks);
    document
}

/// Everything a report is made of, on several pages.
fn report() -> Document {
    let twin = Table::new("Werte")
        .label("Jahr")
        .number("Bestand")
        .row(["2020", "1.485"]);
    document([
        Block::Contents,
        Block::PageBreak,
        Block::heading(1, "Umsetzung"),
        Block::paragraph(
            Text::from("Ein ")
                .bold("Absatz")
                .plain(" mit ")
                .italic("Läufen"),
        ),
        Block::heading(2, "Nach Ort"),
        table_over_two_pages().into(),
        Block::bullets(["eins", "zwei"]),
        Block::numbered(["drei", "vier"]),
        Block::heading(1, "Verlauf"),
        figure().into(),
        Figure::new(SVG, "Noch ein Balken", "Mit Werten")
            .twin(twin.clone())
            .into(),
        Block::note("Ein Hinweis"),
        Block::foreign("ar", [Block::paragraph("خطة المشاركة")]),
        twin.landscape().into(),
        Table::new("Breit")
            .label("Ort")
            .numbers((1..=20).map(|n| format!("Q{n}")))
            .into(),
    ])
    .cover(
        Cover::default()
            .subtitle("Untertitel")
            .fact("Stand", "30.06.2022"),
    )
}

fn table_over_two_pages() -> Table {
    let table = Table::new("Bestand nach Ort")
        .label("Ort")
        .numbers(["2020", "2021"]);
    (1..=54)
        .map(|place: u32| [format!("Ort {place}"), place.to_string(), "·".to_owned()])
        .fold(table, Table::row)
        .total(["Zusammen", "1.485", "·"])
        .note("· = unterdrückt")
}

fn figure() -> Figure {
    Figure::new(SVG, "Ein Balken von null bis zwölf", "Ein Balken")
}

const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120">
  <rect x="20" y="20" width="40" height="90" fill="#14316b"/>
  <text x="80" y="60" font-family="sans-serif" font-size="14">Zwölf</text></svg>"##;
