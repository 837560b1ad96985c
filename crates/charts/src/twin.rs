//! The table that says what the chart shows.

use crate::{
    chart::Chart,
    number::{Language, plain},
};

/// A table of texts, ready for a page or a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// Title of the chart, with the unit in brackets.
    pub caption: String,
    /// What a category is, then the name of each series.
    pub header: Vec<String>,
    /// For each category its name, which heads the row, then its values. A protected value is the
    /// word for it; there are no totals, from which it could be had.
    pub rows: Vec<Vec<String>>,
}

/// The chart as a table with the same values in the same order.
pub fn table_twin(chart: &Chart, language: Language) -> Twin {
    let caption = match chart.unit.as_str() {
        "" => chart.title.clone(),
        unit => format!("{} ({unit})", chart.title),
    };
    let names = chart.series.iter().map(|one| plain(&one.name));
    let header = std::iter::once(chart.category_label.clone())
        .chain(names)
        .collect();
    let row = |(position, category): (usize, &String)| {
        let values = chart
            .series
            .iter()
            .map(|one| language.cell(chart, one.values[position]));
        std::iter::once(plain(category)).chain(values).collect()
    };
    Twin {
        caption,
        header,
        rows: chart.categories.iter().enumerate().map(row).collect(),
    }
}
