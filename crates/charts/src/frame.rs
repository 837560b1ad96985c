//! The picture as a whole: size, names for assistive technology, legend and plot.

use std::fmt;

use crate::{
    bars,
    chart::{Chart, Kind},
    legend, lines,
    number::Language,
    palette,
    svg::{Element, px},
    text::SIZE,
};

const WIDE: f64 = 720.0;
const NARROW: f64 = 360.0;
const FONTS: &str = "'Fira Sans', 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

/// How a chart is drawn.
#[derive(Clone, Debug)]
pub struct Style {
    pub(crate) prefix: String,
    pub(crate) width: f64,
    pub(crate) language: Language,
}

impl Style {
    /// Wide (720 units) and German. The prefix keeps the ids of several charts on a page apart;
    /// characters that do not belong into an id become `-`.
    pub fn new(id_prefix: &str) -> Self {
        let allowed = |character: char| character.is_ascii_alphanumeric() || character == '_';
        let prefix = id_prefix
            .chars()
            .map(|c| if allowed(c) { c } else { '-' })
            .collect::<String>();
        Self {
            prefix: format!("chart-{prefix}"),
            width: WIDE,
            language: Language::German,
        }
    }

    /// For small columns and phones: 360 units wide, with text of the same size.
    #[must_use]
    pub fn narrow(mut self) -> Self {
        self.width = NARROW;
        self
    }

    /// Language of numbers and of the words that the chart adds itself.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    pub(crate) fn is_narrow(&self) -> bool {
        self.width < WIDE
    }
}

/// A drawn chart: one `svg` element, for a page as well as for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Svg(String);

impl Svg {
    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The markup, owned.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Svg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Draws the chart once.
pub fn render(chart: &Chart, style: &Style) -> Svg {
    Svg(picture(chart, style).to_string())
}

/// Draws the chart wide and narrow; [`CSS`](crate::CSS) shows the one that fits the page.
pub fn responsive(chart: &Chart, style: &Style) -> Svg {
    let one = |width, suffix| {
        picture(
            chart,
            &Style {
                prefix: format!("{}-{suffix}", style.prefix),
                width,
                ..style.clone()
            },
        )
    };
    let pair = Element::new("div").set("class", "chart-pair");
    Svg(pair
        .child(one(WIDE, "w"))
        .child(one(NARROW, "n"))
        .to_string())
}

/// What a reader who does not see the chart is told of it; names no protected value.
pub fn description(chart: &Chart, language: Language) -> String {
    let given = chart.description.clone();
    given.unwrap_or_else(|| language.describe(chart))
}

fn picture(chart: &Chart, style: &Style) -> Element {
    let (head, top) = legend::head(chart, style);
    let (plot, height) = match chart.kind {
        Kind::Lines => lines::draw(chart, style, top),
        Kind::Bars | Kind::GroupedBars | Kind::StackedBars => bars::draw(chart, style, top),
    };
    let prefix = &style.prefix;
    let described = description(chart, style.language);
    let (title, description) = (format!("{prefix}-title"), format!("{prefix}-desc"));
    let series = if chart.kind == Kind::Lines {
        0
    } else {
        chart.series.len()
    };
    Element::new("svg")
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set(
            "class",
            if style.is_narrow() {
                "chart chart-narrow"
            } else {
                "chart chart-wide"
            },
        )
        .set("viewBox", format!("0 0 {} {}", px(style.width), px(height)))
        .at("width", style.width)
        .at("height", height)
        .set("role", "img")
        .set("aria-labelledby", format!("{title} {description}"))
        .set("font-family", FONTS)
        .set("font-size", px(SIZE))
        .child(Element::new("title").set("id", title).text(&chart.title))
        .child(Element::new("desc").set("id", description).text(described))
        .child(palette::definitions(prefix, series, chart.protected() > 0))
        .children(head)
        .children(plot)
}
