use std::collections::BTreeMap;

use db::{Db, Engine, Query, Result, Row, Tx};
use futures_util::future::try_join_all;
use platform::SiteId;
use uuid::Uuid;

use super::measure::Facts;
use super::{Dimension, Question, Scope, When};

mod certificates;
mod tally;

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
/// reads on one core.
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
    Ok(summed(try_join_all(each).await?.into_iter().flatten()))
}

async fn counted(
    tx: &mut Tx,
    scope: Scope,
    question: &Question,
    places: &[Place],
    stretch: Option<Stretch>,
) -> Result<Vec<Fact>> {
    let mut counted = Vec::new();
    for facts in read_at(question) {
        let query = query(tx.engine(), facts, scope, question, stretch);
        let rows = tx.query_much(&query).await?;
        let told = rows.iter().map(told).collect::<Result<Vec<Told>>>()?;
        let weighed = is_weighed(facts, question);
        counted.extend(tally::tally(&told, weighed, scope, question, places)?);
    }
    Ok(summed(counted))
}

fn told(row: &Row) -> Result<Told> {
    Ok(Told {
        site: row.get("site")?,
        facts: row.get("facts")?,
        times: row.get("times")?,
    })
}

/// Facts of the same codes made one.
fn summed(facts: impl IntoIterator<Item = Fact>) -> Vec<Fact> {
    let mut sums: BTreeMap<Vec<Option<String>>, i64> = BTreeMap::new();
    for fact in facts {
        *sums.entry(fact.codes).or_default() += fact.n;
    }
    let sums = sums.into_iter();
    sums.map(|(codes, n)| Fact { codes, n }).collect()
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

/// Facts of a site, or of all together, parted by [`NEXT_FACT`], each of which was found so many
/// times. A fact is what it weighs, where that is told, and its codes, parted by [`NEXT_CODE`].
pub(crate) struct Told {
    pub site: Option<SiteId>,
    pub facts: String,
    pub times: i64,
}

/// The facts that are counted.
pub(crate) fn query(
    engine: Engine,
    facts: &Facts,
    scope: Scope,
    question: &Question,
    stretch: Option<Stretch>,
) -> Query {
    let by_place = question.by().iter().any(|d| needs_site(*d, scope));
    let shape = shape(engine, by_place);
    let mut query = Query::new("select ").push(shape.begin);
    for (place, pieces) in pieces(facts, question).into_iter().enumerate() {
        query = query.push(if place == 0 { "" } else { " || '\u{1f}' || " });
        query = pieces.into_iter().fold(query, Query::push);
    }
    query = within(
        query.push(shape.from).push(facts.from),
        facts.when,
        question,
    );
    query = query.push(" and ").push(shape.joined).push(facts.filter);
    if let Scope::Site(site) = scope {
        query = query.push(" and ").push(shape.site).push(" = ").bind(site);
    } else if let Some(Stretch { first, last }) = stretch {
        query = query
            .push(" and ")
            .push(shape.site)
            .push(" >= ")
            .bind(first);
        query = query.push(" and ").push(shape.site).push(" <= ").bind(last);
    }
    query.push(" group by ").push(shape.grouped)
}

/// The parts of a statement in which the engines differ.
struct Shape {
    begin: &'static str,
    from: &'static str,
    joined: &'static str,
    site: &'static str,
    grouped: &'static str,
}

/// PostgreSQL counts equal facts, on all cores, and by site only where that matters. SQLite, which
/// reads much faster than it counts, goes from site to site and hands over all facts of each in one
/// text.
fn shape(engine: Engine, by_place: bool) -> Shape {
    let on_server = |begin, grouped| Shape {
        begin,
        from: " as facts from ",
        joined: "true",
        site: "c.site_id",
        grouped,
    };
    match (engine, by_place) {
        (Engine::Sqlite, _) => Shape {
            begin: "s.id as site, 1 as times, string_agg(",
            from: ", '\u{1e}') as facts from sites s cross join ",
            joined: "c.site_id = s.id",
            site: "s.id",
            grouped: "s.id",
        },
        (Engine::Postgres, true) => {
            on_server("c.site_id as site, count(*) as times, ", "c.site_id, facts")
        }
        (Engine::Postgres, false) => {
            on_server("cast(null as uuid) as site, count(*) as times, ", "facts")
        }
    }
}

/// What parts the facts of a site, and the codes of a fact. No text that people type holds these.
const NEXT_FACT: char = '\u{1e}';
const NEXT_CODE: char = '\u{1f}';

/// Where the facts of a question are read.
fn read_at(question: &Question) -> impl Iterator<Item = &'static Facts> {
    let (measure, by) = (question.measure(), question.by());
    let spread = measure.spread.as_ref();
    let spread = spread.filter(|spread| by.contains(&spread.column.dimension));
    let facts = spread.map_or(measure.facts, |spread| spread.facts);
    let of_unit = |dimension| measure.columns.iter().any(|c| c.dimension == dimension);
    let asks_unit = by.iter().any(|dimension| of_unit(*dimension));
    let alone = move |facts: &'static Facts| facts.alone.filter(|_| !asks_unit);
    facts.iter().map(move |facts| alone(facts).unwrap_or(facts))
}

/// Whether a fact says what it weighs: where that is not always one, and where it says nothing else.
fn is_weighed(facts: &Facts, question: &Question) -> bool {
    facts.weight.is_some() || question.by().iter().all(|dimension| dimension.is_place())
}

/// What a fact says, each as pieces of text to be joined; places are known without.
fn pieces(facts: &Facts, question: &Question) -> Vec<[&'static str; 3]> {
    let weight = is_weighed(facts, question).then_some(["", facts.weight.unwrap_or("'1'"), ""]);
    let code = |dimension: &Dimension| {
        if dimension.is_time() {
            return Some(["substr(", facts.when.day(), ", 1, 7)"]);
        }
        let column = question.measure().column(*dimension)?;
        Some(["coalesce(", column.sql, ", '')"])
    };
    let codes = question.by().iter().filter_map(code);
    weight.into_iter().chain(codes).collect()
}

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
