//! Nationalities as the official list has them.

use std::sync::LazyLock;

use platform::ui::Lang;

/// A nationality by the three-digit Destatis key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nationality(&'static Entry);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Entry {
    key: &'static str,
    german: &'static str,
    english: &'static str,
}

const GERMAN: &str = include_str!("../../data/nationalities.csv");
const ENGLISH: &str = include_str!("../../data/nationalities_en.csv");

/// The list carries this key for internal use; it stands for no nationality.
const INTERNAL: &str = "910";

static LIST: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let names = GERMAN
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(','));
    let names = names.filter(|(key, _)| *key != INTERNAL);
    let entry = |(key, german): (&'static str, &'static str)| Entry {
        key,
        german: german.trim_matches('"'),
        english: english(key).unwrap_or_default(),
    };
    names.map(entry).collect()
});

fn english(key: &str) -> Option<&'static str> {
    let mut names = ENGLISH.lines().filter_map(|line| line.split_once(','));
    names.find(|(of, _)| *of == key).map(|(_, name)| name)
}

/// Main countries of origin of the target group, offered first.
const FREQUENT: [&str; 16] = [
    "423", "475", "438", "439", "261", "232", "224", "273", "121", "461", "460", "425", "422",
    "170", "150", "160",
];

impl Nationality {
    /// A key of the official list.
    pub fn parse(key: &str) -> Option<Nationality> {
        Nationality::all().find(|nationality| nationality.0.key == key)
    }

    /// The whole list, in the order of the keys.
    pub fn all() -> impl Iterator<Item = Nationality> {
        LIST.iter().map(Nationality)
    }

    /// The main countries of origin, most frequent first.
    pub fn frequent() -> impl Iterator<Item = Nationality> {
        FREQUENT.into_iter().filter_map(Nationality::parse)
    }

    pub fn key(self) -> &'static str {
        self.0.key
    }

    /// The name of the state: in German as the official list has it.
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::De => self.0.german,
            Lang::En => self.0.english,
        }
    }
}

impl db::FromColumn for Nationality {
    type Raw = String;
    fn from_raw(raw: String) -> Result<Self, String> {
        Nationality::parse(&raw).ok_or_else(|| "not a nationality key".to_owned())
    }
}
