use db::{Result, Row, Tx, values};
use platform::SiteId;
use platform::ui::alphabetical;

use super::{Provider, ProviderId};

/// The providers of a site, by name.
pub async fn of_site(tx: &mut Tx, site: SiteId) -> Result<Vec<Provider>> {
    let sql = "select id, name, kind, version from providers where site_id = $1 order by id";
    let rows = tx.all(sql, values![site]).await?;
    let mut all: Vec<Provider> = rows.iter().map(provider).collect::<Result<_>>()?;
    all.sort_by_cached_key(|provider| alphabetical(&provider.name));
    Ok(all)
}

pub async fn find(tx: &mut Tx, site: SiteId, id: ProviderId) -> Result<Option<Provider>> {
    let sql = "select id, name, kind, version from providers where site_id = $1 and id = $2";
    tx.maybe(sql, values![site, id])
        .await?
        .map(|row| provider(&row))
        .transpose()
}

pub async fn insert(tx: &mut Tx, site: SiteId, provider: &Provider) -> Result<()> {
    tx.run(
        "insert into providers (site_id, id, name, kind, version) values ($1, $2, $3, $4, 1)",
        values![site, provider.id, &provider.name, provider.kind.code()],
    )
    .await?;
    Ok(())
}

/// Saves if nobody else did since; false otherwise.
pub async fn save(tx: &mut Tx, site: SiteId, provider: &Provider) -> Result<bool> {
    let changed = tx
        .run(
            "update providers set name = $4, kind = $5, version = version + 1
             where site_id = $1 and id = $2 and version = $3",
            values![
                site,
                provider.id,
                provider.version,
                &provider.name,
                provider.kind.code()
            ],
        )
        .await?;
    Ok(changed == 1)
}

fn provider(row: &Row) -> Result<Provider> {
    Ok(Provider {
        id: row.get("id")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        version: row.get("version")?,
    })
}
