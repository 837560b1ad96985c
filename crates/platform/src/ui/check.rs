//! For the tests of all rooms: texts that are asked for and do not exist.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use super::{RoomTexts, TEXTS, Texts};

/// How sources and templates ask for a text.
const CALLS: [&str; 4] = [".t(\"", ".ta(\"", ".tn(\"", "said(\""];

/// The keys that `.rs` and `.html` files below `dir` ask for and no given room has. Keys that
/// reach a macro as an argument are seen only by rendering; test modules are left out.
pub fn missing_keys(dir: &Path, rooms: &[RoomTexts]) -> io::Result<BTreeSet<String>> {
    let mut all = vec![TEXTS];
    all.extend(rooms.iter().filter(|room| room.room != TEXTS.room));
    let texts = Texts::new(&all).map_err(io::Error::other)?;
    let mut missing = BTreeSet::new();
    for source in sources(dir)? {
        missing.extend(
            asked_for(&source)
                .filter(|key| !texts.has(key))
                .map(str::to_owned),
        );
    }
    Ok(missing)
}

fn sources(dir: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if path.is_dir() {
            found.extend(sources(&path)?);
        } else if matches!(ending, Some("rs" | "html")) && !path.ends_with("tests.rs") {
            found.push(fs::read_to_string(&path)?);
        }
    }
    Ok(found)
}

fn asked_for(source: &str) -> impl Iterator<Item = &str> {
    let after = |call| source.split(call).skip(1);
    CALLS
        .into_iter()
        .flat_map(after)
        .filter_map(|rest| rest.split('"').next())
}
