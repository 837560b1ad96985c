//! Words in and around written dates, folded.

const PREFIXES: [&str; 24] = [
    "geboren",
    "geb.",
    "geb",
    "jahrgang",
    "jg.",
    "jg",
    "am ",
    "seit",
    "ab ",
    "im ",
    "vom ",
    "*",
    "'",
    "den ",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "jahr ",
    "in ",
    "d. ",
];
const SHORT_DAYS: [&str; 7] = ["mo", "di", "mi", "do", "fr", "sa", "so"];
const LOOSE: [&str; 18] = [
    "circa",
    "ca.",
    "ca ",
    "etwa",
    "ungefaehr",
    "um ",
    "~",
    "vermutlich",
    "wohl",
    "anfang",
    "mitte",
    "ende",
    "fruehjahr",
    "fruehling",
    "sommer",
    "herbst",
    "winter",
    "angeblich",
];

/// Takes away words before a date, a time after it, and says whether a word made it vague.
pub(super) fn strip_words(text: &str) -> (String, bool) {
    let mut loose = false;
    let mut rest = text.trim();
    loop {
        let before = rest;
        for word in PREFIXES {
            rest = rest
                .strip_prefix(word)
                .unwrap_or(rest)
                .trim_start_matches([' ', ',', ':', '.']);
        }
        for word in LOOSE {
            if let Some(after) = rest.strip_prefix(word) {
                loose = true;
                rest = after.trim_start();
            }
        }
        for word in SHORT_DAYS {
            if let Some(after) = rest.strip_prefix(word)
                && after.starts_with(['.', ',', ' '])
            {
                rest = after.trim_start_matches(['.', ',', ' ']);
            }
        }
        if rest == before {
            break;
        }
    }
    if let Some(sure) = rest.strip_suffix('?')
        && sure.ends_with(|c: char| c.is_ascii_digit())
    {
        (rest, loose) = (sure.trim_end(), true);
    }
    (without_time(rest).to_owned(), loose)
}

/// `1999-12-31T00:00:00.000Z` and `31.12.1999 00:00` without the time.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else {
        return text;
    };
    let before = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let cut = before.trim_end_matches([' ', 't', ',']);
    if cut.len() < before.len() && !cut.is_empty() {
        cut
    } else {
        text
    }
}

pub(super) fn month_name(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "januar january jaenner jan jaen janur",
        "februar february feber feb febr",
        "maerz march mrz mar maer marz mae",
        "april apr",
        "mai may",
        "juni june jun",
        "juli july jul",
        "august aug",
        "september sept sep",
        "oktober october okt oct",
        "november nov novemb",
        "dezember december dez dec",
    ];
    let place = MONTHS
        .iter()
        .position(|names| names.split(' ').any(|name| name == word))?;
    i8::try_from(place + 1).ok()
}
