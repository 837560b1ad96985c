//! Answering conditions.

use jiff::civil::Date;

use super::{Atom, CodeSet, Compare, Condition, Day, Flag, Order, Term};
use crate::case::Case;
use crate::dates::DateKey;
use crate::days::{completes_age, plus_days};
use crate::facts::Span;
use crate::timeline::{CONTRADICTION, Clock, Now};
use crate::verdict::{State, Verdict};

/// The day and the path that a condition is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'p> {
    pub(crate) day: Date,
    pub(crate) path: &'p str,
}

impl Condition {
    pub(crate) fn evaluate(&self, case: &Case<'_>, asked: Asked<'_>) -> Verdict {
        match self.any.as_slice() {
            [one] => one.evaluate(case, asked),
            any => Verdict::any(any.iter().map(|term| term.evaluate(case, asked))),
        }
    }
}

/// Whether all conditions hold.
pub(crate) fn all(conditions: &[Condition], case: &Case<'_>, asked: Asked<'_>) -> Verdict {
    Verdict::all(
        conditions
            .iter()
            .map(|condition| condition.evaluate(case, asked)),
    )
}

/// Whether all conditions hold, given up at the first that does not. The answer is the same; the
/// span on which it certainly holds can be shorter.
pub(crate) fn all_in_turn(conditions: &[Condition], case: &Case<'_>, asked: Asked<'_>) -> Verdict {
    let mut met = Vec::with_capacity(conditions.len());
    for condition in conditions {
        let verdict = condition.evaluate(case, asked);
        if verdict.state == State::NotMet {
            return verdict;
        }
        met.push(verdict);
    }
    Verdict::all(met)
}

/// The same with nothing known but the status: whatever else is asked stays open under its text.
pub(crate) fn by_status(conditions: &[Condition], case: &Case<'_>, asked: Asked<'_>) -> Verdict {
    let answer = |term: &Term| match term.atom {
        Atom::Always | Atom::Status(_, Day::Today) => term.evaluate(case, asked),
        _ => Verdict::unknown(term.text.clone()),
    };
    let any = |condition: &Condition| Verdict::any(condition.any.iter().map(answer));
    Verdict::all(conditions.iter().map(any))
}

impl Term {
    fn evaluate(&self, case: &Case<'_>, asked: Asked<'_>) -> Verdict {
        let verdict = self.atom.evaluate(case, asked);
        if self.negated {
            verdict.negated()
        } else {
            verdict
        }
    }
}

impl Atom {
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of condition")]
    fn evaluate(&self, case: &Case<'_>, asked: Asked<'_>) -> Verdict {
        let day = asked.day;
        match self {
            Atom::Always => Verdict::constant(true),
            Atom::Status(codes, Day::Today) => status(codes, case, day),
            Atom::Status(codes, at) => match at.unfiled(case, asked) {
                Day::Today => status(codes, case, day),
                at => at.known(case, asked, |at| status_at(codes, case, at, day)),
            },
            Atom::Clock(clock, months, Day::Today) => self::clock(case, *clock, *months, day),
            Atom::Clock(clock, months, at) => {
                at.known(case, asked, |at| clock_at(case, *clock, *months, at, day))
            }
            Atom::Compare(compare) => compare.evaluate(case, asked),
            Atom::Known(key) => match key.get(case, asked.path, day) {
                Some(known) => Verdict::from_day(known, day),
                None => Verdict::constant(false),
            },
            Atom::Age(years) => match case.facts.birth_date {
                Some(birth) => Verdict::from_day(plus_days(completes_age(birth, *years), 1), day),
                None => Verdict::unknown("birth_date"),
            },
            Atom::AppliedBeforeAge(years) => applied_before_age(case, *years, asked),
            Atom::Unknown(what) => Verdict::unknown(what.clone()),
            Atom::Livelihood(levels) => fact(case.facts.livelihood, "livelihood", |level| {
                levels.contains(&level)
            }),
            Atom::Rejected(kinds) => fact(case.facts.asylum_rejected, "asylum_rejected", |kind| {
                kinds.contains(&kind)
            }),
            Atom::Flag(flag) => self::flag(*flag, case),
            Atom::SafeOrigin(list) => crate::safe_origin::verdict(list, case, day),
            Atom::Reception => reception(case.facts.lives_in_reception_centre.as_deref(), day),
            Atom::Access(topic, results) => crate::access::verdict(topic, results, case, day),
            Atom::Training(_)
            | Atom::TrainingRunning
            | Atom::TrainingFinished(_)
            | Atom::Language { .. }
            | Atom::SchoolMonths(_)
            | Atom::Certificate
            | Atom::InEducation
            | Atom::Job(_)
            | Atom::JobOn(_) => super::proofs::verdict(self, case, day),
        }
    }
}

pub(super) fn fact<T>(fact: Option<T>, name: &str, test: impl Fn(T) -> bool) -> Verdict {
    fact.map_or_else(
        || Verdict::unknown(name),
        |value| Verdict::constant(test(value)),
    )
}

fn flag(flag: Flag, case: &Case<'_>) -> Verdict {
    let facts = case.facts;
    let (value, name) = match flag {
        Flag::MinorChild => (facts.minor_child, "minor_child"),
        Flag::DublinRequest => (facts.dublin_request, "dublin_request"),
        Flag::AcceleratedProcedure => (facts.accelerated_procedure, "accelerated_procedure"),
    };
    fact(value, name, |value| value)
}

fn status(codes: &CodeSet, case: &Case<'_>, day: Date) -> Verdict {
    let timeline = &case.timeline;
    match timeline.now(day) {
        Now::Held(held) => {
            let effective = timeline.effective(held);
            let verdict = codes.verdict(effective.index);
            verdict.within(Some(held.from), held.to)
        }
        Now::Conflict(from, to) => {
            let missing = format!("{CONTRADICTION}: {from} – {to}");
            Verdict::unknown(missing).within(Some(from), Some(to))
        }
        // Nobody holds a German status before the entry.
        Now::Gap(..) if timeline.entered.is_some_and(|entered| day < entered) => {
            let until = timeline.entered.map(|entered| plus_days(entered, -1));
            Verdict::constant(false).within(None, until)
        }
        Now::Gap(from, to) if timeline.recorded => Verdict::unknown("statuses").within(from, to),
        Now::Gap(..) => Verdict::unknown("statuses"),
    }
}

/// The status on a certain day; before that day it does not hold yet.
fn status_at(codes: &CodeSet, case: &Case<'_>, at: Date, day: Date) -> Verdict {
    if day < at {
        return Verdict::constant(false).within(None, Some(plus_days(at, -1)));
    }
    Verdict {
        since: Some(at),
        until: None,
        ..status(codes, case, at)
    }
}

/// What a clock shows on a certain day; before that day nobody can tell.
fn clock_at(case: &Case<'_>, clock: Clock, months: i32, at: Date, day: Date) -> Verdict {
    if day < at {
        return Verdict::unknown("statuses").within(None, Some(plus_days(at, -1)));
    }
    let verdict = self::clock(case, clock, months, at);
    // Without an application filed the day moves on with the asked one.
    if at == day {
        verdict
    } else {
        Verdict {
            since: None,
            until: None,
            comes: None,
            ..verdict
        }
    }
}

fn applied_before_age(case: &Case<'_>, years: i32, asked: Asked<'_>) -> Verdict {
    let Some(birth) = case.facts.birth_date else {
        return Verdict::unknown("birth_date");
    };
    let completes = completes_age(birth, years);
    match crate::dates::application(case, asked.path) {
        Some(filed) => Verdict::constant(filed <= completes),
        None => Verdict::from_day(plus_days(completes, 1), asked.day).negated(),
    }
}

impl Day {
    /// Without an application filed, the day of the application is the asked day.
    fn unfiled(self, case: &Case<'_>, asked: Asked<'_>) -> Self {
        match self {
            Day::Key(DateKey::Application)
                if crate::dates::application(case, asked.path).is_none() =>
            {
                Day::Today
            }
            day => day,
        }
    }

    /// Answers with the day, or with what is missing.
    fn known(
        self,
        case: &Case<'_>,
        asked: Asked<'_>,
        answer: impl FnOnce(Date) -> Verdict,
    ) -> Verdict {
        match self {
            Day::Today => answer(asked.day),
            Day::Fixed(date) => answer(date),
            Day::Key(key) => match key.get(case, asked.path, asked.day) {
                Some(date) => answer(date),
                None if key.surely_absent(case) => Verdict::constant(false),
                None => Verdict::unknown(key.name()),
            },
        }
    }
}

impl CodeSet {
    fn verdict(&self, index: usize) -> Verdict {
        if self.unclear.contains(&index) {
            return Verdict::unknown("status_kind");
        }
        Verdict::constant(self.members[index])
    }

    pub(crate) fn contains(&self, index: usize) -> bool {
        self.members[index]
    }
}

fn clock(case: &Case<'_>, clock: Clock, months: i32, asked: Date) -> Verdict {
    let runs = case.run(clock, asked);
    let least = runs.least.as_ref().map(|run| run.complete_on(months));
    let most = runs.most.as_ref().map(|run| run.complete_on(months));
    let start = runs.most.as_ref().map(|run| run.start);
    match (least, most) {
        (Some(least), _) if least <= asked => Verdict::from_day(least, asked),
        (_, Some(most)) if most <= asked || runs.unbounded => Verdict {
            missing: runs.missing.clone(),
            ..Verdict::unknown("").within(
                Some(most).filter(|_| !runs.unbounded),
                least.map(|day| plus_days(day, -1)),
            )
        },
        (_, None) if runs.unbounded => Verdict {
            missing: runs.missing.clone(),
            ..Verdict::unknown("")
        },
        // A clock that stands still brings no day.
        (_, Some(_)) if runs.paused_on(asked) => Verdict::constant(false).within(start, None),
        (_, Some(most)) => Verdict {
            since: start,
            ..Verdict::from_day(most, asked)
        },
        (_, None) if case.timeline.entered.is_some_and(|entered| asked < entered) => {
            Verdict::constant(false)
        }
        (_, None) => match case.timeline.now(asked) {
            Now::Held(held) => Verdict::constant(false).within(Some(held.from), held.to),
            Now::Conflict(..) | Now::Gap(..) => Verdict::unknown("statuses"),
        },
    }
}

impl Compare {
    fn evaluate(&self, case: &Case<'_>, asked: Asked<'_>) -> Verdict {
        let day = asked.day;
        let (left_day, right_day) = (
            self.left.unfiled(case, asked),
            self.right.unfiled(case, asked),
        );
        left_day.known(case, asked, |left| {
            right_day.known(case, asked, |right| {
                self.decide((left_day, left), (right_day, right), day)
            })
        })
    }

    fn decide(
        &self,
        (left_day, left): (Day, Date),
        (right_day, right): (Day, Date),
        day: Date,
    ) -> Verdict {
        let bound = self.offset.add(right);
        if left_day == Day::Today {
            return self.order.split(bound, day);
        }
        if right_day == Day::Today {
            return self
                .order
                .turned()
                .split(self.offset.reversed().add(left), day);
        }
        let verdict = Verdict::constant(self.order.holds(left, bound));
        // An event is known from its own day on.
        let event = |of: Day, value: Date| matches!(of, Day::Key(_)).then_some(value);
        let known = event(left_day, left)
            .max(event(right_day, right))
            .filter(|at| *at <= day);
        verdict.within(known, None)
    }
}

impl Order {
    fn holds(self, left: Date, right: Date) -> bool {
        match self {
            Order::Before => left < right,
            Order::UpTo => left <= right,
            Order::From => left >= right,
            Order::After => left > right,
        }
    }

    /// The same comparison with its sides exchanged.
    fn turned(self) -> Self {
        match self {
            Order::Before => Order::After,
            Order::UpTo => Order::From,
            Order::From => Order::UpTo,
            Order::After => Order::Before,
        }
    }

    /// Today against a fixed bound.
    fn split(self, bound: Date, day: Date) -> Verdict {
        match self {
            Order::From => Verdict::from_day(bound, day),
            Order::After => Verdict::from_day(plus_days(bound, 1), day),
            Order::Before => Verdict::from_day(bound, day).negated(),
            Order::UpTo => Verdict::from_day(plus_days(bound, 1), day).negated(),
        }
    }
}

fn reception(spans: Option<&[Span]>, day: Date) -> Verdict {
    let Some(spans) = spans else {
        return Verdict::unknown("lives_in_reception_centre");
    };
    let covers = |span: &&Span| span.from <= day && span.to.is_none_or(|to| day <= to);
    if let Some(span) = spans.iter().find(covers) {
        return Verdict::constant(true).within(Some(span.from), span.to);
    }
    let since = spans
        .iter()
        .filter_map(|span| span.to)
        .filter(|to| *to < day)
        .max();
    let until = spans
        .iter()
        .map(|span| span.from)
        .filter(|from| *from > day)
        .min();
    let since = since.map(|to| plus_days(to, 1));
    Verdict::constant(false).within(since, until.map(|from| plus_days(from, -1)))
}
