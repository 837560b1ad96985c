//! What a text says of the title that a person holds, apart from titles applied for, refused or in
//! prospect, from other people's, and from what the holder may do.

use super::text::fold;

/// A text without what it says of other titles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) text: String,
    /// Something was left out.
    pub(super) is_partial: bool,
}

/// What only surrounds a title: it stands left of these words.
const CLOSING: [&str; 3] = ["verlaengerung", "beschaeftigung", "erwerbstaetigkeit"];

/// Words that deny what they stand beside.
const DENYING: [&str; 22] = [
    "antrag",
    "antragstellung",
    "beantragt",
    "beantragte",
    "abgelehnt",
    "versagt",
    "geplant",
    "plant",
    "pruefung",
    "geprueft",
    "prueft",
    "pruefen",
    "droht",
    "moeglich",
    "angestrebt",
    "vorgesehen",
    "voraussichtlich",
    "widerrufen",
    "erloschen",
    "entzogen",
    "nicht",
    "perspektivisch",
];

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

pub(super) fn held(text: &str) -> Held {
    let parts: Vec<&str> = text
        .split([',', ';', '(', ')', '[', ']', '/', '|', '–', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let kept: Vec<&str> = parts.iter().filter_map(|part| kept(part)).collect();
    if kept == parts {
        return Held {
            text: text.to_owned(),
            is_partial: false,
        };
    }
    Held {
        text: kept.join(", "),
        is_partial: true,
    }
}

/// What of a part is about a title that is held.
fn kept(part: &str) -> Option<&str> {
    let words = words(part);
    let is = |list: &[&str], word: &str| list.contains(&word);
    // An asylum application is a status itself, and its refusal decides nothing.
    let asylum = ["asyl", "folgeantrag", "klage"];
    if words
        .iter()
        .any(|(_, word)| asylum.iter().any(|a| word.contains(a)))
    {
        return Some(part);
    }
    let first = words.first().map(|(_, word)| word.as_str())?;
    if is(&OTHERS, first) {
        return None;
    }
    if let Some((place, _)) = words.iter().find(|(_, word)| is(&CLOSING, word)) {
        return before(part, *place);
    }
    if !words.iter().any(|(_, word)| is(&DENYING, word)) {
        return Some(part);
    }
    // "geduldet Antrag auf § 25a", "Duldung 25b beantragt": what is denied begins with the
    // application or its paragraph; a plain title before it is another one.
    let begins = |(_, word): &&(usize, String)| {
        word == "antrag" || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let place = words.iter().find(begins).map(|(place, _)| *place)?;
    let place = part.find('§').map_or(place, |sign| sign.min(place));
    let plain = ["duld", "geduld", "gestatt", "aufenthaltsgestatt"];
    let is_plain = |word: &str| plain.iter().any(|title| word.starts_with(title));
    let mut earlier = words.iter().take_while(|(begin, _)| *begin < place);
    earlier.any(|(_, word)| is_plain(word)).then_some(())?;
    before(part, place)
}

fn before(part: &str, place: usize) -> Option<&str> {
    let before = part[..place].trim();
    (!before.is_empty()).then_some(before)
}

/// Folded words with where they begin.
fn words(part: &str) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    let mut rest = part;
    while let Some(skipped) = rest.find(char::is_alphanumeric) {
        rest = &rest[skipped..];
        let end = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        words.push((part.len() - rest.len(), fold(&rest[..end])));
        rest = &rest[end..];
    }
    words
}
