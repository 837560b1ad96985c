//! A fact as typed into a form.

use jiff::civil::Date;
use platform::ui::{FieldErrors, Ui};
use serde::Deserialize;

use super::topic::Spec;
use super::{Details, Fact, Field, Topic};
use crate::fields::{self, Bounds};

/// No week of work is longer; in hundredths of hours.
const MOST_HOURS: i64 = 80 * 100;

/// The fields of a fact, as they came.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FactForm {
    pub from_on: String,
    /// The last day.
    pub to_on: String,
    pub contract_on: String,
    pub code: String,
    pub hours: String,
    pub successful: String,
    pub oral_only: String,
    pub insured: String,
    pub skilled: String,
    pub secures_livelihood: String,
    /// Of the entry being corrected, so that nothing is overwritten unseen.
    pub recorded_at: i64,
    /// Where the reader came from: `rights`, or nothing.
    pub back: String,
}

impl FactForm {
    pub(super) fn of(fact: &Fact, ui: &Ui) -> FactForm {
        let details = fact.said.details().cloned().unwrap_or_default();
        let day = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
        let answer = |known: Option<bool>| match known {
            Some(true) => "yes".to_owned(),
            Some(false) => "no".to_owned(),
            None => String::new(),
        };
        FactForm {
            from_on: day(details.from_on),
            to_on: day(details.last_day()),
            contract_on: day(details.contract_on),
            code: details.code.unwrap_or_default().to_owned(),
            hours: details
                .hours
                .map_or(String::new(), |hours| ui.decimal(hours)),
            successful: answer(details.successful),
            oral_only: answer(details.oral_only),
            insured: answer(details.insured),
            skilled: answer(details.skilled),
            secures_livelihood: answer(details.secures_livelihood),
            recorded_at: fact.recorded_at.as_millisecond(),
            back: String::new(),
        }
    }

    /// What was typed into a field.
    pub(super) fn value(&self, field: Field) -> &str {
        match field {
            Field::From => &self.from_on,
            Field::To => &self.to_on,
            Field::ContractOn => &self.contract_on,
            Field::Code => &self.code,
            Field::Hours => &self.hours,
            Field::Successful => &self.successful,
            Field::OralOnly => &self.oral_only,
            Field::Insured => &self.insured,
            Field::Skilled => &self.skilled,
            Field::SecuresLivelihood => &self.secures_livelihood,
        }
    }

    pub(super) fn read(&self, topic: Topic, bounds: Bounds) -> Result<Details, FieldErrors> {
        let spec = topic.spec();
        let mut errors = FieldErrors::none();
        let errs = &mut errors;
        for field in spec.must {
            if self.value(*field).trim().is_empty() {
                let key = if *field == Field::Code {
                    "field-choose"
                } else {
                    "field-required"
                };
                errs.add(field.name(), key);
            }
        }
        let details = Details {
            from_on: self.day(errs, &spec, Field::From, bounds),
            to_on: self
                .day(errs, &spec, Field::To, bounds)
                .and_then(|last| last.tomorrow().ok()),
            contract_on: self.day(errs, &spec, Field::ContractOn, bounds),
            code: self.code(errs, &spec),
            hours: self.hours(errs, &spec),
            successful: self.answer(errs, &spec, Field::Successful),
            oral_only: self.answer(errs, &spec, Field::OralOnly),
            insured: self.answer(errs, &spec, Field::Insured),
            skilled: self.answer(errs, &spec, Field::Skilled),
            secures_livelihood: self.answer(errs, &spec, Field::SecuresLivelihood),
        };
        check_order(errs, &details, &spec, bounds.today);
        errors.or_ok(details)
    }

    fn day(
        &self,
        errors: &mut FieldErrors,
        spec: &Spec,
        field: Field,
        bounds: Bounds,
    ) -> Option<Date> {
        let asked = spec.asks(field).then(|| self.value(field))?;
        let day = fields::day(errors, field.name(), asked)?;
        if bounds.is_before_birth(day) {
            errors.add(field.name(), "field-before-birth");
        }
        Some(day)
    }

    fn code(&self, errors: &mut FieldErrors, spec: &Spec) -> Option<&'static str> {
        let text = self.code.trim();
        if !spec.asks(Field::Code) || text.is_empty() {
            return None;
        }
        let known = spec.codes.iter().find(|code| **code == text).copied();
        if known.is_none() {
            errors.add("code", "field-unknown-choice");
        }
        known
    }

    fn hours(&self, errors: &mut FieldErrors, spec: &Spec) -> Option<i64> {
        let text = self.hours.trim();
        if !spec.asks(Field::Hours) || text.is_empty() {
            return None;
        }
        let hours = hundredths(text).filter(|hours| (0..=MOST_HOURS).contains(hours));
        if hours.is_none() {
            errors.add("hours", "fact-hours-odd");
        }
        hours
    }

    fn answer(&self, errors: &mut FieldErrors, spec: &Spec, field: Field) -> Option<bool> {
        if !spec.asks(field) {
            return None;
        }
        match self.value(field) {
            "yes" => Some(true),
            "no" => Some(false),
            "" => None,
            _ => {
                errors.add(field.name(), "field-unknown-choice");
                None
            }
        }
    }
}

fn check_order(errors: &mut FieldErrors, details: &Details, spec: &Spec, today: Date) {
    let Some(from) = details.from_on else { return };
    if from > today && !spec.ahead {
        errors.add("from_on", "field-in-the-future");
    }
    if details.to_on.is_some_and(|to| to <= from) {
        errors.add("to_on", "fact-ends-before-it-begins");
    }
    if details.contract_on.is_some_and(|day| day > today) {
        errors.add("contract_on", "field-in-the-future");
    }
}

/// `19`, `19,5`, `19.25` in hundredths.
fn hundredths(text: &str) -> Option<i64> {
    let text = text.replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 2 || whole.len() > 3 {
        return None;
    }
    let part = format!("{part:0<2}").parse::<i64>().ok()?;
    let whole: i64 = whole.parse().ok()?;
    Some(whole * 100 + part)
}
