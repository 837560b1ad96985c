//! A protected pattern for tables of any shape, without a solver: each sensitive cell gets whole
//! tables a reader cannot rule out, then dear cells are traded for cheaper ones and what no such table needs is printed again.

use std::borrow::Cow;

use super::moves::{Move, Moves, Search, repeats};
use super::polish::Polish;
use super::task::Task;
use crate::ProtectError;

/// What a cell costs, in its weight, that the guide hides wholly.
const GUIDED: f64 = 0.02;

/// A demand on a pattern, proved by the cells that its witnesses change.
#[derive(Clone, Copy)]
pub(super) enum Demand {
    /// The cell may be larger by as much as the rule asks.
    Rise(usize),
    /// The cell may be smaller.
    Fall(usize),
    /// No reader who knows the printed zeros, and no single person counted in a hidden cell, can
    /// name the value of the cell.
    Spread(usize),
}

/// The pattern in the making.
pub(super) struct State<'a> {
    pub(super) task: &'a Task,
    moves: Moves,
    /// 0 for hidden cells, infinite for those that must stay printed.
    pub(super) prices: Vec<f64>,
}

/// A protected pattern.
pub(super) struct Cubes {
    pub(super) hidden: Vec<bool>,
    /// For each sensitive cell the changes that no reader can rule out, [`Demand::Spread`].
    pub(super) proofs: Vec<(usize, Vec<Move>)>,
}

/// Hides what is needed, trades dear cells for cheaper ones, and prints what is not needed. The
/// more a guide hides a cell, from 0 to 1, the less it costs at first.
pub(super) fn protect(task: &Task, guide: Option<&[f64]>) -> Result<Cubes, ProtectError> {
    let price = |cell: usize| match guide {
        _ if !task.open[cell] => f64::INFINITY,
        Some(guide) => task.weights[cell] * (1.0 + GUIDED - guide[cell]),
        None => task.weights[cell],
    };
    let mut state = State {
        task,
        moves: Moves::of(task),
        prices: (0..task.counts.len()).map(price).collect(),
    };
    let demands = state.demands();
    let witnesses = state.construct(&demands)?;
    state.settle_prices();
    Polish::new(&mut state, &demands, witnesses).run();
    let hidden = state.prices.iter().map(|price| *price <= 0.0).collect();
    let proof = |cell: &usize| {
        task.check_time()?;
        let changes = state.spread(*cell, f64::MIN_POSITIVE);
        Ok((*cell, changes.unwrap_or_default()))
    };
    let proofs: Result<Vec<_>, ProtectError> = task.primaries.iter().map(proof).collect();
    Ok(Cubes {
        hidden,
        proofs: proofs?,
    })
}

impl State<'_> {
    /// Wide cells first: what hides them often hides their parts as well.
    fn demands(&mut self) -> Vec<Demand> {
        let widths = self.task.lattice.widths();
        let mut order = self.task.primaries.clone();
        order.sort_by_key(|cell| std::cmp::Reverse(widths[*cell]));
        self.hide(&order);
        let all = order.into_iter().flat_map(|cell| {
            let fall = (self.task.fall(cell) > 0).then_some(Demand::Fall(cell));
            [Some(Demand::Rise(cell)), fall, Some(Demand::Spread(cell))]
        });
        all.flatten().collect()
    }

    /// Finds a witness for each demand in turn and hides its cells.
    fn construct(&mut self, demands: &[Demand]) -> Result<Vec<Vec<usize>>, ProtectError> {
        let mut witnesses = Vec::with_capacity(demands.len());
        for demand in demands {
            self.task.check_time()?;
            let witness = self.witness(*demand, f64::INFINITY);
            let witness =
                witness.ok_or_else(|| ProtectError::Solver("no protecting change".to_owned()))?;
            self.hide(&witness);
            witnesses.push(witness);
        }
        Ok(witnesses)
    }

    /// Hides cells, those aside that are hidden already.
    pub(super) fn hide(&mut self, cells: &[usize]) {
        let mut more = false;
        for &cell in cells {
            more |= self.prices[cell] > 0.0;
            self.prices[cell] = 0.0;
        }
        if more {
            self.look_again();
        }
    }

    /// Has searches look first among the cells that are hidden now.
    pub(super) fn look_again(&mut self) {
        self.moves.look(&self.prices);
    }

    /// Cells that are still printed cost what they are worth from now on.
    fn settle_prices(&mut self) {
        let prices = self.prices.iter_mut().zip(&self.task.weights);
        for (price, weight) in prices.filter(|(price, _)| **price > 0.0 && price.is_finite()) {
            *price = *weight;
        }
    }

    /// The cells that must be hidden for the demand, at the least cost per step below `limit`.
    pub(super) fn witness(&self, demand: Demand, limit: f64) -> Option<Vec<usize>> {
        match demand {
            Demand::Rise(cell) => self.climb(cell, 1, self.task.rise(cell), limit),
            Demand::Fall(cell) => self.climb(cell, -1, self.task.fall(cell), limit),
            Demand::Spread(cell) => {
                let changes = self.spread(cell, limit)?;
                Some(changes.iter().flatten().map(|(place, _)| *place).collect())
            }
        }
    }

    fn climb(&self, cell: usize, sign: i64, need: i64, limit: f64) -> Option<Vec<usize>> {
        let mut values = Cow::Borrowed(&self.task.counts);
        let mut prices = Cow::Borrowed(&self.prices);
        let mut touched = Vec::new();
        let mut left = need;
        loop {
            let search = Search {
                task: self.task,
                values: &values,
                prices: &prices,
                floor: 0,
                avoid: None,
                below: limit,
            };
            let (_, change) = self.moves.cheapest(cell, sign, &search)?;
            let times = repeats(&change, &values, 0, left);
            touched.extend(change.iter().map(|(place, _)| *place));
            left -= times;
            if left == 0 {
                return Some(touched);
            }
            for (place, delta) in change {
                values.to_mut()[place] += delta * times;
                prices.to_mut()[place] = 0.0;
            }
        }
    }

    /// A change of the cell, and for each other person it touches one that does not touch them.
    fn spread(&self, cell: usize, limit: f64) -> Option<Vec<Move>> {
        let first = self.unit(cell, None, limit)?;
        let touched: Vec<usize> = first.iter().map(|(place, _)| *place).collect();
        let mut insiders = self.task.insiders(cell, &touched);
        let mut changes = vec![first];
        while let Some(person) = insiders.pop_last() {
            let other = self.unit(cell, Some(person), limit)?;
            insiders.retain(|p| other.iter().any(|(place, _)| place == p));
            changes.push(other);
        }
        Some(changes)
    }

    fn unit(&self, cell: usize, avoid: Option<usize>, limit: f64) -> Option<Move> {
        let rising = self.moves.cheapest(cell, 1, &self.search(avoid, limit));
        let below = rising.as_ref().map_or(limit, |(cost, _)| *cost);
        let falling = if below > 0.0 {
            self.moves.cheapest(cell, -1, &self.search(avoid, below))
        } else {
            None
        };
        falling.or(rising).map(|(_, change)| change)
    }

    fn search(&self, avoid: Option<usize>, below: f64) -> Search<'_> {
        Search {
            task: self.task,
            values: &self.task.counts,
            prices: &self.prices,
            floor: self.task.floor,
            avoid,
            below,
        }
    }
}
