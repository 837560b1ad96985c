//! Counting the facts that were read.

use std::collections::HashMap;
use std::str::Split;

use db::{DbError, Result};
use platform::SiteId;
use uuid::Uuid;

use super::super::dimension::bucket;
use super::{Dimension, Fact, NEXT, Place, Question, Scope, Told, needs_site};

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
        let counted = times(sites)?.into_iter();
        let counted = counted.map(|(told, n)| fact(&told, n, weighed, question, place));
        facts.extend(counted.collect::<Result<Vec<Fact>>>()?);
    }
    Ok(facts)
}

/// How often each fact was told.
fn times(sites: &[Told]) -> Result<HashMap<Vec<&str>, i64>> {
    let mut times: HashMap<Vec<&str>, i64> = HashMap::new();
    let mut fact = Vec::new();
    for told in sites {
        if told.columns.is_empty() {
            *times.entry(Vec::new()).or_default() += told.times;
        }
        let mut columns: Vec<_> = told.columns.iter().map(|text| text.split(NEXT)).collect();
        while next(&mut columns, &mut fact)? {
            if let Some(times) = times.get_mut(fact.as_slice()) {
                *times += told.times;
            } else {
                times.insert(fact.clone(), told.times);
            }
        }
    }
    Ok(times)
}

/// Takes the next fact from columns that stand side by side; false at their end.
fn next<'a>(columns: &mut [Split<'a, char>], fact: &mut Vec<&'a str>) -> Result<bool> {
    fact.clear();
    fact.extend(columns.iter_mut().filter_map(Iterator::next));
    if fact.is_empty() || fact.len() == columns.len() {
        return Ok(!fact.is_empty());
    }
    Err(unreadable("columns of different lengths"))
}

fn fact(
    told: &[&str],
    times: i64,
    weighed: bool,
    question: &Question,
    place: Option<&Place>,
) -> Result<Fact> {
    let (weight, codes): (i64, _) = match told {
        [weight, codes @ ..] if weighed => {
            let weight = weight.parse();
            (
                weight.map_err(|_| unreadable("a weight that is no number"))?,
                codes,
            )
        }
        codes => (1, codes),
    };
    let mut codes = codes.iter();
    let code = |dimension: &Dimension| match dimension {
        Dimension::Site => place.map(|place| place.ags.clone()),
        Dimension::Region => place.and_then(|place| place.region.clone()),
        _ => codes.next().and_then(|code| shown(code, *dimension, place)),
    };
    let codes = question.by().iter().map(code).collect();
    Ok(Fact {
        codes,
        n: weight * times,
    })
}

/// A code as figures show it; none: not stated.
fn shown(code: &str, dimension: Dimension, place: Option<&Place>) -> Option<String> {
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

fn unreadable(problem: &str) -> DbError {
    DbError::Column {
        column: "facts".to_owned(),
        problem: problem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(columns: &[&str], times: i64) -> Told {
        Told {
            site: None,
            columns: columns.iter().map(|text| (*text).to_owned()).collect(),
            times,
        }
    }

    #[test]
    fn facts_of_all_sites_are_counted_by_all_that_is_told_of_them() {
        let sites = [
            told(&["m\u{1e}\u{1e}m\u{1e}m", "a\u{1e}a\u{1e}b\u{1e}a"], 1),
            told(&["m", "a"], 4),
        ];
        let expected = [(vec!["m", "a"], 6), (vec!["", "a"], 1), (vec!["m", "b"], 1)];
        assert_eq!(times(&sites).unwrap(), HashMap::from(expected));
        let untold = [told(&[], 3), told(&[], 2)];
        assert_eq!(times(&untold).unwrap(), HashMap::from([(vec![], 5)]));
    }

    #[test]
    fn columns_of_different_lengths_are_not_counted() {
        for columns in [["m\u{1e}w", "a"], ["m", "a\u{1e}b"]] {
            assert!(times(&[told(&columns, 1)]).is_err());
        }
    }
}
