//! How a case ends.

use jiff::civil::Date;
use platform::ui::FieldErrors;

use crate::codes::{ClosureOutcome, ClosureReason, Stage};

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closure {
    pub closed_on: Date,
    pub reason: ClosureReason,
    pub outcome: ClosureOutcome,
}

/// A case lies between its opening and today; a day outside of that is a slip.
pub fn check_closure(errors: &mut FieldErrors, opened_on: Date, closed_on: Date, today: Date) {
    if closed_on > today {
        errors.add("closed_on", "field-in-the-future");
    }
    if closed_on < opened_on {
        errors.add("closed_on", "closure-before-opening");
    }
}

/// Where a closed case goes on when it is opened again: at the last stage before the closing.
pub fn stage_before(course: &[(Stage, Date)]) -> Stage {
    let before = course
        .iter()
        .rev()
        .find(|(stage, _)| *stage != Stage::Closed);
    before.map_or(Stage::Contact, |(stage, _)| *stage)
}
