//! What a person has attained; several at once, and again and again.

use jiff::civil::Date;
use platform::ui::FieldErrors;

use crate::codes::codes;
use crate::fields::{self, Bounds};

platform::id!(OutcomeId);

codes! {
    /// What was attained. Marginal employment (geringfügig) is employment too and counts there as
    /// well.
    OutcomeKind "outcome" {
        Training = "training",
        Employment = "employment",
        EmploymentMarginal = "employment_marginal",
        LanguageCourse = "language_course",
        SchoolCertificate = "school_certificate",
        Housing = "housing",
    }
}

/// One thing attained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub id: OutcomeId,
    pub kind: OutcomeKind,
    pub on: Date,
}

/// An outcome as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub(super) struct OutcomeInput {
    #[serde(default)]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) on_day: String,
}

impl OutcomeInput {
    /// What was attained before the case began was not attained in it.
    pub(super) fn read(&self, opened_on: Date, bounds: Bounds) -> Result<Outcome, FieldErrors> {
        let mut errors = FieldErrors::none();
        let kind = fields::chosen(&mut errors, "kind", &self.kind, OutcomeKind::parse);
        let on = fields::past_day(&mut errors, "on_day", &self.on_day, bounds);
        if on < opened_on {
            errors.add("on_day", "outcome-before-case");
        }
        let Some(kind) = kind else {
            return Err(errors);
        };
        let id = OutcomeId::new();
        errors.or_ok(Outcome { id, kind, on })
    }
}
