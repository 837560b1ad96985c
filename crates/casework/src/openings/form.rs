//! A new case as typed into its form.

use jiff::civil::Date;
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{AccountId, accounts::Account};
use serde::Deserialize;

use super::{Deviation, Opening, deviations};
use crate::cases::CaseNumber;
use crate::codes::{AccessPath, Exception, Indication};
use crate::fields::{self, Bounds};
use crate::people::{EntryFacts, NewPerson, PersonForm};
use crate::statuses::{self, NewStatus};

/// The fields of a new case, as they came.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct OpeningForm {
    #[serde(flatten)]
    pub(super) person: PersonForm,
    #[serde(default)]
    pub(super) status: String,
    #[serde(default)]
    pub(super) status_since: String,
    #[serde(default)]
    pub(super) document_expires_on: String,
    #[serde(default)]
    pub(super) number: String,
    #[serde(default)]
    pub(super) opened_on: String,
    #[serde(default)]
    pub(super) access_path: String,
    #[serde(default)]
    pub(super) district: String,
    /// Empty: nobody yet.
    #[serde(default)]
    pub(super) worker: String,
    #[serde(default)]
    pub(super) indication: String,
    #[serde(default)]
    pub(super) exception: String,
    /// `yes` while the person lives in a reception centre of the Land.
    #[serde(default)]
    pub(super) reception: String,
    /// Answer to the question whether the person is known: an id, or `new`.
    #[serde(default)]
    pub(super) same_as: String,
}

/// What the form says, read.
#[derive(Clone, Debug)]
pub(super) struct ReadOpening {
    pub(super) person: NewPerson,
    pub(super) number: Option<CaseNumber>,
    pub(super) opening: Opening,
    pub(super) access_path: Option<AccessPath>,
    pub(super) district: Option<String>,
    pub(super) worker: Option<AccountId>,
    pub(super) in_reception: bool,
}

impl OpeningForm {
    pub(super) fn read(
        &self,
        today: Date,
        workers: &[Account],
    ) -> Result<ReadOpening, FieldErrors> {
        let mut errors = FieldErrors::none();
        let errs = &mut errors;
        let opened_on = fields::past_day(errs, "opened_on", &self.opened_on, Bounds::until(today));
        // A slip in the year of the opening is not one in the birth.
        let at = if errs.is_empty() { opened_on } else { today };
        let mut person = self.person.read(errs, at, today);
        let bounds = Bounds::of(person.birth, today);
        if bounds.is_before_birth(opened_on) {
            errs.add("opened_on", "field-before-birth");
        }
        person.statuses.extend(self.status(errs, bounds));
        let indication = fields::chosen(errs, "indication", &self.indication, Indication::parse);
        let read = ReadOpening {
            person,
            number: self.number(errs),
            opening: Opening {
                opened_on,
                indication: indication.unwrap_or(Indication::Case),
                exception: optional(errs, "exception", &self.exception, Exception::parse),
            },
            access_path: optional(errs, "access_path", &self.access_path, AccessPath::parse),
            district: fields::line(errs, "district", &self.district, 80),
            worker: optional(errs, "worker", &self.worker, |text| {
                let mut all = workers.iter().map(|account| account.id);
                all.find(|id| id.to_string() == text)
            }),
            in_reception: self.reception == "yes",
        };
        errors.or_ok(read)
    }

    /// The name as it was typed, given name first.
    pub(super) fn typed_name(&self) -> String {
        let parts = [&self.person.given_name, &self.person.family_name];
        let parts = parts.map(|part| part.trim());
        parts.join(" ").trim().to_owned()
    }

    fn status(&self, errors: &mut FieldErrors, bounds: Bounds) -> Option<NewStatus> {
        let code = optional(errors, "status", &self.status, law::StatusCode::parse);
        let since = statuses::since(errors, "status_since", &self.status_since, bounds);
        let expires = fields::day(errors, "document_expires_on", &self.document_expires_on);
        if code.is_none() && self.status.is_empty() && (since.is_some() || expires.is_some()) {
            errors.add("status", "field-choose");
        }
        let mut status = NewStatus::since(code?, since);
        status.document_expires_on = expires;
        Some(status)
    }

    fn number(&self, errors: &mut FieldErrors) -> Option<CaseNumber> {
        if self.number.trim().is_empty() {
            return None;
        }
        match CaseNumber::parse(&self.number) {
            Ok(number) => Some(number),
            Err(problem) => {
                errors.add("number", problem);
                None
            }
        }
    }
}

impl ReadOpening {
    /// Participation outside the target group asks for a reason; nothing else does.
    pub(super) fn unexplained(&self, facts: &EntryFacts) -> Vec<Deviation> {
        let found = deviations(facts, self.in_reception);
        let explained = self.opening.exception.is_some();
        if explained || self.opening.indication != Indication::Case {
            return Vec::new();
        }
        found
    }
}

fn optional<T>(
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

/// Everything that can be chosen on the form.
pub(super) struct OpeningChoices {
    pub(super) sexes: Vec<Choice>,
    pub(super) first: Vec<Choice>,
    pub(super) second: Vec<Choice>,
    pub(super) statuses: Vec<Choice>,
    pub(super) paths: Vec<Choice>,
    pub(super) workers: Vec<Choice>,
    pub(super) indications: Vec<Choice>,
    pub(super) exceptions: Vec<Choice>,
}

impl OpeningChoices {
    pub(super) fn of(form: &OpeningForm, ui: &Ui, workers: &[Account]) -> OpeningChoices {
        let worker = |account: &Account| {
            let id = account.id.to_string();
            let chosen = id == form.worker;
            Choice::new(id, account.name.clone()).chosen_if(chosen)
        };
        OpeningChoices {
            sexes: form.person.sexes(ui),
            first: crate::people::nationalities(ui, &form.person.nationality),
            second: crate::people::nationalities(ui, &form.person.second_nationality),
            statuses: statuses::choices(ui, &form.status),
            paths: AccessPath::choices(ui, AccessPath::parse(&form.access_path)),
            workers: workers.iter().map(worker).collect(),
            indications: Indication::choices(ui, Indication::parse(&form.indication)),
            exceptions: Exception::choices(ui, Exception::parse(&form.exception)),
        }
    }
}
