//! Funded posts: function, extent, period, and who holds them.

mod post;
mod start;
pub mod store;
pub(crate) mod web;

#[cfg(test)]
mod tests;

pub use post::{Fte, Function, Post, provider_on};
pub(crate) use start::start;

platform::id!(PostId);
