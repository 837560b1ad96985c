//! An answer of the law, arranged for readers.

use jiff::civil::Date;
use law::{Access, AccessAnswer, ConditionAnswer, ConditionState, Kind, PathResult, Perspective};
use platform::ui::Ui;

use crate::cases::CaseId;
use crate::entitlements::facts::Background;
use crate::entitlements::terms;
use crate::facts::Topic;
use crate::notices::ShownNotice;

/// The questions of one subject.
pub(super) struct AccessGroup {
    pub label: &'static str,
    pub rows: Vec<AccessRow>,
}

pub(super) struct AccessRow {
    pub answer: AccessAnswer,
    pub label: &'static str,
    pub style: &'static str,
    /// What would decide.
    pub missing: Vec<Missing>,
    /// What practice says.
    pub notices: Vec<ShownNotice>,
}

/// A fact that would decide, and where it is recorded.
pub(super) struct Missing {
    pub label: String,
    pub href: Option<String>,
}

/// The ways from what is missing to the forms that answer it.
pub(super) struct Ways {
    href: String,
    recorded: Vec<Topic>,
}

impl Ways {
    /// Without a case there is no form to lead to.
    pub(super) fn nowhere() -> Ways {
        Ways {
            href: String::new(),
            recorded: Vec::new(),
        }
    }

    pub(super) fn of(case: CaseId, background: &Background) -> Ways {
        Ways {
            href: format!("/cases/{case}"),
            recorded: background.recorded.iter().map(|fact| fact.topic).collect(),
        }
    }

    pub(super) fn missing(&self, ui: &Ui, keys: &[String]) -> Vec<Missing> {
        let mut all: Vec<Missing> = Vec::new();
        for key in keys {
            let label = terms::fact(ui, key);
            if !all.iter().any(|one| one.label == label) {
                let href = self.to(key);
                all.push(Missing { label, href });
            }
        }
        all
    }

    fn to(&self, key: &str) -> Option<String> {
        let href = Some(&self.href).filter(|href| !href.is_empty())?;
        let plain = key.split([':', '.', ' ']).next().unwrap_or(key);
        Some(match plain {
            "birth_date" | "age" | "entered_germany" | "nationality" | "safe_origin" => {
                format!("{href}/person")
            }
            "status" | "status_from" | "status_to" | "statuses" | "status_kind"
            | "first_duldung" => format!("{href}#statuses"),
            _ => {
                let topic = Topic::answering(key)?;
                let code = topic.code();
                // Something is recorded and does not say enough: show it rather than a blank form.
                if self.recorded.contains(&topic) {
                    format!("{href}/facts#{code}")
                } else {
                    format!("{href}/facts/{code}?back=rights")
                }
            }
        })
    }
}

const GROUPS: [(&str, &str); 4] = [
    ("B1.", "entitlement-group-work"),
    ("B2.", "entitlement-group-courses"),
    ("B3.", "entitlement-group-training"),
    ("B4.", "entitlement-group-living"),
];

pub(super) fn groups(
    ui: &Ui,
    ways: &Ways,
    notices: &[ShownNotice],
    answers: Vec<AccessAnswer>,
) -> Vec<AccessGroup> {
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
            group.rows.push(row(ui, ways, notices, answer));
        }
    }
    groups
}

fn row(ui: &Ui, ways: &Ways, notices: &[ShownNotice], answer: AccessAnswer) -> AccessRow {
    let (label, style) = result(answer.result);
    AccessRow {
        label,
        style,
        missing: ways.missing(ui, &answer.missing),
        notices: about(notices, &answer.id),
        answer,
    }
}

/// The notices that belong to a rule.
pub(super) fn about(notices: &[ShownNotice], id: &str) -> Vec<ShownNotice> {
    let belongs = |notice: &&ShownNotice| notice.about.iter().any(|about| about == id);
    notices.iter().filter(belongs).cloned().collect()
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
    /// What is still missing; empty where nothing is or nothing helps.
    pub lacking: String,
    /// Where it says something: the path is open, or only time brings it.
    pub apply_from: Option<Date>,
    pub notices: Vec<ShownNotice>,
}

pub(super) struct Condition {
    pub asked: ConditionAnswer,
    pub label: &'static str,
    pub style: &'static str,
    pub missing: Vec<Missing>,
}

/// What can be done next comes first; within that the order of the law crate stays.
pub(super) fn paths(
    ui: &Ui,
    ways: &Ways,
    notices: &[ShownNotice],
    (mut paths, on): (Vec<Perspective>, Date),
) -> Vec<Path> {
    paths.sort_by_key(|path| match path.result {
        PathResult::Open => 0,
        PathResult::Missing => 1,
        PathResult::AskExpert => 2,
        PathResult::NotOpen => 3,
    });
    let shown = |path: Perspective| Path {
        notices: about(notices, &path.id),
        ..shown_path(ui, ways, (path, on))
    };
    paths.into_iter().map(shown).collect()
}

/// Text key and badge of how far a perspective is.
pub(super) fn path_result(result: PathResult) -> (&'static str, &'static str) {
    match result {
        PathResult::Open => ("entitlement-path-open", "success"),
        PathResult::Missing => ("entitlement-path-missing", "warning"),
        PathResult::AskExpert => ("entitlement-path-ask", "info"),
        PathResult::NotOpen => ("entitlement-path-closed", "plain"),
    }
}

fn shown_path(ui: &Ui, ways: &Ways, (mut path, on): (Perspective, Date)) -> Path {
    let (label, style) = path_result(path.result);
    let lacking = match path.result {
        PathResult::Missing => lacking(ui, &path).join("; "),
        _ => String::new(),
    };
    let conditions = std::mem::take(&mut path.conditions).into_iter();
    Path {
        unfolded: path.result == PathResult::Open,
        lacking,
        apply_from: apply_from(&path, on),
        notices: Vec::new(),
        conditions: conditions
            .map(|condition| shown_condition(ui, ways, condition))
            .collect(),
        perspective: path,
        label,
        style,
    }
}

/// The conditions that are missing, of several alternatives all in one phrase.
fn lacking(ui: &Ui, path: &Perspective) -> Vec<String> {
    let there =
        |one: &ConditionAnswer| matches!(one.state, ConditionState::Met | ConditionState::Ask);
    let phrase = |one: &ConditionAnswer| {
        let same = |c: &&ConditionAnswer| c.either.is_some() && c.either == one.either;
        let rivals: Vec<_> = path.conditions.iter().filter(same).collect();
        match rivals.as_slice() {
            [] => (!there(one)).then(|| one.text.clone()),
            rivals if rivals.iter().any(|c| there(c)) => None,
            rivals => Some(ui.tn("entitlement-one-of", rivals.len())),
        }
    };
    let needed = path.conditions.iter().filter(|one| !one.suffices);
    terms::list(needed.filter_map(phrase))
}

/// The first day to apply; a past day of a path that lacks something says nothing.
pub(super) fn apply_from(path: &Perspective, on: Date) -> Option<Date> {
    let open = path.result == PathResult::Open;
    path.apply_from.filter(|day| open || *day > on)
}

fn shown_condition(ui: &Ui, ways: &Ways, condition: ConditionAnswer) -> Condition {
    let (label, style) = match condition.state {
        ConditionState::Met => ("entitlement-met", "success"),
        ConditionState::NotMet => ("entitlement-not-met", "plain"),
        ConditionState::Unknown => ("entitlement-unknown", "warning"),
        ConditionState::Ask => ("entitlement-ask", "info"),
    };
    Condition {
        missing: ways.missing(ui, &condition.missing_facts),
        asked: condition,
        label,
        style,
    }
}

pub(crate) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::L => "entitlement-statutory",
        Kind::C => "entitlement-computed",
        Kind::P => "entitlement-practice",
    }
}
