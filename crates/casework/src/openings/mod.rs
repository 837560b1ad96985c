//! Opening cases: the indication check, the number, and many at once for imports.

mod form;
mod opening;
mod question;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use opening::{Deviation, NewCase, Opening, deviations};
