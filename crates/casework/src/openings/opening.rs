//! A case to open, and the indication check before it.

use jiff::civil::Date;
use law::Group;
use platform::AccountId;

use crate::cases::CaseNumber;
use crate::closures::Closure;
use crate::codes::{AccessPath, Exception, Indication, Stage};
use crate::people::{EntryFacts, PersonId};

/// A case to open for a registered person.
#[derive(Clone, Debug)]
pub struct NewCase {
    pub person: PersonId,
    /// None: the site's next number.
    pub number: Option<CaseNumber>,
    pub opening: Opening,
    pub worker: Option<AccountId>,
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
