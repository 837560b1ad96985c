//! Exact bounds by maximum flow where the relations form a network (Gusfield, SIAM Journal on
//! Computing 17, 1988): tables of at most two dimensions, one of them with inner nodes at most.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Clock, Reading};
use crate::{ProtectError, Rule, Zeros};

/// Where a hidden count enters or leaves the balance of the table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Point {
    Outside,
    Row(usize),
    Sum(usize, usize),
}

/// A hidden cell as a pipe between two points of balance.
struct Pipe {
    cell: usize,
    tail: usize,
    head: usize,
    count: i64,
}

/// The hidden cells of a table, joined where they share a sum.
pub(super) struct Network<'a> {
    reading: &'a Reading<'a>,
    pipes: Vec<Pipe>,
    /// For each point the pipes that end there.
    at: Vec<Vec<usize>>,
}

/// What holds the pipes: how far each may fall, and the cell that must not move.
struct Limits {
    floor: i64,
    fixed: Option<usize>,
}

impl<'a> Network<'a> {
    /// The network of a table, if its relations form one.
    pub(super) fn of(reading: &'a Reading<'a>) -> Option<Self> {
        let flat =
            |axis: &super::reading::Axis| axis.below[axis.size() - 1].len() + 1 == axis.size();
        let (tall, wide) = match reading.axes.as_slice() {
            [_] => (0, None),
            [_, columns] if flat(columns) => (0, Some(1)),
            [rows, _] if flat(rows) => (1, Some(0)),
            _ => return None,
        };
        let mut numbers: BTreeMap<Point, usize> = BTreeMap::new();
        let mut number = |point| {
            let next = numbers.len();
            *numbers.entry(point).or_insert(next)
        };
        let pipe = |cell: usize| {
            let (tail, head) = ends(reading, cell, tall, wide);
            let count = reading.truth[cell].cast_signed();
            Pipe {
                cell,
                tail: number(tail),
                head: number(head),
                count,
            }
        };
        let pipes: Vec<Pipe> = reading.hidden().map(pipe).collect();
        let mut at = vec![Vec::new(); numbers.len()];
        for (place, pipe) in pipes.iter().enumerate() {
            at[pipe.tail].push(place);
            at[pipe.head].push(place);
        }
        Some(Self { reading, pipes, at })
    }

    /// The exact interval of each hidden cell.
    pub(super) fn intervals(
        &self,
        clock: &Clock,
    ) -> Result<Vec<(usize, u64, Option<u64>)>, ProtectError> {
        let limits = Limits {
            floor: 0,
            fixed: None,
        };
        let interval = |own: usize| {
            clock.check()?;
            let pipe = &self.pipes[own];
            let fall = self.most(own, false, pipe.count, &limits).0;
            let rise = if self.is_endless(own) {
                None
            } else {
                Some((pipe.count + self.most(own, true, i64::MAX, &limits).0).cast_unsigned())
            };
            Ok((pipe.cell, (pipe.count - fall).cast_unsigned(), rise))
        };
        (0..self.pipes.len()).map(interval).collect()
    }

    /// How many sensitive cells a reader can name who knows the printed zeros, or is the only
    /// person in another hidden cell.
    pub(super) fn unguarded(&self, rule: &Rule, clock: &Clock) -> Result<usize, ProtectError> {
        let insiders = self.reading.insiders();
        let floor = i64::from(rule.zeros == Zeros::Publish);
        let mut count = 0;
        for own in 0..self.pipes.len() {
            let pipe = &self.pipes[own];
            if !rule.is_sensitive(pipe.count.cast_unsigned()) {
                continue;
            }
            clock.check()?;
            let mut limits = Limits { floor, fixed: None };
            let change = self.change(own, &limits);
            let moved: BTreeSet<usize> = change
                .iter()
                .flatten()
                .map(|moved| self.pipes[*moved].cell)
                .collect();
            let others = insiders
                .iter()
                .filter(|(known, cells)| !cells.contains(&pipe.cell) && moved.contains(known));
            let mut safe = change.is_some();
            for (known, _) in others {
                limits.fixed = Some(*known);
                safe &= self.change(own, &limits).is_some();
            }
            count += usize::from(!safe);
        }
        Ok(count)
    }

    /// The pipes that move with one that moves by one, in either direction.
    fn change(&self, own: usize, limits: &Limits) -> Option<Vec<usize>> {
        [true, false].into_iter().find_map(|up| {
            let possible = up || self.pipes[own].count > limits.floor;
            let (amount, moved) = if possible {
                self.most(own, up, 1, limits)
            } else {
                (0, vec![])
            };
            (amount > 0).then_some(moved)
        })
    }

    /// Whether a pipe lies on a circle that may be raised without end.
    fn is_endless(&self, own: usize) -> bool {
        let (start, goal) = (self.pipes[own].head, self.pipes[own].tail);
        let mut seen = vec![false; self.at.len()];
        seen[start] = true;
        let mut stack = vec![start];
        while let Some(point) = stack.pop() {
            for &other in &self.at[point] {
                let pipe = &self.pipes[other];
                if other != own && pipe.tail == point && !seen[pipe.head] {
                    seen[pipe.head] = true;
                    stack.push(pipe.head);
                }
            }
        }
        seen[goal]
    }

    /// How far a pipe can move one way, at most `wanted`, and which pipes moved in the end.
    fn most(&self, own: usize, up: bool, wanted: i64, limits: &Limits) -> (i64, Vec<usize>) {
        let pipe = &self.pipes[own];
        let (start, goal) = if up {
            (pipe.head, pipe.tail)
        } else {
            (pipe.tail, pipe.head)
        };
        let mut counts: Vec<i64> = self.pipes.iter().map(|pipe| pipe.count).collect();
        let mut amount = 0;
        if start == goal {
            return (wanted, vec![own]);
        }
        while amount < wanted
            && let Some(way) = self.way(start, goal, own, &counts, limits)
        {
            let falling = way.iter().filter(|(_, up)| !up);
            let room = falling.map(|(moved, _)| counts[*moved] - limits.floor);
            let step = room.fold(wanted - amount, i64::min);
            for (moved, up) in way {
                counts[moved] += if up { step } else { -step };
            }
            amount += step;
        }
        let moved = |other: &usize| *other == own || counts[*other] != self.pipes[*other].count;
        (amount, (0..self.pipes.len()).filter(moved).collect())
    }

    /// The shortest way through the pipes, each with whether it rises.
    fn way(
        &self,
        start: usize,
        goal: usize,
        own: usize,
        counts: &[i64],
        limits: &Limits,
    ) -> Option<Vec<(usize, bool)>> {
        let mut came: Vec<Option<(usize, bool)>> = vec![None; self.at.len()];
        let mut queue = VecDeque::from([start]);
        while let Some(point) = queue.pop_front().filter(|_| came[goal].is_none()) {
            for &other in &self.at[point] {
                let pipe = &self.pipes[other];
                let up = pipe.tail == point;
                let next = if up { pipe.head } else { pipe.tail };
                let open = other != own && limits.fixed != Some(pipe.cell);
                let fresh = next != start && came[next].is_none();
                if open && fresh && (up || counts[other] > limits.floor) {
                    came[next] = Some((other, up));
                    queue.push_back(next);
                }
            }
        }
        let mut way = Vec::new();
        let mut point = goal;
        while point != start {
            let (moved, up) = came[point]?;
            way.push((moved, up));
            point = if up {
                self.pipes[moved].tail
            } else {
                self.pipes[moved].head
            };
        }
        Some(way)
    }
}

/// A cell flows from the row of its category (or the sum that it is) into the sum that it is part
/// of; in the total column it flows back.
fn ends(reading: &Reading, cell: usize, tall: usize, wide: Option<usize>) -> (Point, Point) {
    let nodes = reading.nodes(cell);
    let rows = &reading.axes[tall];
    let (row, column) = (nodes[tall], wide.map_or(0, |wide| nodes[wide]));
    let edge = |row| {
        if wide.is_some() {
            Point::Row(row)
        } else {
            Point::Outside
        }
    };
    let below = if rows.is_category(row) {
        edge(row)
    } else {
        Point::Sum(row, column)
    };
    let above = rows.parents[row].map_or(edge(row), |parent| Point::Sum(parent, column));
    let is_total = wide.is_some_and(|wide| column + 1 == reading.axes[wide].size());
    if is_total {
        (above, below)
    } else {
        (below, above)
    }
}
