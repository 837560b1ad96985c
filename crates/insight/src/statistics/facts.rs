//! What figures count, as it stands in memory: coded facts by site, and the parts of towns as people
//! wrote them; no names, no days of birth, no notes.

use std::collections::HashMap;
use std::sync::Arc;

use db::{Result, Tx};
use jiff::civil::Date;
use platform::SiteId;
use uuid::Uuid;

use super::store::{self, Place};
use super::{Dimension, Scope};

mod ledger;
mod read;

pub(crate) use ledger::Ledger;

/// The facts of the sites that are looked at; cheap to clone.
#[derive(Clone)]
pub struct Facts {
    scope: Scope,
    sites: Vec<(Place, Arc<SiteFacts>)>,
}

impl Facts {
    /// Reads all of them, within one transaction.
    ///
    /// # Errors
    /// If the database does not answer, or holds what cannot be read.
    pub async fn read(tx: &mut Tx, scope: Scope) -> Result<Facts> {
        let mut sites = Vec::new();
        for place in store::places(tx, scope).await? {
            let facts = read::site(tx, place.id).await?;
            sites.push((place, Arc::new(facts)));
        }
        Ok(Facts { scope, sites })
    }

    /// Those of one of the sites.
    #[must_use]
    pub fn of(&self, site: SiteId) -> Facts {
        let own = self.sites.iter().filter(|(place, _)| place.id == site);
        Facts {
            scope: Scope::Site(site),
            sites: own.cloned().collect(),
        }
    }

    pub(crate) fn scope(&self) -> Scope {
        self.scope
    }

    pub(crate) fn sites(&self) -> impl Iterator<Item = (&Place, &SiteFacts)> {
        self.sites.iter().map(|(place, facts)| (place, &**facts))
    }

    pub(crate) fn places(&self) -> impl Iterator<Item = &Place> {
        self.sites.iter().map(|(place, _)| place)
    }
}

/// The facts of a site. What there is several times of a case stands in rows of all cases, for a
/// walk through memory in its order is many times faster than one from place to place.
#[derive(Clone, Default)]
pub(crate) struct SiteFacts {
    pub words: Words,
    pub cases: Vec<Case>,
    /// The days of contacts.
    contacts: Vec<Date>,
    /// What contacts were about.
    topics: Vec<Mention>,
    /// The life domains of needs, each once.
    needs: Vec<Word>,
    /// What was attained, each kind once on its first day; the first of all comes first.
    outcomes: Vec<Mention>,
    pub encounters: Vec<Encounter>,
    pub posts: Vec<Post>,
}

impl SiteFacts {
    pub(crate) fn contacts(&self, case: &Case) -> &[Date] {
        case.contacts.of(&self.contacts)
    }

    pub(crate) fn topics(&self, case: &Case) -> &[Mention] {
        case.topics.of(&self.topics)
    }

    pub(crate) fn needs(&self, case: &Case) -> &[Word] {
        case.needs.of(&self.needs)
    }

    pub(crate) fn outcomes(&self, case: &Case) -> &[Mention] {
        case.outcomes.of(&self.outcomes)
    }

    fn add(&mut self, mut case: Case, own: Several<'_>) {
        case.contacts = Part::add(&mut self.contacts, own.contacts);
        case.topics = Part::add(&mut self.topics, own.topics);
        case.needs = Part::add(&mut self.needs, own.needs);
        case.outcomes = Part::add(&mut self.outcomes, own.outcomes);
        self.cases.push(case);
    }

    /// The same without some of the cases.
    fn without(&self, is_left_out: impl Fn(&Case) -> bool) -> SiteFacts {
        let mut rest = SiteFacts {
            words: self.words.clone(),
            encounters: self.encounters.clone(),
            posts: self.posts.clone(),
            ..SiteFacts::default()
        };
        for case in self.cases.iter().filter(|case| !is_left_out(case)) {
            let own = Several {
                contacts: self.contacts(case),
                topics: self.topics(case),
                needs: self.needs(case),
                outcomes: self.outcomes(case),
            };
            rest.add(case.clone(), own);
        }
        rest
    }
}

/// What there is several times of a case.
#[derive(Clone, Copy)]
struct Several<'a> {
    contacts: &'a [Date],
    topics: &'a [Mention],
    needs: &'a [Word],
    outcomes: &'a [Mention],
}

/// The part of a row that belongs to a case.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    from: u32,
    to: u32,
}

impl Part {
    fn add<T: Clone>(row: &mut Vec<T>, added: &[T]) -> Part {
        let end = |row: &Vec<T>| u32::try_from(row.len()).unwrap_or(u32::MAX);
        let from = end(row);
        row.extend_from_slice(added);
        let to = end(row);
        Part { from, to }
    }

    fn of<T>(self, row: &[T]) -> &[T] {
        row.get(self.from as usize..self.to as usize)
            .unwrap_or_default()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Case {
    id: Uuid,
    person: Uuid,
    pub opened: Date,
    pub entered: Option<Date>,
    pub closed: Option<Date>,
    pub traits: Traits,
    contacts: Part,
    topics: Part,
    needs: Part,
    outcomes: Part,
}

/// A code and its day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    pub on: Date,
    pub code: Word,
}

/// Unnamed people who were met.
#[derive(Clone, Debug)]
pub(crate) struct Encounter {
    pub on: Date,
    pub counselled: bool,
    pub persons: i64,
    pub traits: Traits,
}

/// A post, and how long it is there.
#[derive(Clone, Debug)]
pub(crate) struct Post {
    pub from: Date,
    pub to: Option<Date>,
    pub fte_hundredths: i64,
    pub is_case_management: bool,
    pub traits: Traits,
}

/// The codes of what is known of something that is counted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Traits {
    pub district: Word,
    pub sex: Word,
    pub age_class: Word,
    pub status_group: Word,
    pub nationality: Word,
    pub provider: Word,
    pub access_path: Word,
    pub function: Word,
}

impl Traits {
    pub(crate) fn along(&self, dimension: Dimension) -> Word {
        match dimension {
            Dimension::District => self.district,
            Dimension::Sex => self.sex,
            Dimension::AgeClass => self.age_class,
            Dimension::StatusGroup => self.status_group,
            Dimension::Nationality => self.nationality,
            Dimension::Provider => self.provider,
            Dimension::AccessPath => self.access_path,
            Dimension::Function => self.function,
            Dimension::Site
            | Dimension::Region
            | Dimension::Quarter
            | Dimension::Year
            | Dimension::Domain
            | Dimension::Outcome => Word::NONE,
        }
    }
}

/// A code, as its number among the words of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Word(pub u32);

impl Word {
    /// Not stated.
    pub(crate) const NONE: Word = Word(0);
}

/// All codes of a site, each once.
#[derive(Clone, Default)]
pub(crate) struct Words {
    list: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Words {
    pub(crate) fn number(&mut self, code: &str) -> Word {
        if code.is_empty() {
            return Word::NONE;
        }
        if let Some(number) = self.numbers.get(code) {
            return Word(*number);
        }
        self.list.push(code.to_owned());
        let number = u32::try_from(self.list.len()).unwrap_or(0);
        self.numbers.insert(code.to_owned(), number);
        Word(number)
    }

    /// None: not stated.
    pub(crate) fn code(&self, word: Word) -> Option<&str> {
        let place = usize::try_from(word.0).ok()?.checked_sub(1)?;
        self.list.get(place).map(String::as_str)
    }
}
