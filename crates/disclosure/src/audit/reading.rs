//! A published table as its reader sees it, beside the truth that the reader does not have.

use std::collections::BTreeMap;

use crate::{PublishedTable, Rule};

/// One axis of the reader's table.
pub(super) struct Axis {
    pub(super) parents: Vec<Option<usize>>,
    /// For each node the categories it sums up.
    pub(super) below: Vec<Vec<usize>>,
}

impl Axis {
    pub(super) fn size(&self) -> usize {
        self.parents.len()
    }

    pub(super) fn is_category(&self, node: usize) -> bool {
        self.below[node].as_slice() == [node]
    }
}

/// The table, its axes, and the true counts.
pub(super) struct Reading<'a> {
    pub(super) axes: Vec<Axis>,
    pub(super) printed: &'a [Option<u64>],
    pub(super) truth: &'a [u64],
}

impl<'a> Reading<'a> {
    pub(super) fn new(table: &'a PublishedTable, truth: &'a [u64]) -> Self {
        let axes = table.dimensions().iter().map(|dimension| {
            let parents: Vec<Option<usize>> =
                dimension.nodes().iter().map(crate::Node::parent).collect();
            let mut below = vec![Vec::new(); parents.len()];
            for (category, node) in dimension.nodes().iter().enumerate() {
                let mut above = node.is_category().then_some(category);
                while let Some(holder) = above {
                    below[holder].push(category);
                    above = parents[holder];
                }
            }
            Axis { parents, below }
        });
        Self {
            axes: axes.collect(),
            printed: table.counts(),
            truth,
        }
    }

    /// How many sensitive counts stand in the table for all to read.
    pub(super) fn printed(&self, rule: &Rule) -> usize {
        let open = self.printed.iter().zip(self.truth);
        open.filter(|(printed, truth)| printed.is_some() && rule.is_sensitive(**truth))
            .count()
    }

    pub(super) fn is_hidden(&self, cell: usize) -> bool {
        self.printed[cell].is_none()
    }

    pub(super) fn hidden(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.printed.len()).filter(|cell| self.is_hidden(*cell))
    }

    /// The cells that the rule protects.
    pub(super) fn sensitive(&self, rule: &Rule) -> Vec<usize> {
        self.hidden()
            .filter(|cell| rule.is_sensitive(self.truth[*cell]))
            .collect()
    }

    /// The node of a cell on each axis.
    pub(super) fn nodes(&self, cell: usize) -> Vec<usize> {
        let mut rest = cell;
        let mut nodes = Vec::with_capacity(self.axes.len());
        for axis in self.axes.iter().rev() {
            nodes.push(rest % axis.size());
            rest /= axis.size();
        }
        nodes.reverse();
        nodes
    }

    /// The inner cells that a cell sums up; an inner cell sums up itself.
    pub(super) fn inner(&self, cell: usize) -> Vec<usize> {
        let mut cells = vec![0];
        for (axis, node) in self.axes.iter().zip(self.nodes(cell)) {
            let with = |cell: usize| axis.below[node].iter().map(move |c| cell * axis.size() + c);
            cells = cells.into_iter().flat_map(with).collect();
        }
        cells
    }

    /// The cell with every sum that it is part of.
    pub(super) fn sums(&self, cell: usize) -> Vec<usize> {
        let mut cells = vec![0];
        for (axis, node) in self.axes.iter().zip(self.nodes(cell)) {
            let above = std::iter::successors(Some(node), |n| axis.parents[*n]);
            let above: Vec<usize> = above.collect();
            let with = |cell: usize| above.iter().map(move |n| cell * axis.size() + n);
            cells = cells.into_iter().flat_map(with).collect();
        }
        cells
    }

    /// People who are alone in a hidden inner cell and know its count, with all hidden cells that
    /// count only them.
    pub(super) fn insiders(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut insiders: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for cell in self.hidden().filter(|cell| self.truth[*cell] == 1) {
            let person = self
                .inner(cell)
                .into_iter()
                .find(|inner| self.truth[*inner] == 1);
            if let Some(person) = person {
                insiders.entry(person).or_default().push(cell);
            }
        }
        insiders
    }
}
