//! The sums of a table that stand in other tables too: those of each of its dimensions alone.

use std::time::Instant;

use super::suppress;
use crate::lattice::Lattice;
use crate::{ProtectError, Rule};

/// What a cell must be because it stands in another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    Printed,
    Hidden,
}

/// For each cell what it is in the table of the one dimension that it does not sum over.
pub(super) fn links(
    lattice: &Lattice,
    rule: &Rule,
    deadline: Option<Instant>,
) -> Result<Vec<Option<Link>>, ProtectError> {
    let mut links = vec![None; lattice.counts().len()];
    if !rule.linked || lattice.axes.len() < 2 {
        return Ok(links);
    }
    let alone = Rule {
        linked: false,
        ..*rule
    };
    let total = links.len() - 1;
    for (axis, stride) in lattice.strides.iter().enumerate() {
        let last = lattice.axes[axis].len() - 1;
        let cell = |node: usize| total - (last - node) * stride;
        let mut part = lattice.part(&[axis]);
        for &leaf in &lattice.axes[axis].leaves {
            part.add(&[leaf], lattice.counts()[cell(leaf)]);
        }
        let pattern = suppress(&part, &alone, deadline).map_err(|error| match error {
            ProtectError::Unprotectable { .. } => ProtectError::Unprotectable {
                dimension: Some(axis),
            },
            other => other,
        })?;
        for (node, hidden) in pattern.suppressed.into_iter().enumerate() {
            let link = &mut links[cell(node)];
            if hidden {
                *link = Some(Link::Hidden);
            } else {
                link.get_or_insert(Link::Printed);
            }
        }
    }
    Ok(links)
}
