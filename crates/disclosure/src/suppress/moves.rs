//! Changes of a table that leave all relations true: one vector per axis, multiplied.

use super::task::Task;

/// What a change does along one axis: node position times stride, with a sign.
type Step = Vec<(usize, i64)>;

/// A change that raises one cell by one: every cell it touches with its sign.
pub(super) type Move = Vec<(usize, i64)>;

/// Inner nodes offer a step per pair of leaves; beyond this many the later ones are left out.
const MAX_STEPS: usize = 150;

/// The steps of each node on each axis.
pub(super) struct Moves {
    steps: Vec<Vec<Vec<Step>>>,
}

/// The search for the cheapest change of one cell.
pub(super) struct Search<'a> {
    pub(super) task: &'a Task,
    /// The table the change starts from.
    pub(super) values: &'a [i64],
    /// What touching a cell costs; infinite if it must not be touched.
    pub(super) prices: &'a [f64],
    /// The smallest value a cell may take.
    pub(super) floor: i64,
    /// The cell that the reader knows, so that it must not be touched.
    pub(super) avoid: Option<usize>,
    /// Only changes that cost less are looked for.
    pub(super) below: f64,
}

impl Moves {
    pub(super) fn of(task: &Task) -> Self {
        let axes = task.lattice.axes.iter().zip(&task.lattice.strides);
        let steps = axes.map(|(axis, &stride)| {
            let nodes = 0..axis.len();
            nodes.map(|node| steps_of(axis, node, stride)).collect()
        });
        Self {
            steps: steps.collect(),
        }
    }

    /// The cheapest change that moves `cell` by `sign`, with its cost.
    pub(super) fn cheapest(&self, cell: usize, sign: i64, search: &Search) -> Option<(f64, Move)> {
        let nodes = search.task.lattice.nodes(cell);
        let choices: Vec<&[Step]> = self
            .steps
            .iter()
            .zip(nodes)
            .map(|(axis, node)| axis[node].as_slice())
            .collect();
        let mut best = (search.below, Move::new());
        descend(&choices, &vec![(0, sign)], search, &mut best);
        (!best.1.is_empty()).then_some(best)
    }
}

/// Takes each step of the first axis in turn; the changes of the last one are priced.
fn descend(choices: &[&[Step]], partial: &Move, search: &Search, best: &mut (f64, Move)) {
    let Some((steps, rest)) = choices.split_first() else {
        if let Some(cost) = search.cost(partial, best.0) {
            *best = (cost, partial.clone());
        }
        return;
    };
    for step in *steps {
        if best.0 <= 0.0 {
            return;
        }
        let product = |(offset, sign): &(usize, i64)| {
            let (offset, sign) = (*offset, *sign);
            step.iter().map(move |(o, s)| (offset + o, sign * s))
        };
        let next: Move = partial.iter().flat_map(product).collect();
        descend(rest, &next, search, best);
    }
}

impl Search<'_> {
    /// The cost of a change if it is possible and below the limit.
    fn cost(&self, change: &Move, limit: f64) -> Option<f64> {
        let mut cost = 0.0;
        for &(cell, sign) in change {
            cost += self.prices[cell];
            let sinks = sign < 0 && self.values[cell] + sign < self.floor;
            if cost >= limit || sinks || self.avoid == Some(cell) {
                return None;
            }
        }
        Some(cost)
    }
}

/// How often a change can be made in a row, at most `wanted` times.
pub(super) fn repeats(change: &Move, values: &[i64], floor: i64, wanted: i64) -> i64 {
    let falling = change.iter().filter(|(_, sign)| *sign < 0);
    falling
        .map(|(cell, sign)| (values[*cell] - floor) / -sign)
        .fold(wanted, i64::min)
}

/// All vectors along one axis that are 1 at `node` and keep every sum: a leaf below the node
/// rises, and either another leaf outside falls or the total rises too. Short ones first.
fn steps_of(axis: &crate::lattice::Axis, node: usize, stride: usize) -> Vec<Step> {
    let (inside, outside): (Vec<usize>, Vec<usize>) = axis
        .leaves
        .iter()
        .partition(|leaf| axis.paths[**leaf].contains(&node));
    let mut steps: Vec<Step> = Vec::new();
    for &leaf in &inside {
        for &other in &outside {
            let (up, down) = (&axis.paths[leaf], &axis.paths[other]);
            let rises = up
                .iter()
                .filter(|n| !down.contains(n))
                .map(|n| (n * stride, 1));
            let falls = down
                .iter()
                .filter(|n| !up.contains(n))
                .map(|n| (n * stride, -1));
            steps.push(rises.chain(falls).collect());
        }
    }
    steps.sort_by_key(Vec::len);
    steps.truncate(MAX_STEPS);
    let whole = inside
        .iter()
        .map(|leaf| axis.paths[*leaf].iter().map(|n| (n * stride, 1)).collect());
    steps.extend(whole);
    steps
}
