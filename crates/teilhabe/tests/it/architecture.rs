//! The walls: who imports whom, who names what, how long files are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

pub(crate) fn root() -> PathBuf {
    let here = std::env::current_dir().unwrap();
    here.ancestors().nth(2).unwrap().to_owned()
}

/// All files below a folder with one of these endings, vendored ones left out.
pub(crate) fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("vendor") && !path.ends_with("node_modules") {
                open.push(path);
            } else if endings
                .iter()
                .any(|end| path.to_string_lossy().ends_with(end))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn table() -> BTreeMap<String, BTreeSet<String>> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let imports = cells[2]
            .split(", ")
            .filter(|name| !name.is_empty())
            .map(ToOwned::to_owned);
        (cells[0].trim_matches('`').to_owned(), imports.collect())
    })
    .collect()
}

fn manifest(name: &str) -> toml::Table {
    let path = root().join("crates").join(name).join("Cargo.toml");
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

#[test]
fn the_table_names_every_crate() {
    let crates: BTreeSet<String> = std::fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(table().into_keys().collect::<BTreeSet<_>>(), crates);
}

#[test]
fn rooms_import_only_what_the_table_allows() {
    let table = table();
    for (name, allowed) in &table {
        let manifest = manifest(name);
        let dependencies = manifest["dependencies"].as_table().unwrap().keys();
        let rooms = dependencies.filter(|dependency| table.contains_key(*dependency));
        for room in rooms {
            assert!(allowed.contains(room), "{name} must not import {room}");
        }
    }
}

#[test]
fn each_instrument_keeps_its_library_to_itself() {
    let owners = [
        ("sqlx", "db"),
        ("typst", "pdf"),
        ("typst-pdf", "pdf"),
        ("aes-gcm-siv", "vault"),
        ("hkdf", "vault"),
        ("hmac", "vault"),
    ];
    for name in table().keys() {
        let manifest = manifest(name);
        for (library, owner) in owners {
            let names = manifest["dependencies"]
                .as_table()
                .unwrap()
                .contains_key(library);
            assert!(!names || name == owner, "{name} must not name {library}");
        }
    }
}

#[test]
fn only_the_web_face_of_an_area_names_axum() {
    for room in ["programme", "casework", "insight", "evaluation"] {
        for path in files(&root().join("crates").join(room).join("src"), &[".rs"]) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let is_web =
                name.starts_with("web") || path.components().any(|c| c.as_os_str() == "web");
            let is_test =
                name.contains("tests") || path.components().any(|c| c.as_os_str() == "tests");
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(
                is_web || is_test || !text.contains("axum::"),
                "{} names axum",
                path.display()
            );
        }
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    for path in files(&root().join("crates"), &[".rs"]) {
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 400, "{} has {lines} lines", path.display());
    }
}

#[test]
fn templates_hold_no_inline_script_or_style() {
    for path in files(&root().join("crates"), &[".html"]) {
        let text = html_alone(&std::fs::read_to_string(&path).unwrap());
        for forbidden in ["<script>", "style=\"", "onclick=", "javascript:"] {
            assert!(
                !text.contains(forbidden),
                "{} holds {forbidden}",
                path.display()
            );
        }
    }
}

/// A template without its tags, whose arguments may be called anything.
fn html_alone(template: &str) -> String {
    let mut html = String::new();
    let mut rest = template;
    while let Some((before, tag)) = rest.split_once('{') {
        html.push_str(before);
        rest = tag.split_once('}').map_or("", |(_, after)| after);
    }
    html + rest
}

#[test]
fn the_system_clock_is_asked_in_one_place() {
    for path in files(&root().join("crates"), &[".rs"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let asks = text.contains("Timestamp::now()") || text.contains("Zoned::now()");
        let allowed = path.ends_with("platform/src/clock.rs") || path.ends_with("architecture.rs");
        assert!(
            !asks || allowed,
            "{} asks the system for the time",
            path.display()
        );
    }
}

/// Going back, browsers fetch the page anew and fill in what was typed before: an old text on a new
/// version would be saved over somebody else's unseen.
#[test]
fn forms_that_carry_a_version_are_not_filled_in_again_by_browsers() {
    let mut wrong = Vec::new();
    for path in files(&root().join("crates"), &[".html"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        for form in text.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap();
            let names = ["\"version\"", "\"versions\"", "\"recorded_at\""];
            let carries = names.iter().any(|n| form.contains(&format!("name={n}")));
            let tag = form.split('>').next().unwrap();
            if carries && !tag.contains("autocomplete=\"off\"") {
                wrong.push(path.display().to_string());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
