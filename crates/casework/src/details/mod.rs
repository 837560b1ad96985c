//! Changing what is known of the person of a case, and of the case besides its course.

mod opening;
mod store;
pub mod web;

#[cfg(test)]
mod tests;
