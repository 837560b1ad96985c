//! Counts in, before anyone may see them.

use std::time::Instant;

use crate::lattice::Lattice;
use crate::{Certificate, Dimension, Notes, ProtectError, PublishedTable, Rule, TableError};
use crate::{audit, certificate, suppress};

/// The largest number of cells, totals included.
pub const MAX_CELLS: usize = 200_000;
/// The largest count or sum.
pub const MAX_COUNT: u64 = 1_000_000_000_000;
/// The largest threshold.
pub const MAX_THRESHOLD: u32 = 1_000;

/// Counts of the inner cells of a table of one or more dimensions; all sums are derived.
///
/// It can be filled but not read: the only way out is [`Table::protect`].
pub struct Table {
    dimensions: Vec<Dimension>,
    notes: Notes,
    lattice: Lattice,
}

impl Table {
    /// An empty table: every inner cell is 0.
    ///
    /// # Errors
    /// No dimension, a dimension twice, or more than [`MAX_CELLS`] cells.
    pub fn new(dimensions: Vec<Dimension>, notes: Notes) -> Result<Self, TableError> {
        if dimensions.is_empty() {
            return Err(TableError::NoDimension);
        }
        for (i, dimension) in dimensions.iter().enumerate() {
            if dimensions[..i]
                .iter()
                .any(|other| other.name() == dimension.name())
            {
                return Err(TableError::DimensionTwice {
                    name: dimension.name().to_owned(),
                });
            }
        }
        dimensions
            .iter()
            .try_fold(1_usize, |cells, d| cells.checked_mul(d.nodes().len()))
            .filter(|cells| *cells <= MAX_CELLS)
            .ok_or(TableError::TooManyCells { limit: MAX_CELLS })?;
        let lattice = Lattice::new(&dimensions);
        Ok(Self {
            dimensions,
            notes,
            lattice,
        })
    }

    /// Adds `count` to the inner cell of these categories, and to every sum it is part of.
    ///
    /// # Errors
    /// Labels that name no inner cell, or a sum beyond [`MAX_COUNT`]; the table is unchanged then.
    pub fn add(&mut self, categories: &[&str], count: u64) -> Result<(), TableError> {
        let place = self
            .place(categories)
            .ok_or_else(|| TableError::NoSuchCell {
                labels: categories.iter().map(|&label| label.to_owned()).collect(),
            })?;
        let total = self.lattice.counts().last().copied().unwrap_or(0);
        if count > MAX_COUNT || total + count > MAX_COUNT {
            return Err(TableError::CountTooLarge { limit: MAX_COUNT });
        }
        self.lattice.add(&place, count);
        Ok(())
    }

    fn place(&self, categories: &[&str]) -> Option<Vec<usize>> {
        if categories.len() != self.dimensions.len() {
            return None;
        }
        let nodes = self
            .dimensions
            .iter()
            .zip(categories)
            .map(|(dimension, label)| {
                dimension
                    .position(label)
                    .filter(|&node| dimension.nodes()[node].is_category())
            });
        nodes.collect()
    }

    /// Hides what the rule demands and what would give it away, has the result audited, and
    /// releases it with its certificate.
    ///
    /// # Errors
    /// Nothing is released if the threshold is out of range, the time limit ends, the solver
    /// fails or the auditor rejects the table.
    pub fn protect(self, rule: &Rule) -> Result<(PublishedTable, Certificate), ProtectError> {
        if !(1..=MAX_THRESHOLD).contains(&rule.threshold) {
            return Err(ProtectError::Threshold {
                limit: MAX_THRESHOLD,
            });
        }
        let deadline = rule
            .time_limit
            .and_then(|limit| Instant::now().checked_add(limit));
        let pattern = suppress::suppress(&self.lattice, rule, deadline)?;
        let counts = self.lattice.into_counts();
        let printed = counts
            .iter()
            .zip(&pattern.suppressed)
            .map(|(&count, &hidden)| (!hidden).then_some(count))
            .collect();
        let table = PublishedTable::release(self.dimensions, printed, self.notes);
        let report = audit::audit(&table, &counts, &pattern.proofs, rule, deadline)?;
        if report.violations > 0 {
            return Err(ProtectError::Rejected {
                violations: report.violations,
            });
        }
        let certificate = certificate::certify(&table, &counts, rule, &pattern, &report);
        Ok((table, certificate))
    }
}
