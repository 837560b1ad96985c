//! What a case manager saw last, and what has changed since then.

use jiff::civil::Date;
use law::{Access, Answer, Change, Deadline, Kind, PathResult};
use serde::{Deserialize, Serialize};

/// The results that were seen; names nobody, and is sealed all the same, because deadlines tell
/// birthdays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Seen {
    access: Vec<(String, Access)>,
    paths: Vec<(String, PathResult)>,
    deadlines: Vec<SeenDeadline>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SeenDeadline {
    id: String,
    title: String,
    on: Date,
    kind: Kind,
    para: String,
    mark: String,
}

impl Seen {
    pub(super) fn of(answer: &Answer) -> Seen {
        let access = answer.access.iter();
        let paths = answer.perspectives.iter();
        let deadlines = answer.deadlines.iter();
        Seen {
            access: access.map(|one| (one.id.clone(), one.result)).collect(),
            paths: paths.map(|one| (one.id.clone(), one.result)).collect(),
            deadlines: deadlines.map(SeenDeadline::of).collect(),
        }
    }

    /// What is different now. Deadlines that lie behind are no news.
    pub(super) fn changes(&self, now: &Answer) -> Vec<Change> {
        let changes = law::changes(&self.as_answer(now), now).into_iter();
        changes.filter(|change| is_news(change, now.on)).collect()
    }

    /// The answer as it was, as far as a comparison looks at it.
    fn as_answer(&self, now: &Answer) -> Answer {
        let mut then = now.clone();
        then.access.retain_mut(|one| {
            let seen = self.access.iter().find(|(id, _)| *id == one.id);
            seen.map(|(_, result)| one.result = *result).is_some()
        });
        then.perspectives.retain_mut(|one| {
            let seen = self.paths.iter().find(|(id, _)| *id == one.id);
            seen.map(|(_, result)| one.result = *result).is_some()
        });
        then.deadlines = self.deadlines.iter().map(SeenDeadline::again).collect();
        then
    }
}

impl SeenDeadline {
    fn of(deadline: &Deadline) -> SeenDeadline {
        SeenDeadline {
            id: deadline.id.clone(),
            title: deadline.title.clone(),
            on: deadline.on,
            kind: deadline.kind,
            para: deadline.para.clone(),
            mark: deadline.mark.clone(),
        }
    }

    fn again(&self) -> Deadline {
        Deadline {
            id: self.id.clone(),
            title: self.title.clone(),
            on: self.on,
            kind: self.kind,
            para: self.para.clone(),
            mark: self.mark.clone(),
            passed: false,
            doubt: None,
            reading: None,
        }
    }
}

fn is_news(change: &Change, today: Date) -> bool {
    match change {
        Change::Access { .. } | Change::Path { .. } => true,
        Change::Deadline { before, after, .. } => {
            let latest = before.iter().chain(after).max();
            latest.is_some_and(|day| *day >= today)
        }
    }
}
