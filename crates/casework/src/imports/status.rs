//! Reads residence statuses in free words.

use super::held::held;
use super::nationality;
use super::paragraph::{self, Paragraph};
use super::status_words::{PARAGRAPHS, TELLING, USUAL};
use super::text::{fold, squeeze};

/// Toleration whose ground the words do not say.
const TOLERATED: &str = "GEDULDET";
/// In the asylum procedure, the paper not said.
const PERMITTED: &str = "GESTATTET";

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    Code(&'static str),
    /// Taken for the usual meaning of words that could mean something else.
    Usual(&'static str),
    /// The words name a title, but not which.
    Undecided,
    /// The words name a title that the person does not have.
    NotHeld,
    Unreadable,
}

/// Required to leave, without a paper that puts it off.
const WITHOUT_PAPER: &str = "VOLLZ_OHNE";
/// Toleration while a fatherhood is looked into.
const FATHERHOOD: &str = "D_60A_2_S4";

/// The status that a person has, of a text that may name others: applied for, refused, ended, of a
/// spouse. Where leaving those out changes the reading, it is one to be looked at.
pub(super) fn read(text: &str) -> Reading {
    let (held, whole) = (held(text), whole(text));
    if !held.is_partial || whole == Reading::Unreadable {
        return whole;
    }
    match self::whole(&held.text) {
        Reading::Code(code) if whole != Reading::Code(code) => Reading::Usual(code),
        Reading::Unreadable if held.lacks_paper => Reading::Code(WITHOUT_PAPER),
        Reading::Unreadable => Reading::NotHeld,
        reading => reading,
    }
}

/// The status code of a text: a paragraph decides before words do.
fn whole(text: &str) -> Reading {
    // A list made by another copy of this program.
    if let Some(status) = law::status::find(text.trim()) {
        return Reading::Code(status.code.as_str());
    }
    let folded = fold(text);
    let words = squeeze(text);
    if let Some(code) = without_paper(&words).or_else(|| telling_word(&words)) {
        return Reading::Code(code);
    }
    let paragraphs = paragraph::find(&folded);
    let codes: Vec<&'static str> = paragraphs
        .iter()
        .filter_map(|p| of_paragraph(p, &words))
        .collect();
    // "§ 60a Abs. 2 S. 3 i. V. m. § 60c": the special ground tells more than the general one.
    let special = codes.iter().find(|code| {
        ["D_60B", "D_60C", "D_60D"]
            .iter()
            .any(|s| code.starts_with(s))
    });
    let is_general = codes.iter().all(|code| *code == TOLERATED);
    if is_general && is_for_fatherhood(&words, text) {
        return Reading::Code(FATHERHOOD);
    }
    if let Some(code) = special.or(codes.first()) {
        return Reading::Code(code);
    }
    match by_words(&words, text) {
        Reading::Unreadable if !paragraphs.is_empty() => Reading::Undecided,
        reading => reading,
    }
}

/// "Duldung wegen Vaterschaft", but not "AE wegen Vaterschaft".
fn is_for_fatherhood(words: &str, text: &str) -> bool {
    has(words, "vaterschaft")
        && !names_permit(text)
        && matches!(
            by_words(words, text),
            Reading::Unreadable | Reading::Code(TOLERATED)
        )
}

fn names_permit(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word == "ae")
}

/// `any`: squeezed words with blanks between.
fn has(words: &str, any: &str) -> bool {
    any.split(' ').any(|word| words.contains(word))
}

/// "keine Duldung", "ohne Duldung", "vollziehbar ausreisepflichtig".
fn without_paper(words: &str) -> Option<&'static str> {
    let no_paper = has(words, "ohneduldung keineduldung ohnepapiere keinepapiere")
        || matches!(
            words,
            "illegal" | "undokumentiert" | "ohnestatus" | "keinstatus"
        );
    let must_leave = has(words, "ausreisepflicht") && !has(words, "duld gestatt");
    (no_paper || must_leave).then_some(WITHOUT_PAPER)
}

/// Words that name one code whatever else the text says; the more special ones first.
fn telling_word(words: &str) -> Option<&'static str> {
    if words == "gueb" || words.starts_with("gueb") {
        return Some("GUEB");
    }
    if has(words, "ausbildungsduld ausbduld azubiduld ausbildungduld")
        || TRAINING.iter().any(|end| words.ends_with(end))
    {
        return Some(training(words));
    }
    if has(
        words,
        "beschaeftigungsduld beschduld arbeitsduld beschaeftigungduld",
    ) {
        return Some(if has(words, "ermessen 60dabs4 60d4") {
            "D_60D_4"
        } else {
            "D_60D"
        });
    }
    if has(words, "ermessensduld") && !has(words, "60c 60d") {
        return Some("D_60A_2_S3");
    }
    let gestattung_and_duldung = has(words, "gestatt") && has(words, "duldung geduldet");
    let proof_or_permit = has(words, "gestatt") && has(words, "buema ankunftsnachw");
    lookup(TELLING, |word| words.contains(word)).filter(|code| match *code {
        "AG" => !gestattung_and_duldung && !has(words, "folgeantrag"),
        "AKN" => !proof_or_permit,
        _ => true,
    })
}

/// "Duldung (Ausbildung)" is one for training; "geduldet, in Ausbildung" need not be.
const TRAINING: [&str; 6] = [
    "duldungausbildung",
    "duldungzurausbildung",
    "duldungfuerausbildung",
    "duldungwegenausbildung",
    "duldungwgausbildung",
    "duldungzumzweckderausbildung",
];

/// "§ 60a Abs. 2 S. 4 ff. a. F.": in the law before 2020 the toleration for training.
fn is_old_law(words: &str) -> bool {
    words.ends_with("af") || has(words, "s4ff satz4ff altefassung alterfassung altesrecht")
}

/// Which of the tolerations for training.
fn training(words: &str) -> &'static str {
    if has(
        words,
        "60aabs2 60aii 60a2 altefassung alterfassung altesrecht",
    ) {
        "D_ALT_AUSB"
    } else if has(words, "ermessen 60cabs7 60c7 60cvii") {
        "D_60C_7"
    } else if has(
        words,
        "60cabs6s2 60cabs6satz2 60c6s2 arbeitssuche arbeitsuche",
    ) {
        "D_60C_6S2"
    } else if has(
        words,
        "60cabs6 60c6 ausbildungssuche sucheneue ausbildungsplatzsuche",
    ) {
        "D_60C_6S1"
    } else {
        "D_60C"
    }
}

/// The code of a paragraph, as exactly as it is named.
fn of_paragraph(paragraph: &Paragraph, words: &str) -> Option<&'static str> {
    let Paragraph {
        number,
        subsection,
        sentence,
        alternative,
    } = paragraph;
    match number.as_str() {
        "55" if !has(words, "aufenthg") => return Some("AG"),
        "71" if !has(words, "duld") => return Some("AG_FOLGE"),
        "13" | "18" | "19" if has(words, "asyl") => return Some("ASYLGESUCH"),
        "50" | "58" if !has(words, "duld gestatt") => return Some(WITHOUT_PAPER),
        "60a" if *sentence == Some(4) && is_old_law(words) => return Some("D_ALT_AUSB"),
        "25" if subsection.as_deref() == Some("2") => {
            let subsidiary = has(words, "subsidiaer") || *alternative == Some(2);
            let refugee = has(words, "gfk fluechtling") || *alternative == Some(1);
            if subsidiary || refugee {
                return Some(if subsidiary {
                    "AE_25_2_SUB"
                } else {
                    "AE_25_2_FLU"
                });
            }
        }
        _ => {}
    }
    let subsection = subsection.as_deref().map(|s| format!("{number}/{s}"));
    let sentence = subsection
        .as_ref()
        .zip(*sentence)
        .map(|(place, n)| format!("{place}/{n}"));
    let places = [sentence, subsection, Some(number.clone())];
    places
        .into_iter()
        .flatten()
        .find_map(|place| lookup(PARAGRAPHS, |named| named == place))
}

/// The code in the first line whose word fits.
fn lookup(table: &'static str, fits: impl Fn(&str) -> bool) -> Option<&'static str> {
    let mut lines = table.lines().filter_map(|line| line.trim().split_once(' '));
    lines.find(|(word, _)| fits(word)).map(|(_, code)| code)
}

fn by_words(words: &str, text: &str) -> Reading {
    let (tolerated, permitted) = (is_tolerated(words), is_permitted(words));
    if tolerated && permitted && !has(words, "folgeantrag asylverfahren asylantrag asylbewerb") {
        return Reading::Undecided;
    }
    if tolerated {
        return Reading::Code(TOLERATED);
    }
    if has(words, "folgeantrag folgeverfahren") {
        return Reading::Code("AG_FOLGE");
    }
    if has(words, "gestatt") && has(words, "buema ankunftsnachw") {
        return Reading::Code(PERMITTED);
    }
    if matches!(words, "ag" | "aufg" | "aufenthg" | "gestattung") || has(words, "gestattung") {
        return Reading::Code("AG");
    }
    if has(words, "asylgesuch") {
        return Reading::Code("ASYLGESUCH");
    }
    if permitted {
        return Reading::Code(PERMITTED);
    }
    if has(words, "fiktion") {
        return Reading::Usual("FIKT_81_4");
    }
    if let Some(code) = lookup(USUAL, |word| words.contains(word)) {
        return Reading::Code(code);
    }
    rest(words, text)
}

fn rest(words: &str, text: &str) -> Reading {
    match words {
        "akn" => Reading::Code("AKN"),
        "ne" => Reading::Code("NE_9"),
        "unbekannt" | "unbek" | "ungeklaert" | "unklar" | "nichtbekannt" => Reading::Code("UNBEK"),
        _ if nationality::is_german(text) => Reading::Code("DE"),
        "at" | "titel" | "anerkannt" => Reading::Undecided,
        _ if names_permit(text) => Reading::Undecided,
        _ if has(words, "aufenthaltserlaubnis aufenthaltstitel") => Reading::Undecided,
        _ => Reading::Unreadable,
    }
}

fn is_tolerated(words: &str) -> bool {
    has(
        words,
        "duldung geduldet duldug dudlung dultung gedultet gedult",
    ) || matches!(words, "duld" | "dul" | "dldg" | "duldg" | "geduld")
}

fn is_permitted(words: &str) -> bool {
    if has(words, "abgelehnt ablehnung") && !has(words, "klage gestatt") {
        return false;
    }
    has(
        words,
        "gestatt asylverfahren asylbewerb asylsuch asylantrag klage",
    ) || matches!(
        words,
        "gest" | "asyl" | "asylverf" | "imverfahren" | "laufendesverfahren"
    )
}
