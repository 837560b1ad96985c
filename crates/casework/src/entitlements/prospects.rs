//! What will be open from when, if nothing but time passes.

use jiff::Span;
use jiff::civil::Date;
use law::{Access, Answer, Change, ConditionAnswer, ConditionState, PathResult, Perspective};

use super::facts::Background;

/// So far ahead answers are followed.
const YEARS: i64 = 4;
/// On so many days at most something is looked up.
const LOOKS: usize = 12;

impl Background {
    /// The days after the answer's own on which something will open or close, with what it is.
    /// What is unknown now stays out: no day brings it.
    pub(super) fn prospects(&self, now: &Answer) -> Vec<(Date, Change)> {
        let last = now.on.saturating_add(Span::new().years(YEARS));
        let mut found = Vec::new();
        let mut before = now.clone();
        for _ in 0..LOOKS {
            let Some(day) = next_turn(&before).filter(|day| *day <= last) else {
                break;
            };
            let after = self.outlook(day).answer;
            let changes = law::changes(&before, &after).into_iter();
            found.extend(changes.filter(turns).map(|change| (day, change)));
            before = after;
        }
        let openings = now.perspectives.iter().filter_map(|path| {
            let day = path.apply_from.filter(|day| *day > now.on)?;
            let opening = Change::Path {
                id: path.id.clone(),
                title: path.title.clone(),
                before: path.result,
                after: PathResult::Open,
                para: path.para.clone(),
            };
            (path.result == PathResult::Missing && only_time_is_missing(path))
                .then_some((day, opening))
        });
        found.extend(openings);
        found.sort_by_key(|(day, _)| *day);
        found
    }
}

/// Every condition is met, comes with its day, or must be asked; of alternatives, one is.
fn only_time_is_missing(path: &Perspective) -> bool {
    let there = |one: &ConditionAnswer| match one.state {
        ConditionState::Met | ConditionState::Ask => true,
        ConditionState::NotMet => one.expected.is_some(),
        ConditionState::Unknown => false,
    };
    let needed = path.conditions.iter().filter(|one| !one.suffices);
    let mut needed = needed.map(|one| match &one.either {
        None => there(one),
        word => path
            .conditions
            .iter()
            .any(|c| c.either == *word && there(c)),
    });
    needed.all(|there| there)
}

/// The first day on which an answer is no longer certain to be the same.
fn next_turn(answer: &Answer) -> Option<Date> {
    let until = answer.access.iter().filter_map(|one| one.until);
    let ends = until.filter(|day| *day >= answer.on).min()?;
    ends.tomorrow().ok()
}

fn turns(change: &Change) -> bool {
    match change {
        Change::Access { before, after, .. } => {
            *before != Access::Unknown && *after != Access::Unknown
        }
        Change::Path { .. } | Change::Deadline { .. } => false,
    }
}
