//! Tables whose relations form a network: at most two axes, at most one of them with inner nodes.
//! There a change of the table is a circulation, and what limits it is a cut.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeSet, BinaryHeap, VecDeque};
use std::rc::Rc;

use crate::lattice::{Axis, Lattice};

const TINY: f64 = 1e-9;

/// Each cell as an arc; the relations are its nodes, and flow through all of them is conserved.
pub(super) struct Network {
    arcs: Rc<[(usize, usize)]>,
    /// For each node the cells that start or end there.
    at: Vec<Vec<usize>>,
}

/// A node on the way, cheapest first.
struct Stop {
    cost: f64,
    node: usize,
}

impl Ord for Stop {
    fn cmp(&self, other: &Self) -> Ordering {
        let cost = self.cost.total_cmp(&other.cost);
        cost.then(self.node.cmp(&other.node))
    }
}

impl PartialOrd for Stop {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Stop {}

/// What a change of one cell runs into.
pub(super) struct Flow {
    pub(super) value: f64,
    /// The cells that have changed, in whole steps.
    pub(super) change: Vec<(usize, i64)>,
    /// The cells that would have to give way, and whether upwards.
    pub(super) cut: Vec<(usize, bool)>,
}

impl Network {
    /// The network of a table, if it has one.
    pub(super) fn of(lattice: &Lattice) -> Option<Self> {
        let real: Vec<usize> = (0..lattice.axes.len())
            .filter(|axis| lattice.axes[*axis].len() > 1)
            .collect();
        let arcs: Vec<(usize, usize)> = match *real.as_slice() {
            [] => vec![(0, 0)],
            [axis] => tree(&lattice.axes[axis]),
            [a, b] if lattice.axes[b].is_flat() => grid(lattice, a, b),
            [a, b] if lattice.axes[a].is_flat() => grid(lattice, b, a),
            _ => return None,
        };
        let size = arcs
            .iter()
            .map(|(from, to)| from.max(to) + 1)
            .max()
            .unwrap_or(0);
        let mut at = vec![Vec::new(); size];
        for (cell, (from, to)) in arcs.iter().enumerate() {
            at[*from].push(cell);
            at[*to].push(cell);
        }
        Some(Self {
            arcs: arcs.into(),
            at,
        })
    }

    /// The same network, in which ways lead through these cells only.
    pub(super) fn through(&self, cells: impl Fn(usize) -> bool) -> Self {
        let kept = |at: &Vec<usize>| at.iter().copied().filter(|cell| cells(*cell)).collect();
        Self {
            arcs: Rc::clone(&self.arcs),
            at: self.at.iter().map(kept).collect(),
        }
    }

    /// The largest change of `cell`, upwards or downwards, not beyond `need`, where `room` is how
    /// far each cell may move up or down.
    pub(super) fn push(
        &self,
        cell: usize,
        upwards: bool,
        need: f64,
        room: impl Fn(usize, bool) -> f64,
    ) -> Flow {
        let (from, to) = self.arcs[cell];
        let (source, sink) = if upwards { (to, from) } else { (from, to) };
        let mut flow = vec![0.0; self.arcs.len()];
        let mut touched = BTreeSet::new();
        let mut value = 0.0;
        if source == sink {
            return Flow {
                value: need,
                change: vec![(cell, 1)],
                cut: Vec::new(),
            };
        }
        while value < need - TINY {
            let left = |other: usize, up: bool| {
                let moved = if up { flow[other] } else { -flow[other] };
                room(other, up) - moved
            };
            let back = self.reach(source, sink, cell, left);
            if back[sink].is_none() {
                let cut = self.cut(cell, &back);
                return Flow {
                    value,
                    change: moved(&touched, &flow, cell, upwards),
                    cut,
                };
            }
            let amount = self.path_room(source, sink, &back, left).min(need - value);
            self.walk(source, sink, &back, |arc, up| {
                flow[arc] += if up { amount } else { -amount };
                touched.insert(arc);
            });
            value += amount;
        }
        Flow {
            value,
            change: moved(&touched, &flow, cell, upwards),
            cut: Vec::new(),
        }
    }

    /// The cheapest way to change `cell` by one: what each cell costs if it moves up or down, none
    /// if it must not. Only ways that cost less than `below` are looked for.
    pub(super) fn cheapest(
        &self,
        cell: usize,
        upwards: bool,
        below: f64,
        price: impl Fn(usize, bool) -> Option<f64>,
    ) -> Option<(f64, Vec<(usize, i64)>)> {
        let (from, to) = self.arcs[cell];
        let (source, sink) = if upwards { (to, from) } else { (from, to) };
        let sign = |up| if up { 1 } else { -1 };
        let start = Stop {
            cost: price(cell, upwards)?,
            node: source,
        };
        let others = |other, up| price(other, up).filter(|_| other != cell);
        let (cost, back) = self.spread_out(start, sink, below, others);
        (cost < below).then(|| {
            let mut change = vec![(cell, sign(upwards))];
            self.walk(source, sink, &back, |other, up| {
                change.push((other, sign(up)));
            });
            (cost, change)
        })
    }

    /// Cheapest first from the start until the sink: what that costs, and the cell by which each
    /// node is reached.
    fn spread_out(
        &self,
        start: Stop,
        sink: usize,
        below: f64,
        price: impl Fn(usize, bool) -> Option<f64>,
    ) -> (f64, Vec<Option<usize>>) {
        let mut cost = vec![f64::INFINITY; self.at.len()];
        let mut back = vec![None; self.at.len()];
        cost[start.node] = start.cost;
        let mut queue = BinaryHeap::from([Reverse(start)]);
        while let Some(Reverse(stop)) = queue.pop().filter(|stop| stop.0.node != sink) {
            if stop.cost > cost[stop.node] {
                continue;
            }
            for &cell in &self.at[stop.node] {
                let (from, to) = self.arcs[cell];
                let up = from == stop.node;
                let node = if up { to } else { from };
                let Some(step) = price(cell, up) else {
                    continue;
                };
                let whole = stop.cost + step;
                if whole < below && whole < cost[node] {
                    cost[node] = whole;
                    back[node] = Some(cell);
                    queue.push(Reverse(Stop { cost: whole, node }));
                }
            }
        }
        (cost[sink], back)
    }

    /// Breadth first from the source: the cell by which each node is reached.
    fn reach(
        &self,
        source: usize,
        sink: usize,
        own: usize,
        left: impl Fn(usize, bool) -> f64,
    ) -> Vec<Option<usize>> {
        let mut back = vec![None; self.at.len()];
        back[source] = Some(own);
        let mut queue = VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            for &cell in &self.at[node] {
                let (from, to) = self.arcs[cell];
                let up = from == node;
                let next = if up { to } else { from };
                if cell != own && back[next].is_none() && left(cell, up) > TINY {
                    back[next] = Some(cell);
                    if next == sink {
                        return back;
                    }
                    queue.push_back(next);
                }
            }
        }
        back
    }

    fn walk(
        &self,
        source: usize,
        sink: usize,
        back: &[Option<usize>],
        mut visit: impl FnMut(usize, bool),
    ) {
        let mut node = sink;
        while node != source
            && let Some(cell) = back[node]
        {
            let (from, to) = self.arcs[cell];
            visit(cell, to == node);
            node = if to == node { from } else { to };
        }
    }

    fn path_room(
        &self,
        source: usize,
        sink: usize,
        back: &[Option<usize>],
        left: impl Fn(usize, bool) -> f64,
    ) -> f64 {
        let mut least = f64::INFINITY;
        self.walk(source, sink, back, |cell, up| {
            least = least.min(left(cell, up));
        });
        least
    }

    fn cut(&self, own: usize, back: &[Option<usize>]) -> Vec<(usize, bool)> {
        let crossing = |(cell, (from, to)): (usize, &(usize, usize))| {
            let (leaves, enters) = (back[*from].is_some(), back[*to].is_some());
            (cell != own && leaves != enters).then_some((cell, leaves))
        };
        self.arcs.iter().enumerate().filter_map(crossing).collect()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "steps are as small as the threshold"
)]
fn moved(touched: &BTreeSet<usize>, flow: &[f64], own: usize, upwards: bool) -> Vec<(usize, i64)> {
    let others = touched.iter().filter(|cell| flow[**cell].abs() > TINY);
    let others = others.map(|cell| (*cell, flow[*cell].round() as i64));
    others
        .chain([(own, if upwards { 1 } else { -1 })])
        .collect()
}

/// One axis: the leaves spring from node 0, each sum is a node, the root returns to node 0.
fn tree(axis: &Axis) -> Vec<(usize, usize)> {
    let arc = |node: usize| {
        let from = if axis.is_leaf(node) { 0 } else { node + 1 };
        (from, axis.parents[node].map_or(0, |parent| parent + 1))
    };
    (0..axis.len()).map(arc).collect()
}

/// Two axes, the second without inner nodes. A cell leaves the row of its leaf (or the sum it is)
/// and enters the sum it is a part of; cells in the total column run the other way.
fn grid(lattice: &Lattice, tall: usize, flat: usize) -> Vec<(usize, usize)> {
    let (rows, columns) = (&lattice.axes[tall], &lattice.axes[flat]);
    let total = columns.len() - 1;
    let row_node = |row: usize| row;
    let sum_node = |row: usize, column: usize| rows.len() + row * columns.len() + column;
    let arc = |cell: usize| {
        let row = cell / lattice.strides[tall] % rows.len();
        let column = cell / lattice.strides[flat] % columns.len();
        let low = if rows.is_leaf(row) {
            row_node(row)
        } else {
            sum_node(row, column)
        };
        let high = rows.parents[row].map_or(row_node(row), |parent| sum_node(parent, column));
        if column == total {
            (high, low)
        } else {
            (low, high)
        }
    };
    (0..lattice.counts().len()).map(arc).collect()
}
