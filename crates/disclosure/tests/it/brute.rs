//! An attacker without methods: writes down every table that fits what is printed.

use disclosure::{Dimension, PublishedTable};

/// What is printed, as sums of inner cells.
pub(crate) struct Sheet {
    /// For each cell the inner cells it sums up.
    pub(crate) inner: Vec<Vec<usize>>,
    pub(crate) printed: Vec<Option<u64>>,
    pub(crate) size: usize,
}

impl Sheet {
    pub(crate) fn of(table: &PublishedTable) -> Self {
        let mut inner = vec![vec![0]];
        let mut size = 1;
        for dimension in table.dimensions() {
            let sets: Vec<Vec<usize>> = (0..dimension.nodes().len())
                .map(|node| below(dimension, node))
                .collect();
            let width = dimension
                .nodes()
                .iter()
                .filter(|node| node.is_category())
                .count();
            let mut longer = Vec::new();
            for cells in &inner {
                for set in &sets {
                    let pairs = cells
                        .iter()
                        .flat_map(|cell| set.iter().map(move |c| (cell, c)));
                    longer.push(pairs.map(|(cell, c)| cell * width + c).collect());
                }
            }
            inner = longer;
            size *= width;
        }
        Self {
            inner,
            printed: table.counts().to_vec(),
            size,
        }
    }

    /// The smallest and largest value of each cell over all tables with inner counts up to `cap`;
    /// none if there are too many to write down.
    pub(crate) fn extremes(&self, cap: u64, mut budget: u64) -> Option<Vec<(u64, u64)>> {
        let mut sums: Vec<(Vec<usize>, u64)> = Vec::new();
        for (cells, printed) in self.inner.iter().zip(&self.printed) {
            if let Some(value) = printed {
                sums.push((cells.clone(), *value));
            }
        }
        let mut found: Option<Vec<(u64, u64)>> = None;
        let mut table = Vec::new();
        self.extend(&sums, cap, &mut table, &mut budget, &mut found);
        if budget == 0 { None } else { found }
    }

    fn extend(
        &self,
        sums: &[(Vec<usize>, u64)],
        cap: u64,
        table: &mut Vec<u64>,
        budget: &mut u64,
        found: &mut Option<Vec<(u64, u64)>>,
    ) {
        if *budget == 0 || !fits(sums, table, self.size) {
            return;
        }
        *budget -= 1;
        if table.len() == self.size {
            let values = self
                .inner
                .iter()
                .map(|cells| cells.iter().map(|c| table[*c]).sum::<u64>());
            match found {
                None => *found = Some(values.map(|v| (v, v)).collect()),
                Some(seen) => {
                    for (bounds, v) in seen.iter_mut().zip(values) {
                        *bounds = (bounds.0.min(v), bounds.1.max(v));
                    }
                }
            }
            return;
        }
        for value in 0..=cap {
            table.push(value);
            self.extend(sums, cap, table, budget, found);
            table.pop();
        }
    }
}

/// The numbers of the categories that a node sums up; their labels end in them.
fn below(dimension: &Dimension, node: usize) -> Vec<usize> {
    let nodes = dimension.nodes();
    let inside = |category: &usize| {
        let mut above = std::iter::successors(Some(*category), |n| nodes[*n].parent());
        nodes[*category].is_category() && above.any(|n| n == node)
    };
    let number = |category: usize| nodes[category].label().rsplit('.').next().unwrap().parse();
    (0..nodes.len())
        .filter(inside)
        .map(|category| number(category).unwrap())
        .collect()
}

/// Whether the counts chosen so far break no printed sum.
fn fits(sums: &[(Vec<usize>, u64)], table: &[u64], size: usize) -> bool {
    sums.iter().all(|(cells, value)| {
        let known: u64 = cells.iter().filter_map(|cell| table.get(*cell)).sum();
        let complete = table.len() == size || cells.iter().all(|cell| *cell < table.len());
        if complete {
            known == *value
        } else {
            known <= *value
        }
    })
}
