//! The plan agreed with a person: goals, the steps towards them, results and barriers.
//!
//! The case page shows [`panel`] of what [`of_case`] finds; a start page asks [`due`] for the steps that need a hand.
//! Generated data comes in by [`insert_past`]. The forms are many and have a file of their own.

mod input;
mod plan;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use plan::{
    Barrier, DueStep, Goal, GoalId, GoalResult, Responsible, Step, StepId, StepOutcome, StepResult,
};
pub use store::{PastGoal, due, insert_past, of_case};
pub use web::panel;
