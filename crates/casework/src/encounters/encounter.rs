//! Meeting people without knowing their names.

use jiff::civil::Date;
use platform::AccountId;
use platform::ui::FieldErrors;

use crate::codes::{Sex, codes};
use crate::contacts::ContactForm;
use crate::fields::{self, Bounds};

platform::id!(EncounterId);

codes! {
    /// Which counter goes up: told about the offer (angesprochen), or helped with a question
    /// (beraten). Neither is an entry into a case.
    EncounterKind "encounter-kind" {
        Addressed = "addressed",
        Counselled = "counselled",
    }
}

/// One meeting with one or more unnamed persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encounter {
    pub id: EncounterId,
    pub on: Date,
    pub kind: EncounterKind,
    pub persons: i64,
    /// Where it is one for all of them and was noted.
    pub sex: Option<Sex>,
    pub form: ContactForm,
    pub district: Option<String>,
    pub worker: AccountId,
}

/// An encounter as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub(super) struct EncounterInput {
    #[serde(default)]
    pub(super) on_day: String,
    #[serde(default)]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) persons: String,
    #[serde(default)]
    pub(super) sex: String,
    #[serde(default)]
    pub(super) form: String,
    #[serde(default)]
    pub(super) district: String,
}

const MOST_PERSONS: i64 = 500;

impl EncounterInput {
    /// Districts are those the site works with; a new word could be anything, even a name.
    pub(super) fn read(
        &self,
        worker: AccountId,
        districts: &[String],
        today: Date,
    ) -> Result<Encounter, FieldErrors> {
        let mut errors = FieldErrors::none();
        let on = fields::past_day(&mut errors, "on_day", &self.on_day, Bounds::until(today));
        let kind = fields::chosen(&mut errors, "kind", &self.kind, EncounterKind::parse);
        let persons = fields::number(&mut errors, "persons", &self.persons, (1, MOST_PERSONS));
        let of_persons =
            |code: &str| ContactForm::parse(code).filter(|form| form.reaches_the_person());
        let form = fields::chosen(&mut errors, "form", &self.form, of_persons);
        let sex = Sex::parse(&self.sex);
        if sex.is_none() && !self.sex.is_empty() {
            errors.add("sex", "field-unknown-choice");
        }
        let district = (!self.district.is_empty()).then(|| self.district.clone());
        if district
            .as_ref()
            .is_some_and(|named| !districts.contains(named))
        {
            errors.add("district", "field-unknown-choice");
        }
        if self.persons.trim().is_empty() {
            errors.add("persons", "field-required");
        }
        let (Some(kind), Some(persons), Some(form)) = (kind, persons, form) else {
            return Err(errors);
        };
        let id = EncounterId::new();
        errors.or_ok(Encounter {
            id,
            on,
            kind,
            persons,
            sex,
            form,
            district,
            worker,
        })
    }
}
