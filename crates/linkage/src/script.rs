//! From any of the scripts in which names reach an office to lower-case Latin letters.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A name in `a..z`, digits and spaces, and whether its vowels were written.
pub(crate) struct Latin {
    /// Capitals are single Arabic letters that Latin writes with several, or differently by
    /// language; see [`crate::word`].
    pub(crate) text: String,
    /// Arabic script leaves short vowels out; such a word can only be compared by consonants.
    pub(crate) vowels_written: bool,
}

/// Writes a name in Latin letters. Everything that is not a letter separates words, except the
/// apostrophes and marks that transcriptions put inside a word.
pub(crate) fn to_latin(name: &str) -> Latin {
    let mut latin = Latin {
        text: String::new(),
        vowels_written: true,
    };
    for letter in name.nfc().flat_map(char::to_lowercase) {
        push_letter(letter, &mut latin);
    }
    latin
}

fn push_letter(letter: char, latin: &mut Latin) {
    if letter.is_ascii_alphanumeric() {
        latin.text.push(letter);
    } else if let Some(letters) = written(LATIN, letter).or_else(|| written(CYRILLIC, letter)) {
        latin.text.push_str(letters);
    } else if let Some(letters) = written(ARABIC, letter) {
        latin.vowels_written = false;
        let begins = latin.text.is_empty() || latin.text.ends_with(' ');
        latin.text.push_str(match letter {
            'ي' | 'ی' if begins => "y",
            'ع' if begins => "a",
            _ => letters,
        });
    } else if ('\u{1200}'..'\u{1358}').contains(&letter) {
        push_ethiopic(letter, &mut latin.text);
    } else if is_mark(letter) {
        // Says how a letter sounds, not where a word ends.
    } else if let Some(base) = base_letter(letter) {
        latin.text.push(base);
    } else {
        latin.text.push(' ');
    }
}

fn base_letter(letter: char) -> Option<char> {
    std::iter::once(letter)
        .nfkd()
        .next()
        .filter(char::is_ascii_lowercase)
}

fn is_mark(letter: char) -> bool {
    is_combining_mark(letter)
        || matches!(
            letter,
            '\'' | '`' | '´' | '’' | '‘' | 'ʼ' | 'ʿ' | 'ʾ' | 'ʻ' | '\u{640}' | '\u{64b}'
                ..='\u{652}' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{feff}'
        )
}

fn written(alphabet: &[(&'static str, &'static str)], letter: char) -> Option<&'static str> {
    alphabet
        .iter()
        .find(|(letters, _)| letters.contains(letter))
        .map(|(_, latin)| *latin)
}

const LATIN: &[(&str, &str)] = &[
    ("äæ", "ae"),
    ("öøœ", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("ı", "i"),
    ("ł", "l"),
    ("đð", "d"),
    ("þ", "th"),
    ("ħ", "h"),
    ("ə", "e"),
    ("şšș", "sh"),
    ("ž", "z"),
    ("çčć", "tsch"),
];

const CYRILLIC: &[(&str, &str)] = &[
    ("а", "a"),
    ("б", "b"),
    ("в", "v"),
    ("гґғ", "g"),
    ("дђ", "d"),
    ("еёэє", "e"),
    ("ж", "zh"),
    ("з", "z"),
    ("иіїйыјӣ", "i"),
    ("к", "k"),
    ("қ", "q"),
    ("лљ", "l"),
    ("м", "m"),
    ("нњң", "n"),
    ("оө", "o"),
    ("п", "p"),
    ("р", "r"),
    ("с", "s"),
    ("тћ", "t"),
    ("уүұўӯ", "u"),
    ("ф", "f"),
    ("х", "kh"),
    ("ҳһ", "h"),
    ("ц", "ts"),
    ("ч", "tsch"),
    ("ҷџ", "j"),
    ("шщ", "sh"),
    ("ъь", ""),
    ("ю", "yu"),
    ("я", "ya"),
];

const ARABIC: &[(&str, &str)] = &[
    ("اأإآٱىة", "a"),
    ("ب", "b"),
    ("پ", "p"),
    ("تطټٹ", "t"),
    ("ث", "T"),
    ("جژ", "j"),
    ("چ", "C"),
    ("حهھہخ", "h"),
    ("دډڈ", "d"),
    ("ذض", "D"),
    ("رړڕڑ", "r"),
    ("زظځ", "z"),
    ("سصڅ", "s"),
    ("شښ", "S"),
    ("عءؤ", ""),
    ("غ", "G"),
    ("ف", "f"),
    ("ق", "q"),
    ("كک", "k"),
    ("گګږ", "g"),
    ("لڵ", "l"),
    ("م", "m"),
    ("نںڼ", "n"),
    ("وۆۇڤ", "w"),
    ("يیېێۍئےۀ", "i"),
];

/// Ethiopic (Tigrinya, Amharic): eight signs per consonant, one per vowel.
fn push_ethiopic(letter: char, text: &mut String) {
    const CONSONANTS: [&str; 43] = [
        "h", "l", "h", "m", "s", "r", "s", "sh", "q", "q", "q", "q", "b", "v", "t", "tsch", "h",
        "h", "n", "n", "", "k", "k", "k", "k", "w", "", "z", "zh", "y", "d", "d", "j", "g", "g",
        "g", "t", "tsch", "p", "ts", "ts", "f", "p",
    ];
    const VOWELS: [&str; 8] = ["e", "u", "i", "a", "e", "", "o", "ua"];
    let offset = u32::from(letter).saturating_sub(0x1200) as usize;
    if let Some(consonant) = CONSONANTS.get(offset / 8) {
        let vowel = VOWELS[offset % 8];
        text.push_str(consonant);
        // A sign of the vowel series itself: its first order is written for "a".
        text.push_str(if consonant.is_empty() && vowel == "e" {
            "a"
        } else {
            vowel
        });
    }
}
