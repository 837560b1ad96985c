//! Long work: queued in the database, shown with its progress, taken up again after a stop.

mod runner;
pub mod store;
pub mod web;

pub use runner::{Jobs, Kind, Progress, run_next, start};
pub use store::{Job, State, enqueue};

#[cfg(test)]
#[cfg(feature = "testing")]
mod tests;
