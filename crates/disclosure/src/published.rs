//! The only form in which figures leave this crate.

use crate::{Dimension, Notes};

/// A table that may be read by anyone: each cell is either printed or suppressed.
///
/// It can only be made by [`Table::protect`](crate::Table::protect):
///
/// ```compile_fail
/// let table = disclosure::PublishedTable {
///     dimensions: Vec::new(),
///     counts: Vec::new(),
///     notes: disclosure::Notes::default(),
/// };
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedTable {
    dimensions: Vec<Dimension>,
    counts: Vec<Option<u64>>,
    notes: Notes,
}

/// One cell of a published table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The label on each dimension, in their order.
    pub labels: Vec<&'a str>,
    /// The count; none if it is suppressed.
    pub count: Option<u64>,
}

impl PublishedTable {
    pub(crate) fn release(
        dimensions: Vec<Dimension>,
        counts: Vec<Option<u64>>,
        notes: Notes,
    ) -> Self {
        Self {
            dimensions,
            counts,
            notes,
        }
    }

    /// The dimensions; the cells run through the nodes of the last one fastest.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// What has to be printed beside the table.
    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    /// All counts, sums included, in the order of [`PublishedTable::cells`].
    pub fn counts(&self) -> &[Option<u64>] {
        &self.counts
    }

    /// All cells, sums included; children before parents, the grand total last.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        self.counts.iter().enumerate().map(|(cell, &count)| Cell {
            labels: self.labels(cell),
            count,
        })
    }

    /// The labels of the cell at a position of [`PublishedTable::counts`].
    pub(crate) fn labels(&self, cell: usize) -> Vec<&str> {
        let mut rest = cell;
        let mut labels: Vec<&str> = Vec::with_capacity(self.dimensions.len());
        for dimension in self.dimensions.iter().rev() {
            labels.push(dimension.nodes()[rest % dimension.nodes().len()].label());
            rest /= dimension.nodes().len();
        }
        labels.reverse();
        labels
    }

    /// The count at one label per dimension ([`TOTAL`](crate::TOTAL) for sums): none if the table
    /// has no such cell, `Some(None)` if it is suppressed.
    pub fn get(&self, labels: &[&str]) -> Option<Option<u64>> {
        let nodes = self
            .dimensions
            .iter()
            .zip(labels)
            .map(|(d, label)| d.position(label));
        self.at(&nodes.collect::<Option<Vec<usize>>>()?)
    }

    /// As [`PublishedTable::get`], by the position of a node in each dimension.
    pub fn at(&self, nodes: &[usize]) -> Option<Option<u64>> {
        if nodes.len() != self.dimensions.len() {
            return None;
        }
        let mut cell = 0;
        for (dimension, &node) in self.dimensions.iter().zip(nodes) {
            if node >= dimension.nodes().len() {
                return None;
            }
            cell = cell * dimension.nodes().len() + node;
        }
        self.counts.get(cell).copied()
    }

    /// How many cells are suppressed.
    pub fn suppressed(&self) -> usize {
        self.counts.iter().filter(|count| count.is_none()).count()
    }

    /// The share of one cell in another, from 0 to 1, where both are printed and the base is not
    /// 0: nothing is derived from a suppressed count.
    pub fn share(&self, part: &[&str], base: &[&str]) -> Option<f64> {
        let (part, base) = (self.get(part)??, self.get(base)??);
        ratio(part, base)
    }

    /// The share of a cell in the total of the given dimension, all other labels kept; the row
    /// share of a two-way table is `share_along(…, 1)`.
    pub fn share_along(&self, nodes: &[usize], dimension: usize) -> Option<f64> {
        let mut base = nodes.to_vec();
        *base.get_mut(dimension)? = self.dimensions.get(dimension)?.total();
        ratio(self.at(nodes)??, self.at(&base)??)
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts end at 10^12, far below 2^53"
)]
fn ratio(part: u64, base: u64) -> Option<f64> {
    (base > 0).then(|| part as f64 / base as f64)
}
