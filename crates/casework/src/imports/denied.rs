//! What is left of a part of a text beside words that deny a title: applied for, refused, lost,
//! hoped for, not there.

use super::date_words::month_name;
use super::held::{Part, Word};

/// What only surrounds a title: it stands left of these words.
const CLOSING: [&str; 5] = [
    "verlaengerung",
    "verlaengerungsantrag",
    "beschaeftigung",
    "erwerbstaetigkeit",
    "haertefallkommission",
];

/// Words that deny what they stand beside.
const DENYING: [&str; 17] = [
    "antrag",
    "antragstellung",
    "beantragt",
    "beantragte",
    "abgelehnt",
    "abgelehnte",
    "versagt",
    "geplant",
    "pruefung",
    "geprueft",
    "prueft",
    "pruefen",
    "droht",
    "moeglich",
    "angestrebt",
    "vorgesehen",
    "nicht",
];

/// What follows these words is not there yet.
const HOPED: [&str; 24] = [
    "plant",
    "voraussichtlich",
    "perspektivisch",
    "perspektive",
    "ziel",
    "wunsch",
    "wuenscht",
    "hofft",
    "hoffnung",
    "moechte",
    "will",
    "strebt",
    "anstrebt",
    "aussicht",
    "option",
    "wartet",
    "erwartet",
    "evtl",
    "eventuell",
    "ggf",
    "vielleicht",
    "kuenftig",
    "demnaechst",
    "bald",
];

/// How words begin that say a title is gone.
const ENDED: [&str; 17] = [
    "widerruf",
    "ruecknahme",
    "zurueckgenommen",
    "erloschen",
    "entzogen",
    "entzug",
    "verloren",
    "verlust",
    "abgelaufen",
    "ausgelaufen",
    "aufgehoben",
    "aberkannt",
    "aberkennung",
    "beendet",
    "ungueltig",
    "eingezogen",
    "verfallen",
];

/// Say of a naturalisation or a case of hardship that it is not decided.
const PENDING: [&str; 9] = [
    "laeuft",
    "laufend",
    "laufende",
    "eingereicht",
    "gestellt",
    "anhaengig",
    "eingeleitet",
    "bevorstehend",
    "bevorstehende",
];

const NEGATIONS: [&str; 9] = [
    "kein", "keine", "keinen", "keiner", "keinem", "keines", "ohne", "nie", "weder",
];

/// Say nothing of their own between a title and its end.
const SMALL: [&str; 17] = [
    "wurde",
    "wird",
    "ist",
    "war",
    "am",
    "seit",
    "zum",
    "im",
    "bereits",
    "schon",
    "inzwischen",
    "abs",
    "s",
    "satz",
    "nr",
    "aufenthg",
    "asylg",
];

/// "keine Duldung": there is nothing, rather than something unknown.
pub(super) fn lacks_paper(part: &Part<'_>) -> bool {
    let papers = ["duldung", "papiere", "status"];
    let denied = negation(part).and_then(|place| noun(&part.words[place + 1..]));
    denied.is_some_and(|noun| papers.contains(&noun.folded.as_str()))
}

/// Whether something is said not to be there.
pub(super) fn negates(part: &Part<'_>) -> bool {
    negation(part).is_some()
}

/// What is left beside what is not there.
pub(super) fn beside_negation<'a>(part: &Part<'a>) -> Option<&'a str> {
    let place = negation(part)?;
    let after = &part.words[place + 1..];
    // "ohne Pass geduldet".
    let is_another = |noun: &&Word| !is_title(noun);
    if let Some(missing) = noun(after).filter(is_another)
        && let Some(title) = after.iter().find(|word| word.is_plain_title())
        && title.place > missing.place
    {
        return Some(part.onwards(title.place));
    }
    part.before(part.words[place].place)
}

fn negation(part: &Part<'_>) -> Option<usize> {
    let is_negation = |word: &Word| NEGATIONS.contains(&word.folded.as_str());
    part.words.iter().position(is_negation)
}

/// The first word that is no adjective, or the last one.
fn noun(words: &[Word]) -> Option<&Word> {
    let declined = ["e", "en", "er", "es", "em"];
    let is_declined = |word: &Word| declined.iter().any(|end| word.folded.ends_with(end));
    let noun = words
        .iter()
        .find(|word| is_title(word) || !is_declined(word));
    noun.or(words.last())
}

fn is_title(word: &Word) -> bool {
    let titles = [
        "duld",
        "gestatt",
        "titel",
        "erlaubnis",
        "papier",
        "status",
        "schutz",
        "asyl",
        "recht",
    ];
    word.is_number() || titles.iter().any(|title| word.folded.contains(title))
}

/// The part, unless it speaks of a title that is not held; then what stands before.
pub(super) fn beside_denial<'a>(part: &Part<'a>) -> Option<&'a str> {
    let words = &part.words;
    let is = |list: &[&str], word: &Word| list.contains(&word.folded.as_str());
    if let Some(word) = words.iter().find(|word| is(&CLOSING, word)) {
        return part.before(word.place);
    }
    if let Some(ended) = words.iter().position(|word| word.begins_like(&ENDED)) {
        return beside_end(part, ended);
    }
    let undecided = |word: &Word| word.begins_like(&["einbuergerung", "haertefall"]);
    let is_pending = words.iter().any(undecided) && part.has(&PENDING);
    let denies = |word: &Word| is(&DENYING, word) || is(&HOPED, word) || is_application(word);
    if !is_pending && !words.iter().any(denies) {
        return Some(part.text);
    }
    // "geduldet Antrag auf § 25a", "Duldung 25b beantragt": what is denied begins with the
    // application or its paragraph; a plain title before it is another one.
    let begins = |word: &&Word| {
        word.folded == "antrag" || is(&HOPED, word) || is_application(word) || word.is_number()
    };
    let place = words.iter().find(begins)?.place;
    let place = part.text.find('§').map_or(place, |sign| sign.min(place));
    let mut earlier = words.iter().take_while(|word| word.place < place);
    earlier.any(Word::is_plain_title).then_some(())?;
    part.before(place)
}

/// "Härtefallantrag", "Einbürgerungsverfahren"; that about fatherhood comes with a title.
fn is_application(word: &Word) -> bool {
    let is_long = |stem: &str| !stem.is_empty() && !stem.starts_with("vaterschaft");
    let ends = ["antrag", "ersuchen", "kommission", "verfahren"];
    let mut stems = ends.iter().filter_map(|end| word.folded.strip_suffix(end));
    stems.any(is_long)
}

/// "Duldung Pass abgelaufen": what ended stands between the title and the word for the end.
fn beside_end<'a>(part: &Part<'a>, ended: usize) -> Option<&'a str> {
    let before = &part.words[..ended];
    let title = before.iter().position(Word::is_plain_title)?;
    let says_nothing = |word: &Word| {
        SMALL.contains(&word.folded.as_str())
            || word.is_number()
            || month_name(&word.folded).is_some()
    };
    let other = before[title + 1..]
        .iter()
        .find(|word| !says_nothing(word))?;
    part.before(other.place)
}
