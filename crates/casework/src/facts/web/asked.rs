//! A topic as a form.

use jiff::Span;
use jiff::civil::{Date, date};
use platform::ui::{Choice, FieldErrors, Ui};

use super::shown;
use crate::facts::form::FactForm;
use crate::facts::{Field, Topic};
use crate::fields;

/// One field of the form.
pub(super) struct AskedField {
    pub name: &'static str,
    pub label: &'static str,
    /// Empty: none.
    pub hint: String,
    pub optional: bool,
    /// What it means to choose nothing.
    pub blank: String,
    pub input: Input,
}

pub(super) enum Input {
    Day(String),
    Number(String),
    Choice(Vec<Choice>),
}

pub(super) fn fields(ui: &Ui, topic: Topic, form: &FactForm) -> Vec<AskedField> {
    let spec = topic.spec();
    let order = [
        Field::Code,
        Field::From,
        Field::To,
        Field::ContractOn,
        Field::Hours,
        Field::Successful,
        Field::OralOnly,
        Field::Insured,
        Field::Skilled,
        Field::SecuresLivelihood,
    ];
    let asked = order.into_iter().filter(|field| spec.asks(*field));
    asked
        .map(|field| AskedField {
            name: field.name(),
            label: shown::label_key(topic, field),
            hint: hint_key(topic, field).to_owned(),
            optional: spec.may.contains(&field),
            blank: if spec.may.contains(&field) {
                "fact-unknown".to_owned()
            } else {
                "please-choose".to_owned()
            },
            input: input(ui, topic, field, form.value(field)),
        })
        .collect()
}

/// The fields in words, for a form that somebody else was faster with.
pub(super) fn told(ui: &Ui, fields: &[AskedField]) -> Vec<(&'static str, String)> {
    let said = |field: &AskedField| match &field.input {
        Input::Day(day) => ui.opt_day(day.parse::<Date>().ok()),
        Input::Number(number) => number.clone(),
        Input::Choice(choices) => {
            let chosen = choices.iter().find(|choice| choice.chosen);
            chosen.map_or_else(|| "–".to_owned(), |choice| choice.label.clone())
        }
    };
    fields
        .iter()
        .map(|field| (field.label, said(field)))
        .collect()
}

fn input(ui: &Ui, topic: Topic, field: Field, value: &str) -> Input {
    let choice = |code: &str, label: String| Choice::new(code, label).chosen_if(code == value);
    match field {
        Field::From | Field::To | Field::ContractOn => Input::Day(value.to_owned()),
        Field::Hours => Input::Number(value.to_owned()),
        Field::Code => {
            let codes = topic.spec().codes.iter();
            Input::Choice(
                codes
                    .map(|code| choice(code, shown::code_label(ui, topic, code)))
                    .collect(),
            )
        }
        Field::Successful
        | Field::OralOnly
        | Field::Insured
        | Field::Skilled
        | Field::SecuresLivelihood => Input::Choice(vec![
            choice("yes", ui.t("fact-yes")),
            choice("no", ui.t("fact-no")),
        ]),
    }
}

fn hint_key(topic: Topic, field: Field) -> &'static str {
    match (topic, field) {
        (Topic::Served, Field::From) => "fact-served-hint",
        (Topic::School, Field::Code) => "fact-certificate-hint",
        (Topic::Training, Field::From) => "fact-training-hint",
        (Topic::Training, Field::ContractOn) => "fact-contract-hint",
        (Topic::PassportValid, Field::From) => "",
        (_, Field::From) if topic.spec().may.contains(&Field::From) => "fact-since-hint",
        (_, Field::To) if topic.spec().many => "fact-to-hint",
        _ => "",
    }
}

/// The day of service that § 10(4) AsylG presumes; the envelope decides.
pub(super) struct Proposal {
    /// As the date field has it.
    pub asked: String,
    pub on: Option<Date>,
}

impl Proposal {
    pub(super) fn of(errors: &mut FieldErrors, topic: Topic, handed_on: &str) -> Option<Proposal> {
        if topic != Topic::Served {
            return None;
        }
        let handed = fields::day(errors, "handed_on", handed_on);
        Some(Proposal {
            asked: handed.map_or(handed_on.to_owned(), |day| day.to_string()),
            on: handed.map(presumed),
        })
    }
}

/// The fourth day after the hand-over to the reception centre; the third until the end of 2024.
pub(crate) fn presumed(handed_on: Date) -> Date {
    let days = if handed_on < date(2025, 1, 1) { 3 } else { 4 };
    handed_on.saturating_add(Span::new().days(days))
}
