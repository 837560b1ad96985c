//! Accounts and the roles they hold.

mod account;
pub mod store;
pub mod web;

pub use account::{Account, GIVEN_AT_SITES, by_person, read_email};

#[cfg(test)]
mod tests;
