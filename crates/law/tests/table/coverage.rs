//! Whether the table asks every rule the day before, of and after each act that touches it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;

use crate::{SUBJECTS, read};

/// The days on which the table expects something, by the id it expects it of.
fn asked() -> BTreeMap<String, BTreeSet<Date>> {
    let mut asked: BTreeMap<String, BTreeSet<Date>> = BTreeMap::new();
    for subject in SUBJECTS {
        for day in read(subject).case.iter().flat_map(|case| &case.days) {
            for id in day.expects() {
                asked.entry(id.clone()).or_default().extend(day.dates());
            }
        }
    }
    asked
}

/// The first days of the versions of each rule, by id, as the rule files have them.
fn versions() -> BTreeMap<String, BTreeSet<Date>> {
    let mut versions: BTreeMap<String, BTreeSet<Date>> = BTreeMap::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "toml") {
            continue;
        }
        let text = std::fs::read_to_string(path).unwrap();
        let table: toml::Table = toml::from_str(&text).unwrap();
        let lists = [
            ("rule", "access"),
            ("path", "id"),
            ("condition", "id"),
            ("deadline", "id"),
        ];
        for (list, id) in lists {
            for entry in table
                .get(list)
                .into_iter()
                .flat_map(|list| list.as_array().unwrap())
            {
                let day = |key: &str| {
                    let text = entry.get(key)?.as_str()?;
                    Some(text.parse::<Date>().unwrap())
                };
                let days = versions
                    .entry(entry[id].as_str().unwrap().to_owned())
                    .or_default();
                days.extend(day("valid_from"));
                days.extend(day("valid_to").map(|last| last.tomorrow().unwrap()));
            }
        }
    }
    versions
}

/// What the table does not ask around these days.
fn gaps<'a>(
    id: &str,
    acts: impl IntoIterator<Item = &'a Date>,
    asked: &BTreeSet<Date>,
) -> Vec<String> {
    let around = acts
        .into_iter()
        .flat_map(|day| [day.yesterday().unwrap(), *day, day.tomorrow().unwrap()]);
    let unasked = around.filter(|day| !asked.contains(day));
    unasked.map(|day| format!("{id} on {day}")).collect()
}

#[test]
fn every_rule_is_asked_around_each_of_its_versions() {
    let asked = asked();
    let none = BTreeSet::new();
    let gaps: Vec<String> = versions()
        .iter()
        .flat_map(|(id, days)| gaps(id, days, asked.get(id).unwrap_or(&none)))
        .collect();
    assert!(gaps.is_empty(), "{}", gaps.join("\n"));
}

#[test]
fn every_rule_is_asked_at_all() {
    let asked = asked();
    let never: Vec<_> = versions()
        .into_keys()
        .filter(|id| !asked.contains_key(id))
        .collect();
    assert_eq!(never, Vec::<String>::new());
}

#[test]
fn every_question_and_every_path_is_asked_around_each_act_of_the_calendar() {
    let asked = asked();
    let acts: Vec<Date> = law::calendar().iter().map(|act| act.in_force).collect();
    let subject = |id: &&String| id.starts_with('B') || id.starts_with('C');
    let versions = versions();
    let gaps: Vec<String> = versions
        .keys()
        .filter(subject)
        .flat_map(|id| gaps(id, &acts, asked.get(id).unwrap()))
        .collect();
    assert!(gaps.is_empty(), "{}", gaps.join("\n"));
}
