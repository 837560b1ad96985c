//! One word of a name as consonants with the vowels between them.

use crate::script::to_latin;

/// A word of a name, folded so that spellings of one name come close to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word {
    pub(crate) consonants: String,
    /// Vowels before the first, between and after the last consonant.
    pub(crate) vowels: Vec<String>,
    pub(crate) vowels_written: bool,
    /// The consonants in other readings, where the script leaves the sound open, or a y, j or h
    /// may be written or not.
    pub(crate) others: Vec<String>,
    /// The word as it may be written elsewhere.
    pub(crate) spellings: Vec<String>,
}

/// The words of a name in reading order, particles (`al`, `bin`) dropped and `Abd al-X` joined.
pub fn words(name: &str) -> Vec<Word> {
    let (words, vowels_written) = spoken(name);
    let words = words.iter();
    words.map(|word| Word::new(word, vowels_written)).collect()
}

/// Each word with the next one written as one: `Ali Reza` is `Alireza`.
pub(crate) fn compounds(name: &str) -> Vec<Word> {
    let (words, vowels_written) = spoken(name);
    let pairs = words.windows(2);
    pairs
        .map(|pair| Word::new(&pair.concat(), vowels_written))
        .collect()
}

/// What follows the servant in names like `Abd al-Rahman`, which many go by alone.
pub(crate) fn served(name: &str) -> Vec<Word> {
    let (words, vowels_written) = spoken(name);
    let served = words.iter().filter_map(|word| word.strip_prefix("abd"));
    let names = served.filter(|name| name.len() > 2);
    names.map(|name| Word::new(name, vowels_written)).collect()
}

/// The words in Latin letters, and whether their vowels were written.
fn spoken(name: &str) -> (Vec<String>, bool) {
    let latin = to_latin(name);
    let words = join(latin.text.split_whitespace().collect());
    (words, latin.vowels_written)
}

impl Word {
    fn new(latin: &str, vowels_written: bool) -> Self {
        if vowels_written {
            let sounds = fold_sounds(full_form(latin));
            let mut word = Self::of_sounds(&sounds, true);
            // Jelena is Elena, Dadajew is Dadaev.
            let without = word.consonants.replace(['j', 'y'], "");
            if without != word.consonants {
                word.others.push(without);
            }
            for other in other_spellings(latin) {
                let other = Self::of_sounds(&fold_sounds(&other), true);
                word.spellings.push(other.canonical());
                word.others.push(other.consonants);
            }
            // Zabihullah is Zabiullah, Rohollah is Roollah.
            for god in ["ullah", "ollah", "ulla", "olla"] {
                if let Some(name) = sounds.strip_suffix(god)
                    && let Some(name) = name.strip_suffix('h')
                {
                    let unspoken = Self::of_sounds(&format!("{name}{god}"), true);
                    word.others.push(unspoken.consonants);
                }
            }
            return word;
        }
        let mut readings = readings(full_form(latin));
        if let Some(name) = latin.strip_prefix("al").filter(|name| name.len() > 2) {
            readings.extend(self::readings(name));
        }
        let mut words = readings.iter().map(|sounds| Self::of_sounds(sounds, false));
        let mut word = words.next().unwrap_or_default();
        for other in words.map(|other| other.consonants) {
            if other != word.consonants && !word.others.contains(&other) {
                word.others.push(other);
            }
        }
        word
    }

    fn of_sounds(sounds: &str, vowels_written: bool) -> Self {
        let letters: Vec<char> = sounds.chars().collect();
        let mut word = Self {
            vowels_written,
            ..Self::default()
        };
        let mut between = String::new();
        for (position, &letter) in letters.iter().enumerate() {
            let is_spoken_j = letter == 'j' && !vowels_written;
            if is_vowel_at(&letters, position) && !is_spoken_j {
                between.push(vowel_class(letter));
            } else if position + 1 == letters.len() && letter == 'h' && position > 1 {
                // A final h is silent: Fatimah, Abdullah.
            } else if between.is_empty()
                && letter.is_alphabetic()
                && word.consonants.ends_with(letter)
            {
                // Doubled.
            } else {
                word.vowels.push(cluster(&between));
                between.clear();
                word.consonants.push(letter);
            }
        }
        word.vowels.push(cluster(&between));
        word
    }

    /// The consonants in every reading, the usual one first.
    pub(crate) fn skeletons(&self) -> impl Iterator<Item = &str> {
        let others = self.others.iter().map(String::as_str);
        std::iter::once(self.skeleton()).chain(others)
    }

    /// The consonants alone: one key for most spellings of a name, shared by some other names.
    pub fn skeleton(&self) -> &str {
        &self.consonants
    }

    /// Consonants and vowel classes in one string, e.g. `muhamad`.
    pub fn canonical(&self) -> String {
        let mut text = String::new();
        let mut consonants = self.consonants.chars();
        for vowels in &self.vowels {
            text.push_str(vowels);
            text.extend(consonants.next());
        }
        text
    }
}

fn join(raw: Vec<&str>) -> Vec<String> {
    let many = raw.len() > 2;
    let mut joined: Vec<String> = Vec::new();
    let mut servant = false;
    for word in raw {
        let article = matches!(word, "al" | "el" | "ul" | "il" | "ar" | "ur" | "as" | "us");
        if matches!(
            word,
            "abd" | "abdul" | "abdel" | "abdal" | "abdol" | "abdur" | "abder"
        ) {
            servant = true;
        } else if servant && article || matches!(word, "al" | "el" | "ul") {
            // An article says nothing.
        } else if servant {
            joined.push(without_article(&format!("abd{word}")));
            servant = false;
        } else if !(many && matches!(word, "bin" | "ben" | "ibn" | "bint")) {
            joined.push(without_article(word));
        }
    }
    if servant {
        joined.push("abd".to_owned());
    }
    joined
}

/// `abdulkarim` → `abdkarim`, `alhassan` → `hassan`.
fn without_article(word: &str) -> String {
    for servant in [
        "abdul", "abdel", "abdal", "abdol", "abdil", "abdur", "abder", "abdar",
    ] {
        if let Some(rest) = word.strip_prefix(servant).filter(|rest| rest.len() >= 3) {
            // Abdurahman has the r of the name alone.
            let own = servant.ends_with('r') && rest.starts_with(VOWELS);
            return format!("abd{}{rest}", if own { "r" } else { "" });
        }
    }
    if let Some(rest) = word.strip_prefix("abdi").filter(|rest| rest.len() >= 4) {
        return format!("abd{rest}");
    }
    for article in ["al", "el"] {
        if let Some(rest) = word.strip_prefix(article)
            && rest.len() >= 5
            && !rest.starts_with(VOWELS)
            && !rest.starts_with(['y', 'l'])
        {
            return rest.to_owned();
        }
    }
    word.to_owned()
}

const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// What letters without marks may stand for: `ch` is French for the sound of Rashid and old Greek
/// for that of Mikael, and a `c` is often what is left of a č.
fn other_spellings(latin: &str) -> Vec<String> {
    let mut found = Vec::new();
    let one_sound = latin.replace("tsch", "1").replace("sch", "1");
    let one_sound = one_sound.replace("tch", "1");
    if one_sound.contains("ch") {
        found.push(one_sound.replace("ch", "sh").replace('1', "sch"));
    }
    for (greek, other) in [
        ("micha", "mika"),
        ("miche", "mike"),
        ("christ", "krist"),
        ("zacha", "zaka"),
    ] {
        if latin.contains(greek) {
            found.push(latin.replace(greek, other));
        }
    }
    let letters: Vec<char> = latin.chars().collect();
    let is_bare = |position: usize| {
        let next = letters.get(position + 1);
        letters[position] == 'c' && !next.is_some_and(|next| "hkceiy".contains(*next))
    };
    if (0..letters.len()).any(is_bare) {
        let marked = |(position, letter): (usize, &char)| {
            if is_bare(position) {
                "sh".to_owned()
            } else {
                letter.to_string()
            }
        };
        found.push(letters.iter().enumerate().map(marked).collect());
    }
    found
}

/// Abbreviations in use for the commonest name.
fn full_form(word: &str) -> &str {
    match word {
        "mhd" | "mohd" | "muhd" | "md" | "moh" | "muh" | "mhmd" | "mohamad" => "muhammad",
        other => other,
    }
}

/// Several letters for one sound, longest first.
const SOUNDS: [(&str, &str); 24] = [
    ("tsch", "s"),
    ("sch", "s"),
    ("tch", "s"),
    ("dsch", "j"),
    ("sh", "s"),
    ("kh", "h"),
    ("ch", "h"),
    ("gh", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("zh", "j"),
    ("dj", "j"),
    ("ck", "k"),
    ("ts", "s"),
    ("tz", "s"),
    ("ee", "i"),
    ("ie", "i"),
    ("ue", "u"),
    ("oe", "u"),
    ("ou", "u"),
    ("oo", "u"),
    ("dt", "t"),
    ("qu", "kw"),
];

/// Each sound becomes one letter.
fn fold_sounds(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        if let Some((written, sound)) = SOUNDS.iter().find(|(written, _)| rest.starts_with(written))
        {
            out.push_str(sound);
            rest = &rest[written.len()..];
            continue;
        }
        rest = &rest[letter.len_utf8()..];
        let soft = rest.starts_with(['e', 'i', 'y']);
        match letter {
            'g' | 'q' => out.push('k'),
            'c' => out.push(if soft { 's' } else { 'k' }),
            'z' => out.push('s'),
            'v' => out.push('w'),
            'x' if out.is_empty() => out.push('h'),
            'x' => out.push_str("ks"),
            other => out.push(other),
        }
    }
    out
}

/// What a word in Arabic script may sound like: ث, ذ and ض differ between Arabic and Persian, and
/// an h after another letter may be one of its own (Sohrab) or have been written with it (Fathi).
fn readings(word: &str) -> Vec<String> {
    let sound = |letter: char, persian: bool| match letter {
        'S' => "sh".to_owned(),
        'G' => "gh".to_owned(),
        'C' => "tsch".to_owned(),
        'T' if persian => "s".to_owned(),
        'T' => "th".to_owned(),
        'D' if persian => "z".to_owned(),
        'D' => "dh".to_owned(),
        other => other.to_string(),
    };
    let mut readings = Vec::new();
    for persian in [false, true] {
        let letters: Vec<String> = word.chars().map(|one| sound(one, persian)).collect();
        readings.push(letters.iter().map(|one| fold_sounds(one)).collect());
        readings.push(fold_sounds(&letters.concat()));
    }
    readings
}

/// `y`, `j` and `w` are vowels inside a word unless they begin it.
fn is_vowel_at(letters: &[char], position: usize) -> bool {
    match letters[position] {
        'a' | 'e' | 'i' | 'o' | 'u' => true,
        'y' | 'w' => position > 0 || letters.len() == 1,
        'j' => {
            let before = position.checked_sub(1).map(|before| letters[before]);
            let after = letters.get(position + 1);
            // Marjam, Anja; but Najib, Ajmal keep their consonant.
            before.is_some_and(|b| !matches!(b, 'a' | 'e' | 'i' | 'o' | 'u' | 'd'))
                && after.is_some_and(|a| matches!(a, 'a' | 'e' | 'o' | 'u'))
        }
        _ => false,
    }
}

fn vowel_class(letter: char) -> char {
    match letter {
        'o' | 'u' | 'w' => 'u',
        'y' | 'j' | 'i' => 'i',
        other => other,
    }
}

/// Doubled vowels fall together; the diphthongs written ai, ay, ei, ey, ae become `ei`.
fn cluster(vowels: &str) -> String {
    let mut letters: Vec<char> = vowels.chars().collect();
    letters.dedup();
    if letters.len() > 1 {
        for letter in letters.iter_mut().skip(1) {
            if *letter == 'e' {
                *letter = 'i';
            }
        }
        letters.dedup();
    }
    match letters.as_slice() {
        ['a' | 'e', 'i'] => "ei".to_owned(),
        _ => letters.into_iter().collect(),
    }
}
