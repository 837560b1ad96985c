//! The rules as data: one TOML file per subject, embedded, or loaded from a folder.

mod check;
mod coverage;
mod history;
mod raw;
mod read;
mod source;
mod words;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::condition::{CodeSet, Condition, Offset};
use crate::dates::DateKey;
use crate::safe_origin::SafeOrigin;
use crate::status::{Status, StatusCode};
use crate::text::german;

pub use check::validate;
pub use history::RuleVersion;
pub use raw::{Amendment, FactLabel, Notice};

/// The embedded files, by name.
const EMBEDDED: [(&str, &str); 11] = [
    ("status.toml", include_str!("../../rules/status.toml")),
    (
        "safe_origin.toml",
        include_str!("../../rules/safe_origin.toml"),
    ),
    ("calendar.toml", include_str!("../../rules/calendar.toml")),
    ("facts.toml", include_str!("../../rules/facts.toml")),
    ("notices.toml", include_str!("../../rules/notices.toml")),
    (
        "access_work.toml",
        include_str!("../../rules/access_work.toml"),
    ),
    (
        "access_courses.toml",
        include_str!("../../rules/access_courses.toml"),
    ),
    (
        "access_training.toml",
        include_str!("../../rules/access_training.toml"),
    ),
    (
        "access_living.toml",
        include_str!("../../rules/access_living.toml"),
    ),
    (
        "perspectives.toml",
        include_str!("../../rules/perspectives.toml"),
    ),
    ("deadlines.toml", include_str!("../../rules/deadlines.toml")),
];

/// A complete set of rules.
#[derive(Debug, Default)]
pub struct Rules {
    pub(crate) stand: Option<Date>,
    read_until: Option<Date>,
    statuses: Vec<Status>,
    positions: BTreeMap<String, usize>,
    classes: BTreeMap<String, Vec<StatusCode>>,
    safe_origins: Vec<SafeOrigin>,
    calendar: Vec<Amendment>,
    notices: Vec<Notice>,
    facts: BTreeMap<String, FactLabel>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) paths: Vec<PathRule>,
    pub(crate) deadlines: Vec<DeadlineRule>,
    pub(crate) duties: Vec<DutyRule>,
}

impl Rules {
    /// The rules that this version of the crate carries.
    ///
    /// # Panics
    /// Never with the files of a release: a test reads each of them.
    pub fn embedded() -> &'static Self {
        static RULES: OnceLock<Rules> = OnceLock::new();
        RULES.get_or_init(|| match Self::parse(&EMBEDDED) {
            Ok(rules) => rules,
            Err(problems) => panic!("embedded rules: {}", problems[0]),
        })
    }

    /// The rules of a folder. A file that the folder lacks is taken from the embedded rules, so
    /// that a site can replace one subject; a file with another name adds rules.
    ///
    /// # Errors
    /// Every problem that the checker finds, with file and line.
    pub fn load(dir: &Path) -> Result<Self, Vec<Problem>> {
        let own = source::folder(dir)?;
        let embedded = EMBEDDED
            .iter()
            .filter(|(name, _)| !own.iter().any(|(of, _)| of == name));
        let files = own
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        let files: Vec<_> = embedded.copied().chain(files).collect();
        Self::parse(&files)
    }

    /// The day on which the rules were last gone through.
    pub fn stand(&self) -> Option<Date> {
        self.stand
    }

    /// Acts promulgated after this day were not read.
    pub fn read_until(&self) -> Option<Date> {
        self.read_until
    }

    /// What to say of a day for which the law may have changed unread (German).
    pub fn unread(&self, on: Date) -> Option<String> {
        let last = german(self.read_until.filter(|last| *last < on)?);
        Some(format!(
            "Gesetze, die nach dem {last} verkündet wurden, sind nicht gelesen: Der Tag liegt danach."
        ))
    }

    /// Every status, in the order of the file.
    pub fn statuses(&self) -> &[Status] {
        &self.statuses
    }

    /// The status with this code.
    pub fn status(&self, code: &str) -> Option<&Status> {
        self.status_index(code).map(|index| &self.statuses[index])
    }

    pub(crate) fn status_index(&self, code: &str) -> Option<usize> {
        self.positions.get(code).copied()
    }

    /// The codes of a named class; empty where no such class exists.
    pub fn class(&self, name: &str) -> &[StatusCode] {
        self.classes.get(name).map_or(&[], Vec::as_slice)
    }

    /// Every state on a list of safe origins.
    pub fn safe_origins(&self) -> &[SafeOrigin] {
        &self.safe_origins
    }

    /// The acts that changed the law, oldest first.
    pub fn calendar(&self) -> &[Amendment] {
        &self.calendar
    }

    /// Executive stops and practice notes, which a site can replace.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// What a fact is called, what proves it and who issues the proof.
    pub fn fact(&self, key: &str) -> Option<&FactLabel> {
        self.facts.get(key)
    }
}

/// When a rule holds and what it rests on.
#[derive(Debug, Clone)]
pub struct Law {
    /// First day; `None` = before any date that matters here.
    pub valid_from: Option<Date>,
    /// Last day; `None` = still in force at the Stand.
    pub valid_to: Option<Date>,
    /// The provision.
    pub para: String,
    /// How it was verified, see [`crate::MARKS`].
    pub mark: String,
    /// Day to which the law was read.
    pub stand: Date,
    /// What is doubtful (German).
    pub doubt: Option<String>,
    /// The reading that the rule follows where the law allows several (German, „Lesart“).
    pub reading: Option<String>,
}

/// What a rule file gets wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong, in one line.
    pub message: String,
}

impl Problem {
    fn new(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for Problem {}

/// One access question with its rows; the first row that fits answers.
#[derive(Debug)]
pub(crate) struct Topic {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) rows: Vec<Row>,
}

#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) law: Law,
    pub(crate) when: Vec<Condition>,
    pub(crate) result: crate::answer::Access,
    pub(crate) note: Option<String>,
    pub(crate) ask: Vec<String>,
    pub(crate) missing: Vec<String>,
}

/// One residence perspective.
#[derive(Debug)]
pub(crate) struct PathRule {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) grants: String,
    pub(crate) law: Law,
    /// Doubts that send the reader to an expert, where their conditions hold.
    pub(crate) ask_expert: Vec<(Vec<Condition>, String)>,
    /// Statuses for which the path is pointless.
    pub(crate) closed_for: Option<CodeSet>,
    /// Last days to apply, of which the first one counts; conditions can name more.
    pub(crate) apply_until: Vec<LastDay>,
    pub(crate) conditions: Vec<ConditionRule>,
}

#[derive(Debug)]
pub(crate) enum LastDay {
    /// The day on which an age is completed.
    Age(i32),
    /// The printed end of one of these statuses, at the latest the end of its term in months.
    StatusEnd(CodeSet, i32),
    /// A fixed day.
    Fixed(Date),
}

#[derive(Debug)]
pub(crate) struct ConditionRule {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) law: Law,
    pub(crate) kind: ConditionKind,
    /// Not met means that it can never be met any more.
    pub(crate) last: Vec<Condition>,
    /// Last days to apply that follow from this condition.
    pub(crate) apply_until: Vec<LastDay>,
    /// One of the conditions with the same word is enough.
    pub(crate) either: Option<String>,
    /// Met alone it opens the path; not met it harms nothing.
    pub(crate) suffices: bool,
    pub(crate) hint: Option<String>,
    pub(crate) proof: Option<String>,
    pub(crate) issuer: Option<String>,
}

#[derive(Debug)]
pub(crate) enum ConditionKind {
    /// Answered from the facts.
    Recorded(Vec<Condition>),
    /// Must not be recorded; an expert asks.
    Ask,
}

#[derive(Debug)]
pub(crate) struct DeadlineRule {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) kind: crate::answer::Kind,
    pub(crate) law: Law,
    pub(crate) when: Vec<Condition>,
    pub(crate) start: Start,
    /// A period for an act that has to pass before the period begins.
    pub(crate) after: Option<Offset>,
    pub(crate) plus: Option<Offset>,
    pub(crate) end: End,
    /// The law of the day on which the period begins counts, not that of the asked day.
    pub(crate) law_of_start: bool,
}

#[derive(Debug)]
pub(crate) struct DutyRule {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) kind: crate::answer::Kind,
    pub(crate) law: Law,
    pub(crate) when: Vec<Condition>,
}

#[derive(Debug)]
pub(crate) enum Start {
    Key(DateKey),
    Age(i32),
    /// The day on which a clock shows so many months.
    Clock(crate::timeline::Clock, i32),
}

/// How a period ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// On the same-numbered day.
    Milestone,
    /// The day before the same-numbered day.
    LastDay,
    /// On the same-numbered day, moved to the next working day (§ 193 BGB).
    Act,
}

#[cfg(test)]
mod tests;
