//! What cannot be: days to come, people too young or too old.

use jiff::civil::Date;

use super::PartialDate;
use super::mapping::Field;
use super::reader::Reader;
use super::row::{CaseValues, PersonValues, Refusal};
use crate::fields::FIRST_DAY;

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
    let cell = reader.cell(birth_field, row);
    if let (Some(birth), Some(cell)) = (birth, cell)
        && let Some(reason) = wrong_age(birth, case.opened_on, reader.today)
    {
        refusals.push(Refusal { reason, cell });
    }
}

/// Why no case of the programme was opened then.
pub(super) fn impossible_opening(day: PartialDate) -> Option<String> {
    let too_early = day.latest() < FIRST_DAY;
    too_early.then(|| {
        let (day, first) = (german(day), german(PartialDate::Day(FIRST_DAY)));
        format!("Die Aufnahme ({day}) läge vor dem {first}; der Wert fehlt.")
    })
}

/// What can hardly be: days before the birth, titles before there was a law for them.
pub(super) fn doubts(
    reader: &Reader<'_>,
    row: u32,
    person: &PersonValues,
    case: &CaseValues,
) -> Vec<String> {
    let mut doubts = Vec::new();
    let mut doubt = |field, text: String| {
        let cell = reader.cell(field, row).unwrap_or_default();
        doubts.push(format!("{cell}: {text}"));
    };
    let birth = person
        .birth_date
        .or(person.birth_year.map(PartialDate::Year));
    let days = [
        (
            Field::StatusSince,
            case.status_since,
            "Der Beginn des Status",
        ),
        (Field::EnteredGermany, case.entered_germany, "Die Einreise"),
    ];
    for (field, day, what) in days {
        if day
            .zip(birth)
            .is_some_and(|(day, birth)| day.latest() < birth.earliest())
        {
            doubt(field, format!("{what} liegt vor der Geburt, bitte prüfen."));
        }
    }
    let status = case.status.and_then(law::status::find);
    if let Some((status, since)) = status.zip(case.status_since)
        && let Some(first) = status.valid_from
        && since.latest() < first
    {
        let (label, first) = (&status.label_de, german(PartialDate::Day(first)));
        doubt(
            Field::StatusSince,
            format!("„{label}“ gibt es erst seit {first}, bitte prüfen."),
        );
    }
    doubts
}

fn wrong_age(birth: PartialDate, opened_on: Option<PartialDate>, today: Date) -> Option<String> {
    let age = impossible_age(birth, opened_on.unwrap_or(PartialDate::Day(today)))?;
    let when = match opened_on {
        Some(_) if age < 0 => return Some("Die Geburt liegt nach der Aufnahme.".to_owned()),
        Some(_) => "bei der Aufnahme",
        None => "heute",
    };
    Some(format!(
        "Das Alter {when} wäre {age} Jahre; möglich sind {YOUNGEST} bis {OLDEST}."
    ))
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

fn years_between(from: Date, to: Date) -> i16 {
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
