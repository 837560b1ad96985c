//! Exact elimination: a system of sums over unknown counts, solved for as many as possible.

use std::collections::BTreeMap;

use super::Clock;
use crate::ProtectError;

/// One solved unknown: it equals a constant less the weighted others, which stay free.
pub(super) struct Solved {
    pub(super) unknown: usize,
    pub(super) others: Vec<(usize, f64)>,
}

/// Solves sums of unknowns, each given as the set of its terms, for one unknown per independent
/// sum.
pub(super) fn solve(sums: &[Vec<usize>], clock: &Clock) -> Result<Vec<Solved>, ProtectError> {
    let mut order: Vec<&Vec<usize>> = sums.iter().collect();
    order.sort_by_key(|sum| sum.len());
    let mut solved: Vec<Solved> = Vec::new();
    let mut place: BTreeMap<usize, usize> = BTreeMap::new();
    for sum in order {
        clock.check()?;
        let mut row: BTreeMap<usize, f64> = BTreeMap::new();
        for unknown in sum {
            match place.get(unknown) {
                None => add(&mut row, *unknown, 1.0),
                Some(&known) => {
                    solved[known]
                        .others
                        .iter()
                        .for_each(|(other, factor)| add(&mut row, *other, -factor));
                }
            }
        }
        let Some((pivot, factor)) = choose(&row) else {
            continue;
        };
        row.remove(&pivot);
        let others: Vec<(usize, f64)> = row
            .into_iter()
            .map(|(u, f)| (u, snap(f / factor)))
            .collect();
        for known in &mut solved {
            substitute(known, pivot, &others);
        }
        place.insert(pivot, solved.len());
        solved.push(Solved {
            unknown: pivot,
            others,
        });
    }
    Ok(solved)
}

/// A factor of one keeps the numbers whole; else the largest keeps them accurate.
fn choose(row: &BTreeMap<usize, f64>) -> Option<(usize, f64)> {
    let unit = row
        .iter()
        .find(|(_, factor)| (factor.abs() - 1.0).abs() < f64::EPSILON);
    let best = unit.or_else(|| row.iter().max_by(|a, b| a.1.abs().total_cmp(&b.1.abs())));
    best.map(|(unknown, factor)| (*unknown, *factor))
}

fn substitute(known: &mut Solved, pivot: usize, others: &[(usize, f64)]) {
    let Ok(at) = known
        .others
        .binary_search_by_key(&pivot, |(unknown, _)| *unknown)
    else {
        return;
    };
    let (_, factor) = known.others.remove(at);
    let mut row: BTreeMap<usize, f64> = known.others.iter().copied().collect();
    for (other, weight) in others {
        add(&mut row, *other, -factor * weight);
    }
    known.others = row.into_iter().collect();
}

fn add(row: &mut BTreeMap<usize, f64>, unknown: usize, factor: f64) {
    let value = snap(row.get(&unknown).copied().unwrap_or(0.0) + factor);
    if value == 0.0 {
        row.remove(&unknown);
    } else {
        row.insert(unknown, value);
    }
}

/// Adding and taking away this number rounds to a whole one, much faster than `round`.
const ROUNDING: f64 = 6_755_399_441_055_744.0;

/// Removes the noise of floating point from numbers that are whole.
pub(super) fn snap(value: f64) -> f64 {
    let whole = (value + ROUNDING) - ROUNDING;
    if (value - whole).abs() < 1e-9 {
        whole
    } else {
        value
    }
}
