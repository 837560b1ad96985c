//! What is known about a person; every fact may be missing, and a missing fact is unknown.

use jiff::civil::Date;
use serde::Deserialize;

use crate::rules::Rules;
use crate::status::StatusCode;

mod known;
mod reading;

pub use reading::FactsError;
use reading::read;

/// The facts of one person, as the JSON of `teilhabe law check` gives them.
///
/// A missing key is unknown; an empty list says that there is nothing. Periods end on their last
/// day (`to` is inclusive); a period without `to` is still running, or runs until the next status.
/// A list in which the day is missing that says when, or a period ends before it begins, is unknown
/// from that entry on.
/// Convictions, health, removal steps and the like have no place here.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    /// Day of birth.
    pub birth_date: Option<Date>,
    /// Day of the last entry into Germany.
    pub entered_germany: Option<Date>,
    /// Nationality, three digits of the Destatis key.
    pub nationality: Option<String>,
    /// Official municipality key of the site (5 or 8 digits).
    pub site: Option<String>,
    /// Residence statuses with their printed periods.
    pub statuses: Option<Vec<StatusSpan>>,
    /// Stays abroad.
    pub absences: Option<Vec<Span>>,
    /// Formal asylum application.
    pub asylum_application_on: Option<Date>,
    /// Registration of the asylum application (since 12.06.2026).
    pub asylum_registered_on: Option<Date>,
    /// Withdrawal of the asylum application.
    pub asylum_withdrawn_on: Option<Date>,
    /// How the asylum application was rejected.
    pub asylum_rejected: Option<Rejection>,
    /// A request to take charge was made to another Dublin state.
    pub dublin_request: Option<bool>,
    /// The application is dealt with in the accelerated procedure.
    pub accelerated_procedure: Option<bool>,
    /// Protection was recognised, here or in another member state.
    pub protection_recognised_on: Option<Date>,
    /// Times with the duty to live in a reception centre.
    pub lives_in_reception_centre: Option<Vec<Span>>,
    /// Start of benefits under the AsylbLG.
    pub asylblg_since: Option<Date>,
    /// Start of benefits under § 2 AsylbLG.
    pub asylblg_s2_since: Option<Date>,
    /// Day on which the identity was clarified.
    pub identity_clarified_on: Option<Date>,
    /// Days of documented steps towards clarifying the identity.
    pub identity_steps_on: Option<Vec<Date>>,
    /// Day on which a passport was shown to the authority.
    pub passport_shown_on: Option<Date>,
    /// Printed end of the passport.
    pub passport_valid_to: Option<Date>,
    /// School attendance.
    pub school: Option<Vec<School>>,
    /// Language levels.
    pub language: Option<Vec<Language>>,
    /// Vocational training, also agreed and not yet begun.
    pub training: Option<Vec<Training>>,
    /// Jobs.
    pub jobs: Option<Vec<Job>>,
    /// How far the livelihood is secured.
    pub livelihood: Option<Livelihood>,
    /// A minor child lives in the household.
    pub minor_child: Option<bool>,
    /// Registered with the employment agency.
    pub registered_unemployed_since: Option<Date>,
    /// Applications made for a path (`C1` … `C10`).
    pub applied: Option<Vec<Applied>>,
    /// Decisions served, with the day of service as a human read it.
    pub served: Option<Vec<Served>>,
    /// The test on basic legal and civic knowledge was passed.
    pub civics_test_on: Option<Date>,
    /// A decision was handed over to the reception centre for the person.
    pub handed_over_on: Option<Date>,
    /// Birth of the youngest child.
    pub child_born_on: Option<Date>,
    /// Planned end of the aid for young adults (§ 41 SGB VIII).
    pub youth_aid_planned_to: Option<Date>,
}

impl Facts {
    /// Reads facts from JSON. The error is one line that names what is wrong and where.
    pub fn from_json(text: &str, rules: &Rules) -> Result<Self, FactsError> {
        let facts = read(text)?;
        for status in facts.statuses.iter().flatten() {
            let code = status.code.as_str();
            if rules.status(code).is_none() {
                return Err(FactsError::at(text, code, "unknown status code"));
            }
        }
        for applied in facts.applied.iter().flatten() {
            if !rules.paths.iter().any(|path| path.id == applied.path) {
                return Err(FactsError::at(text, &applied.path, "unknown path"));
            }
        }
        let key = |key: &str| key.len() == 3 && key.bytes().all(|b| b.is_ascii_digit());
        if let Some(nationality) = facts.nationality.as_deref().filter(|n| !key(n)) {
            let message = "nationality is no Destatis key of three digits:";
            return Err(FactsError::at(text, nationality, message));
        }
        let mut hours = facts.jobs.iter().flatten().filter_map(|job| job.hours);
        if let Some(hours) = hours.find(|hours| !WEEK.contains(hours)) {
            let message = format!("a week has no {hours}");
            return Err(FactsError::at(text, "hours", &message));
        }
        Ok(facts)
    }
}

/// Hours that a week can have.
const WEEK: std::ops::RangeInclusive<f64> = 0.0..=168.0;

/// A residence status with its period.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusSpan {
    /// Code of the status list.
    pub code: StatusCode,
    /// First day.
    #[serde(default = "known::undated")]
    pub from: Date,
    /// Last day, as printed.
    #[serde(default)]
    pub to: Option<Date>,
}

/// A period with its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First day.
    #[serde(default = "known::undated")]
    pub from: Date,
    /// Last day.
    #[serde(default)]
    pub to: Option<Date>,
}

/// How an asylum application was rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// Not rejected.
    None,
    /// Unfounded.
    Simple,
    /// Manifestly unfounded (§ 30 AsylG).
    ManifestlyUnfounded,
    /// Inadmissible (§ 29 AsylG).
    Inadmissible,
}

/// Attendance of a school.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct School {
    /// First day.
    #[serde(default = "known::undated")]
    pub from: Date,
    /// Last day.
    #[serde(default)]
    pub to: Option<Date>,
    /// Attended with success, as a rule.
    #[serde(default)]
    pub success: Option<bool>,
    /// Certificate reached at the end.
    #[serde(default)]
    pub certificate: Option<Certificate>,
}

/// A school or vocational certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certificate {
    /// No certificate.
    None,
    /// Hauptschulabschluss.
    Hauptschule,
    /// Mittlerer Schulabschluss.
    MittlereReife,
    /// Fachhochschulreife or Abitur.
    Abitur,
    /// Vocational certificate.
    Vocational,
}

/// A proven level of German.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Level of the Common European Framework.
    pub level: Level,
    /// Only the oral part is proven.
    #[serde(default)]
    pub oral_only: bool,
    /// Day of the proof.
    #[serde(default = "known::undated")]
    pub since: Date,
}

/// A level of the Common European Framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[expect(missing_docs, reason = "the names of the levels say all")]
pub enum Level {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
}

/// A vocational training.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// First day.
    #[serde(default = "known::undated")]
    pub from: Date,
    /// Last day, also a planned one.
    #[serde(default)]
    pub to: Option<Date>,
    /// Qualified, or assistant training.
    #[serde(default)]
    pub kind: Option<TrainingKind>,
    /// Day of the contract, of its registration or of the school's consent.
    #[serde(default)]
    pub contract_on: Option<Date>,
}

/// The kind of a training (§ 60c(1) S. 1 AufenthG).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrainingKind {
    /// Qualified training, as a rule two years or more.
    Qualified,
    /// Assistant training that leads into a shortage occupation.
    Assistant,
}

/// A job.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Job {
    /// First day.
    #[serde(default = "known::undated")]
    pub from: Date,
    /// Last day.
    #[serde(default)]
    pub to: Option<Date>,
    /// Hours per week.
    #[serde(default)]
    pub hours: Option<f64>,
    /// Subject to social insurance.
    #[serde(default)]
    pub insured: Option<bool>,
    /// Needs a qualification.
    #[serde(default)]
    pub skilled: Option<bool>,
    /// Secures the livelihood.
    #[serde(default)]
    pub secures_livelihood: Option<bool>,
}

/// How far the livelihood is secured (§ 2(3) AufenthG).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Livelihood {
    /// Secured.
    Secured,
    /// Mainly secured by work.
    Mainly,
    /// Not secured.
    Not,
}

/// An application for a path.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applied {
    /// Id of the path, `C1` … `C10`.
    pub path: String,
    /// Day on which the application reached the authority.
    #[serde(default = "known::undated")]
    pub on: Date,
}

/// A decision that was served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Served {
    /// What was served.
    pub what: Decision,
    /// Day of service.
    #[serde(default = "known::undated")]
    pub on: Date,
}

/// The kind of a served decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Asylum application unfounded.
    AsylumSimple,
    /// Asylum application manifestly unfounded.
    AsylumManifestlyUnfounded,
    /// Asylum application inadmissible.
    AsylumInadmissible,
    /// Decision on benefits under the AsylbLG.
    Asylblg,
    /// Decision of the foreigners authority.
    Abh,
}

#[cfg(test)]
mod tests;
