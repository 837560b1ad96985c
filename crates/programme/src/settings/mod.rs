//! What holds for the whole programme and is decided by its lead.

mod protection;
pub mod store;
pub(crate) mod web;

pub use protection::{Protection, Threshold, Zeros};

#[cfg(test)]
mod tests;
