//! Questions about the figures of the programme, and their protected answers.
//!
//! The only way from facts to numbers is [`answer`], and for pages its two halves: question, [`Facts`],
//! counts, draft, answer. What it gives holds published tables only; [`keep`] stores the proof of what was shown. Sheet, drawing
//! and files show an answer.

mod answer;
mod asked;
mod axis;
mod count;
mod desk;
mod dimension;
mod draft;
mod drawing;
mod facts;
pub mod files;
mod measure;
mod question;
mod sheet;
mod sources;
mod start;
mod store;
mod sums;
pub mod web;

#[cfg(test)]
mod tests;

pub use answer::Answer;
pub use axis::{Axis, Node};
pub use dimension::Dimension;
pub use draft::answer;
use draft::prepare;
pub use drawing::{Drawing, draw};
pub use facts::Facts;
pub use measure::{MEASURES, Measure, When};
pub use question::{Period, Question, Scope};
pub use sheet::{Cell, Row, Sheet, Sort, Value};
pub(crate) use start::start;
pub use store::keep;
