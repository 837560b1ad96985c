//! What a German column heading means.

use super::heading_words::{AUTHORITIES, EXACT, LIKELY, OTHER, VAGUE};
use super::mapping::Field;
use super::text::{fold, squeeze, without_brackets};
use super::ticks;

/// How sure a heading is about its field; of two columns for one field the surer one wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// Could mean something else ("Status", "Land").
    Vague,
    /// Contains the telling word.
    Likely,
    /// Is a usual heading.
    Exact,
}

/// The field a heading names, if it names one.
pub(super) fn field(heading: &str) -> Option<(Field, Sureness)> {
    if ticks::sex_of(heading).is_some() {
        return None;
    }
    if names_its_end(heading) {
        return Some((Field::Status, Sureness::Likely));
    }
    let plain = gender_neutral(&without_brackets(heading));
    let whole = gender_neutral(heading);
    let readings = [&plain, &whole];
    let mut readings = readings.into_iter().filter(|text| !text.is_empty());
    let found = readings.find_map(|text| meaning(text))?;
    let may_be_theirs = matches!(found.0, Field::Worker | Field::Number | Field::OpenedOn);
    let is_theirs = may_be_theirs && AUTHORITIES.iter().any(|word| whole.contains(word));
    (!is_theirs).then_some(found)
}

/// "Aufenthaltsstatus / gültig bis": a status and in the same cell the end of its paper.
pub(super) fn names_its_end(heading: &str) -> bool {
    let folded = fold(heading);
    let parts = folded.split_once(['/', ',', '+', '&', '(']);
    let Some((first, second)) = parts.or_else(|| folded.split_once(" und ")) else {
        return false;
    };
    let (first, second) = (squeeze(first), squeeze(second));
    let is_end = second.ends_with("bis") || second.contains("gueltig") || second == "ablauf";
    is_end && meaning(&first).is_some_and(|(field, _)| field == Field::Status)
}

/// Whether a heading is about something else, as "Name der Mutter" or "gültig bis".
pub(super) fn is_other(heading: &str) -> bool {
    let plain = gender_neutral(&without_brackets(heading));
    field(heading).is_none() && is_about_something_else(&plain)
}

fn is_about_something_else(heading: &str) -> bool {
    OTHER.iter().any(|word| heading.contains(word)) || ends_something(heading)
}

fn meaning(heading: &str) -> Option<(Field, Sureness)> {
    let is_one_of = |words: &str| words.split_whitespace().any(|word| word == heading);
    if let Some((field, _)) = EXACT.iter().find(|(_, words)| is_one_of(words)) {
        return Some((*field, Sureness::Exact));
    }
    if let Some((field, _)) = VAGUE.iter().find(|(_, words)| is_one_of(words)) {
        return Some((*field, Sureness::Vague));
    }
    if heading.len() > 60 || is_about_something_else(heading) {
        return None;
    }
    let both = heading.contains("vorname")
        && (heading.replacen("vorname", "", 1).contains("name") || heading.contains("zuname"));
    if both {
        return Some((Field::Name, Sureness::Likely));
    }
    let at_intake = ["beiaufnahme", "beieintritt", "beibeginn", "zubeginn"];
    if begins_care(heading) {
        return Some((Field::OpenedOn, Sureness::Likely));
    }
    let telling = LIKELY
        .iter()
        .find(|(_, parts)| parts.iter().any(|part| heading.contains(part)));
    telling.map(|(field, _)| {
        let vague = at_intake.iter().any(|part| heading.contains(part));
        (
            *field,
            if vague {
                Sureness::Vague
            } else {
                Sureness::Likely
            },
        )
    })
}

/// "Duldung bis" is the end of a paper or of something else.
fn ends_something(heading: &str) -> bool {
    heading.ends_with("bis") || heading.ends_with("ende") || heading.starts_with("ende")
}

/// "Beginn Case Management" is a day, though "Case Management" alone is a person.
fn begins_care(heading: &str) -> bool {
    let cares = ["teilhabemanag", "fallmanag", "casemanag"];
    let first = ["beginn", "start", "eintritt", "aufnahme", "zugang"];
    let last = ["seit", "ab", "managementbeginn", "managementstart"];
    let is_first = first.iter().any(|word| heading.starts_with(word));
    let is_last = last.iter().any(|word| heading.ends_with(word));
    cares.iter().any(|care| heading.contains(care)) && (is_first || is_last)
}

/// Squeezed, with `Klient*in`, `Klient:innen`, `Klient/-in` written as `klientin`…
fn gender_neutral(heading: &str) -> String {
    squeeze(&fold(heading).replace("und/oder", "und"))
}

/// A heading that numbers rows rather than cases, whatever the numbers are.
pub(super) fn is_running_number(heading: &str) -> bool {
    let heading = squeeze(heading);
    heading.starts_with("lfd") || heading.starts_with("laufende") || heading == "lfnr"
}

/// Whether "Name" columns of this heading put the family name first.
pub(super) fn family_name_first(heading: &str) -> bool {
    let heading = squeeze(heading);
    let given = heading.find("vor");
    let family = ["nach", "familien", "zuname", "zuund", "name"]
        .iter()
        .filter_map(|word| heading.find(word));
    match (given, family.min()) {
        (Some(given), Some(family)) => family < given,
        _ => false,
    }
}

/// Whether a heading says in which order it holds family and given name.
pub(super) fn names_both(heading: &str) -> bool {
    squeeze(heading).contains("vor")
}
