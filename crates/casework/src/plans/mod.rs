//! The plan agreed with a person: goals, the steps towards them, results and barriers.
//!
//! The case page shows [`panel`] of what [`of_case`] finds.
//! Generated data comes in by [`insert_past`]. The forms are many and have a file of their own.

mod input;
mod plan;
pub mod store;
mod told;
pub mod web;

#[cfg(test)]
mod tests;

pub use plan::{
    Barrier, Goal, GoalId, GoalResult, Responsible, Step, StepId, StepOutcome, StepResult,
};
pub use store::{PastGoal, insert_past, of_case};
pub use web::panel;
