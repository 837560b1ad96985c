//! The indication of a case after intake: short counselling that becomes a participation, and
//! corrections.

mod indication;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub(crate) use indication::{Change, IndicationForm};
