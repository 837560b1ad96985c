//! From a case list to people and cases of a site, all or nothing.

use db::Tx;
use platform::audit::{Entry, store::record_system};
use platform::jobs::Progress;
use platform::{Act, App, Result, Role, SiteId, accounts};
use serde_json::json;

use super::classify::{Classified, KnownPerson, classify};
use super::intake::{Counts, Intake, Record, Remarks, compare};
use super::row::PersonValues;
use super::{CaseList, ImportId, PartialDate, store};
use crate::people::PersonId;

pub(super) const TAKE: Act = Act::new("import.take", &[Role::CaseManager, Role::TeamLead]);

/// People written between two looks at the progress.
const AT_ONCE: usize = 500;

/// What to do with the rows that can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Only say what would be done.
    DryRun,
    /// Write everything, or nothing if a row is refused.
    All,
    /// Write what can be taken.
    SkipRefused,
}

/// A list compared with the people of a site.
#[derive(Debug)]
pub struct Prepared {
    pub rows: Vec<Classified<PersonId>>,
    pub(super) intake: Intake,
}

impl Prepared {
    pub fn counts(&self) -> Counts {
        self.intake.counts
    }

    pub fn remarks(&self) -> &Remarks {
        &self.intake.remarks
    }

    pub(super) fn may_be_written(&self, mode: Mode) -> bool {
        match mode {
            Mode::DryRun => false,
            Mode::All => self.intake.counts.refused == 0,
            Mode::SkipRefused => true,
        }
    }
}

/// Imports a list at the command line: one transaction, one line in the audit trail.
pub async fn import(app: &App, site: SiteId, list: CaseList, mode: Mode) -> Result<Prepared> {
    let progress = Progress::default();
    if mode == Mode::DryRun {
        let mut tx = app.db.read().await?;
        return prepare(app, &mut tx, site, list, &progress).await;
    }
    let mut tx = app.db.write().await?;
    store::lock(&mut tx, site).await?;
    let prepared = prepare(app, &mut tx, site, list, &progress).await?;
    if prepared.may_be_written(mode) {
        write(&mut tx, app, site, ImportId::new(), &prepared, &progress).await?;
        tx.commit().await?;
    }
    Ok(prepared)
}

/// Compares a list with the people of the site.
pub(super) async fn prepare(
    app: &App,
    tx: &mut Tx,
    site: SiteId,
    list: CaseList,
    progress: &Progress,
) -> Result<Prepared> {
    let keys = app.keys.site(tx, site).await?;
    let records = store::records(tx, &keys, site).await?;
    let workers = accounts::store::holders(tx, site, Role::CaseManager).await?;
    progress.total(list.rows.len());
    let people = records.iter().map(known).collect();
    let rows = classify(list, people, |row| progress.at(row));
    let intake = compare(&rows, &records, &workers, app.clock.today());
    Ok(Prepared { rows, intake })
}

/// Writes people, cases and the line of the audit trail into the transaction.
pub(super) async fn write(
    tx: &mut Tx,
    app: &App,
    site: SiteId,
    id: ImportId,
    prepared: &Prepared,
    progress: &Progress,
) -> Result<()> {
    let keys = app.keys.site(tx, site).await?;
    let (intake, now) = (&prepared.intake, app.clock.now());
    progress.at(0);
    progress.total(intake.entrances.len() + intake.additions.len());
    let mut done = 0;
    for some in intake.entrances.chunks(AT_ONCE) {
        store::register(tx, &keys, site, some, now).await?;
        done += some.len();
        progress.at(done);
    }
    for addition in &intake.additions {
        store::add(tx, &keys, site, addition, now).await?;
        done += 1;
        progress.at(done);
    }
    if intake.entrances.len() >= AT_ONCE {
        tx.recount().await?;
    }
    let counts = intake.counts;
    let entry = Entry::new(TAKE, "import", id.0).with(json!({
        "rows": counts.rows,
        "refused": counts.refused,
        "people": counts.people,
        "cases": counts.cases,
        "completed": counts.completed,
    }));
    record_system(tx, site, now, entry).await?;
    Ok(())
}

fn known(record: &Record) -> KnownPerson<PersonId> {
    let mut nationalities = record.nationalities.iter().map(|n| n.key());
    KnownPerson {
        id: record.id,
        person: PersonValues {
            family_name: record.identity.family_name.clone(),
            given_name: record.identity.given_name.clone(),
            birth_date: record.identity.birth_date.map(PartialDate::Day),
            birth_year: record.birth_year,
            sex: record.sex,
            nationality: nationalities.next(),
            further_nationalities: nationalities.collect(),
        },
        numbers: record
            .cases
            .iter()
            .map(|case| case.number.clone())
            .collect(),
    }
}
