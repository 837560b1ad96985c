//! Published tables in the words of their readers; the only numbers about people that a report knows.

use disclosure::PublishedTable;

/// A published table with the labels of its categories.
#[derive(Clone, Debug)]
pub struct Told {
    pub table: PublishedTable,
    /// One for each dimension of the table.
    pub axes: Vec<Axis>,
}

#[derive(Clone, Debug)]
pub struct Axis {
    pub label: String,
    /// One for each node of the dimension, in its order.
    pub nodes: Vec<Node>,
}

#[derive(Clone, Debug)]
pub struct Node {
    pub label: String,
    /// Sums of what does not add up are not shown.
    pub is_shown: bool,
}

/// A row or column of a table: sums stand before their parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub position: usize,
    pub label: String,
    /// 0 for what is part of nothing else.
    pub depth: usize,
}

impl Told {
    /// What an axis shows, without its total.
    pub fn lines(&self, axis: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        if let Some(dimension) = self.table.dimensions().get(axis) {
            self.below(axis, dimension.total(), 0, &mut lines);
        }
        lines
    }

    fn below(&self, axis: usize, parent: usize, depth: usize, lines: &mut Vec<Line>) {
        let nodes = self.table.dimensions()[axis].nodes();
        for (position, node) in nodes.iter().enumerate() {
            if node.parent() != Some(parent) {
                continue;
            }
            let told = &self.axes[axis].nodes[position];
            if told.is_shown {
                lines.push(Line {
                    position,
                    label: told.label.clone(),
                    depth,
                });
            }
            self.below(axis, position, depth + usize::from(told.is_shown), lines);
        }
    }

    /// Position of the total of an axis, if its parts make up a whole.
    pub fn total(&self, axis: usize) -> Option<usize> {
        let total = self.table.dimensions().get(axis)?.total();
        self.axes[axis].nodes[total].is_shown.then_some(total)
    }

    /// The count of a cell, if it is printed.
    pub fn count(&self, nodes: &[usize]) -> Option<u64> {
        self.table.at(nodes).flatten()
    }

    /// The count of a cell by its codes, if there is one and it is printed.
    pub fn coded(&self, codes: &[&str]) -> Option<u64> {
        self.table.get(codes).flatten()
    }

    /// The total of the whole table, if it adds up and is printed.
    pub fn sum(&self) -> Option<u64> {
        let totals = (0..self.axes.len()).map(|axis| self.total(axis));
        self.count(&totals.collect::<Option<Vec<_>>>()?)
    }
}
