//! Tokens for a blind index over names, and what to ask it.

use crate::word::{Word, compounds, served, words};

const SHORTEST_PREFIX: usize = 2;
const LONGEST_PREFIX: usize = 8;

/// The tokens of a name for a blind index, sorted, each once. Per word:
///
/// - `p:` and the first 2 to 8 letters of its canonical form, for search as one types;
/// - `w:` and the whole canonical form;
/// - `k:` and its consonants, if it has at least two: the phonetic token, which finds a word in
///   another spelling or script, and some other names with it (rank the finds by
///   [`crate::similarity`]); several where a script leaves the sound open.
///
/// All of them also of what follows the servant in `Abd al-X`; the last two also of each word with
/// the next one written as one.
pub fn search_tokens(name: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for word in words(name).into_iter().chain(served(name)) {
        for written in spellings(&word) {
            let letters = written.chars().count();
            for length in SHORTEST_PREFIX..=letters.min(LONGEST_PREFIX) {
                let beginning: String = written.chars().take(length).collect();
                tokens.push(format!("p:{beginning}"));
            }
        }
        tokens.extend(whole(&word));
    }
    tokens.extend(compounds(name).iter().flat_map(whole));
    tokens.sort();
    tokens.dedup();
    tokens
}

/// One word of a search: a name fits if its tokens hold any of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
    /// Tokens as [`search_tokens`] makes them.
    pub any_of: Vec<String>,
}

/// What to ask the index for a typed search: a name fits if it fits every word, in any order.
/// A word may be its beginning, from two letters on.
pub fn query_words(query: &str) -> Vec<QueryWord> {
    let ask = |word: &Word| {
        let canonical = canonical(word);
        let start: String = canonical.chars().take(LONGEST_PREFIX).collect();
        let kind = if start.chars().count() < SHORTEST_PREFIX {
            "w"
        } else {
            "p"
        };
        let mut any_of = vec![format!("{kind}:{start}")];
        any_of.extend(phonetic(word));
        let others = word.spellings.iter();
        any_of.extend(others.map(|other| format!("w:{}", forgiving(other))));
        QueryWord { any_of }
    };
    let mut asked: Vec<QueryWord> = words(query).iter().map(ask).collect();
    for (place, compound) in compounds(query).iter().enumerate() {
        for word in &mut asked[place..place + 2] {
            word.any_of.extend(whole(compound));
        }
    }
    asked
}

/// The tokens of a word that is not a beginning.
fn whole(word: &Word) -> impl Iterator<Item = String> {
    let written = spellings(word).map(|written| format!("w:{written}"));
    phonetic(word).chain(written)
}

/// The word as it is written here, then as it may be elsewhere.
fn spellings(word: &Word) -> impl Iterator<Item = String> {
    let others = word.spellings.iter().map(|other| forgiving(other));
    std::iter::once(canonical(word)).chain(others)
}

fn canonical(word: &Word) -> String {
    forgiving(&word.canonical())
}

/// `e` stands with `i` here, so that an index lookup forgives it.
fn forgiving(canonical: &str) -> String {
    let mut text = canonical.replace('e', "i");
    while text.contains("ii") {
        text = text.replace("ii", "i");
    }
    text
}

fn phonetic(word: &Word) -> impl Iterator<Item = String> {
    let told = word.skeletons().filter(|name| name.chars().count() > 1);
    told.map(|name| format!("k:{name}"))
}
