//! What is known of a person, and what follows from it.

use jiff::civil::{Date, date};
use law::StatusCode;

use super::PersonId;
use crate::codes::{Nationality, PartialDate, Sex};
use crate::statuses::{NewStatus, status_on};

/// A birthday, or the year alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Birth {
    Day(Date),
    Year(i16),
}

impl Birth {
    pub fn year(self) -> i16 {
        match self {
            Birth::Day(day) => day.year(),
            Birth::Year(year) => year,
        }
    }

    pub fn day(self) -> Option<Date> {
        match self {
            Birth::Day(day) => Some(day),
            Birth::Year(_) => None,
        }
    }

    /// The first day it can mean.
    pub fn earliest(self) -> Date {
        match self {
            Birth::Day(day) => day,
            Birth::Year(year) => date(year, 1, 1),
        }
    }
}

/// Completed years of life on a day; from a birth year alone the years between.
pub fn age_on(birth: Birth, on: Date) -> i16 {
    match birth {
        Birth::Day(day) => {
            let birthday_to_come = (on.month(), on.day()) < (day.month(), day.day());
            on.year() - day.year() - i16::from(birthday_to_come)
        }
        Birth::Year(year) => on.year() - year,
    }
}

/// The completed years that somebody can have on a day, the fewest and the most.
pub fn ages_on(birth: Birth, on: Date) -> (i16, i16) {
    let (first, last) = match birth {
        Birth::Day(day) => (day, day),
        Birth::Year(year) => (date(year, 1, 1), date(year, 12, 31)),
    };
    let age = |born| age_on(Birth::Day(born), on);
    (age(last), age(first))
}

/// What names a person and how to reach them; sealed in the database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    pub family_name: Option<String>,
    pub given_name: Option<String>,
    pub birth_date: Option<Date>,
    pub address: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

impl Identity {
    /// Given name first, as it is spoken.
    pub fn full_name(&self) -> String {
        let parts = [self.given_name.as_deref(), self.family_name.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Family name first, as lists have it.
    pub fn listed_name(&self) -> String {
        match (&self.family_name, &self.given_name) {
            (Some(family), Some(given)) => format!("{family}, {given}"),
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => String::new(),
        }
    }
}

/// A person of a site, opened.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: PersonId,
    pub identity: Identity,
    pub birth_year: Option<i16>,
    pub sex: Option<Sex>,
    /// In the order given, the first counting in statistics.
    pub nationalities: Vec<Nationality>,
    pub entered_germany: Option<PartialDate>,
    /// Goes up with every change; a form carries it so that nothing is overwritten unseen.
    pub version: i64,
}

impl Person {
    pub fn birth(&self) -> Option<Birth> {
        let day = self.identity.birth_date.map(Birth::Day);
        day.or(self.birth_year.map(Birth::Year))
    }
}

/// A person as registered.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    pub family_name: Option<String>,
    pub given_name: Option<String>,
    pub birth: Option<Birth>,
    pub sex: Option<Sex>,
    pub nationalities: Vec<Nationality>,
    pub entered_germany: Option<PartialDate>,
    pub address: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// Oldest first.
    pub statuses: Vec<NewStatus>,
}

impl NewPerson {
    pub fn identity(&self) -> Identity {
        Identity {
            family_name: self.family_name.clone(),
            given_name: self.given_name.clone(),
            birth_date: self.birth.and_then(Birth::day),
            address: self.address.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
        }
    }

    /// What to compare with other people.
    pub fn key(&self) -> linkage::PersonKey {
        compared(&self.identity(), self.birth)
    }

    /// What a case records of the person on the day of entry.
    pub fn entry_facts(&self, on: Date) -> EntryFacts {
        let starts = self
            .statuses
            .iter()
            .map(|s| (s.from_on.map(PartialDate::earliest), s.to_on, &s.code));
        EntryFacts {
            age: self.birth.map(|birth| age_on(birth, on)),
            status: status_on(starts, on).cloned(),
            current_status: self.statuses.last().map(|s| s.code.clone()),
        }
    }
}

pub(crate) fn compared(identity: &Identity, birth: Option<Birth>) -> linkage::PersonKey {
    let key = linkage::PersonKey::new(&identity.full_name());
    match birth {
        Some(Birth::Day(day)) => key.born_on(day.year(), day.month(), day.day()),
        Some(Birth::Year(year)) => key.born_in(year),
        None => key,
    }
}

/// What a case keeps of the person as they were at entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryFacts {
    pub age: Option<i16>,
    /// At entry.
    pub status: Option<StatusCode>,
    /// The latest one recorded.
    pub current_status: Option<StatusCode>,
}
