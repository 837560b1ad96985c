//! The attacker: reads a published table and derives what it can. Shares no code and no data
//! structures with the suppressor; all it takes are the table and, to judge, the true counts.

mod elimination;
mod guards;
mod network;
mod polytope;
mod reading;
mod simplex;
mod whole;

use std::time::{Duration, Instant};

use crate::{ProtectError, PublishedTable, Rule};
use reading::Reading;

/// What the attacker found.
pub(crate) struct Report {
    /// Sensitive cells that are printed or can be narrowed too far.
    pub(crate) violations: usize,
    /// Each suppressed cell with the smallest and largest count that nothing printed rules out.
    pub(crate) intervals: Vec<(usize, u64, Option<u64>)>,
}

/// Derives the interval of every suppressed cell and holds the rule against it.
///
/// `proofs` are claimed changes of sensitive cells; each is checked before it counts, and they
/// are needed only where the table is no network.
pub(crate) fn audit(
    table: &PublishedTable,
    counts: &[u64],
    proofs: &[(usize, Vec<guards::Change>)],
    rule: &Rule,
    deadline: Option<Instant>,
) -> Result<Report, ProtectError> {
    let reading = Reading::new(table, counts);
    let clock = Clock { deadline };
    let (intervals, guarded) = if let Some(network) = network::Network::of(&reading) {
        (network.intervals(&clock)?, network.unguarded(rule, &clock)?)
    } else {
        let intervals = polytope::Polytope::of(&reading, &clock)?.intervals(&clock)?;
        (intervals, guards::unguarded(&reading, proofs, rule))
    };
    let printed = reading.printed(rule);
    let narrowed = intervals
        .iter()
        .filter(|interval| is_narrowed(interval, counts, rule))
        .count();
    Ok(Report {
        violations: printed + narrowed + guarded,
        intervals,
    })
}

fn is_narrowed(interval: &(usize, u64, Option<u64>), counts: &[u64], rule: &Rule) -> bool {
    let &(cell, low, high) = interval;
    let (lowest, highest) = rule.protected_interval(counts[cell]);
    let contained = low <= lowest && high.is_none_or(|high| high >= highest);
    rule.is_sensitive(counts[cell]) && !contained
}

/// When the auditor has to stop.
struct Clock {
    deadline: Option<Instant>,
}

impl Clock {
    fn left(&self) -> Option<Duration> {
        self.deadline
            .map(|deadline| deadline.saturating_duration_since(Instant::now()))
    }

    fn check(&self) -> Result<(), ProtectError> {
        match self.deadline {
            Some(deadline) if Instant::now() >= deadline => Err(ProtectError::TimeLimit),
            Some(_) | None => Ok(()),
        }
    }
}
