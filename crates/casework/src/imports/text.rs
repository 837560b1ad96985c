//! Cleaning and folding of cell texts.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// One line without surrounding, doubled or invisible blanks, in composed form.
pub(super) fn tidy(raw: &str) -> String {
    if raw.bytes().all(|b| b.is_ascii_graphic()) {
        return raw.to_owned();
    }
    let visible = raw.nfc().filter(|c| {
        !matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}' | '\u{ad}'
        )
    });
    let text: String = visible
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lower case, umlauts and accents written with plain letters; everything else stays.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            _ if c.is_ascii() => folded.push(c),
            _ => folded.extend(std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c))),
        }
    }
    folded
}

/// Letters and digits of the folded text, nothing between them.
pub(super) fn squeeze(text: &str) -> String {
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        return letters
            .map(|b| char::from(b.to_ascii_lowercase()))
            .collect();
    }
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A case number as it is compared: `A-7` is `a 7`, but `1/12` is not `11/2`.
pub(super) fn number_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut parted = false;
    for c in fold(text).chars() {
        if !c.is_alphanumeric() {
            parted = true;
            continue;
        }
        if parted && c.is_ascii_digit() && key.ends_with(|last: char| last.is_ascii_digit()) {
            key.push('-');
        }
        key.push(c);
        parted = false;
    }
    key
}

/// The text without what stands in brackets.
pub(super) fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    tidy(&kept)
}

/// Dashes, question marks and the like, which say that there is nothing. Other signs say something:
/// `"` that it is as above.
pub(super) fn is_only_marks(text: &str) -> bool {
    const MARKS: &str = "-‐‑‒–—―−_.,:;/\\|?!*+~=#&()[]{}<>…·•¿¡∅";
    text.chars().all(|c| c.is_whitespace() || MARKS.contains(c))
}

/// "dto.", "s. o." and marks for the same as above. "Do", "So" and "Dito" alone are names.
pub(super) fn is_ditto(text: &str) -> bool {
    const MARKS: &str = "\"〃″“”„‟'′";
    let text = text.trim();
    let is_marks = !is_only_marks(text) && text.chars().all(|c| MARKS.contains(c));
    let is_short = text.contains('.') || text.starts_with(char::is_lowercase);
    let is_word = match squeeze(text).as_str() {
        "dto" | "ditto" | "sieheoben" | "wieoben" | "desgl" | "desgleichen" => true,
        "do" | "so" | "wo" => text.contains('.'),
        "dito" => is_short,
        _ => false,
    };
    is_marks || is_word
}

/// What people write where they have nothing to say.
pub(super) fn is_placeholder(text: &str) -> bool {
    const WORDS: [&str; 17] = [
        "ka",
        "keineangabe",
        "keineangaben",
        "ohneangabe",
        "oa",
        "unbekannt",
        "unbek",
        "na",
        "nn",
        "nv",
        "nichtbekannt",
        "fehlt",
        "leer",
        "entfaellt",
        "offen",
        "nichtangegeben",
        "xxx",
    ];
    WORDS.contains(&squeeze(text).as_str())
}
