//! What an import writes: new people with their cases, and what known people lack.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use law::StatusCode;
use platform::AccountId;
use platform::accounts::Account;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::classify::{Classified, Known, Outcome};
use super::draft::Draft;
use super::text::number_key;
use super::workers::Workers;
use crate::cases::{CaseId, CaseNumber, NewCase, Opening};
use crate::codes::{Indication, Nationality, PartialDate, Sex};
use crate::people::{Birth, EntryFacts, Identity, NewPerson, PersonId, age_on};
use crate::statuses::{NewStatus, status_on};

/// A person of the site, as far as an import can add to them.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) id: PersonId,
    pub(super) identity: Identity,
    pub(super) birth_year: Option<i16>,
    pub(super) sex: Option<Sex>,
    pub(super) entered_germany: Option<PartialDate>,
    pub(super) nationalities: Vec<Nationality>,
    /// Oldest first.
    pub(super) statuses: Vec<Held>,
    pub(super) cases: Vec<RecordedCase>,
}

#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) id: Uuid,
    pub(super) code: StatusCode,
    pub(super) from_on: Option<PartialDate>,
    pub(super) to_on: Option<Date>,
}

#[derive(Clone, Debug)]
pub(super) struct RecordedCase {
    pub(super) id: CaseId,
    pub(super) number: String,
    pub(super) opened_on: Date,
    pub(super) is_open: bool,
    pub(super) worker: Option<AccountId>,
}

/// How many rows and people there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub rows: usize,
    pub new: usize,
    pub known: usize,
    pub refused: usize,
    /// Rows taken with a warning.
    pub warned: usize,
    pub people: usize,
    pub cases: usize,
    /// Known people to whom something is added.
    pub completed: usize,
}

/// What an import cannot do as the list has it, without refusing a row for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remarks {
    /// Workers without an account at the site, with the number of their new cases.
    pub unknown_workers: BTreeMap<String, usize>,
    /// Cases without a day of opening; they open today.
    pub without_opening: usize,
    /// Statuses without a beginning that differ from a dated history and are not taken.
    pub undated_statuses: usize,
    /// People with several case numbers, of which the first is taken.
    pub further_numbers: usize,
    /// Numbers too long to be one; the site's next number is given.
    pub odd_numbers: usize,
}

/// What is to be written.
#[derive(Debug, Default)]
pub(super) struct Intake {
    /// Those with a number of their own first, so that no given number is drawn before.
    pub(super) entrances: Vec<Entrance>,
    pub(super) additions: Vec<Addition>,
    pub(super) counts: Counts,
    pub(super) remarks: Remarks,
}

/// A new person with their case.
#[derive(Debug)]
pub(super) struct Entrance {
    pub(super) person: NewPerson,
    pub(super) case: CaseDraft,
}

/// A case before its person is registered.
#[derive(Clone, Debug)]
pub(super) struct CaseDraft {
    number: Option<CaseNumber>,
    pub(super) opened_on: Date,
    worker: Option<AccountId>,
}

impl CaseDraft {
    pub(super) fn of(&self, person: PersonId) -> NewCase {
        let opening = Opening {
            opened_on: self.opened_on,
            indication: Indication::Case,
            exception: None,
        };
        let mut case = NewCase::new(person, opening);
        case.number.clone_from(&self.number);
        case.worker = self.worker;
        case
    }
}

/// What a known person lacks and the list has.
#[derive(Debug)]
pub(super) struct Addition {
    pub(super) person: PersonId,
    /// Names or birthday, complete, where they were not.
    pub(super) identity: Option<Identity>,
    pub(super) birth_year: Option<i16>,
    pub(super) sex: Option<Sex>,
    pub(super) entered_germany: Option<PartialDate>,
    pub(super) nationalities: Vec<Nationality>,
    /// Recorded without a beginning, which is known now.
    pub(super) dated: Vec<(Uuid, PartialDate)>,
    pub(super) statuses: Vec<NewStatus>,
    /// For an open case that nobody works on.
    pub(super) worker: Option<(CaseId, AccountId)>,
    /// What each case says of the person, where they or their statuses changed.
    pub(super) facts: Vec<(CaseId, EntryFacts)>,
    /// For people who have none.
    pub(super) case: Option<(CaseDraft, EntryFacts)>,
}

/// Compares the rows with the people of the site.
pub(super) fn compare(
    rows: &[Classified<PersonId>],
    records: &[Record],
    workers: &[Account],
    today: Date,
) -> Intake {
    let mut intake = Intake {
        counts: counted(rows),
        ..Intake::default()
    };
    let by_id: HashMap<PersonId, &Record> = records.iter().map(|r| (r.id, r)).collect();
    let mut clerk = Clerk {
        workers: Workers::new(workers),
        remarks: Remarks::default(),
        today,
    };
    for (who, draft) in drafts(rows) {
        clerk.remarks.further_numbers += usize::from(draft.has_further_number);
        match who {
            Known::Row(_) => intake.entrances.push(clerk.entrance(&draft)),
            Known::AtSite(id) => {
                let record = by_id.get(&id).copied();
                intake
                    .additions
                    .extend(record.and_then(|record| clerk.addition(record, &draft)));
            }
        }
    }
    intake
        .entrances
        .sort_by_key(|entrance| entrance.case.number.is_none());
    intake.counts.people = intake.entrances.len();
    let opened = intake
        .additions
        .iter()
        .filter(|addition| addition.case.is_some());
    intake.counts.cases = intake.entrances.len() + opened.count();
    intake.counts.completed = intake.additions.len();
    intake.remarks = clerk.remarks;
    intake
}

fn counted(rows: &[Classified<PersonId>]) -> Counts {
    let mut counts = Counts {
        rows: rows.len(),
        ..Counts::default()
    };
    for Classified { row, outcome } in rows {
        match outcome {
            Outcome::New => counts.new += 1,
            Outcome::Known(_) => counts.known += 1,
            Outcome::Refused(_) => counts.refused += 1,
        }
        let taken = !matches!(outcome, Outcome::Refused(_));
        counts.warned += usize::from(taken && !row.warnings.is_empty());
    }
    counts
}

/// One draft per person, in the order in which the list first names them.
fn drafts(rows: &[Classified<PersonId>]) -> Vec<(Known<PersonId>, Draft)> {
    let mut places: HashMap<Known<PersonId>, usize> = HashMap::new();
    let mut drafts: Vec<(Known<PersonId>, Draft)> = Vec::new();
    for (place, Classified { row, outcome }) in rows.iter().enumerate() {
        let who = match outcome {
            Outcome::New => Known::Row(place),
            Outcome::Known(who) => who.clone(),
            Outcome::Refused(_) => continue,
        };
        let place = *places.entry(who.clone()).or_insert_with(|| {
            drafts.push((who, Draft::default()));
            drafts.len() - 1
        });
        drafts[place].1.add(row);
    }
    drafts
}

struct Clerk<'a> {
    workers: Workers<'a>,
    remarks: Remarks,
    today: Date,
}

impl Clerk<'_> {
    fn entrance(&mut self, draft: &Draft) -> Entrance {
        Entrance {
            person: draft.new_person(),
            case: self.case(draft),
        }
    }

    fn case(&mut self, draft: &Draft) -> CaseDraft {
        let parsed = draft.number.as_deref().map(CaseNumber::parse);
        self.remarks.odd_numbers += usize::from(matches!(parsed, Some(Err(_))));
        self.remarks.without_opening += usize::from(draft.opened_on.is_none());
        CaseDraft {
            number: parsed.and_then(Result::ok),
            opened_on: draft.opened_on.map_or(self.today, PartialDate::earliest),
            worker: self.worker(draft),
        }
    }

    fn worker(&mut self, draft: &Draft) -> Option<AccountId> {
        let name = draft.worker.as_deref()?;
        let found = self.workers.find(name);
        if found.is_none() {
            *self
                .remarks
                .unknown_workers
                .entry(name.to_owned())
                .or_default() += 1;
        }
        found
    }

    /// Nothing if the record has all that the list says.
    fn addition(&mut self, record: &Record, draft: &Draft) -> Option<Addition> {
        let (identity, birth_year) = completed(record, draft);
        let mut addition = Addition {
            person: record.id,
            birth_year: birth_year.filter(|year| record.birth_year != Some(*year)),
            sex: draft.person.sex.filter(|_| record.sex.is_none()),
            entered_germany: draft
                .entered_germany
                .filter(|_| record.entered_germany.is_none()),
            nationalities: Vec::new(),
            dated: Vec::new(),
            statuses: Vec::new(),
            worker: None,
            facts: Vec::new(),
            case: None,
            identity,
        };
        if record.nationalities.is_empty() {
            addition.nationalities = draft.nationalities();
        }
        self.add_statuses(record, draft, &mut addition);
        if record.cases.is_empty() {
            let case = self.case(draft);
            let facts = after(record, &addition, case.opened_on, self.today);
            addition.case = Some((case, facts));
        }
        addition.worker = self.first_worker(record, draft);
        if !addition.dated.is_empty()
            || !addition.statuses.is_empty()
            || addition.birth_year.is_some()
        {
            let cases = record.cases.iter().filter(|case| case.is_open);
            let facts = |case: &RecordedCase| {
                (
                    case.id,
                    after(record, &addition, case.opened_on, self.today),
                )
            };
            addition.facts = cases.map(facts).collect();
        }
        (!addition.is_empty()).then_some(addition)
    }

    fn add_statuses(&mut self, record: &Record, draft: &Draft, addition: &mut Addition) {
        let history_is_dated = record.statuses.iter().any(|held| held.from_on.is_some());
        for stated in &draft.statuses {
            let is_held = |held: &Held| stated.adds_nothing_to(&held.code, held.from_on);
            if record.statuses.iter().any(is_held) {
                continue;
            }
            let undated = |held: &&Held| held.code == stated.code && held.from_on.is_none();
            let begins = stated.since.zip(record.statuses.iter().find(undated));
            match (begins, stated.since) {
                (Some((since, held)), _) => addition.dated.push((held.id, since)),
                (None, None) if history_is_dated => self.remarks.undated_statuses += 1,
                (None, _) => addition.statuses.push(stated.to_record()),
            }
        }
    }

    /// A closed case stays as it is, and so does one that somebody works on.
    fn first_worker(&mut self, record: &Record, draft: &Draft) -> Option<(CaseId, AccountId)> {
        let number = draft.number.as_deref().map(number_key);
        let named = |case: &&RecordedCase| number.as_ref() == Some(&number_key(&case.number));
        let open = || record.cases.iter().filter(|case| case.is_open);
        let case = open().find(named).or_else(|| open().next_back())?;
        if case.worker.is_some() {
            return None;
        }
        self.worker(draft).map(|worker| (case.id, worker))
    }
}

impl Addition {
    fn is_empty(&self) -> bool {
        self.identity.is_none()
            && self.birth_year.is_none()
            && self.sex.is_none()
            && self.entered_germany.is_none()
            && self.nationalities.is_empty()
            && self.dated.is_empty()
            && self.statuses.is_empty()
            && self.worker.is_none()
            && self.case.is_none()
    }
}

/// The identity with what it lacked, and the birth year.
fn completed(record: &Record, draft: &Draft) -> (Option<Identity>, Option<i16>) {
    let mut identity = record.identity.clone();
    identity.family_name = identity
        .family_name
        .or_else(|| draft.person.family_name.clone());
    identity.given_name = identity
        .given_name
        .or_else(|| draft.person.given_name.clone());
    let fits = |birth: &Birth| record.birth_year.is_none_or(|year| year == birth.year());
    let birth = draft.birth().filter(fits);
    identity.birth_date = identity.birth_date.or(birth.and_then(Birth::day));
    let changed = identity != record.identity;
    (
        changed.then_some(identity),
        record.birth_year.or(birth.map(Birth::year)),
    )
}

/// What a case opened on a day says of the person once the addition is made.
fn after(record: &Record, addition: &Addition, opened_on: Date, today: Date) -> EntryFacts {
    let mut history: Vec<(Option<Date>, Option<Date>, &StatusCode)> = Vec::new();
    for held in &record.statuses {
        let dated = addition.dated.iter().find(|(id, _)| *id == held.id);
        let from = dated.map(|(_, since)| *since).or(held.from_on);
        history.push((from.map(PartialDate::earliest), held.to_on, &held.code));
    }
    for status in &addition.statuses {
        history.push((
            status.from_on.map(PartialDate::earliest),
            None,
            &status.code,
        ));
    }
    history.sort_by_key(|(from, ..)| *from);
    let identity = addition.identity.as_ref().unwrap_or(&record.identity);
    let year = addition.birth_year.or(record.birth_year);
    let birth = identity
        .birth_date
        .map(Birth::Day)
        .or(year.map(Birth::Year));
    EntryFacts {
        age: birth.map(|birth| age_on(birth, opened_on)),
        status: status_on(history.iter().copied(), opened_on).cloned(),
        current_status: status_on(history.iter().copied(), today).cloned(),
    }
}
