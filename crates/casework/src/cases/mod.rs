//! Cases: who may see them, how they open, move through their stages, close and open again.
//!
//! Loading is authorising. [`visible`] and [`editable`] look a case up within the actor's scope and
//! answer "not found" for everything else. What changes a case takes the [`Editable`] that only
//! [`editable`] makes. A case opens and seals its texts itself: [`Case::seal`], [`Case::open`].
//! [`touched`] tells the case that there was a contact. New cases come from [`open`] and
//! [`open_all`], their people from [`crate::people`].

mod case;
pub mod store;

#[cfg(test)]
mod tests;

pub use case::{
    Case, CaseNumber, Closure, Deviation, Editable, NewCase, NumberProblem, Opening, check_closure,
    deviations,
};
pub use store::{editable, open, open_all, touched, visible};

platform::id!(CaseId, StageId, AssignmentId, ClosureId);
