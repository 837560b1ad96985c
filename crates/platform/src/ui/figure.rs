//! A chart beside its table, ready for the page.

use charts::{Chart, Language, Style, Twin};

use super::{Lang, Ui};

/// A chart drawn for wide and narrow screens, the table with the same values, and a note on both.
#[derive(Clone, Debug)]
pub struct Figure {
    pub svg: String,
    pub twin: Twin,
    /// Base, wording, data date and rule, as finished text.
    pub note: String,
}

impl Figure {
    /// `id` must be unique on the page.
    pub fn new(ui: &Ui, id: &str, chart: &Chart, note: impl Into<String>) -> Figure {
        let language = match ui.lang() {
            Lang::De => Language::German,
            Lang::En => Language::English,
        };
        let style = Style::new(id).in_language(language);
        Figure {
            svg: charts::responsive(chart, &style).into_string(),
            twin: charts::table_twin(chart, language),
            note: note.into(),
        }
    }
}
