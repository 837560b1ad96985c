//! The unprotected counts of a table, for what has to be known of them before they are published.

use std::collections::HashMap;
use std::iter;

use disclosure::Dimension;

use super::axis::NOT_STATED;
use super::count::Counted;

/// How many facts lie in each cell of a table, sums included.
pub(super) struct Sums<'a> {
    dimensions: &'a [Dimension],
    by_nodes: HashMap<Vec<usize>, u64>,
}

impl<'a> Sums<'a> {
    pub(super) fn of(dimensions: &'a [Dimension], facts: &[Counted]) -> Sums<'a> {
        let mut by_nodes = HashMap::new();
        for fact in facts {
            let mut cells = vec![Vec::new()];
            for (dimension, code) in dimensions.iter().zip(&fact.codes) {
                let first = dimension.position(code.as_deref().unwrap_or(NOT_STATED));
                let above = |node: &usize| dimension.nodes()[*node].parent();
                let line: Vec<usize> = iter::successors(first, above).collect();
                let longer = |cell: Vec<usize>| {
                    line.clone()
                        .into_iter()
                        .map(move |n| [&cell[..], &[n]].concat())
                };
                cells = cells.into_iter().flat_map(longer).collect();
            }
            for cell in cells {
                *by_nodes.entry(cell).or_default() += u64::try_from(fact.n).unwrap_or(0);
            }
        }
        Sums {
            dimensions,
            by_nodes,
        }
    }

    /// None lie where no such node is.
    pub(super) fn at(&self, labels: &[&str]) -> u64 {
        let nodes = self.dimensions.iter().zip(labels);
        let nodes: Option<Vec<usize>> = nodes.map(|(d, label)| d.position(label)).collect();
        let found = nodes.and_then(|nodes| self.by_nodes.get(&nodes));
        found.copied().unwrap_or(0)
    }
}
