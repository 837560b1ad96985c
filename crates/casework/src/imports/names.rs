//! Reads names, alone or together in one column.

use super::text::{is_ditto, is_only_marks, is_placeholder, squeeze};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) family: Option<String>,
    pub(super) given: Option<String>,
}

/// Why a text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotAName;

/// A name as written; nothing for dashes, "unbekannt", "N. N." and the like.
pub(super) fn name(text: &str) -> Result<Option<String>, NotAName> {
    let text = text.trim_matches([',', ';', ' ']);
    if is_only_marks(text) || is_nobody(text) {
        return Ok(None);
    }
    if is_ditto(text) {
        return Err(NotAName);
    }
    if text.chars().any(char::is_alphabetic) && !text.contains('\u{fffd}') {
        Ok(Some(text.to_owned()))
    } else {
        Err(NotAName)
    }
}

/// "Na" and "Ka" are names, "n. a." and "k. A." are not.
fn is_nobody(text: &str) -> bool {
    is_placeholder(text) && (squeeze(text).len() > 2 || text.contains(['.', '/']) || text == "NN")
}

/// Splits a whole name. A comma divides family and given name; without one, `family_first` says
/// which end the family name stands at, a name in capitals is the family name, and else the last
/// word is.
pub(super) fn split(text: &str, family_first: Option<bool>) -> Result<Names, NotAName> {
    let name_alone = without_address(text);
    // Whom one addresses, one names as spoken.
    let family_first = family_first.filter(|_| name_alone == text.trim());
    let text = name_alone;
    if let Some((family, given)) = text.split_once([',', ';']) {
        let (first, second) = (name(family)?, name(given)?);
        return Ok(match (first, second) {
            (Some(only), None) | (None, Some(only)) => words(&only, family_first),
            (family, given) if family_first == Some(false) && !text.contains(',') => Names {
                family: given,
                given: family,
            },
            (family, given) => Names { family, given },
        });
    }
    let parted = text.split_once(" / ").or_else(|| {
        let parted = text.split_once('/');
        parted.filter(|_| family_first.is_some())
    });
    if let Some((first, second)) = parted {
        let (first, second) = (name(first)?, name(second)?);
        let family_first = family_first != Some(false);
        let (family, given) = if family_first {
            (first, second)
        } else {
            (second, first)
        };
        return Ok(Names { family, given });
    }
    // "dto. Ali".
    if text.split_whitespace().any(is_ditto) {
        return Err(NotAName);
    }
    Ok(name(text)?.map_or_else(Names::default, |text| words(&text, family_first)))
}

/// Without "Herr", "Frau Dr." before the name.
pub(super) fn without_address(text: &str) -> &str {
    let mut rest = text.trim();
    while let Some((word, name)) = rest.split_once(char::is_whitespace) {
        let is_address = matches!(
            squeeze(word).as_str(),
            "herr" | "herrn" | "frau" | "hr" | "fr" | "dr" | "prof"
        );
        if !is_address || name.trim().is_empty() {
            break;
        }
        rest = name.trim();
    }
    rest
}

const PARTICLES: [&str; 24] = [
    "al", "el", "ul", "bin", "ben", "ibn", "bint", "abu", "abd", "abdul", "abdel", "von", "van",
    "de", "der", "den", "da", "dos", "du", "la", "le", "zu", "ter", "vom",
];

fn words(text: &str, family_first: Option<bool>) -> Names {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() == 1 {
        return Names {
            family: Some(text.to_owned()),
            given: None,
        };
    }
    let capital = |word: &&str| {
        word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !word.chars().any(char::is_lowercase)
    };
    let capitals = words.iter().filter(|w| capital(w)).count();
    if capitals > 0 && capitals < words.len() {
        let (family, given): (Vec<&str>, Vec<&str>) = words.iter().partition(|w| capital(w));
        return names(&family, &given);
    }
    let particle = |word: &str| PARTICLES.contains(&squeeze(word).as_str());
    if family_first == Some(true) {
        let mut end = 1;
        while end < words.len() - 1 && particle(words[end - 1]) {
            end += 1;
        }
        return names(&words[..end], &words[end..]);
    }
    let mut start = words.len() - 1;
    while start > 1 && particle(words[start - 1]) {
        start -= 1;
    }
    names(&words[start..], &words[..start])
}

fn names(family: &[&str], given: &[&str]) -> Names {
    let joined = |words: &[&str]| (!words.is_empty()).then(|| words.join(" "));
    Names {
        family: joined(family),
        given: joined(given),
    }
}
