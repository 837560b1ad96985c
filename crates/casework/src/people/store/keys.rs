//! The keys of people, wrapped with the key of their site.

use std::collections::HashMap;

use db::{Query, Row, Tx, values};
use platform::keys::{Keys, SiteKeys};
use platform::{Result, SiteId};
use vault::{PersonKey, SiteKey, Wrapped};

use super::super::PersonId;

/// The key of a person, unless they were deleted.
pub(crate) async fn key(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    person: PersonId,
) -> Result<Option<PersonKey>> {
    let sql = "select wrapped from person_keys where site_id = $1 and person_id = $2";
    let row = tx.maybe(sql, values![site, person]).await?;
    row.map(|row| open_key(&row, keys, person)).transpose()
}

/// The keys of several people, for rows written without looking at a case first.
pub(crate) async fn keys_of(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, PersonKey>> {
    let query = Query::new("select person_id, wrapped from person_keys where site_id = ")
        .bind(site)
        .push(" and person_id in (")
        .bind_list(people)
        .push(")");
    let rows = tx.query(&query).await?;
    rows.iter()
        .map(|row| {
            let person = row.get("person_id")?;
            Ok((person, open_key(row, keys, person)?))
        })
        .collect()
}

/// Takes a person's key out of the column `wrapped`.
pub(crate) fn open_key(row: &Row, keys: &SiteKeys, person: PersonId) -> Result<PersonKey> {
    let wrapped = Wrapped::from_stored(row.get("wrapped")?);
    Ok(keys.key.unwrap(&wrapped, person.0)?)
}

/// Wraps every person key of a site with a new site key; says how many.
pub async fn rewrap_keys(tx: &mut Tx, old: &SiteKey, new: &SiteKey, site: SiteId) -> Result<u64> {
    let rows = tx
        .all(
            "select person_id, wrapped from person_keys where site_id = $1",
            values![site],
        )
        .await?;
    for row in &rows {
        let person: PersonId = row.get("person_id")?;
        let wrapped = Wrapped::from_stored(row.get("wrapped")?);
        let wrapped = old.rewrap::<vault::Person>(&wrapped, person.0, new)?;
        let update = "update person_keys set wrapped = $3 where site_id = $1 and person_id = $2";
        tx.run(update, values![site, person, wrapped.as_bytes()])
            .await?;
    }
    Ok(u64::try_from(rows.len()).unwrap_or(u64::MAX))
}

/// Opens the key of every site and of every person, as a look at a copy that came from elsewhere;
/// says how many people there are.
///
/// # Errors
/// If a key does not open, so that what it seals is lost in this copy.
pub async fn open_every_key(tx: &mut Tx, keys: &Keys) -> Result<usize> {
    let sites = "select site_id from site_keys union select site_id from person_keys";
    let mut people = 0;
    for site in tx.all(sites, values![]).await? {
        let site: SiteId = site.get("site_id")?;
        let keys = keys.site(tx, site).await?;
        let sql = "select person_id, wrapped from person_keys where site_id = $1";
        for row in tx.all(sql, values![site]).await? {
            open_key(&row, &keys, row.get("person_id")?)?;
            people += 1;
        }
    }
    Ok(people)
}
