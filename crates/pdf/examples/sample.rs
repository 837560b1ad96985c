//! Writes a sample report: `cargo run -p pdf --example sample -- report.pdf`.

use std::error::Error;
use std::fmt::Write as _;

use jiff::civil::date;
use pdf::{Block, Cover, Document, Figure, Lang, Table, Text};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name the file to write")?;
    std::fs::write(path, pdf::render(&report())?)?;
    Ok(())
}

fn report() -> Document {
    let mut report = Document::new(
        "Teilhabemanagement in Nordrhein-Westfalen: Jahresbericht 2021",
        Lang::De,
        date(2022, 6, 30),
    )
    .author("Wissenschaftliche Begleitung")
    .subject("Jahresbericht über alle Standorte")
    .marking("Synthetische Daten")
    .cover(
        Cover::default()
            .subtitle("Alle Standorte des Programms")
            .fact("Berichtsjahr", "2021")
            .fact("Datenstand", "30.06.2022")
            .fact("Schutzregel", "Werte unter 3 sind unterdrückt"),
    );
    report.blocks.extend([Block::Contents, Block::PageBreak]);
    report.blocks.extend(implementation());
    report.blocks.extend(stock());
    report.blocks.extend(other_languages());
    report
}

fn implementation() -> Vec<Block> {
    vec![
        Block::heading(1, "Umsetzung nach Kommunen"),
        Block::paragraph(
            Text::from("Zum Stichtag waren ")
                .bold("4.609 Personen")
                .plain(" in Begleitung. Der Anteil der Beratungen ohne Aufnahme ist ")
                .italic("nicht")
                .plain(" enthalten."),
        ),
        Block::note(Text::marked(
            "**Lesehilfe.** Teile müssen sich nicht zum Ganzen addieren: \
             Klient*innen können mehrere Maßnahmen haben.",
        )),
        Block::heading(2, "Eintritte, Austritte und Bestand"),
        by_municipality().into(),
        Block::heading(2, "Was auffällt"),
        Block::bullets([
            "Die Eintritte liegen im zweiten Quartal höher als im ersten.",
            "Sozialversicherungspflichtige Beschäftigung nimmt zu (≥ 15 Stunden).",
        ]),
        Block::numbered(["Wartezeiten klären", "Angebote bündeln"]),
    ]
}

fn by_municipality() -> Table {
    let mut table = Table::new("Eintritte, Austritte, Bestand und Stellen nach Kommune")
        .label("Kommune")
        .numbers([
            "Eintritte",
            "Austritte",
            "Bestand am 31.12.",
            "Beratungen",
            "Stellen (VZÄ)",
        ])
        .note("· = unterdrückt: Wert unter 3 oder daraus errechenbar.")
        .note("Grundgesamtheit: alle Teilnahmen. Datenstand 30.06.2022.");
    for place in 1..=54 {
        let exits = if place % 9 == 0 {
            "·".to_owned()
        } else {
            (place * 5 % 41 + 3).to_string()
        };
        table = table.row([
            format!("Kommune {place}"),
            (place * 7 % 97 + 3).to_string(),
            exits,
            (place * 3 % 60 + 3).to_string(),
            format!("{}.{:03}", place % 3 + 1, place * 37 % 1000),
            "1,5".to_owned(),
        ]);
    }
    table.total(["Zusammen", "2.713", "1.104", "4.609", "81.220", "81,0"])
}

fn stock() -> Vec<Block> {
    let quarters = (2019..=2022).flat_map(|year| (1..=4).map(move |q| format!("Q{q} {year}")));
    let quarters: Vec<String> = quarters.skip(3).take(11).collect();
    let values = [40, 120, 260, 480, 900, 1500, 2300, 3100, 3900, 4400, 4609];
    let mut twin = Table::new("Bestand nach Quartal")
        .label("Quartal")
        .number("Bestand");
    for (quarter, value) in quarters.iter().zip(values) {
        twin = twin.row([quarter.clone(), value.to_string()]);
    }
    let wide = Table::new("Bestand nach Statusgruppe und Quartal").label("Statusgruppe");
    let wide = [
        "Aufenthaltsgestattung",
        "Duldung",
        "Duldung nach § 60a",
        "Aufenthaltserlaubnis",
    ]
    .iter()
    .fold(wide.numbers(quarters), |table, status| {
        let cells = values.iter().map(|value| (value / 4).to_string());
        table.row(std::iter::once((*status).to_owned()).chain(cells))
    });
    vec![
        Block::heading(1, "Bestand"),
        Figure::new(
            bars(&values),
            "Säulen je Quartal: Der Bestand steigt von 40 auf 4.609.",
            "Bestand nach Quartal",
        )
        .twin(twin)
        .into(),
        Figure::new(
            line(&values),
            "Linie: Der Anstieg flacht ab Q4 2021 ab.",
            "Verlauf des Bestands",
        )
        .into(),
        wide.clone().into(),
        wide.landscape().into(),
    ]
}

fn other_languages() -> Vec<Block> {
    vec![
        Block::heading(1, "In anderen Sprachen"),
        Block::foreign(
            "ar",
            [Block::paragraph(
                "خطة المشاركة: الخطوة 1 حتى 30.06.2022 مع Teilhabemanagement.",
            )],
        ),
        Block::foreign(
            "uk",
            [Block::paragraph("План участі: крок 1 до 30.06.2022.")],
        ),
        Block::foreign("ti", [Block::paragraph("መደብ ተሳትፎ")]),
    ]
}

fn bars(values: &[u32]) -> String {
    let mut svg = opening();
    for (x, value) in (60..).step_by(58).zip(values) {
        let height = value / 20;
        let _ = write!(
            svg,
            r##"<rect x="{x}" y="{}" width="40" height="{height}" fill="#14316b"/>
            <text x="{}" y="{}" text-anchor="middle">{value}</text>"##,
            270 - height,
            x + 20,
            264 - height
        );
    }
    svg + "</svg>"
}

fn line(values: &[u32]) -> String {
    let points: Vec<String> = (80..)
        .step_by(58)
        .zip(values)
        .map(|(x, value)| format!("{x},{}", 270 - value / 20))
        .collect();
    let points = points.join(" ");
    opening()
        + &format!(
            r##"<polyline points="{points}" fill="none" stroke="#14316b" stroke-width="3"/>"##
        )
        + r#"<text x="60" y="290">Q4 2019</text><text x="620" y="290">Q2 2022</text></svg>"#
}

fn opening() -> String {
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300" font-family="sans-serif"
     font-size="13"><path d="M50 270H700" stroke="#4a5068"/>"##
        .to_owned()
}
