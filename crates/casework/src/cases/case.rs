//! A case, and the rules of its course.

use std::ops::Deref;

use jiff::civil::Date;
use law::{Group, StatusCode};
use platform::ui::FieldErrors;
use platform::{AccountId, Error, Result, SiteId, said};
use uuid::Uuid;
use vault::{Clear, PersonKey, Place, Sealed};

use super::CaseId;
use crate::codes::{AccessPath, ClosureOutcome, ClosureReason, Exception, Indication, Stage};
use crate::people::{EntryFacts, PersonId};

/// A case of the actor's scope, with the key to its texts.
#[derive(Debug)]
pub struct Case {
    pub site: SiteId,
    pub id: CaseId,
    pub person: PersonId,
    pub number: CaseNumber,
    pub stage: Stage,
    pub indication: Indication,
    pub exception: Option<Exception>,
    pub opened_on: Date,
    /// First day of participation; none for short counselling and referrals.
    pub entered_on: Option<Date>,
    pub closure: Option<Closure>,
    /// None: waits for somebody to take it.
    pub worker: Option<AccountId>,
    pub worker_name: Option<String>,
    pub provider: Option<Uuid>,
    pub access_path: Option<AccessPath>,
    pub district: Option<String>,
    /// The latest residence status recorded.
    pub status: Option<StatusCode>,
    pub status_at_entry: Option<StatusCode>,
    pub age_at_entry: Option<i16>,
    /// Day of the last contact, or of the opening if there was none; none when closed.
    pub waiting_since: Option<Date>,
    pub last_contact_on: Option<Date>,
    pub version: i64,
    pub(super) key: PersonKey,
}

impl Case {
    pub fn is_open(&self) -> bool {
        self.closure.is_none()
    }

    /// Most acts need an open case.
    pub fn must_be_open(&self) -> Result<()> {
        if self.is_open() {
            return Ok(());
        }
        Err(Error::Conflict(said("case-is-closed")))
    }

    /// Refuses a form that was filled in before somebody else saved.
    pub fn must_be_at(&self, version: i64) -> Result<()> {
        if self.version == version {
            return Ok(());
        }
        Err(Error::Conflict(said("error-conflict")))
    }

    /// Seals a text of this case with the person's key, for one column of one row.
    pub fn seal(
        &self,
        table: &'static str,
        column: &'static str,
        record: Uuid,
        text: &str,
    ) -> Sealed {
        self.key.seal(&self.place(table, column, record), text)
    }

    /// Opens what [`Case::seal`] sealed for the same place.
    pub fn open(
        &self,
        table: &'static str,
        column: &'static str,
        record: Uuid,
        sealed: &Sealed,
    ) -> Result<Clear> {
        let place = self.place(table, column, record);
        Ok(self.key.open(&place, sealed)?)
    }

    fn place(&self, table: &'static str, column: &'static str, record: Uuid) -> Place {
        Place {
            site: self.site.0,
            table,
            column,
            record,
        }
    }
}

/// A case that the actor may change.
#[derive(Debug)]
pub struct Editable<T>(pub(super) T);

impl<T> Deref for Editable<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// The number under which a site keeps a case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseNumber(String);

/// What is wrong with a typed number: the key of a text.
pub type NumberProblem = &'static str;

impl CaseNumber {
    /// Whatever a site writes: up to 40 printable characters.
    pub fn parse(text: &str) -> std::result::Result<CaseNumber, NumberProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err("field-required");
        }
        if text.chars().count() > 40 || text.chars().any(char::is_control) {
            return Err("case-number-odd");
        }
        Ok(CaseNumber(text.to_owned()))
    }

    /// The number this program gives: year of opening and a running count of the site.
    pub fn given(opened_on: Date, count: i64) -> CaseNumber {
        CaseNumber(format!("{}-{count:04}", opened_on.year()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closure {
    pub closed_on: Date,
    pub reason: ClosureReason,
    pub outcome: ClosureOutcome,
}

/// A case lies between its opening and today; a day outside of that is a slip.
pub fn check_closure(opened_on: Date, closed_on: Date, today: Date) -> FieldErrors {
    let mut errors = FieldErrors::none();
    if closed_on > today {
        errors.add("closed_on", "field-in-the-future");
    }
    if closed_on < opened_on {
        errors.add("closed_on", "closure-before-opening");
    }
    errors
}

/// A case to open for a registered person.
#[derive(Clone, Debug)]
pub struct NewCase {
    pub person: PersonId,
    /// None: the site's next number.
    pub number: Option<CaseNumber>,
    pub opening: Opening,
    pub worker: Option<AccountId>,
    pub provider: Option<Uuid>,
    pub access_path: Option<AccessPath>,
    pub district: Option<String>,
    /// Stages after the first, with the day on which each began; oldest first, none after closing.
    pub stages: Vec<(Stage, Date)>,
    pub last_contact_on: Option<Date>,
    pub closure: Option<Closure>,
}

/// How the indication check came out, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    pub opened_on: Date,
    pub indication: Indication,
    pub exception: Option<Exception>,
}

impl Opening {
    pub fn entered_on(self) -> Option<Date> {
        (self.indication == Indication::Case).then_some(self.opened_on)
    }
}

impl NewCase {
    /// A case that begins today with the first talk.
    pub fn new(person: PersonId, opening: Opening) -> NewCase {
        NewCase {
            person,
            number: None,
            opening,
            worker: None,
            provider: None,
            access_path: None,
            district: None,
            stages: Vec::new(),
            last_contact_on: None,
            closure: None,
        }
    }

    pub fn stage(&self) -> Stage {
        match (&self.closure, self.stages.last()) {
            (Some(_), _) => Stage::Closed,
            (None, Some((stage, _))) => *stage,
            (None, None) => Stage::Contact,
        }
    }

    /// Every stage with its first day, oldest first.
    pub fn course(&self) -> Vec<(Stage, Date)> {
        let mut course = vec![(Stage::Contact, self.opening.opened_on)];
        course.extend(self.stages.iter().copied());
        course.extend(
            self.closure
                .map(|closure| (Stage::Closed, closure.closed_on)),
        );
        course
    }
}

/// In what a person differs from the target group of the programme: 18 to 27 years at entry, with
/// Duldung or Aufenthaltsgestattung, no longer in a reception centre of the Land. A deviation asks
/// for a reason and forbids nothing; what is not known is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deviation {
    TooYoung,
    TooOld,
    Status,
    Reception,
}

impl Deviation {
    pub fn label_key(self) -> &'static str {
        match self {
            Deviation::TooYoung => "deviation-too-young",
            Deviation::TooOld => "deviation-too-old",
            Deviation::Status => "deviation-status",
            Deviation::Reception => "deviation-reception",
        }
    }
}

const TARGET_AGE: std::ops::RangeInclusive<i16> = 18..=27;

/// Compares a person at entry with the target group.
pub fn deviations(facts: &EntryFacts, in_reception: bool) -> Vec<Deviation> {
    let mut found = Vec::new();
    if let Some(age) = facts.age {
        if age < *TARGET_AGE.start() {
            found.push(Deviation::TooYoung);
        } else if age > *TARGET_AGE.end() {
            found.push(Deviation::TooOld);
        }
    }
    let group = facts
        .status
        .as_ref()
        .and_then(|code| law::status::group_of(code.as_str()));
    if group
        .is_some_and(|group| !matches!(group, Group::Gestattet | Group::Geduldet | Group::Unknown))
    {
        found.push(Deviation::Status);
    }
    if in_reception {
        found.push(Deviation::Reception);
    }
    found
}
