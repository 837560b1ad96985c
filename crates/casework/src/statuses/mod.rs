//! Residence status as a dated history: code of the law, authority, expiry of the document.

mod form;
mod status;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use form::StatusForm;
pub(crate) use form::since;
pub use status::{NewStatus, StatusEntry, choices, current, filter_choices, label, status_on};
pub use web::panel;

platform::id!(StatusId);
