//! What all rows of a list about one person say together.

use law::StatusCode;

use super::row::{CaseValues, ImportRow, PersonValues};
use super::text::number_key;
use crate::codes::{Nationality, PartialDate};
use crate::people::{Birth, NewPerson};
use crate::statuses::NewStatus;

/// A person of the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) person: PersonValues,
    /// The first one given.
    pub(super) number: Option<String>,
    pub(super) has_further_number: bool,
    /// The earliest one given.
    pub(super) opened_on: Option<PartialDate>,
    pub(super) entered_germany: Option<PartialDate>,
    pub(super) worker: Option<String>,
    /// Oldest first, those without a beginning before all others.
    pub(super) statuses: Vec<Stated>,
}

/// A status as a row states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) code: StatusCode,
    pub(super) since: Option<PartialDate>,
}

impl Draft {
    /// Adds a row. What an earlier one said stays, except that a day makes a year or month exact.
    pub(super) fn add(&mut self, row: &ImportRow) {
        self.person.complete(&row.person);
        let CaseValues {
            number,
            opened_on,
            status,
            status_since,
            entered_germany,
            worker,
        } = &row.case;
        if let Some(number) = number
            .as_ref()
            .filter(|number| !number_key(number).is_empty())
        {
            let first = self.number.get_or_insert_with(|| number.clone());
            self.has_further_number |= number_key(first) != number_key(number);
        }
        let earlier = |old: PartialDate, new: PartialDate| {
            if new.earliest() < old.earliest() {
                new
            } else {
                old
            }
        };
        self.opened_on = match (self.opened_on, *opened_on) {
            (Some(old), Some(new)) => Some(earlier(old, new)),
            (old, new) => old.or(new),
        };
        self.entered_germany = self.entered_germany.or(*entered_germany);
        if self.worker.is_none() {
            self.worker.clone_from(worker);
        }
        if let Some(code) = status.and_then(StatusCode::parse) {
            self.state(code, *status_since);
        }
    }

    fn state(&mut self, code: StatusCode, since: Option<PartialDate>) {
        let said = Stated { code, since };
        if self
            .statuses
            .iter()
            .any(|known| said.adds_nothing_to(&known.code, known.since))
        {
            return;
        }
        let vague = |known: &Stated| known.adds_nothing_to(&said.code, said.since);
        if let Some(place) = self.statuses.iter().position(vague) {
            self.statuses.remove(place);
        }
        self.statuses.push(said);
        self.statuses
            .sort_by_key(|known| known.since.map(PartialDate::earliest));
    }

    pub(super) fn birth(&self) -> Option<Birth> {
        let day = self
            .person
            .birth_date
            .and_then(PartialDate::day)
            .map(Birth::Day);
        day.or(self.person.birth_year.map(Birth::Year))
    }

    pub(super) fn nationalities(&self) -> Vec<Nationality> {
        let further = self.person.further_nationalities.iter();
        let keys = self.person.nationality.iter().chain(further);
        keys.filter_map(|key| Nationality::parse(key)).collect()
    }

    pub(super) fn new_person(&self) -> NewPerson {
        let statuses = self.statuses.iter();
        NewPerson {
            family_name: self.person.family_name.clone(),
            given_name: self.person.given_name.clone(),
            birth: self.birth(),
            sex: self.person.sex,
            nationalities: self.nationalities(),
            entered_germany: self.entered_germany,
            statuses: statuses.map(Stated::to_record).collect(),
            ..NewPerson::default()
        }
    }
}

impl Stated {
    /// Whether all of this is said already by a status with this code and beginning.
    pub(super) fn adds_nothing_to(&self, code: &StatusCode, since: Option<PartialDate>) -> bool {
        let same_time = self.since.is_none() || self.since == since;
        let same_code = self.code == *code;
        let group = |code: &StatusCode| law::status::group_of(code.as_str());
        let more_exact = self.is_general() && group(&self.code) == group(code);
        same_time && (same_code || more_exact)
    }

    /// `GEDULDET` and `GESTATTET` say no more than the group.
    fn is_general(&self) -> bool {
        matches!(self.code.as_str(), "GEDULDET" | "GESTATTET")
    }

    pub(super) fn to_record(&self) -> NewStatus {
        NewStatus::since(self.code.clone(), self.since)
    }
}
