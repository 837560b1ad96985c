//! An answer of the law, arranged for readers.

use law::{
    Access, AccessAnswer, Answer, ConditionAnswer, ConditionState, Kind, PathResult, Perspective,
};
use platform::ui::Ui;

use crate::entitlements::terms;

/// The questions of one subject.
pub(super) struct AccessGroup {
    pub label: &'static str,
    pub rows: Vec<AccessRow>,
}

pub(super) struct AccessRow {
    pub answer: AccessAnswer,
    pub label: &'static str,
    pub style: &'static str,
    /// What would decide, in words.
    pub missing: String,
}

const GROUPS: [(&str, &str); 4] = [
    ("B1.", "entitlement-group-work"),
    ("B2.", "entitlement-group-courses"),
    ("B3.", "entitlement-group-training"),
    ("B4.", "entitlement-group-living"),
];

pub(super) fn groups(ui: &Ui, answers: Vec<AccessAnswer>) -> Vec<AccessGroup> {
    let mut groups: Vec<AccessGroup> = GROUPS
        .iter()
        .map(|(_, label)| AccessGroup {
            label,
            rows: Vec::new(),
        })
        .collect();
    for answer in answers {
        let at = GROUPS
            .iter()
            .position(|(prefix, _)| answer.id.starts_with(prefix));
        if let Some(group) = at.and_then(|at| groups.get_mut(at)) {
            group.rows.push(row(ui, answer));
        }
    }
    groups
}

fn row(ui: &Ui, answer: AccessAnswer) -> AccessRow {
    let (label, style) = result(answer.result);
    AccessRow {
        label,
        style,
        missing: missing(ui, &answer),
        answer,
    }
}

fn missing(ui: &Ui, answer: &AccessAnswer) -> String {
    terms::list(answer.missing.iter().map(|key| terms::fact(ui, key))).join(", ")
}

/// Text key and badge of a result.
pub(super) fn result(result: Access) -> (&'static str, &'static str) {
    match result {
        Access::Claim => ("entitlement-claim", "success"),
        Access::Yes => ("entitlement-yes", "success"),
        Access::Soll => ("entitlement-soll", "success"),
        Access::Discretion => ("entitlement-discretion", "info"),
        Access::No => ("entitlement-no", "plain"),
        Access::Unknown => ("entitlement-unknown", "warning"),
    }
}

/// A perspective with its conditions.
pub(super) struct Path {
    pub perspective: Perspective,
    pub label: &'static str,
    pub style: &'static str,
    pub conditions: Vec<Condition>,
    /// What is in reach stands open on the page.
    pub unfolded: bool,
}

pub(super) struct Condition {
    pub asked: ConditionAnswer,
    pub label: &'static str,
    pub style: &'static str,
}

/// What can be done next comes first; within that the order of the law crate stays.
pub(super) fn paths(mut paths: Vec<Perspective>) -> Vec<Path> {
    paths.sort_by_key(|path| match path.result {
        PathResult::Open => 0,
        PathResult::Missing => 1,
        PathResult::AskExpert => 2,
        PathResult::NotOpen => 3,
    });
    paths.into_iter().map(shown_path).collect()
}

fn shown_path(mut path: Perspective) -> Path {
    let (label, style) = match path.result {
        PathResult::Open => ("entitlement-path-open", "success"),
        PathResult::Missing => ("entitlement-path-missing", "warning"),
        PathResult::AskExpert => ("entitlement-path-ask", "info"),
        PathResult::NotOpen => ("entitlement-path-closed", "plain"),
    };
    let conditions = std::mem::take(&mut path.conditions);
    Path {
        unfolded: path.result == PathResult::Open,
        conditions: conditions.into_iter().map(shown_condition).collect(),
        perspective: path,
        label,
        style,
    }
}

fn shown_condition(condition: ConditionAnswer) -> Condition {
    let (label, style) = match condition.state {
        ConditionState::Met => ("entitlement-met", "success"),
        ConditionState::NotMet => ("entitlement-not-met", "plain"),
        ConditionState::Unknown => ("entitlement-unknown", "warning"),
        ConditionState::Ask => ("entitlement-ask", "info"),
    };
    Condition {
        asked: condition,
        label,
        style,
    }
}

pub(super) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::L => "entitlement-statutory",
        Kind::C => "entitlement-computed",
        Kind::P => "entitlement-practice",
    }
}

/// The talk sheet: the same in short sentences.
pub(super) struct Sheet {
    pub may: Vec<AccessAnswer>,
    /// Somebody has to allow it first.
    pub may_ask: Vec<AccessAnswer>,
    pub may_not: Vec<AccessAnswer>,
    /// The facts that would decide the rest.
    pub to_find_out: Vec<String>,
    pub paths: Vec<SheetPath>,
}

pub(super) struct SheetPath {
    pub path: Perspective,
    pub open: bool,
    pub ask: bool,
    pub missing: Vec<String>,
}

impl Sheet {
    pub(super) fn of(ui: &Ui, answer: &Answer) -> Sheet {
        let with = |results: &[Access]| {
            let access = answer.access.iter();
            access
                .filter(|one| results.contains(&one.result))
                .cloned()
                .collect()
        };
        let keys = answer.access.iter().flat_map(|one| &one.missing);
        let mut paths = paths(answer.perspectives.clone());
        paths.retain(|path| path.perspective.result != PathResult::NotOpen);
        Sheet {
            may: with(&[Access::Claim, Access::Yes]),
            may_ask: with(&[Access::Soll, Access::Discretion]),
            may_not: with(&[Access::No]),
            to_find_out: terms::list(keys.map(|key| terms::fact(ui, key))),
            paths: paths.into_iter().map(sheet_path).collect(),
        }
    }
}

fn sheet_path(shown: Path) -> SheetPath {
    let has = |state| shown.conditions.iter().any(|c| c.asked.state == state);
    let lacking = |one: &&Condition| {
        matches!(
            one.asked.state,
            ConditionState::NotMet | ConditionState::Unknown
        )
    };
    let missing = shown.conditions.iter().filter(lacking);
    SheetPath {
        open: shown.perspective.result == PathResult::Open,
        ask: shown.perspective.result == PathResult::AskExpert || has(ConditionState::Ask),
        missing: terms::list(missing.map(|one| one.asked.text.clone())),
        path: shown.perspective,
    }
}
