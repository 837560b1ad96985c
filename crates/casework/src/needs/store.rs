use std::collections::{HashMap, HashSet};

use db::{Result, Row, Tx, Value, values};
use jiff::civil::Date;
use platform::SiteId;

use super::{Need, NeedId};
use crate::cases::{Case, CaseId, Editable};
use crate::rows::insert_all;

/// The needs of a case: open ones first, each group by domain.
pub async fn of_case(tx: &mut Tx, case: &Case) -> Result<Vec<Need>> {
    let rows = tx
        .all(
            "select id, domain, since_on, met_on from needs
             where site_id = $1 and case_id = $2
             order by case when met_on is null then 0 else 1 end, domain, since_on",
            values![case.site, case.id],
        )
        .await?;
    rows.iter().map(need).collect()
}

pub(super) async fn get(tx: &mut Tx, case: &Case, id: NeedId) -> Result<Option<Need>> {
    let row = tx
        .maybe(
            "select id, domain, since_on, met_on from needs
             where site_id = $1 and case_id = $2 and id = $3",
            values![case.site, case.id, id],
        )
        .await?;
    row.as_ref().map(need).transpose()
}

/// Adds a need; says false if one is open in this domain already.
pub(super) async fn save(tx: &mut Tx, case: &Editable<Case>, need: &Need) -> Result<bool> {
    let added = tx
        .run(
            "insert into needs (site_id, id, case_id, domain, since_on, met_on, counted_on)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
            row(case.site, case.id, need, None),
        )
        .await?;
    count(tx, case).await?;
    Ok(added == 1)
}

/// Says on which day figures count the needs of a case: those of one domain once, on the day the
/// case was entered. To be called whenever that day or the needs change.
pub(crate) async fn count(tx: &mut Tx, case: &Editable<Case>) -> Result<()> {
    let sql = "update needs set counted_on = case when not exists (select 1 from needs e
               where e.site_id = $1 and e.case_id = $2 and e.domain = needs.domain
               and (e.since_on < needs.since_on
               or (e.since_on = needs.since_on and e.id < needs.id)))
               then (select c.entered_on from cases c where c.site_id = $1 and c.id = $2) end
               where site_id = $1 and case_id = $2";
    tx.run(sql, values![case.site, case.id]).await?;
    Ok(())
}

/// Writes many needs in few statements: for imports and generated data, which know their cases.
/// A case has no other needs yet, at most one open need per domain, and its earliest come first.
pub async fn insert_past(tx: &mut Tx, site: SiteId, needs: &[(CaseId, Need)]) -> Result<()> {
    let entered = tx
        .all(
            "select id, entered_on from cases where site_id = $1",
            values![site],
        )
        .await?;
    let entered = entered
        .iter()
        .map(|row| Ok((row.get("id")?, row.get("entered_on")?)))
        .collect::<Result<HashMap<CaseId, Option<Date>>>>()?;
    let mut known = HashSet::new();
    let rows = needs.iter().map(|(case, need)| {
        let is_first = known.insert((*case, need.domain));
        let counted_on = entered.get(case).copied().flatten().filter(|_| is_first);
        row(site, *case, need, counted_on)
    });
    insert_all(
        tx,
        "insert into needs (site_id, id, case_id, domain, since_on, met_on, counted_on) values",
        rows.collect(),
    )
    .await
}

/// Says since when a need is met, or that it is open again; the database refuses a second open
/// need in one domain.
pub(super) async fn save_met(
    tx: &mut Tx,
    case: &Editable<Case>,
    need: &Need,
    met_on: Option<Date>,
) -> Result<()> {
    let sql = "update needs set met_on = $4 where site_id = $1 and case_id = $2 and id = $3";
    tx.run(sql, values![case.site, case.id, need.id, met_on])
        .await?;
    Ok(())
}

pub(super) async fn save_withdrawal(tx: &mut Tx, case: &Editable<Case>, need: &Need) -> Result<()> {
    let sql = "delete from needs where site_id = $1 and case_id = $2 and id = $3";
    tx.run(sql, values![case.site, case.id, need.id]).await?;
    count(tx, case).await
}

fn row(site: SiteId, case: CaseId, need: &Need, counted_on: Option<Date>) -> Vec<Value> {
    values![
        site,
        need.id,
        case,
        need.domain,
        need.since_on,
        need.met_on,
        counted_on
    ]
}

fn need(row: &Row) -> Result<Need> {
    Ok(Need {
        id: row.get("id")?,
        domain: row.get("domain")?,
        since_on: row.get("since_on")?,
        met_on: row.get("met_on")?,
    })
}
