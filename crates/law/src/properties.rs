//! What must hold for every person on every day.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::days::plus_days;
use crate::{
    Applied, Certificate, Facts, Job, Language, Level, Livelihood, PathResult, Rejection, School,
    Span, StatusCode, StatusSpan, Training, TrainingKind, check,
};

const CODES: [&str; 12] = [
    "AKN",
    "AG",
    "AG_FOLGE",
    "D_60A_2_S1",
    "D_60A_2_S3",
    "D_60B",
    "D_60C",
    "GEDULDET",
    "GUEB",
    "AE_104C1",
    "AE_25_3",
    "FIKT_81_4",
];

fn day() -> impl Strategy<Value = Date> {
    (0..4000_i32).prop_map(|days| plus_days(date(2015, 6, 1), days))
}

fn history() -> impl Strategy<Value = Vec<StatusSpan>> {
    prop::collection::vec(
        (prop::sample::select(&CODES[..]), 1..900_i32, any::<bool>()),
        0..5,
    )
    .prop_flat_map(|parts| (Just(parts), day()))
    .prop_map(|(parts, start)| {
        let mut from = start;
        let mut spans = Vec::new();
        for (code, length, printed) in parts {
            let next = plus_days(from, length);
            let code = StatusCode::parse(code).unwrap();
            spans.push(StatusSpan {
                code,
                from,
                to: printed.then(|| plus_days(next, -1)),
            });
            from = next;
        }
        spans
    })
}

fn job(from: Date) -> Job {
    let (insured, skilled, secures_livelihood) = (Some(true), Some(true), Some(true));
    Job {
        from,
        to: None,
        hours: Some(35.0),
        insured,
        skilled,
        secures_livelihood,
    }
}

prop_compose! {
    fn person()(
        birth in 7000..14_000_i32,
        entered in prop::option::of(day()),
        statuses in history(),
        days in prop::collection::vec(prop::option::of(day()), 4),
        work in prop::collection::vec(day(), 0..2),
        level in prop::option::of(day()),
        nationality in prop::option::of(prop::sample::select(&["423", "150", "430", "287"][..])),
        livelihood in prop::option::of(Just(Livelihood::Mainly)),
        minor_child in prop::option::of(any::<bool>()),
        rejected in prop::option::of(Just(Rejection::Simple)),
        contract in prop::option::of(day()),
    ) -> Facts {
        let training = contract.map(|day| Training {
            from: plus_days(day, 90),
            to: None,
            kind: Some(TrainingKind::Qualified),
            contract_on: Some(day),
        });
        let level = level.map(|since| Language { level: Level::B1, oral_only: false, since });
        Facts {
            birth_date: Some(plus_days(date(1970, 1, 1), birth)),
            entered_germany: entered.or_else(|| statuses.first().map(|status| status.from)),
            nationality: nationality.map(str::to_owned),
            statuses: Some(statuses),
            absences: Some(Vec::new()),
            asylum_application_on: days[0],
            asylum_rejected: rejected,
            asylum_withdrawn_on: days[1],
            identity_clarified_on: days[2],
            civics_test_on: days[3],
            lives_in_reception_centre: Some(Vec::new()),
            jobs: Some(work.into_iter().map(job).collect()),
            school: Some(Vec::new()),
            language: Some(level.into_iter().collect()),
            training: Some(training.into_iter().collect()),
            livelihood,
            minor_child,
            applied: Some(Vec::new()),
            served: Some(Vec::new()),
            ..Facts::default()
        }
    }
}

/// The same person with more that speaks for them.
fn better(facts: &Facts, on: Date) -> Facts {
    let mut facts = facts.clone();
    let early = facts.entered_germany.unwrap_or(on);
    facts.livelihood = Some(Livelihood::Secured);
    facts.civics_test_on = facts.civics_test_on.min(Some(on)).or(Some(on));
    facts.identity_clarified_on = Some(early);
    facts.identity_steps_on = Some(vec![early]);
    facts.language.get_or_insert_default().push(Language {
        level: Level::C1,
        oral_only: false,
        since: early,
    });
    facts.jobs.get_or_insert_default().push(job(early));
    facts.school.get_or_insert_default().push(School {
        from: early,
        to: Some(on),
        success: Some(true),
        certificate: Some(Certificate::MittlereReife),
    });
    facts
}

/// The same person with things that happen after the day.
fn later(facts: &Facts, on: Date) -> Facts {
    let mut facts = facts.clone();
    let tomorrow = plus_days(on, 1);
    let code = StatusCode::parse("AE_25B1").unwrap();
    let mut push = |from: Date| {
        facts.statuses.get_or_insert_default().push(StatusSpan {
            code: code.clone(),
            from,
            to: None,
        });
    };
    push(tomorrow);
    facts.absences.get_or_insert_default().push(Span {
        from: tomorrow,
        to: None,
    });
    facts
        .lives_in_reception_centre
        .get_or_insert_default()
        .push(Span {
            from: tomorrow,
            to: None,
        });
    facts.jobs.get_or_insert_default().push(job(tomorrow));
    facts.applied.get_or_insert_default().push(Applied {
        path: "C1".to_owned(),
        on: tomorrow,
    });
    let (level, oral_only) = (Level::C1, false);
    facts.language.get_or_insert_default().push(Language {
        level,
        oral_only,
        since: tomorrow,
    });
    facts.passport_shown_on = Some(tomorrow);
    facts.protection_recognised_on = Some(tomorrow);
    facts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn more_met_facts_never_close_an_open_path(facts in person(), on in day()) {
        let before = check(&facts, on);
        let after = check(&better(&facts, on), on);
        for path in before.perspectives.iter().filter(|path| path.result == PathResult::Open) {
            let now = after.perspectives.iter().find(|now| now.id == path.id).unwrap();
            prop_assert_eq!(now.result, PathResult::Open, "{}", path.id);
        }
    }

    #[test]
    fn an_answer_does_not_depend_on_later_facts(facts in person(), on in day()) {
        prop_assert_eq!(check(&facts, on), check(&later(&facts, on), on));
    }

    #[test]
    fn a_result_holds_from_its_first_to_its_last_day(facts in person(), on in day()) {
        let known = facts.known_on(on);
        let answer = check(&known, on);
        for access in &answer.access {
            if let Some(until) = access.until {
                prop_assert!(until >= on, "{}", access.id);
            }
            let Some(since) = access.since else { continue };
            prop_assert!(since <= on, "{}", access.id);
        }
    }
}
