//! What a text says of the title that a person holds, apart from titles applied for, refused, lost
//! or in prospect, from earlier and other people's ones, and from what the holder may do.

use super::denied;
use super::procedure;
use super::text::fold;

/// A text without what it says of other titles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) text: String,
    /// Something was left out.
    pub(super) is_partial: bool,
    /// "keine Duldung", "ohne Papiere".
    pub(super) lacks_paper: bool,
}

/// A piece of a text between commas, brackets and words that turn to another title.
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word>,
}

pub(super) struct Word {
    /// Where in the part it begins.
    pub(super) place: usize,
    pub(super) folded: String,
}

/// Whose title it is, if these words begin a part.
const OTHERS: [&str; 14] = [
    "ehefrau",
    "ehemann",
    "ehepartner",
    "ehegatte",
    "partner",
    "partnerin",
    "kind",
    "kinder",
    "mutter",
    "vater",
    "eltern",
    "bruder",
    "schwester",
    "geschwister",
];

/// The title beside these words is over.
const EARLIER: [&str; 15] = [
    "frueher",
    "fruehere",
    "frueherer",
    "vorher",
    "vorherige",
    "zuvor",
    "davor",
    "vormals",
    "ehemals",
    "ehemalige",
    "ehem",
    "einst",
    "ex",
    "war",
    "hatte",
];

/// The title behind these words has taken the place of those before.
const NOW: [&str; 12] = [
    "jetzt",
    "nun",
    "nunmehr",
    "aktuell",
    "aktuelle",
    "derzeit",
    "momentan",
    "inzwischen",
    "mittlerweile",
    "seitdem",
    "heute",
    "gegenwaertig",
];

const OPPOSING: [&str; 2] = ["sondern", "aber"];

pub(super) fn held(text: &str) -> Held {
    let parts = parts(text);
    let goes_to_court = parts.iter().any(procedure::goes_to_court);
    let mut kept: Vec<Option<&str>> = parts.iter().map(|part| part.kept(goes_to_court)).collect();
    let both = parts.iter().zip(&kept);
    let mut both = both.map(|(part, kept)| part.is_now() && kept.is_some());
    if let Some(now) = both.rposition(|is_now| is_now) {
        kept[..now].fill(None);
    }
    let both = parts.iter().zip(kept.iter().copied());
    let is_partial = both.into_iter().any(|(part, kept)| kept != Some(part.text));
    let text = if is_partial {
        kept.into_iter().flatten().collect::<Vec<_>>().join(", ")
    } else {
        text.to_owned()
    };
    Held {
        text,
        is_partial,
        lacks_paper: parts.iter().any(denied::lacks_paper),
    }
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let pieces = text.split([',', ';', '(', ')', '[', ']', '/', '|', '–', '\n']);
    pieces
        .flat_map(turns)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(Part::new)
        .collect()
}

/// "Gestattung jetzt Duldung" says two things.
fn turns(piece: &str) -> Vec<&str> {
    let whole = Part::new(piece);
    let mut pieces = Vec::new();
    let mut start = 0;
    for pair in whole.words.windows(2) {
        let word = pair[0].folded.as_str();
        let is_of_time = NOW.contains(&word) || EARLIER.contains(&word);
        let turns = OPPOSING.contains(&word) || is_of_time && whole.is_title(&pair[1]);
        if turns && pair[0].place > start {
            pieces.push(&piece[start..pair[0].place]);
            start = pair[0].place;
        }
    }
    pieces.push(&piece[start..]);
    pieces
}

impl<'a> Part<'a> {
    fn new(text: &'a str) -> Self {
        let mut words = Vec::new();
        let mut rest = text;
        while let Some(skipped) = rest.find(char::is_alphanumeric) {
            rest = &rest[skipped..];
            let end = rest
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(rest.len());
            words.push(Word {
                place: text.len() - rest.len(),
                folded: fold(&rest[..end]),
            });
            rest = &rest[end..];
        }
        Self { text, words }
    }

    /// What is about a title that is held.
    fn kept(&self, goes_to_court: bool) -> Option<&'a str> {
        let first = self.words.first()?.folded.as_str();
        if OTHERS.contains(&first) || self.is_earlier() || self.is_of_fatherhood() {
            return None;
        }
        if denied::negates(self) {
            return denied::beside_negation(self);
        }
        if procedure::is_named(self) {
            return procedure::kept(self, goes_to_court);
        }
        denied::beside_denial(self)
    }

    fn is_earlier(&self) -> bool {
        let ends = [self.words.first(), self.words.last()];
        let mut ends = ends.into_iter().flatten();
        ends.any(|word| EARLIER.contains(&word.folded.as_str()))
    }

    /// § 60a Abs. 2 S. 4 is for the time before: a father acknowledged is a fact, not a title.
    fn is_of_fatherhood(&self) -> bool {
        let is_father = |word: &Word| word.folded.starts_with("vaterschaft");
        self.words.iter().any(is_father)
            && self.has(&["anerkannt"])
            && !self.words.iter().any(|word| self.is_title(word))
    }

    fn is_now(&self) -> bool {
        let [first, second, ..] = self.words.as_slice() else {
            return false;
        };
        NOW.contains(&first.folded.as_str()) && self.is_title(second)
    }

    /// "Duldung", "AE", "25a".
    fn is_title(&self, word: &Word) -> bool {
        let text = word.folded.as_str();
        let is_number = text.starts_with(|c: char| c.is_ascii_digit());
        let is_paragraph = text.ends_with(char::is_alphabetic) || self.text.contains('§');
        text == "ae"
            || text == "geduldet"
            || text == "gestattet"
            || ["duldung", "gestattung", "aufenthalt"]
                .iter()
                .any(|title| text.contains(title))
            || is_number && is_paragraph
    }

    pub(super) fn has(&self, list: &[&str]) -> bool {
        self.words
            .iter()
            .any(|word| list.contains(&word.folded.as_str()))
    }

    pub(super) fn before(&self, place: usize) -> Option<&'a str> {
        let before = self.text[..place].trim();
        (!before.is_empty()).then_some(before)
    }

    pub(super) fn onwards(&self, place: usize) -> &'a str {
        &self.text[place..]
    }
}

impl Word {
    /// "Duldung" and "Gestattung" without more.
    pub(super) fn is_plain_title(&self) -> bool {
        ["duld", "geduld", "gestatt", "aufenthaltsgestatt"]
            .iter()
            .any(|title| self.folded.starts_with(title))
    }

    pub(super) fn is_number(&self) -> bool {
        self.folded.starts_with(|c: char| c.is_ascii_digit())
    }

    pub(super) fn begins_like(&self, stems: &[&str]) -> bool {
        stems.iter().any(|stem| self.folded.starts_with(stem))
    }
}
