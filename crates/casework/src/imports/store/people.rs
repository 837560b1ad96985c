//! The people of a site, read for comparison and completed.

use std::collections::HashMap;

use db::{Result as DbResult, Row, Tx, Value, values};
use jiff::Timestamp;
use law::StatusCode;
use platform::keys::SiteKeys;
use platform::{Error, Result, SiteId, ids, local, said};

use super::super::intake::{Addition, Entrance, Held, Record, RecordedCase};
use crate::cases::{self, CaseId};
use crate::people::{self, EntryFacts, NewPerson, PersonId, store as person_store};
use crate::rows::insert_all;

/// Lets other imports of the site wait until this transaction ends.
pub(in super::super) async fn lock(tx: &mut Tx, site: SiteId) -> DbResult<()> {
    tx.run(
        "insert into case_numbers (site_id, last) values ($1, 0)
         on conflict (site_id) do update set last = case_numbers.last",
        values![site],
    )
    .await?;
    Ok(())
}

/// Everybody at the site who can still be named, opened.
pub(in super::super) async fn records(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
) -> Result<Vec<Record>> {
    let rows = tx
        .all(
            "select p.id, p.birth_year, p.sex, p.entered_germany, k.wrapped, i.family_name,
             i.given_name, i.birth_date, i.address, i.phone, i.email from persons p
             join person_keys k on k.site_id = p.site_id and k.person_id = p.id
             join person_identity i on i.site_id = p.site_id and i.person_id = p.id
             where p.site_id = $1 order by p.id",
            values![site],
        )
        .await?;
    let mut records = Vec::with_capacity(rows.len());
    let mut places = HashMap::with_capacity(rows.len());
    for row in &rows {
        let record = record(row, keys, site)?;
        places.insert(record.id, records.len());
        records.push(record);
    }
    let mut people = People { records, places };
    add_nationalities(tx, site, &mut people).await?;
    add_statuses(tx, site, &mut people).await?;
    add_cases(tx, site, &mut people).await?;
    Ok(people.records)
}

struct People {
    records: Vec<Record>,
    places: HashMap<PersonId, usize>,
}

impl People {
    fn of(&mut self, row: &Row) -> DbResult<Option<&mut Record>> {
        let place = self.places.get(&row.get("person_id")?);
        Ok(place.and_then(|place| self.records.get_mut(*place)))
    }
}

fn record(row: &Row, keys: &SiteKeys, site: SiteId) -> Result<Record> {
    let id: PersonId = row.get("id")?;
    let key = person_store::open_key(row, keys, id)?;
    Ok(Record {
        id,
        identity: person_store::open_identity(row, site, id, &key)?,
        birth_year: row.get("birth_year")?,
        sex: row.get("sex")?,
        entered_germany: row.get("entered_germany")?,
        nationalities: Vec::new(),
        statuses: Vec::new(),
        cases: Vec::new(),
    })
}

async fn add_nationalities(tx: &mut Tx, site: SiteId, people: &mut People) -> DbResult<()> {
    let rows = tx
        .all(
            "select person_id, code from person_nationalities where site_id = $1
             order by person_id, position",
            values![site],
        )
        .await?;
    for row in &rows {
        if let Some(record) = people.of(row)? {
            record.nationalities.push(row.get("code")?);
        }
    }
    Ok(())
}

async fn add_statuses(tx: &mut Tx, site: SiteId, people: &mut People) -> DbResult<()> {
    let rows = tx
        .all(
            "select person_id, id, code, from_on, to_on from person_statuses where site_id = $1
             order by coalesce(from_on, ''), recorded_at, id",
            values![site],
        )
        .await?;
    for row in &rows {
        let code: String = row.get("code")?;
        let (Some(record), Some(code)) = (people.of(row)?, StatusCode::parse(&code)) else {
            continue;
        };
        record.statuses.push(Held {
            id: row.get("id")?,
            code,
            from_on: row.get("from_on")?,
            to_on: row.get("to_on")?,
        });
    }
    Ok(())
}

async fn add_cases(tx: &mut Tx, site: SiteId, people: &mut People) -> DbResult<()> {
    let rows = tx
        .all(
            "select id, person_id, number, opened_on, closed_on, worker_id from cases
             where site_id = $1 order by opened_on, id",
            values![site],
        )
        .await?;
    for row in &rows {
        let Some(record) = people.of(row)? else {
            continue;
        };
        let closed_on: Option<jiff::civil::Date> = row.get("closed_on")?;
        record.cases.push(RecordedCase {
            id: row.get("id")?,
            number: row.get("number")?,
            opened_on: row.get("opened_on")?,
            is_open: closed_on.is_none(),
            worker: row.get("worker_id")?,
        });
    }
    Ok(())
}

/// Registers new people and opens their cases.
pub(in super::super) async fn register(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    entrances: &[Entrance],
    now: Timestamp,
) -> Result<()> {
    let new: Vec<NewPerson> = entrances.iter().map(|e| e.person.clone()).collect();
    let ids = people::register_all(tx, keys, site, &new, now).await?;
    let cases: Vec<_> = entrances
        .iter()
        .zip(ids)
        .map(|(entrance, id)| {
            let facts = entrance.person.entry_facts(entrance.case.opened_on);
            (entrance.case.of(id), facts)
        })
        .collect();
    let cases: Vec<_> = cases.iter().map(|(case, facts)| (case, facts)).collect();
    cases::open_all(tx, site, &cases, now).await?;
    Ok(())
}

/// Adds to a known person what they lack.
pub(in super::super) async fn add(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    addition: &Addition,
    now: Timestamp,
) -> Result<()> {
    if addition.identity.is_some() {
        complete_identity(tx, keys, site, addition).await?;
    } else {
        complete_facts(tx, site, addition).await?;
    }
    add_history(tx, site, addition, now).await?;
    for (case, facts) in &addition.facts {
        complete_case(tx, site, *case, facts).await?;
    }
    if let Some((case, worker)) = addition.worker {
        let today = local(now).date();
        tx.run(
            "update cases set worker_id = $3, version = version + 1
             where site_id = $1 and id = $2 and worker_id is null",
            values![site, case, worker],
        )
        .await?;
        let row = values![site, ids::fresh(), case, worker, today];
        let insert = "insert into case_workers (site_id, id, case_id, worker_id, from_on) values";
        insert_all(tx, insert, vec![row]).await?;
    }
    if let Some((case, facts)) = &addition.case {
        cases::open(tx, site, &case.of(addition.person), facts, now).await?;
    }
    Ok(())
}

async fn complete_identity(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    addition: &Addition,
) -> Result<()> {
    let sql = "select wrapped from person_keys where site_id = $1 and person_id = $2";
    let row = tx.one(sql, values![site, addition.person]).await?;
    let key = person_store::open_key(&row, keys, addition.person)?;
    let person = person_store::load(tx, site, addition.person, &key).await?;
    let mut person = person.ok_or(Error::NotFound)?;
    if let Some(identity) = &addition.identity {
        person.identity = identity.clone();
    }
    person.birth_year = addition.birth_year.or(person.birth_year);
    person.sex = person.sex.or(addition.sex);
    person.entered_germany = person.entered_germany.or(addition.entered_germany);
    if person.nationalities.is_empty() {
        person.nationalities.clone_from(&addition.nationalities);
    }
    if person_store::save(tx, keys, site, &key, &person).await? {
        return Ok(());
    }
    Err(Error::Conflict(said("error-conflict")))
}

async fn complete_facts(tx: &mut Tx, site: SiteId, addition: &Addition) -> DbResult<()> {
    let person = addition.person;
    let entered = addition.entered_germany.map(|day| day.to_string());
    if addition.birth_year.is_some() || addition.sex.is_some() || entered.is_some() {
        tx.run(
            "update persons set birth_year = coalesce(birth_year, $3), sex = coalesce(sex, $4),
             entered_germany = coalesce(entered_germany, $5), version = version + 1
             where site_id = $1 and id = $2",
            values![site, person, addition.birth_year, addition.sex, entered],
        )
        .await?;
    }
    let mut codes = addition.nationalities.clone();
    codes.dedup();
    let numbered = (1_i64..).zip(codes);
    let rows = numbered.map(|(position, code)| values![site, person, position, code.key()]);
    let insert = "insert into person_nationalities (site_id, person_id, position, code) values";
    insert_all(tx, insert, rows.collect()).await?;
    person_store::tell_cases(tx, site, &[person]).await
}

async fn add_history(
    tx: &mut Tx,
    site: SiteId,
    addition: &Addition,
    now: Timestamp,
) -> DbResult<()> {
    for (id, since) in &addition.dated {
        tx.run(
            "update person_statuses set from_on = $3 where site_id = $1 and id = $2",
            values![site, *id, since.to_string()],
        )
        .await?;
    }
    let rows = addition.statuses.iter().map(|status| {
        let from = status.from_on.map(|day| day.to_string());
        values![
            site,
            ids::fresh(),
            addition.person,
            status.code.as_str(),
            from,
            now
        ]
    });
    let insert = "insert into person_statuses (site_id, id, person_id, code, from_on, recorded_at)
        values";
    insert_all(tx, insert, rows.collect()).await
}

/// What the case says of the person today is replaced, what it says of the entry only filled in.
async fn complete_case(
    tx: &mut Tx,
    site: SiteId,
    case: CaseId,
    facts: &EntryFacts,
) -> DbResult<()> {
    let code = |code: &Option<StatusCode>| code.as_ref().map(|code| code.as_str().to_owned());
    let at_entry = code(&facts.status);
    let group = at_entry.as_deref().and_then(law::status::group_of);
    let values: Vec<Value> = values![
        site,
        case,
        code(&facts.current_status),
        at_entry,
        group.map(law::Group::code),
        facts.age
    ];
    tx.run(
        "update cases set status_code = $3, status_at_entry = coalesce(status_at_entry, $4),
         status_group_at_entry = coalesce(status_group_at_entry, $5),
         age_at_entry = coalesce(age_at_entry, $6), version = version + 1
         where site_id = $1 and id = $2",
        values,
    )
    .await?;
    Ok(())
}
