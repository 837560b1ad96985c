//! Bodies that carry out the work at a site: the municipality itself or a free provider.

mod provider;
pub mod store;
pub(crate) mod web;

#[cfg(test)]
mod tests;

pub use provider::{Provider, ProviderKind};

platform::id!(ProviderId);
