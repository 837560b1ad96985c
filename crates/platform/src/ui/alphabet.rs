//! The order in which people look for names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What names are put in order by, as dictionaries do (DIN 5007-1): letters with and without marks
/// are the same, capitals and small letters too, and ß is ss.
pub fn alphabetical(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let letters = name.nfd().filter(|letter| !is_combining_mark(*letter));
    for letter in letters.flat_map(char::to_lowercase) {
        match letter {
            'ß' => key.push_str("ss"),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            'ø' => key.push('o'),
            'ł' => key.push('l'),
            'đ' => key.push('d'),
            'ı' => key.push('i'),
            other => key.push(other),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::alphabetical;

    #[test]
    fn names_stand_where_a_dictionary_has_them() {
        let expected = [
            "Abdi", "Ärztin", "Azizi", "Çelik", "Cevik", "de Vries", "Öztürk", "Ozuna", "Strasse",
            "Straßer", "Šukur", "Yılmaz", "Zimmer",
        ];
        let mut names = expected;
        names.reverse();
        names.sort_by_cached_key(|name| alphabetical(name));
        assert_eq!(names, expected);
    }
}
