//! The embedded fonts, and text that they can show.

use std::sync::LazyLock;

use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::Font;

/// The fonts of every document. Source and licence: `fonts/README.md`.
pub(crate) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    FILES
        .iter()
        .filter_map(|data| Font::new(Bytes::new(*data), 0))
        .collect()
});

const FILES: [&[u8]; 8] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSans-Italic.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../fonts/NotoSansEthiopic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansMath-Regular.ttf"),
    include_bytes!("../fonts/NotoSansSymbols2-Regular.ttf"),
];

/// Makes every string of the data showable. PDF/UA refuses a file in which a
/// single character has no glyph, and an emoji in a name must not cost a report.
pub(crate) fn make_legible(value: &mut Value) {
    match value {
        Value::String(text) => {
            if !text.chars().all(|c| c == '\n' || shown(c)) {
                *text = text.chars().filter_map(legible).collect();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(make_legible),
        Value::Object(fields) => fields.values_mut().for_each(make_legible),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn legible(c: char) -> Option<char> {
    match c {
        '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        _ if c.is_control() || c == '\u{FEFF}' => None,
        _ if shown(c) => Some(c),
        _ if is_invisible(c) => None,
        _ => Some(char::REPLACEMENT_CHARACTER),
    }
}

/// See [`crate::unprintable`].
pub(crate) fn unprintable(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    for c in text.chars() {
        let lost = legible(c) == Some(char::REPLACEMENT_CHARACTER);
        if lost && c != char::REPLACEMENT_CHARACTER && !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

fn shown(c: char) -> bool {
    !c.is_control()
        && c != '\u{FEFF}'
        && FONTS
            .iter()
            .any(|font| font.info().coverage.contains(c.into()))
}

/// Joiners, direction marks and variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}
