//! Every sentence of the pages, from the Fluent files of the rooms.

use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::format;
use super::lang::Lang;

/// The sentences of one room in both languages, as `include_str!` gives them.
#[derive(Clone, Copy, Debug)]
pub struct RoomTexts {
    pub room: &'static str,
    pub de: &'static str,
    pub en: &'static str,
}

/// The sentences of all rooms; cheap to clone.
#[derive(Clone)]
pub struct Texts(Arc<Bundles>);

struct Bundles {
    de: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

/// Why the sentences of a room cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TextsError {
    #[error("{room}/{lang}.ftl cannot be read: {detail}")]
    Broken {
        room: &'static str,
        lang: &'static str,
        detail: String,
    },
    #[error("{room}: texts in one language only: {keys}")]
    Unequal { room: &'static str, keys: String },
}

impl Texts {
    /// Reads all rooms. A key that occurs twice, or in one language only, is refused.
    pub fn new(rooms: &[RoomTexts]) -> Result<Texts, TextsError> {
        let mut bundles = Bundles {
            de: bundle(Lang::De),
            en: bundle(Lang::En),
        };
        for room in rooms {
            same_keys(room)?;
            add(&mut bundles.de, room.room, Lang::De, room.de)?;
            add(&mut bundles.en, room.room, Lang::En, room.en)?;
        }
        Ok(Texts(Arc::new(bundles)))
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.de.has_message(key)
    }

    /// The sentence of a key, or nothing if no room has it or it lacks an argument.
    pub fn find(&self, lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = match lang {
            Lang::De => &self.0.de,
            Lang::En => &self.0.en,
        };
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, args, &mut errors)
            .into_owned();
        errors.is_empty().then_some(text)
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::De => |value, _| grouped(Lang::De, value),
        Lang::En => |value, _| grouped(Lang::En, value),
    }));
    bundle
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "only whole counts are given to texts"
)]
fn grouped(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::number(lang, number.value as i64)),
        _ => None,
    }
}

fn add(
    bundle: &mut FluentBundle<FluentResource>,
    room: &'static str,
    lang: Lang,
    source: &str,
) -> Result<(), TextsError> {
    let broken = |detail| TextsError::Broken {
        room,
        lang: lang.code(),
        detail,
    };
    let resource = FluentResource::try_new(source.to_owned())
        .map_err(|(_, errors)| broken(format!("{errors:?}")))?;
    bundle
        .add_resource(resource)
        .map_err(|errors| broken(format!("{errors:?}")))
}

fn same_keys(room: &RoomTexts) -> Result<(), TextsError> {
    let (de, en) = (keys(room.de), keys(room.en));
    let odd: Vec<&str> = de.symmetric_difference(&en).copied().collect();
    if odd.is_empty() {
        return Ok(());
    }
    Err(TextsError::Unequal {
        room: room.room,
        keys: odd.join(", "),
    })
}

/// The message keys of a Fluent source: lines that begin with a letter and carry an `=`.
fn keys(source: &str) -> BTreeSet<&str> {
    source
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim_end()))
        .collect()
}
