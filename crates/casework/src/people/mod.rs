//! People: sealed identity, coded facts, dated residence statuses. What names a person opens only
//! with the person's key; statistics read the coded facts alone.
//!
//! Other areas call [`register`] and [`register_all`], [`find_same`] and [`alike`] for duplicates,
//! [`shred`] to delete and [`rewrap_keys`] when the site key is replaced. A person is read through
//! a case: `cases::visible` hands out a case, `case.person(tx)` the person.

mod form;
mod person;
pub mod store;

#[cfg(test)]
mod tests;

pub use form::{PersonForm, nationalities};
pub(crate) use person::compared;
pub use person::{Birth, EntryFacts, Identity, NewPerson, Person, age_on, ages_on};
pub(crate) use store::keys_of;
pub use store::{register, register_all, rewrap_keys, shred};

pub use crate::duplicates::{Alike, alike, find_same};
pub use crate::statuses::NewStatus;

platform::id!(PersonId);
