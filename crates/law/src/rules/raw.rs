//! The rule files as they are written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::safe_origin::SafeOrigin;
use crate::status::{Status, StatusCode};

/// Any rule file; each subject uses some of the keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) stand: Spanned<Date>,
    /// Acts promulgated after this day were not read.
    #[serde(default)]
    pub(super) read_until: Option<Date>,
    #[serde(default)]
    pub(super) status: Vec<Spanned<Status>>,
    #[serde(default)]
    pub(super) classes: BTreeMap<String, Spanned<Vec<StatusCode>>>,
    #[serde(default)]
    pub(super) safe_origin: Vec<Spanned<SafeOrigin>>,
    #[serde(default)]
    pub(super) amendment: Vec<Spanned<Amendment>>,
    #[serde(default)]
    pub(super) notice: Vec<Spanned<Notice>>,
    #[serde(default)]
    pub(super) fact: Vec<Spanned<FactLabel>>,
    #[serde(default)]
    pub(super) topic: Vec<Spanned<Topic>>,
    #[serde(default)]
    pub(super) rule: Vec<Spanned<Rule>>,
    #[serde(default)]
    pub(super) path: Vec<Spanned<Path>>,
    #[serde(default)]
    pub(super) condition: Vec<Spanned<Condition>>,
    #[serde(default)]
    pub(super) deadline: Vec<Spanned<Deadline>>,
    #[serde(default)]
    pub(super) duty: Vec<Spanned<Duty>>,
}

/// An act that changed the law.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// Day on which it came into force.
    pub in_force: Date,
    /// The act.
    pub act: String,
    /// What it touches.
    pub touches: String,
    /// How it was verified.
    pub mark: String,
    /// What is doubtful.
    pub doubt: Option<String>,
}

/// An executive stop or a practice note: not statute, to be kept by the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Stable key.
    pub id: String,
    /// Access topics, paths or deadlines it belongs to.
    pub about: Vec<String>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
    /// What readers see (German).
    pub text: String,
    /// Where it comes from.
    pub source: String,
}

/// What a fact is called, what proves it, who issues the proof.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactLabel {
    /// Key in the facts.
    pub key: String,
    /// Name for readers (German).
    pub label_de: String,
    /// What proves it.
    pub proof: String,
    /// Who issues the proof.
    pub issuer: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub(super) id: String,
    pub(super) title: String,
}

/// One row of an access question.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub(super) access: String,
    pub(super) row: String,
    pub(super) valid_from: Option<Date>,
    pub(super) valid_to: Option<Date>,
    #[serde(default)]
    pub(super) cohort: Vec<String>,
    #[serde(default)]
    pub(super) when: Vec<String>,
    pub(super) result: String,
    #[serde(default)]
    pub(super) missing: Vec<String>,
    #[serde(default)]
    pub(super) ask: Vec<String>,
    pub(super) note: Option<String>,
    #[serde(default)]
    pub(super) para: String,
    pub(super) mark: String,
    pub(super) stand: Option<Date>,
    pub(super) doubt: Option<String>,
    pub(super) reading: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Path {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) grants: String,
    pub(super) valid_from: Option<Date>,
    pub(super) valid_to: Option<Date>,
    #[serde(default)]
    pub(super) ask_expert: Vec<AskExpert>,
    pub(super) closed_for: Option<String>,
    #[serde(default)]
    pub(super) apply_until: Vec<String>,
    #[serde(default)]
    pub(super) para: String,
    pub(super) mark: String,
    pub(super) stand: Option<Date>,
    pub(super) doubt: Option<String>,
    pub(super) reading: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AskExpert {
    pub(super) when: Vec<String>,
    pub(super) doubt: String,
}

/// One condition of a path.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Condition {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) text: String,
    pub(super) valid_from: Option<Date>,
    pub(super) valid_to: Option<Date>,
    #[serde(default)]
    pub(super) cohort: Vec<String>,
    #[serde(default)]
    pub(super) met: Vec<String>,
    #[serde(default)]
    pub(super) ask: bool,
    /// When these hold and the condition is not met, it can never be met any more.
    #[serde(default)]
    pub(super) last: Vec<String>,
    #[serde(default)]
    pub(super) apply_until: Vec<String>,
    pub(super) either: Option<String>,
    #[serde(default)]
    pub(super) suffices: bool,
    pub(super) hint: Option<String>,
    pub(super) proof: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) para: Option<String>,
    pub(super) mark: String,
    pub(super) stand: Option<Date>,
    pub(super) doubt: Option<String>,
    pub(super) reading: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deadline {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) kind: crate::answer::Kind,
    pub(super) valid_from: Option<Date>,
    pub(super) valid_to: Option<Date>,
    #[serde(default)]
    pub(super) cohort: Vec<String>,
    #[serde(default)]
    pub(super) when: Vec<String>,
    pub(super) start: String,
    /// A period for an act that has to pass before the period begins.
    pub(super) after: Option<String>,
    pub(super) plus: Option<String>,
    #[serde(default)]
    pub(super) end: DeadlineEnd,
    #[serde(default)]
    pub(super) law_of_start: bool,
    #[serde(default)]
    pub(super) para: String,
    pub(super) mark: String,
    pub(super) stand: Option<Date>,
    pub(super) doubt: Option<String>,
    pub(super) reading: Option<String>,
}

/// What has to be done without a computable day.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Duty {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) kind: crate::answer::Kind,
    pub(super) valid_from: Option<Date>,
    pub(super) valid_to: Option<Date>,
    #[serde(default)]
    pub(super) when: Vec<String>,
    #[serde(default)]
    pub(super) para: String,
    pub(super) mark: String,
    pub(super) stand: Option<Date>,
    pub(super) doubt: Option<String>,
    pub(super) reading: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum DeadlineEnd {
    #[default]
    Milestone,
    LastDay,
    Act,
}
