use db::{Query, Result as DbResult, Row, Tx, values};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use law::{Deadline, StatusCode};
use platform::keys::SiteKeys;
use platform::{Actor, App, Error, Result, SiteId, sites, unless_damaged};
use uuid::Uuid;
use vault::{PersonKey, Sealed};

use super::changes::Seen;
use super::facts::{Background, Held};
use crate::cases::store::{Reach, in_scope};
use crate::cases::{Case, CaseId, CaseNumber};
use crate::codes::PartialDate;
use crate::facts;
use crate::notices::{self, Practice};
use crate::people::store::{UNREADABLE, open_birth_date, open_key, open_name};
use crate::people::{Person, PersonId};
use crate::told::{self, Fields};

/// An open case; the name is opened only where it is asked for.
pub struct OpenFile {
    pub case: CaseId,
    pub number: CaseNumber,
    /// What its file says, as far as deadlines depend on it.
    pub background: Background,
    site: SiteId,
    person: PersonId,
    key: PersonKey,
    sealed: Row,
}

impl OpenFile {
    /// The name as lists have it.
    pub fn name(&self) -> Result<String> {
        let name = open_name(&self.sealed, self.site, self.person, &self.key);
        let name = unless_damaged(name)?;
        Ok(name.map_or_else(|| UNREADABLE.to_owned(), |name| name.listed_name()))
    }
}

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
    let files = open_files(tx, app, actor).await?;
    deadlines(&files, app.clock.today(), days)
}

/// As [`upcoming`], of files that were read before.
pub fn deadlines(files: &[OpenFile], today: Date, days: i64) -> Result<Vec<Upcoming>> {
    let until = today.saturating_add(Span::new().days(days));
    let mut found = Vec::new();
    for file in files {
        let mut deadlines = file.background.deadlines(today);
        deadlines.retain(|deadline| (today..=until).contains(&deadline.on));
        if deadlines.is_empty() {
            continue;
        }
        let name = file.name()?;
        found.extend(deadlines.into_iter().map(|deadline| Upcoming {
            case: file.case,
            number: file.number.clone(),
            name: name.clone(),
            deadline,
        }));
    }
    found.sort_by_key(|one| (one.deadline.on, one.case.0));
    Ok(found)
}

/// The open cases that the actor works on.
pub async fn open_files(tx: &mut Tx, app: &App, actor: &Actor) -> Result<Vec<OpenFile>> {
    let site = actor.own_site()?;
    let keys = app.keys.site(tx, site).await?;
    let ags = ags(tx, site).await?;
    let practice = practice(tx, site).await?;
    let query = Query::new(OPEN)
        .push(facts::store::TOLD)
        .push(OF_TOPICS)
        .bind_list(law::DEADLINE_FACTS)
        .push(OF_CASES)
        .bind(site);
    // Without an order, for which SQLite would walk through all cases of the site.
    let query = in_scope(query, actor, site, app.clock.today(), Reach::WorkedOn)
        .push(" and c.closed_on is null");
    let file = |row| unless_damaged(open_file(row, &keys, site, (&ags, &practice))).transpose();
    let rows = tx.query(&query).await?.into_iter();
    rows.filter_map(file).collect()
}

const OPEN: &str = "select c.id, c.number, c.person_id, p.entered_germany, k.wrapped,
    i.family_name, i.given_name, i.birth_date,
    (select case when count(*) = 1 then min(n.code) end from person_nationalities n
      where n.site_id = c.site_id and n.person_id = c.person_id) as nationality,
    (select string_agg(concat_ws('\u{1f}', h.code, coalesce(h.from_on, ''), coalesce(h.to_on, ''),
      coalesce(h.document_expires_on, ''), h.recorded_at, hex(h.id)), '\u{1e}')
      from person_statuses h where h.site_id = c.site_id and h.person_id = c.person_id)
      as statuses, (select ";
const OF_TOPICS: &str = " from person_facts f
    where f.site_id = c.site_id and f.person_id = c.person_id and f.topic in (";
const OF_CASES: &str = ")) as facts from cases c
    join persons p on p.site_id = c.site_id and p.id = c.person_id
    join person_keys k on k.site_id = c.site_id and k.person_id = c.person_id
    join person_identity i on i.site_id = c.site_id and i.person_id = c.person_id
    where c.site_id = ";

fn open_file(
    row: Row,
    keys: &SiteKeys,
    site: SiteId,
    (ags, practice): (&str, &Practice),
) -> Result<OpenFile> {
    let person: PersonId = row.get("person_id")?;
    let key = open_key(&row, keys, person)?;
    let statuses: Option<String> = row.get("statuses")?;
    Ok(OpenFile {
        case: row.get("id")?,
        number: row.get("number")?,
        background: Background {
            birth_date: open_birth_date(&row, site, person, &key)?,
            entered: row.get("entered_germany")?,
            nationality: row.get("nationality")?,
            site_ags: ags.to_owned(),
            history: history(statuses.as_deref())?,
            recorded: facts::store::told_facts(&row)?,
            practice: practice.clone(),
        },
        site,
        person,
        key,
        sealed: row,
    })
}

/// Oldest first; those without a beginning come first. A code that the law does not know says
/// nothing to it.
fn history(statuses: Option<&str>) -> DbResult<Vec<Held>> {
    let entries = told::rows(statuses).map(entry);
    let mut entries = entries.collect::<DbResult<Vec<Entry<'_>>>>()?;
    entries.sort_by_key(|entry| (entry.begin, entry.recorded_at, entry.id));
    let known = entries.into_iter().filter_map(|entry| entry.held);
    Ok(known.collect())
}

/// A status, and what it is sorted by.
struct Entry<'a> {
    /// As stored; none: unknown.
    begin: Option<&'a str>,
    recorded_at: Timestamp,
    id: Uuid,
    held: Option<Held>,
}

fn entry(mut fields: Fields<'_>) -> DbResult<Entry<'_>> {
    let code = fields.next("code", |code| Some(StatusCode::parse(code)))?;
    let begin = fields.maybe("from_on", |text| Some((text, PartialDate::parse(text)?)))?;
    let to_on = fields.maybe("to_on", told::parsed)?;
    let document_expires_on = fields.maybe("document_expires_on", told::parsed)?;
    let recorded_at = fields.next("recorded_at", told::instant)?;
    let held = code.map(|code| Held {
        code,
        from_on: begin.map(|(_, from_on)| from_on),
        to_on,
        document_expires_on,
        recorded_on: platform::local(recorded_at).date(),
    });
    Ok(Entry {
        begin: begin.map(|(text, _)| text),
        recorded_at,
        id: fields.next("id", told::parsed)?,
        held,
    })
}

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
