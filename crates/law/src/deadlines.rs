//! Deadlines and milestones, as far as the facts let them be computed.

use jiff::civil::Date;

use crate::access::in_force;
use crate::answer::{Deadline, Duty};
use crate::case::Case;
use crate::condition::Offset;
use crate::condition::{Asked, all, all_in_turn};
use crate::days::{completes_age, last_day_of_period, next_working_day, plus_days};
use crate::rules::{DeadlineRule, DutyRule, End, Start};
use crate::verdict::State;

/// Every deadline that the facts give, earliest first. Those that have passed are marked.
pub(crate) fn deadlines(case: &Case<'_>) -> Vec<Deadline> {
    let mut found: Vec<_> = case
        .rules
        .deadlines
        .iter()
        .filter_map(|rule| deadline(rule, case))
        .collect();
    found.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    found
}

/// The duties without a computable day.
pub(crate) fn duties(case: &Case<'_>) -> Vec<Duty> {
    let asked = Asked {
        day: case.on,
        path: "",
    };
    let applies = |rule: &&DutyRule| {
        in_force(&rule.law, case.on).state == State::Met
            && all(&rule.when, case, asked).state == State::Met
    };
    let duty = |rule: &DutyRule| Duty {
        id: rule.id.clone(),
        title: rule.title.clone(),
        kind: rule.kind,
        para: rule.law.para.clone(),
        mark: rule.law.mark.clone(),
        doubt: rule.law.doubt.clone(),
    };
    case.rules.duties.iter().filter(applies).map(duty).collect()
}

fn deadline(rule: &DeadlineRule, case: &Case<'_>) -> Option<Deadline> {
    let asked = Asked {
        day: case.on,
        path: "",
    };
    let start = start(rule, case)?;
    let lawful_on = if rule.law_of_start { start } else { case.on };
    let applies = in_force(&rule.law, lawful_on).state == State::Met
        && all_in_turn(&rule.when, case, asked).state == State::Met;
    if !applies {
        return None;
    }
    let begins = rule
        .after
        .map_or(start, |wait| next_working_day(wait.add(start)));
    let on = end(rule, begins);
    Some(Deadline {
        id: rule.id.clone(),
        title: rule.title.clone(),
        on,
        kind: rule.kind,
        para: rule.law.para.clone(),
        mark: rule.law.mark.clone(),
        passed: on < case.on,
        doubt: rule.law.doubt.clone(),
        reading: rule.law.reading.clone(),
    })
}

fn start(rule: &DeadlineRule, case: &Case<'_>) -> Option<Date> {
    match rule.start {
        Start::Key(key) => key.get(case, "", case.on),
        Start::Age(years) => case
            .facts
            .birth_date
            .map(|birth| completes_age(birth, years)),
        Start::Clock(clock, months) => {
            let runs = case.run(clock, case.on);
            let (least, most) = (runs.least.as_ref()?, runs.most.as_ref()?);
            let day = least.complete_on(months);
            let settled = day <= case.on || !runs.paused_on(case.on);
            (!runs.unbounded && settled && most.complete_on(months) == day).then_some(day)
        }
    }
}

fn end(rule: &DeadlineRule, start: Date) -> Date {
    let Some(plus) = rule.plus else {
        return if rule.end == End::Act {
            next_working_day(start)
        } else {
            start
        };
    };
    match (rule.end, plus) {
        (End::Milestone, _) => plus.add(start),
        (End::Act, _) => next_working_day(plus.add(start)),
        (End::LastDay, Offset::Months(months)) => last_day_of_period(start, months),
        (End::LastDay, Offset::Days(days)) => plus_days(start, days - 1),
    }
}
