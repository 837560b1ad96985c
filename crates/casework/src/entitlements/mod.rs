//! The law beside the case: what is open to a person on a day, which residence perspectives come
//! within reach, which deadlines run. Orientation, never a decision.
//!
//! The case page calls [`panel`], the start page [`upcoming`].

mod facts;
mod store;
mod terms;
pub mod web;

#[cfg(test)]
mod tests;

pub use facts::{Background, Held, Outlook};
pub use store::{Upcoming, background, upcoming};
pub use web::panel;
