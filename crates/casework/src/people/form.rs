//! A person as typed into a form.

use jiff::civil::Date;
use platform::ui::{Choice, FieldErrors, Ui, alphabetical};
use serde::Deserialize;

use super::{Birth, Identity, NewPerson, Person, age_on};
use crate::codes::{Nationality, PartialDate, Sex};
use crate::fields;
use crate::imports::typed_date;

/// The fields of a person, as they came.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PersonForm {
    pub family_name: String,
    pub given_name: String,
    pub birth: String,
    pub sex: String,
    pub nationality: String,
    pub second_nationality: String,
    pub entered_germany: String,
    pub address: String,
    pub phone: String,
    pub email: String,
}

const AGES: std::ops::RangeInclusive<i16> = 14..=99;

impl PersonForm {
    /// The form of a known person.
    pub fn of(person: &Person, ui: &Ui) -> PersonForm {
        let nationality = |place: usize| {
            let code = person.nationalities.get(place);
            code.map_or(String::new(), |code| code.key().to_owned())
        };
        let Identity {
            family_name,
            given_name,
            address,
            phone,
            email,
            ..
        } = person.identity.clone();
        PersonForm {
            family_name: family_name.unwrap_or_default(),
            given_name: given_name.unwrap_or_default(),
            birth: match person.birth() {
                Some(Birth::Day(day)) => ui.day(day),
                Some(Birth::Year(year)) => year.to_string(),
                None => String::new(),
            },
            sex: person.sex.map_or("", Sex::code).to_owned(),
            nationality: nationality(0),
            second_nationality: nationality(1),
            entered_germany: person
                .entered_germany
                .map_or(String::new(), |day| day.said(ui)),
            address: address.unwrap_or_default(),
            phone: phone.unwrap_or_default(),
            email: email.unwrap_or_default(),
        }
    }

    /// The person, as far as the fields can be read; `at` is the day on which the age must be
    /// possible.
    pub fn read(&self, errors: &mut FieldErrors, at: Date, today: Date) -> NewPerson {
        let address = fields::note(errors, "address", &self.address, 200);
        let mut line = |field: &str, text: &str| fields::line(errors, field, text, 200);
        let person = NewPerson {
            family_name: line("family_name", &self.family_name),
            given_name: line("given_name", &self.given_name),
            address,
            phone: line("phone", &self.phone),
            email: line("email", &self.email),
            ..NewPerson::default()
        };
        if person.family_name.is_none() && person.given_name.is_none() {
            errors.add("family_name", "person-name-needed");
        }
        if person
            .email
            .as_deref()
            .is_some_and(|email| !email.contains('@'))
        {
            errors.add("email", "field-not-an-email");
        }
        let birth = birth(errors, &self.birth, at, today);
        NewPerson {
            birth,
            sex: code(errors, "sex", &self.sex, Sex::parse),
            nationalities: [
                code(errors, "nationality", &self.nationality, Nationality::parse),
                code(
                    errors,
                    "second_nationality",
                    &self.second_nationality,
                    Nationality::parse,
                ),
            ]
            .into_iter()
            .flatten()
            .collect(),
            entered_germany: entry(errors, &self.entered_germany, birth, today),
            ..person
        }
    }

    pub fn sexes(&self, ui: &Ui) -> Vec<Choice> {
        Sex::choices(ui, Sex::parse(&self.sex))
    }
}

/// The main countries of origin, then all by name.
pub fn nationalities(ui: &Ui, chosen: &str) -> Vec<Choice> {
    let choice = |code: Nationality| Choice::new(code.key(), code.name(ui.lang()));
    let mut all: Vec<Choice> = Nationality::all().map(choice).collect();
    all.sort_by_cached_key(|one| alphabetical(&one.label));
    let mut choices: Vec<Choice> = Nationality::frequent().map(choice).collect();
    all.retain(|one| choices.iter().all(|other| other.value != one.value));
    choices.append(&mut all);
    choices
        .into_iter()
        .map(|one| {
            let chosen = one.value == chosen;
            one.chosen_if(chosen)
        })
        .collect()
}

fn code<T>(
    errors: &mut FieldErrors,
    field: &str,
    text: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    if text.is_empty() {
        return None;
    }
    fields::chosen(errors, field, text, parse)
}

fn birth(errors: &mut FieldErrors, text: &str, at: Date, today: Date) -> Option<Birth> {
    if text.trim().is_empty() {
        return None;
    }
    let birth = match typed_date(text, today) {
        Some(PartialDate::Day(day)) => Birth::Day(day),
        Some(PartialDate::Year(year)) => Birth::Year(year),
        Some(PartialDate::Month(_)) | None => {
            errors.add("birth", "person-birth-unreadable");
            return None;
        }
    };
    if birth.day().is_some_and(|day| day > today) || birth.year() > today.year() {
        errors.add("birth", "field-in-the-future");
    } else if !AGES.contains(&age_on(birth, at)) {
        errors.add("birth", "person-age-odd");
    }
    Some(birth)
}

fn entry(
    errors: &mut FieldErrors,
    text: &str,
    birth: Option<Birth>,
    today: Date,
) -> Option<PartialDate> {
    if text.trim().is_empty() {
        return None;
    }
    let Some(day) = typed_date(text, today) else {
        errors.add("entered_germany", "field-not-a-partial-day");
        return None;
    };
    if day.earliest() > today {
        errors.add("entered_germany", "field-in-the-future");
    } else if birth.is_some_and(|birth| day.latest() < birth.earliest()) {
        errors.add("entered_germany", "person-entry-before-birth");
    }
    Some(day)
}
