//! All tables that fit what is printed, for tables of any shape: corners by the simplex method,
//! whole numbers by branch and bound where a corner is none.

use std::collections::BTreeSet;

use super::elimination;
use super::simplex::{End, Simplex};
use super::{Clock, Reading, whole};
use crate::ProtectError;

/// More numbers than this in the solved system would not fit a small machine.
const MAX_NUMBERS: usize = 40_000_000;

/// A hidden cell in terms of the unknown inner cells.
struct Target {
    cell: usize,
    terms: Vec<usize>,
    /// What printed inner cells add to it.
    known: i64,
    /// The smallest and largest sum of the terms seen in a possible table.
    seen: (i64, i64),
    /// What is hidden in the narrowest printed cell that the cell is part of.
    most: Option<i64>,
}

/// The tables a reader holds possible.
pub(super) struct Polytope {
    /// Sums of unknowns that can be read from the table.
    sums: Vec<(Vec<usize>, i64)>,
    targets: Vec<Target>,
    truth: Vec<i64>,
    simplex: Simplex,
}

impl Polytope {
    pub(super) fn of(reading: &Reading, clock: &Clock) -> Result<Self, ProtectError> {
        let is_inner = |cell: &usize| reading.inner(*cell) == [*cell];
        let unknowns: Vec<usize> = reading.hidden().filter(is_inner).collect();
        let truth: Vec<i64> = unknowns
            .iter()
            .map(|c| reading.truth[*c].cast_signed())
            .collect();
        let (sums, targets) = equations(reading, &unknowns, &truth);
        let terms: Vec<Vec<usize>> = sums.iter().map(|(terms, _)| terms.clone()).collect();
        let solved = elimination::solve(&terms, clock)?;
        if solved.len().saturating_mul(unknowns.len() - solved.len()) > MAX_NUMBERS {
            return Err(ProtectError::Solver(
                "the table is too large to be audited".to_owned(),
            ));
        }
        let start: Vec<f64> = truth.iter().map(|n| decimal(*n)).collect();
        let simplex = Simplex::new(&solved, &start, clock)?;
        Ok(Self {
            sums,
            targets,
            truth,
            simplex,
        })
    }

    /// The exact interval of each hidden cell.
    pub(super) fn intervals(
        &mut self,
        clock: &Clock,
    ) -> Result<Vec<(usize, u64, Option<u64>)>, ProtectError> {
        let mut intervals = Vec::with_capacity(self.targets.len());
        for target in 0..self.targets.len() {
            clock.check()?;
            let Target { seen, most, .. } = self.targets[target];
            let high = if most == Some(seen.1) {
                most
            } else {
                self.extreme(target, true, clock)?
            };
            let low = if self.targets[target].seen.0 == 0 {
                Some(0)
            } else {
                self.extreme(target, false, clock)?
            };
            let Target { cell, known, .. } = self.targets[target];
            let count = |sum: i64| (known + sum).max(0).cast_unsigned();
            intervals.push((cell, low.map_or(0, count), high.map(count)));
        }
        Ok(intervals)
    }

    /// The largest or smallest sum of a target's terms in whole numbers; none if there is no end.
    fn extreme(
        &mut self,
        target: usize,
        largest: bool,
        clock: &Clock,
    ) -> Result<Option<i64>, ProtectError> {
        let mut wanted = vec![false; self.truth.len()];
        for unknown in &self.targets[target].terms {
            wanted[*unknown] = true;
        }
        let sign = if largest { 1.0 } else { -1.0 };
        if self.simplex.search(&wanted, sign, clock)? == End::Endless {
            return Ok(None);
        }
        let corner = self.simplex.corner();
        if let Some(table) = self.whole(&corner) {
            self.see(&table);
            let (low, high) = self.targets[target].seen;
            return Ok(Some(if largest { high } else { low }));
        }
        let bound: f64 = self.targets[target]
            .terms
            .iter()
            .map(|unknown| corner[*unknown])
            .sum();
        let (low, high) = self.targets[target].seen;
        let seen = if largest { high } else { low };
        if (bound - decimal(seen)).abs() < 1.0 - 1e-6 {
            return Ok(Some(seen));
        }
        let terms = &self.targets[target].terms;
        let table = whole::extreme(&self.sums, self.truth.len(), terms, largest, clock.left())?;
        clock.check()?;
        if let Some(table) = table.filter(|table| self.fits(table)) {
            self.see(&table);
        }
        let (low, high) = self.targets[target].seen;
        Ok(Some(if largest { high } else { low }))
    }

    /// The corner in whole numbers, if it is such and every printed sum is met exactly.
    fn whole(&self, corner: &[f64]) -> Option<Vec<i64>> {
        let close = |value: &f64| (value - value.round()).abs() < 1e-6;
        let table: Vec<i64> = corner.iter().map(|value| integer(*value)).collect();
        (corner.iter().all(close) && self.fits(&table)).then_some(table)
    }

    fn fits(&self, table: &[i64]) -> bool {
        let meets = |(terms, value): &(Vec<usize>, i64)| {
            terms.iter().map(|unknown| table[*unknown]).sum::<i64>() == *value
        };
        table.iter().all(|count| *count >= 0) && self.sums.iter().all(meets)
    }

    /// Remembers what a possible table says about each hidden cell.
    fn see(&mut self, table: &[i64]) {
        for target in &mut self.targets {
            let value: i64 = target.terms.iter().map(|unknown| table[*unknown]).sum();
            target.seen = (target.seen.0.min(value), target.seen.1.max(value));
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts end at 10^12, far below 2^53"
)]
fn decimal(value: i64) -> f64 {
    value as f64
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a rounded count, checked by the caller"
)]
fn integer(value: f64) -> i64 {
    value.round() as i64
}

/// What the table says of the unknowns: the sums that are printed, and the hidden ones.
fn equations(
    reading: &Reading,
    unknowns: &[usize],
    truth: &[i64],
) -> (Vec<(Vec<usize>, i64)>, Vec<Target>) {
    let place = |inner: &usize| unknowns.binary_search(inner).ok();
    let terms_of = |cell| -> Vec<usize> { reading.inner(cell).iter().filter_map(place).collect() };
    let terms: Vec<Vec<usize>> = (0..reading.printed.len()).map(terms_of).collect();
    let value = |cell: usize| {
        terms[cell]
            .iter()
            .map(|unknown| truth[*unknown])
            .sum::<i64>()
    };
    let values: Vec<i64> = (0..terms.len()).map(value).collect();
    let mut sums = BTreeSet::new();
    let mut targets = Vec::new();
    for (cell, terms) in terms.into_iter().enumerate() {
        let value = values[cell];
        if reading.is_hidden(cell) {
            let known = reading.truth[cell].cast_signed() - value;
            let above = reading
                .sums(cell)
                .into_iter()
                .filter(|sum| !reading.is_hidden(*sum));
            let most = above.map(|sum| values[sum]).min();
            targets.push(Target {
                cell,
                terms,
                known,
                seen: (value, value),
                most,
            });
        } else if !terms.is_empty() {
            sums.insert((terms, value));
        }
    }
    (sums.into_iter().collect(), targets)
}
