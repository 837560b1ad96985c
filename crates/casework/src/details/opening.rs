//! Correcting the day on which a case was opened.

use jiff::civil::Date;
use platform::ui::{FieldErrors, Problem};

use crate::cases::Case;
use crate::codes::Stage;
use crate::fields::{self, Bounds};
use crate::outcomes::Outcome;
use crate::people::{Birth, age_on};
use crate::statuses::{StatusEntry, current};

/// The day as typed: a past one, and never left out.
pub(super) fn read(errors: &mut FieldErrors, text: &str, today: Date) -> Option<Date> {
    if text.trim().is_empty() {
        errors.add("opened_on", "field-required");
        return None;
    }
    let day = fields::past_day(errors, "opened_on", text, Bounds::until(today));
    errors.get("opened_on").is_none().then_some(day)
}

/// Nothing that is recorded of a case comes before its opening.
pub(super) fn check(
    errors: &mut FieldErrors,
    opened_on: Date,
    case: &Case,
    course: &[(Stage, Date)],
    outcomes: &[Outcome],
) {
    let closed = case.closure.map(|closure| closure.closed_on);
    let later = course.iter().skip(1).map(|(_, day)| *day).min();
    let outcome = outcomes.iter().map(|outcome| outcome.on).min();
    let limits = [
        (closed, "opening-after-closure"),
        (later, "opening-after-stage"),
        (outcome, "opening-after-outcome"),
    ];
    for (day, key) in limits {
        if let Some(day) = day.filter(|day| *day < opened_on) {
            let said = format!("{:02}.{:02}.{}", day.day(), day.month(), day.year());
            let args = vec![("day", said)];
            errors.add_problem("opened_on", Problem { key, args });
        }
    }
}

/// What a case says of its beginning once the day is corrected. Its number stays: it stands on
/// papers already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Beginning {
    pub(super) opened_on: Date,
    pub(super) entered_on: Option<Date>,
    pub(super) age: Option<i16>,
    pub(super) status: Option<law::StatusCode>,
}

impl Beginning {
    pub(super) fn of(
        case: &Case,
        opened_on: Date,
        birth: Option<Birth>,
        history: &[StatusEntry],
    ) -> Beginning {
        let began_with_it = case.entered_on == Some(case.opened_on);
        let entered_on = if began_with_it {
            Some(opened_on)
        } else {
            case.entered_on
        };
        let on = entered_on.unwrap_or(opened_on);
        Beginning {
            opened_on,
            entered_on,
            age: birth.map(|birth| age_on(birth, on)),
            status: current(history, on).map(|entry| entry.status.code.clone()),
        }
    }
}
