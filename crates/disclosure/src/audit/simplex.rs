//! A primal simplex over the counts that a reader holds possible. Each search starts where the
//! last one ended: only what is looked for changes, never what is possible.

use super::Clock;
use super::elimination::{Solved, snap};
use crate::ProtectError;

const TINY: f64 = 1e-9;
/// After so many steps without gain the first suitable column is taken, which cannot circle.
const PATIENCE: usize = 40;

/// How a search ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Best,
    Endless,
}

/// The current corner: each basic unknown is its value less the weighted free ones, which are 0.
#[derive(Clone)]
pub(super) struct Simplex {
    basic: Vec<usize>,
    free: Vec<usize>,
    rows: Vec<Vec<f64>>,
    values: Vec<f64>,
}

impl Simplex {
    /// Starts from a possible table and walks to a corner.
    pub(super) fn new(
        solved: &[Solved],
        start: &[f64],
        clock: &Clock,
    ) -> Result<Self, ProtectError> {
        let mut column = vec![usize::MAX; start.len()];
        for (row, known) in solved.iter().enumerate() {
            column[known.unknown] = row;
        }
        let free: Vec<usize> = (0..start.len())
            .filter(|u| column[*u] == usize::MAX)
            .collect();
        for (place, unknown) in free.iter().enumerate() {
            column[*unknown] = place;
        }
        let dense = |known: &Solved| {
            let mut row = vec![0.0; free.len()];
            known
                .others
                .iter()
                .for_each(|(other, factor)| row[column[*other]] = *factor);
            row
        };
        let rows = solved.iter().map(dense).collect();
        let basic: Vec<usize> = solved.iter().map(|known| known.unknown).collect();
        let values = basic.iter().map(|unknown| start[*unknown]).collect();
        let mut simplex = Self {
            basic,
            free,
            rows,
            values,
        };
        for place in 0..simplex.free.len() {
            clock.check()?;
            simplex.settle(place, start[simplex.free[place]]);
        }
        Ok(simplex)
    }

    /// Brings a free unknown down to 0, or swaps it for the one that stops it.
    fn settle(&mut self, place: usize, value: f64) {
        let stops = (0..self.rows.len()).filter(|row| self.rows[*row][place] < -TINY);
        let first = stops.min_by(|a, b| self.fall(*a, place).total_cmp(&self.fall(*b, place)));
        match first.filter(|row| self.fall(*row, place) < value - TINY) {
            None => self.shift(place, value),
            Some(row) => {
                let step = self.fall(row, place);
                self.shift(place, step);
                self.swap(row, place, value - step);
            }
        }
    }

    fn fall(&self, row: usize, place: usize) -> f64 {
        self.values[row] / -self.rows[row][place]
    }

    /// A free unknown falls by a step, and the basic ones follow.
    fn shift(&mut self, place: usize, step: f64) {
        for (value, row) in self.values.iter_mut().zip(&self.rows) {
            *value = snap(*value + row[place] * step);
        }
    }

    /// The largest sum of the wanted unknowns (weight 1), or the smallest (weight −1).
    pub(super) fn search(
        &mut self,
        wanted: &[bool],
        weight: f64,
        clock: &Clock,
    ) -> Result<End, ProtectError> {
        let mut stuck = 0;
        loop {
            clock.check()?;
            let gains = self.gains(wanted, weight);
            let Some(place) = self.enter(&gains, stuck > PATIENCE) else {
                return Ok(End::Best);
            };
            let Some(row) = self.leave(place) else {
                return Ok(End::Endless);
            };
            let step = self.values[row] / self.rows[row][place];
            stuck = if step > TINY { 0 } else { stuck + 1 };
            self.shift(place, -step);
            self.swap(row, place, step);
        }
    }

    /// What raising each free unknown by one adds to the sum.
    fn gains(&self, wanted: &[bool], weight: f64) -> Vec<f64> {
        let own = |unknown: &usize| if wanted[*unknown] { weight } else { 0.0 };
        let mut gains: Vec<f64> = self.free.iter().map(own).collect();
        for (row, _) in self
            .rows
            .iter()
            .zip(&self.basic)
            .filter(|(_, basic)| wanted[**basic])
        {
            for (gain, factor) in gains.iter_mut().zip(row) {
                *gain -= weight * factor;
            }
        }
        gains
    }

    /// The free unknown with the most gain, or the lowest one with any.
    fn enter(&self, gains: &[f64], lowest: bool) -> Option<usize> {
        let gaining = (0..gains.len()).filter(|place| gains[*place] > TINY);
        if lowest {
            gaining.min_by_key(|place| self.free[*place])
        } else {
            gaining.max_by(|a, b| gains[*a].total_cmp(&gains[*b]))
        }
    }

    /// The basic unknown that reaches 0 first; among equals the lowest, so that no circle forms.
    fn leave(&self, place: usize) -> Option<usize> {
        let mut best: Option<(f64, usize, usize)> = None;
        for (row, factors) in self.rows.iter().enumerate() {
            if factors[place] > TINY {
                let step = self.values[row].max(0.0) / factors[place];
                let closer = best.is_none_or(|(least, unknown, _)| {
                    step < least - TINY || (step < least + TINY && self.basic[row] < unknown)
                });
                if closer {
                    best = Some((step, self.basic[row], row));
                }
            }
        }
        best.map(|(_, _, row)| row)
    }

    /// Exchanges a basic unknown, now 0, for a free one, now at `value`.
    fn swap(&mut self, row: usize, place: usize, value: f64) {
        let pivot = self.rows[row][place];
        let mut lead = std::mem::take(&mut self.rows[row]);
        for factor in &mut lead {
            *factor = snap(*factor / pivot);
        }
        lead[place] = snap(1.0 / pivot);
        let filled: Vec<usize> = (0..lead.len())
            .filter(|p| lead[*p] != 0.0 && *p != place)
            .collect();
        for other in self.rows.iter_mut().filter(|other| !other.is_empty()) {
            let factor = other[place];
            if factor != 0.0 {
                for &p in &filled {
                    other[p] = snap(other[p] - factor * lead[p]);
                }
                other[place] = snap(-factor / pivot);
            }
        }
        self.rows[row] = lead;
        self.values[row] = value;
        std::mem::swap(&mut self.basic[row], &mut self.free[place]);
    }

    /// The count of each unknown at the current corner.
    pub(super) fn corner(&self) -> Vec<f64> {
        let mut corner = vec![0.0; self.basic.len() + self.free.len()];
        for (unknown, value) in self.basic.iter().zip(&self.values) {
            corner[*unknown] = *value;
        }
        corner
    }
}
