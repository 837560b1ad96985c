//! Whether a person is known at the site already, and who carries a name.

pub mod store;

pub use store::{alike, find_same};
pub(crate) use store::{known, running};

use crate::cases::{CaseId, CaseNumber};
use crate::people::{Identity, PersonId};

/// A person of the site who may be the one looked for.
#[derive(Clone, Debug)]
pub struct Alike {
    pub person: PersonId,
    /// The names and the day of birth.
    pub identity: Identity,
    pub birth_year: Option<i16>,
    pub verdict: linkage::Verdict,
    /// The names hold the same words, spelling and order aside.
    pub same_words: bool,
}

/// Whom a new case may be about, as far as the actor may know.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// People of a case within the actor's reach.
    pub(crate) within: Vec<Alike>,
    /// People of whom the actor may know nothing but who works with them.
    pub(crate) beyond: Vec<PersonId>,
    pub(crate) cases: Vec<KnownCase>,
}

/// A case of somebody who may be the one looked for.
#[derive(Clone, Debug)]
pub(crate) struct KnownCase {
    pub(crate) id: CaseId,
    pub(crate) person: PersonId,
    pub(crate) number: CaseNumber,
    pub(crate) is_open: bool,
    pub(crate) worker: Option<String>,
    pub(crate) is_within_reach: bool,
}

impl Known {
    pub(crate) fn is_empty(&self) -> bool {
        self.within.is_empty() && self.beyond.is_empty()
    }

    /// The open case of a person, of which there is one at most.
    pub(crate) fn open_case(&self, person: PersonId) -> Option<&KnownCase> {
        let mut cases = self.cases.iter();
        cases.find(|case| case.person == person && case.is_open)
    }

    /// Who works with the people beyond reach, each once.
    pub(crate) fn workers_beyond(&self) -> Vec<&str> {
        let beyond = self
            .cases
            .iter()
            .filter(|case| self.beyond.contains(&case.person));
        let mut names: Vec<&str> = beyond.filter_map(|case| case.worker.as_deref()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
