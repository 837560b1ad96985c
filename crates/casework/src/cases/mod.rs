//! Cases: who may see them, how they open, move through their stages, close and open again.
//!
//! Loading is authorising. [`visible`] and [`editable`] look a case up within the actor's scope and
//! answer "not found" for everything else. What changes a case takes the [`Editable`] that only
//! [`editable`] makes. A case opens and seals its texts itself: [`Case::seal`], [`Case::open`].
//! The page of a case is made of panels: each area offers `panel(&ui, &actor, &case, …)`, which
//! renders a `<section class="panel" id="AREA">`; `web::show` loads and lines them up.
//! [`touched`] tells the case that there was a contact. New cases come from [`open`] and
//! [`open_all`], their people from [`crate::people`].

mod case;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

pub use case::{Case, CaseNumber, Editable, NumberProblem};
pub use store::{editable, touched, visible};

pub use crate::closures::Closure;
pub use crate::openings::store::{open, open_all};
pub use crate::openings::{NewCase, Opening};

platform::id!(CaseId, StageId, AssignmentId, ClosureId);
