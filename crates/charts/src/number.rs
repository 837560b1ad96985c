//! Numbers and the few words of a chart, in German and English.

use crate::chart::{Chart, Kind};

/// Language of numbers and of the words that the chart adds itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// `1.234,5`; a value that must not be known is `geschützt`.
    #[default]
    German,
    /// `1,234.5`; a value that must not be known is `protected`.
    English,
}

impl Language {
    pub(crate) fn protected(self) -> &'static str {
        match self {
            Self::German => "geschützt",
            Self::English => "protected",
        }
    }

    /// What the legend says of the boxes for protected values.
    pub(crate) fn protected_box(self) -> &'static str {
        match self {
            Self::German => "geschützt (nicht maßstäblich)",
            Self::English => "protected (not to scale)",
        }
    }

    /// A number with marks between thousands and the given number of decimals.
    pub(crate) fn number(self, value: f64, decimals: usize) -> String {
        let (thousands, point) = match self {
            Self::German => ('.', ','),
            Self::English => (',', '.'),
        };
        let plain = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::new();
        if value < 0.0 && plain.contains(|digit: char| ('1'..='9').contains(&digit)) {
            text.push('−');
        }
        for (position, digit) in whole.chars().enumerate() {
            if position > 0 && (whole.len() - position).is_multiple_of(3) {
                text.push(thousands);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    /// A value of the chart, with the per cent sign where the unit is that.
    pub(crate) fn value(self, chart: &Chart, value: f64) -> String {
        let number = self.number(value, chart.decimals);
        match (chart.unit.as_str(), self) {
            ("%", Self::German) => format!("{number}\u{a0}%"),
            ("%", Self::English) => format!("{number}%"),
            _ => number,
        }
    }

    /// Value or protection of one cell.
    pub(crate) fn cell(self, chart: &Chart, value: Option<f64>) -> String {
        value.map_or_else(
            || self.protected().to_owned(),
            |value| self.value(chart, value),
        )
    }

    /// A description for those who do not see the chart, from visible values only.
    pub(crate) fn describe(self, chart: &Chart) -> String {
        let (categories, series) = (chart.categories.len(), chart.series.len());
        let mut sentences = vec![match self {
            Self::German => format!(
                "{}, Kategorien: {categories}, Reihen: {series}.",
                self.kind(chart.kind)
            ),
            Self::English => format!(
                "{}, categories: {categories}, series: {series}.",
                self.kind(chart.kind)
            ),
        }];
        sentences.extend(self.extremes(chart));
        match (self, chart.protected()) {
            (_, 0) => {}
            (Self::German, count) => sentences.push(format!("Geschützte Werte: {count}.")),
            (Self::English, count) => sentences.push(format!("Protected values: {count}.")),
        }
        sentences.push(match self {
            Self::German => "Alle Werte stehen in der zugehörigen Tabelle.".to_owned(),
            Self::English => "The table that belongs to it holds all values.".to_owned(),
        });
        sentences.join(" ")
    }

    fn extremes(self, chart: &Chart) -> Option<String> {
        let by_value = |a: &(usize, usize, f64), b: &(usize, usize, f64)| a.2.total_cmp(&b.2);
        let least = chart.visible().min_by(by_value)?;
        // The first of equal values, as for the least.
        let most = chart
            .visible()
            .max_by(|a, b| by_value(a, b).then((b.1, b.0).cmp(&(a.1, a.0))))?;
        let name = |(category, series, value): (usize, usize, f64)| {
            let mut place = plain(&chart.categories[category]);
            if chart.series.len() > 1 {
                place = format!("{place}, {}", plain(&chart.series[series].name));
            }
            format!("{} ({place})", self.value(chart, value))
        };
        let (least, most) = (name(least), name(most));
        Some(match self {
            Self::German => format!("Kleinster sichtbarer Wert: {least}, größter: {most}."),
            Self::English => format!("Least visible value: {least}, greatest: {most}."),
        })
    }

    fn kind(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::German, Kind::Bars) => "Balkendiagramm",
            (Self::German, Kind::GroupedBars) => "Gruppiertes Balkendiagramm",
            (Self::German, Kind::StackedBars) => "Gestapeltes Balkendiagramm",
            (Self::German, Kind::Lines) => "Liniendiagramm",
            (Self::English, Kind::Bars) => "Bar chart",
            (Self::English, Kind::GroupedBars) => "Grouped bar chart",
            (Self::English, Kind::StackedBars) => "Stacked bar chart",
            (Self::English, Kind::Lines) => "Line chart",
        }
    }
}

/// A label without its soft hyphens.
pub(crate) fn plain(label: &str) -> String {
    label.replace('\u{ad}', "")
}
