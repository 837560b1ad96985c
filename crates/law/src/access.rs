//! What is open to a person: the first row that fits answers; where the facts leave several rows
//! possible, the answer is unknown unless all of them say the same.

use std::rc::Rc;

use jiff::civil::Date;
use serde::Serialize;

use crate::answer::{Access, AccessAnswer};
use crate::case::Case;
use crate::condition::{Asked, all_in_turn};
use crate::days::plus_days;
use crate::facts::{Facts, StatusSpan};
use crate::rules::{Law, Row, Rules, Topic};
use crate::status::StatusCode;
use crate::verdict::{State, Verdict};

/// How often a result is followed over a change of rule or status that left it the same.
const MOST_SEAMS: usize = 24;

pub(crate) fn answers(case: &Case<'_>) -> Vec<AccessAnswer> {
    (0..case.rules.topics.len())
        .map(|at| answer(at, case))
        .collect()
}

fn answer(at: usize, case: &Case<'_>) -> AccessAnswer {
    let topic = &case.rules.topics[at];
    let found = find(at, case, case.on);
    let mut since = found.since;
    for _ in 0..MOST_SEAMS {
        let Some(first) = since else { break };
        let before = find(at, case, plus_days(first, -1));
        if before.result != found.result {
            break;
        }
        since = before.since;
    }
    let mut until = found.until;
    for _ in 0..MOST_SEAMS {
        let Some(last) = until else { break };
        let after = find(at, case, plus_days(last, 1));
        if after.result != found.result {
            break;
        }
        until = after.until;
    }
    let row = &topic.rows[found.row];
    AccessAnswer {
        id: topic.id.clone(),
        title: topic.title.clone(),
        result: found.result,
        since,
        until,
        para: row.law.para.clone(),
        mark: row.law.mark.clone(),
        missing: found.missing.clone(),
        ask: row.ask.clone(),
        note: row.note.clone(),
        doubt: row.law.doubt.clone(),
        reading: row.law.reading.clone(),
    }
}

/// The answer to a question on a day.
#[derive(Debug)]
pub(crate) struct Found {
    /// Position of the row that answers.
    row: usize,
    result: Access,
    /// What the rows answer that the facts leave possible.
    possible: Vec<Access>,
    since: Option<Date>,
    until: Option<Date>,
    missing: Vec<String>,
}

fn find(at: usize, case: &Case<'_>, day: Date) -> Rc<Found> {
    if let Some(found) = case.found.borrow().get(&(at, day)) {
        return Rc::clone(found);
    }
    let found = Rc::new(search(&case.rules.topics[at], case, day));
    case.found.borrow_mut().insert((at, day), Rc::clone(&found));
    found
}

#[expect(
    clippy::too_many_lines,
    reason = "one decision list, followed row by row"
)]
fn search(topic: &Topic, case: &Case<'_>, day: Date) -> Found {
    let mut span = Verdict::constant(true);
    let mut results = Vec::new();
    let mut first = None;
    let asked = Asked { day, path: "" };
    for (position, row) in topic.rows.iter().enumerate() {
        let verdict = applies(row, case, asked);
        span = span.within(verdict.since, verdict.until);
        match verdict.state {
            State::NotMet => continue,
            State::Met => {}
            State::Unknown => add(&mut span.missing, verdict.missing),
        }
        first = first.or(Some(position));
        results.push(row.result);
        if row.result == Access::Unknown {
            add(&mut span.missing, row.missing.clone());
        }
        if verdict.state == State::Met {
            break;
        }
    }
    let same = results.windows(2).all(|pair| pair[0] == pair[1]);
    let result = results
        .first()
        .copied()
        .filter(|_| same)
        .unwrap_or(Access::Unknown);
    let missing = if result == Access::Unknown {
        span.missing
    } else {
        Vec::new()
    };
    let row = first.unwrap_or(topic.rows.len() - 1);
    Found {
        row,
        result,
        possible: results,
        since: span.since,
        until: span.until,
        missing,
    }
}

fn applies(row: &Row, case: &Case<'_>, asked: Asked<'_>) -> Verdict {
    let valid = in_force(&row.law, asked.day);
    if valid.state != State::Met {
        return valid;
    }
    all_in_turn(&row.when, case, asked).within(valid.since, valid.until)
}

/// Whether another question has one of these answers.
pub(crate) fn verdict(id: &str, results: &[Access], case: &Case<'_>, day: Date) -> Verdict {
    let Some(at) = case.rules.topics.iter().position(|topic| topic.id == id) else {
        return Verdict::unknown(id);
    };
    let found = find(at, case, day);
    let fits = |one: &Access| results.contains(one);
    let state = match found.possible.as_slice() {
        possible if possible.iter().all(fits) => State::Met,
        possible if possible.contains(&Access::Unknown) || possible.iter().any(fits) => {
            State::Unknown
        }
        _ => State::NotMet,
    };
    Verdict {
        state,
        since: found.since,
        until: found.until,
        comes: None,
        missing: found.missing.clone(),
    }
}

fn add(missing: &mut Vec<String>, more: Vec<String>) {
    for fact in more {
        if !missing.contains(&fact) {
            missing.push(fact);
        }
    }
}

/// Whether a rule is in force on the day.
pub(crate) fn in_force(law: &Law, day: Date) -> Verdict {
    let verdict = Verdict::constant(true);
    if let Some(from) = law.valid_from.filter(|from| day < *from) {
        return Verdict::constant(false).within(None, Some(plus_days(from, -1)));
    }
    if let Some(to) = law.valid_to.filter(|to| *to < day) {
        return Verdict::constant(false).within(Some(plus_days(to, 1)), None);
    }
    verdict.within(law.valid_from, law.valid_to)
}

/// One question looked up without a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AccessLookup {
    /// `B1.work` …
    pub id: String,
    /// Title for readers (German).
    pub title: String,
    /// Every row that can apply to somebody with the status on the day, in order of precedence.
    pub rows: Vec<LookupRow>,
}

/// A row that can apply.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LookupRow {
    /// Name of the row.
    pub row: String,
    /// What it answers.
    pub result: Access,
    /// Facts that decide whether it applies; empty = it applies.
    pub depends_on: Vec<String>,
    /// Side conditions (German).
    pub note: Option<String>,
    /// The provision.
    pub para: String,
    /// How it was verified.
    pub mark: String,
}

/// What can be open to somebody with this status on the day, without any other fact.
///
/// `None` where the embedded list does not know the code.
pub fn access_lookup(code: &str, on: Date) -> Option<Vec<AccessLookup>> {
    let rules = Rules::embedded();
    let code = StatusCode::parse(code)?;
    let span = StatusSpan {
        code,
        from: on,
        to: None,
    };
    let facts = Facts {
        statuses: Some(vec![span]),
        ..Facts::default()
    };
    let case = Case::new(&facts, rules, on);
    Some(
        rules
            .topics
            .iter()
            .map(|topic| lookup(topic, &case))
            .collect(),
    )
}

fn lookup(topic: &Topic, case: &Case<'_>) -> AccessLookup {
    let asked = Asked {
        day: case.on,
        path: "",
    };
    let mut rows = Vec::new();
    for row in topic
        .rows
        .iter()
        .filter(|row| in_force(&row.law, case.on).state == State::Met)
    {
        let verdict = crate::condition::by_status(&row.when, case, asked);
        if verdict.state == State::NotMet {
            continue;
        }
        rows.push(LookupRow {
            row: row.name.clone(),
            result: row.result,
            depends_on: verdict.missing,
            note: row.note.clone(),
            para: row.law.para.clone(),
            mark: row.law.mark.clone(),
        });
        if verdict.state == State::Met {
            break;
        }
    }
    AccessLookup {
        id: topic.id.clone(),
        title: topic.title.clone(),
        rows,
    }
}

#[cfg(test)]
mod tests;
