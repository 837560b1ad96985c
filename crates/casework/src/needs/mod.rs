//! Needs of a person by life domain, open or met.
//!
//! The case page shows [`panel`] of what [`of_case`] finds; generated data comes in by [`insert_past`].

mod need;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use need::{Need, NeedId};
pub use store::{insert_past, of_case};
pub use web::panel;
