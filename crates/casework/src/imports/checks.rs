//! What cannot be: days to come, people too young or too old.

use super::PartialDate;
use super::mapping::Field;
use super::reader::Reader;
use super::row::{CaseValues, PersonValues, Refusal};

const YOUNGEST: i16 = 14;
const OLDEST: i16 = 99;

pub(super) fn check(
    refusals: &mut Vec<Refusal>,
    reader: &Reader<'_>,
    row: u32,
    person: &PersonValues,
    case: &CaseValues,
) {
    let birth = person
        .birth_date
        .or(person.birth_year.map(PartialDate::Year));
    let birth_field = if person.birth_date.is_some() || reader.cell(Field::BirthYear, row).is_none()
    {
        Field::BirthDate
    } else {
        Field::BirthYear
    };
    let days = [
        (birth_field, birth),
        (Field::OpenedOn, case.opened_on),
        (Field::StatusSince, case.status_since),
        (Field::EnteredGermany, case.entered_germany),
    ];
    for (field, date) in days {
        if let (Some(date), Some(cell)) = (date, reader.cell(field, row))
            && date.earliest() > reader.today
        {
            refusals.push(Refusal {
                reason: format!("{} liegt in der Zukunft.", german(date)),
                cell,
            });
            return;
        }
    }
    let at = case.opened_on.unwrap_or(PartialDate::Day(reader.today));
    if let (Some(birth), Some(cell)) = (birth, reader.cell(birth_field, row))
        && let Some(age) = impossible_age(birth, at)
    {
        let when = if case.opened_on.is_some() {
            "bei der Aufnahme"
        } else {
            "heute"
        };
        let reason = if age < 0 {
            "Die Geburt liegt nach der Aufnahme.".to_owned()
        } else {
            format!("Das Alter {when} wäre {age} Jahre; möglich sind {YOUNGEST} bis {OLDEST}.")
        };
        refusals.push(Refusal { reason, cell });
    }
}

/// The age nearest to the possible ones, if no reading of the two dates makes it possible.
fn impossible_age(birth: PartialDate, at: PartialDate) -> Option<i16> {
    let oldest = years_between(birth.earliest(), at.latest());
    let youngest = years_between(birth.latest(), at.earliest());
    if oldest < YOUNGEST {
        Some(oldest)
    } else if youngest > OLDEST {
        Some(youngest)
    } else {
        None
    }
}

fn years_between(from: jiff::civil::Date, to: jiff::civil::Date) -> i16 {
    let before_birthday = (to.month(), to.day()) < (from.month(), from.day());
    to.year() - from.year() - i16::from(before_birthday)
}

/// As Germans write it: `2015`, `11/2015`, `03.11.2015`.
pub(super) fn german(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(day) => format!("{:02}/{}", day.month(), day.year()),
        PartialDate::Day(day) => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
    }
}
