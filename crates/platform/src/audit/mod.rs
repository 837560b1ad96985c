//! The audit trail: one hash chain per site, written in the transaction of the act.

mod chain;
mod detail;
pub mod store;
pub mod web;

pub use chain::{Break, Entry, Head, Line, digest};
pub use store::{Done, compare, head, heads, record, since, verify, verify_site};

#[cfg(test)]
#[cfg(feature = "testing")]
mod tests;
