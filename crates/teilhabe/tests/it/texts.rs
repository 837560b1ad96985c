//! Every text that is asked for exists, in both languages.

use std::collections::BTreeSet;

use teilhabe::house;

use crate::architecture::{files, root};

fn keys(ftl: &str) -> BTreeSet<&str> {
    ftl.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.trim()))
        .collect()
}

#[test]
fn both_languages_say_the_same_things() {
    for room in house::ROOMS {
        let (de, en) = (keys(room.texts.de), keys(room.texts.en));
        let differing: Vec<_> = de.symmetric_difference(&en).collect();
        assert!(differing.is_empty(), "{}: {differing:?}", room.texts.room);
    }
    house::texts().unwrap();
}

#[test]
fn templates_ask_only_for_texts_that_exist() {
    let known: BTreeSet<&str> = house::ROOMS
        .iter()
        .flat_map(|room| keys(room.texts.de))
        .collect();
    let mut missing = Vec::new();
    for path in files(&root().join("crates"), &[".html"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        for call in ["ui.t(\"", "ui.ta(\"", "ui.tn(\""] {
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                if !known.contains(key) {
                    missing.push(format!("{}: {key}", path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
