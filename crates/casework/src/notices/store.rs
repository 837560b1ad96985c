use db::{Result, Row, Tx, Value, values};
use platform::SiteId;

use super::{LocalNotice, NoticeId};

/// The notices of a site, newest source first.
pub async fn of_site(tx: &mut Tx, site: SiteId) -> Result<Vec<LocalNotice>> {
    let rows = tx
        .all(
            "select id, replaces, about, wording, source, stated_on, from_on, to_on, lead_weeks,
             version from law_notices where site_id = $1 order by stated_on desc, id",
            values![site],
        )
        .await?;
    rows.iter().map(notice).collect()
}

fn notice(row: &Row) -> Result<LocalNotice> {
    Ok(LocalNotice {
        id: row.get("id")?,
        replaces: row.get("replaces")?,
        about: row.get("about")?,
        wording: row.get("wording")?,
        source: row.get("source")?,
        stated_on: row.get("stated_on")?,
        from_on: row.get("from_on")?,
        to_on: row.get("to_on")?,
        lead_weeks: row.get("lead_weeks")?,
        version: row.get("version")?,
    })
}

fn row(site: SiteId, notice: &LocalNotice) -> Vec<Value> {
    values![
        site,
        notice.id,
        notice.replaces.clone(),
        &notice.about,
        &notice.wording,
        &notice.source,
        notice.stated_on,
        notice.from_on,
        notice.to_on,
        notice.lead_weeks
    ]
}

pub async fn insert(tx: &mut Tx, site: SiteId, notice: &LocalNotice) -> Result<()> {
    tx.run(
        "insert into law_notices (site_id, id, replaces, about, wording, source, stated_on,
         from_on, to_on, lead_weeks, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
        row(site, notice),
    )
    .await?;
    Ok(())
}

/// Saves if nobody else did since; false otherwise.
pub(super) async fn save(tx: &mut Tx, site: SiteId, notice: &LocalNotice) -> Result<bool> {
    let mut values = row(site, notice);
    values.push(notice.version.into());
    let saved = tx
        .run(
            "update law_notices set replaces = $3, about = $4, wording = $5, source = $6,
             stated_on = $7, from_on = $8, to_on = $9, lead_weeks = $10, version = version + 1
             where site_id = $1 and id = $2 and version = $11",
            values,
        )
        .await?;
    Ok(saved == 1)
}

/// Takes a notice out; says whether it was there.
pub(super) async fn remove(tx: &mut Tx, site: SiteId, id: NoticeId) -> Result<bool> {
    let sql = "delete from law_notices where site_id = $1 and id = $2";
    Ok(tx.run(sql, values![site, id]).await? == 1)
}
