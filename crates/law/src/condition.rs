//! The small language in which rules state their conditions, and how a condition is answered.
//!
//! A rule lists conditions that must all hold; ` or ` joins alternatives inside one of them, `not `
//! turns one around. `rules/README.md` lists the words.

mod evaluate;
mod parse;
mod proofs;

pub(crate) use evaluate::{Asked, all, all_in_turn, by_status};
pub(crate) use parse::{Names, clock_of, codes, group_named, key_of, offset};

use jiff::civil::Date;

use crate::dates::DateKey;
use crate::facts::{Level, Livelihood, Rejection, TrainingKind};
use crate::timeline::Clock;

/// One line of a rule's `when`: alternatives of which one must hold.
#[derive(Debug, Clone)]
pub(crate) struct Condition {
    any: Vec<Term>,
}

impl Condition {
    /// The condition in the words of the rule files.
    pub(crate) fn text(&self) -> String {
        let terms: Vec<_> = self.any.iter().map(|term| term.text.as_str()).collect();
        terms.join(" or ")
    }

    /// The access questions that this condition asks.
    pub(crate) fn asks(&self) -> impl Iterator<Item = &str> {
        self.any.iter().filter_map(|term| match &term.atom {
            Atom::Access(topic, _) => Some(topic.as_str()),
            _ => None,
        })
    }
}

#[derive(Debug, Clone)]
struct Term {
    text: String,
    negated: bool,
    atom: Atom,
}

#[derive(Debug, Clone)]
enum Atom {
    Always,
    /// One of these statuses is held.
    Status(CodeSet, Day),
    /// A clock shows at least so many months.
    Clock(Clock, i32, Day),
    Compare(Compare),
    Known(DateKey),
    /// So many years of life are completed.
    Age(i32),
    /// The application was, or can today be, made before so many years of life are completed.
    AppliedBeforeAge(i32),
    /// No fact can answer this; what would.
    Unknown(String),
    Language {
        level: Level,
        oral: bool,
    },
    Livelihood(Vec<Livelihood>),
    Rejected(Vec<Rejection>),
    Flag(Flag),
    /// The state of origin stands on the list with this name.
    SafeOrigin(String),
    Reception,
    SchoolMonths(i32),
    Certificate,
    InEducation,
    Training(Option<TrainingKind>),
    TrainingRunning,
    TrainingFinished(Option<TrainingKind>),
    Job(JobTest),
    /// A job was held on a fixed day.
    JobOn(Date),
    /// Another access question has one of these answers.
    Access(String, Vec<crate::answer::Access>),
}

/// `left` lies on this side of `right` moved by the offset.
#[derive(Debug, Clone)]
struct Compare {
    left: Day,
    order: Order,
    right: Day,
    offset: Offset,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Today,
    Fixed(Date),
    Key(DateKey),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Before,
    UpTo,
    From,
    After,
}

/// A distance between two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Offset {
    Days(i32),
    Months(i32),
}

impl Offset {
    pub(crate) fn add(self, day: Date) -> Date {
        match self {
            Offset::Days(days) => crate::days::plus_days(day, days),
            Offset::Months(months) => crate::days::plus_months(day, months),
        }
    }

    fn reversed(self) -> Self {
        match self {
            Offset::Days(days) => Offset::Days(-days),
            Offset::Months(months) => Offset::Months(-months),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flag {
    MinorChild,
    DublinRequest,
    AcceleratedProcedure,
}

/// A job, or jobs in unbroken order, with these properties for so many months.
#[derive(Debug, Clone, Default)]
struct JobTest {
    insured: bool,
    skilled: bool,
    secures: bool,
    hours: f64,
    months: i32,
}

/// Status codes by their position in the list.
#[derive(Debug, Clone)]
pub(crate) struct CodeSet {
    members: Vec<bool>,
    /// Answers for the two codes that leave the kind open: a member of the set, outside it, or
    /// nobody can tell.
    unclear: Vec<usize>,
}

#[cfg(test)]
mod tests;
