use db::{Result as DbResult, Row, Tx, Value, values};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::{Result, SiteId};
use vault::{PersonKey, Place, Sealed};

use super::{NewStatus, StatusEntry, StatusId, current};
use crate::cases::{Case, Editable};
use crate::codes::PartialDate;
use crate::people::PersonId;
use crate::rows::insert_all;

pub(crate) const INSERT: &str =
    "insert into person_statuses (site_id, id, person_id, code, from_on,
    to_on, authority, document_expires_on, side_conditions, recorded_at) values";

pub(crate) fn row(
    site: SiteId,
    person: PersonId,
    key: &PersonKey,
    status: &NewStatus,
    id: StatusId,
    now: Timestamp,
) -> Vec<Value> {
    let side_conditions = status
        .side_conditions
        .as_deref()
        .map(|text| key.seal(&place(site, id), text).into_bytes());
    values![
        site,
        id,
        person,
        status.code.as_str(),
        status.from_on.map(|day| day.to_string()),
        status.to_on,
        status.authority.clone(),
        status.document_expires_on,
        side_conditions,
        now
    ]
}

fn place(site: SiteId, id: StatusId) -> Place {
    Place {
        site: site.0,
        table: "person_statuses",
        column: "side_conditions",
        record: id.0,
    }
}

/// The statuses of a person, oldest first; those without a beginning come first.
pub(crate) async fn of_person(
    tx: &mut Tx,
    site: SiteId,
    person: PersonId,
    key: &PersonKey,
) -> Result<Vec<StatusEntry>> {
    let rows = tx
        .all(
            "select id, code, from_on, to_on, authority, document_expires_on, side_conditions,
             recorded_at from person_statuses where site_id = $1 and person_id = $2
             order by coalesce(from_on, ''), recorded_at, id",
            values![site, person],
        )
        .await?;
    rows.iter().map(|row| status(row, site, key)).collect()
}

fn status(row: &Row, site: SiteId, key: &PersonKey) -> Result<StatusEntry> {
    let id: StatusId = row.get("id")?;
    let code: String = row.get("code")?;
    let unknown = || db::DbError::Column {
        column: "code".to_owned(),
        problem: "not a status code".to_owned(),
    };
    let side_conditions = match row.get::<Option<Vec<u8>>>("side_conditions")? {
        Some(sealed) => {
            let clear = key.open(&place(site, id), &Sealed::from_stored(sealed))?;
            Some(clear.expose().to_owned())
        }
        None => None,
    };
    Ok(StatusEntry {
        id,
        status: NewStatus {
            code: law::StatusCode::parse(&code).ok_or_else(unknown)?,
            from_on: row.get::<Option<PartialDate>>("from_on")?,
            to_on: row.get("to_on")?,
            authority: row.get("authority")?,
            document_expires_on: row.get("document_expires_on")?,
            side_conditions,
        },
        recorded_at: row.get("recorded_at")?,
    })
}

/// Records a status of the person of a case.
pub(crate) async fn add(
    tx: &mut Tx,
    case: &Editable<Case>,
    status: &NewStatus,
    now: Timestamp,
) -> DbResult<StatusId> {
    add_to(tx, case.site, case.person, case.key(), status, now).await
}

/// Records a status of a person whose case is only being opened.
pub(crate) async fn add_to(
    tx: &mut Tx,
    site: SiteId,
    person: PersonId,
    key: &PersonKey,
    status: &NewStatus,
    now: Timestamp,
) -> DbResult<StatusId> {
    let id = StatusId::new();
    let row = row(site, person, key, status, id, now);
    insert_all(tx, INSERT, vec![row]).await?;
    Ok(id)
}

/// Replaces a wrongly recorded status.
pub(crate) async fn correct(
    tx: &mut Tx,
    case: &Editable<Case>,
    id: StatusId,
    status: &NewStatus,
    now: Timestamp,
) -> DbResult<()> {
    tx.run(
        "update person_statuses set code = $4, from_on = $5, to_on = $6, authority = $7,
         document_expires_on = $8, side_conditions = $9, recorded_at = $10
         where site_id = $1 and id = $2 and person_id = $3",
        row(case.site, case.person, case.key(), status, id, now),
    )
    .await?;
    Ok(())
}

/// Takes out a status that was recorded by mistake.
pub(crate) async fn remove(tx: &mut Tx, case: &Editable<Case>, id: StatusId) -> DbResult<()> {
    let sql = "delete from person_statuses where site_id = $1 and person_id = $2 and id = $3";
    tx.run(sql, values![case.site, case.person, id]).await?;
    Ok(())
}

/// Brings the cases of the person up to the history: the current status always, the status at
/// entry where none was known then.
pub(crate) async fn refresh(tx: &mut Tx, case: &Editable<Case>, today: Date) -> Result<()> {
    let history = case.statuses(tx).await?;
    let code = |day| current(&history, day).map(|entry| entry.status.code.as_str().to_owned());
    tx.run(
        "update cases set status_code = $3 where site_id = $1 and person_id = $2",
        values![case.site, case.person, code(today)],
    )
    .await?;
    let at_entry = code(case.entered_on.unwrap_or(case.opened_on));
    let group = at_entry.as_deref().and_then(law::status::group_of);
    tx.run(
        "update cases set status_at_entry = $3, status_group_at_entry = $4
         where site_id = $1 and id = $2 and status_at_entry is null",
        values![case.site, case.id, at_entry, group.map(law::Group::code)],
    )
    .await?;
    Ok(())
}
