//! The table beside the chart.

use charts::{Chart, Kind, Language};

use crate::{KINDS, categories, quarters, series};

#[test]
fn every_value_of_the_chart_stands_in_its_row_and_column() {
    for kind in KINDS {
        let chart = quarters(
            kind,
            [Some(1.0), Some(2.0), Some(1234.0)],
            [Some(4.0), Some(5.0), Some(6.0)],
        );
        let twin = charts::table_twin(&chart.in_unit("Personen"), Language::German);
        assert_eq!(twin.caption, "Eintritte (Personen)");
        let columns = if kind == Kind::Bars { 2 } else { 3 };
        assert_eq!(twin.header, ["Quartal", "Frauen", "Männer"][..columns]);
        let rows = [
            ["2021/1", "1", "4"],
            ["2021/2", "2", "5"],
            ["2021/3", "1.234", "6"],
        ];
        assert_eq!(twin.rows, rows.map(|row| row[..columns].to_vec()));
    }
}

#[test]
fn numbers_are_written_as_german_readers_expect() {
    let written = |value: f64, decimals: usize, unit: &str| {
        let one = vec![series("x", &[Some(value)])];
        let chart = Chart::new(Kind::Bars, "x", categories(&["a"]), one).unwrap();
        let chart = chart.with_decimals(decimals).in_unit(unit);
        charts::table_twin(&chart, Language::German).rows[0][1].clone()
    };
    let cases = [
        (0.0, 0, "", "0"),
        (999.0, 0, "", "999"),
        (1000.0, 0, "", "1.000"),
        (1234.5, 1, "", "1.234,5"),
        (1_234_567.0, 0, "", "1.234.567"),
        (-0.04, 1, "", "0,0"),
        (-1234.25, 2, "", "−1.234,25"),
        (12.5, 1, "%", "12,5\u{a0}%"),
    ];
    for (value, decimals, unit, expected) in cases {
        assert_eq!(written(value, decimals, unit), expected);
    }
}

#[test]
fn soft_hyphens_stay_out_of_the_table() {
    let one = vec![series("Teil\u{ad}nahmen", &[Some(1.0)])];
    let chart = Chart::new(
        Kind::Bars,
        "x",
        categories(&["Ausbildungs\u{ad}duldung"]),
        one,
    )
    .unwrap();
    let twin = charts::table_twin(&chart, Language::German);
    assert_eq!(
        (&*twin.header[1], &*twin.rows[0][0]),
        ("Teilnahmen", "Ausbildungsduldung")
    );
}
