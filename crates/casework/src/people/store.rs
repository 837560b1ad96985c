use db::{Query, Result as DbResult, Row, Tx, Value, values};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::keys::SiteKeys;
use platform::{Result, SiteId};
use vault::{PersonKey, Place, Sealed};

use super::person::compared;
use super::{Birth, Identity, NewPerson, Person, PersonId};
use crate::codes::Nationality;
use crate::rows::insert_all;
use crate::statuses::{self, StatusId};

mod keys;

pub use keys::rewrap_keys;
pub(crate) use keys::{UNREADABLE, key, keys_of, open_key, open_listed};

/// Registers one person with key, sealed identity, search tokens, nationalities and statuses.
pub async fn register(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    person: &NewPerson,
    now: Timestamp,
) -> Result<PersonId> {
    let id = PersonId::new();
    insert(tx, keys, site, &[(id, person)], now).await?;
    Ok(id)
}

/// Registers many people in few statements; ids in the order of `people`.
pub async fn register_all(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    people: &[NewPerson],
    now: Timestamp,
) -> Result<Vec<PersonId>> {
    let people: Vec<_> = people.iter().map(|p| (PersonId::new(), p)).collect();
    for some in people.chunks(500) {
        insert(tx, keys, site, some, now).await?;
    }
    Ok(people.into_iter().map(|(id, _)| id).collect())
}

async fn insert(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    people: &[(PersonId, &NewPerson)],
    now: Timestamp,
) -> Result<()> {
    let mut rows = PersonRows::default();
    for (id, person) in people {
        rows.add(keys, site, *id, person, now);
    }
    rows.insert(tx).await?;
    Ok(())
}

#[derive(Default)]
struct PersonRows {
    persons: Vec<Vec<Value>>,
    keys: Vec<Vec<Value>>,
    identities: Vec<Vec<Value>>,
    tokens: Vec<Vec<Value>>,
    nationalities: Vec<Vec<Value>>,
    statuses: Vec<Vec<Value>>,
}

impl PersonRows {
    fn add(
        &mut self,
        keys: &SiteKeys,
        site: SiteId,
        id: PersonId,
        person: &NewPerson,
        now: Timestamp,
    ) {
        let key = PersonKey::generate();
        let entered = person.entered_germany.map(|day| day.to_string());
        let year = person.birth.map(Birth::year);
        self.persons
            .push(values![site, id, year, person.sex, entered, 1_i64, now]);
        let wrapped = keys.key.wrap(&key, id.0);
        self.keys.push(values![site, id, wrapped.as_bytes()]);
        let identity = person.identity();
        let mut row = values![site, id];
        row.extend(sealed_identity(site, id, &key, &identity));
        self.identities.push(row);
        self.tokens
            .extend(token_rows(keys, site, id, &identity, person.birth));
        self.nationalities
            .extend(nationality_rows(site, id, &person.nationalities));
        for status in &person.statuses {
            self.statuses.push(statuses::store::row(
                site,
                id,
                &key,
                status,
                StatusId::new(),
                now,
            ));
        }
    }

    async fn insert(self, tx: &mut Tx) -> DbResult<()> {
        insert_all(
            tx,
            "insert into persons (site_id, id, birth_year, sex, entered_germany, version, created_at)
             values",
            self.persons,
        )
        .await?;
        insert_all(
            tx,
            "insert into person_keys (site_id, person_id, wrapped) values",
            self.keys,
        )
        .await?;
        insert_all(
            tx,
            "insert into person_identity (site_id, person_id, family_name, given_name, birth_date,
             address, phone, email) values",
            self.identities,
        )
        .await?;
        insert_all(tx, INSERT_TOKENS, self.tokens).await?;
        insert_all(tx, INSERT_NATIONALITIES, self.nationalities).await?;
        insert_all(tx, statuses::store::INSERT, self.statuses).await
    }
}

const INSERT_TOKENS: &str = "insert into person_tokens (site_id, token, person_id) values";
const INSERT_NATIONALITIES: &str =
    "insert into person_nationalities (site_id, person_id, position, code) values";
pub(crate) const SEALED: [&str; 6] = [
    "family_name",
    "given_name",
    "birth_date",
    "address",
    "phone",
    "email",
];

fn place(site: SiteId, person: PersonId, column: &'static str) -> Place {
    Place {
        site: site.0,
        table: "person_identity",
        column,
        record: person.0,
    }
}

fn sealed_identity(
    site: SiteId,
    person: PersonId,
    key: &PersonKey,
    identity: &Identity,
) -> Vec<Value> {
    let clear = [
        identity.family_name.clone(),
        identity.given_name.clone(),
        identity.birth_date.map(|day| day.to_string()),
        identity.address.clone(),
        identity.phone.clone(),
        identity.email.clone(),
    ];
    let seal = |(column, text): (&'static str, Option<String>)| {
        let sealed = text.map(|text| key.seal(&place(site, person, column), &text).into_bytes());
        Value::from(sealed)
    };
    SEALED.into_iter().zip(clear).map(seal).collect()
}

/// Opens the columns of `person_identity` in a row.
pub(crate) fn open_identity(
    row: &Row,
    site: SiteId,
    person: PersonId,
    key: &PersonKey,
) -> Result<Identity> {
    let open = |column| open_column(row, site, person, key, column);
    let name = open_name(row, site, person, key)?;
    Ok(Identity {
        birth_date: open_birth_date(row, site, person, key)?,
        address: open("address")?,
        phone: open("phone")?,
        email: open("email")?,
        ..name
    })
}

/// Opens the day of birth alone.
pub(crate) fn open_birth_date(
    row: &Row,
    site: SiteId,
    person: PersonId,
    key: &PersonKey,
) -> Result<Option<Date>> {
    let day = open_column(row, site, person, key, "birth_date")?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// Opens the two names alone, for lists.
pub(crate) fn open_name(
    row: &Row,
    site: SiteId,
    person: PersonId,
    key: &PersonKey,
) -> Result<Identity> {
    Ok(Identity {
        family_name: open_column(row, site, person, key, "family_name")?,
        given_name: open_column(row, site, person, key, "given_name")?,
        ..Identity::default()
    })
}

fn open_column(
    row: &Row,
    site: SiteId,
    person: PersonId,
    key: &PersonKey,
    column: &'static str,
) -> Result<Option<String>> {
    let sealed: Option<Vec<u8>> = row.get(column)?;
    let Some(sealed) = sealed.map(Sealed::from_stored) else {
        return Ok(None);
    };
    let clear = key.open(&place(site, person, column), &sealed)?;
    Ok(Some(clear.expose().to_owned()))
}

/// What a person is found by: words of the names and their beginnings, all words together, the
/// full birth date.
fn token_rows(
    keys: &SiteKeys,
    site: SiteId,
    person: PersonId,
    identity: &Identity,
    birth: Option<Birth>,
) -> Vec<Vec<Value>> {
    let mut tokens = linkage::search_tokens(&identity.full_name());
    tokens.extend(key_tokens(&compared(identity, birth)));
    let row = |token: &String| {
        let blind = keys.index.token(token);
        values![site, blind.as_bytes(), person]
    };
    tokens.iter().map(row).collect()
}

pub(crate) fn key_tokens(key: &linkage::PersonKey) -> Vec<String> {
    let mut tokens = vec![format!("all:{}", key.sorted_words().join(" "))];
    if let Some((year, month, day)) = key.full_birth_date() {
        tokens.push(format!("born:{year:04}-{month:02}-{day:02}"));
    }
    tokens
}

fn nationality_rows(site: SiteId, person: PersonId, list: &[Nationality]) -> Vec<Vec<Value>> {
    let mut seen = Vec::new();
    for code in list {
        if !seen.contains(code) {
            seen.push(*code);
        }
    }
    let numbered = (1_i64..).zip(seen);
    numbered
        .map(|(position, code)| values![site, person, position, code.key()])
        .collect()
}

/// A person, opened with their key.
pub(crate) async fn load(
    tx: &mut Tx,
    site: SiteId,
    id: PersonId,
    key: &PersonKey,
) -> Result<Option<Person>> {
    let row = tx
        .maybe(
            "select p.birth_year, p.sex, p.entered_germany, p.version, i.family_name, i.given_name,
             i.birth_date, i.address, i.phone, i.email from persons p
             join person_identity i on i.site_id = p.site_id and i.person_id = p.id
             where p.site_id = $1 and p.id = $2",
            values![site, id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Person {
        id,
        identity: open_identity(&row, site, id, key)?,
        birth_year: row.get("birth_year")?,
        sex: row.get("sex")?,
        nationalities: nationalities(tx, site, id).await?,
        entered_germany: row.get("entered_germany")?,
        version: row.get("version")?,
    }))
}

async fn nationalities(tx: &mut Tx, site: SiteId, id: PersonId) -> Result<Vec<Nationality>> {
    let rows = tx
        .all(
            "select code from person_nationalities where site_id = $1 and person_id = $2
             order by position",
            values![site, id],
        )
        .await?;
    Ok(rows
        .iter()
        .map(|row| row.get("code"))
        .collect::<DbResult<_>>()?)
}

/// Saves a person as edited; says whether nobody changed them since `person.version` was read.
pub async fn save(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    key: &PersonKey,
    person: &Person,
) -> Result<bool> {
    let year = person.birth().map(Birth::year);
    let entered = person.entered_germany.map(|day| day.to_string());
    let saved = tx
        .run(
            "update persons set birth_year = $3, sex = $4, entered_germany = $5,
             version = version + 1 where site_id = $1 and id = $2 and version = $6",
            values![site, person.id, year, person.sex, entered, person.version],
        )
        .await?;
    if saved == 0 {
        return Ok(false);
    }
    let mut row = values![site, person.id];
    row.extend(sealed_identity(site, person.id, key, &person.identity));
    tx.run(
        "update person_identity set family_name = $3, given_name = $4, birth_date = $5,
         address = $6, phone = $7, email = $8 where site_id = $1 and person_id = $2",
        row,
    )
    .await?;
    forget_tokens(tx, site, person.id).await?;
    let tokens = token_rows(keys, site, person.id, &person.identity, person.birth());
    insert_all(tx, INSERT_TOKENS, tokens).await?;
    tx.run(
        "delete from person_nationalities where site_id = $1 and person_id = $2",
        values![site, person.id],
    )
    .await?;
    let rows = nationality_rows(site, person.id, &person.nationalities);
    insert_all(tx, INSERT_NATIONALITIES, rows).await?;
    tell_cases(tx, site, &[person.id]).await?;
    Ok(true)
}

/// Notes in the cases of people what figures ask of them. To be called whenever they have a new
/// case, another sex or another nationality.
pub(crate) async fn tell_cases(tx: &mut Tx, site: SiteId, people: &[PersonId]) -> DbResult<()> {
    for some in people.chunks(200) {
        let query = Query::new(
            "update cases set sex = (select p.sex from persons p
             where p.site_id = cases.site_id and p.id = cases.person_id),
             nationality = (select n.code from person_nationalities n
             where n.site_id = cases.site_id and n.person_id = cases.person_id
             and n.position = 1) where site_id = ",
        );
        let query = query.bind(site).push(" and person_id in (");
        tx.run_query(&query.bind_list(some.iter().copied()).push(")"))
            .await?;
    }
    Ok(())
}

async fn forget_tokens(tx: &mut Tx, site: SiteId, person: PersonId) -> DbResult<u64> {
    tx.run(
        "delete from person_tokens where site_id = $1 and person_id = $2",
        values![site, person],
    )
    .await
}

/// Deletes a person for good: without the key nothing sealed with it opens, in backups neither.
/// Coded facts without identity stay for statistics.
pub async fn shred(tx: &mut Tx, site: SiteId, person: PersonId) -> DbResult<()> {
    forget_tokens(tx, site, person).await?;
    for sql in [
        "delete from person_identity where site_id = $1 and person_id = $2",
        "delete from person_keys where site_id = $1 and person_id = $2",
    ] {
        tx.run(sql, values![site, person]).await?;
    }
    Ok(())
}
