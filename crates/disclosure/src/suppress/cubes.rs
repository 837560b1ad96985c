//! A protected pattern for tables of any shape, without a solver: each sensitive cell gets whole
//! tables a reader cannot rule out, then cells that no such table needs are printed again.

use super::moves::{Move, Moves, Search, repeats};
use super::task::Task;
use crate::ProtectError;

/// A demand on a pattern, proved by the cells that its witnesses change.
#[derive(Clone, Copy)]
enum Demand {
    /// The cell may be larger by as much as the rule asks.
    Rise(usize),
    /// The cell may be smaller.
    Fall(usize),
    /// No reader who knows the printed zeros, and no single person counted in a hidden cell, can
    /// name the value of the cell.
    Spread(usize),
}

/// The pattern in the making.
struct State<'a> {
    task: &'a Task,
    moves: Moves,
    /// 0 for hidden cells, infinite for those that must stay printed.
    prices: Vec<f64>,
}

/// A protected pattern.
pub(super) struct Cubes {
    pub(super) hidden: Vec<bool>,
    /// For each sensitive cell the changes that no reader can rule out, [`Demand::Spread`].
    pub(super) proofs: Vec<(usize, Vec<Move>)>,
}

/// Hides what is needed, then prints what is not.
pub(super) fn protect(task: &Task) -> Result<Cubes, ProtectError> {
    let price = |cell: usize| {
        if task.open[cell] {
            task.weights[cell]
        } else {
            f64::INFINITY
        }
    };
    let prices = (0..task.counts.len()).map(price).collect();
    let mut state = State {
        task,
        moves: Moves::of(task),
        prices,
    };
    let demands = state.demands();
    let mut witnesses = Vec::with_capacity(demands.len());
    for demand in &demands {
        task.check_time()?;
        let witness = state.witness(*demand, f64::INFINITY);
        let witness =
            witness.ok_or_else(|| ProtectError::Solver("no protecting change".to_owned()))?;
        for &cell in &witness {
            state.prices[cell] = 0.0;
        }
        witnesses.push(witness);
    }
    state.reopen(&demands, &mut witnesses)?;
    let hidden = state.prices.iter().map(|price| *price <= 0.0).collect();
    let proof = |cell: &usize| {
        (
            *cell,
            state.spread(*cell, f64::MIN_POSITIVE).unwrap_or_default(),
        )
    };
    Ok(Cubes {
        hidden,
        proofs: task.primaries.iter().map(proof).collect(),
    })
}

impl State<'_> {
    /// Wide cells first: what hides them often hides their parts as well.
    fn demands(&mut self) -> Vec<Demand> {
        let widths = self.task.lattice.widths();
        let mut order = self.task.primaries.clone();
        order.sort_by_key(|cell| std::cmp::Reverse(widths[*cell]));
        for &cell in &order {
            self.prices[cell] = 0.0;
        }
        let all = order.into_iter().flat_map(|cell| {
            let fall = (self.task.fall(cell) > 0).then_some(Demand::Fall(cell));
            [Some(Demand::Rise(cell)), fall, Some(Demand::Spread(cell))]
        });
        all.flatten().collect()
    }

    /// The cells that must be hidden for the demand, at the least cost per step below `limit`.
    fn witness(&self, demand: Demand, limit: f64) -> Option<Vec<usize>> {
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
        let mut values = self.task.counts.clone();
        let mut prices = self.prices.clone();
        let mut touched = Vec::new();
        let mut left = need;
        while left > 0 {
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
            for (place, delta) in change {
                values[place] += delta * times;
                prices[place] = 0.0;
                touched.push(place);
            }
            left -= times;
        }
        Some(touched)
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

    /// Prints each hidden cell again, dearest first, if all demands find other witnesses among
    /// the cells that stay hidden.
    fn reopen(
        &mut self,
        demands: &[Demand],
        witnesses: &mut [Vec<usize>],
    ) -> Result<(), ProtectError> {
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); self.prices.len()];
        for (user, witness) in witnesses.iter().enumerate() {
            for cell in witness {
                users[*cell].push(user);
            }
        }
        let hidden = |cell: &usize| self.prices[*cell] <= 0.0 && !self.task.is_primary(*cell);
        let mut order: Vec<usize> = (0..self.prices.len()).filter(hidden).collect();
        order.sort_by(|a, b| self.task.weights[*b].total_cmp(&self.task.weights[*a]));
        for cell in order {
            self.task.check_time()?;
            self.prices[cell] = f64::INFINITY;
            let Some(found) = self.replacements(cell, demands, &users[cell], witnesses) else {
                self.prices[cell] = 0.0;
                continue;
            };
            for (user, witness) in found {
                for touched in &witness {
                    users[*touched].push(user);
                }
                witnesses[user] = witness;
            }
        }
        Ok(())
    }

    /// New witnesses for all demands that used the cell, none if one finds no other.
    fn replacements(
        &self,
        cell: usize,
        demands: &[Demand],
        users: &[usize],
        witnesses: &[Vec<usize>],
    ) -> Option<Vec<(usize, Vec<usize>)>> {
        let mut users: Vec<usize> = users
            .iter()
            .copied()
            .filter(|user| witnesses[*user].contains(&cell))
            .collect();
        users.sort_unstable();
        users.dedup();
        let again = |user| Some((user, self.witness(demands[user], f64::MIN_POSITIVE)?));
        users.into_iter().map(again).collect()
    }
}
