//! Needs, each in one life domain.

use jiff::civil::Date;
use platform::ui::{FieldErrors, Problem};

use crate::codes::Domain;
use crate::fields::{self, Bounds};

platform::id!(NeedId);

/// A need of a person in one domain, until it is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub id: NeedId,
    pub domain: Domain,
    pub since_on: Date,
    pub met_on: Option<Date>,
}

/// The chosen domains, and since when help is needed there.
pub(super) fn read(
    domains: &[String],
    since: &str,
    bounds: Bounds,
) -> Result<(Vec<Domain>, Date), FieldErrors> {
    let mut errors = FieldErrors::none();
    let chosen: Vec<Domain> = domains
        .iter()
        .filter_map(|code| Domain::parse(code))
        .collect();
    if chosen.is_empty() {
        errors.add("domain", "need-domain-missing");
    } else if chosen.len() < domains.len() {
        errors.add("domain", "field-unknown-choice");
    }
    let since = fields::past_day(&mut errors, "since_on", since, bounds);
    errors.or_ok((chosen, since))
}

impl Need {
    pub fn new(domain: Domain, since_on: Date) -> Need {
        Need {
            id: NeedId::new(),
            domain,
            since_on,
            met_on: None,
        }
    }

    /// The day on which the need was met, today if none was typed; never before it was there.
    pub(super) fn meeting_day(&self, typed: &str, bounds: Bounds) -> Result<Date, Problem> {
        let mut errors = FieldErrors::none();
        let day = fields::past_day(&mut errors, "met_on", typed, bounds);
        if day < self.since_on {
            errors.add("met_on", "need-met-before-since");
        }
        match errors.get("met_on") {
            Some(problem) => Err(problem.clone()),
            None => Ok(day),
        }
    }
}
