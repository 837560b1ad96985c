//! Reads residence statuses in free words.

use super::held::held;
use super::nationality;
use super::paragraph::{self, Paragraph};
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

/// The status that a person has, of a text that may name others: applied for, refused, of a
/// spouse. Where leaving those out changes the reading, it is one to be looked at.
pub(super) fn read(text: &str) -> Reading {
    let (held, whole) = (held(text), whole(text));
    if !held.is_partial || whole == Reading::Unreadable {
        return whole;
    }
    match self::whole(&held.text) {
        Reading::Code(code) if whole != Reading::Code(code) => Reading::Usual(code),
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
    if let Some(code) = special.or(codes.first()) {
        return Reading::Code(code);
    }
    match by_words(&words, text) {
        Reading::Unreadable if !paragraphs.is_empty() => Reading::Undecided,
        reading => reading,
    }
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
    (no_paper || must_leave).then_some("VOLLZ_OHNE")
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
        "50" | "58" if !has(words, "duld gestatt") => return Some("VOLLZ_OHNE"),
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
        "ae" | "at" | "titel" | "anerkannt" => Reading::Undecided,
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

/// Words that name one code whatever else the text says; the more special ones first.
const TELLING: &str = "
    grenzuebertritt GUEB
    ungeklaerteridentitaet D_60B
    ungeklaerteridentit D_60B
    identitaetungeklaert D_60B
    ungeklaerteident D_60B
    ungeklident D_60B
    duldunglight D_60B
    lightduldung D_60B
    duldungsfiktion FIKT_81_3S2
    erlaubnisfiktion FIKT_81_3S1
    fortgeltungsfiktion FIKT_81_4
    fortbestandsfiktion FIKT_81_4
    abschiebungsstop D_60A_1
    verfahrensduldung D_FAM_ERMESSEN
    vaterschaft D_60A_2_S4
    aufenthaltsgest AG
    ankunftsnachw AKN
    16agg AE_25_1
    art16gg AE_25_1
    buema AKN
    meldungalsasyl AKN
    chancenaufenthalt AE_104C1
    chancenrecht AE_104C1
    chancenae AE_104C1";

/// Words that decide where nothing else does.
const USUAL: &str = "
    subsidiaer AE_25_2_SUB
    subsschutz AE_25_2_SUB
    subsidschutz AE_25_2_SUB
    fluechtlingseigenschaft AE_25_2_FLU
    fluechtlingsanerkennung AE_25_2_FLU
    fluechtlingsschutz AE_25_2_FLU
    anerkannterfluechtling AE_25_2_FLU
    gfk AE_25_2_FLU
    asylberechtigt AE_25_1
    abschiebungsverbot AE_25_3
    abschiebeverbot AE_25_3
    abschiebungshindernis AE_25_3
    haertefall AE_23A
    voruebergehenderschutz AE_24
    vorueberschutz AE_24
    voruebergschutz AE_24
    resettlement AE_23_4
    blauekarte BK_18G
    bluecard BK_18G
    daueraufenthalt DA_EU
    niederlassungserlaubnis NE_9
    eingebuergert EINB
    einbuergerung EINB
    freizueg EU_FREIZ
    eubuerger EU_FREIZ
    unionsbuerger EU_FREIZ
    visum VISUM_D";

/// Paragraph, subsection and sentence, and their code; a place without entry takes that of the
/// wider one.
const PARAGRAPHS: &str = "
    60a GEDULDET
    60a/1 D_60A_1
    60a/2/1 D_60A_2_S1
    60a/2/2 D_60A_2_S2
    60a/2/3 D_60A_2_S3
    60a/2/4 D_60A_2_S4
    60a/2a D_60A_2A
    60a/2b D_60A_2B
    60b D_60B
    60c D_60C
    60c/6 D_60C_6S1
    60c/6/2 D_60C_6S2
    60c/7 D_60C_7
    60d D_60D
    60d/4 D_60D_4
    81/3/1 FIKT_81_3S1
    81/3/2 FIKT_81_3S2
    81/4 FIKT_81_4
    63 AG
    63a AKN
    25/1 AE_25_1
    25/2/2 AE_25_2_SUB
    25/3 AE_25_3
    25/4 AE_25_4S1
    25/4/2 AE_25_4S2
    25/4a AE_25_4A
    25/4b AE_25_4B
    25/5 AE_25_5
    6/3 VISUM_D
    9 NE_9
    9a DA_EU
    16a/2 AE_16A2
    16a AE_16A1
    16f AE_16F
    16g/5/2 AE_16G5S2
    16g/5 AE_16G5S1
    16g/6 AE_16G6
    16g/8 AE_16G8
    16g AE_16G1
    18a AE_18A
    18b AE_18B
    18c NE_18C
    18g BK_18G
    19d/1a AE_19D1A
    19d/4 AE_19D4
    19d AE_19D1
    22 AE_22
    23/1 AE_23_1
    23/2 AE_23_2
    23/4 AE_23_4
    23a AE_23A
    24 AE_24
    25a/2 AE_25A2
    25a AE_25A1
    25b/4 AE_25B4
    25b/6 AE_25B6
    25b AE_25B1
    26/3/3 NE_26_3S3
    26/3/1 NE_26_3S1
    26/4 NE_26_4
    28/2 NE_28_2
    28 AE_28
    30 AE_30
    31 AE_31
    32 AE_32
    33 AE_33
    35 NE_35
    36 AE_36
    36a AE_36A
    37 AE_37
    38 AE_38
    38a AE_38A
    104c/2 AE_104C2
    104c AE_104C1";
