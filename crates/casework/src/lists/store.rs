use db::{Query, Result as DbResult, Row, Tx, values};
use jiff::ToSpan;
use jiff::civil::Date;
use law::StatusCode;
use platform::keys::SiteKeys;
use platform::ui::alphabetical;
use platform::{Actor, Result, Role, SiteId};

use super::{Filter, Sort, StageFilter, StatusFilter, ViewId, Whose};
use crate::cases::store::{Reach, in_scope};
use crate::cases::{CaseId, CaseNumber};
use crate::codes::Stage;
use crate::duplicates::store::named;
use crate::people::PersonId;
use crate::people::store::open_listed;

/// One case of a list.
#[derive(Clone, Debug)]
pub struct CaseLine {
    pub id: CaseId,
    pub number: CaseNumber,
    /// None for readers who see no names, and for people who were deleted.
    pub name: Option<String>,
    pub stage: Stage,
    pub status: Option<StatusCode>,
    pub opened_on: Date,
    pub last_contact_on: Option<Date>,
    pub waiting_since: Option<Date>,
    pub worker_name: Option<String>,
}

/// Who looks at a list, and when.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub actor: &'a Actor,
    pub site: SiteId,
    pub today: Date,
}

/// The cases of a line are chosen first, so that no name is looked up for one that is not shown.
const CHOSEN: &str =
    "select l.id as id, l.person_id, l.number, l.stage, l.status_code, l.opened_on,
    l.last_contact_on, l.waiting_since, a.name as worker_name, k.wrapped, i.family_name,
    i.given_name from (select c.site_id, c.id, c.person_id, c.number, c.stage, c.status_code,
    c.opened_on, c.last_contact_on, c.waiting_since, c.worker_id from cases c where c.site_id = ";
const LINES: &str = ") l
    left join accounts a on a.id = l.worker_id
    left join person_keys k on k.site_id = l.site_id and k.person_id = l.person_id
    left join person_identity i on i.site_id = l.site_id and i.person_id = l.person_id";

/// One page of the cases that the reader may see.
pub async fn page(
    tx: &mut Tx,
    keys: &SiteKeys,
    reader: Reader<'_>,
    filter: &Filter,
    (offset, size): (u64, u64),
) -> Result<Vec<CaseLine>> {
    let query = filtered(Query::new(CHOSEN).bind(reader.site), reader, filter);
    let query = query
        .push(order(filter))
        .push(" limit ")
        .bind(i64::try_from(size).unwrap_or(i64::MAX))
        .push(" offset ")
        .bind(i64::try_from(offset).unwrap_or(i64::MAX))
        .push(LINES)
        .push(order(filter));
    let mut lines = lines(tx, keys, reader, &query).await?;
    if filter.sort == Sort::Name {
        lines.sort_by_cached_key(|line| line.name.as_deref().map(alphabetical));
        if filter.descending {
            lines.reverse();
        }
    }
    Ok(lines)
}

/// How many there are, counted up to `most`.
pub async fn count(tx: &mut Tx, reader: Reader<'_>, filter: &Filter, most: u64) -> DbResult<u64> {
    let query = Query::new("select count(*) as n from (select 1 from cases c where c.site_id = ")
        .bind(reader.site);
    let query = filtered(query, reader, filter)
        .push(" limit ")
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .push(") counted");
    let rows = tx.query(&query).await?;
    let n: i64 = rows.first().ok_or(db::DbError::NoRow)?.get("n")?;
    Ok(u64::try_from(n).unwrap_or(0))
}

/// Cases, closed ones too, of people whose names hold every word, or with this number.
pub async fn search(
    tx: &mut Tx,
    keys: &SiteKeys,
    reader: Reader<'_>,
    text: &str,
    most: u32,
) -> Result<Vec<CaseLine>> {
    let words = linkage::query_words(text);
    let number = text.trim();
    // As on the file, or with a blank where the file has a dash.
    let numbers = [number.to_owned(), number.replace(' ', "-")];
    let mut query = Query::new(CHOSEN)
        .bind(reader.site)
        .push(" and c.id in (select n.id from cases n where n.site_id = ")
        .bind(reader.site)
        .push(" and n.number in (")
        .bind_list(numbers.iter().map(String::as_str))
        .push(")");
    if !words.is_empty() {
        query = query
            .push(" union select n.id from cases n where n.site_id = ")
            .bind(reader.site)
            .push(" and ");
        query = named(query, "n.person_id", keys, reader.site, &words);
    }
    let query = within(query.push(")"), reader, Reach::All);
    let query = query.push(" limit ").bind(most).push(LINES);
    let mut found = lines(tx, keys, reader, &query).await?;
    let likeness = |line: &CaseLine| {
        let name = line.name.as_deref().unwrap_or_default();
        linkage::similarity(text, name)
    };
    found.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)));
    Ok(found)
}

fn filtered(query: Query, reader: Reader<'_>, filter: &Filter) -> Query {
    let query = within(query, reader, reach(filter.whose));
    let query = match filter.stage {
        StageFilter::Open => query.push(" and c.closed_on is null"),
        StageFilter::Any => query,
        StageFilter::One(stage) => query.push(" and c.stage = ").bind(stage),
    };
    let query = with_status(query, filter.status.as_ref());
    let query = match filter.domain {
        Some(domain) => query
            .push(" and exists (select 1 from needs n where n.site_id = ")
            .bind(reader.site)
            .push(" and n.case_id = c.id and n.met_on is null and n.domain = ")
            .bind(domain)
            .push(")"),
        None => query,
    };
    let query = match filter.worker {
        Some(worker) => query.push(" and c.worker_id = ").bind(worker),
        None => query,
    };
    match filter.waiting_days {
        Some(days) => {
            let since = reader.today.saturating_sub(i64::from(days).days());
            query
                .push(" and coalesce(c.waiting_since, '9999') <= ")
                .bind(since)
        }
        None => query,
    }
}

fn within(query: Query, reader: Reader<'_>, reach: Reach) -> Query {
    in_scope(query, reader.actor, reader.site, reader.today, reach)
}

fn reach(whose: Whose) -> Reach {
    match whose {
        Whose::Own => Reach::Own,
        Whose::Substituted => Reach::Substituted,
        Whose::Unassigned => Reach::Unassigned,
        Whose::All => Reach::All,
    }
}

fn with_status(query: Query, status: Option<&StatusFilter>) -> Query {
    match status {
        Some(StatusFilter::Code(code)) => query.push(" and c.status_code = ").bind(code.as_str()),
        Some(StatusFilter::Group(group)) => {
            let codes = law::status::all().iter().filter(|s| s.group == *group);
            query
                .push(" and c.status_code in (")
                .bind_list(codes.map(|status| status.code.as_str()))
                .push(")")
        }
        None => query,
    }
}

/// As the indexes have it on both engines. A case without contact comes before the oldest one; a
/// closed case, which waits for nothing, after the one that waits the shortest.
fn order(filter: &Filter) -> &'static str {
    match (filter.sort, filter.descending) {
        (Sort::Opened | Sort::Name, true) => " order by opened_on desc, id desc",
        (Sort::Opened | Sort::Name, false) => " order by opened_on, id",
        (Sort::Number, true) => " order by number desc",
        (Sort::Number, false) => " order by number",
        (Sort::Contact, true) => " order by coalesce(last_contact_on, '') desc, id desc",
        (Sort::Contact, false) => " order by coalesce(last_contact_on, ''), id",
        (Sort::Waiting, true) => " order by coalesce(waiting_since, '9999') desc, id desc",
        (Sort::Waiting, false) => " order by coalesce(waiting_since, '9999'), id",
    }
}

async fn lines(
    tx: &mut Tx,
    keys: &SiteKeys,
    reader: Reader<'_>,
    query: &Query,
) -> Result<Vec<CaseLine>> {
    let rows = tx.query(query).await?;
    rows.iter().map(|row| line(row, keys, reader)).collect()
}

fn line(row: &Row, keys: &SiteKeys, reader: Reader<'_>) -> Result<CaseLine> {
    let status: Option<String> = row.get("status_code")?;
    Ok(CaseLine {
        id: row.get("id")?,
        number: row.get("number")?,
        name: name(row, keys, reader)?,
        stage: row.get("stage")?,
        status: status.as_deref().and_then(StatusCode::parse),
        opened_on: row.get("opened_on")?,
        last_contact_on: row.get("last_contact_on")?,
        waiting_since: row.get("waiting_since")?,
        worker_name: row.get("worker_name")?,
    })
}

fn name(row: &Row, keys: &SiteKeys, reader: Reader<'_>) -> Result<Option<String>> {
    let known = row.get::<Option<Vec<u8>>>("wrapped")?.is_some();
    if reader.actor.role != Role::CaseManager || !known {
        return Ok(None);
    }
    let person: PersonId = row.get("person_id")?;
    open_listed(row, keys, reader.site, person).map(Some)
}

/// A list that somebody keeps under a name.
#[derive(Clone, Debug)]
pub struct SavedView {
    pub id: ViewId,
    pub name: String,
    pub query: String,
}

/// The saved views of the reader, by name.
pub async fn views(tx: &mut Tx, reader: Reader<'_>) -> DbResult<Vec<SavedView>> {
    let rows = tx
        .all(
            "select id, name, query from saved_views where site_id = $1 and account_id = $2
             order by name limit 50",
            values![reader.site, reader.actor.account],
        )
        .await?;
    let view = |row: &Row| {
        Ok(SavedView {
            id: row.get("id")?,
            name: row.get("name")?,
            query: row.get("query")?,
        })
    };
    let mut views: Vec<SavedView> = rows.iter().map(view).collect::<DbResult<_>>()?;
    views.sort_by_cached_key(|view| alphabetical(&view.name));
    Ok(views)
}

/// Keeps a view; one of the same name is replaced.
pub async fn save_view(tx: &mut Tx, reader: Reader<'_>, view: &SavedView) -> DbResult<()> {
    tx.run(
        "insert into saved_views (site_id, id, account_id, name, query) values ($1, $2, $3, $4, $5)
         on conflict (site_id, account_id, name) do update set query = excluded.query",
        values![
            reader.site,
            view.id,
            reader.actor.account,
            &view.name,
            &view.query
        ],
    )
    .await?;
    Ok(())
}

pub async fn remove_view(tx: &mut Tx, reader: Reader<'_>, id: ViewId) -> DbResult<bool> {
    let sql = "delete from saved_views where site_id = $1 and account_id = $2 and id = $3";
    let values = values![reader.site, reader.actor.account, id];
    Ok(tx.run(sql, values).await? == 1)
}
