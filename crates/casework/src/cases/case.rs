//! A case, and the rules of its course.

use std::ops::Deref;

use jiff::civil::Date;
use law::StatusCode;
use platform::ui::Ui;
use platform::{AccountId, Error, Message, Result, SiteId};
use programme::providers::ProviderId;
use uuid::Uuid;
use vault::{Clear, PersonKey, Place, Sealed};

use super::CaseId;
use crate::closures::Closure;
use crate::codes::{AccessPath, Exception, Indication, Stage};
use crate::people::PersonId;

/// A case of the actor's scope, with the key to its texts.
#[derive(Debug)]
pub struct Case {
    pub site: SiteId,
    pub id: CaseId,
    pub person: PersonId,
    pub number: CaseNumber,
    pub stage: Stage,
    pub indication: Indication,
    pub exception: Option<Exception>,
    pub opened_on: Date,
    /// First day of participation; none for short counselling and referrals.
    pub entered_on: Option<Date>,
    pub closure: Option<Closure>,
    /// None: waits for somebody to take it.
    pub worker: Option<AccountId>,
    pub worker_name: Option<String>,
    pub provider: Option<ProviderId>,
    pub access_path: Option<AccessPath>,
    pub district: Option<String>,
    /// The latest residence status recorded.
    pub status: Option<StatusCode>,
    pub status_at_entry: Option<StatusCode>,
    pub age_at_entry: Option<i16>,
    /// Day of the last contact, or of the opening if there was none; none when closed.
    pub waiting_since: Option<Date>,
    pub last_contact_on: Option<Date>,
    pub version: i64,
    pub(super) key: PersonKey,
}

impl Case {
    pub fn is_open(&self) -> bool {
        self.closure.is_none()
    }

    /// Most acts need an open case.
    pub fn must_be_open(&self) -> Result<()> {
        if self.is_open() {
            return Ok(());
        }
        Err(Error::Conflict(Message {
            key: "case-is-closed",
            args: vec![("href", format!("/cases/{}", self.id))],
        }))
    }

    /// The day before which it cannot end: of the opening, or of a later entry.
    pub fn begun_on(&self) -> Date {
        self.entered_on.unwrap_or(self.opened_on)
    }

    /// What a colleague may have changed, in words, for a form that they were faster with.
    pub(crate) fn told(&self, ui: &Ui) -> Vec<(&'static str, String)> {
        let worker = self.worker_name.clone();
        let exception = self.exception.map(|one| ui.t(one.label_key()));
        vec![
            ("case-stage", ui.t(self.stage.label_key())),
            ("opening-indication", ui.t(self.indication.label_key())),
            ("case-entered-on", ui.opt_day(self.entered_on)),
            ("case-exception", exception.unwrap_or_else(|| ui.t("none"))),
            (
                "case-worker",
                worker.unwrap_or_else(|| ui.t("case-unassigned")),
            ),
        ]
    }

    /// Stages may be left out and gone back to; closing takes a reason and has its own act.
    pub fn may_move_to(&self, stage: Stage) -> bool {
        self.is_open() && stage != Stage::Closed && stage != self.stage
    }

    /// Refuses a form that was filled in before somebody else saved.
    pub fn must_be_at(&self, version: i64) -> Result<()> {
        if self.version == version {
            return Ok(());
        }
        Err(Error::Conflict(Message {
            key: "error-conflict",
            args: vec![("href", format!("/cases/{}", self.id))],
        }))
    }

    /// Seals a text of this case with the person's key, for one column of one row.
    pub fn seal(
        &self,
        table: &'static str,
        column: &'static str,
        record: Uuid,
        text: &str,
    ) -> Sealed {
        self.key.seal(&self.place(table, column, record), text)
    }

    /// Opens what [`Case::seal`] sealed for the same place.
    pub fn open(
        &self,
        table: &'static str,
        column: &'static str,
        record: Uuid,
        sealed: &Sealed,
    ) -> Result<Clear> {
        let place = self.place(table, column, record);
        Ok(self.key.open(&place, sealed)?)
    }

    /// The person's key, for areas that seal rows of the person itself.
    pub(crate) fn key(&self) -> &PersonKey {
        &self.key
    }

    fn place(&self, table: &'static str, column: &'static str, record: Uuid) -> Place {
        Place {
            site: self.site.0,
            table,
            column,
            record,
        }
    }
}

/// A case that the actor may change.
#[derive(Debug)]
pub struct Editable<T>(pub(super) T);

impl<T> Deref for Editable<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// The number under which a site keeps a case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseNumber(String);

/// What is wrong with a typed number: the key of a text.
pub type NumberProblem = &'static str;

impl CaseNumber {
    /// Whatever a site writes: up to 40 printable characters.
    pub fn parse(text: &str) -> std::result::Result<CaseNumber, NumberProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err("field-required");
        }
        if text.chars().count() > 40 || text.chars().any(char::is_control) {
            return Err("case-number-odd");
        }
        Ok(CaseNumber(text.to_owned()))
    }

    /// The number this program gives: year of opening and a running count of the site.
    pub fn given(opened_on: Date, count: i64) -> CaseNumber {
        CaseNumber(format!("{}-{count:04}", opened_on.year()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
