//! What the program is made of may be used under its own licence.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::architecture::root;

/// Licences that go together with the EUPL-1.2.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Libraries of which two would mean two copies of the same C code or two keepers of one secret.
const ONCE: &[&str] = &["libsqlite3-sys", "sqlx", "aes-gcm-siv", "argon2"];

fn packages() -> Vec<serde_json::Value> {
    let platform = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--offline",
            "--filter-platform",
            &platform,
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    told["packages"].as_array().unwrap().clone()
}

/// An expression of SPDX without nested brackets, or the old form with a stroke for "or".
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let mut allowed = String::new();
    let mut rest = expression.as_str();
    while let Some((before, after)) = rest.split_once('(') {
        let (inside, after) = after.split_once(')').unwrap();
        allowed.push_str(before);
        allowed.push_str(if any(inside) { "MIT" } else { "none" });
        rest = after;
    }
    any(&(allowed + rest))
}

fn any(expression: &str) -> bool {
    expression.split(" OR ").any(|part| {
        let mut all = part.split(" AND ");
        all.all(|one| ALLOWED.contains(&one.trim()))
    })
}

#[test]
fn every_library_may_be_used() {
    let packages = packages();
    assert!(packages.len() > 200, "{}", packages.len());
    let mut refused = BTreeSet::new();
    for package in &packages {
        let licence = package["license"].as_str().unwrap_or("none");
        if !is_allowed(licence) {
            refused.insert(format!("{}: {licence}", package["name"]));
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
}

#[test]
fn expressions_are_read_as_they_are_meant() {
    for yes in [
        "MIT",
        "MIT OR GPL-3.0",
        "MIT/Apache-2.0",
        "(MIT OR GPL-2.0) AND Zlib",
    ] {
        assert!(is_allowed(yes), "{yes}");
    }
    for no in [
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "none",
        "",
        "(GPL-2.0 OR AGPL-3.0) AND MIT",
    ] {
        assert!(!is_allowed(no), "{no}");
    }
}

#[test]
fn what_must_be_there_once_is_there_once() {
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let packages = packages();
    for package in &packages {
        let (name, version) = (&package["name"], &package["version"]);
        let known = versions.entry(name.as_str().unwrap()).or_default();
        known.insert(version.as_str().unwrap());
    }
    for name in ONCE {
        assert_eq!(versions.get(name).map(BTreeSet::len), Some(1), "{name}");
    }
}
