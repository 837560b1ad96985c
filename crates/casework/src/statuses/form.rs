//! A status as typed into a form.

use jiff::civil::Date;
use law::StatusCode;
use platform::ui::{FieldErrors, Problem, Ui};
use serde::Deserialize;

use super::{NewStatus, StatusEntry};
use crate::codes::PartialDate;
use crate::fields::{self, Bounds};
use crate::imports::typed_date;

/// The fields of a status, as they came.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct StatusForm {
    pub code: String,
    pub from_on: String,
    pub last_on: String,
    pub authority: String,
    pub document_expires_on: String,
    pub side_conditions: String,
    /// Of the entry being corrected, so that nothing is overwritten unseen.
    pub recorded_at: i64,
}

impl StatusForm {
    pub fn of(entry: &StatusEntry, ui: &Ui) -> StatusForm {
        let status = entry.status.clone();
        let day = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
        StatusForm {
            code: status.code.as_str().to_owned(),
            from_on: status.from_on.map_or(String::new(), |day| day.said(ui)),
            last_on: day(status.last_day()),
            authority: status.authority.unwrap_or_default(),
            document_expires_on: day(status.document_expires_on),
            side_conditions: status.side_conditions.unwrap_or_default(),
            recorded_at: entry.recorded_at.as_millisecond(),
        }
    }

    pub(crate) fn read(&self, bounds: Bounds) -> Result<NewStatus, FieldErrors> {
        let mut errors = FieldErrors::none();
        let errs = &mut errors;
        let code = fields::chosen(errs, "code", &self.code, StatusCode::parse);
        let from_on = since(errs, "from_on", &self.from_on, bounds);
        let last_on = fields::day(errs, "last_on", &self.last_on);
        let expires = fields::day(errs, "document_expires_on", &self.document_expires_on);
        let authority = fields::line(errs, "authority", &self.authority, 120);
        let side_conditions = fields::note(errs, "side_conditions", &self.side_conditions, 2_000);
        if let (Some(from), Some(last)) = (from_on, last_on)
            && last < from.earliest()
        {
            errs.add("last_on", "status-ends-before-it-begins");
        }
        if let (Some(code), Some(from)) = (&code, from_on) {
            check_validity(errs, code, from);
        }
        let Some(code) = code else {
            return Err(errors);
        };
        errors.or_ok(NewStatus {
            code,
            from_on,
            to_on: last_on.and_then(|day| day.tomorrow().ok()),
            authority,
            document_expires_on: expires,
            side_conditions,
        })
    }
}

/// A day, month or year of the life so far, or nothing.
pub(crate) fn since(
    errors: &mut FieldErrors,
    field: &str,
    text: &str,
    bounds: Bounds,
) -> Option<PartialDate> {
    if text.trim().is_empty() {
        return None;
    }
    let day = typed_date(text, bounds.today);
    match day {
        None => errors.add(field, "field-not-a-partial-day"),
        Some(day) if day.earliest() > bounds.today => errors.add(field, "field-in-the-future"),
        Some(day) if bounds.is_before_birth(day.latest()) => {
            errors.add(field, "field-before-birth");
        }
        Some(_) => {}
    }
    day
}

/// A status cannot begin before the law knew it, or after it was last issued.
fn check_validity(errors: &mut FieldErrors, code: &StatusCode, from: PartialDate) {
    let Some(status) = law::status::find(code.as_str()) else {
        return;
    };
    let mut refuse = |key, day: Date| {
        let day = format!("{:02}.{:02}.{}", day.day(), day.month(), day.year());
        errors.add_problem(
            "from_on",
            Problem {
                key,
                args: vec![("day", day)],
            },
        );
    };
    match (status.valid_from, status.valid_to) {
        (Some(first), _) if from.latest() < first => refuse("status-not-yet-law", first),
        (_, Some(last)) if from.earliest() > last => refuse("status-no-longer-issued", last),
        _ => {}
    }
}
