//! Talks with and about a person: form, duration, topics, interpreter and a sealed note.
//!
//! A contact is corrected by the colleague who held it and never deleted. The case page shows
//! [`panel`]; a list of cases links to `/cases/{id}/contacts/new`, which answers a live request
//! with the short form alone. Generated data comes in by [`insert_past`].

mod contact;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use contact::{Contact, ContactForm, ContactId};
pub use store::{PastContact, Written, insert_past, of_case};
pub use web::{ON_CASE_PAGE, panel};
