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

/// What the trail may hold: the acts that change something, those that the code records, and the
/// names of things and facts beside them.
#[test]
fn the_trail_has_words_for_all_it_records() {
    let said = words();
    let mut missing = BTreeSet::new();
    let mut need = |key: String| {
        let spoken = key.replace('.', "-");
        if !said.contains(spoken.as_str()) {
            missing.insert(spoken);
        }
    };
    for row in house::routes().table() {
        if let (true, Some(act)) = (row.method != "GET", row.act) {
            need(format!("act-{}", act.name));
        }
    }
    for source in sources() {
        for (subject, act) in recorded(&source) {
            need(format!("subject-{subject}"));
            if let Some(act) = act {
                need(format!("act-{act}"));
            }
        }
        for fact in facts(&source) {
            need(format!("detail-{fact}"));
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

fn words() -> BTreeSet<&'static str> {
    let rooms = house::ROOMS.iter();
    rooms.flat_map(|room| keys(room.texts.de)).collect()
}

/// The code of the rooms that write into the trail, without their tests.
fn sources() -> Vec<String> {
    let all = files(&root().join("crates"), &[".rs"]).into_iter();
    let own = all.filter(|path| {
        let path = path.to_string_lossy();
        path.contains("/src/") && !path.contains("test")
    });
    own.map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

/// The subject of each `Entry::new(ACT, "subject"`, and the act if it is declared in the same file.
fn recorded(source: &str) -> Vec<(String, Option<String>)> {
    let entry = |rest: &str| {
        let (act, rest) = rest.split_once(',')?;
        let subject = rest.trim_start().strip_prefix('"')?.split('"').next()?;
        let declared = source.split(&format!("const {}: Act", act.trim())).nth(1);
        let name = declared.and_then(|after| after.split('"').nth(1));
        Some((subject.to_owned(), name.map(str::to_owned)))
    };
    let rest = source.split("Entry::new(").skip(1);
    rest.filter_map(entry).collect()
}

/// The names in the facts of an entry: `.with(json!({"name": …}))`, also by way of a variable.
fn facts(source: &str) -> Vec<&str> {
    let begins = [
        ".with(json!({",
        "facts = json!({",
        "fn facts(post: &Post) -> Value {\n    json!({",
    ];
    let bodies = begins.iter().flat_map(|begin| source.split(begin).skip(1));
    let names = bodies.flat_map(|rest| {
        let body = rest.split("})").next().unwrap_or_default();
        let parts: Vec<_> = body.split('"').collect();
        let named = parts.windows(2).filter(|pair| pair[1].starts_with(':'));
        named.map(|pair| pair[0]).collect::<Vec<_>>()
    });
    names.collect()
}
