//! Practice and executive stops that a site knows: no statute, each with its date and source.
//!
//! The rules bring some; a site replaces them or adds its own, and says by how many weeks ahead it
//! wants to be reminded.

mod form;
mod notice;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use notice::{LocalNotice, Practice, ShownNotice, in_force};

platform::id!(NoticeId);
