//! Reads the sex of a person.

use super::Sex;
use super::text::{squeeze, without_brackets};

/// `None` if no rule reads the text.
pub(super) fn read(text: &str) -> Option<Sex> {
    let bare = without_brackets(text);
    let word = squeeze(if bare.is_empty() { text } else { &bare });
    Some(match word.as_str() {
        "m" | "mann" | "male" | "herr" | "hr" | "junge" | "masculin" | "maskulin" | "man"
        | "maenlich" => Sex::Male,
        "w" | "f" | "frau" | "female" | "fr" | "fem" | "feminin" | "maedchen" | "woman" => {
            Sex::Female
        }
        "d" | "x" | "div" | "inter" | "nonbinaer" | "nichtbinaer" | "nonbinary" | "drittes" => {
            Sex::Diverse
        }
        "" => return sign(text),
        _ if "maennlich".starts_with(&word) && word.len() > 1
            || is_inflected(&word, "maennlich") =>
        {
            Sex::Male
        }
        _ if "maennl" == word || "mnl" == word => Sex::Male,
        _ if "weiblich".starts_with(&word) && word.len() > 1 || is_inflected(&word, "weiblich") => {
            Sex::Female
        }
        _ if "divers".starts_with(&word) && word.len() > 1 || is_inflected(&word, "divers") => {
            Sex::Diverse
        }
        _ => return None,
    })
}

fn sign(text: &str) -> Option<Sex> {
    match text.trim_matches(['(', ')', '[', ']', ' ']) {
        "♂" => Some(Sex::Male),
        "♀" => Some(Sex::Female),
        "⚧" => Some(Sex::Diverse),
        _ => None,
    }
}

fn is_inflected(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem)
        .is_some_and(|end| matches!(end, "e" | "er" | "es" | "en"))
}
