//! The cell suppression model of Fischetti and Salazar (Mathematical Programming 84, 1999): one
//! 0/1 variable per cell, and a capacity cut for each demand that a pattern fails.

use std::collections::BTreeSet;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, SolveOutcome, Variable};

use super::cubes::{self, Cubes};
use super::cuts::{Cut, ONE, bridges, company, shared, useless, violated};
use super::network::Network;
use super::task::Task;
use crate::ProtectError;

/// Rounds with fractional patterns, which make the integer problem tight before it is solved.
const LINEAR_ROUNDS: usize = 150;
/// Rounds with whole patterns.
const INTEGER_ROUNDS: usize = 60;
/// What a search node counts for.
const NODE: u64 = 20;
/// Rounds with fractional patterns that may gain nothing before they are given up.
const PATIENCE: usize = 4;

/// What the search came to.
pub(super) enum Outcome {
    /// A pattern that protects, and whether it is the best one.
    Solved(Vec<bool>, bool),
    /// It gave up; a pattern by moves, guided by what was found.
    Stuck(Cubes),
}

/// Looks for a better pattern than `start`.
pub(super) fn improve(
    task: &Task,
    network: &Network,
    mut start: Cubes,
) -> Result<Outcome, ProtectError> {
    let mut search = Search::new(task, network);
    let mut cuts: BTreeSet<Cut> = bridges(task).into_iter().chain(company(task)).collect();
    search.count(&mut cuts)?;
    for _ in 0..INTEGER_ROUNDS {
        let Some(tight) = search.tighten(&task.weights, &cuts)? else {
            break;
        };
        start = cheaper(task, start, cubes::protect(task, Some(&tight.pattern))?);
        let cut_off: BTreeSet<Cut> = cuts.union(&tight.cuts).cloned().collect();
        search.exclude(&cut_off, &start.hidden)?;
        let Some(found) = search.whole(&cut_off, &start.hidden)? else {
            break;
        };
        let hidden: Vec<f64> = found.hidden.into_iter().map(f64::round).collect();
        let failed = violated(task, network, &hidden);
        if failed.is_empty() {
            let pattern = hidden.iter().map(|value| *value > 0.5).collect();
            return Ok(Outcome::Solved(pattern, found.best));
        }
        start = cheaper(task, start, cubes::protect(task, Some(&hidden))?);
        if failed.is_subset(&cut_off) || !found.best {
            break;
        }
        cuts.extend(failed);
        cuts.extend(tight.cuts);
        cuts.extend(useless(task, network, &hidden));
        cuts.retain(|cut| cut.binds(&search.free));
    }
    Ok(Outcome::Stuck(start))
}

fn cheaper(task: &Task, one: Cubes, other: Cubes) -> Cubes {
    if task.loss(&other.hidden) < task.loss(&one.hidden) {
        other
    } else {
        one
    }
}

/// A fractional pattern, the cuts that hold it, and what it costs.
struct Tight {
    cuts: BTreeSet<Cut>,
    pattern: Vec<f64>,
    cost: f64,
}

struct Search<'a> {
    task: &'a Task,
    network: &'a Network,
    /// The cells that the best pattern may hide besides the sensitive ones.
    free: Vec<bool>,
    effort: u64,
}

impl<'a> Search<'a> {
    fn new(task: &'a Task, network: &'a Network) -> Self {
        Self {
            task,
            network,
            free: (0..task.counts.len())
                .map(|cell| task.is_free(cell))
                .collect(),
            effort: task.effort,
        }
    }

    /// How many cells must be hidden at least: a cut that single weights do not give.
    fn count(&mut self, cuts: &mut BTreeSet<Cut>) -> Result<(), ProtectError> {
        let ones = vec![1.0; self.free.len()];
        if let Some(tight) = self.tighten(&ones, cuts)? {
            let free = (0..self.free.len()).filter(|cell| self.free[*cell]);
            cuts.insert(Cut {
                terms: free.map(|cell| (cell, ONE)).collect(),
                bound: ONE * least(tight.cost),
            });
            cuts.extend(tight.cuts);
        }
        Ok(())
    }

    /// Cuts that fractional patterns fail, until there are none or they change little; of these,
    /// the ones that hold the last pattern, and that pattern. None if there is no time left.
    fn tighten(
        &mut self,
        weights: &[f64],
        firm: &BTreeSet<Cut>,
    ) -> Result<Option<Tight>, ProtectError> {
        let mut cuts = firm.clone();
        let mut tight = Tight {
            cuts: BTreeSet::new(),
            pattern: Vec::new(),
            cost: 0.0,
        };
        let mut stalled = 0;
        for _ in 0..LINEAR_ROUNDS {
            if self.task.is_late() || self.effort == 0 {
                return Ok(None);
            }
            let master = Master::new(self.task, &self.free, weights, &cuts, false);
            let Some(found) = master.solve(self.task, None, 1)? else {
                return Ok(None);
            };
            self.effort = self.effort.saturating_sub(cuts.len() as u64);
            cuts.retain(|cut| firm.contains(cut) || cut.slack(&found.hidden) < 1e-6);
            let mut failed = violated(self.task, self.network, &found.hidden);
            failed.extend(useless(self.task, self.network, &found.hidden));
            let gains = found.cost > tight.cost * 1.0002;
            stalled = if gains { 0 } else { stalled + 1 };
            tight.pattern = found.hidden;
            tight.cost = found.cost.max(tight.cost);
            if failed.is_subset(&cuts) || stalled > PATIENCE {
                break;
            }
            cuts.extend(failed);
        }
        tight.cuts = cuts.difference(firm).cloned().collect();
        Ok(Some(tight))
    }

    /// Leaves out the cells that no pattern cheaper than `best` hides: by the prices that the cuts
    /// put on cells (the dual of the linear problem), hiding one of them costs as much already.
    fn exclude(&mut self, cuts: &BTreeSet<Cut>, best: &[bool]) -> Result<(), ProtectError> {
        let task = self.task;
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let mut paid: Vec<Vec<(Variable, f64)>> = vec![Vec::new(); self.free.len()];
        for cut in cuts {
            let price = problem.add_var(shared(cut.rest(task)), (0.0, f64::INFINITY));
            for (cell, share) in cut.terms.iter().filter(|(cell, _)| self.free[*cell]) {
                paid[*cell].push((price, shared(*share)));
            }
        }
        for (cell, prices) in paid.iter().enumerate().filter(|(_, p)| !p.is_empty()) {
            problem.add_constraint(prices.clone(), ComparisonOp::Le, task.weights[cell]);
        }
        let outcome = problem.solve();
        let outcome = outcome.map_err(|error| ProtectError::Solver(error.to_string()))?;
        let SolveOutcome::Solution(solution) = outcome else {
            return Ok(());
        };
        let gap = task.secondary_loss(best) - solution.objective();
        for (cell, prices) in paid.iter().enumerate() {
            let price = |(price, share): &(Variable, f64)| share * solution.var_value(*price);
            let left = task.weights[cell] - prices.iter().map(price).sum::<f64>();
            self.free[cell] &= best[cell] || left <= gap + 1e-6;
        }
        Ok(())
    }

    /// The best whole pattern under these cuts; none if there is nothing left to search with.
    fn whole(
        &mut self,
        cuts: &BTreeSet<Cut>,
        start: &[bool],
    ) -> Result<Option<Found>, ProtectError> {
        if self.effort < NODE {
            return Ok(None);
        }
        let master = Master::new(self.task, &self.free, &self.task.weights, cuts, true);
        let found = master.solve(self.task, Some(start), self.effort / NODE)?;
        let spent = found.as_ref().map_or(0, |found| found.nodes * NODE);
        self.effort = self.effort.saturating_sub(spent + cuts.len() as u64);
        Ok(found)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a number of cells")]
fn least(cells: f64) -> i64 {
    (cells - 1e-6).ceil() as i64
}

/// A solution of the master problem.
struct Found {
    /// How far each cell is hidden, from 0 to 1.
    hidden: Vec<f64>,
    /// Whether no other solution costs less.
    best: bool,
    cost: f64,
    nodes: u64,
}

/// The integer problem, or its linear relaxation.
struct Master {
    problem: Problem,
    variables: Vec<Option<Variable>>,
}

impl Master {
    fn new(task: &Task, free: &[bool], weights: &[f64], cuts: &BTreeSet<Cut>, whole: bool) -> Self {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut variable = |cell: usize| {
            let weight = weights[cell];
            free[cell].then(|| {
                if whole {
                    problem.add_binary_var(weight)
                } else {
                    problem.add_var(weight, (0.0, 1.0))
                }
            })
        };
        let variables: Vec<Option<Variable>> = (0..task.counts.len()).map(&mut variable).collect();
        for cut in cuts {
            let term = |(cell, share): &(usize, i64)| Some((variables[*cell]?, shared(*share)));
            let terms: Vec<(Variable, f64)> = cut.terms.iter().filter_map(term).collect();
            problem.add_constraint(terms, ComparisonOp::Ge, shared(cut.rest(task)));
        }
        Self { problem, variables }
    }

    fn solve(
        &self,
        task: &Task,
        start: Option<&[bool]>,
        nodes: u64,
    ) -> Result<Option<Found>, ProtectError> {
        let mut options = SolveOptions::default();
        options.node_limit = Some(nodes);
        options.time_limit = task.time_left();
        if let Some(start) = start {
            let hint = self.variables.iter().zip(start);
            let hint = hint.filter_map(|(v, hidden)| Some(((*v)?, f64::from(u8::from(*hidden)))));
            options.warm_start = Some(hint.collect());
        }
        let outcome = self.problem.solve_with(options);
        let outcome = outcome.map_err(|error| ProtectError::Solver(error.to_string()))?;
        let (best, nodes) = (outcome.is_optimal(), outcome.stats().nodes_solved);
        let SolveOutcome::Solution(solution) = outcome else {
            return Ok(None);
        };
        let hidden = self
            .variables
            .iter()
            .enumerate()
            .map(|(cell, variable)| match variable {
                Some(variable) => solution.var_value(*variable).clamp(0.0, 1.0),
                None => f64::from(u8::from(task.is_primary(cell))),
            });
        Ok(Some(Found {
            hidden: hidden.collect(),
            best,
            cost: solution.objective(),
            nodes,
        }))
    }
}
