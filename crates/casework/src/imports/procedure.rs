//! Whether an asylum procedure that a part of a text names still goes on. The application is a
//! status itself; its end decides nothing.

use super::held::{Part, Word};

/// How words begin that say a procedure has come to an end.
const ENDS: [&str; 23] = [
    "abgelehnt",
    "ablehnung",
    "abgewiesen",
    "abweisung",
    "negativ",
    "positiv",
    "zurueckgenommen",
    "zurueckgezogen",
    "ruecknahme",
    "abgeschlossen",
    "beendet",
    "eingestellt",
    "rechtskraeftig",
    "bestandskraeftig",
    "unanfechtbar",
    "erfolglos",
    "erfolgreich",
    "verloren",
    "gewonnen",
    "abgelaufen",
    "erledigt",
    "unzulaessig",
    "unbegruendet",
];

/// What has not begun.
const HOPED: [&str; 8] = [
    "geplant",
    "plant",
    "beabsichtigt",
    "vorgesehen",
    "ziel",
    "perspektive",
    "moechte",
    "will",
];

/// "nicht gestellt", "nicht mehr im Asylverfahren".
const NOT: [&str; 7] = [
    "gestellt",
    "eingereicht",
    "erhoben",
    "anerkannt",
    "angenommen",
    "mehr",
    "zulaessig",
];

pub(super) fn is_named(part: &Part<'_>) -> bool {
    part.words.iter().any(names)
}

/// A refusal against which one sues is not the end.
pub(super) fn goes_to_court(part: &Part<'_>) -> bool {
    let sues = |word: &Word| word.folded.contains("klage");
    part.words.iter().any(sues) && !is_over(part)
}

/// The part, unless the procedure is over; then a plain title beside it.
pub(super) fn kept<'a>(part: &Part<'a>, goes_to_court: bool) -> Option<&'a str> {
    let goes_on = goes_to_court || !is_over(part);
    if goes_on && !part.has(&HOPED) {
        return Some(part.text);
    }
    let title = part.words.iter().find(|word| word.is_plain_title())?;
    let other = |word: &&Word| names(word) || word.begins_like(&ENDS);
    let other = part.words.iter().find(other)?;
    if title.place < other.place {
        return part.before(other.place);
    }
    Some(part.onwards(title.place))
}

fn names(word: &Word) -> bool {
    let names = ["asyl", "folgeantrag", "folgeverfahren", "klage"];
    let is_title = word.folded.contains("asylberecht");
    !is_title && names.iter().any(|name| word.folded.contains(name))
}

fn is_over(part: &Part<'_>) -> bool {
    let words = &part.words;
    let ends = |word: &Word| word.begins_like(&ENDS);
    if let Some(not) = words.iter().position(|word| word.folded == "nicht") {
        let mut after = words[not + 1..].iter();
        // "noch nicht abgeschlossen".
        return !after.clone().any(ends) && after.any(|w| NOT.contains(&w.folded.as_str()));
    }
    let Some(last) = words.iter().rposition(names) else {
        return false;
    };
    if words[last + 1..].iter().any(ends) {
        return true;
    }
    let before = &words[..last];
    let is_second = words[last].folded.contains("klage") || before.iter().any(names);
    if !is_second {
        return before.iter().any(ends);
    }
    // "Asylantrag abgelehnt Klage läuft", but "abgewiesene Klage".
    let is_declined = |word: &Word| ends(word) && !ENDS.contains(&word.folded.as_str());
    before.last().is_some_and(is_declined)
}
