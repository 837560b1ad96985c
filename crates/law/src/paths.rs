//! Residence perspectives: each path with its conditions, never a score.

use jiff::civil::Date;

use crate::access::in_force;
use crate::answer::{ConditionAnswer, ConditionState, PathResult, Perspective};
use crate::case::Case;
use crate::condition::{Asked, all};
use crate::days::{completes_age, plus_days};
use crate::rules::{ConditionKind, ConditionRule, LastDay, PathRule};
use crate::timeline::Now;
use crate::verdict::{State, Verdict};

/// Every path, in the order of what can be done next: open, missing, to ask, closed.
pub(crate) fn perspectives(case: &Case<'_>) -> Vec<Perspective> {
    let mut found: Vec<_> = case
        .rules
        .paths
        .iter()
        .map(|path| perspective(path, case))
        .collect();
    found.sort_by_key(|perspective| match perspective.result {
        PathResult::Open => (0, 0),
        PathResult::Missing => (1, open_points(perspective)),
        PathResult::AskExpert => (2, 0),
        PathResult::NotOpen => (3, 0),
    });
    found
}

fn open_points(perspective: &Perspective) -> usize {
    let open = [ConditionState::NotMet, ConditionState::Unknown];
    perspective
        .conditions
        .iter()
        .filter(|c| open.contains(&c.state))
        .count()
}

/// A condition with its verdict; `None` where it must not be recorded.
struct Checked<'r> {
    rule: &'r ConditionRule,
    verdict: Option<Verdict>,
    /// It can never be met any more.
    closed: bool,
}

fn perspective(path: &PathRule, case: &Case<'_>) -> Perspective {
    let asked = Asked {
        day: case.on,
        path: &path.id,
    };
    let rules = path.conditions.iter();
    let rules = rules.filter(|rule| in_force(&rule.law, case.on).state == State::Met);
    let checked: Vec<_> = rules.map(|rule| check(rule, case, asked)).collect();
    let doubts = doubts(path, case, asked);
    let result = result(path, case, &checked, !doubts.is_empty());
    let mut all_doubts: Vec<_> = path.law.doubt.iter().cloned().collect();
    all_doubts.extend(doubts);
    let (apply_from, apply_until) = match result {
        PathResult::NotOpen => (None, None),
        _ => (apply_from(&checked), apply_until(path, case)),
    };
    Perspective {
        id: path.id.clone(),
        title: path.title.clone(),
        para: path.law.para.clone(),
        result,
        grants: path.grants.clone(),
        conditions: checked.iter().map(|checked| shown(checked, case)).collect(),
        apply_from,
        apply_until,
        mark: path.law.mark.clone(),
        doubts: all_doubts,
    }
}

fn check<'r>(rule: &'r ConditionRule, case: &Case<'_>, asked: Asked<'_>) -> Checked<'r> {
    let ConditionKind::Recorded(conditions) = &rule.kind else {
        return Checked {
            rule,
            verdict: None,
            closed: false,
        };
    };
    let verdict = all(conditions, case, asked);
    let closed = verdict.state == State::NotMet
        && !rule.last.is_empty()
        && all(&rule.last, case, asked).state == State::Met;
    Checked {
        rule,
        verdict: Some(verdict),
        closed,
    }
}

/// The doubts and contradictions that decide on the day.
fn doubts(path: &PathRule, case: &Case<'_>, asked: Asked<'_>) -> Vec<String> {
    let met = |(when, _): &&(Vec<_>, String)| all(when, case, asked).state == State::Met;
    let mut doubts: Vec<_> = path
        .ask_expert
        .iter()
        .filter(met)
        .map(|(_, doubt)| doubt.clone())
        .collect();
    if let Now::Conflict(from, to) = case.timeline.now(case.on) {
        doubts.push(format!(
            "Die Statushistorie widerspricht sich vom {from} bis {to}."
        ));
    }
    doubts
}

fn result(path: &PathRule, case: &Case<'_>, checked: &[Checked<'_>], doubt: bool) -> PathResult {
    let state = |c: &Checked<'_>| {
        c.verdict
            .as_ref()
            .map_or(State::Met, |verdict| verdict.state)
    };
    let sufficient = checked
        .iter()
        .any(|c| c.rule.suffices && state(c) == State::Met);
    let (mut closed, mut open) = (false, true);
    for one in checked.iter().filter(|c| !c.rule.suffices) {
        let rivals = checked.iter().filter(|c| match &one.rule.either {
            None => std::ptr::eq(*c, one),
            Some(word) => c.rule.either.as_ref() == Some(word),
        });
        let rivals: Vec<_> = rivals.collect();
        open &= rivals.iter().any(|c| state(c) == State::Met);
        closed |= rivals.iter().all(|c| c.closed);
    }
    let pointless = path.closed_for.as_ref().is_some_and(|codes| {
        let held = case.held(case.on);
        held.is_some_and(|held| codes.contains(case.timeline.effective(held).index))
    });
    let valid = in_force(&path.law, case.on).state == State::Met;
    if pointless || (closed && !sufficient) {
        PathResult::NotOpen
    } else if doubt {
        PathResult::AskExpert
    } else if !valid {
        PathResult::NotOpen
    } else if open || sufficient {
        PathResult::Open
    } else {
        PathResult::Missing
    }
}

/// The day from which everything that only needs time is there; `None` where something else is
/// missing that no calendar brings.
fn apply_from(checked: &[Checked<'_>]) -> Option<Date> {
    let needed = checked.iter().filter(|c| !c.rule.suffices);
    let mut latest = None;
    for one in needed.clone() {
        let rivals = needed.clone().filter(|c| match &one.rule.either {
            None => std::ptr::eq(*c, one),
            Some(word) => c.rule.either.as_ref() == Some(word),
        });
        let days: Vec<_> = rivals.map(Due::of).collect();
        match days.iter().min().copied() {
            Some(Due::On(day)) => latest = latest.max(Some(day)),
            Some(Due::Never) => return None,
            Some(Due::Always) | None => {}
        }
    }
    latest
}

/// When time alone brings a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    /// It holds without a day, is unknown, or must be asked.
    Always,
    On(Date),
    Never,
}

impl Due {
    fn of(checked: &Checked<'_>) -> Self {
        let Some(verdict) = &checked.verdict else {
            return Due::Always;
        };
        match (verdict.state, verdict.since, verdict.until) {
            (State::Met, Some(since), _) => Due::On(since),
            (State::NotMet, _, Some(until)) => Due::On(plus_days(until, 1)),
            (State::NotMet, _, None) => Due::Never,
            (State::Met, None, _) | (State::Unknown, _, _) => Due::Always,
        }
    }
}

fn apply_until(path: &PathRule, case: &Case<'_>) -> Option<Date> {
    let held = case.held(case.on);
    let days = path.apply_until.iter().filter_map(|last| match last {
        LastDay::Age(years) => case
            .facts
            .birth_date
            .map(|birth| completes_age(birth, *years)),
        LastDay::StatusEnd(codes) => held
            .filter(|held| codes.contains(held.index))
            .and_then(|held| held.printed_to),
        LastDay::Fixed(day) => Some(*day),
    });
    days.min()
}

fn shown(checked: &Checked<'_>, case: &Case<'_>) -> ConditionAnswer {
    let rule = checked.rule;
    let verdict = checked.verdict.as_ref();
    let state = match verdict.map(|verdict| verdict.state) {
        None => ConditionState::Ask,
        Some(State::Met) => ConditionState::Met,
        Some(State::NotMet) => ConditionState::NotMet,
        Some(State::Unknown) => ConditionState::Unknown,
    };
    let open = matches!(state, ConditionState::NotMet | ConditionState::Unknown);
    let first = verdict.and_then(|verdict| verdict.missing.first());
    let fact = first.and_then(|key| case.rules.fact(key.split(':').next().unwrap_or(key)));
    let until = verdict.and_then(|verdict| verdict.until);
    let since = verdict.and_then(|verdict| verdict.since);
    ConditionAnswer {
        id: rule.id.clone(),
        text: rule.text.clone(),
        state,
        since: since.filter(|_| state == ConditionState::Met),
        expected: until
            .filter(|_| state == ConditionState::NotMet && !checked.closed)
            .map(|until| plus_days(until, 1)),
        missing: open.then(|| missing(checked, case)),
        proof: rule
            .proof
            .clone()
            .or_else(|| fact.map(|f| f.proof.clone()))
            .filter(|_| open),
        issuer: rule
            .issuer
            .clone()
            .or_else(|| fact.map(|f| f.issuer.clone()))
            .filter(|_| open),
        para: rule.law.para.clone(),
        mark: rule.law.mark.clone(),
        reading: rule.law.reading.clone(),
    }
}

/// What is missing, in words, with the keys of the facts.
fn missing(checked: &Checked<'_>, case: &Case<'_>) -> String {
    let keys = checked
        .verdict
        .as_ref()
        .map_or(&[][..], |verdict| verdict.missing.as_slice());
    if keys.is_empty() {
        let closed = if checked.closed {
            "kann nicht mehr erfüllt werden: "
        } else {
            ""
        };
        return format!(
            "{closed}{}",
            checked.rule.hint.as_ref().unwrap_or(&checked.rule.text)
        );
    }
    let named = keys.iter().map(|key| {
        let (fact, detail) = key
            .split_once(": ")
            .map_or((key.as_str(), None), |(a, b)| (a, Some(b)));
        let label = case
            .rules
            .fact(fact)
            .map_or(fact, |label| label.label_de.as_str());
        match detail {
            Some(detail) => format!("{label} ({fact}: {detail})"),
            None => format!("{label} ({fact})"),
        }
    });
    named.collect::<Vec<_>>().join("; ")
}
