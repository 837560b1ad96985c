use db::{Result, Row, Tx, values};
use platform::ui::alphabetical;
use platform::{AccountId, SiteId};

use super::{Fte, Post, PostId};

/// The posts of a site, by beginning.
pub async fn of_site(tx: &mut Tx, site: SiteId) -> Result<Vec<Post>> {
    let rows = tx
        .all(
            "select id, provider_id, function, fte_hundredths, from_on, to_on, account_id, version
             from posts where site_id = $1 order by from_on, id",
            values![site],
        )
        .await?;
    rows.iter().map(post).collect()
}

pub async fn find(tx: &mut Tx, site: SiteId, id: PostId) -> Result<Option<Post>> {
    let row = tx
        .maybe(
            "select id, provider_id, function, fte_hundredths, from_on, to_on, account_id, version
             from posts where site_id = $1 and id = $2",
            values![site, id],
        )
        .await?;
    row.map(|row| post(&row)).transpose()
}

pub async fn insert(tx: &mut Tx, site: SiteId, post: &Post) -> Result<()> {
    tx.run(
        "insert into posts (site_id, id, provider_id, function, fte_hundredths, from_on, to_on,
         account_id, version) values ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        values![
            site,
            post.id,
            post.provider,
            post.function.code(),
            post.fte.hundredths(),
            post.from_on,
            post.to_on,
            post.account
        ],
    )
    .await?;
    Ok(())
}

/// Saves if nobody else did since; false otherwise.
pub async fn save(tx: &mut Tx, site: SiteId, post: &Post) -> Result<bool> {
    let changed = tx
        .run(
            "update posts set provider_id = $4, function = $5, fte_hundredths = $6, from_on = $7,
             to_on = $8, account_id = $9, version = version + 1
             where site_id = $1 and id = $2 and version = $3",
            values![
                site,
                post.id,
                post.version,
                post.provider,
                post.function.code(),
                post.fte.hundredths(),
                post.from_on,
                post.to_on,
                post.account
            ],
        )
        .await?;
    Ok(changed == 1)
}

/// Whoever holds a post of the site, with their names.
pub async fn holders(tx: &mut Tx, site: SiteId) -> Result<Vec<(AccountId, String)>> {
    let rows = tx
        .all(
            "select distinct a.id, a.name from posts p join accounts a on a.id = p.account_id
             where p.site_id = $1 order by a.id",
            values![site],
        )
        .await?;
    let holder = |row: &Row| Ok((row.get("id")?, row.get("name")?));
    let mut all: Vec<(AccountId, String)> = rows.iter().map(holder).collect::<Result<_>>()?;
    all.sort_by_cached_key(|(_, name)| alphabetical(name));
    Ok(all)
}

fn post(row: &Row) -> Result<Post> {
    Ok(Post {
        id: row.get("id")?,
        provider: row.get("provider_id")?,
        function: row.get("function")?,
        fte: Fte::from_hundredths(row.get("fte_hundredths")?),
        from_on: row.get("from_on")?,
        to_on: row.get("to_on")?,
        account: row.get("account_id")?,
        version: row.get("version")?,
    })
}
