//! Deleting a person for good, by the team lead, once all their cases are closed.

mod deletion;
mod store;
pub(crate) mod web;

pub use deletion::DeletionReason;

#[cfg(test)]
mod tests;
