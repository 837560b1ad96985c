//! What is said about a row of a list, in the language of whoever reads it.

use jiff::civil::Date;
use law::StatusCode;
use platform::Message;
use platform::ui::Ui;
use serde::{Deserialize, Serialize};

use super::PartialDate;
use super::checks::{OLDEST, YOUNGEST};
use crate::codes::Nationality;
use crate::fields::FIRST_DAY;
use crate::statuses;

/// One thing to say about a row. A text alone is what its cell shows; `row` is the row of the list
/// about the other person, absent for somebody the site has already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    ErrorValue(String),
    NoResult,
    NoName,
    NameElsewhere(String),
    UnreadableName(String),
    UnreadableBirthDate(String),
    UnreadableBirthYear(String),
    UnreadableOpening(String),
    UnreadableStatusDay(String),
    UnreadableEntry(String),
    UnreadableSex(String),
    TwoSexes,
    UnreadableNationality(String),
    UnreadableStatus(String),
    UndecidedStatus(String),
    StatusNotHeld(String),
    StatusIsDay(String),
    WorkerIsNoName(String),
    NumberIsDay,
    ReadAsDay {
        shown: String,
        day: PartialDate,
    },
    ReadAsNationalities {
        shown: String,
        /// Of Destatis.
        keys: Vec<String>,
    },
    ReadAsStatus {
        shown: String,
        code: StatusCode,
    },
    BirthYearDiffers,
    OpeningTooEarly(PartialDate),
    InFuture(PartialDate),
    BornAfterOpening,
    AgeAtOpening(i16),
    AgeToday(i16),
    StatusBeforeBirth,
    EntryBeforeBirth,
    StatusBeforeLaw {
        code: StatusCode,
        first: Date,
    },
    NameAlone,
    MaybeSamePerson {
        row: Option<u32>,
    },
    NumberTaken {
        number: String,
        row: Option<u32>,
    },
    OtherNumber {
        row: Option<u32>,
    },
    OtherSpelling {
        row: Option<u32>,
    },
    OtherNationality {
        row: Option<u32>,
    },
}

impl Remark {
    /// The sentence in the reader's language.
    pub fn said(&self, ui: &Ui) -> String {
        ui.problem(&Message {
            key: self.key(),
            args: self.args(ui),
        })
    }

    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::ErrorValue(_) => "import-said-error-value",
            Self::NoResult => "import-said-no-result",
            Self::NoName => "import-said-no-name",
            Self::NameElsewhere(_) => "import-said-name-elsewhere",
            Self::UnreadableName(_) => "import-said-name",
            Self::UnreadableBirthDate(_) => "import-said-birth-date",
            Self::UnreadableBirthYear(_) => "import-said-birth-year",
            Self::UnreadableOpening(_) => "import-said-opening",
            Self::UnreadableStatusDay(_) => "import-said-status-day",
            Self::UnreadableEntry(_) => "import-said-entry",
            Self::UnreadableSex(_) => "import-said-sex",
            Self::TwoSexes => "import-said-two-sexes",
            Self::UnreadableNationality(_) => "import-said-nationality",
            Self::UnreadableStatus(_) => "import-said-status",
            Self::UndecidedStatus(_) => "import-said-status-undecided",
            Self::StatusNotHeld(_) => "import-said-status-not-held",
            Self::StatusIsDay(_) => "import-said-status-is-day",
            Self::WorkerIsNoName(_) => "import-said-worker",
            Self::NumberIsDay => "import-said-number-is-day",
            Self::ReadAsDay { .. } | Self::ReadAsNationalities { .. } => "import-said-read-as",
            Self::ReadAsStatus { .. } => "import-said-read-as-status",
            Self::BirthYearDiffers => "import-said-birth-year-differs",
            Self::OpeningTooEarly(_) => "import-said-opening-too-early",
            Self::InFuture(_) => "import-said-in-future",
            Self::BornAfterOpening => "import-said-born-after-opening",
            Self::AgeAtOpening(_) => "import-said-age-at-opening",
            Self::AgeToday(_) => "import-said-age-today",
            Self::StatusBeforeBirth => "import-said-status-before-birth",
            Self::EntryBeforeBirth => "import-said-entry-before-birth",
            Self::StatusBeforeLaw { .. } => "import-said-status-before-law",
            Self::NameAlone => "import-said-name-alone",
            Self::MaybeSamePerson { .. } => "import-said-maybe-same",
            Self::NumberTaken { .. } => "import-said-number-taken",
            Self::OtherNumber { .. } => "import-said-other-number",
            Self::OtherSpelling { .. } => "import-said-other-spelling",
            Self::OtherNationality { .. } => "import-said-other-nationality",
        }
    }

    fn args(&self, ui: &Ui) -> Vec<(&'static str, String)> {
        match self {
            Self::ReadAsDay { shown, day } => read_as(shown, day.said(ui)),
            Self::ReadAsNationalities { shown, keys } => read_as(shown, nationalities(ui, keys)),
            Self::ReadAsStatus { shown, code } => read_as(shown, statuses::label(ui, code)),
            Self::OpeningTooEarly(day) => {
                vec![("day", day.said(ui)), ("first", ui.day(FIRST_DAY))]
            }
            Self::InFuture(day) => vec![("day", day.said(ui))],
            Self::AgeAtOpening(age) | Self::AgeToday(age) => ages(*age),
            Self::StatusBeforeLaw { code, first } => {
                vec![
                    ("status", statuses::label(ui, code)),
                    ("first", ui.day(*first)),
                ]
            }
            Self::NumberTaken { number, row } => {
                vec![("number", number.clone()), ("row", whose(*row))]
            }
            Self::MaybeSamePerson { row }
            | Self::OtherNumber { row }
            | Self::OtherSpelling { row }
            | Self::OtherNationality { row } => vec![("row", whose(*row))],
            _ => {
                let shown = self.shown().into_iter();
                shown.map(|shown| ("shown", shown.to_owned())).collect()
            }
        }
    }

    /// What the cell shows, of remarks that tell nothing else.
    fn shown(&self) -> Option<&str> {
        match self {
            Self::ErrorValue(shown)
            | Self::NameElsewhere(shown)
            | Self::UnreadableName(shown)
            | Self::UnreadableBirthDate(shown)
            | Self::UnreadableBirthYear(shown)
            | Self::UnreadableOpening(shown)
            | Self::UnreadableStatusDay(shown)
            | Self::UnreadableEntry(shown)
            | Self::UnreadableSex(shown)
            | Self::UnreadableNationality(shown)
            | Self::UnreadableStatus(shown)
            | Self::UndecidedStatus(shown)
            | Self::StatusNotHeld(shown)
            | Self::StatusIsDay(shown)
            | Self::WorkerIsNoName(shown) => Some(shown),
            _ => None,
        }
    }
}

fn read_as(shown: &str, read: String) -> Vec<(&'static str, String)> {
    vec![("shown", shown.to_owned()), ("read", read)]
}

fn nationalities(ui: &Ui, keys: &[String]) -> String {
    let named = keys.iter().filter_map(|key| Nationality::parse(key));
    let names: Vec<&str> = named.map(|one| one.name(ui.lang())).collect();
    names.join(", ")
}

fn ages(age: i16) -> Vec<(&'static str, String)> {
    vec![
        ("age", age.to_string()),
        ("youngest", YOUNGEST.to_string()),
        ("oldest", OLDEST.to_string()),
    ]
}

/// The row of the other person, as the texts choose by it.
fn whose(row: Option<u32>) -> String {
    row.map_or_else(|| "none".to_owned(), |row| row.to_string())
}

/// Something to look at in a row that is taken all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// Absent where it is about the whole row.
    pub cell: Option<String>,
    pub remark: Remark,
}

impl Warning {
    /// The sentence behind its cell.
    pub fn said(&self, ui: &Ui) -> String {
        let text = self.remark.said(ui);
        match &self.cell {
            Some(cell) => format!("{cell}: {text}"),
            None => text,
        }
    }
}

/// Why a row cannot be taken, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    pub cell: String,
    pub reason: Remark,
    /// What is wrong in other cells of the row, so that a list is mended once.
    pub further: Vec<Refusal>,
}

impl Refusal {
    pub(super) fn new(cell: &str, reason: Remark) -> Refusal {
        Refusal {
            cell: cell.to_owned(),
            reason,
            further: Vec::new(),
        }
    }

    /// The first one with all others, one for each cell.
    pub(super) fn of_all(refusals: Vec<Refusal>) -> Option<Refusal> {
        let mut all: Vec<Refusal> = Vec::new();
        for refusal in refusals {
            if all.iter().all(|earlier| earlier.cell != refusal.cell) {
                all.push(refusal);
            }
        }
        let mut all = all.into_iter();
        let mut first = all.next()?;
        first.further = all.collect();
        Some(first)
    }

    /// All reasons in one, each further one behind its cell.
    pub fn said(&self, ui: &Ui) -> String {
        let mut told = self.reason.said(ui);
        for Refusal { cell, reason, .. } in &self.further {
            let before = told.trim_end_matches('.');
            told = format!("{before}; {cell}: {}", reason.said(ui));
        }
        told
    }
}
