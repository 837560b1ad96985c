use std::collections::BTreeMap;

use db::{Db, Engine, Query, Result, Row, Tx, values};
use futures_util::future::try_join_all;
use platform::SiteId;
use uuid::Uuid;

use super::dimension::bucket;
use super::measure::Facts;
use super::question::MOST_DIMENSIONS;
use super::{Dimension, Question, Scope, When};

mod certificates;

pub(crate) use certificates::is_kept;
pub use certificates::keep;

/// So many of these, with these codes along the dimensions of the question; none: not stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub codes: Vec<Option<String>>,
    pub n: i64,
}

/// A place and the region it lies in.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub id: SiteId,
    pub ags: String,
    pub name: String,
    pub region: Option<String>,
}

/// Counts what is asked: the one place where scope and period are applied.
pub(crate) async fn facts(
    tx: &mut Tx,
    scope: Scope,
    question: &Question,
    places: &[Place],
) -> Result<Vec<Fact>> {
    counted(tx, scope, question, places, None).await
}

/// As [`facts`], on SQLite by several readers at once, each of whom looks at some of the sites: it
/// counts on one core.
pub(crate) async fn facts_at_once(
    db: &Db,
    scope: Scope,
    question: &Question,
    places: &[Place],
) -> Result<Vec<Fact>> {
    let parts = match db.engine() {
        Engine::Sqlite => stretches(places),
        Engine::Postgres => vec![None],
    };
    let each = parts.into_iter().map(async |stretch| {
        let mut tx = db.read().await?;
        counted(&mut tx, scope, question, places, stretch).await
    });
    let mut facts: BTreeMap<Vec<Option<String>>, i64> = BTreeMap::new();
    for fact in try_join_all(each).await?.into_iter().flatten() {
        *facts.entry(fact.codes).or_default() += fact.n;
    }
    let facts = facts.into_iter();
    Ok(facts.map(|(codes, n)| Fact { codes, n }).collect())
}

async fn counted(
    tx: &mut Tx,
    scope: Scope,
    question: &Question,
    places: &[Place],
    stretch: Option<Stretch>,
) -> Result<Vec<Fact>> {
    let rows = tx.query(&query(scope, question, stretch)).await?;
    rows.iter()
        .map(|row| fact(row, scope, question, places))
        .collect()
}

/// The sites from the first to the last, by id.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    first: SiteId,
    last: SiteId,
}

const READERS: usize = 2;

/// All sites, in as many parts as there are readers.
fn stretches(places: &[Place]) -> Vec<Option<Stretch>> {
    let mut ids: Vec<SiteId> = places.iter().map(|place| place.id).collect();
    ids.sort_unstable_by_key(|id| id.0);
    let parts = ids.chunks(ids.len().div_ceil(READERS).max(1));
    let stretch = |part: &[SiteId]| {
        let (first, last) = (*part.first()?, *part.last()?);
        Some(Stretch { first, last })
    };
    parts.map(stretch).collect()
}

/// How many there are in all; none along any dimension.
pub(crate) fn query(scope: Scope, question: &Question, stretch: Option<Stretch>) -> Query {
    let facts = read_at(question);
    let selected = selected(facts, scope, question);
    let mut query = Query::new("select ");
    for (parts, name) in &selected {
        for part in parts {
            query = query.push(part);
        }
        query = query.push(" as ").push(name).push(", ");
    }
    query = query.push("cast(").push(facts.count);
    query = query.push(" as bigint) as n from ").push(facts.from);
    query = within(query, facts.when, question);
    query = query.push(facts.filter);
    if let Scope::Site(site) = scope {
        query = query.push(" and ").push(facts.site).push(" = ").bind(site);
    } else if let Some(Stretch { first, last }) = stretch {
        query = query
            .push(" and ")
            .push(facts.site)
            .push(" >= ")
            .bind(first);
        query = query.push(" and ").push(facts.site).push(" <= ").bind(last);
    }
    let mut before = " group by ";
    for place in ["1", "2", "3", "4"].iter().take(selected.len()) {
        query = query.push(before).push(place);
        before = ", ";
    }
    query
}

/// Where the facts of a question are read.
fn read_at(question: &Question) -> &'static Facts {
    let (measure, by) = (question.measure(), question.by());
    let spread = measure.spread.as_ref();
    let spread = spread.filter(|spread| by.contains(&spread.column.dimension));
    let (facts, plain) = match spread {
        Some(spread) => (&spread.facts, &spread.plain),
        None => (&measure.facts, &measure.plain),
    };
    let is_plain = |d: &Dimension| {
        d.is_time() || d.is_place() || spread.is_some_and(|s| s.column.dimension == *d)
    };
    let plain = plain.as_ref().filter(|_| by.iter().all(is_plain));
    plain.unwrap_or(facts)
}

/// What is read of each fact: pieces of text to be joined, and a name.
fn selected(
    facts: &Facts,
    scope: Scope,
    question: &Question,
) -> Vec<([&'static str; 3], &'static str)> {
    let mut selected = Vec::new();
    if question.by().iter().any(|d| needs_site(*d, scope)) {
        selected.push((["", facts.site, ""], "site"));
    }
    for (dimension, name) in question.by().iter().zip(NAMES) {
        if dimension.is_time() {
            selected.push((["substr(", facts.when.day(), ", 1, 7)"], name));
        } else if let Some(column) = question.measure().column(*dimension) {
            selected.push((["", column.sql, ""], name));
        }
    }
    selected
}

const NAMES: [&str; MOST_DIMENSIONS] = ["d0", "d1", "d2"];

/// The names of districts mean something only together with their site.
fn needs_site(dimension: Dimension, scope: Scope) -> bool {
    dimension.is_place() || (dimension == Dimension::District && scope == Scope::All)
}

fn within(query: Query, when: When, question: &Question) -> Query {
    let period = question.period();
    match when {
        When::On(day) => query
            .push(" where ")
            .push(day)
            .push(" >= ")
            .bind(period.from)
            .push(" and ")
            .push(day)
            .push(" < ")
            .bind(period.to),
        When::Standing(day) => query.push(" where ").push(day).push(" < ").bind(period.to),
        When::During(from, to) => query
            .push(" where ")
            .push(from)
            .push(" < ")
            .bind(period.to)
            .push(" and (")
            .push(to)
            .push(" is null or ")
            .push(to)
            .push(" >= ")
            .bind(period.from)
            .push(")"),
    }
}

fn fact(row: &Row, scope: Scope, question: &Question, places: &[Place]) -> Result<Fact> {
    let place = if question.by().iter().any(|d| needs_site(*d, scope)) {
        let id: SiteId = row.get("site")?;
        places.iter().find(|place| place.id == id)
    } else {
        None
    };
    let mut codes = Vec::with_capacity(question.by().len());
    for (dimension, name) in question.by().iter().zip(NAMES) {
        codes.push(match dimension {
            Dimension::Site => place.map(|place| place.ags.clone()),
            Dimension::Region => place.and_then(|place| place.region.clone()),
            Dimension::Quarter | Dimension::Year => {
                Some(bucket(*dimension, &row.get::<String>(name)?))
            }
            Dimension::Provider => row.get::<Option<Uuid>>(name)?.map(|id| id.to_string()),
            Dimension::District => district(row.get(name)?, place),
            _ => row.get(name)?,
        });
    }
    Ok(Fact {
        codes,
        n: row.get("n")?,
    })
}

fn district(name: Option<String>, place: Option<&Place>) -> Option<String> {
    match (name, place) {
        (Some(name), Some(place)) => Some(format!("{} {name}", place.ags)),
        (name, _) => name,
    }
}

/// The sites that are looked at, by key.
pub(crate) async fn places(tx: &mut Tx, scope: Scope) -> Result<Vec<Place>> {
    let mut query = Query::new("select id, ags, name, region from sites where kind <> 'programme'");
    if let Scope::Site(site) = scope {
        query = query.push(" and id = ").bind(site);
    }
    let rows = tx.query(&query.push(" order by ags")).await?;
    let place = |row: &Row| {
        Ok(Place {
            id: row.get("id")?,
            ags: row.get("ags")?,
            name: row.get("name")?,
            region: row.get("region")?,
        })
    };
    rows.iter().map(place).collect()
}

/// The providers that are looked at: id and name, with the site's where there are several.
pub(crate) async fn providers(tx: &mut Tx, scope: Scope) -> Result<Vec<(String, String)>> {
    let mut query = Query::new(
        "select p.id, p.name, s.name as site from providers p
         join sites s on s.id = p.site_id",
    );
    if let Scope::Site(site) = scope {
        query = query.push(" where p.site_id = ").bind(site);
    }
    let rows = tx.query(&query.push(" order by p.name, s.ags")).await?;
    let provider = |row: &Row| {
        let (id, name): (Uuid, String) = (row.get("id")?, row.get("name")?);
        let label = match scope {
            Scope::Site(_) => name,
            Scope::All => format!("{name} ({})", row.get::<String>("site")?),
        };
        Ok((id.to_string(), label))
    };
    rows.iter().map(provider).collect()
}

/// A setting of the programme.
pub(crate) async fn setting(tx: &mut Tx, name: &'static str) -> Result<Option<String>> {
    let sql = "select value from settings where name = $1";
    let row = tx.maybe(sql, values![name]).await?;
    row.map(|row| row.get("value")).transpose()
}
