//! The cell suppression model of Fischetti and Salazar (Mathematical Programming 84, 1999): one
//! 0/1 variable per cell, and a capacity cut for each demand that a pattern fails.

use std::collections::BTreeSet;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, SolveOutcome, Variable};

use super::cubes::{self, Cubes};
use super::cuts::{Cut, bridges, shared, useless, violated};
use super::network::Network;
use super::task::Task;
use crate::ProtectError;
use crate::lattice::Axis;

/// Rounds with fractional patterns, which make the integer problem tight before it is solved.
const LINEAR_ROUNDS: usize = 150;
/// Rounds with whole patterns.
const INTEGER_ROUNDS: usize = 60;
/// Cuts in all problems that are solved, with what a search node counts for; beyond them the
/// pattern may not be the best one.
const EFFORT: u64 = 8_500;
/// What a search node counts for.
const NODE: u64 = 6;
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
    let mut cuts = bridges(task);
    let is_flat = task.lattice.axes.iter().all(Axis::is_flat);
    let mut effort = if is_flat { EFFORT } else { EFFORT / 4 };
    for _ in 0..INTEGER_ROUNDS {
        let Some(tight) = tighten(task, network, &cuts, &mut effort)? else {
            break;
        };
        start = cheaper(task, start, cubes::protect(task, Some(&tight.pattern))?);
        if effort < NODE {
            break;
        }
        let cut_off = cuts.union(&tight.cuts).cloned().collect();
        let master = Master::new(task, &cut_off, true);
        let Some(found) = master.solve(task, Some(&start.hidden), effort / NODE)? else {
            break;
        };
        effort = effort.saturating_sub(found.nodes * NODE + cut_off.len() as u64);
        let hidden: Vec<f64> = found.hidden.into_iter().map(f64::round).collect();
        let failed = violated(task, network, &hidden);
        if failed.is_empty() {
            let pattern = hidden.iter().map(|value| *value > 0.5).collect();
            return Ok(Outcome::Solved(pattern, found.best));
        }
        start = cheaper(task, start, cubes::protect(task, Some(&hidden))?);
        if failed.is_subset(&cut_off) || effort < NODE || !found.best {
            break;
        }
        cuts.extend(failed);
        cuts.extend(tight.cuts);
        cuts.extend(useless(task, network, &hidden));
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

/// A fractional pattern and the cuts that hold it.
struct Tight {
    cuts: BTreeSet<Cut>,
    pattern: Vec<f64>,
}

/// Cuts that fractional patterns fail, until there are none or they change little; of these, the
/// ones that hold the last pattern, and that pattern. None if there is no time left.
fn tighten(
    task: &Task,
    network: &Network,
    firm: &BTreeSet<Cut>,
    effort: &mut u64,
) -> Result<Option<Tight>, ProtectError> {
    let mut cuts = firm.clone();
    let mut last = Vec::new();
    let (mut reached, mut stalled) = (0.0, 0);
    for _ in 0..LINEAR_ROUNDS {
        if task.is_late() {
            return Ok(None);
        }
        let Some(found) = Master::new(task, &cuts, false).solve(task, None, 1)? else {
            return Ok(None);
        };
        cuts.retain(|cut| firm.contains(cut) || cut.slack(&found.hidden) < 1e-6);
        let mut failed = violated(task, network, &found.hidden);
        failed.extend(useless(task, network, &found.hidden));
        stalled = if found.cost > reached * 1.0002 {
            0
        } else {
            stalled + 1
        };
        last = found.hidden;
        *effort = effort.saturating_sub(cuts.len() as u64);
        if failed.is_subset(&cuts) || stalled > PATIENCE || *effort < NODE {
            break;
        }
        reached = found.cost.max(reached);
        cuts.extend(failed);
    }
    Ok(Some(Tight {
        cuts: cuts.difference(firm).cloned().collect(),
        pattern: last,
    }))
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
    fn new(task: &Task, cuts: &BTreeSet<Cut>, whole: bool) -> Self {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut variable = |cell: usize| {
            let weight = task.weights[cell];
            task.is_free(cell).then(|| {
                if whole {
                    problem.add_binary_var(weight)
                } else {
                    problem.add_var(weight, (0.0, 1.0))
                }
            })
        };
        let variables: Vec<Option<Variable>> = (0..task.counts.len()).map(&mut variable).collect();
        for cut in cuts {
            let known = cut.terms.iter().filter(|(cell, _)| task.is_primary(*cell));
            let known: i64 = known.map(|(_, share)| share).sum();
            let term = |(cell, share): &(usize, i64)| Some((variables[*cell]?, shared(*share)));
            let terms: Vec<(Variable, f64)> = cut.terms.iter().filter_map(term).collect();
            problem.add_constraint(terms, ComparisonOp::Ge, shared(cut.bound - known));
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
