use std::collections::BTreeMap;

use casework::facts::{Fact, FactId, tell};
use casework::people::Birth;
use law::{Facts, PathResult, StatusSpan};

use super::*;
use crate::demo::{FIRST, people};

/// What the law says of an invented person on the last day of the programme.
fn answer(person: &NewPerson, random: &mut Rng) -> law::Answer {
    let recorded = of(PersonId::new(), person, random);
    let recorded: Vec<Fact> = recorded
        .into_iter()
        .map(|fact| Fact {
            id: FactId::new(),
            topic: fact.topic,
            said: fact.said,
            recorded_at: jiff::Timestamp::UNIX_EPOCH,
        })
        .collect();
    let span = |status: &NewStatus| {
        Some(StatusSpan {
            code: status.code.clone(),
            from: status.from_on?.earliest(),
            to: None,
        })
    };
    let entered = match person.entered_germany {
        Some(PartialDate::Day(day)) => Some(day),
        _ => None,
    };
    let mut facts = Facts {
        birth_date: person.birth.and_then(Birth::day),
        entered_germany: entered,
        nationality: person.nationalities.first().map(|one| one.key().to_owned()),
        statuses: person.statuses.iter().map(span).collect(),
        ..Facts::default()
    };
    tell(&recorded, LAST, &mut facts);
    law::check(&facts, LAST)
}

#[test]
fn every_way_that_was_in_force_is_open_to_some_and_closed_to_most() {
    let mut random = Rng::with_seed(7);
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    let people = 3_000;
    for _ in 0..people {
        let arrived = between(FIRST, LAST, &mut random);
        let person = people::person(arrived, &mut random).unwrap();
        let paths = answer(&person, &mut random).perspectives;
        for path in paths.iter().filter(|path| path.result == PathResult::Open) {
            *open.entry(path.id.clone()).or_default() += 1;
        }
    }
    // C4 (2024) and C6 (2022-12-31) came later.
    for path in ["C1", "C2", "C3", "C5"] {
        let found = open.get(path).copied().unwrap_or_default();
        assert!(
            (15..people / 5).contains(&found),
            "{path}: {found} of {people}: {open:?}"
        );
    }
}
