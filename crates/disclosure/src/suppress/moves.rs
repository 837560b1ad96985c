//! Changes of a table that leave all relations true: ways through the network of its two largest
//! axes, multiplied by one vector for each other axis.

use super::network::Network;
use super::task::Task;
use crate::lattice::{Axis, Lattice};

/// What a change does along one axis: node position times stride, with a sign.
type Step = Vec<(usize, i64)>;

/// A change that raises one cell by one: every cell it touches with its sign.
pub(super) type Move = Vec<(usize, i64)>;

/// Inner nodes offer a step per pair of leaves; beyond this many the later ones are left out.
const MAX_STEPS: usize = 150;

/// The network of two axes, and the steps of each node on the others.
pub(super) struct Moves {
    plane: Network,
    /// The same through the cells that were hidden when it was last looked: most searches end
    /// here already. Prices decide, so a cell too many or too few only costs time.
    hidden: Network,
    /// For each arc of the plane what it adds to a cell's position.
    offsets: Vec<usize>,
    /// For each cell the arc on which it lies.
    arcs: Vec<usize>,
    steps: Vec<(usize, Vec<Vec<Step>>)>,
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
        let lattice = &task.lattice;
        let across = across(lattice);
        let part = lattice.part(&across);
        let offset = |arc| {
            let nodes = part.nodes(arc).into_iter().zip(&across);
            nodes
                .map(|(node, axis)| node * lattice.strides[*axis])
                .sum()
        };
        let others = (0..lattice.axes.len()).filter(|axis| !across.contains(axis));
        let steps = others.map(|axis| {
            let nodes = 0..lattice.axes[axis].len();
            let stride = lattice.strides[axis];
            let steps = nodes.map(|node| steps_of(&lattice.axes[axis], node, stride));
            (axis, steps.collect())
        });
        let offsets: Vec<usize> = (0..part.counts().len()).map(offset).collect();
        let arc = |cell| {
            let nodes = lattice.nodes(cell);
            let along = across
                .iter()
                .map(|axis| nodes[*axis] * lattice.strides[*axis]);
            let own = offsets.binary_search(&along.sum());
            own.unwrap_or_else(|_| unreachable!("each cell lies on one"))
        };
        let plane = Network::of(&part).unwrap_or_else(|| unreachable!("chosen to be one"));
        Self {
            arcs: (0..task.counts.len()).map(arc).collect(),
            steps: steps.collect(),
            hidden: plane.through(|_| false),
            plane,
            offsets,
        }
    }

    /// Looks which cells are hidden: those that cost nothing.
    pub(super) fn look(&mut self, prices: &[f64]) {
        let mut open = vec![false; self.offsets.len()];
        for (arc, price) in self.arcs.iter().zip(prices) {
            open[*arc] |= *price <= 0.0;
        }
        self.hidden = self.plane.through(|arc| open[arc]);
    }

    /// The cheapest change that moves `cell` by `sign`, with its cost.
    pub(super) fn cheapest(&self, cell: usize, sign: i64, search: &Search) -> Option<(f64, Move)> {
        let nodes = search.task.lattice.nodes(cell);
        let own = (self.arcs[cell], sign);
        let choices: Vec<&[Step]> = self
            .steps
            .iter()
            .map(|(axis, steps)| steps[nodes[*axis]].as_slice())
            .collect();
        let within = |plane: &Network, below: f64| {
            let mut best = (below, Move::new());
            let finder = Finder {
                plane,
                moves: self,
                search,
            };
            finder.descend(&choices, &vec![(0, 1)], own, &mut best);
            (!best.1.is_empty()).then_some(best)
        };
        let free = within(&self.hidden, search.below.min(f64::MIN_POSITIVE));
        free.or_else(|| within(&self.plane, search.below))
    }
}

/// A search within one network.
struct Finder<'a> {
    plane: &'a Network,
    moves: &'a Moves,
    search: &'a Search<'a>,
}

impl Finder<'_> {
    /// Takes each step of the first axis in turn; after the last one looks for a way.
    fn descend(
        &self,
        choices: &[&[Step]],
        partial: &Step,
        own: (usize, i64),
        best: &mut (f64, Move),
    ) {
        let Some((steps, rest)) = choices.split_first() else {
            if let Some(found) = self.way(partial, own, best.0) {
                *best = found;
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
            let next = partial.iter().flat_map(product).collect();
            self.descend(rest, &next, own, best);
        }
    }

    /// The cheapest way through the plane, each arc standing for the cells of a step.
    fn way(&self, step: &Step, (arc, sign): (usize, i64), below: f64) -> Option<(f64, Move)> {
        let price = |arc: usize, up: bool| {
            let mut whole = 0.0;
            for (offset, sign) in step {
                whole += self
                    .search
                    .price(self.moves.offsets[arc] + offset, up == (*sign > 0))?;
            }
            Some(whole)
        };
        let (cost, way) = self.plane.cheapest(arc, sign > 0, below, price)?;
        let cells = |(arc, moved): (usize, i64)| {
            let offset = self.moves.offsets[arc];
            step.iter().map(move |(o, s)| (offset + o, moved * s))
        };
        Some((cost, way.into_iter().flat_map(cells).collect()))
    }
}

/// The tallest axis and the largest flat one beside it, which make a network.
fn across(lattice: &Lattice) -> Vec<usize> {
    let largest = |axes: &mut dyn Iterator<Item = usize>| {
        axes.max_by_key(|axis| (lattice.axes[*axis].len(), usize::MAX - axis))
    };
    let tall = |axis: &usize| !lattice.axes[*axis].is_flat() && lattice.axes[*axis].len() > 1;
    let all = 0..lattice.axes.len();
    let first = largest(&mut all.clone().filter(tall)).or_else(|| largest(&mut all.clone()));
    let flat = |axis: &usize| lattice.axes[*axis].is_flat() && Some(*axis) != first;
    let mut across: Vec<usize> = first
        .into_iter()
        .chain(largest(&mut all.filter(flat)))
        .collect();
    across.sort_unstable();
    across
}

impl Search<'_> {
    /// What moving a cell costs; none if it must not or cannot.
    fn price(&self, cell: usize, up: bool) -> Option<f64> {
        let sinks = !up && self.values[cell] <= self.floor;
        let is_free = !sinks && self.avoid != Some(cell) && self.prices[cell].is_finite();
        is_free.then_some(self.prices[cell])
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
fn steps_of(axis: &Axis, node: usize, stride: usize) -> Vec<Step> {
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
