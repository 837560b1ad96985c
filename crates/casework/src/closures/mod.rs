//! Closing a case with reason and outcome, and opening it again.

mod closure;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use closure::{Closure, check_closure, stage_before};
