//! Who comes: age, sex, origin, status.

use casework::codes::{Nationality, PartialDate, Sex};
use casework::people::{Birth, NewPerson, NewStatus};
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;

use super::LAST;
use super::names::{self, pick};

/// A synthetic person who comes on this day.
pub(super) fn person(opened_on: Date, random: &mut Rng) -> anyhow::Result<NewPerson> {
    let origin = names::origin(random);
    let sex = match random.u32(..1000) {
        0..3 => Sex::Diverse,
        3..230 => Sex::Female,
        _ => Sex::Male,
    };
    let entered = opened_on.checked_sub((random.i32(400..2_400)).days())?;
    Ok(NewPerson {
        family_name: Some(origin.family_name(random)),
        given_name: Some(origin.given_name(sex == Sex::Female, random)),
        birth: Some(birth(opened_on, random)?),
        sex: Some(sex),
        nationalities: Nationality::parse(origin.nationality).into_iter().collect(),
        entered_germany: Some(known(entered)),
        statuses: statuses(opened_on, entered, random)?,
        ..NewPerson::default()
    })
}

/// Of every fifth entry the file knows only the month.
fn known(entered: Date) -> PartialDate {
    if entered.day() % 5 == 0 {
        return PartialDate::Month(entered.first_of_month());
    }
    PartialDate::Day(entered)
}

/// Mostly 18 to 27; many dates of birth are estimated and stand on the first of January.
fn birth(opened_on: Date, random: &mut Rng) -> anyhow::Result<Birth> {
    let age = match random.u32(..100) {
        0..3 => random.i16(16..18),
        3..97 => 18 + random.i16(0..10).midpoint(random.i16(0..10)),
        _ => random.i16(28..32),
    };
    let day = opened_on.checked_sub((365 * i32::from(age) + random.i32(20..345)).days())?;
    Ok(match random.u32(..100) {
        0..4 => Birth::Year(day.year()),
        4..16 => Birth::Day(day.with().month(1).day(1).build()?),
        _ => Birth::Day(day),
    })
}

const TOLERATED: [(&str, u32); 6] = [
    ("D_60A_2_S1", 62),
    ("D_60B", 11),
    ("D_60C", 13),
    ("D_60A_2_S3", 6),
    ("D_60D", 3),
    ("GEDULDET", 5),
];

/// A permission to stay first; for most it has given way to a Duldung.
fn statuses(opened_on: Date, entered: Date, random: &mut Rng) -> anyhow::Result<Vec<NewStatus>> {
    let begins = entered.checked_add(random.i32(10..60).days())?;
    let mut all = Vec::new();
    let mut add = |code: &str, from: Date| {
        let code = law::status::find(code).map(|status| status.code.clone());
        if let Some(code) = code {
            all.push(NewStatus::since(code, Some(PartialDate::Day(from))));
        }
    };
    add("AG", begins);
    if random.u32(..100) < 66 {
        let span = opened_on.since(begins)?.get_days().max(60);
        let turned = begins.checked_add(random.i32(30..span.max(31)).days())?;
        let total: u32 = TOLERATED.iter().map(|(_, weight)| weight).sum();
        let mut at = random.u32(..total);
        let chosen = TOLERATED.iter().find(|(_, weight)| {
            let found = at < *weight;
            at = at.saturating_sub(*weight);
            found
        });
        add(chosen.map_or("GEDULDET", |(code, _)| code), turned);
    }
    if let Some(last) = all.last_mut() {
        last.document_expires_on = Some(LAST.checked_add(random.i32(-25..300).days())?);
        last.authority = Some(pick(&["Ausländerbehörde"], random).to_owned());
    }
    Ok(all)
}
