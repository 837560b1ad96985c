use std::collections::HashMap;

use db::{Query, Row, Tx, values};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use law::{Deadline, StatusCode};
use platform::keys::SiteKeys;
use platform::{Actor, App, Error, Result, SiteId, sites};
use vault::Sealed;

use super::changes::Seen;
use super::facts::{Background, Held, only};
use crate::cases::store::{Reach, in_scope};
use crate::cases::{Case, CaseId, CaseNumber};
use crate::codes::Nationality;
use crate::facts::{self, Fact};
use crate::notices::{self, Practice};
use crate::people::store::{open_birth_date, open_key, open_name};
use crate::people::{Person, PersonId};

/// So many cases are looked through for deadlines; nobody works on more.
const MOST: i64 = 200;

/// A deadline in one of the reader's cases.
#[derive(Clone, Debug)]
pub struct Upcoming {
    pub case: CaseId,
    pub number: CaseNumber,
    pub name: String,
    pub deadline: Deadline,
}

/// The deadlines of the coming days in open cases that the actor works on, earliest first.
pub async fn upcoming(tx: &mut Tx, app: &App, actor: &Actor, days: i64) -> Result<Vec<Upcoming>> {
    let site = actor.own_site()?;
    let today = app.clock.today();
    let until = today.saturating_add(Span::new().days(days));
    let keys = app.keys.site(tx, site).await?;
    let ags = ags(tx, site).await?;
    let query = Query::new(OPEN).bind(site);
    let query = in_scope(query, actor, site, today, Reach::WorkedOn)
        .push(" and c.closed_on is null order by c.id limit ")
        .bind(MOST);
    let rows = tx.query(&query).await?;
    let people: Vec<PersonId> = rows
        .iter()
        .map(|row| row.get("person_id"))
        .collect::<db::Result<_>>()?;
    let mut histories = histories(tx, site, &people).await?;
    let mut nationalities = nationalities(tx, site, &people).await?;
    let mut recorded = facts::store::of_people(tx, site, &people).await?;
    let practice = practice(tx, site).await?;
    let mut found = Vec::new();
    for row in &rows {
        let person: PersonId = row.get("person_id")?;
        let file = File {
            history: histories.remove(&person).unwrap_or_default(),
            nationalities: nationalities.remove(&person).unwrap_or_default(),
            recorded: recorded.remove(&person).unwrap_or_default(),
            practice: practice.clone(),
        };
        found.extend(due(row, file, &ags, &keys, site, (today, until))?);
    }
    found.sort_by_key(|one| (one.deadline.on, one.case.0));
    Ok(found)
}

const OPEN: &str = "select c.id, c.number, c.person_id, p.entered_germany, k.wrapped,
    i.family_name, i.given_name, i.birth_date from cases c
    join persons p on p.site_id = c.site_id and p.id = c.person_id
    join person_keys k on k.site_id = c.site_id and k.person_id = c.person_id
    join person_identity i on i.site_id = c.site_id and i.person_id = c.person_id
    where c.site_id = ";

/// What the file of a case says, as far as the law asks for it.
pub async fn background(tx: &mut Tx, case: &Case, person: &Person) -> Result<Background> {
    let history = case.statuses(tx).await?;
    let recorded = facts::store::of_case(tx, case).await?;
    let ags = ags(tx, case.site).await?;
    let practice = practice(tx, case.site).await?;
    Ok(Background::of(person, &history, recorded, practice, &ags))
}

/// What was seen of a case last, and when; nothing if nobody has looked yet.
pub(super) async fn seen(tx: &mut Tx, case: &Case) -> Result<Option<(Date, Seen)>> {
    let sql = "select seen_on, answer from case_outlooks where site_id = $1 and case_id = $2";
    let Some(row) = tx.maybe(sql, values![case.site, case.id]).await? else {
        return Ok(None);
    };
    let sealed = Sealed::from_stored(row.get("answer")?);
    let clear = case.open("case_outlooks", "answer", case.id.0, &sealed)?;
    let seen_on = row.get("seen_on")?;
    // An answer of an older version of the program that cannot be read is as good as none.
    let seen = serde_json::from_str(clear.expose()).ok();
    Ok(seen.map(|seen| (seen_on, seen)))
}

/// Notes what has been seen of a case.
pub(super) async fn save_seen(tx: &mut Tx, case: &Case, on: Date, seen: &Seen) -> Result<()> {
    let text = serde_json::to_string(seen)?;
    let sealed = case.seal("case_outlooks", "answer", case.id.0, &text);
    tx.run(
        "insert into case_outlooks (site_id, case_id, seen_on, answer) values ($1, $2, $3, $4)
         on conflict (site_id, case_id) do update set seen_on = $3, answer = $4",
        values![case.site, case.id, on, sealed.into_bytes()],
    )
    .await?;
    Ok(())
}

async fn practice(tx: &mut Tx, site: SiteId) -> Result<Practice> {
    Ok(Practice::of(&notices::store::of_site(tx, site).await?))
}

/// The official key of a site, which decides on agreements it joined.
async fn ags(tx: &mut Tx, site: SiteId) -> Result<String> {
    let site = sites::store::by_id(tx, site).await?;
    site.map(|site| site.ags).ok_or(Error::NotFound)
}

#[derive(Default)]
struct File {
    history: Vec<Held>,
    nationalities: Vec<Nationality>,
    recorded: Vec<Fact>,
    practice: Practice,
}

fn due(
    row: &Row,
    file: File,
    ags: &str,
    keys: &SiteKeys,
    site: SiteId,
    (today, until): (Date, Date),
) -> Result<Vec<Upcoming>> {
    let person: PersonId = row.get("person_id")?;
    let key = open_key(row, keys, person)?;
    let background = Background {
        birth_date: open_birth_date(row, site, person, &key)?,
        entered: row.get("entered_germany")?,
        nationality: only(&file.nationalities),
        site_ags: ags.to_owned(),
        history: file.history,
        recorded: file.recorded,
        practice: file.practice,
    };
    let mut deadlines = background.deadlines(today);
    deadlines.retain(|deadline| (today..=until).contains(&deadline.on));
    if deadlines.is_empty() {
        return Ok(Vec::new());
    }
    let (case, number): (CaseId, CaseNumber) = (row.get("id")?, row.get("number")?);
    let name = open_name(row, site, person, &key)?.listed_name();
    Ok(deadlines
        .into_iter()
        .map(|deadline| Upcoming {
            case,
            number: number.clone(),
            name: name.clone(),
            deadline,
        })
        .collect())
}

async fn histories(
    tx: &mut Tx,
    site: SiteId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<Held>>> {
    let query = Query::new(
        "select person_id, code, from_on, to_on, document_expires_on, recorded_at
         from person_statuses where site_id = ",
    );
    let query =
        of_people(query, site, people).push(" order by coalesce(from_on, ''), recorded_at, id");
    let mut all: HashMap<PersonId, Vec<Held>> = HashMap::new();
    for row in tx.query(&query).await? {
        let code: String = row.get("code")?;
        let Some(code) = StatusCode::parse(&code) else {
            continue;
        };
        let recorded_at: Timestamp = row.get("recorded_at")?;
        let held = Held {
            code,
            from_on: row.get("from_on")?,
            to_on: row.get("to_on")?,
            document_expires_on: row.get("document_expires_on")?,
            recorded_on: platform::local(recorded_at).date(),
        };
        all.entry(row.get("person_id")?).or_default().push(held);
    }
    Ok(all)
}

async fn nationalities(
    tx: &mut Tx,
    site: SiteId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<Nationality>>> {
    let query = Query::new("select person_id, code from person_nationalities where site_id = ");
    let query = of_people(query, site, people).push(" order by position");
    let mut all: HashMap<PersonId, Vec<Nationality>> = HashMap::new();
    for row in tx.query(&query).await? {
        let code = row.get("code")?;
        all.entry(row.get("person_id")?).or_default().push(code);
    }
    Ok(all)
}

fn of_people(query: Query, site: SiteId, people: &[PersonId]) -> Query {
    query
        .bind(site)
        .push(" and person_id in (")
        .bind_list(people.iter().copied())
        .push(")")
}
