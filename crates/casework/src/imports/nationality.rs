//! Reads nationalities by name, ISO code, Destatis key or demonym.

use std::collections::HashMap;
use std::sync::LazyLock;

use platform::ui::Lang;

use super::grid::Value;
use super::text::{fold, squeeze, without_brackets};
use crate::codes::Nationality;

const WORDS: &str = include_str!("../../data/nationality_words.csv");

/// Nationalities of one cell, by Destatis key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Nationalities {
    /// In the order of the cell; never empty.
    pub(super) keys: Vec<&'static str>,
    /// The cell names more than could be read, or was read in spite of a misspelling.
    pub(super) unsure: bool,
}

struct Lexicon {
    words: HashMap<String, &'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

impl Lexicon {
    fn build() -> Self {
        let mut words = HashMap::new();
        for nationality in Nationality::all() {
            let name = nationality.name(Lang::De);
            words.insert(squeeze(name), nationality.key());
            words.insert(squeeze(&without_brackets(name)), nationality.key());
        }
        for line in WORDS.lines().skip(1) {
            let mut columns = line.splitn(4, ',');
            let (Some(key), Some(iso2), Some(iso3), Some(list)) = (
                columns.next(),
                columns.next(),
                columns.next(),
                columns.next(),
            ) else {
                continue;
            };
            for code in [iso2, iso3].into_iter().filter(|code| !code.is_empty()) {
                words.entry(squeeze(code)).or_insert(key);
            }
            for word in list.trim_matches('"').split('|') {
                for form in forms(&squeeze(word)) {
                    words.entry(form).or_insert(key);
                }
            }
        }
        for nationality in Nationality::all() {
            let name = squeeze(nationality.name(Lang::En));
            words.entry(name).or_insert(nationality.key());
        }
        Self { words }
    }
}

/// The word with its feminine, plural and declined forms.
fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    if word.ends_with("sch") || word == "britisch" {
        forms.extend(["e", "er", "es", "en", "em"].map(|end| format!("{word}{end}")));
    } else if let Some(stem) = word.strip_suffix('e') {
        forms.extend(["en", "er", "in", "innen"].map(|end| format!("{stem}{end}")));
    } else if word.len() > 3 {
        forms.extend(["in", "innen", "n", "s"].map(|end| format!("{word}{end}")));
    }
    forms
}

/// `None` if no rule reads the value.
pub(super) fn read(value: &Value) -> Option<Nationalities> {
    match value {
        Value::Number(number) => {
            let key = key(&format!("{number:03.0}"))?;
            (number.fract() == 0.0).then(|| Nationalities {
                keys: vec![key],
                unsure: false,
            })
        }
        Value::Text(text) => several(text),
        _ => None,
    }
}

fn several(text: &str) -> Option<Nationalities> {
    let sure = |key| Nationalities {
        keys: vec![key],
        unsure: false,
    };
    if let Some(key) = exact(text).or_else(|| exact(&without_brackets(text))) {
        return Some(sure(key));
    }
    if let Some(key) = twice(text) {
        return Some(sure(key));
    }
    let parts = parts(text);
    if parts.len() > 1 {
        let read: Vec<_> = parts.iter().map(|part| one(part)).collect();
        let (first, _) = read.first().copied().flatten()?;
        let unsure = read
            .iter()
            .any(|part| part.is_none_or(|(_, unsure)| unsure));
        let mut keys = vec![first];
        for (key, _) in read.into_iter().flatten() {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        return Some(Nationalities { keys, unsure });
    }
    let (key, unsure) = one(&without_brackets(text))?;
    Some(Nationalities {
        keys: vec![key],
        unsure,
    })
}

/// "423 - Afghanistan", "AFG Afghanistan": a code and the name of the same.
fn twice(text: &str) -> Option<&'static str> {
    let (code, name) = text.split_once([' ', '-', ':', '–'])?;
    let name = name.trim_start_matches([' ', '-', ':', '–']);
    exact(code).filter(|key| exact(name) == Some(key))
}

fn parts(text: &str) -> Vec<String> {
    let joined = format!(" {text} ")
        .replace(" und ", "/")
        .replace(" oder ", "/")
        .replace(" u. ", "/");
    let parts = joined.split(['/', ',', ';', '+', '&', '|']).map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn one(text: &str) -> Option<(&'static str, bool)> {
    let sure = exact(text)
        .or_else(|| abbreviated(text))
        .map(|key| (key, false));
    sure.or_else(|| misspelt(&core(text)).map(|key| (key, true)))
}

fn exact(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit()) {
        return key(text);
    }
    let word = core(text);
    // "n/a" is not Namibia.
    if word.len() < 3 && word != "ka" && word != "oa" && text.contains(['/', '.']) {
        return None;
    }
    let known = |word: &str| LEXICON.words.get(word).copied();
    known(&word).or_else(|| {
        let states = STATES.iter();
        let mut bare = states.filter_map(|state| word.strip_prefix(state));
        bare.find_map(known)
    })
}

/// What stands before the name of a state: "Bundesrepublik Nigeria".
const STATES: [&str; 6] = [
    "republik",
    "rep",
    "bundesrepublik",
    "islamischerepublik",
    "volksrepublik",
    "koenigreich",
];

fn key(text: &str) -> Option<&'static str> {
    Nationality::parse(text).map(Nationality::key)
}

/// Without the words that say nothing beside a nationality.
fn core(text: &str) -> String {
    let word = squeeze(text);
    let Some(rest) = [
        "staatsangehoerigkeit",
        "staatsangehoeriger",
        "staatsangehoerige",
        "staatsbuergerschaft",
        "staatsbuergerin",
        "staatsbuerger",
        "nationalitaet",
    ]
    .iter()
    .find_map(|end| word.strip_suffix(end))
    .filter(|rest| {
        rest.len() > 3 && !matches!(*rest, "ohne" | "keine" | "ungeklaerte" | "unklare")
    }) else {
        return word;
    };
    rest.to_owned()
}

/// `afgh.`, `syr.`: the beginning of words of one nationality only.
fn abbreviated(text: &str) -> Option<&'static str> {
    let start = squeeze(text.trim().strip_suffix('.')?);
    if start.len() < 3 {
        return None;
    }
    only(
        LEXICON
            .words
            .iter()
            .filter(|(word, _)| word.starts_with(&start))
            .map(|(_, key)| *key),
    )
}

/// One letter wrong, missing or too many in a long word.
fn misspelt(word: &str) -> Option<&'static str> {
    if word.len() < 6 {
        return None;
    }
    only(
        LEXICON
            .words
            .iter()
            .filter(|(known, _)| one_slip(known, word))
            .map(|(_, key)| *key),
    )
}

fn only(mut keys: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let first = keys.next()?;
    keys.all(|key| key == first).then_some(first)
}

fn one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().min(b.len()) < 6 || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[same..], &b[same..]);
    let swapped = rest_a.len() > 1
        && rest_a.len() == rest_b.len()
        && rest_a[0] == rest_b[1]
        && rest_a[1] == rest_b[0]
        && rest_a[2..] == rest_b[2..];
    swapped
        || rest_a.get(1..) == rest_b.get(1..) && !rest_a.is_empty()
        || rest_a.get(1..) == Some(rest_b)
        || rest_b.get(1..) == Some(rest_a)
}

/// Whether a folded text names a nationality; to tell "deutsch" in a status column.
pub(super) fn is_german(text: &str) -> bool {
    matches!(exact(&fold(text)), Some("000"))
}
