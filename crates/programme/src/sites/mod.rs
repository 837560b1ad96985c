//! Where the programme runs: all sites for the programme, the own one for those who work there.

mod overview;
mod store;
pub(crate) mod web;

pub use overview::{Column, Overview, in_order};
pub(crate) use store::overview as overview_on;

#[cfg(test)]
mod tests;
