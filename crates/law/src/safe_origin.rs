//! Safe states of origin by date (§§ 29a, 29b AsylG, Art. 62 of Regulation (EU) 2024/1348).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::rules::Rules;
use crate::verdict::{State, Verdict};

/// A state on a list of safe origins, for as long as it stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafeOrigin {
    /// `national` (§§ 29a, 29b AsylG) or `eu` (list of the Union).
    pub list: String,
    /// Three digits of the Destatis key.
    pub state: String,
    /// Name for readers.
    pub label_de: String,
    /// First day on the list; `None` = before any date that matters here.
    pub valid_from: Option<Date>,
    /// Last day on the list.
    pub valid_to: Option<Date>,
    /// Persons who applied for asylum on or before this day are left out.
    pub spares_applications_until: Option<Date>,
    /// The provision.
    pub para: String,
    /// How it was verified.
    pub mark: String,
    /// What a reader has to know.
    pub doubt: Option<String>,
}

/// The lists on which a nationality (Destatis key) stands on the day; empty = none.
pub fn safe_origin(nationality: &str, on: Date) -> Vec<&'static SafeOrigin> {
    let listed = |entry: &&SafeOrigin| {
        entry.state == nationality
            && entry.valid_from.is_none_or(|from| from <= on)
            && entry.valid_to.is_none_or(|to| on <= to)
    };
    Rules::embedded()
        .safe_origins()
        .iter()
        .filter(listed)
        .collect()
}

pub(crate) fn verdict(list: &str, case: &Case<'_>, day: Date) -> Verdict {
    let Some(nationality) = case.facts.nationality.as_deref() else {
        return Verdict::unknown("nationality");
    };
    if matches!(nationality, "998" | "999") {
        return Verdict::unknown("nationality");
    }
    let entries = case.rules.safe_origins().iter();
    let entries = entries.filter(|entry| entry.list == list && entry.state == nationality);
    Verdict::any(entries.map(|entry| on_list(entry, case, day)))
}

fn on_list(entry: &SafeOrigin, case: &Case<'_>, day: Date) -> Verdict {
    let begun = entry.valid_from.map_or_else(
        || Verdict::constant(true),
        |from| Verdict::from_day(from, day),
    );
    let ended = entry.valid_to.map_or_else(
        || Verdict::constant(true),
        |to| Verdict::from_day(crate::days::plus_days(to, 1), day).negated(),
    );
    let Some(spared) = entry.spares_applications_until else {
        return Verdict::all([begun, ended]);
    };
    let covered = match case.facts.asylum_application_on {
        Some(applied) => Verdict::constant(applied > spared),
        None if begun.state == State::Met => Verdict::unknown("asylum_application_on"),
        None => Verdict::constant(true),
    };
    Verdict::all([begun, ended, covered])
}

#[cfg(test)]
mod tests;
