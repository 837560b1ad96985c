//! What holds for the whole programme and is decided by its lead.

pub mod store;
mod threshold;
pub(crate) mod web;

pub use threshold::Threshold;

#[cfg(test)]
mod tests;
