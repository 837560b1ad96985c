//! Reads the sex of a person.

use serde::Serialize;

use super::text::{squeeze, without_brackets};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    M,
    F,
    X,
}

/// `None` if no rule reads the text.
pub(super) fn read(text: &str) -> Option<Sex> {
    let bare = without_brackets(text);
    let word = squeeze(if bare.is_empty() { text } else { &bare });
    Some(match word.as_str() {
        "m" | "mann" | "male" | "herr" | "hr" | "junge" | "masculin" | "maskulin" | "man"
        | "maenlich" => Sex::M,
        "w" | "f" | "frau" | "female" | "fr" | "fem" | "feminin" | "maedchen" | "woman" => Sex::F,
        "d" | "x" | "div" | "inter" | "nonbinaer" | "nichtbinaer" | "nonbinary" | "drittes" => {
            Sex::X
        }
        _ if text == "♂" => Sex::M,
        _ if text == "♀" => Sex::F,
        _ if text == "⚧" => Sex::X,
        _ if "maennlich".starts_with(&word) && word.len() > 1
            || is_inflected(&word, "maennlich") =>
        {
            Sex::M
        }
        _ if "maennl" == word || "mnl" == word => Sex::M,
        _ if "weiblich".starts_with(&word) && word.len() > 1 || is_inflected(&word, "weiblich") => {
            Sex::F
        }
        _ if "divers".starts_with(&word) && word.len() > 1 || is_inflected(&word, "divers") => {
            Sex::X
        }
        _ => return None,
    })
}

fn is_inflected(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem)
        .is_some_and(|end| matches!(end, "e" | "er" | "es" | "en"))
}
