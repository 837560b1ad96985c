//! Work lists: filters, order, search by name, saved views.

mod filter;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use filter::{Filter, Sort, StageFilter, StatusFilter, Whose, Wishes};

platform::id!(ViewId);
