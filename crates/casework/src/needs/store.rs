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
            "insert into needs (site_id, id, case_id, domain, since_on, met_on)
             values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
            row(case.site, case.id, need),
        )
        .await?;
    Ok(added == 1)
}

/// Writes many needs in few statements: for imports and generated data, which know their cases.
/// A case has no other needs yet and at most one open need per domain.
pub async fn insert_past(tx: &mut Tx, site: SiteId, needs: &[(CaseId, Need)]) -> Result<()> {
    let rows = needs.iter().map(|(case, need)| row(site, *case, need));
    insert_all(
        tx,
        "insert into needs (site_id, id, case_id, domain, since_on, met_on) values",
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
    Ok(())
}

fn row(site: SiteId, case: CaseId, need: &Need) -> Vec<Value> {
    values![site, need.id, case, need.domain, need.since_on, need.met_on]
}

fn need(row: &Row) -> Result<Need> {
    Ok(Need {
        id: row.get("id")?,
        domain: row.get("domain")?,
        since_on: row.get("since_on")?,
        met_on: row.get("met_on")?,
    })
}
