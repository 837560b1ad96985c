//! What the law asks of a person besides status and birth: school, work, papers, the asylum
//! procedure. Coded and dated, without identity, without free text.
//!
//! One table, one form and one set of handlers serve all topics; [`Topic::spec`] says what a topic
//! is asked. Convictions, health and removal steps have no topic.

mod fact;
mod form;
pub mod store;
mod telling;
mod topic;
pub mod web;

#[cfg(test)]
mod tests;

pub use fact::{Details, Fact, Said};
pub use telling::tell;
pub use topic::{Field, Section, Topic};

platform::id!(FactId);
