//! The topics: what each is asked, in which order, with which codes.

use crate::codes::codes;

codes! {
    /// What can be recorded; the codes are the keys of the law's facts.
    Topic "fact" {
        AsylumApplication = "asylum_application_on",
        AsylumRegistered = "asylum_registered_on",
        AsylumRejected = "asylum_rejected",
        AsylumWithdrawn = "asylum_withdrawn_on",
        AcceleratedProcedure = "accelerated_procedure",
        DublinRequest = "dublin_request",
        Protection = "protection_recognised_on",
        Served = "served",
        Applied = "applied",
        PassportShown = "passport_shown_on",
        PassportValid = "passport_valid_to",
        IdentityClarified = "identity_clarified_on",
        IdentitySteps = "identity_steps_on",
        Absences = "absences",
        Reception = "lives_in_reception_centre",
        School = "school",
        Language = "language",
        Civics = "civics_test_on",
        Training = "training",
        Jobs = "jobs",
        Unemployed = "registered_unemployed_since",
        Livelihood = "livelihood",
        Asylblg = "asylblg_since",
        AsylblgS2 = "asylblg_s2_since",
        MinorChild = "minor_child",
    }
}

codes! {
    /// Topics that belong together on the page.
    Section "facts-section" {
        Procedure = "procedure",
        Identity = "identity",
        Education = "education",
        Work = "work",
        Living = "living",
    }
}

/// What a topic can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    From,
    To,
    ContractOn,
    Code,
    Hours,
    Successful,
    OralOnly,
    Insured,
    Skilled,
    SecuresLivelihood,
}

impl Field {
    /// The name of the field in the form and of its column.
    pub fn name(self) -> &'static str {
        match self {
            Field::From => "from_on",
            Field::To => "to_on",
            Field::ContractOn => "contract_on",
            Field::Code => "code",
            Field::Hours => "hours",
            Field::Successful => "successful",
            Field::OralOnly => "oral_only",
            Field::Insured => "insured",
            Field::Skilled => "skilled",
            Field::SecuresLivelihood => "secures_livelihood",
        }
    }
}

/// How a topic is asked.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub section: Section,
    /// A list, of which "there was none" is a statement of its own.
    pub many: bool,
    /// A plan counts: the day may lie ahead.
    pub ahead: bool,
    pub must: &'static [Field],
    pub may: &'static [Field],
    pub codes: &'static [&'static str],
}

impl Spec {
    const fn new(section: Section, must: &'static [Field], may: &'static [Field]) -> Spec {
        Spec {
            section,
            many: false,
            ahead: false,
            must,
            may,
            codes: &[],
        }
    }

    const fn many(self) -> Spec {
        Spec { many: true, ..self }
    }

    const fn ahead(self) -> Spec {
        Spec {
            ahead: true,
            ..self
        }
    }

    const fn codes(self, codes: &'static [&'static str]) -> Spec {
        Spec { codes, ..self }
    }

    /// Whether the topic asks this.
    pub fn asks(&self, field: Field) -> bool {
        self.must.contains(&field) || self.may.contains(&field)
    }
}

const YES_NO: &[&str] = &["yes", "no"];
const REJECTIONS: &[&str] = &["none", "simple", "manifestly_unfounded", "inadmissible"];
const DECISIONS: &[&str] = &[
    "asylum_simple",
    "asylum_manifestly_unfounded",
    "asylum_inadmissible",
    "asylblg",
    "abh",
];
const CERTIFICATES: &[&str] = &[
    "none",
    "hauptschule",
    "mittlere_reife",
    "abitur",
    "vocational",
];
const LEVELS: &[&str] = &["A1", "A2", "B1", "B2", "C1", "C2"];
const TRAININGS: &[&str] = &["qualified", "assistant"];
const LIVELIHOODS: &[&str] = &["secured", "mainly", "not"];
const PATHS: &[&str] = &["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10"];

impl Topic {
    #[expect(clippy::too_many_lines, reason = "one row for each topic")]
    pub fn spec(self) -> Spec {
        use Field::{
            Code, ContractOn, From, Hours, Insured, OralOnly, SecuresLivelihood, Skilled,
            Successful, To,
        };
        use Section::{Education, Identity, Living, Procedure, Work};
        let day = |section| Spec::new(section, &[From], &[]);
        let span = |section| Spec::new(section, &[From], &[To]).many();
        let state = |section, codes| Spec::new(section, &[Code], &[From]).codes(codes);
        let event = |section, codes| Spec::new(section, &[Code, From], &[]).many().codes(codes);
        match self {
            Topic::AsylumApplication
            | Topic::AsylumRegistered
            | Topic::AsylumWithdrawn
            | Topic::Protection => day(Procedure),
            Topic::AsylumRejected => state(Procedure, REJECTIONS),
            Topic::AcceleratedProcedure | Topic::DublinRequest => state(Procedure, YES_NO),
            Topic::Served => event(Procedure, DECISIONS),
            Topic::Applied => event(Procedure, PATHS),
            Topic::PassportShown | Topic::IdentityClarified => day(Identity),
            Topic::PassportValid => Spec::new(Identity, &[To], &[From]),
            Topic::IdentitySteps => Spec::new(Identity, &[From], &[]).many(),
            Topic::Absences => span(Identity),
            Topic::Reception => span(Living),
            Topic::School => Spec::new(Education, &[From], &[To, Successful, Code])
                .many()
                .codes(CERTIFICATES),
            Topic::Language => Spec::new(Education, &[Code, From], &[OralOnly])
                .many()
                .codes(LEVELS),
            Topic::Civics => day(Education),
            Topic::Training => Spec::new(Work, &[From], &[To, Code, ContractOn])
                .many()
                .ahead()
                .codes(TRAININGS),
            Topic::Jobs => Spec::new(
                Work,
                &[From],
                &[To, Hours, Insured, Skilled, SecuresLivelihood],
            )
            .many()
            .ahead(),
            Topic::Unemployed => day(Work),
            Topic::Livelihood => state(Living, LIVELIHOODS),
            Topic::Asylblg | Topic::AsylblgS2 => day(Living),
            Topic::MinorChild => state(Living, YES_NO),
        }
    }

    /// The topic that answers what the law says is missing: `school.success`, `training_from`.
    pub fn answering(key: &str) -> Option<Topic> {
        let key = key.split([':', '.', ' ']).next().unwrap_or(key);
        let key = match key {
            "in_reception_centre" | "reception_from" => "lives_in_reception_centre",
            "school_certificate" => "school",
            "training_from" | "training_to" | "training_contract_on" => "training",
            "job" | "job_on" | "job_to" => "jobs",
            other if other.starts_with("served_") => "served",
            other => other,
        };
        Topic::parse(key)
    }
}
