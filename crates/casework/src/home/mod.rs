//! The start page: what needs a hand today.

pub mod store;
pub mod web;

#[cfg(test)]
mod tests;
