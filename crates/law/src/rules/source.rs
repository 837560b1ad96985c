//! A parsed rule file that still knows its lines.

use std::ops::Range;

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
