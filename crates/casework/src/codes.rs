//! Stable codes with labels in the texts: stages, reasons, outcomes, ways of access, life domains.

use jiff::civil::Date;

mod nationality;

pub use nationality::Nationality;

/// Declares a list of codes. `Stage::Contact` is stored as `contact` and labelled `stage-contact`.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident $prefix:literal { $($(#[$note:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$note])* $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            pub fn parse(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }

            /// The key of its text.
            pub fn label_key(self) -> &'static str {
                match self { $($name::$variant => concat!($prefix, "-", $code)),+ }
            }

            /// All of them for a field of a form.
            pub fn choices(ui: &platform::ui::Ui, chosen: Option<$name>) -> Vec<platform::ui::Choice> {
                let choice = |code: &$name| {
                    platform::ui::Choice::new(code.code(), ui.t(code.label_key()))
                        .chosen_if(chosen == Some(*code))
                };
                $name::ALL.iter().map(choice).collect()
            }
        }

        impl From<$name> for db::Value {
            fn from(code: $name) -> Self {
                code.code().into()
            }
        }

        impl db::Bind for $name {
            fn bind(code: Option<Self>) -> db::Value {
                code.map($name::code).into()
            }
        }

        impl db::FromColumn for $name {
            type Raw = String;
            fn from_raw(raw: String) -> Result<Self, String> {
                $name::parse(&raw).ok_or_else(|| concat!("not a ", $prefix, " code").to_owned())
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// Life domains, in which needs arise, goals are set and offers help.
    Domain "domain" {
        Residence = "AUF",
        Identity = "IDE",
        Language = "SPR",
        School = "SCH",
        Training = "AUS",
        Work = "ARB",
        Recognition = "ANE",
        Housing = "WOH",
        Benefits = "LEI",
        Debts = "SCD",
        Health = "GES",
        Family = "FAM",
        Participation = "SOZ",
        Orientation = "ORI",
        Mobility = "MOB",
        Other = "SON",
    }
}

codes! {
    /// How far a case has come.
    Stage "stage" {
        Contact = "contact",
        Clarification = "clarification",
        Assessment = "assessment",
        Plan = "plan",
        Linking = "linking",
        Monitoring = "monitoring",
        Closed = "closed",
    }
}

codes! {
    /// What the indication check at intake came to.
    Indication "indication" {
        /// Participation: counts as an entry.
        Case = "case",
        /// Counts as counselled.
        Counselling = "counselling",
        /// Passed on to the body that is responsible; counts as counselled.
        Referral = "referral",
    }
}

codes! {
    /// Why somebody outside the target group takes part all the same.
    Exception "exception" {
        Age = "age",
        NeedWithTitle = "need_with_title",
        StatusPending = "status_pending",
        LeavingReception = "leaving_reception",
        Women = "women",
        Family = "family",
        HandedOver = "handed_over",
        Other = "other",
    }
}

codes! {
    /// How a person found the way here.
    AccessPath "access" {
        Outreach = "outreach",
        SelfReferral = "self",
        FriendsFamily = "friends_family",
        Volunteers = "volunteers",
        Authority = "authority",
        SocialOffice = "social_office",
        YouthOffice = "youth_office",
        Employment = "employment_agency",
        Migration = "migration_counselling",
        YouthMigration = "youth_migration_service",
        School = "school",
        Language = "language_school",
        Training = "training_provider",
        Health = "health_service",
        Housing = "housing",
        OtherSite = "other_site",
        Other = "other",
    }
}

codes! {
    /// Why a case ends.
    ClosureReason "closure-reason" {
        GoalsReached = "goals_reached",
        HandedOver = "handed_over",
        RegularServices = "regular_services",
        PersonEnded = "person_ended",
        ContactLost = "contact_lost",
        Moved = "moved",
        LeftGermany = "left_germany",
        Removed = "removed",
        AgeLimit = "age_limit",
        ProgrammeEnd = "programme_end",
        Deceased = "deceased",
        Other = "other",
    }
}

codes! {
    /// Where the person stands when a case ends.
    ClosureOutcome "closure-outcome" {
        Training = "training",
        Employment = "employment",
        MarginalEmployment = "marginal_employment",
        School = "school",
        Study = "study",
        LanguageCourse = "language_course",
        Qualification = "qualification",
        Stabilised = "stabilised",
        Unchanged = "unchanged",
        Unknown = "unknown",
    }
}

codes! {
    /// Why a team lead looks into a file.
    InspectionReason "inspection-reason" {
        Approval = "approval",
        CaseDiscussion = "case_discussion",
        Complaint = "complaint",
        Absence = "absence",
        Danger = "danger",
        DataProtection = "data_protection",
    }
}

codes! {
    /// Sex as registered.
    Sex "sex" {
        Female = "f",
        Male = "m",
        Diverse = "x",
    }
}

impl serde::Serialize for Sex {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A day of which perhaps only the month or the year is known: `2015`, `2015-11`, `2015-11-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialDate {
    Year(i16),
    /// The first day of the month.
    Month(Date),
    Day(Date),
}

impl PartialDate {
    /// Reads what [`std::fmt::Display`] writes: `2015`, `2015-11`, `2015-11-03`.
    pub fn parse(text: &str) -> Option<PartialDate> {
        match text.len() {
            4 => text.parse().ok().map(PartialDate::Year),
            7 => {
                let first = format!("{text}-01").parse().ok()?;
                Some(PartialDate::Month(first))
            }
            10 => text.parse().ok().map(PartialDate::Day),
            _ => None,
        }
    }

    pub fn year(self) -> i16 {
        match self {
            PartialDate::Year(year) => year,
            PartialDate::Month(day) | PartialDate::Day(day) => day.year(),
        }
    }

    /// The first day it can mean.
    pub fn earliest(self) -> Date {
        match self {
            PartialDate::Year(year) => jiff::civil::date(year, 1, 1),
            PartialDate::Month(day) | PartialDate::Day(day) => day,
        }
    }

    /// The last day it can mean.
    pub fn latest(self) -> Date {
        match self {
            PartialDate::Year(year) => jiff::civil::date(year, 12, 31),
            PartialDate::Month(day) => day.last_of_month(),
            PartialDate::Day(day) => day,
        }
    }

    /// The day, if the whole of it is known.
    pub fn day(self) -> Option<Date> {
        match self {
            PartialDate::Day(day) => Some(day),
            PartialDate::Year(_) | PartialDate::Month(_) => None,
        }
    }

    /// As readers write it: `2015`, `11/2015`, `03.11.2015`.
    pub fn said(self, ui: &platform::ui::Ui) -> String {
        match self {
            PartialDate::Year(year) => year.to_string(),
            PartialDate::Month(day) => format!("{:02}/{}", day.month(), day.year()),
            PartialDate::Day(day) => ui.day(day),
        }
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PartialDate::Year(year) => write!(f, "{year:04}"),
            PartialDate::Month(day) => write!(f, "{:04}-{:02}", day.year(), day.month()),
            PartialDate::Day(day) => write!(f, "{day}"),
        }
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(deserializer)?;
        let date = PartialDate::parse(&text);
        date.ok_or_else(|| serde::de::Error::custom("not a day, month or year"))
    }
}

impl db::FromColumn for PartialDate {
    type Raw = String;
    fn from_raw(raw: String) -> Result<Self, String> {
        PartialDate::parse(&raw).ok_or_else(|| "not a day, month or year".to_owned())
    }
}
