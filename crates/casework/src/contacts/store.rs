use std::collections::HashMap;

use db::{Query, Row, Tx, Value, values};
use jiff::Timestamp;
use platform::keys::SiteKeys;
use platform::{AccountId, Result, SiteId};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::{Contact, ContactForm, ContactId};
use crate::cases::{Case, CaseId, Editable};
use crate::codes::Domain;
use crate::people::{self, PersonId};
use crate::rows::insert_all;

/// A contact and the name of the colleague who held it.
pub struct Written {
    pub contact: Contact,
    pub worker_name: String,
}

/// The contacts of a case from `offset` on, newest first, and one more than `size` if there is one.
pub async fn of_case(tx: &mut Tx, case: &Case, offset: u64, size: u64) -> Result<Vec<Written>> {
    let bound = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let rows = tx
        .all(
            "select c.id, c.held_on, c.form, c.minutes, c.interpreter, c.worker_id, c.note,
             c.version, a.name from contacts c join accounts a on a.id = c.worker_id
             where c.site_id = $1 and c.case_id = $2
             order by c.held_on desc, c.created_at desc, c.id desc limit $3 offset $4",
            values![case.site, case.id, bound(size + 1), bound(offset)],
        )
        .await?;
    let read = |row| read(row, case);
    let mut written: Vec<Written> = rows.iter().map(read).collect::<Result<_>>()?;
    add_topics(tx, case.site, &mut written).await?;
    Ok(written)
}

/// A contact that this colleague held.
pub(super) async fn own(
    tx: &mut Tx,
    case: &Case,
    worker: AccountId,
    id: ContactId,
) -> Result<Option<Written>> {
    let row = tx
        .maybe(
            "select c.id, c.held_on, c.form, c.minutes, c.interpreter, c.worker_id, c.note,
             c.version, a.name from contacts c join accounts a on a.id = c.worker_id
             where c.site_id = $1 and c.case_id = $2 and c.id = $3 and c.worker_id = $4",
            values![case.site, case.id, id, worker],
        )
        .await?;
    let read = |row| read(row, case);
    let mut written: Vec<Written> = row.iter().map(read).collect::<Result<_>>()?;
    add_topics(tx, case.site, &mut written).await?;
    Ok(written.pop())
}

async fn add_topics(tx: &mut Tx, site: SiteId, written: &mut [Written]) -> Result<()> {
    let query = Query::new("select contact_id, domain from contact_topics where site_id = ")
        .bind(site)
        .push(" and contact_id in (")
        .bind_list(written.iter().map(|written| written.contact.id))
        .push(") order by domain");
    let mut topics: HashMap<Uuid, Vec<Domain>> = HashMap::new();
    for row in tx.query(&query).await? {
        topics
            .entry(row.get("contact_id")?)
            .or_default()
            .push(row.get("domain")?);
    }
    for written in written {
        written.contact.topics = topics.remove(&written.contact.id.0).unwrap_or_default();
    }
    Ok(())
}

/// A contact to write down for a case that is known to exist: for generated data.
pub struct PastContact {
    pub case: CaseId,
    pub person: PersonId,
    pub contact: Contact,
}

/// Writes many contacts in few statements and tells the cases of the site their last one.
pub async fn insert_past(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    contacts: &[PastContact],
    now: Timestamp,
) -> Result<()> {
    for some in contacts.chunks(500) {
        let keys = people::keys_of(tx, keys, site, some.iter().map(|past| past.person)).await?;
        let mut rows = Vec::new();
        for PastContact {
            case,
            person,
            contact,
        } in some
        {
            let key = keys.get(person).ok_or(platform::Error::NotFound)?;
            let note = contact.note.as_deref();
            let note = note.map(|note| key.seal(&place(site, contact.id), note));
            rows.push(row(site, *case, contact, note, now));
        }
        insert_all(tx, INSERT, rows).await?;
        let topics = some
            .iter()
            .flat_map(|past| topic_rows(site, past.case, &past.contact));
        insert_all(tx, INSERT_TOPICS, topics.collect()).await?;
    }
    tx.run(
        "update cases set last_contact_on = (select max(c.held_on) from contacts c
         where c.site_id = cases.site_id and c.case_id = cases.id and c.form <> $2)
         where site_id = $1",
        values![site, ContactForm::ThirdParty],
    )
    .await?;
    tx.run(
        "update cases set waiting_since = coalesce(last_contact_on, opened_on)
         where site_id = $1 and closed_on is null",
        values![site],
    )
    .await?;
    Ok(())
}

const INSERT: &str = "insert into contacts (site_id, id, case_id, held_on, form, minutes,
    interpreter, worker_id, note, version, created_at) values";
const INSERT_TOPICS: &str =
    "insert into contact_topics (site_id, contact_id, domain, case_id, held_on) values";

pub(super) async fn save(
    tx: &mut Tx,
    case: &Editable<Case>,
    contact: &Contact,
    now: Timestamp,
) -> Result<()> {
    let row = row(case.site, case.id, contact, sealed(case, contact), now);
    insert_all(tx, INSERT, vec![row]).await?;
    let topics = topic_rows(case.site, case.id, contact);
    insert_all(tx, INSERT_TOPICS, topics).await?;
    Ok(())
}

/// Writes a corrected contact over the version it was read in; says false if that is gone.
pub(super) async fn save_correction(
    tx: &mut Tx,
    case: &Editable<Case>,
    contact: &Contact,
) -> Result<bool> {
    let changed = tx
        .run(
            "update contacts set held_on = $4, form = $5, minutes = $6, interpreter = $7,
             note = $8, version = version + 1
             where site_id = $1 and case_id = $2 and id = $3 and version = $9",
            values![
                case.site,
                case.id,
                contact.id,
                contact.held_on,
                contact.form,
                contact.minutes,
                contact.interpreter,
                sealed(case, contact).map(Sealed::into_bytes),
                contact.version
            ],
        )
        .await?;
    if changed == 0 {
        return Ok(false);
    }
    let sql = "delete from contact_topics where site_id = $1 and contact_id = $2";
    tx.run(sql, values![case.site, contact.id]).await?;
    let topics = topic_rows(case.site, case.id, contact);
    insert_all(tx, INSERT_TOPICS, topics).await?;
    Ok(true)
}

/// Finds the last contact of the case anew, after the one that was the last has been corrected.
pub(super) async fn save_last_contact(tx: &mut Tx, case: &Editable<Case>) -> Result<()> {
    tx.run(
        "update cases set last_contact_on = (select max(held_on) from contacts
         where site_id = $1 and case_id = $2 and form <> $3) where site_id = $1 and id = $2",
        values![case.site, case.id, ContactForm::ThirdParty],
    )
    .await?;
    tx.run(
        "update cases set waiting_since = coalesce(last_contact_on, opened_on)
         where site_id = $1 and id = $2 and closed_on is null",
        values![case.site, case.id],
    )
    .await?;
    Ok(())
}

fn place(site: SiteId, id: ContactId) -> Place {
    Place {
        site: site.0,
        table: TABLE,
        column: NOTE,
        record: id.0,
    }
}

const TABLE: &str = "contacts";
const NOTE: &str = "note";

fn sealed(case: &Case, contact: &Contact) -> Option<Sealed> {
    let note = contact.note.as_deref()?;
    Some(case.seal(TABLE, NOTE, contact.id.0, note))
}

fn row(
    site: SiteId,
    case: CaseId,
    contact: &Contact,
    note: Option<Sealed>,
    now: Timestamp,
) -> Vec<Value> {
    values![
        site,
        contact.id,
        case,
        contact.held_on,
        contact.form,
        contact.minutes,
        contact.interpreter,
        contact.worker,
        note.map(Sealed::into_bytes),
        contact.version,
        now
    ]
}

fn topic_rows(site: SiteId, case: CaseId, contact: &Contact) -> Vec<Vec<Value>> {
    let topics = contact.topics.iter();
    topics
        .map(|topic| values![site, contact.id, *topic, case, contact.held_on])
        .collect()
}

fn read(row: &Row, case: &Case) -> Result<Written> {
    let id: ContactId = row.get("id")?;
    let note = match row.get::<Option<Vec<u8>>>("note")? {
        None => None,
        Some(bytes) => {
            let clear = case.open(TABLE, NOTE, id.0, &Sealed::from_stored(bytes))?;
            Some(clear.expose().to_owned())
        }
    };
    Ok(Written {
        contact: Contact {
            id,
            held_on: row.get("held_on")?,
            form: row.get("form")?,
            minutes: row.get("minutes")?,
            topics: Vec::new(),
            interpreter: row.get("interpreter")?,
            note,
            worker: row.get("worker_id")?,
            version: row.get("version")?,
        },
        worker_name: row.get("name")?,
    })
}
