//! Checks claimed changes of a table: a change that leaves every sum true and every printed cell
//! alone shows that its reader cannot name the cells it moves.

use std::collections::{BTreeMap, BTreeSet};

use super::Reading;
use crate::{Rule, Zeros};

/// One claimed change.
pub(super) type Change = Vec<(usize, i64)>;

/// How many sensitive cells no change protects from a reader who knows the printed zeros, or who
/// is the only person in another hidden cell.
pub(super) fn unguarded(reading: &Reading, proofs: &[(usize, Vec<Change>)], rule: &Rule) -> usize {
    let insiders = reading.insiders();
    let floor = i64::from(rule.zeros == Zeros::Publish);
    let proofs: BTreeMap<usize, &Vec<Change>> = proofs.iter().map(|(c, all)| (*c, all)).collect();
    let guarded = |cell: &usize| {
        let claimed = proofs
            .get(cell)
            .map(|all| all.as_slice())
            .unwrap_or_default();
        let valid: Vec<BTreeSet<usize>> = claimed
            .iter()
            .filter(|change| moves(change, *cell) && is_possible(reading, change, floor))
            .map(|change| change.iter().map(|(moved, _)| *moved).collect())
            .collect();
        let mut others = insiders.iter().filter(|(_, cells)| !cells.contains(cell));
        !valid.is_empty()
            && others.all(|(known, _)| valid.iter().any(|moved| !moved.contains(known)))
    };
    reading
        .sensitive(rule)
        .iter()
        .filter(|cell| !guarded(cell))
        .count()
}

fn moves(change: &Change, cell: usize) -> bool {
    change
        .iter()
        .any(|(moved, delta)| *moved == cell && *delta != 0)
}

/// Whether the table with the change is one that the reader holds possible.
fn is_possible(reading: &Reading, change: &Change, floor: i64) -> bool {
    let mut deltas: BTreeMap<usize, i64> = BTreeMap::new();
    for (cell, delta) in change {
        *deltas.entry(*cell).or_insert(0) += delta;
    }
    let mut sums: BTreeMap<usize, i64> = BTreeMap::new();
    for (&cell, &delta) in &deltas {
        let count = reading.truth[cell].cast_signed() + delta;
        if !reading.is_hidden(cell) || count < floor {
            return false;
        }
        if reading.inner(cell) == [cell] {
            for sum in reading.sums(cell) {
                *sums.entry(sum).or_insert(0) += delta;
            }
        }
    }
    sums.retain(|_, delta| *delta != 0);
    deltas.retain(|_, delta| *delta != 0);
    sums == deltas
}
