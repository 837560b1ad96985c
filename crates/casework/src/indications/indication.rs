//! A changed indication as typed into its form.

use jiff::civil::Date;
use platform::ui::FieldErrors;
use serde::Deserialize;

use crate::cases::Case;
use crate::codes::{Exception, Indication, Stage};
use crate::fields;
use crate::openings::{Deviation, deviations};
use crate::people::EntryFacts;

/// The fields of a changed indication, as they came.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct IndicationForm {
    pub(crate) indication: String,
    /// First day of participation.
    pub(crate) entered_on: String,
    pub(crate) exception: String,
    /// `yes` while the person lives in a reception centre of the Land.
    pub(crate) reception: String,
    /// Empty: stays.
    pub(crate) stage: String,
    pub(crate) version: i64,
}

/// What the form says, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) indication: Indication,
    pub(crate) exception: Option<Exception>,
    pub(crate) entered_on: Option<Date>,
    pub(crate) in_reception: bool,
    pub(crate) stage: Option<Stage>,
}

impl IndicationForm {
    /// Proposes participation from today on, or what the participation is.
    pub(crate) fn of(case: &Case, today: Date) -> IndicationForm {
        IndicationForm {
            indication: Indication::Case.code().to_owned(),
            entered_on: case.entered_on.unwrap_or(today).to_string(),
            exception: case.exception.map_or("", Exception::code).to_owned(),
            version: case.version,
            ..IndicationForm::default()
        }
    }

    pub(crate) fn read(&self, case: &Case, today: Date) -> Result<Change, FieldErrors> {
        let mut errors = FieldErrors::none();
        let errs = &mut errors;
        let indication = fields::chosen(errs, "indication", &self.indication, Indication::parse);
        let on = fields::by_today(errs, "entered_on", &self.entered_on, today);
        if on < case.opened_on {
            errs.add("entered_on", "indication-before-opening");
        }
        let exception = match self.exception.as_str() {
            "" => None,
            code => fields::chosen(errs, "exception", code, Exception::parse),
        };
        let stage = match self.stage.as_str() {
            "" => None,
            code => fields::chosen(errs, "stage", code, |code| {
                Stage::parse(code).filter(|stage| case.may_move_to(*stage))
            }),
        };
        let Some(indication) = indication else {
            return Err(errors);
        };
        let takes_part = indication == Indication::Case;
        errors.or_ok(Change {
            indication,
            exception: exception.filter(|_| takes_part),
            entered_on: takes_part.then_some(on),
            in_reception: self.reception == "yes",
            stage,
        })
    }
}

impl Change {
    /// The day for which the case keeps what the person was.
    pub(crate) fn counted_on(&self, case: &Case) -> Date {
        self.entered_on.unwrap_or(case.opened_on)
    }

    /// As at intake: participation outside the target group asks for a reason.
    pub(crate) fn unexplained(&self, facts: &EntryFacts) -> Vec<Deviation> {
        if self.exception.is_some() || self.entered_on.is_none() {
            return Vec::new();
        }
        deviations(facts, self.in_reception)
    }
}
