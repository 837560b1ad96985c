//! What happens in a case: needs, contacts, goals, outcomes, its end.

use casework::cases::{CaseId, Closure};
use casework::codes::{ClosureOutcome, ClosureReason, Domain, Stage};
use casework::contacts::{Contact, ContactForm, ContactId};
use casework::needs::{Need, NeedId};
use casework::outcomes::{Outcome, OutcomeId, OutcomeKind};
use casework::plans::{Barrier, Goal, GoalId, GoalResult, Responsible, Step, StepId, StepOutcome};
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;
use platform::AccountId;

use super::LAST;
use super::names::pick;

/// How often a need is seen, in per cent.
const NEEDS: [(Domain, u32); 12] = [
    (Domain::Language, 62),
    (Domain::Training, 51),
    (Domain::Work, 48),
    (Domain::Residence, 44),
    (Domain::Housing, 37),
    (Domain::Identity, 26),
    (Domain::School, 24),
    (Domain::Benefits, 19),
    (Domain::Health, 15),
    (Domain::Family, 9),
    (Domain::Participation, 8),
    (Domain::Debts, 4),
];

const OUTCOMES: [(OutcomeKind, u32); 6] = [
    (OutcomeKind::LanguageCourse, 31),
    (OutcomeKind::Employment, 14),
    (OutcomeKind::Housing, 12),
    (OutcomeKind::Training, 10),
    (OutcomeKind::SchoolCertificate, 7),
    (OutcomeKind::EmploymentMarginal, 5),
];

const NOTES: [&str; 6] = [
    "Termin beim Sprachkursträger vereinbart, Anmeldung ausgefüllt.",
    "Bewerbungsunterlagen gemeinsam überarbeitet.",
    "Unterlagen für die Ausbildungsstelle fehlen noch, Liste mitgegeben.",
    "Wohnungssuche besprochen, Antrag auf Wohnberechtigungsschein vorbereitet.",
    "Praktikum läuft gut, Betrieb fragt nach Übernahme.",
    "Rückmeldung der Schule: Anwesenheit gut, Deutsch noch schwierig.",
];

/// A day between two, both included.
pub(super) fn between(from: Date, to: Date, random: &mut Rng) -> Date {
    let days = from.until(to).map_or(0, |span| span.get_days()).max(0);
    from.checked_add(random.i32(0..=days).days())
        .unwrap_or(from)
}

/// Cases last a year or so; what is younger at the end of the programme is still open.
pub(super) fn closure(opened_on: Date, random: &mut Rng) -> Option<Closure> {
    let length = random.i32(40..560) + random.i32(40..560);
    let closed_on = opened_on.checked_add(length.days()).ok()?;
    let reasons = [
        (ClosureReason::GoalsReached, ClosureOutcome::Training),
        (ClosureReason::GoalsReached, ClosureOutcome::Employment),
        (
            ClosureReason::RegularServices,
            ClosureOutcome::LanguageCourse,
        ),
        (ClosureReason::RegularServices, ClosureOutcome::Stabilised),
        (ClosureReason::PersonEnded, ClosureOutcome::Unchanged),
        (ClosureReason::ContactLost, ClosureOutcome::Unknown),
        (ClosureReason::Moved, ClosureOutcome::Unknown),
        (ClosureReason::AgeLimit, ClosureOutcome::School),
    ];
    let (reason, outcome) = pick(&reasons, random);
    (closed_on <= LAST).then_some(Closure {
        closed_on,
        reason,
        outcome,
    })
}

/// The stages between the first talk and now.
pub(super) fn stages(opened_on: Date, until: Date, random: &mut Rng) -> Vec<(Stage, Date)> {
    let order = [
        Stage::Clarification,
        Stage::Assessment,
        Stage::Plan,
        Stage::Linking,
        Stage::Monitoring,
    ];
    let mut day = opened_on;
    let mut reached = Vec::new();
    for stage in order {
        let Ok(next) = day.checked_add(random.i32(3..110).days()) else {
            break;
        };
        if next > until {
            break;
        }
        day = next;
        reached.push((stage, day));
    }
    reached
}

pub(super) fn needs(case: CaseId, from: Date, to: Date, random: &mut Rng) -> Vec<(CaseId, Need)> {
    let seen = NEEDS
        .iter()
        .filter(|(_, percent)| random.u32(..100) < *percent);
    let domains: Vec<Domain> = seen.map(|(domain, _)| *domain).collect();
    domains
        .into_iter()
        .map(|domain| {
            let since_on = between(
                from,
                from.checked_add(30.days()).unwrap_or(from).min(to),
                random,
            );
            let met_on = (random.u32(..100) < 30).then(|| between(since_on, to, random));
            (
                case,
                Need {
                    id: NeedId::new(),
                    domain,
                    since_on,
                    met_on,
                },
            )
        })
        .collect()
}

pub(super) fn outcomes(
    case: CaseId,
    from: Date,
    to: Date,
    random: &mut Rng,
) -> Vec<(CaseId, Outcome)> {
    OUTCOMES
        .iter()
        .filter_map(|(kind, percent)| {
            let on = between(from, to, random);
            let attained = random.u32(..100) < *percent && on > from;
            attained.then(|| {
                (
                    case,
                    Outcome {
                        id: OutcomeId::new(),
                        kind: *kind,
                        on,
                    },
                )
            })
        })
        .collect()
}

/// A handful of talks; about 25,000 in the whole programme.
pub(super) fn contacts(worker: AccountId, from: Date, to: Date, random: &mut Rng) -> Vec<Contact> {
    let forms = [
        ContactForm::InPerson,
        ContactForm::InPerson,
        ContactForm::Phone,
        ContactForm::Mail,
        ContactForm::Outreach,
        ContactForm::ThirdParty,
    ];
    let count = 1 + random.usize(..4) + random.usize(..4);
    let mut days: Vec<Date> = (1..count).map(|_| between(from, to, random)).collect();
    days.push(from);
    days.sort_unstable();
    days.into_iter()
        .map(|held_on| Contact {
            id: ContactId::new(),
            held_on,
            form: pick(&forms, random),
            minutes: Some(pick(&[10, 15, 20, 30, 30, 45, 60, 90], random)),
            topics: vec![NEEDS[random.usize(..NEEDS.len())].0],
            interpreter: random.u32(..100) < 18,
            note: Some(pick(&NOTES, random).to_owned()),
            worker,
            version: 1,
        })
        .collect()
}

/// One goal with two steps for every third case.
#[expect(clippy::too_many_lines, reason = "a table of goals")]
pub(super) fn goal(from: Date, to: Date, random: &mut Rng) -> Option<Goal> {
    if random.u32(..3) > 0 {
        return None;
    }
    let (domain, wording, first, second) = pick(
        &[
            (
                Domain::Language,
                "B1 bis zum Beginn der Ausbildung",
                "Einstufungstest ablegen",
                "Kursplatz finden",
            ),
            (
                Domain::Training,
                "Ausbildung zum 1. August beginnen",
                "Drei Bewerbungen schreiben",
                "Praktikum vereinbaren",
            ),
            (
                Domain::Housing,
                "Aus der Unterkunft ausziehen",
                "Wohnberechtigungsschein beantragen",
                "Wohnungen ansehen",
            ),
            (
                Domain::Identity,
                "Pass der Botschaft beantragen",
                "Termin bei der Botschaft",
                "Geburtsurkunde besorgen",
            ),
        ],
        random,
    );
    let id = GoalId::new();
    let set_on = between(from, to, random);
    let due_on = set_on.checked_add(random.i32(60..240).days()).ok();
    let ended = due_on.filter(|due| *due < to).map(|due| {
        let results = [
            GoalResult::Reached,
            GoalResult::Partly,
            GoalResult::Missed,
            GoalResult::Dropped,
        ];
        (pick(&results, random), due)
    });
    let steps = vec![
        step(id, first, Responsible::Person, set_on, to, random),
        step(id, second, Responsible::CaseManager, set_on, to, random),
    ];
    Some(Goal {
        id,
        domain,
        wording: wording.to_owned(),
        set_on,
        due_on,
        ended,
        version: 1,
        steps,
    })
}

fn step(
    goal: GoalId,
    wording: &str,
    who: Responsible,
    from: Date,
    to: Date,
    random: &mut Rng,
) -> Step {
    let barriers = [
        Barrier::NoPlace,
        Barrier::WaitingTime,
        Barrier::Status,
        Barrier::Language,
        Barrier::Childcare,
        Barrier::Authority,
    ];
    let on = between(from, to, random);
    let outcome = match random.u32(..100) {
        0..55 => Some(StepOutcome::Done { on }),
        55..72 => Some(StepOutcome::NotPossible {
            on,
            barrier: pick(&barriers, random),
        }),
        _ => None,
    };
    Step {
        id: StepId::new(),
        goal,
        wording: wording.to_owned(),
        responsible: who,
        due_on: from.checked_add(random.i32(10..90).days()).ok(),
        outcome,
        version: 1,
    }
}
