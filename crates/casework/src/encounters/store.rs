use db::{Result, Row, Tx, values};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::ui::alphabetical;
use platform::{AccountId, SiteId};

use super::{Encounter, EncounterId, EncounterKind};
use crate::rows::insert_all;

/// An encounter and the colleague who had it.
pub struct Noted {
    pub encounter: Encounter,
    pub worker_name: String,
}

/// The encounters of a site from `offset` on, newest first, and one more than `size` if there is
/// one.
pub async fn page(tx: &mut Tx, site: SiteId, offset: u64, size: u64) -> Result<Vec<Noted>> {
    let bound = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let rows = tx
        .all(
            "select e.id, e.on_day, e.kind, e.persons, e.sex, e.form, e.district, e.worker_id,
             a.name from encounters e join accounts a on a.id = e.worker_id
             where e.site_id = $1 order by e.on_day desc, e.id desc limit $2 offset $3",
            values![site, bound(size + 1), bound(offset)],
        )
        .await?;
    rows.iter().map(noted).collect()
}

/// Persons met in `[from, to)`, by counter.
pub async fn persons(
    tx: &mut Tx,
    site: SiteId,
    from: Date,
    to: Date,
) -> Result<Vec<(EncounterKind, i64)>> {
    let rows = tx
        .all(
            "select kind, cast(sum(persons) as bigint) as persons from encounters
             where site_id = $1 and on_day >= $2 and on_day < $3 group by kind",
            values![site, from, to],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.get("kind")?, row.get("persons")?)))
        .collect()
}

/// The parts of the town that the cases of the site name.
pub async fn districts(tx: &mut Tx, site: SiteId) -> Result<Vec<String>> {
    let rows = tx
        .all(
            "select distinct district from cases
             where site_id = $1 and district is not null order by district",
            values![site],
        )
        .await?;
    let all = rows.iter().map(|row| row.get("district"));
    let mut all: Vec<String> = all.collect::<Result<_>>()?;
    all.sort_by_cached_key(|district| alphabetical(district));
    Ok(all)
}

/// Writes encounters, one or many; they belong to a site and to no case.
pub async fn insert(
    tx: &mut Tx,
    site: SiteId,
    encounters: &[Encounter],
    now: Timestamp,
) -> Result<()> {
    let row = |encounter: &Encounter| {
        values![
            site,
            encounter.id,
            encounter.on,
            encounter.kind,
            encounter.persons,
            encounter.sex,
            encounter.form,
            encounter.district.as_deref(),
            encounter.worker,
            now
        ]
    };
    insert_all(
        tx,
        "insert into encounters (site_id, id, on_day, kind, persons, sex, form, district,
         worker_id, created_at) values",
        encounters.iter().map(row).collect(),
    )
    .await
}

/// Takes back an encounter of this colleague; says false if there is none.
pub(super) async fn withdraw(
    tx: &mut Tx,
    site: SiteId,
    worker: AccountId,
    id: EncounterId,
) -> Result<bool> {
    let sql = "delete from encounters where site_id = $1 and id = $2 and worker_id = $3";
    Ok(tx.run(sql, values![site, id, worker]).await? == 1)
}

fn noted(row: &Row) -> Result<Noted> {
    Ok(Noted {
        encounter: Encounter {
            id: row.get("id")?,
            on: row.get("on_day")?,
            kind: row.get("kind")?,
            persons: row.get("persons")?,
            sex: row.get("sex")?,
            form: row.get("form")?,
            district: row.get("district")?,
            worker: row.get("worker_id")?,
        },
        worker_name: row.get("name")?,
    })
}
