//! Which cells to hide: the sensitive ones, and as few others as will do.

mod cubes;
mod cuts;
mod exact;
mod links;
mod moves;
mod network;
mod polish;
mod task;

use std::time::Instant;

use crate::lattice::Lattice;
use crate::{ProtectError, Rule};
use cubes::Cubes;
use exact::Outcome;
use links::links;
use network::Network;
use task::Task;

/// The chosen cells.
pub(crate) struct Pattern {
    /// For each cell whether it is hidden.
    pub(crate) suppressed: Vec<bool>,
    /// Whether no other choice loses less.
    pub(crate) optimal: bool,
    /// The method that found it.
    pub(crate) engine: &'static str,
    /// Changes of sensitive cells that show to anyone who checks them that neither the printed
    /// zeros nor a person alone in another cell give the count away; none where the auditor has
    /// a method of its own.
    pub(crate) proofs: Vec<(usize, Vec<Change>)>,
}

/// Cells with what is added to each.
pub(crate) type Change = Vec<(usize, i64)>;

/// Chooses on the table without repeated cells, then carries the choice over to all of them.
pub(crate) fn suppress(
    lattice: &Lattice,
    rule: &Rule,
    deadline: Option<Instant>,
) -> Result<Pattern, ProtectError> {
    let (merged, places) = lattice.merged();
    let mut task = Task::new(merged, &places, rule, deadline);
    if rule.total_printed && !task.print(places.last().copied()) {
        return Err(ProtectError::Unprotectable { dimension: None });
    }
    task.link(&places, &links(lattice, rule, deadline)?);
    let mut pattern = linked(&mut task, rule)?;
    for cell in &task.hidden_elsewhere {
        pattern.suppressed[*cell] = true;
    }
    let mut copies = vec![Vec::new(); task.counts.len()];
    for (cell, place) in places.iter().enumerate() {
        copies[*place].push(cell);
    }
    let spread_out = |change: &Change| -> Change {
        let all = |(place, delta): &(usize, i64)| {
            let delta = *delta;
            copies[*place].iter().map(move |cell| (*cell, delta))
        };
        change.iter().flat_map(all).collect()
    };
    let proofs = pattern.proofs.iter().flat_map(|(place, changes)| {
        copies[*place]
            .iter()
            .map(|cell| (*cell, changes.iter().map(spread_out).collect()))
    });
    Ok(Pattern {
        suppressed: places
            .iter()
            .map(|place| pattern.suppressed[*place])
            .collect(),
        proofs: proofs.collect(),
        ..pattern
    })
}

fn linked(task: &mut Task, rule: &Rule) -> Result<Pattern, ProtectError> {
    let is_stuck = |found: &Result<Pattern, _>| matches!(found, Err(ProtectError::Solver(_)));
    let mut pattern = choose(task);
    // Some tables cannot be protected while all their sums are printed.
    if is_stuck(&pattern) && task.unlink() {
        pattern = choose(task);
    }
    // Some cannot keep what other tables hide from being computed.
    if is_stuck(&pattern) && task.give_up_others() {
        pattern = choose(task);
    }
    pattern.map_err(|error| match error {
        ProtectError::Solver(_) if rule.total_printed => {
            ProtectError::Unprotectable { dimension: None }
        }
        other => other,
    })
}

fn choose(task: &Task) -> Result<Pattern, ProtectError> {
    if task.primaries.is_empty() {
        let suppressed = vec![false; task.counts.len()];
        return Ok(Pattern {
            suppressed,
            optimal: true,
            engine: "none needed",
            proofs: Vec::new(),
        });
    }
    let start = cubes::protect(task, None)?;
    let Some(network) = Network::of(&task.lattice).filter(|_| task.effort > 0) else {
        return Ok(by_moves(start));
    };
    Ok(match exact::improve(task, &network, start)? {
        Outcome::Stuck(found) => by_moves(found),
        Outcome::Solved(suppressed, optimal) => Pattern {
            optimal,
            engine: "capacity cuts from minimum cuts, integer master by microlp",
            proofs: cuts::proofs(task, &network, &suppressed),
            suppressed,
        },
    })
}

fn by_moves(found: Cubes) -> Pattern {
    Pattern {
        suppressed: found.hidden,
        optimal: false,
        engine: "cheapest ways of change, dear cells traded, needless ones printed",
        proofs: found.proofs,
    }
}
