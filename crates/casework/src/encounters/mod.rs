//! Counselling without a name: who was addressed or counselled, counted and not recorded.
//!
//! There is no field that could name anybody. Generated data comes in by [`insert`].

mod encounter;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use encounter::{Encounter, EncounterId, EncounterKind};
pub use store::insert;
