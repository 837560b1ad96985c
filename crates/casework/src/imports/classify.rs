//! Tells new people from those already known, at the site or from an earlier row.
//!
//! Two records are one person if
//! - names agree in any spelling and order, and the full birth dates are equal, unless their case
//!   numbers differ and their names are not the same letters: Lina and Lena may be twins; or
//! - they carry the same case number, and neither names nor birth contradict each other; or
//! - names (after folding), birth as far as given, sex and nationality are equal and no number
//!   differs: the same row again. This is all there is for people without a full birth date, of
//!   whom the first of January is one.
//!
//! Everything less is not merged; a possible duplicate is a warning. The same number for people
//! who contradict each other refuses the later row.

use std::collections::HashMap;

use linkage::{PersonKey, Verdict, same_person};

use super::row::{ImportRow, PersonValues};
use super::text::{number_key, squeeze};
use super::{CaseList, PartialDate, Refusal, Remark, Warning};

/// A person the site already has, with whatever tells them apart.
#[derive(Clone, Debug)]
pub struct KnownPerson<I> {
    pub id: I,
    pub person: PersonValues,
    /// Numbers of their cases.
    pub numbers: Vec<String>,
}

/// Whom a row adds to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Known<I> {
    AtSite(I),
    /// Position in the list of the first row about this person.
    Row(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<I> {
    New,
    Known(Known<I>),
    Refused(Refusal),
}

/// A row and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classified<I> {
    pub row: ImportRow,
    pub outcome: Outcome<I>,
}

/// Decides for every row of a list, in order. `known` are the people of the site, or those of them
/// who share a case number, a birth date, a birth year or a word of the name with some row.
/// `at` hears of each row before it is decided.
pub fn classify<I: Clone>(
    list: CaseList,
    known: Vec<KnownPerson<I>>,
    at: impl Fn(usize),
) -> Vec<Classified<I>> {
    let mut register = Register::default();
    for person in known {
        let KnownPerson {
            id,
            person,
            numbers,
        } = person;
        register.add(Entry::new(Known::AtSite(id), None, person, &numbers));
    }
    let mut classified = Vec::with_capacity(list.rows.len());
    for (place, mut row) in list.rows.into_iter().enumerate() {
        at(place);
        let outcome = match row.refusal.clone() {
            Some(refusal) => {
                register.hold_number(&row);
                Outcome::Refused(refusal)
            }
            None => register.place(place, &mut row),
        };
        classified.push(Classified { row, outcome });
    }
    classified
}

struct Entry<I> {
    who: Known<I>,
    /// Of the file; none for people of the site.
    row: Option<u32>,
    key: PersonKey,
    person: PersonValues,
    numbers: Vec<String>,
}

impl<I> Entry<I> {
    fn new(who: Known<I>, row: Option<u32>, person: PersonValues, numbers: &[String]) -> Self {
        let numbers = numbers.iter().map(|number| number_key(number)).collect();
        Self {
            who,
            row,
            key: person.key(),
            person,
            numbers,
        }
    }
}

type NameAndYear = (Vec<String>, Option<i16>);

/// People by what two records of one person share.
struct Register<I> {
    people: Vec<Entry<I>>,
    by_number: HashMap<String, usize>,
    /// Those of refused rows: their people come when the rows are mended.
    held: HashMap<String, Entry<I>>,
    by_birth: HashMap<(i16, i8, i8), Vec<usize>>,
    /// By the consonants of the names and the birth year.
    by_name: HashMap<NameAndYear, Vec<usize>>,
    /// The first of each name, whatever the birth year.
    first_of_name: HashMap<Vec<String>, usize>,
}

impl<I> Default for Register<I> {
    fn default() -> Self {
        Self {
            people: Vec::new(),
            by_number: HashMap::new(),
            held: HashMap::new(),
            by_birth: HashMap::new(),
            by_name: HashMap::new(),
            first_of_name: HashMap::new(),
        }
    }
}

impl<I: Clone> Register<I> {
    fn add(&mut self, entry: Entry<I>) {
        let place = self.people.len();
        for number in &entry.numbers {
            self.by_number.entry(number.clone()).or_insert(place);
        }
        if let Some(birth) = entry.key.full_birth_date() {
            self.by_birth.entry(birth).or_default().push(place);
        }
        let names = entry.key.sorted_skeletons();
        self.first_of_name.entry(names.clone()).or_insert(place);
        self.by_name
            .entry((names, birth_year(&entry.person)))
            .or_default()
            .push(place);
        self.people.push(entry);
    }

    fn place(&mut self, place: usize, row: &mut ImportRow) -> Outcome<I> {
        let number = number_of(row);
        let key = row.person.key();
        let holder = number
            .as_ref()
            .and_then(|number| self.by_number.get(number))
            .copied();
        let held = number.as_ref().and_then(|number| self.held.get(number));
        for entry in holder
            .map(|holder| &self.people[holder])
            .into_iter()
            .chain(held)
        {
            if !compatible(&key, &row.person, entry) {
                return Outcome::Refused(taken_number(row, entry));
            }
        }
        let found =
            holder.or_else(|| self.find(&key, &row.person, number.as_deref(), &mut row.warnings));
        if let Some(found) = found {
            let doubts = doubts(row, number.as_deref(), &self.people[found]);
            row.warnings.extend(doubts);
            self.learn(found, number, &key, &row.person);
            return Outcome::Known(self.people[found].who.clone());
        }
        let numbers: Vec<String> = number.into_iter().collect();
        self.add(Entry::new(
            Known::Row(place),
            Some(row.row),
            row.person.clone(),
            &numbers,
        ));
        Outcome::New
    }

    /// The number of a refused row belongs to its person all the same.
    fn hold_number(&mut self, row: &ImportRow) {
        let named = !row.person.full_name().is_empty();
        if let Some(number) = number_of(row).filter(|_| named) {
            let entry = Entry::new(Known::Row(0), Some(row.row), row.person.clone(), &[]);
            self.held.entry(number).or_insert(entry);
        }
    }

    fn find(
        &self,
        key: &PersonKey,
        person: &PersonValues,
        number: Option<&str>,
        warnings: &mut Vec<Warning>,
    ) -> Option<usize> {
        let born_alike = key
            .full_birth_date()
            .and_then(|birth| self.by_birth.get(&birth));
        let names = key.sorted_skeletons();
        let any_year = self.first_of_name.get(&names);
        let named_alike = self.by_name.get(&(names, birth_year(person)));
        let mut maybe = None;
        let alike = born_alike
            .into_iter()
            .chain(named_alike)
            .flatten()
            .chain(any_year);
        for &place in alike {
            let entry = &self.people[place];
            if contradict(person, &entry.person) {
                continue;
            }
            match same_person(key, &entry.key) {
                Verdict::Same
                    if has_other_number(number, entry) && !same_letters(person, &entry.person) =>
                {
                    maybe = maybe.or(Some(place));
                }
                Verdict::Same => return Some(place),
                Verdict::Maybe if is_repetition(person, number, entry) => return Some(place),
                Verdict::Maybe => maybe = maybe.or(Some(place)),
                Verdict::Different => {}
            }
        }
        if let Some(place) = maybe {
            let row = self.people[place].row;
            warnings.push(Warning {
                cell: None,
                remark: Remark::MaybeSamePerson { row },
            });
        }
        None
    }

    /// A person found once more is found by what this row adds, too.
    fn learn(
        &mut self,
        place: usize,
        number: Option<String>,
        key: &PersonKey,
        said: &PersonValues,
    ) {
        if let Some(number) = number {
            self.by_number.entry(number.clone()).or_insert(place);
            if !self.people[place].numbers.contains(&number) {
                self.people[place].numbers.push(number);
            }
        }
        self.people[place].person.complete(said);
        let known = &mut self.people[place];
        known.key = known.person.key();
        if let Some(birth) = known.key.full_birth_date() {
            let born_alike = self.by_birth.entry(birth).or_default();
            if !born_alike.contains(&place) {
                born_alike.push(place);
            }
        }
        let name_and_year = (
            key.sorted_skeletons(),
            birth_year(&self.people[place].person),
        );
        let people = self.by_name.entry(name_and_year).or_default();
        if !people.contains(&place) {
            people.push(place);
        }
    }
}

fn taken_number<I>(row: &ImportRow, holder: &Entry<I>) -> Refusal {
    let reason = Remark::NumberTaken {
        number: row.case.number.clone().unwrap_or_default(),
        row: holder.row,
    };
    Refusal::new(row.number_cell.as_deref().unwrap_or_default(), reason)
}

fn number_of(row: &ImportRow) -> Option<String> {
    let number = row.case.number.as_deref().map(number_key);
    number.filter(|number| !number.is_empty())
}

/// What a row says otherwise than the person it adds to, and what then holds.
fn doubts<I>(row: &ImportRow, number: Option<&str>, entry: &Entry<I>) -> Vec<Warning> {
    let mut doubts = Vec::new();
    let mut doubt = |cell, remark| doubts.push(Warning { cell, remark });
    let other = entry.row;
    if has_other_number(number, entry) {
        doubt(row.number_cell.clone(), Remark::OtherNumber { row: other });
    }
    if row.person.key().sorted_words() != entry.key.sorted_words() {
        doubt(row.name_cell.clone(), Remark::OtherSpelling { row: other });
    }
    let (said, known) = (row.person.nationality, &entry.person);
    let is_told =
        |key| known.nationality == Some(key) || known.further_nationalities.contains(&key);
    if known.nationality.is_some() && said.is_some_and(|key| !is_told(key)) {
        doubt(None, Remark::OtherNationality { row: other });
    }
    doubts
}

/// Whether the holder of a number can be the person of a row with the same number.
fn compatible<I>(key: &PersonKey, person: &PersonValues, entry: &Entry<I>) -> bool {
    if person.sex.is_some() && entry.person.sex.is_some() && person.sex != entry.person.sex {
        return same_person(key, &entry.key) == Verdict::Same;
    }
    let same_birth =
        key.full_birth_date().is_some() && key.full_birth_date() == entry.key.full_birth_date();
    same_person(key, &entry.key) != Verdict::Different
        || same_birth && key.shares_a_name(&entry.key)
}

/// Twins have one birth date: sex tells Amir and Amira apart where the names might not.
fn contradict(a: &PersonValues, b: &PersonValues) -> bool {
    a.sex.is_some() && b.sex.is_some() && a.sex != b.sex
}

/// The same statements about a person as before, none more exact and none missing.
fn is_repetition<I>(person: &PersonValues, number: Option<&str>, entry: &Entry<I>) -> bool {
    let known = &entry.person;
    let same_names =
        linkage::same_words(&person.full_name(), &known.full_name()) && same_letters(person, known);
    same_names
        && !has_other_number(number, entry)
        && (birth(person) == birth(known)
            || entry.row.is_none() && birth(known) == year_alone(person))
        && agree(person.sex, known.sex)
        && agree(person.nationality, known.nationality)
}

fn has_other_number<I>(number: Option<&str>, entry: &Entry<I>) -> bool {
    number.is_some_and(|number| {
        !entry.numbers.is_empty() && entry.numbers.iter().all(|n| n != number)
    })
}

fn same_letters(a: &PersonValues, b: &PersonValues) -> bool {
    squeeze_sorted(a) == squeeze_sorted(b)
}

/// Letters of the names in any order of words.
fn squeeze_sorted(person: &PersonValues) -> Vec<String> {
    let name = person.full_name();
    let mut words: Vec<String> = name.split_whitespace().map(squeeze).collect();
    words.sort();
    words
}

fn birth(person: &PersonValues) -> Option<PartialDate> {
    person
        .birth_date
        .or(person.birth_year.map(PartialDate::Year))
}

fn birth_year(person: &PersonValues) -> Option<i16> {
    birth(person).map(PartialDate::year)
}

/// People of the site have a birthday or a year, so that a month read once was kept as its year.
fn year_alone(person: &PersonValues) -> Option<PartialDate> {
    match person.birth_date {
        Some(PartialDate::Month(day)) => Some(PartialDate::Year(day.year())),
        _ => birth(person),
    }
}

fn agree<T: PartialEq + Copy>(a: Option<T>, b: Option<T>) -> bool {
    a.is_none() || b.is_none() || a == b
}
