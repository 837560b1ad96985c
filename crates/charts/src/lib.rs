//! Accessible SVG charts, each with title, description and table twin.
//!
//! A [`Chart`] is checked when it is made and drawn by [`render`] for paper or [`responsive`] for a
//! page that is read on a desk and on a phone. [`table_twin`] gives the same figures as a table: put
//! it beside every chart. The same input gives the same bytes.
//!
//! ```
//! use charts::{Chart, Kind, Series, Style};
//!
//! # fn main() -> Result<(), charts::ChartError> {
//! let chart = Chart::new(
//!     Kind::StackedBars,
//!     "Eintritte nach Quartal und Geschlecht",
//!     vec!["2021/1".into(), "2021/2".into()],
//!     vec![
//!         Series { name: "Frauen".into(), values: vec![Some(41.0), None] },
//!         Series { name: "Männer".into(), values: vec![Some(112.0), Some(97.0)] },
//!     ],
//! )?
//! .in_unit("Personen")
//! .categories_called("Quartal");
//! let svg = charts::render(&chart, &Style::new("eintritte"));
//! assert!(svg.as_str().starts_with("<svg"));
//! let twin = charts::table_twin(&chart, charts::Language::German);
//! assert_eq!(twin.rows[1], ["2021/2", "geschützt", "97"]);
//! # Ok(())
//! # }
//! ```
//!
//! # Protected values
//!
//! `None` is a value that must not be known. It is drawn as a hatched box of a fixed size at a place
//! that depends on visible values only, is left out of axes, totals and descriptions, and breaks
//! lines. A stack with a protected part has no total. The order of categories and series is the
//! caller's: an order by size would tell something about a protected value.
//!
//! # Looks
//!
//! There is no inline style, so a strict content security policy holds: colours are presentation
//! attributes, which the rules of [`CSS`] override by class for dark themes, print and forced
//! colours. Series differ in colour, in lightness and in pattern or marker and dash. Colours have at
//! least 3:1 to the background (WCAG 2.2, 1.4.11), text at least 4.5:1 (1.4.3).

#![warn(missing_docs)]

mod axes;
mod bars;
mod chart;
mod frame;
mod legend;
mod lines;
mod number;
mod palette;
mod scale;
mod svg;
mod text;
mod twin;

pub use chart::{Chart, ChartError, Kind, Series};
pub use frame::{Style, Svg, description, render, responsive};
pub use number::Language;
pub use twin::{Twin, table_twin};

/// Style sheet for pages: themes by class, and which width of [`responsive`] is shown.
pub const CSS: &str = include_str!("charts.css");
