//! Whether two records speak of one person.

use crate::similarity::{ALIKE, pair};
use crate::word::{Word, words};

/// What is known of a person for a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonKey {
    words: Vec<Word>,
    /// Year, month, day.
    born: Option<(i16, i8, i8)>,
    birth_year: Option<i16>,
}

/// The outcome of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Names and a full birth date agree.
    Same,
    /// Nothing speaks against it, but it takes a person or further facts to decide.
    Maybe,
    /// Names or birth contradict each other.
    Different,
}

impl PersonKey {
    /// A key from all names of a person, in any order and script.
    pub fn new(names: &str) -> Self {
        Self {
            words: words(names),
            born: None,
            birth_year: None,
        }
    }

    /// With the full birth date. The first of January counts as a bare year: authorities enter it
    /// where the day is not known.
    #[must_use]
    pub fn born_on(mut self, year: i16, month: i8, day: i8) -> Self {
        self.birth_year = Some(year);
        self.born = ((month, day) != (1, 1)).then_some((year, month, day));
        self
    }

    /// With the birth year alone.
    #[must_use]
    pub fn born_in(mut self, year: i16) -> Self {
        self.birth_year = Some(year);
        self
    }

    /// The folded words of the names, sorted: equal for two keys whose names differ only in
    /// order and in spellings that fold together.
    pub fn sorted_words(&self) -> Vec<String> {
        let mut sorted: Vec<String> = self.words.iter().map(Word::canonical).collect();
        sorted.sort();
        sorted
    }

    /// The consonants of the names, sorted: equal for two keys whose names differ only in order
    /// and vowels.
    pub fn sorted_skeletons(&self) -> Vec<String> {
        let skeleton = |word: &Word| {
            if word.skeleton().is_empty() {
                word.canonical()
            } else {
                word.skeleton().to_owned()
            }
        };
        let mut sorted: Vec<String> = self.words.iter().map(skeleton).collect();
        sorted.sort();
        sorted
    }

    /// Year, month and day, unless the birthday is unknown or the first of January.
    pub fn full_birth_date(&self) -> Option<(i16, i8, i8)> {
        self.born
    }

    /// Whether at least one word of the names of both is a spelling of one name.
    pub fn shares_a_name(&self, other: &Self) -> bool {
        pair(&self.words, &other.words)
            .first()
            .is_some_and(|best| *best >= ALIKE)
    }
}

enum Birth {
    Equal,
    Open,
    Swapped,
    Apart,
}

/// Compares two records. [`Verdict::Same`] needs a full birth date in both; the first of January
/// is none. Day and month swapped is `Maybe`.
pub fn same_person(a: &PersonKey, b: &PersonKey) -> Verdict {
    let birth = birth(a, b);
    if let Birth::Apart = birth {
        return Verdict::Different;
    }
    let pairs = pair(&a.words, &b.words);
    let agreeing = pairs.iter().filter(|s| **s >= ALIKE).count();
    let unpaired = a.words.len().abs_diff(b.words.len());
    let all_agree = agreeing == pairs.len() && agreeing > 0;
    let names_agree = all_agree && (unpaired == 0 || agreeing > 1 && unpaired <= 2);
    let names_close = all_agree || pairs.iter().all(|s| *s >= 0.75) && !pairs.is_empty();
    match birth {
        Birth::Equal if names_agree => Verdict::Same,
        Birth::Equal | Birth::Open if names_close => Verdict::Maybe,
        Birth::Swapped if names_agree => Verdict::Maybe,
        Birth::Apart | Birth::Equal | Birth::Open | Birth::Swapped => Verdict::Different,
    }
}

fn birth(a: &PersonKey, b: &PersonKey) -> Birth {
    match (a.born, b.born) {
        (Some(x), Some(y)) if x == y => Birth::Equal,
        (Some((year, month, day)), Some(y)) if (year, day, month) == y => Birth::Swapped,
        (Some(_), Some(_)) => Birth::Apart,
        _ => match (a.birth_year, b.birth_year) {
            (Some(x), Some(y)) if x != y => Birth::Apart,
            _ => Birth::Open,
        },
    }
}
