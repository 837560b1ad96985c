//! Counting the facts that were read.

use std::collections::HashMap;

use db::{DbError, Result};
use platform::SiteId;
use uuid::Uuid;

use super::super::dimension::bucket;
use super::{Dimension, Fact, NEXT_CODE, NEXT_FACT, Place, Question, Scope, Told, needs_site};

/// Counts the facts of sites, as the query tells them.
pub(super) fn tally(
    told: &[Told],
    weighed: bool,
    scope: Scope,
    question: &Question,
    places: &[Place],
) -> Result<Vec<Fact>> {
    let by_place = question.by().iter().any(|d| needs_site(*d, scope));
    let together = if by_place { 1 } else { told.len().max(1) };
    let of_site: HashMap<SiteId, &Place> = places.iter().map(|place| (place.id, place)).collect();
    let mut facts = Vec::new();
    for sites in told.chunks(together) {
        let site = sites[0].site.filter(|_| by_place);
        let place = site.and_then(|site| of_site.get(&site)).copied();
        let counted = times(sites).into_iter();
        for fact in counted.map(|(text, times)| fact(text, times, weighed, question, place)) {
            facts.push(fact?);
        }
    }
    Ok(facts)
}

/// How often each fact was told.
fn times(sites: &[Told]) -> HashMap<&str, i64> {
    let mut times = HashMap::new();
    for told in sites {
        for fact in told.facts.split(NEXT_FACT) {
            *times.entry(fact).or_default() += told.times;
        }
    }
    times
}

fn fact(
    text: &str,
    times: i64,
    weighed: bool,
    question: &Question,
    place: Option<&Place>,
) -> Result<Fact> {
    let mut parts = text.split(NEXT_CODE);
    let weight: Option<i64> = if weighed {
        parts.next().and_then(|weight| weight.parse().ok())
    } else {
        Some(1)
    };
    let mut codes = Vec::with_capacity(question.by().len());
    for dimension in question.by() {
        codes.push(match dimension {
            Dimension::Site => place.map(|place| place.ags.clone()),
            Dimension::Region => place.and_then(|place| place.region.clone()),
            _ => told(
                parts.next().ok_or_else(|| unreadable(text))?,
                *dimension,
                place,
            ),
        });
    }
    let n = weight.ok_or_else(|| unreadable(text))? * times;
    match parts.next() {
        None => Ok(Fact { codes, n }),
        Some(_) => Err(unreadable(text)),
    }
}

/// A code as figures show it; none: not stated.
fn told(code: &str, dimension: Dimension, place: Option<&Place>) -> Option<String> {
    if code.is_empty() {
        return None;
    }
    Some(match dimension {
        Dimension::Quarter | Dimension::Year => bucket(dimension, code),
        Dimension::Provider => Uuid::parse_str(code).ok()?.to_string(),
        Dimension::District => match place {
            Some(place) => format!("{} {code}", place.ags),
            None => code.to_owned(),
        },
        _ => code.to_owned(),
    })
}

fn unreadable(text: &str) -> DbError {
    DbError::Column {
        column: "facts".to_owned(),
        problem: format!("{} codes", text.split(NEXT_CODE).count()),
    }
}
