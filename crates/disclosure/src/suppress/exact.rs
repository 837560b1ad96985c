//! The cell suppression model of Fischetti and Salazar (Mathematical Programming 84, 1999): one
//! 0/1 variable per cell, and a capacity cut for each demand that a pattern fails.

use std::collections::BTreeSet;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, SolveOutcome, Variable};

use super::Change;
use super::cubes::{self, Cubes};
use super::network::{Network, Room};
use super::task::Task;
use crate::ProtectError;
use crate::lattice::Axis;

/// Rounds with fractional patterns, which make the integer problem tight before it is solved.
const LINEAR_ROUNDS: usize = 150;
/// Rounds with whole patterns.
const INTEGER_ROUNDS: usize = 60;
/// Search nodes over all rounds; beyond them the pattern may not be the best one.
const NODES: u64 = 6_000;
/// As [`NODES`], where an axis has inner nodes: the search takes longer there, and what it still
/// finds is little.
const TALL_NODES: u64 = 1_500;
/// Rounds with fractional patterns that may gain nothing before they are given up.
const PATIENCE: usize = 4;

/// The sum over the cells of coefficient times hidden must reach the bound; in billionths, so that
/// equal cuts are equal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Cut {
    terms: Vec<(usize, i64)>,
    bound: i64,
}
const ONE: i64 = 1_000_000_000;

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
    let mut nodes = if is_flat { NODES } else { TALL_NODES };
    for _ in 0..INTEGER_ROUNDS {
        let Some(tight) = tighten(task, network, &cuts)? else {
            break;
        };
        start = cheaper(task, start, cubes::protect(task, Some(&tight.pattern))?);
        let cut_off = cuts.union(&tight.cuts).cloned().collect();
        let master = Master::new(task, &cut_off, true);
        let Some(found) = master.solve(task, Some(&start.hidden), nodes)? else {
            break;
        };
        nodes = nodes.saturating_sub(found.nodes);
        let hidden: Vec<f64> = found.hidden.into_iter().map(f64::round).collect();
        let failed = violated(task, network, &hidden);
        if failed.is_empty() {
            let pattern = hidden.iter().map(|value| *value > 0.5).collect();
            return Ok(Outcome::Solved(pattern, found.best));
        }
        start = cheaper(task, start, cubes::protect(task, Some(&hidden))?);
        if failed.is_subset(&cut_off) || nodes == 0 || !found.best {
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
) -> Result<Option<Tight>, ProtectError> {
    let mut cuts = firm.clone();
    let mut last = Vec::new();
    let (mut reached, mut stalled) = (0.0, 0);
    for _ in 0..LINEAR_ROUNDS {
        if task.is_late() {
            return Ok(None);
        }
        let Some(found) = Master::new(task, &cuts, false).solve(task, None, NODES)? else {
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
        if failed.is_subset(&cuts) || stalled > PATIENCE {
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

impl Cut {
    /// How much more than needed a pattern hides.
    fn slack(&self, hidden: &[f64]) -> f64 {
        let terms = self
            .terms
            .iter()
            .map(|(cell, share)| shared(*share) * hidden[*cell]);
        terms.sum::<f64>() - shared(self.bound)
    }
}

/// No cell may be hidden alone in a relation, nor with the cell of one person only.
fn bridges(task: &Task) -> BTreeSet<Cut> {
    let mut cuts = BTreeSet::new();
    for (parts, sum) in task.lattice.relations() {
        let members: Vec<usize> = parts.into_iter().chain([sum]).collect();
        let inside: Vec<usize> = members
            .iter()
            .copied()
            .filter(|c| task.is_primary(*c))
            .collect();
        for &own in &inside {
            let insiders = task.insiders(own, &inside).into_iter().map(Some);
            for insider in insiders.chain([None]) {
                let others = members
                    .iter()
                    .filter(|c| **c != own && Some(**c) != insider);
                let open = others.filter(|cell| task.open[**cell]);
                cuts.insert(Cut {
                    terms: open.map(|cell| (*cell, ONE)).collect(),
                    bound: ONE,
                });
            }
        }
    }
    cuts.retain(|cut| !cut.terms.iter().any(|(cell, _)| task.is_primary(*cell)));
    cuts
}

/// A cell that lies on no circle of hidden cells is hidden for nothing: it never is in the best
/// pattern.
fn useless(task: &Task, network: &Network, hidden: &[f64]) -> BTreeSet<Cut> {
    let room = Room {
        up: hidden.to_vec(),
        down: hidden.to_vec(),
    };
    let cut = |cell: usize| {
        let flow = network.push(cell, true, hidden[cell], &room);
        (flow.value < hidden[cell] - 1e-4).then(|| {
            let others = flow.cut.iter().filter(|(other, _)| task.open[*other]);
            let mut terms: Vec<(usize, i64)> = others.map(|(other, _)| (*other, ONE)).collect();
            terms.push((cell, -ONE));
            Cut { terms, bound: 0 }
        })
    };
    let partly = |cell: &usize| task.is_free(*cell) && hidden[*cell] > 1e-4;
    (0..hidden.len()).filter(partly).filter_map(cut).collect()
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

/// The cuts of all demands that a pattern, whole or fractional, fails.
fn violated(task: &Task, network: &Network, hidden: &[f64]) -> BTreeSet<Cut> {
    let mut cuts = BTreeSet::new();
    for &cell in &task.primaries {
        let (rise, fall) = (count(task.rise(cell)), count(task.fall(cell)));
        cuts.extend(Attack::new(task, rise, 0, None).directed(network, cell, true, hidden));
        if fall > 0.0 {
            cuts.extend(Attack::new(task, fall, 0, None).directed(network, cell, false, hidden));
        }
        let attack = Attack::new(task, 1.0, task.floor, None);
        let (cut, change) = attack.spread(network, cell, hidden);
        cuts.extend(cut);
        for person in task.insiders(cell, &places(&change)) {
            let attack = Attack::new(task, 1.0, task.floor, Some(person));
            cuts.extend(attack.spread(network, cell, hidden).0);
        }
    }
    cuts
}

/// For each sensitive cell changes that show that neither the printed zeros nor a person alone in
/// another cell give it away.
pub(super) fn proofs(task: &Task, network: &Network, hidden: &[bool]) -> Vec<(usize, Vec<Change>)> {
    let hidden: Vec<f64> = hidden
        .iter()
        .map(|hidden| f64::from(u8::from(*hidden)))
        .collect();
    let change = |cell: usize, insider: Option<usize>| {
        Attack::new(task, 1.0, task.floor, insider)
            .spread(network, cell, &hidden)
            .1
    };
    let proof = |cell: &usize| {
        let first = change(*cell, None);
        let insiders = task.insiders(*cell, &places(&first)).into_iter();
        let others = insiders.map(|person| change(*cell, Some(person)));
        (*cell, [first.clone()].into_iter().chain(others).collect())
    };
    task.primaries.iter().map(proof).collect()
}

fn places(change: &Change) -> Vec<usize> {
    change.iter().map(|(cell, _)| *cell).collect()
}

/// One reader: what they know, and how far they must be kept from the truth.
struct Attack<'a> {
    task: &'a Task,
    need: f64,
    floor: i64,
    insider: Option<usize>,
}

impl<'a> Attack<'a> {
    fn new(task: &'a Task, need: f64, floor: i64, insider: Option<usize>) -> Self {
        Self {
            task,
            need,
            floor,
            insider,
        }
    }

    /// What hiding a cell can give way, at most what is needed.
    fn capacity(&self, cell: usize, upwards: bool) -> f64 {
        match (self.insider == Some(cell), upwards) {
            (true, _) => 0.0,
            (false, true) => self.need,
            (false, false) => count(self.task.counts[cell] - self.floor).clamp(0.0, self.need),
        }
    }

    fn room(&self, hidden: &[f64]) -> Room {
        let room = |upwards| -> Vec<f64> {
            let cells = hidden.iter().enumerate();
            cells
                .map(|(cell, part)| part * self.capacity(cell, upwards))
                .collect()
        };
        Room {
            up: room(true),
            down: room(false),
        }
    }

    /// The cut that keeps a cell from moving one way.
    fn directed(&self, network: &Network, cell: usize, up: bool, hidden: &[f64]) -> Option<Cut> {
        let flow = network.push(cell, up, self.need, &self.room(hidden));
        (flow.value < self.need * (1.0 - 1e-6)).then(|| self.cut(&[flow.cut]))
    }

    /// The cut that keeps a cell from moving at all, or else the cells that move with it.
    fn spread(&self, network: &Network, cell: usize, hidden: &[f64]) -> (Option<Cut>, Change) {
        let room = self.room(hidden);
        let rising = network.push(cell, true, self.need, &room);
        if rising.value > self.need * (1.0 - 1e-6) {
            return (None, rising.change);
        }
        if self.capacity(cell, false) < self.need {
            return (Some(self.cut(&[rising.cut])), Vec::new());
        }
        let falling = network.push(cell, false, self.need, &room);
        let together = rising.value + falling.value > self.need * (1.0 - 1e-6);
        let cut = (!together).then(|| self.cut(&[rising.cut, falling.cut]));
        (cut, falling.change)
    }

    fn cut(&self, sides: &[Vec<(usize, bool)>]) -> Cut {
        let mut cut = std::collections::BTreeMap::new();
        for &(cell, upwards) in sides.iter().flatten() {
            let share = self.capacity(cell, upwards) / self.need;
            let entry = cut.entry(cell).or_insert(0.0_f64);
            *entry = (*entry + share).min(1.0);
        }
        let kept = cut
            .into_iter()
            .filter(|(cell, share)| *share > 0.0 && self.task.open[*cell]);
        let terms = kept
            .map(|(cell, share)| (cell, billionths(share)))
            .collect();
        Cut { terms, bound: ONE }
    }
}

fn shared(billionths: i64) -> f64 {
    count(billionths) / count(ONE)
}

#[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
fn billionths(share: f64) -> i64 {
    (share * count(ONE)).ceil() as i64
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts end at 10^12, far below 2^53"
)]
fn count(value: i64) -> f64 {
    value as f64
}
