//! Residence law as dated data: status codes, deadlines, access, perspectives.
//!
//! The crate answers, for a person on a day, what is open to them, which deadlines run and which
//! residence perspectives come within reach: with provision, Stand and mark, never as a decision.
//! Every condition is met, not met or unknown; what must not be recorded (convictions, health,
//! removal steps) is never asked for and shows up as something to clarify.
//!
//! The rules are data (`rules/*.toml`); [`Rules::embedded`] carries them, [`Rules::load`] reads a
//! folder, [`rules::validate`] refuses what is wrong in a file.
//!
//! ```
//! use jiff::civil::date;
//! use law::{Facts, Rules};
//!
//! let facts = Facts::from_json(
//!     r#"{"birth_date": "2003-05-04", "nationality": "423",
//!         "statuses": [{"code": "D_60B", "from": "2022-01-01"}]}"#,
//!     Rules::embedded(),
//! )?;
//! let answer = law::check(&facts, date(2024, 3, 1));
//! let work = answer.access.iter().find(|access| access.id == "B1.work").unwrap();
//! assert_eq!(work.result, law::Access::No);
//! assert!(work.para.contains("§ 60b Abs. 5"));
//! # Ok::<(), law::FactsError>(())
//! ```
#![warn(missing_docs)]

mod access;
mod answer;
mod case;
mod changes;
mod condition;
mod dates;
pub mod days;
mod deadlines;
mod facts;
mod paths;
#[cfg(test)]
mod properties;
pub mod rules;
mod safe_origin;
pub mod status;
mod text;
mod timeline;
mod verdict;

use jiff::civil::Date;

pub use access::{AccessLookup, LookupRow, access_lookup};
pub use answer::{
    Access, AccessAnswer, Answer, CONTACT, Clocks, ConditionAnswer, ConditionState, Deadline, Duty,
    Kind, NOTICE, PathResult, Perspective,
};
pub use changes::{Change, changes};
pub use facts::{
    Applied, Certificate, Decision, Facts, FactsError, Job, Language, Level, Livelihood, Rejection,
    School, Served, Span, StatusSpan, Training, TrainingKind,
};
pub use rules::{Amendment, Rules};
pub use safe_origin::{SafeOrigin, safe_origin};
pub use status::{Group, Status, StatusCode};
pub use text::text;

/// How a rule or entry was verified: `V` read in the consolidated statute, `V19` read in the
/// version of March 2019, `P` read on a secondary page, `R-h`, `R-m`, `R-l` recalled with high,
/// medium or low confidence. Several are joined with `/`.
pub const MARKS: [&str; 6] = ["V", "V19", "P", "R-h", "R-m", "R-l"];

/// Everything that the embedded rules say about a person on a day. Facts that begin or happen
/// after the day are left out.
pub fn check(facts: &Facts, on: Date) -> Answer {
    check_with(Rules::embedded(), facts, on)
}

/// The same with other rules.
pub fn check_with(rules: &Rules, facts: &Facts, on: Date) -> Answer {
    let known = facts.known_on(on);
    let case = case::Case::new(&known, rules, on);
    let valid = |notice: &&rules::Notice| {
        notice.valid_from.is_none_or(|from| from <= on) && notice.valid_to.is_none_or(|to| on <= to)
    };
    Answer {
        on,
        stand: rules.stand.unwrap_or(on),
        notice: NOTICE,
        contact: CONTACT,
        clocks: case.clocks(),
        access: access::answers(&case),
        perspectives: paths::perspectives(&case),
        deadlines: deadlines::deadlines(&case),
        duties: deadlines::duties(&case),
        doubts: case.doubts(),
        unread: rules.unread(on),
        notices: rules.notices().iter().filter(valid).cloned().collect(),
    }
}

/// The deadlines of [`check`] alone, for whoever recomputes them for many people.
pub fn deadlines(facts: &Facts, on: Date) -> Vec<Deadline> {
    let known = facts.known_on(on);
    deadlines::deadlines(&case::Case::new(&known, Rules::embedded(), on))
}

/// The keys of the facts that deadlines depend on, beside birth, nationality, entry and statuses:
/// whoever recomputes them for many people need not look up the others.
pub const DEADLINE_FACTS: [&str; 11] = [
    "absences",
    "asylblg_s2_since",
    "asylum_application_on",
    "asylum_registered_on",
    "jobs",
    "lives_in_reception_centre",
    "minor_child",
    "passport_valid_to",
    "protection_recognised_on",
    "served",
    "training",
];

/// The acts that changed the law, oldest first: the days on which answers can change by
/// themselves.
pub fn calendar() -> &'static [Amendment] {
    Rules::embedded().calendar()
}
