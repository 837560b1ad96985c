//! Deadlines of the coming weeks in one list, and as a calendar that other programs fetch.
//!
//! The address of a calendar is a secret of one account. What is fetched from it carries the
//! number of a case and its deadline, never a name.

mod calendar;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;
