//! The law beside the case: what is open to a person on a day, which residence perspectives come
//! within reach, which deadlines run. Orientation, never a decision.
//!
//! The case page calls [`panel`], the start page [`open_files`].

mod changes;
mod facts;
mod prospects;
mod store;
mod terms;
pub mod web;

#[cfg(test)]
mod tests;

pub use facts::{Background, Held, Outlook};
pub use store::{OpenFile, Upcoming, background, deadlines, open_files, upcoming};
pub(crate) use web::kind_key;
pub use web::{changes, panel};

/// The day up to which the law was read.
pub fn stand(today: jiff::civil::Date) -> jiff::civil::Date {
    law::Rules::embedded().stand().unwrap_or(today)
}
