//! What cannot be: days to come, people too young or too old.

use jiff::civil::Date;

use super::mapping::Field;
use super::reader::Reader;
use super::row::{CaseValues, PersonValues};
use super::{PartialDate, Refusal, Remark, Warning};
use crate::fields::FIRST_DAY;

pub(super) const YOUNGEST: i16 = 14;
pub(super) const OLDEST: i16 = 99;

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
            refusals.push(Refusal::new(&cell, Remark::InFuture(date)));
            return;
        }
    }
    let cell = reader.cell(birth_field, row);
    if let (Some(birth), Some(cell)) = (birth, cell)
        && let Some(reason) = wrong_age(birth, case.opened_on, reader.today)
    {
        refusals.push(Refusal::new(&cell, reason));
    }
}

/// Why no case of the programme was opened then.
pub(super) fn impossible_opening(day: PartialDate) -> Option<Remark> {
    (day.latest() < FIRST_DAY).then_some(Remark::OpeningTooEarly(day))
}

/// What can hardly be: days before the birth, titles before there was a law for them.
pub(super) fn doubts(
    reader: &Reader<'_>,
    row: u32,
    person: &PersonValues,
    case: &CaseValues,
) -> Vec<Warning> {
    let mut doubts = Vec::new();
    let mut doubt = |field, remark| {
        let cell = reader.cell(field, row);
        doubts.push(Warning { cell, remark });
    };
    let birth = person
        .birth_date
        .or(person.birth_year.map(PartialDate::Year));
    let days = [
        (
            Field::StatusSince,
            case.status_since,
            Remark::StatusBeforeBirth,
        ),
        (
            Field::EnteredGermany,
            case.entered_germany,
            Remark::EntryBeforeBirth,
        ),
    ];
    for (field, day, remark) in days {
        if day
            .zip(birth)
            .is_some_and(|(day, birth)| day.latest() < birth.earliest())
        {
            doubt(field, remark);
        }
    }
    let status = case.status.and_then(law::status::find);
    if let Some((status, since)) = status.zip(case.status_since)
        && let Some(first) = status.valid_from
        && since.latest() < first
    {
        let code = status.code.clone();
        doubt(Field::StatusSince, Remark::StatusBeforeLaw { code, first });
    }
    doubts
}

fn wrong_age(birth: PartialDate, opened_on: Option<PartialDate>, today: Date) -> Option<Remark> {
    let age = impossible_age(birth, opened_on.unwrap_or(PartialDate::Day(today)))?;
    Some(match opened_on {
        Some(_) if age < 0 => Remark::BornAfterOpening,
        Some(_) => Remark::AgeAtOpening(age),
        None => Remark::AgeToday(age),
    })
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
