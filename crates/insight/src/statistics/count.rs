//! Counting facts: the one place where the period is applied.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::facts::{Facts, SiteFacts, Traits};
use super::question::MOST_DIMENSIONS;
use super::sources::Count;
use super::store::Place;
use super::{Dimension, Question, Scope};

/// So many of these, with these codes along the dimensions of the question; none: not stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    pub codes: Vec<Option<String>>,
    pub n: i64,
}

/// Counts what is asked.
pub(crate) fn count(facts: &Facts, question: &Question) -> Vec<Counted> {
    let mut sums: BTreeMap<Vec<Option<String>>, i64> = BTreeMap::new();
    for (place, site) in facts.sites() {
        for (key, n) in count_site(site, question) {
            let codes = question.by().iter().zip(key);
            let codes = codes.map(|(by, number)| code(*by, number, facts.scope(), place, site));
            *sums.entry(codes.collect()).or_default() += n;
        }
    }
    let sums = sums.into_iter();
    sums.map(|(codes, n)| Counted { codes, n }).collect()
}

/// A number for each dimension of a question: of a word, or of a stretch of time.
type Key = [u32; MOST_DIMENSIONS];

fn count_site(site: &SiteFacts, question: &Question) -> BTreeMap<Key, i64> {
    let mut counts = BTreeMap::new();
    let when = question.measure().when;
    for source in question.sources() {
        source.each(site, &mut |traits, unit| {
            if when.holds(unit, question.period()) {
                *counts.entry(key(question, traits, unit)).or_default() += unit.n;
            }
        });
    }
    counts
}

fn key(question: &Question, traits: &Traits, unit: &Count) -> Key {
    let mut key = Key::default();
    for (number, dimension) in key.iter_mut().zip(question.by()) {
        *number = match dimension {
            Dimension::Year | Dimension::Quarter => stretch(*dimension, unit.on),
            Dimension::Domain | Dimension::Outcome => unit.part.0,
            trait_of => traits.along(*trait_of).0,
        };
    }
    key
}

/// Years as quarters since the year 0, and quarters likewise.
fn stretch(dimension: Dimension, day: Date) -> u32 {
    let year = u32::try_from(day.year()).unwrap_or(0) * 4;
    let quarter = u32::try_from((day.month() - 1) / 3).unwrap_or(0);
    match dimension {
        Dimension::Quarter => year + quarter,
        _ => year,
    }
}

/// The code that a number of a key stands for.
fn code(
    dimension: Dimension,
    number: u32,
    scope: Scope,
    place: &Place,
    site: &SiteFacts,
) -> Option<String> {
    let word = || site.words.code(super::facts::Word(number));
    match dimension {
        Dimension::Site => Some(place.ags.clone()),
        Dimension::Region => place.region.clone(),
        Dimension::Year => Some(format!("{:04}", number / 4)),
        Dimension::Quarter => Some(format!("{:04}-Q{}", number / 4, number % 4 + 1)),
        // Its name means something only together with its site.
        Dimension::District if scope == Scope::All => Some(format!("{} {}", place.ags, word()?)),
        _ => word().map(str::to_owned),
    }
}
