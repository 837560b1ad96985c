//! Residence perspectives: each path with its conditions, never a score.

use jiff::civil::Date;

use crate::access::in_force;
use crate::answer::{ConditionAnswer, ConditionState, PathResult, Perspective};
use crate::case::Case;
use crate::condition::{Asked, all};
use crate::days::{completes_age, last_day_of_period, plus_days};
use crate::rules::{ConditionKind, ConditionRule, LastDay, PathRule};
use crate::status::Status;
use crate::text::{german, period};
use crate::timeline::{CONTRADICTION, Now};
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

impl Checked<'_> {
    fn met(&self) -> bool {
        let met = |verdict: &Verdict| verdict.state == State::Met;
        self.verdict.as_ref().is_none_or(met)
    }

    /// Met, or unknown only because the history contradicts itself.
    fn met_but_for_contradiction(&self) -> bool {
        let contradicts = |verdict: &Verdict| {
            let mut missing = verdict.missing.iter();
            verdict.state == State::Unknown
                && !verdict.missing.is_empty()
                && missing.all(|what| what.starts_with(CONTRADICTION))
        };
        self.met() || self.verdict.as_ref().is_some_and(contradicts)
    }
}

fn perspective(path: &PathRule, case: &Case<'_>) -> Perspective {
    let asked = Asked {
        day: case.on,
        path: &path.id,
    };
    let rules = path.conditions.iter();
    let rules = rules.filter(|rule| in_force(&rule.law, case.on).state == State::Met);
    let checked: Vec<_> = rules.map(|rule| check(rule, case, asked)).collect();
    let mut doubts = doubts(path, case, asked);
    let result = match result(path, case, &checked, !doubts.is_empty()) {
        PathResult::Missing if open(&checked, Checked::met_but_for_contradiction) => {
            doubts.push("Die Statushistorie widerspricht sich.".to_owned());
            PathResult::AskExpert
        }
        result => result,
    };
    let mut all_doubts: Vec<_> = path.law.doubt.iter().cloned().collect();
    all_doubts.extend(doubts);
    let (apply_from, apply_until) = match result {
        PathResult::NotOpen => (None, None),
        _ => (
            apply_from(path, &checked, case),
            apply_until(path, &checked, case),
        ),
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
        reason: (result == PathResult::NotOpen).then(|| reason(path, case, &checked)),
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
    if let Now::Conflict(from, to) = case.timeline.now(case.on)
        && in_force(&path.law, case.on).state == State::Met
    {
        let when = period(from, to);
        doubts.push(format!("Die Statushistorie widerspricht sich {when}."));
    }
    doubts
}

fn result(path: &PathRule, case: &Case<'_>, checked: &[Checked<'_>], doubt: bool) -> PathResult {
    let sufficient = checked.iter().any(|c| c.rule.suffices && c.met());
    let mut needed = checked.iter().filter(|c| !c.rule.suffices);
    let closed = needed.any(|one| rivals(one, checked).all(|c| c.closed));
    let pointless = pointless(path, case).is_some();
    let valid = in_force(&path.law, case.on).state == State::Met;
    if pointless || (closed && !sufficient) {
        PathResult::NotOpen
    } else if doubt {
        PathResult::AskExpert
    } else if !valid {
        PathResult::NotOpen
    } else if sufficient || open(checked, Checked::met) {
        PathResult::Open
    } else {
        PathResult::Missing
    }
}

/// Whether everything that is needed is met, or one of its rivals is.
fn open<'r>(checked: &[Checked<'r>], met: fn(&Checked<'r>) -> bool) -> bool {
    let mut needed = checked.iter().filter(|c| !c.rule.suffices);
    needed.all(|one| rivals(one, checked).any(met))
}

/// The conditions of which one is enough; the condition itself where it stands alone.
fn rivals<'a, 'r>(
    one: &'a Checked<'r>,
    checked: &'a [Checked<'r>],
) -> impl Iterator<Item = &'a Checked<'r>> {
    checked.iter().filter(|c| match &one.rule.either {
        None => std::ptr::eq(*c, one),
        Some(word) => c.rule.either.as_ref() == Some(word),
    })
}

/// The status that makes the path pointless.
fn pointless<'c>(path: &PathRule, case: &'c Case<'_>) -> Option<&'c Status> {
    let held = case.timeline.effective(case.held(case.on)?);
    let closed = path.closed_for.as_ref()?.contains(held.index);
    closed.then_some(held.status)
}

/// Why the path is closed.
fn reason(path: &PathRule, case: &Case<'_>, checked: &[Checked<'_>]) -> String {
    if let Some(status) = pointless(path, case) {
        return format!("Nicht vorgesehen mit: {}.", status.label_de);
    }
    match (path.law.valid_from, path.law.valid_to) {
        (Some(from), _) if case.on < from => return format!("Gilt erst ab {}.", german(from)),
        (_, Some(to)) if to < case.on => return format!("Galt nur bis {}.", german(to)),
        _ => {}
    }
    let closed = checked.iter().filter(|c| c.closed && !c.rule.suffices);
    let texts: Vec<_> = closed.map(|c| c.rule.text.as_str()).collect();
    format!("Kann nicht mehr erfüllt werden: {}.", texts.join("; "))
}

/// The day from which everything that only needs time is there; `None` where something else is
/// missing that no calendar brings.
fn apply_from(path: &PathRule, checked: &[Checked<'_>], case: &Case<'_>) -> Option<Date> {
    let needed = checked.iter().filter(|c| !c.rule.suffices);
    let mut latest = path.law.valid_from;
    for one in needed {
        let days: Vec<_> = rivals(one, checked)
            .map(|c| Due::under_the_law(c, path, case))
            .collect();
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
        match (verdict.state, verdict.since, verdict.comes) {
            (State::Met, Some(since), _) => Due::On(since),
            (State::NotMet, _, Some(comes)) => Due::On(comes),
            (State::NotMet, _, None) => Due::Never,
            (State::Met, None, _) | (State::Unknown, _, _) => Due::Always,
        }
    }

    /// Before its version of the law a condition is due only where the former version was met.
    fn under_the_law(checked: &Checked<'_>, path: &PathRule, case: &Case<'_>) -> Self {
        let due = Due::of(checked);
        let recorded = checked.verdict.is_some() && checked.met();
        let Some(from) = checked.rule.law.valid_from.filter(|_| recorded) else {
            return due;
        };
        if due >= Due::On(from) {
            return due;
        }
        let day = plus_days(from, -1);
        let former = path.conditions.iter().find(|former| {
            former.id == checked.rule.id && in_force(&former.law, day).state == State::Met
        });
        let asked = Asked {
            day,
            path: &path.id,
        };
        match former.map(|former| check(former, case, asked)) {
            Some(former) if former.met() => Due::of(&former),
            _ => Due::On(from),
        }
    }
}

fn apply_until(path: &PathRule, checked: &[Checked<'_>], case: &Case<'_>) -> Option<Date> {
    let held = case.held(case.on);
    let conditions = checked.iter().flat_map(|c| &c.rule.apply_until);
    let days = path.apply_until.iter().chain(conditions);
    let days = days.filter_map(|last| match last {
        LastDay::Age(years) => case
            .facts
            .birth_date
            .map(|birth| completes_age(birth, *years)),
        LastDay::StatusEnd(codes, months) => {
            let held = held.filter(|held| codes.contains(held.index))?;
            let term = last_day_of_period(case.timeline.begin(held), *months);
            Some(held.printed_to.map_or(term, |printed| printed.min(term)))
        }
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
    let comes = verdict.and_then(|verdict| verdict.comes);
    let since = verdict.and_then(|verdict| verdict.since);
    ConditionAnswer {
        id: rule.id.clone(),
        text: rule.text.clone(),
        state,
        since: since.filter(|_| state == ConditionState::Met),
        expected: comes.filter(|_| state == ConditionState::NotMet && !checked.closed),
        missing: open.then(|| missing(checked, case)),
        either: rule.either.clone(),
        suffices: rule.suffices,
        missing_facts: verdict
            .filter(|_| open)
            .map_or_else(Vec::new, |verdict| verdict.missing.clone()),
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
