//! Facts as they are written: JSON with the line of what is wrong.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Applied, Facts, Job, Language, School, Served, Span, StatusSpan, Training};

/// The JSON as facts; the error names the key.
pub(super) fn read(text: &str) -> Result<Facts, FactsError> {
    let text = text.trim_start_matches('\u{feff}');
    if !text.trim_start().starts_with('{') {
        return Err(FactsError {
            line: 1,
            message: "facts are one JSON object".to_owned(),
        });
    }
    let mut json = serde_json::Deserializer::from_str(text);
    let mut facts: Facts = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| FactsError::of_json(&error.path().to_string(), error.inner()))?;
    json.end()
        .map_err(|error| FactsError::of_json(".", &error))?;
    facts.unclear = unclear(text, &facts);
    Ok(facts)
}

/// The lists of the text that are unknown among the facts.
fn unclear(text: &str, facts: &Facts) -> Vec<String> {
    let given: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(text).unwrap_or_default();
    let lists = [
        ("statuses", facts.statuses.is_none()),
        ("absences", facts.absences.is_none()),
        (
            "lives_in_reception_centre",
            facts.lives_in_reception_centre.is_none(),
        ),
        ("school", facts.school.is_none()),
        ("language", facts.language.is_none()),
        ("training", facts.training.is_none()),
        ("jobs", facts.jobs.is_none()),
        ("applied", facts.applied.is_none()),
        ("served", facts.served.is_none()),
    ];
    lists
        .into_iter()
        .filter(|(key, unknown)| *unknown && given.get(*key).is_some_and(|v| !v.is_null()))
        .map(|(key, _)| key.to_owned())
        .collect()
}

/// Why facts could not be read.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct FactsError {
    /// Line of the JSON text, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl FactsError {
    fn of_json(path: &str, error: &serde_json::Error) -> Self {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let message = error.to_string();
        let message = message.trim_end_matches(&place).replace('\n', " ");
        let named = path == "." || message.starts_with("unknown field");
        let message = if named {
            message
        } else {
            format!("{path}: {message}")
        };
        Self {
            line: error.line(),
            message,
        }
    }

    /// Points at the first line that holds the value.
    pub(super) fn at(text: &str, value: &str, what: &str) -> Self {
        let needle = format!("\"{value}\"");
        let line = text.lines().position(|line| line.contains(&needle));
        Self {
            line: line.map_or(1, |at| at + 1),
            message: format!("{what} {value}"),
        }
    }
}

/// A day that was not given, until its list is dropped.
const UNDATED: Date = Date::MIN;

pub(super) fn undated() -> Date {
    UNDATED
}

/// An entry of a list of facts.
pub(super) trait Entry {
    /// The days from which and to which it holds.
    fn period(&self) -> (Date, Option<Date>);
}

macro_rules! entries {
    ($($entry:ty: $from:ident $($to:ident)?),*) => {
        $(impl Entry for $entry {
            fn period(&self) -> (Date, Option<Date>) {
                (self.$from, entries!(@to self $($to)?))
            }
        })*
    };
    (@to $self:ident) => { None };
    (@to $self:ident $to:ident) => { $self.$to };
}
entries!(
    StatusSpan: from to, Span: from to, School: from to, Training: from to, Job: from to,
    Language: since, Applied: on, Served: on
);

/// A list whose entries all say when; else it is unknown.
pub(super) fn clear<'de, D, T>(input: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de> + Entry,
{
    let list = Option::<Vec<T>>::deserialize(input)?;
    Ok(list.filter(|entries| {
        entries.iter().all(|entry| {
            let (from, to) = entry.period();
            from != UNDATED && to.is_none_or(|to| from <= to)
        })
    }))
}
