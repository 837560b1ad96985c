//! Residence statuses and titles: what each code means, since when it can be issued, what follows
//! from it.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::Rules;

/// Every status code of the embedded list, in the order of the list.
pub fn all() -> &'static [Status] {
    Rules::embedded().statuses()
}

/// The status with this code, or `None` where the embedded list does not know it.
pub fn find(code: &str) -> Option<&'static Status> {
    Rules::embedded().status(code)
}

/// The group of a code for statistics, or `None` where the embedded list does not know the code.
pub fn group_of(code: &str) -> Option<Group> {
    find(code).map(|status| status.group)
}

/// The key of a status, such as `D_60C`. Codes are stable: none is ever renamed or removed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StatusCode(String);

impl StatusCode {
    /// The code where the embedded list knows it.
    pub fn parse(code: &str) -> Option<Self> {
        find(code).map(|status| status.code.clone())
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One residence status or title.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// The stable key.
    pub code: StatusCode,
    /// The group it is counted in.
    pub group: Group,
    /// What German readers see.
    pub label_de: String,
    /// What English readers see.
    pub label_en: String,
    /// The provision it rests on.
    pub para: String,
    /// Number and letter in the Ausländerzentralregister (AZRG-DV, annex, part I), where one was
    /// read.
    pub azr: Option<String>,
    /// First day on which it can be issued; `None` = before any date that matters here.
    pub valid_from: Option<Date>,
    /// Last day on which it can be newly issued; `None` = still issued.
    pub valid_to: Option<Date>,
    /// Last day on which one that was issued in time can still be held.
    pub held_until: Option<Date>,
    /// How the entry was verified, see [`crate::MARKS`].
    pub mark: String,
    /// What a reader has to know before relying on it (German).
    pub doubt: Option<String>,
}

impl Status {
    /// Whether this status can be newly issued on the day.
    pub fn issued_on(&self, on: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= on) && self.valid_to.is_none_or(|to| on <= to)
    }

    /// What follows from the code on the day.
    pub fn flags(&self, on: Date) -> Flags {
        let code = self.code.as_str();
        let discretionary = Rules::embedded()
            .class("ermessensduldung")
            .contains(&self.code);
        Flags {
            geduldet: self.group == Group::Geduldet,
            gestattet: self.group == Group::Gestattet,
            title: matches!(self.group, Group::Temporary | Group::Settled | Group::Eu),
            vorduldung_counts: self.group == Group::Geduldet && code != "D_60B",
            ermessensduldung: discretionary,
            issued: self.issued_on(on),
        }
    }
}

/// What follows from a status code on a day; computed, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one answer per derived flag of the code list"
)]
pub struct Flags {
    /// The stay is tolerated (Duldung, § 60b included).
    pub geduldet: bool,
    /// The stay is permitted for the asylum procedure.
    pub gestattet: bool,
    /// A residence title or a right under Union law is held.
    pub title: bool,
    /// The time counts as a prior Duldung; not with § 60b (§ 60b(5) S. 1 AufenthG), except on the
    /// way from § 104c (§§ 25a(5), 25b(7) AufenthG).
    pub vorduldung_counts: bool,
    /// It is a Duldung under § 60a(2) S. 3 AufenthG or one that builds on it (§§ 60c, 60d).
    pub ermessensduldung: bool,
    /// It can be newly issued on that day.
    pub issued: bool,
}

/// The groups in which statuses are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Group {
    /// In the asylum procedure.
    #[serde(rename = "G")]
    Gestattet,
    /// Tolerated.
    #[serde(rename = "D")]
    Geduldet,
    /// A paper without title.
    #[serde(rename = "P")]
    Paper,
    /// A title with an end date.
    #[serde(rename = "T")]
    Temporary,
    /// A title without an end date.
    #[serde(rename = "U")]
    Settled,
    /// Union law and agreements.
    #[serde(rename = "F")]
    Eu,
    /// German.
    #[serde(rename = "DE")]
    German,
    /// Unknown, or exempt from the title requirement.
    #[serde(rename = "X")]
    Unknown,
}

impl Group {
    /// Every group, in the order in which tables show them.
    pub const ALL: [Group; 8] = [
        Group::Gestattet,
        Group::Geduldet,
        Group::Paper,
        Group::Temporary,
        Group::Settled,
        Group::Eu,
        Group::German,
        Group::Unknown,
    ];

    /// The stable key: `G`, `D`, `P`, `T`, `U`, `F`, `DE`, `X`.
    pub fn code(self) -> &'static str {
        match self {
            Group::Gestattet => "G",
            Group::Geduldet => "D",
            Group::Paper => "P",
            Group::Temporary => "T",
            Group::Settled => "U",
            Group::Eu => "F",
            Group::German => "DE",
            Group::Unknown => "X",
        }
    }

    /// What German readers see.
    pub fn label_de(self) -> &'static str {
        match self {
            Group::Gestattet => "Gestattung (Asylverfahren)",
            Group::Geduldet => "Duldung",
            Group::Paper => "Papier ohne Titel",
            Group::Temporary => "befristeter Titel",
            Group::Settled => "unbefristeter Titel",
            Group::Eu => "Unionsrecht",
            Group::German => "deutsch",
            Group::Unknown => "unbekannt",
        }
    }

    /// What English readers see.
    pub fn label_en(self) -> &'static str {
        match self {
            Group::Gestattet => "asylum procedure",
            Group::Geduldet => "tolerated",
            Group::Paper => "paper without title",
            Group::Temporary => "temporary title",
            Group::Settled => "permanent title",
            Group::Eu => "EU law",
            Group::German => "German",
            Group::Unknown => "unknown",
        }
    }
}

#[cfg(test)]
mod tests;
