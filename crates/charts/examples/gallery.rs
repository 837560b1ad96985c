//! Writes a page with one chart of each kind: `cargo run -p charts --example gallery > gallery.html`

use std::{
    error::Error,
    io::{Write, stdout},
};

use charts::{CSS, Chart, Kind, Language, Series, Style};

fn main() -> Result<(), Box<dyn Error>> {
    let mut page = stdout().lock();
    writeln!(
        page,
        "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>Charts</title>"
    )?;
    writeln!(
        page,
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    )?;
    writeln!(
        page,
        "<style>{CSS}body{{font-family:sans-serif;margin:16px;max-width:720px}}</style>"
    )?;
    for (number, chart) in gallery()?.iter().enumerate() {
        let twin = charts::table_twin(chart, Language::German);
        let style = Style::new(&format!("example-{number}"));
        writeln!(
            page,
            "<h2>{}</h2>{}",
            twin.caption,
            charts::responsive(chart, &style)
        )?;
    }
    Ok(())
}

fn gallery() -> Result<Vec<Chart>, charts::ChartError> {
    Ok(vec![
        entries()?,
        needs()?,
        participation()?,
        sites()?,
        stock()?,
        satisfaction()?,
    ])
}

fn series(name: &str, values: &[Option<f64>]) -> Series {
    Series {
        name: name.to_owned(),
        values: values.to_vec(),
    }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn entries() -> Result<Chart, charts::ChartError> {
    let quarters = names(&[
        "2020 Q1", "2020 Q2", "2020 Q3", "2020 Q4", "2021 Q1", "2021 Q2", "2021 Q3",
    ]);
    let values = [312.0, 188.0, 402.0, 377.0, 1218.0, 0.0, 466.0].map(Some);
    let chart = Chart::new(
        Kind::Bars,
        "Eintritte nach Quartal",
        quarters,
        vec![series("Eintritte", &values)],
    )?;
    Ok(chart.in_unit("Personen").categories_called("Quartal"))
}

fn needs() -> Result<Chart, charts::ChartError> {
    let domains = names(&[
        "Sprache",
        "Aufenthaltsrechtliche Situation und Identitätsklärung",
        "Berufsorientierung und Ausbildungsvorbereitung",
        "Gesundheit/psychosoziale Stabilisierung",
        "Wohnen",
        "Kinderbetreuung",
    ]);
    let women = [
        Some(41.2),
        Some(37.0),
        Some(22.5),
        None,
        Some(18.0),
        Some(31.4),
    ];
    let men = [
        Some(52.0),
        Some(44.9),
        Some(39.1),
        Some(12.3),
        Some(20.2),
        None,
    ];
    let both = vec![series("Frauen", &women), series("Männer", &men)];
    let chart = Chart::new(Kind::GroupedBars, "Bedarfe nach Geschlecht", domains, both)?;
    Ok(chart
        .in_unit("%")
        .with_decimals(1)
        .categories_called("Lebensbereich"))
}

fn participation() -> Result<Chart, charts::ChartError> {
    let quarters = names(&["2021/1", "2021/2", "2021/3", "2021/4"]);
    let parts = vec![
        series(
            "Gestattung",
            &[Some(120.0), Some(96.0), Some(140.0), Some(133.0)],
        ),
        series("Duldung § 60a", &[Some(80.0), Some(71.0), None, Some(60.0)]),
        series("Ausbildungsduldung", &[Some(22.0), None, None, Some(31.0)]),
        series(
            "Beschäftigungsduldung",
            &[Some(12.0), Some(14.0), Some(9.0), Some(15.0)],
        ),
        series(
            "Duldung § 60b",
            &[Some(9.0), Some(5.0), Some(8.0), Some(12.0)],
        ),
        series(
            "ohne Angabe",
            &[Some(30.0), Some(25.0), Some(21.0), Some(20.0)],
        ),
    ];
    let chart = Chart::new(
        Kind::StackedBars,
        "Bestand nach Aufenthaltsstatus",
        quarters,
        parts,
    )?;
    Ok(chart.in_unit("Personen").categories_called("Quartal"))
}

fn sites() -> Result<Chart, charts::ChartError> {
    let sites = (1..=54)
        .map(|number| format!("Musterkreis {number}"))
        .collect();
    let values: Vec<_> = (1..=54_i32)
        .map(|number| (number % 9 != 4).then(|| f64::from(number * 7919 % 241)))
        .collect();
    let chart = Chart::new(
        Kind::Bars,
        "Teilnahmen nach Kommune",
        sites,
        vec![series("Teilnahmen", &values)],
    )?;
    Ok(chart.in_unit("Personen").categories_called("Kommune"))
}

fn stock() -> Result<Chart, charts::ChartError> {
    let months = (0..30)
        .map(|month| format!("{}/{:02}", 2020 + month / 12, month % 12 + 1))
        .collect();
    let line = |start: i32, growth: i32, gap: i32| -> Vec<_> {
        (0..30)
            .map(|month| {
                (month % 13 != gap).then(|| f64::from(start + growth * month + month * month % 17))
            })
            .collect()
    };
    let lines = vec![
        series("Eintritte", &line(40, 22, 20)),
        series("Austritte", &line(5, 14, 6)),
        series("Bestand", &line(20, 9, 7)),
        series("In Ausbildung", &line(2, 3, 20)),
    ];
    let chart = Chart::new(Kind::Lines, "Verlauf", months, lines)?;
    Ok(chart
        .in_unit("Personen, kumuliert")
        .categories_called("Monat"))
}

fn satisfaction() -> Result<Chart, charts::ChartError> {
    let waves = names(&["Welle 1", "Welle 2", "Welle 3", "Welle 4"]);
    let values = [Some(3.25), Some(3.5), None, Some(4.1)];
    let chart = Chart::new(
        Kind::Lines,
        "Zufriedenheit im Bündnis",
        waves,
        vec![series("Mittelwert", &values)],
    )?;
    Ok(chart
        .in_unit("Mittelwert (1–5)")
        .with_decimals(2)
        .categories_called("Welle"))
}
