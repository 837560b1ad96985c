//! What must hold for every person on every day.

mod deadlines;

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::days::plus_days;
use crate::{
    Access, Answer, Applied, Certificate, ConditionState, Decision, Facts, Job, Language, Level,
    Livelihood, PathResult, Perspective, Rejection, School, Served, Span, StatusCode, StatusSpan,
    Training, TrainingKind, check,
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

fn school(from: Date, to: Option<Date>) -> School {
    School {
        from,
        to,
        success: Some(true),
        certificate: Some(Certificate::MittlereReife),
    }
}

fn training(from: Date) -> Training {
    Training {
        from,
        to: None,
        kind: Some(TrainingKind::Qualified),
        contract_on: Some(plus_days(from, -90)),
    }
}

prop_compose! {
    /// Somebody for whom much is there already; one thing or another may be lacking.
    fn ready()(
        entered in 0..2500_i32,
        age in 12..22_i32,
        asylum in 30..1200_i32,
        later in prop::sample::select(&["D_60A_2_S1", "D_60A_2_S3", "D_60C", "D_60D", "AE_25_2_FLU", "AE_25B1"][..]),
        lacks in prop::collection::vec(prop::bool::weighted(0.12), 5),
        livelihood in prop::sample::select(&[Livelihood::Secured, Livelihood::Mainly, Livelihood::Not][..]),
        works in 400..1500_i32,
        trains in prop::option::of(1000..3500_i32),
        trained in prop::option::of(1500..2500_i32),
        withdrawn in prop::option::of(100..900_i32),
    ) -> Facts {
        let entered = plus_days(date(2013, 6, 1), entered);
        let after = |days: i32| plus_days(entered, days);
        let code = |code: &str| StatusCode::parse(code).unwrap();
        let statuses = vec![
            StatusSpan { code: code("AG"), from: entered, to: Some(after(asylum)) },
            StatusSpan { code: code(later), from: after(asylum + 1), to: None },
        ];
        let done = trained.map(|days| Training { to: Some(after(days)), ..training(after(600)) });
        let coming = trains.map(|days| training(after(days)));
        let list = |lacking: bool, day: Date| if lacking { Vec::new() } else { vec![day] };
        Facts {
            birth_date: Some(plus_days(entered, -365 * age)),
            entered_germany: Some(entered),
            nationality: Some("423".to_owned()),
            statuses: Some(statuses),
            absences: Some(Vec::new()),
            lives_in_reception_centre: Some(Vec::new()),
            asylum_application_on: Some(entered),
            asylum_rejected: Some(if withdrawn.is_some() { Rejection::None } else { Rejection::Simple }),
            asylum_withdrawn_on: withdrawn.map(after),
            identity_clarified_on: (!lacks[0]).then(|| after(60)),
            identity_steps_on: Some(list(lacks[1], after(30))),
            civics_test_on: (!lacks[2]).then(|| after(800)),
            jobs: Some(list(lacks[3], after(works)).into_iter().map(job).collect()),
            school: Some(list(lacks[4], after(90)).into_iter().map(|day| school(day, Some(after(1300)))).collect()),
            language: Some(vec![Language { level: Level::B1, oral_only: false, since: after(500) }]),
            training: Some(done.into_iter().chain(coming).collect()),
            livelihood: Some(livelihood),
            minor_child: Some(lacks[1]),
            applied: Some(Vec::new()),
            served: Some(Vec::new()),
            ..Facts::default()
        }
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
        let training = contract.map(|day| training(plus_days(day, 90)));
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
    facts.identity_clarified_on = facts.identity_clarified_on.min(Some(early));
    facts.identity_steps_on.get_or_insert_default().push(on);
    facts.minor_child = Some(true);
    facts.language.get_or_insert_default().push(Language {
        level: Level::C1,
        oral_only: false,
        since: early,
    });
    facts.jobs.get_or_insert_default().push(job(early));
    facts
        .school
        .get_or_insert_default()
        .push(school(early, Some(on)));
    facts
}

/// The same person with things that happen after the day, in every fact that has a day.
fn later(facts: &Facts, on: Date) -> Facts {
    let mut facts = facts.clone();
    let tomorrow = plus_days(on, 1);
    happen(&mut facts, tomorrow);
    begin(&mut facts, tomorrow);
    facts
}

fn happen(facts: &mut Facts, tomorrow: Date) {
    for event in [
        &mut facts.asylum_application_on,
        &mut facts.asylum_registered_on,
        &mut facts.asylum_withdrawn_on,
        &mut facts.protection_recognised_on,
        &mut facts.asylblg_since,
        &mut facts.asylblg_s2_since,
        &mut facts.identity_clarified_on,
        &mut facts.passport_shown_on,
        &mut facts.registered_unemployed_since,
        &mut facts.civics_test_on,
        &mut facts.handed_over_on,
        &mut facts.child_born_on,
    ] {
        *event = event.or(Some(tomorrow));
    }
    push(&mut facts.identity_steps_on, tomorrow);
    for path in ["C1", "C3", "C6"] {
        let (path, on) = (path.to_owned(), tomorrow);
        push(&mut facts.applied, Applied { path, on });
    }
    let (what, on) = (Decision::AsylumSimple, tomorrow);
    push(&mut facts.served, Served { what, on });
}

/// A list of which nobody knows anything stays as it is.
fn begin(facts: &mut Facts, from: Date) {
    push(&mut facts.absences, Span { from, to: None });
    push(
        &mut facts.lives_in_reception_centre,
        Span { from, to: None },
    );
    let (code, to) = (StatusCode::parse("AE_25B1").unwrap(), None);
    push(&mut facts.statuses, StatusSpan { code, from, to });
    push(&mut facts.jobs, job(from));
    push(&mut facts.school, school(from, None));
    let contract_on = Some(from);
    let plan = training(plus_days(from, 30));
    push(
        &mut facts.training,
        Training {
            contract_on,
            ..plan
        },
    );
    let (level, oral_only, since) = (Level::C1, false, from);
    let proof = Language {
        level,
        oral_only,
        since,
    };
    push(&mut facts.language, proof);
}

fn push<T>(list: &mut Option<Vec<T>>, one: T) {
    if let Some(list) = list {
        list.push(one);
    }
}

/// Each fact taken away alone, as far as its absence means that nobody knows.
fn poorer(facts: &Facts) -> Vec<Facts> {
    let without = |take: fn(&mut Facts)| {
        let mut facts = facts.clone();
        take(&mut facts);
        facts
    };
    vec![
        without(|facts| facts.birth_date = None),
        without(|facts| facts.entered_germany = None),
        without(|facts| facts.nationality = None),
        without(|facts| facts.statuses = None),
        without(|facts| facts.asylum_rejected = None),
        without(|facts| facts.lives_in_reception_centre = None),
        without(|facts| facts.jobs = None),
        without(|facts| facts.school = None),
        without(|facts| facts.language = None),
        without(|facts| facts.training = None),
        without(|facts| facts.livelihood = None),
        without(|facts| facts.minor_child = None),
        without(|facts| facts.identity_clarified_on = None),
        without(|facts| facts.civics_test_on = None),
    ]
}

fn result(answer: &Answer, id: &str) -> Access {
    let named = answer.access.iter().find(|access| access.id == id);
    named.unwrap().result
}

fn paths_open(answer: &Answer) -> impl Iterator<Item = &str> {
    let open = |path: &&Perspective| path.result == PathResult::Open;
    answer
        .perspectives
        .iter()
        .filter(open)
        .map(|path| path.id.as_str())
}

fn anybody() -> impl Strategy<Value = Facts> {
    prop_oneof![person(), ready()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn more_met_facts_never_close_an_open_path(facts in anybody(), on in day()) {
        let before = check(&facts, on);
        let after = check(&better(&facts, on), on);
        let now: Vec<_> = paths_open(&after).collect();
        for path in paths_open(&before) {
            prop_assert!(now.contains(&path), "{}", path);
        }
    }

    #[test]
    fn an_answer_does_not_depend_on_later_facts(facts in anybody(), on in day()) {
        prop_assert_eq!(check(&facts, on), check(&later(&facts, on), on));
    }

    #[test]
    fn a_result_holds_from_its_first_to_its_last_day(facts in anybody(), on in day()) {
        let known = facts.known_on(on);
        let answer = check(&known, on);
        for access in &answer.access {
            let since = access.since.filter(|since| known.known_on(*since) == known);
            for end in [since, access.until].into_iter().flatten() {
                let then = result(&check(&known, end), &access.id);
                prop_assert_eq!(then, access.result, "{} on {}", access.id, end);
            }
            prop_assert!(access.since.is_none_or(|since| since <= on), "{}", access.id);
            prop_assert!(access.until.is_none_or(|until| until >= on), "{}", access.id);
        }
    }

    #[test]
    fn what_nobody_knows_makes_an_answer_unknown_and_never_another(facts in anybody(), on in day()) {
        let first = facts.statuses.iter().flatten().map(|status| status.from).min();
        prop_assume!(facts.entered_germany.is_none_or(|entered| Some(entered) <= first));
        let full = check(&facts, on);
        for less in poorer(&facts) {
            let poor = check(&less, on);
            for access in &full.access {
                let now = result(&poor, &access.id);
                let fits = now == access.result || now == Access::Unknown;
                prop_assert!(fits, "{}: {:?} became {:?}", access.id, access.result, now);
            }
            for path in &full.perspectives {
                let other = poor.perspectives.iter().find(|other| other.id == path.id).unwrap();
                for (one, now) in path.conditions.iter().zip(&other.conditions) {
                    let fits = now.state == one.state || now.state == ConditionState::Unknown;
                    prop_assert!(fits, "{}: {:?} became {:?}", one.id, one.state, now.state);
                }
            }
        }
    }
}

/// The properties above say something only where paths are open.
#[test]
fn somebody_has_each_path_open() {
    let mut runner = TestRunner::deterministic();
    let mut open = BTreeSet::new();
    for _ in 0..2_000 {
        let (facts, on) = (anybody(), day()).new_tree(&mut runner).unwrap().current();
        open.extend(paths_open(&check(&facts, on)).map(str::to_owned));
    }
    let all: Vec<_> = open.iter().map(String::as_str).collect();
    assert_eq!(
        all,
        ["C1", "C10", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"]
    );
}
