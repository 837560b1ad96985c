//! A parsed rule file that still knows its lines.

use std::ops::Range;
use std::path::Path;

use super::Problem;
use super::raw::File;

pub(super) struct Source<'f> {
    pub(super) name: &'f str,
    pub(super) text: &'f str,
    pub(super) file: File,
}

impl Source<'_> {
    pub(super) fn problem(&self, at: &Range<usize>, message: impl Into<String>) -> Problem {
        Problem::new(self.name, line(self.text, at), message)
    }
}

/// The line, from 1, of a place in the text.
pub(super) fn line(text: &str, at: &Range<usize>) -> usize {
    let before = text.as_bytes().iter().take(at.start);
    before.filter(|byte| **byte == b'\n').count() + 1
}

/// The rule files of a folder, or the one that is named, with their text.
pub(super) fn folder(dir: &Path) -> Result<Vec<(String, String)>, Vec<Problem>> {
    let refused =
        |name: &str, error: &dyn std::fmt::Display| vec![Problem::new(name, 1, error.to_string())];
    let mut paths = vec![dir.to_owned()];
    if !dir.is_file() {
        let entries = std::fs::read_dir(dir).map_err(|error| refused("", &error))?;
        let entries: Result<_, _> = entries.map(|entry| entry.map(|e| e.path())).collect();
        paths = entries.map_err(|error| refused("", &error))?;
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
        paths.sort();
    }
    if paths.is_empty() {
        return Err(refused("", &"no file with rules (*.toml)"));
    }
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = std::fs::read_to_string(&path).map_err(|error| refused(&name, &error))?;
        files.push((name.into_owned(), text));
    }
    Ok(files)
}
