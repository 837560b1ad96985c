//! How alike two names are.

use crate::jaro::jaro_winkler;
use crate::word::{Word, words};

/// From this similarity on, two words are taken for spellings of one name.
pub const ALIKE: f64 = 0.9;

/// Similarity of two names in 0..=1, whatever the order of their words.
///
/// Each word of the shorter name is paired with its best partner; a word without partner in the
/// longer name costs a little, if at least two words agree, and its full share otherwise.
pub fn similarity(a: &str, b: &str) -> f64 {
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let pairs = pair(&a, &b);
    let sum: f64 = pairs.iter().sum();
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    if shorter > 1 {
        (sum / count(shorter) - 0.05 * count(longer - shorter)).max(0.0)
    } else {
        sum / count(longer)
    }
}

/// Whether two names consist of the same words after folding: order, accents and transcription
/// aside, no difference at all.
pub fn same_words(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    a.len() == b.len() && !a.is_empty() && pair(&a, &b).iter().all(|s| *s >= 0.97)
}

/// Similarities of the best pairs, best first, as many as the shorter list has words.
pub(crate) fn pair(a: &[Word], b: &[Word]) -> Vec<f64> {
    let mut all: Vec<(f64, usize, usize)> = a
        .iter()
        .enumerate()
        .flat_map(|(i, x)| b.iter().enumerate().map(move |(j, y)| (alike(x, y), i, j)))
        .collect();
    all.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)).then(x.2.cmp(&y.2)));
    let (mut used_a, mut used_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut pairs = Vec::new();
    for (value, i, j) in all {
        if !used_a[i] && !used_b[j] {
            (used_a[i], used_b[j]) = (true, true);
            pairs.push(value);
        }
    }
    pairs
}

/// Similarity of two words: vowels are weighed where the consonants agree, else Jaro-Winkler,
/// capped below [`ALIKE`].
fn alike(a: &Word, b: &Word) -> f64 {
    let agree = if a.vowels_written && b.vowels_written {
        a.consonants == b.consonants
    } else {
        a.skeletons()
            .any(|one| b.skeletons().any(|other| one == other))
    };
    if !agree || a.consonants.is_empty() {
        let same = a.canonical() == b.canonical();
        return if same {
            1.0
        } else {
            0.87 * jaro_winkler(&a.canonical(), &b.canonical())
        };
    }
    if a.vowels_written != b.vowels_written || a.consonants != b.consonants {
        return if a.consonants.len() > 1 { 0.92 } else { 0.8 };
    }
    let last = a.vowels.len() - 1;
    let cost: f64 = (0..=last)
        .map(|slot| vowel_cost(&a.vowels[slot], &b.vowels[slot], slot == last))
        .sum();
    (1.0 - 0.2 * cost).max(0.0)
}

fn vowel_cost(a: &str, b: &str, at_end: bool) -> f64 {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    match (short, long) {
        _ if short == long => 0.0,
        // Amir and Amira, Ali and Alia are two people.
        ("", "a") | ("i", "ia") | ("e", "ea") | ("u", "ua") if at_end => 1.0,
        ("", "e" | "i") if !at_end => 0.25,
        ("", "a" | "e" | "i" | "u") | ("e", "u") | ("u", "e") | ("a", "ei") => 0.5,
        ("e", "a" | "i" | "ei") | ("a" | "i", "e") | ("i", "ei") => 0.05,
        _ if !short.is_empty() && long.contains(short) => 0.5,
        _ => 1.0,
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of words")]
fn count(words: usize) -> f64 {
    words as f64
}
