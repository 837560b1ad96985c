//! The coded facts of a line of the trail, in the reader's words.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::ui::Ui;

/// Facts whose values are codes, and what the texts of these codes begin with.
const CODED: &[(&str, &[&str])] = &[
    ("barrier", &["barrier"]),
    ("before", &["indication"]),
    ("domain", &["domain"]),
    ("exception", &["exception"]),
    ("form", &["contact-form"]),
    ("from", &["stage"]),
    ("function", &["post-function"]),
    ("indication", &["indication"]),
    ("kind", &["outcome", "encounter-kind", "provider-kind"]),
    ("measure", &["figure"]),
    ("outcome", &["closure-outcome"]),
    ("range", &["report-range"]),
    (
        "reason",
        &["closure-reason", "inspection-reason", "deletion-reason"],
    ),
    ("responsible", &["responsible"]),
    ("result", &["goal-result", "step-result"]),
    ("role", &["role"]),
    ("roles", &["role"]),
    ("section", &["report-section"]),
    ("stage", &["stage"]),
    ("to", &["stage"]),
    ("topic", &["fact"]),
    ("what", &["detail-what"]),
    ("zeros", &["settings-zeros"]),
];

/// `Rolle: Datenschutz, Neu: ja`.
pub(super) fn said(ui: &Ui, detail: &str) -> String {
    match serde_json::from_str(detail) {
        Ok(Value::Object(facts)) => listed(ui, &facts),
        _ => detail.to_owned(),
    }
}

fn listed(ui: &Ui, facts: &Map<String, Value>) -> String {
    let stated = facts.iter().filter(|(_, value)| !value.is_null());
    let facts = stated.map(|(name, value)| {
        let label = ui.known(&format!("detail-{name}"));
        format!(
            "{}: {}",
            label.as_deref().unwrap_or(name),
            valued(ui, name, value)
        )
    });
    facts.collect::<Vec<_>>().join(", ")
}

fn valued(ui: &Ui, name: &str, value: &Value) -> String {
    match value {
        Value::String(text) => worded(ui, name, text),
        Value::Bool(yes) => ui.t(if *yes { "yes" } else { "no" }),
        Value::Array(all) => {
            let all: Vec<_> = all.iter().map(|one| valued(ui, name, one)).collect();
            all.join("; ")
        }
        Value::Object(inner) => format!("({})", listed(ui, inner)),
        Value::Null => "–".to_owned(),
        Value::Number(number) => number.to_string(),
    }
}

/// A day, an instant, the words of a code, or the text as it is.
fn worded(ui: &Ui, name: &str, text: &str) -> String {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return ui.time(instant);
    }
    if let Ok(day) = text.parse::<Date>() {
        return ui.day(day);
    }
    let prefixes = CODED.iter().find(|(coded, _)| *coded == name);
    let prefixes = prefixes.map_or(&[][..], |(_, prefixes)| *prefixes);
    let known = |prefix: &&str| {
        let key = format!("{prefix}-{text}");
        ui.known(&key).or_else(|| ui.known(&key.replace('_', "-")))
    };
    prefixes
        .iter()
        .find_map(known)
        .unwrap_or_else(|| text.to_owned())
}
