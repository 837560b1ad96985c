//! What a chart shows, and whether it can be drawn.

use thiserror::Error;

use crate::palette;

/// How values are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One bar per category, for exactly one series.
    Bars,
    /// Per category one bar of each series, side by side.
    GroupedBars,
    /// Per category the bars of all series end to end; the values must be parts of one whole.
    StackedBars,
    /// One line per series over categories in their order, usually time.
    Lines,
}

/// Values of one name, one for each category.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the legend says.
    pub name: String,
    /// In the order of the categories; `None` is protected.
    pub values: Vec<Option<f64>>,
}

/// A chart that can be drawn: shape and numbers have been checked.
#[derive(Clone, Debug)]
pub struct Chart {
    pub(crate) kind: Kind,
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    pub(crate) category_label: String,
    pub(crate) categories: Vec<String>,
    pub(crate) series: Vec<Series>,
    pub(crate) unit: String,
    pub(crate) decimals: usize,
}

/// Why values do not make a chart.
#[derive(Debug, Error, PartialEq)]
#[non_exhaustive]
pub enum ChartError {
    /// No category or no series.
    #[error("a chart needs at least one category and one series")]
    Empty,
    /// More series than can be told apart, or other than one for [`Kind::Bars`].
    #[error("{given} series where at most {most} can be drawn")]
    TooManySeries {
        /// How many were given.
        given: usize,
        /// How many can be drawn.
        most: usize,
    },
    /// A series has more or fewer values than there are categories.
    #[error("series {series} has {given} values for {expected} categories")]
    Length {
        /// Position of the series, from 0.
        series: usize,
        /// Number of its values.
        given: usize,
        /// Number of categories.
        expected: usize,
    },
    /// A value is infinite or not a number.
    #[error("value {category} of series {series} is not finite")]
    NotFinite {
        /// Position of the series, from 0.
        series: usize,
        /// Position of the category, from 0.
        category: usize,
    },
    /// A part of a stack is less than nothing.
    #[error("value {category} of series {series} is negative in a stack")]
    Negative {
        /// Position of the series, from 0.
        series: usize,
        /// Position of the category, from 0.
        category: usize,
    },
}

impl Chart {
    /// Most series of one chart.
    pub const MOST_SERIES: usize = palette::COLOURS;

    /// Checks shape and numbers. Labels may hold soft hyphens (U+00AD), where they may be broken.
    ///
    /// # Errors
    /// The first [`ChartError`] found.
    pub fn new(
        kind: Kind,
        title: impl Into<String>,
        categories: Vec<String>,
        series: Vec<Series>,
    ) -> Result<Self, ChartError> {
        if categories.is_empty() || series.is_empty() {
            return Err(ChartError::Empty);
        }
        let most = if kind == Kind::Bars {
            1
        } else {
            Self::MOST_SERIES
        };
        if series.len() > most {
            return Err(ChartError::TooManySeries {
                given: series.len(),
                most,
            });
        }
        for (position, one) in series.iter().enumerate() {
            check_values(kind, position, &one.values, categories.len())?;
        }
        Ok(Self {
            kind,
            title: title.into(),
            description: None,
            category_label: String::new(),
            categories,
            series,
            unit: String::new(),
            decimals: 0,
        })
    }

    /// Replaces the description that is otherwise made from kind, extremes and protection.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// What a category is, such as `Kommune`: head of the first column of the twin.
    #[must_use]
    pub fn categories_called(mut self, label: impl Into<String>) -> Self {
        self.category_label = label.into();
        self
    }

    /// What is counted, such as `Personen`; `%` is also put behind each value.
    #[must_use]
    pub fn in_unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }

    /// Decimals of values everywhere, 0 unless told. Axes then have whole steps.
    #[must_use]
    pub fn with_decimals(mut self, decimals: usize) -> Self {
        self.decimals = decimals;
        self
    }

    pub(crate) fn visible(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        self.series.iter().enumerate().flat_map(|(series, one)| {
            let values = one.values.iter().enumerate();
            values.filter_map(move |(category, value)| value.map(|value| (category, series, value)))
        })
    }

    pub(crate) fn protected(&self) -> usize {
        self.series
            .iter()
            .flat_map(|one| &one.values)
            .filter(|value| value.is_none())
            .count()
    }
}

fn check_values(
    kind: Kind,
    series: usize,
    values: &[Option<f64>],
    expected: usize,
) -> Result<(), ChartError> {
    if values.len() != expected {
        return Err(ChartError::Length {
            series,
            given: values.len(),
            expected,
        });
    }
    for (category, value) in values.iter().enumerate() {
        match value {
            Some(value) if !value.is_finite() => {
                return Err(ChartError::NotFinite { series, category });
            }
            Some(value) if *value < 0.0 && kind == Kind::StackedBars => {
                return Err(ChartError::Negative { series, category });
            }
            _ => {}
        }
    }
    Ok(())
}
