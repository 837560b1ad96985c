//! What changed between two answers, to be shown once.

use jiff::civil::Date;
use serde::Serialize;

use crate::answer::{Access, Answer, PathResult};

/// One change in rights or deadlines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Change {
    /// An access question is answered differently.
    Access {
        /// `B1.work` …
        id: String,
        /// Title for readers (German).
        title: String,
        /// Result before.
        before: Access,
        /// Result now.
        after: Access,
        /// Since when the new result holds.
        since: Option<Date>,
        /// The provision.
        para: String,
    },
    /// A perspective is answered differently.
    Path {
        /// `C1` …
        id: String,
        /// Title for readers (German).
        title: String,
        /// Result before.
        before: PathResult,
        /// Result now.
        after: PathResult,
        /// The provision.
        para: String,
    },
    /// A deadline came, went or moved.
    Deadline {
        /// `D16` …
        id: String,
        /// Title for readers (German).
        title: String,
        /// The day before the change.
        before: Option<Date>,
        /// The day now.
        after: Option<Date>,
        /// The provision.
        para: String,
    },
}

/// What changed from one answer to the next, in the order of the answer.
pub fn changes(before: &Answer, after: &Answer) -> Vec<Change> {
    let mut changes = Vec::new();
    for now in &after.access {
        let Some(then) = before.access.iter().find(|then| then.id == now.id) else {
            continue;
        };
        if then.result != now.result {
            changes.push(Change::Access {
                id: now.id.clone(),
                title: now.title.clone(),
                before: then.result,
                after: now.result,
                since: now.since,
                para: now.para.clone(),
            });
        }
    }
    for now in &after.perspectives {
        let Some(then) = before.perspectives.iter().find(|then| then.id == now.id) else {
            continue;
        };
        if then.result != now.result {
            changes.push(Change::Path {
                id: now.id.clone(),
                title: now.title.clone(),
                before: then.result,
                after: now.result,
                para: now.para.clone(),
            });
        }
    }
    changes.extend(deadlines(before, after));
    changes
}

fn deadlines(before: &Answer, after: &Answer) -> Vec<Change> {
    let mut changes = Vec::new();
    for now in &after.deadlines {
        let then = before
            .deadlines
            .iter()
            .find(|then| then.id == now.id)
            .map(|then| then.on);
        if then != Some(now.on) {
            changes.push(change(now, then, Some(now.on)));
        }
    }
    for then in &before.deadlines {
        if !after.deadlines.iter().any(|now| now.id == then.id) {
            changes.push(change(then, Some(then.on), None));
        }
    }
    changes
}

fn change(of: &crate::Deadline, before: Option<Date>, after: Option<Date>) -> Change {
    let (id, title, para) = (of.id.clone(), of.title.clone(), of.para.clone());
    Change::Deadline {
        id,
        title,
        before,
        after,
        para,
    }
}

#[cfg(test)]
mod tests;
