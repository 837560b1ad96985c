use std::collections::HashSet;

use db::{Query, Result as DbResult, Row, Tx, values};
use jiff::civil::Date;
use linkage::Verdict;
use platform::keys::SiteKeys;
use platform::{Actor, Result, SiteId, unless_damaged};

use super::{Alike, Known, KnownCase};
use crate::cases::CaseId;
use crate::cases::store::{Reach, in_scope};
use crate::people::store::{key_tokens, open_birth_date, open_key, open_name};
use crate::people::{Birth, Identity, NewPerson, PersonId, compared};

/// A person of the site who is certainly the same: names and full birth date agree.
pub async fn find_same(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    key: &linkage::PersonKey,
) -> Result<Option<PersonId>> {
    if key.full_birth_date().is_none() {
        return Ok(None);
    }
    let found = candidates(tx, keys, site, key, &[]).await?;
    Ok(found
        .into_iter()
        .find(|alike| alike.verdict == Verdict::Same)
        .map(|alike| alike.person))
}

/// People of the site who may be this one, the surest first. Also finds people of whom no full
/// birth date is known.
pub async fn alike(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    person: &NewPerson,
) -> Result<Vec<Alike>> {
    let words = linkage::query_words(&person.identity().full_name());
    let mut found = candidates(tx, keys, site, &person.key(), &words).await?;
    found.retain(|alike| alike.verdict != Verdict::Different);
    found.sort_by_key(|alike| (alike.verdict != Verdict::Same, !alike.same_words));
    Ok(found)
}

/// People of the site who may be this one, parted by what the actor may know of them. A birth that
/// was typed has to agree as far as both are known, so that a name alone tells little.
pub(crate) async fn known(
    tx: &mut Tx,
    keys: &SiteKeys,
    actor: &Actor,
    person: &NewPerson,
    today: Date,
) -> Result<Known> {
    let site = actor.own_site()?;
    let found = alike(tx, keys, site, person).await?;
    if found.is_empty() {
        return Ok(Known::default());
    }
    let people: Vec<PersonId> = found.iter().map(|alike| alike.person).collect();
    let cases = cases_of(tx, actor, site, &people, today).await?;
    let of = |person| cases.iter().filter(move |case| case.person == person);
    let is_within = |alike: &Alike| {
        of(alike.person).next().is_none() || of(alike.person).any(|case| case.is_within_reach)
    };
    let (within, beyond): (Vec<Alike>, Vec<Alike>) = found.into_iter().partition(is_within);
    Ok(Known {
        within,
        beyond: beyond.into_iter().map(|alike| alike.person).collect(),
        cases,
    })
}

async fn cases_of(
    tx: &mut Tx,
    actor: &Actor,
    site: SiteId,
    people: &[PersonId],
    today: Date,
) -> Result<Vec<KnownCase>> {
    let of_people = |query: Query| {
        let query = query.bind(site).push(" and c.person_id in (");
        query.bind_list(people.iter().copied()).push(")")
    };
    let query = of_people(Query::new("select c.id from cases c where c.site_id = "));
    let query = in_scope(query, actor, site, today, Reach::All);
    let rows = tx.query(&query).await?;
    let ids = rows.iter().map(|row| row.get("id"));
    let within: HashSet<CaseId> = ids.collect::<DbResult<_>>()?;
    let query = of_people(Query::new(
        "select c.id, c.person_id, c.number, c.closed_on, a.name from cases c
         left join accounts a on a.id = c.worker_id where c.site_id = ",
    ));
    let rows = tx.query(&query).await?;
    let case = |row: &Row| {
        let id: CaseId = row.get("id")?;
        let closed_on: Option<Date> = row.get("closed_on")?;
        Ok(KnownCase {
            id,
            person: row.get("person_id")?,
            number: row.get("number")?,
            is_open: closed_on.is_none(),
            worker: row.get("name")?,
            is_within_reach: within.contains(&id),
        })
    };
    Ok(rows.iter().map(case).collect::<DbResult<_>>()?)
}

/// Whether the person has an open case at the site, whoever works on it.
pub(crate) async fn running(tx: &mut Tx, site: SiteId, person: PersonId) -> DbResult<bool> {
    let sql = "select 1 as there from cases
         where site_id = $1 and person_id = $2 and closed_on is null";
    Ok(tx.maybe(sql, values![site, person]).await?.is_some())
}

async fn candidates(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    key: &linkage::PersonKey,
    words: &[linkage::QueryWord],
) -> Result<Vec<Alike>> {
    let sure = key_tokens(key);
    let sure = sure
        .iter()
        .map(|token| keys.index.token(token).as_bytes().to_vec());
    let mut query = Query::new(
        "select p.id, p.birth_year, k.wrapped, i.family_name, i.given_name, i.birth_date
         from persons p
         join person_keys k on k.site_id = p.site_id and k.person_id = p.id
         join person_identity i on i.site_id = p.site_id and i.person_id = p.id
         where p.site_id = ",
    )
    .bind(site)
    .push(" and p.id in (select person_id from person_tokens where site_id = ")
    .bind(site)
    .push(" and token in (")
    .bind_list(sure)
    .push(")");
    if !words.is_empty() {
        query = query
            .push(" union select o.id from persons o where o.site_id = ")
            .bind(site)
            .push(" and ");
        query = named(query, "o.id", keys, site, words);
    }
    let rows = tx.query(&query.push(") limit 200")).await?;
    let alike = |row| unless_damaged(read_alike(row, keys, site, key)).transpose();
    rows.iter().filter_map(alike).collect()
}

/// Adds the condition that a person carries every word of a search; `column` holds the person.
pub(crate) fn named(
    mut query: Query,
    column: &'static str,
    keys: &SiteKeys,
    site: SiteId,
    words: &[linkage::QueryWord],
) -> Query {
    for (position, word) in words.iter().enumerate() {
        let tokens = word.any_of.iter();
        let tokens = tokens.map(|token| keys.index.token(token).as_bytes().to_vec());
        query = query
            .push(if position == 0 { "" } else { " and " })
            .push(column)
            .push(" in (select person_id from person_tokens where site_id = ")
            .bind(site)
            .push(" and token in (")
            .bind_list(tokens)
            .push("))");
    }
    query
}

fn read_alike(row: &Row, keys: &SiteKeys, site: SiteId, key: &linkage::PersonKey) -> Result<Alike> {
    let person: PersonId = row.get("id")?;
    let personal = open_key(row, keys, person)?;
    let identity = Identity {
        birth_date: open_birth_date(row, site, person, &personal)?,
        ..open_name(row, site, person, &personal)?
    };
    let birth_year: Option<i16> = row.get("birth_year")?;
    let birth = identity.birth_date.map(Birth::Day);
    let theirs = compared(&identity, birth.or(birth_year.map(Birth::Year)));
    Ok(Alike {
        person,
        birth_year,
        verdict: linkage::same_person(key, &theirs),
        same_words: key.sorted_words() == theirs.sorted_words(),
        identity,
    })
}
