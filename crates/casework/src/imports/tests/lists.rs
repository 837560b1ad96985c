//! Lists as municipalities keep them, each with what a person read in it beside it.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::super::read;
use super::{lines, options};

/// A line without the wording of its reason, and of its warnings the cells alone.
fn told(line: &str) -> Value {
    let mut line: Value = serde_json::from_str(line).unwrap();
    let keys = line.as_object_mut().unwrap();
    keys.remove("reason");
    if let Some(Value::Array(warnings)) = keys.get_mut("warnings") {
        let cell = |warning: &Value| {
            let text = warning.as_str().unwrap();
            text.split(':').next().unwrap().to_owned()
        };
        let mut cells: Vec<String> = warnings.iter().map(cell).collect();
        cells.sort();
        *warnings = cells.into_iter().map(Value::String).collect();
    }
    line
}

/// Files of the same name as a truth, whatever program wrote them.
fn written(truth: &Path) -> Vec<PathBuf> {
    let kinds = ["xlsx", "xls", "ods", "csv"];
    let files = kinds.iter().map(|kind| truth.with_extension(kind));
    files.filter(|file| file.exists()).collect()
}

#[test]
fn lists_are_read_as_a_person_reads_them() {
    let folder = "tests/fixtures/imports/lists";
    let entries = std::fs::read_dir(folder).unwrap();
    let entries = entries.map(|entry| entry.unwrap().path());
    let mut compared = 0;
    for truth in entries.filter(|path| path.extension().is_some_and(|end| end == "jsonl")) {
        let expected = std::fs::read_to_string(&truth).unwrap();
        let expected: Vec<Value> = expected.lines().map(told).collect();
        for file in written(&truth) {
            let list = read(&std::fs::read(&file).unwrap(), &options()).unwrap();
            let found: Vec<Value> = lines(list).iter().map(|line| told(line)).collect();
            assert_eq!(found, expected, "{}", file.display());
            compared += 1;
        }
    }
    assert_eq!(compared, 15, "every list is there with its truth");
}
