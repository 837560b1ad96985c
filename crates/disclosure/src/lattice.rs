//! All cells of a table, sums included, by position: what the suppressor works on.

use crate::Dimension;

/// A dimension as numbers; children before parents, the root last.
#[derive(Clone, Debug)]
pub(crate) struct Axis {
    /// For each node the nodes it is part of, itself first, the root last.
    pub(crate) paths: Vec<Vec<usize>>,
    /// The nodes that are sums of no others.
    pub(crate) leaves: Vec<usize>,
    pub(crate) parents: Vec<Option<usize>>,
}

impl Axis {
    fn new(parents: Vec<Option<usize>>) -> Self {
        let mut paths: Vec<Vec<usize>> = vec![Vec::new(); parents.len()];
        for node in (0..parents.len()).rev() {
            let mut path = vec![node];
            if let Some(parent) = parents[node] {
                path.extend(&paths[parent]);
            }
            paths[node] = path;
        }
        let leaves = (0..parents.len())
            .filter(|node| !parents.contains(&Some(*node)))
            .collect();
        Self {
            paths,
            leaves,
            parents,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.parents.len()
    }

    pub(crate) fn is_leaf(&self, node: usize) -> bool {
        self.leaves.binary_search(&node).is_ok()
    }

    /// Whether all leaves hang on the root.
    pub(crate) fn is_flat(&self) -> bool {
        self.leaves.len() + 1 == self.len()
    }

    pub(crate) fn children(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        (0..node).filter(move |child| self.parents[*child] == Some(node))
    }

    /// Nodes with a single child count the same as that child: one class for both.
    fn classes(&self) -> Vec<usize> {
        let mut classes = vec![0; self.len()];
        let mut next = 0;
        for node in 0..self.len() {
            let mut children = self.children(node);
            classes[node] = if let (Some(only), None) = (children.next(), children.next()) {
                classes[only]
            } else {
                next += 1;
                next - 1
            };
        }
        classes
    }

    /// The axis of the classes.
    fn merged(&self, classes: &[usize]) -> Self {
        let size = classes.iter().max().map_or(0, |last| last + 1);
        let mut parents = vec![None; size];
        for node in 0..self.len() {
            let above = self.parents[node].map(|parent| classes[parent]);
            if let Some(parent) = above.filter(|parent| *parent != classes[node]) {
                parents[classes[node]] = Some(parent);
            }
        }
        Self::new(parents)
    }
}

/// Cells in row-major order (last axis fastest), the grand total last.
#[derive(Clone, Debug)]
pub(crate) struct Lattice {
    pub(crate) axes: Vec<Axis>,
    pub(crate) strides: Vec<usize>,
    counts: Vec<u64>,
}

impl Lattice {
    pub(crate) fn new(dimensions: &[Dimension]) -> Self {
        let parents = |d: &Dimension| d.nodes().iter().map(crate::Node::parent).collect();
        Self::of(dimensions.iter().map(|d| Axis::new(parents(d))).collect())
    }

    fn of(axes: Vec<Axis>) -> Self {
        let mut strides = vec![1; axes.len()];
        for i in (1..axes.len()).rev() {
            strides[i - 1] = strides[i] * axes[i].len();
        }
        let cells = axes.iter().map(Axis::len).product();
        Self {
            axes,
            strides,
            counts: vec![0; cells],
        }
    }

    /// An empty table of some of the axes.
    pub(crate) fn part(&self, axes: &[usize]) -> Self {
        Self::of(axes.iter().map(|axis| self.axes[*axis].clone()).collect())
    }

    pub(crate) fn counts(&self) -> &[u64] {
        &self.counts
    }

    pub(crate) fn into_counts(self) -> Vec<u64> {
        self.counts
    }

    /// Adds to the cell at these leaves and to all sums above it.
    pub(crate) fn add(&mut self, leaves: &[usize], count: u64) {
        let paths: Vec<&[usize]> = self
            .axes
            .iter()
            .zip(leaves)
            .map(|(axis, leaf)| axis.paths[*leaf].as_slice())
            .collect();
        let mut cells = vec![0];
        for (path, stride) in paths.iter().zip(&self.strides) {
            cells = cells
                .iter()
                .flat_map(|cell| path.iter().map(move |node| cell + node * stride))
                .collect();
        }
        for cell in cells {
            self.counts[cell] += count;
        }
    }

    /// The node of a cell on each axis.
    pub(crate) fn nodes(&self, cell: usize) -> Vec<usize> {
        self.axes
            .iter()
            .zip(&self.strides)
            .map(|(axis, stride)| cell / stride % axis.len())
            .collect()
    }

    /// For each cell the number of inner cells it sums up.
    pub(crate) fn widths(&self) -> Vec<usize> {
        let leaves_below = |axis: &Axis| {
            let mut below = vec![0_usize; axis.len()];
            for leaf in &axis.leaves {
                for node in &axis.paths[*leaf] {
                    below[*node] += 1;
                }
            }
            below
        };
        let below: Vec<Vec<usize>> = self.axes.iter().map(leaves_below).collect();
        let width = |cell| {
            self.nodes(cell)
                .iter()
                .zip(&below)
                .map(|(node, b)| b[*node])
                .product()
        };
        (0..self.counts.len()).map(width).collect()
    }

    /// Each relation as the parts of a sum and the sum.
    pub(crate) fn relations(&self) -> Vec<(Vec<usize>, usize)> {
        let mut relations = Vec::new();
        for cell in 0..self.counts.len() {
            for ((axis, stride), node) in self.axes.iter().zip(&self.strides).zip(self.nodes(cell))
            {
                let parts: Vec<usize> = axis
                    .children(node)
                    .map(|child| cell - (node - child) * stride)
                    .collect();
                if !parts.is_empty() {
                    relations.push((parts, cell));
                }
            }
        }
        relations
    }

    /// The same table with equal cells merged, and for each cell its place there.
    pub(crate) fn merged(&self) -> (Self, Vec<usize>) {
        let classes: Vec<Vec<usize>> = self.axes.iter().map(Axis::classes).collect();
        let axes = self
            .axes
            .iter()
            .zip(&classes)
            .map(|(axis, c)| axis.merged(c))
            .collect();
        let mut merged = Self::of(axes);
        let place = |cell: usize| {
            let nodes = self
                .nodes(cell)
                .into_iter()
                .zip(&classes)
                .zip(&merged.strides);
            nodes
                .map(|((node, class), stride)| class[node] * stride)
                .sum::<usize>()
        };
        let places: Vec<usize> = (0..self.counts.len()).map(place).collect();
        for (cell, place) in places.iter().enumerate() {
            merged.counts[*place] = self.counts[cell];
        }
        (merged, places)
    }
}
