//! What a person has attained: training, employment, a course, a certificate, a home.
//!
//! The case page shows [`panel`] of what [`of_case`] finds; generated data comes in by [`insert_past`].

mod outcome;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use outcome::{Outcome, OutcomeId, OutcomeKind};
pub use store::{insert_past, of_case};
pub use web::panel;
