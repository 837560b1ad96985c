//! What the rules answer, as it is printed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::Notice;

/// Stands on every output.
pub const NOTICE: &str = "Orientierung, keine Rechtsauskunft";

/// Whom to ask before relying on an answer.
pub const CONTACT: &str = "Bitte mit Ausländerbehörde oder Fachberatung klären.";

/// Everything that the rules say about a person on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The asked day.
    pub on: Date,
    /// Day to which the law was read.
    pub stand: Date,
    /// [`NOTICE`].
    pub notice: &'static str,
    /// [`CONTACT`].
    pub contact: &'static str,
    /// The two clocks.
    pub clocks: Clocks,
    /// What is open to the person.
    pub access: Vec<AccessAnswer>,
    /// Residence perspectives, sorted by what can be done next.
    pub perspectives: Vec<Perspective>,
    /// Deadlines and milestones, earliest first.
    pub deadlines: Vec<Deadline>,
    /// What the statute demands without naming a day that the facts give.
    pub duties: Vec<Duty>,
    /// What is doubtful or contradictory in the facts themselves (German).
    pub doubts: Vec<String>,
    /// That the day lies behind the last act that was read (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<String>,
    /// Executive stops and practice notes that hold on the day.
    pub notices: Vec<Notice>,
}

/// The two clocks; neither starts at case opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Clocks {
    /// Days of uninterrupted permitted, tolerated or gestattet stay, § 60b left out; `None` =
    /// unknown.
    pub stay_days: Option<i32>,
    /// Days of uninterrupted Duldung, § 60b left out; `None` = unknown.
    pub duldung_days: Option<i32>,
}

/// How far something is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Entitlement.
    Claim,
    /// As a rule to be granted.
    Soll,
    /// At the discretion of the authority.
    Discretion,
    /// Open without a decision.
    Yes,
    /// Closed.
    No,
    /// The facts do not decide.
    Unknown,
}

impl Access {
    /// The result with this key.
    pub(crate) fn parse(key: &str) -> Option<Self> {
        Some(match key {
            "claim" => Self::Claim,
            "soll" => Self::Soll,
            "discretion" => Self::Discretion,
            "yes" => Self::Yes,
            "no" => Self::No,
            "unknown" => Self::Unknown,
            _ => return None,
        })
    }
}

/// The answer to one access question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AccessAnswer {
    /// `B1.work` …
    pub id: String,
    /// Title for readers (German).
    pub title: String,
    /// How far it is open.
    pub result: Access,
    /// First day of this result, where it has one.
    pub since: Option<Date>,
    /// Last day of this result, as far as it can be foreseen.
    pub until: Option<Date>,
    /// The provision.
    pub para: String,
    /// How the rule was verified.
    pub mark: String,
    /// Facts that would decide, where the result is unknown.
    pub missing: Vec<String>,
    /// What stays to be clarified by asking, because it must not be recorded (German).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<String>,
    /// Side conditions (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Doubt about the rule (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
    /// The reading that the rule follows (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// How far a residence perspective is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PathResult {
    /// All recordable conditions are met.
    Open,
    /// Something is missing that can still come.
    Missing,
    /// A doubt or a contradiction decides.
    AskExpert,
    /// Closed for good, or not in force.
    NotOpen,
}

/// One residence perspective.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Perspective {
    /// `C1` …
    pub id: String,
    /// Title for readers (German).
    pub title: String,
    /// The provision.
    pub para: String,
    /// How far it is.
    pub result: PathResult,
    /// What the authority does when the conditions are met: `Anspruch`, `soll`, `kann` …
    pub grants: String,
    /// The conditions.
    pub conditions: Vec<ConditionAnswer>,
    /// First day on which an application makes sense, where it can be computed.
    pub apply_from: Option<Date>,
    /// Last day to apply, where there is one.
    pub apply_until: Option<Date>,
    /// Why the path is closed (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How the path was verified.
    pub mark: String,
    /// What is doubtful (German).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<String>,
}

/// How far a condition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConditionState {
    /// Met.
    Met,
    /// Not met.
    NotMet,
    /// The facts do not decide.
    Unknown,
    /// Must not be recorded; to be asked.
    Ask,
}

/// One condition of a path.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConditionAnswer {
    /// `C1.2` …
    pub id: String,
    /// What is asked (German).
    pub text: String,
    /// How far it is.
    pub state: ConditionState,
    /// Since when it is met.
    pub since: Option<Date>,
    /// The day on which it will be met if nothing changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Date>,
    /// What is missing (German, names the fact).
    pub missing: Option<String>,
    /// One of the conditions with the same word is enough.
    #[serde(skip)]
    pub either: Option<String>,
    /// Met alone it opens the path; not met it harms nothing.
    #[serde(skip)]
    pub suffices: bool,
    /// The keys of the facts that are missing.
    #[serde(skip)]
    pub missing_facts: Vec<String>,
    /// What would prove it (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
    /// Who can issue the proof (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The provision.
    pub para: String,
    /// How it was verified.
    pub mark: String,
    /// The reading that the rule follows (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// Where a deadline comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Statutory.
    L,
    /// Computed from statute.
    C,
    /// Practice value.
    P,
}

/// A deadline or milestone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Deadline {
    /// `D16` …
    pub id: String,
    /// Title for readers (German).
    pub title: String,
    /// The day.
    pub on: Date,
    /// Where it comes from.
    pub kind: Kind,
    /// The provision.
    pub para: String,
    /// How it was verified.
    pub mark: String,
    /// The day lies before the asked day.
    pub passed: bool,
    /// What is doubtful (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
    /// The reading that the rule follows (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// A standing duty: "at once", "without delay", or counted from a day that no fact holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Duty {
    /// `D14` …
    pub id: String,
    /// What has to be done (German).
    pub title: String,
    /// Where it comes from.
    pub kind: Kind,
    /// The provision.
    pub para: String,
    /// How it was verified.
    pub mark: String,
    /// What is doubtful (German).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
}
