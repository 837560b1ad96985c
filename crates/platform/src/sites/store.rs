use db::{Result, Row, Tx, values};

use super::{Site, SiteKind};
use crate::SiteId;

const COLUMNS: &str = "select id, ags, name, kind, parent_ags, region, active from sites";

/// Makes sure that the programme itself has its place.
pub async fn ensure_programme(tx: &mut Tx) -> Result<()> {
    tx.run(
        "insert into sites (id, ags, name, kind, active) values ($1, '05', 'Programm', $2, true)
         on conflict do nothing",
        values![SiteId::PROGRAMME, SiteKind::Programme.code()],
    )
    .await?;
    Ok(())
}

pub async fn insert(tx: &mut Tx, site: &Site) -> Result<()> {
    tx.run(
        "insert into sites (id, ags, name, kind, parent_ags, region, active)
         values ($1, $2, $3, $4, $5, $6, $7)",
        values![
            site.id,
            &site.ags,
            &site.name,
            site.kind.code(),
            site.parent_ags.clone(),
            site.region.clone(),
            site.active
        ],
    )
    .await?;
    Ok(())
}

/// All places, by key.
pub async fn all(tx: &mut Tx) -> Result<Vec<Site>> {
    let query = db::Query::new(COLUMNS).push(" where kind <> 'programme' order by ags");
    tx.query(&query).await?.iter().map(site).collect()
}

pub async fn by_ags(tx: &mut Tx, ags: &str) -> Result<Option<Site>> {
    let query = db::Query::new(COLUMNS).push(" where ags = ").bind(ags);
    tx.query(&query).await?.first().map(site).transpose()
}

pub async fn by_id(tx: &mut Tx, id: SiteId) -> Result<Option<Site>> {
    let query = db::Query::new(COLUMNS).push(" where id = ").bind(id);
    tx.query(&query).await?.first().map(site).transpose()
}

fn site(row: &Row) -> Result<Site> {
    Ok(Site {
        id: row.get("id")?,
        ags: row.get("ags")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        parent_ags: row.get("parent_ags")?,
        region: row.get("region")?,
        active: row.get("active")?,
    })
}
