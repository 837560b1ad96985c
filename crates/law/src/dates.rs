//! The days that rules speak of, under the names that rules use.

use jiff::civil::Date;

use crate::case::Case;
use crate::days::last_day_of_period;
use crate::facts::{Applied, Decision, Training};
use crate::status::Group;

/// Declares [`DateKey`] with the names that rule files use.
macro_rules! keys {
    ($($variant:ident = $name:literal, $doc:literal;)*) => {
        /// A day in the life of a person that rules can name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum DateKey { $(#[doc = $doc] $variant,)* }

        impl DateKey {
            pub(crate) fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }

            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

keys! {
    Birth = "birth_date", "day of birth";
    Entered = "entered_germany", "last entry";
    AsylumApplication = "asylum_application_on", "formal application";
    AsylumRegistered = "asylum_registered_on", "registration; before 12.06.2026 the application";
    AsylumWithdrawn = "asylum_withdrawn_on", "withdrawal";
    ProtectionRecognised = "protection_recognised_on", "recognition";
    Asylblg = "asylblg_since", "first benefits";
    AsylblgS2 = "asylblg_s2_since", "first benefits under § 2 AsylbLG";
    Identity = "identity_clarified_on", "identity clarified";
    IdentityStep = "identity_steps_on", "first documented step";
    PassportShown = "passport_shown_on", "passport shown";
    PassportEnd = "passport_valid_to", "printed end of the passport";
    Unemployed = "registered_unemployed_since", "registered with the agency";
    Civics = "civics_test_on", "civics test passed";
    TrainingFrom = "training_from", "begin of the last training";
    TrainingTo = "training_to", "end of the last training";
    TrainingContract = "training_contract_on", "contract of the last training";
    StatusFrom = "status_from", "begin of the present status";
    StatusTo = "status_to", "printed end of the present status";
    JobTo = "job_to", "end of the last job";
    ChanceEnd = "chance_end", "end of the term under § 104c AufenthG";
    FirstDuldung = "first_duldung", "begin of the first Duldung";
    ReceptionFrom = "reception_from", "begin of the present stay in a reception centre";
    Application = "application", "application for the path, otherwise the asked day";
    Filed = "filed_on", "application for the path";
    HandedOver = "handed_over_on", "last hand-over of a decision in a reception centre";
    ChildBorn = "child_born_on", "birth of the youngest child";
    YouthAidEnd = "youth_aid_planned_to", "planned end of the aid for young adults";
    ServedSimple = "served_asylum_simple", "service of the last such decision";
    ServedUnfounded = "served_asylum_manifestly_unfounded", "service of the last such decision";
    ServedInadmissible = "served_asylum_inadmissible", "service of the last such decision";
    ServedAsylblg = "served_asylblg", "service of the last such decision";
    ServedAbh = "served_abh", "service of the last such decision";
}

impl DateKey {
    /// The day, as known when the case is asked; `None` = unknown. `path` is the path whose
    /// application is meant.
    #[expect(clippy::too_many_lines, reason = "one arm for each date")]
    pub(crate) fn get(self, case: &Case<'_>, path: &str, day: Date) -> Option<Date> {
        let facts = case.facts;
        match self {
            Self::Birth => facts.birth_date,
            Self::Entered => facts.entered_germany,
            Self::AsylumApplication => facts.asylum_application_on,
            Self::AsylumRegistered => facts.asylum_registered_on,
            Self::AsylumWithdrawn => facts.asylum_withdrawn_on,
            Self::ProtectionRecognised => facts.protection_recognised_on,
            Self::Asylblg => facts.asylblg_since,
            Self::AsylblgS2 => facts.asylblg_s2_since,
            Self::Identity => facts.identity_clarified_on,
            Self::IdentityStep => facts.identity_steps_on.iter().flatten().min().copied(),
            Self::PassportShown => facts.passport_shown_on,
            Self::PassportEnd => facts.passport_valid_to,
            Self::Unemployed => facts.registered_unemployed_since,
            Self::Civics => facts.civics_test_on,
            Self::TrainingFrom => training(case).map(|t| t.from),
            Self::TrainingTo => training(case).and_then(|t| t.to),
            Self::TrainingContract => training(case).and_then(|t| t.contract_on),
            Self::StatusFrom => case.held(day).map(|held| case.timeline.begin(held)),
            // The paper on a continued title (§ 81(4) AufenthG) is none to be extended.
            Self::StatusTo => case
                .held(day)
                .filter(|held| case.timeline.effective(held).index == held.index)
                .and_then(|held| held.printed_to),
            Self::JobTo => case
                .facts
                .jobs
                .iter()
                .flatten()
                .filter_map(|job| job.to)
                .max(),
            Self::ChanceEnd => case
                .held(day)
                .map(|held| last_day_of_period(case.timeline.begin(held), 18)),
            Self::FirstDuldung => first_duldung(case),
            Self::ReceptionFrom => reception_from(case, day),
            Self::Application => application(case, path).or(Some(day)),
            Self::Filed => application(case, path),
            Self::HandedOver => facts.handed_over_on,
            Self::ChildBorn => facts.child_born_on,
            Self::YouthAidEnd => facts.youth_aid_planned_to,
            Self::ServedSimple => served(case, Decision::AsylumSimple),
            Self::ServedUnfounded => served(case, Decision::AsylumManifestlyUnfounded),
            Self::ServedInadmissible => served(case, Decision::AsylumInadmissible),
            Self::ServedAsylblg => served(case, Decision::Asylblg),
            Self::ServedAbh => served(case, Decision::Abh),
        }
    }
}

impl DateKey {
    /// The list that would hold the day is recorded and does not.
    pub(crate) fn surely_absent(self, case: &Case<'_>) -> bool {
        let facts = case.facts;
        match self {
            Self::IdentityStep => facts.identity_steps_on.is_some(),
            Self::TrainingFrom => facts.training.is_some(),
            Self::TrainingTo | Self::TrainingContract => {
                facts.training.as_ref().is_some_and(Vec::is_empty)
            }
            Self::JobTo => facts.jobs.as_ref().is_some_and(Vec::is_empty),
            _ => false,
        }
    }
}

/// The day on which the person applied for the path.
pub(crate) fn application(case: &Case<'_>, path: &str) -> Option<Date> {
    let mut applied = case.facts.applied.iter().flatten();
    applied
        .rfind(|Applied { path: of, .. }| of == path)
        .map(|applied| applied.on)
}

/// The training that counts: the one that began or begins last.
pub(crate) fn training<'c>(case: &Case<'c>) -> Option<&'c Training> {
    case.facts
        .training
        .iter()
        .flatten()
        .max_by_key(|training| training.from)
}

fn first_duldung(case: &Case<'_>) -> Option<Date> {
    let mut stretches = case.timeline.stretches.iter();
    stretches
        .find(|stretch| stretch.status.group == Group::Geduldet)
        .map(|stretch| stretch.from)
}

fn served(case: &Case<'_>, what: Decision) -> Option<Date> {
    let served = case
        .facts
        .served
        .iter()
        .flatten()
        .filter(|served| served.what == what);
    served.map(|served| served.on).max()
}

fn reception_from(case: &Case<'_>, day: Date) -> Option<Date> {
    let spans = case.facts.lives_in_reception_centre.iter().flatten();
    let now = |span: &&crate::facts::Span| span.from <= day && span.to.is_none_or(|to| day <= to);
    spans.filter(now).map(|span| span.from).min()
}
