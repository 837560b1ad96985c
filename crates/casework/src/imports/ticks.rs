//! Columns "m" and "w" side by side, where a cross in one of them tells the sex.

use std::collections::BTreeMap;

use super::Sex;
use super::grid::Value;
use super::header::{Found, Header};
use super::headings::Sureness;
use super::mapping::Field;
use super::reader::is_blank;
use super::sex;
use super::text::squeeze;

/// The sex that a heading names: "Geschlecht m", "weiblich".
pub(super) fn sex_of(heading: &str) -> Option<Sex> {
    let heading = squeeze(heading);
    let named = ["geschlecht", "geschl"].iter();
    let mut bare = named.filter_map(|word| heading.strip_prefix(word));
    match bare.next().unwrap_or(&heading) {
        "m" | "maennl" | "maennlich" => Some(Sex::Male),
        "w" | "weibl" | "weiblich" => Some(Sex::Female),
        "d" | "divers" => Some(Sex::Diverse),
        _ => None,
    }
}

/// Whether the lower half of a header parts the sexes, under whatever group.
pub(super) fn parts_sexes(lower: &BTreeMap<u32, String>) -> bool {
    let sexes = lower.values().filter(|text| sex_of(text).is_some());
    sexes.count() > 1
}

/// Takes columns for men and women beside each other, where no column holds the sex itself.
pub(super) fn settle(found: &mut [Found]) {
    let mut meanings = found.iter().filter_map(|one| one.meaning);
    if meanings.any(|(field, _)| field == Field::Sex) {
        return;
    }
    let sex = |one: &Found| match one.meaning {
        Some((Field::Ticked(sex), _)) => Some(sex),
        None if !one.column.is_said => sex_of(&one.column.heading),
        Some(_) | None => None,
    };
    let sexes: Vec<Option<Sex>> = found.iter().map(sex).collect();
    if !sexes.contains(&Some(Sex::Male)) || !sexes.contains(&Some(Sex::Female)) {
        return;
    }
    for place in 1..found.len() {
        let (left, right) = (sexes[place - 1], sexes[place]);
        let are_beside = found[place - 1].column.column + 1 == found[place].column.column;
        if let (Some(left), Some(right), true) = (left, right, are_beside && left != right) {
            for (place, sex) in [(place - 1, left), (place, right)] {
                let meaning = (Field::Ticked(sex), Some(Sureness::Exact));
                found[place].meaning.get_or_insert(meaning);
            }
        }
    }
}

/// Columns of crosses, in the order of the file.
pub(super) fn columns(header: &Header) -> impl Iterator<Item = (Field, Sex)> {
    header.columns.iter().filter_map(|column| {
        let field = column.field?;
        let Field::Ticked(sex) = field else {
            return None;
        };
        Some((field, sex))
    })
}

/// Whether a cell under the heading of a sex has a cross; `None` if no rule reads it.
pub(super) fn is_ticked(value: &Value, sex: Sex) -> Option<bool> {
    if is_blank(value) {
        return Some(false);
    }
    let shown = value.shown();
    match squeeze(&shown).as_str() {
        "x" | "xx" | "1" | "ja" | "j" | "yes" | "y" | "wahr" | "true" => return Some(true),
        "0" | "nein" | "n" | "no" | "falsch" | "false" => return Some(false),
        _ => {}
    }
    match shown.as_str() {
        "✓" | "✔" | "☑" | "✅" | "✗" | "✘" | "☒" | "×" | "✕" | "✖" => Some(true),
        "☐" | "□" => Some(false),
        // "m" under "m".
        text => (sex::read(text) == Some(sex)).then_some(true),
    }
}
