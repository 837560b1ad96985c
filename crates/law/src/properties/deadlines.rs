//! On what deadlines depend.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{anybody, better, day, later};
use crate::{DEADLINE_FACTS, Facts, deadlines};

/// The recorded facts that deadlines do not depend on.
const OTHERS: [&str; 14] = [
    "accelerated_procedure",
    "applied",
    "asylblg_since",
    "asylum_rejected",
    "asylum_withdrawn_on",
    "civics_test_on",
    "dublin_request",
    "identity_clarified_on",
    "identity_steps_on",
    "language",
    "livelihood",
    "passport_shown_on",
    "registered_unemployed_since",
    "school",
];

/// Without [`OTHERS`].
fn for_deadlines(facts: &Facts) -> Facts {
    Facts {
        accelerated_procedure: None,
        applied: None,
        asylblg_since: None,
        asylum_rejected: None,
        asylum_withdrawn_on: None,
        civics_test_on: None,
        dublin_request: None,
        identity_clarified_on: None,
        identity_steps_on: None,
        language: None,
        livelihood: None,
        passport_shown_on: None,
        registered_unemployed_since: None,
        school: None,
        ..facts.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn deadlines_ask_for_no_other_facts_than_they_say(
        facts in anybody(),
        happened in prop::option::of(day()),
        dublin in any::<Option<bool>>(),
        accelerated in any::<Option<bool>>(),
        on in day(),
    ) {
        let facts = happened.map_or(facts.clone(), |day| better(&later(&facts, day), day));
        let facts = Facts { dublin_request: dublin, accelerated_procedure: accelerated, ..facts };
        prop_assert_eq!(deadlines(&facts, on), deadlines(&for_deadlines(&facts), on));
    }
}

/// What the conditions and beginnings of the deadlines name.
#[test]
fn the_facts_for_deadlines_are_those_that_their_rules_name() {
    let rules = include_str!("../../rules/deadlines.toml");
    let end = rules.find("[[duty]]").unwrap();
    let words = rules[..end].split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    let words: BTreeSet<&str> = words.collect();
    let named = |fact: &&str| {
        let derived: &[&str] = match *fact {
            "jobs" => &["job_to"],
            "lives_in_reception_centre" => &["in_reception_centre"],
            "served" => &["served_asylum_simple", "served_abh"],
            "training" => &["training_from", "training_to"],
            // The clocks stop while somebody is away.
            "absences" => &["stay", "presence", "duldung"],
            plain => &[plain],
        };
        derived.iter().all(|word| words.contains(word))
    };
    let unnamed: Vec<&str> = DEADLINE_FACTS
        .into_iter()
        .filter(|fact| !named(fact))
        .collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
    let named: Vec<&str> = OTHERS
        .into_iter()
        .filter(|fact| words.contains(fact))
        .collect();
    assert!(named.is_empty(), "{named:?}");
}
