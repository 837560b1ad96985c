//! Who works on a case: taking it, handing it over, and standing in for a colleague.

mod assignment;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use assignment::{Assignment, Substitution, check_substitution};

platform::id!(SubstitutionId);
