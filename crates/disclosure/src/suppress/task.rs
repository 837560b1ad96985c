//! What has to be protected against whom, as numbers.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use super::links::Link;
use crate::lattice::Lattice;
use crate::{ProtectError, Rule, Zeros};

/// What hiding a cell costs that is hidden in any case.
const HIDDEN_ANYWAY: f64 = 1e-3;

/// A protection problem on a table whose cells are all different.
pub(super) struct Task {
    pub(super) lattice: Lattice,
    pub(super) counts: Vec<i64>,
    /// What hiding a cell costs.
    pub(super) weights: Vec<f64>,
    /// Whether a cell may be hidden at all.
    pub(super) open: Vec<bool>,
    /// Cells that another table hides, so that this one must.
    pub(super) hidden_elsewhere: Vec<usize>,
    /// Cells that another table prints, so that hiding them here protects nobody.
    printed_elsewhere: Vec<usize>,
    /// Cells that no reader may compute: the sensitive ones, and what another table hides.
    pub(super) primaries: Vec<usize>,
    /// What a reader knows of a hidden cell who knows which zeros are printed.
    pub(super) floor: i64,
    /// What the search for the best pattern may take.
    pub(super) effort: u64,
    /// For a cell that counts one person the inner cell of that person.
    pub(super) person: Vec<Option<usize>>,
    threshold: i64,
    deadline: Option<Instant>,
    started: Instant,
}

impl Task {
    /// `places` maps each cell of the whole table to its cell in `lattice`.
    pub(super) fn new(
        lattice: Lattice,
        places: &[usize],
        rule: &Rule,
        deadline: Option<Instant>,
    ) -> Self {
        let counts: Vec<i64> = lattice
            .counts()
            .iter()
            .map(|&count| count.cast_signed())
            .collect();
        let mut weights = vec![0.0; counts.len()];
        for &place in places {
            weights[place] += weight(counts[place]);
        }
        let sensitive = |cell: &usize| rule.is_sensitive(lattice.counts()[*cell]);
        Self {
            weights,
            open: counts
                .iter()
                .map(|&n| n > 0 || rule.zeros == Zeros::Protect)
                .collect(),
            primaries: (0..counts.len()).filter(sensitive).collect(),
            hidden_elsewhere: Vec::new(),
            printed_elsewhere: Vec::new(),
            floor: i64::from(rule.zeros == Zeros::Publish),
            effort: if counts.len() <= rule.search.cells {
                rule.search.effort
            } else {
                0
            },
            person: persons(&lattice, &counts),
            threshold: i64::from(rule.threshold),
            counts,
            lattice,
            deadline,
            started: Instant::now(),
        }
    }

    /// Has a cell printed in any case; says false if it is sensitive.
    pub(super) fn print(&mut self, cell: Option<usize>) -> bool {
        let Some(cell) = cell.filter(|cell| !self.is_primary(*cell)) else {
            return false;
        };
        self.open[cell] = false;
        true
    }

    /// Takes over what other tables make of the cells.
    pub(super) fn link(&mut self, places: &[usize], links: &[Option<Link>]) {
        let linked = |wanted: Link| {
            let cells = places.iter().zip(links);
            let cells = cells.filter(move |(_, link)| **link == Some(wanted));
            cells.map(|(place, _)| *place).collect::<BTreeSet<usize>>()
        };
        let (hidden, printed) = (linked(Link::Hidden), linked(Link::Printed));
        let free = |cells: Vec<usize>| -> Vec<usize> {
            let free = cells.into_iter().filter(|cell| self.is_free(*cell));
            free.collect()
        };
        let printed = free(printed.difference(&hidden).copied().collect());
        let hidden = free(hidden.into_iter().collect());
        self.printed_elsewhere = printed;
        self.hidden_elsewhere = hidden;
        for cell in &self.printed_elsewhere {
            self.open[*cell] = false;
        }
        for cell in &self.hidden_elsewhere {
            self.weights[*cell] = HIDDEN_ANYWAY;
        }
        if std::env::var_os("OFF").is_none() {
            self.primaries.extend(&self.hidden_elsewhere);
        }
        self.primaries.sort_unstable();
    }

    /// Hides what another table hides without caring whether it can be computed; says whether there
    /// was any.
    pub(super) fn give_up_others(&mut self) -> bool {
        let others = &self.hidden_elsewhere;
        self.primaries.retain(|cell| !others.contains(cell));
        !others.is_empty()
    }

    /// Lets cells be hidden that another table prints; says whether there were any.
    pub(super) fn unlink(&mut self) -> bool {
        for cell in &self.printed_elsewhere {
            self.open[*cell] = true;
        }
        !std::mem::take(&mut self.printed_elsewhere).is_empty()
    }

    /// How far above its count a sensitive cell must seem possible.
    pub(super) fn rise(&self, cell: usize) -> i64 {
        (self.threshold - self.counts[cell]).max(1)
    }

    /// How far below.
    pub(super) fn fall(&self, cell: usize) -> i64 {
        self.counts[cell].min(1)
    }

    /// The people who are alone in one of the inner cells and so know its count, those aside whom
    /// `own` counts.
    pub(super) fn insiders(&self, own: usize, cells: &[usize]) -> BTreeSet<usize> {
        let alone = cells
            .iter()
            .filter(|cell| self.person[**cell] == Some(**cell));
        alone
            .copied()
            .filter(|person| Some(*person) != self.person[own])
            .collect()
    }

    pub(super) fn is_primary(&self, cell: usize) -> bool {
        self.primaries.binary_search(&cell).is_ok()
    }

    /// Whether a cell may be hidden or not.
    pub(super) fn is_free(&self, cell: usize) -> bool {
        self.open[cell] && !self.is_primary(cell)
    }

    /// What hiding these cells costs.
    pub(super) fn loss(&self, hidden: &[bool]) -> f64 {
        let cells = hidden.iter().zip(&self.weights);
        cells.filter(|(hidden, _)| **hidden).map(|(_, w)| w).sum()
    }

    /// What hiding these cells costs beyond the sensitive ones.
    pub(super) fn secondary_loss(&self, hidden: &[bool]) -> f64 {
        let primary: f64 = self.primaries.iter().map(|cell| self.weights[*cell]).sum();
        self.loss(hidden) - primary
    }

    /// Half of the time is left to the search for a better pattern, the rest to the audit.
    pub(super) fn is_late(&self) -> bool {
        self.time_left().is_some_and(|left| left.is_zero())
    }

    /// What is left to the search for a better pattern.
    pub(super) fn time_left(&self) -> Option<Duration> {
        self.deadline.map(|deadline| {
            let whole = deadline.saturating_duration_since(self.started);
            (self.started + whole / 2).saturating_duration_since(Instant::now())
        })
    }

    pub(super) fn check_time(&self) -> Result<(), ProtectError> {
        match self.deadline {
            Some(deadline) if Instant::now() >= deadline => Err(ProtectError::TimeLimit),
            Some(_) | None => Ok(()),
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts end at 10^12, far below 2^53"
)]
fn weight(count: i64) -> f64 {
    1.0 + (1.0 + count as f64).ln()
}

/// For each cell that counts a single person the inner cell that person is in.
fn persons(lattice: &Lattice, counts: &[i64]) -> Vec<Option<usize>> {
    let mut person: Vec<Option<usize>> = (0..counts.len())
        .map(|cell| (counts[cell] == 1).then_some(cell))
        .collect();
    // Parts stand before their sum, so the part's person is known when the sum is reached.
    for (parts, sum) in lattice.relations() {
        if counts[sum] == 1 {
            person[sum] = parts
                .into_iter()
                .find(|part| counts[*part] == 1)
                .and_then(|p| person[p]);
        }
    }
    person
}
