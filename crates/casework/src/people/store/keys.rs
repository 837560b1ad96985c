//! The keys of people, wrapped with the key of their site.

use std::collections::HashMap;

use db::{Query, Row, Tx, values};
use platform::keys::SiteKeys;
use platform::{Result, SiteId, unless_damaged};
use vault::{PersonKey, SiteKey, Wrapped};

use super::super::PersonId;
use super::open_name;

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

/// The name as lists have it; a damaged one is shown as such.
pub(crate) fn open_listed(
    row: &Row,
    keys: &SiteKeys,
    site: SiteId,
    person: PersonId,
) -> Result<String> {
    let key = open_key(row, keys, person);
    let name = unless_damaged(key.and_then(|key| open_name(row, site, person, &key)))?;
    Ok(name.map_or_else(|| UNREADABLE.to_owned(), |name| name.listed_name()))
}

/// In the place of a name that does not open.
pub(crate) const UNREADABLE: &str = "\u{fffd}";

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
