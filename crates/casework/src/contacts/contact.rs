//! What a contact is.

use jiff::civil::Date;
use platform::AccountId;
use platform::ui::{FieldErrors, Ui};

use crate::codes::{Domain, codes};
use crate::fields::{self, Bounds};

platform::id!(ContactId);

codes! {
    /// How a contact was held. Outreach: at the person's home, in the street, in the accommodation;
    /// mail: letter, e-mail or messenger; group: also an event; third party: with others about the
    /// person, who was not there.
    ContactForm "contact-form" {
        InPerson = "in_person",
        Outreach = "outreach",
        Phone = "phone",
        Video = "video",
        Mail = "mail",
        Group = "group",
        ThirdParty = "third_party",
    }
}

impl ContactForm {
    /// Whether the person was part of it; only then has the waiting for a contact an end.
    pub fn reaches_the_person(self) -> bool {
        self != ContactForm::ThirdParty
    }
}

/// A contact; its note is sealed in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub id: ContactId,
    pub held_on: Date,
    pub form: ContactForm,
    pub minutes: Option<i64>,
    pub topics: Vec<Domain>,
    pub interpreter: bool,
    pub note: Option<String>,
    pub worker: AccountId,
    pub version: i64,
}

/// A contact as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub(super) struct ContactInput {
    #[serde(default)]
    pub(super) held_on: String,
    /// `way` in the quick note: scripts take a control called `form` for the form itself.
    #[serde(default, alias = "way")]
    pub(super) form: String,
    #[serde(default)]
    pub(super) minutes: String,
    #[serde(default)]
    pub(super) topics: Vec<String>,
    #[serde(default)]
    pub(super) interpreter: Option<String>,
    #[serde(default)]
    pub(super) note: String,
    #[serde(default)]
    pub(super) version: Option<i64>,
    /// The page to come back to.
    #[serde(default)]
    pub(super) back: String,
}

/// A contact's fields, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ContactDraft {
    pub(super) held_on: Date,
    pub(super) form: ContactForm,
    pub(super) minutes: Option<i64>,
    pub(super) topics: Vec<Domain>,
    pub(super) interpreter: bool,
    pub(super) note: Option<String>,
}

const LONGEST_NOTE: usize = 10_000;
const A_DAY: i64 = 24 * 60;

impl ContactInput {
    pub(super) fn read(&self, bounds: Bounds) -> Result<ContactDraft, FieldErrors> {
        let mut errors = FieldErrors::none();
        let held_on = fields::past_day(&mut errors, "held_on", &self.held_on, bounds);
        let form = fields::chosen(&mut errors, "form", &self.form, ContactForm::parse);
        let minutes = fields::number(&mut errors, "minutes", &self.minutes, (1, A_DAY));
        let note = fields::note(&mut errors, "note", &self.note, LONGEST_NOTE);
        let mut topics: Vec<Domain> = self
            .topics
            .iter()
            .filter_map(|code| Domain::parse(code))
            .collect();
        if topics.len() < self.topics.len() {
            errors.add("topics", "field-unknown-choice");
        }
        topics.sort_unstable();
        topics.dedup();
        let Some(form) = form else {
            return Err(errors);
        };
        errors.or_ok(ContactDraft {
            held_on,
            form,
            minutes,
            topics,
            interpreter: self.interpreter.is_some(),
            note,
        })
    }
}

impl ContactDraft {
    /// The contact of this colleague that the draft describes, new or corrected.
    pub(super) fn signed(self, id: ContactId, worker: AccountId, version: i64) -> Contact {
        Contact {
            id,
            held_on: self.held_on,
            form: self.form,
            minutes: self.minutes,
            topics: self.topics,
            interpreter: self.interpreter,
            note: self.note,
            worker,
            version,
        }
    }
}

impl ContactInput {
    /// The form as it shows a contact to be corrected.
    pub(super) fn of(contact: &Contact) -> ContactInput {
        ContactInput {
            held_on: contact.held_on.to_string(),
            form: contact.form.code().to_owned(),
            minutes: contact.minutes.map(|m| m.to_string()).unwrap_or_default(),
            topics: contact
                .topics
                .iter()
                .map(|topic| topic.code().to_owned())
                .collect(),
            interpreter: contact.interpreter.then(|| "yes".to_owned()),
            note: contact.note.clone().unwrap_or_default(),
            version: Some(contact.version),
            back: String::new(),
        }
    }
}

impl Contact {
    /// In words, for a form that somebody else was faster with.
    pub(super) fn told(&self, ui: &Ui) -> Vec<(&'static str, String)> {
        let topics: Vec<String> = self.topics.iter().map(|t| ui.t(t.label_key())).collect();
        let interpreter = if self.interpreter { "yes" } else { "no" };
        let minutes = self.minutes.map(|minutes| ui.number(minutes));
        vec![
            ("contact-held-on", ui.day(self.held_on)),
            ("contact-form", ui.t(self.form.label_key())),
            ("contact-minutes", minutes.unwrap_or_else(|| "–".to_owned())),
            ("contact-interpreter", ui.t(interpreter)),
            ("contact-topics", topics.join(", ")),
            ("contact-note", self.note.clone().unwrap_or_default()),
        ]
    }

    /// The fields in which a correction differs, for the audit trail; never what they say.
    pub fn differences(&self, corrected: &Contact) -> Vec<&'static str> {
        let fields = [
            ("held_on", self.held_on != corrected.held_on),
            ("form", self.form != corrected.form),
            ("minutes", self.minutes != corrected.minutes),
            ("topics", self.topics != corrected.topics),
            ("interpreter", self.interpreter != corrected.interpreter),
            ("note", self.note != corrected.note),
        ];
        fields
            .into_iter()
            .filter(|(_, differs)| *differs)
            .map(|(name, _)| name)
            .collect()
    }
}
