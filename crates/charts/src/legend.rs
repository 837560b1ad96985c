//! The lines above the plot: unit, names of series, and the sign of protected values.

use crate::{
    axes::BOX,
    chart::{Chart, Kind},
    frame::Style,
    number::plain,
    palette::{self, Anchor},
    svg::{Element, count, px},
    text::{self, LINE},
};

const SWATCH: f64 = 24.0;
const ROW: f64 = 21.0;

/// Draws the head and says where the plot may begin.
pub(crate) fn head(chart: &Chart, style: &Style) -> (Vec<Element>, f64) {
    let mut drawn = Vec::new();
    let mut y = 10.0;
    let (mut x, mut started) = (0.0, false);
    for entry in entries(chart, style) {
        let beside = if entry.series.is_some() {
            SWATCH + 7.0
        } else {
            BOX + 7.0
        };
        let lines = text::wrap(&entry.name, style.width - beside - 1.0);
        let needed = SWATCH
            + 7.0
            + lines
                .iter()
                .map(|line| text::width(line))
                .fold(0.0, f64::max);
        if started && x + needed > style.width {
            (x, y) = (0.0, y + ROW);
        }
        drawn.push(swatch(chart, style, &entry, x, y));
        for (number, line) in lines.iter().enumerate() {
            let middle = y + count(number) * LINE;
            drawn.push(palette::label(x + beside, middle, Anchor::Start, line));
        }
        y += count(lines.len() - 1) * LINE;
        (x, started) = (x + needed + 18.0, true);
    }
    if started {
        y += ROW + 3.0;
    }
    if !chart.unit.is_empty() {
        drawn.push(palette::label(0.0, y, Anchor::Start, plain(&chart.unit)));
        y += LINE;
    }
    (drawn, y - 4.0)
}

struct Entry {
    name: String,
    /// None is the sign of protected values.
    series: Option<usize>,
}

fn entries(chart: &Chart, style: &Style) -> Vec<Entry> {
    let mut entries = Vec::new();
    if chart.series.len() > 1 {
        let named = chart.series.iter().enumerate();
        entries.extend(named.map(|(n, one)| Entry {
            name: plain(&one.name),
            series: Some(n),
        }));
    }
    if chart.protected() > 0 {
        let name = match chart.kind {
            Kind::Lines => style.language.protected(),
            Kind::Bars | Kind::GroupedBars | Kind::StackedBars => style.language.protected_box(),
        };
        entries.push(Entry {
            name: name.to_owned(),
            series: None,
        });
    }
    entries
}

fn swatch(chart: &Chart, style: &Style, entry: &Entry, x: f64, y: f64) -> Element {
    match entry.series {
        None => palette::protected(&style.prefix, x + 0.5, y - BOX / 2.0, BOX, BOX),
        Some(series) if chart.kind == Kind::Lines => {
            let points = format!("{},{} {},{}", px(x), px(y), px(x + SWATCH), px(y));
            Element::new("g")
                .child(palette::stroked(&points, series))
                .child(palette::marker(series, x + SWATCH / 2.0, y))
        }
        Some(series) => {
            let place = Element::new("rect").at("x", x).at("y", y - 7.0);
            palette::filled(
                place.at("width", SWATCH).at("height", 14.0),
                &style.prefix,
                series,
            )
        }
    }
}
