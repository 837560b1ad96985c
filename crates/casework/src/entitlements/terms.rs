//! What a row of the rules depends on, in words.

use law::AccessLookup;
use platform::ui::Ui;

/// What has to be known to decide, such as `stay >= 3 months`, for readers.
pub(super) fn said(ui: &Ui, topics: &[AccessLookup], term: &str) -> String {
    let term = term.strip_prefix("not ").unwrap_or(term);
    let words: Vec<&str> = term.split_whitespace().collect();
    match words[..] {
        [clock, ">=", months, "months", ..] => duration(ui, clock, months),
        ["age", _, years] => ui.ta("entitlement-term-age", &[("years", years)]),
        ["access", id, ..] => topics
            .iter()
            .find(|topic| topic.id == id)
            .map_or_else(|| id.to_owned(), |topic| topic.title.clone()),
        ["today", _, key, ..] | [key, ..] => fact(ui, key),
        [] => String::new(),
    }
}

fn duration(ui: &Ui, clock: &str, months: &str) -> String {
    let key = match clock {
        "stay" => "entitlement-term-stay",
        "duldung" => "entitlement-term-duldung",
        "gestattet" => "entitlement-term-gestattet",
        "presence" => "entitlement-term-presence",
        other => return fact(ui, other),
    };
    ui.ta(key, &[("months", months)])
}

/// A fact by its key; what follows a colon is told as it stands.
pub(super) fn fact(ui: &Ui, key: &str) -> String {
    let (key, detail) = key
        .split_once(": ")
        .map_or((key, None), |(k, d)| (k, Some(d)));
    let known = match key {
        "in_reception_centre" => "lives_in_reception_centre",
        "safe_origin" => "nationality",
        "job" | "job_on" => "jobs",
        "status" | "status_from" | "first_duldung" => "statuses",
        other => other,
    };
    let label = law::Rules::embedded().fact(known);
    let label = label.map_or_else(
        || ui.t("entitlement-other-fact"),
        |fact| fact.label_de.clone(),
    );
    detail.map_or(label.clone(), |detail| format!("{label}: {detail}"))
}

/// Several of them, none twice.
pub(super) fn list(said: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for one in said {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}
