//! Spans of time in which somebody works on cases.

use jiff::civil::Date;
use platform::AccountId;
use platform::ui::FieldErrors;

use super::SubstitutionId;

/// Somebody worked on a case in `[from_on, to_on)`.
#[derive(Clone, Debug)]
pub struct Assignment {
    pub worker_name: String,
    pub from_on: Date,
    pub to_on: Option<Date>,
}

/// The deputy sees and works on the worker's cases in `[from_on, to_on)`.
#[derive(Clone, Debug)]
pub struct Substitution {
    pub id: SubstitutionId,
    pub worker: AccountId,
    pub worker_name: String,
    pub deputy: AccountId,
    pub deputy_name: String,
    pub from_on: Date,
    pub to_on: Date,
}

impl Substitution {
    /// The last day, as people say it.
    pub fn last_on(&self) -> Date {
        self.to_on.saturating_sub(jiff::Span::new().days(1))
    }
}

/// A substitution lasts from one to 366 days and is not one's own.
pub fn check_substitution(
    worker: AccountId,
    deputy: AccountId,
    from_on: Date,
    to_on: Date,
) -> FieldErrors {
    let mut errors = FieldErrors::none();
    if worker == deputy {
        errors.add("deputy", "substitution-oneself");
    }
    let days = (to_on - from_on).get_days();
    if days < 1 {
        errors.add("last_on", "substitution-ends-before");
    } else if days > 366 {
        errors.add("last_on", "substitution-too-long");
    }
    errors
}
