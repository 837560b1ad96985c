use std::collections::BTreeMap;

use db::{Db, Engine, Query, Result, Row, Tx};
use futures_util::future::try_join_all;
use platform::SiteId;
use uuid::Uuid;

use super::{Dimension, Question, Scope};

mod certificates;
mod statement;
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
    for facts in statement::read_at(question) {
        let statement = statement::of(tx.engine(), facts, scope, question, stretch);
        let rows = tx.query_much(&statement.query).await?;
        let told = rows.iter().map(|row| told(row, statement.columns));
        let told = told.collect::<Result<Vec<Told>>>()?;
        let weighed = facts.weight.is_some();
        counted.extend(tally::tally(&told, weighed, scope, question, places)?);
    }
    Ok(summed(counted))
}

/// What was found at a site, or at all together, so many times: in each text the weights or the
/// codes of all facts, parted by [`NEXT`].
struct Told {
    site: Option<SiteId>,
    columns: Vec<String>,
    times: i64,
}

/// What parts the facts of a text. No text that people type holds it.
const NEXT: char = '\u{1e}';

fn told(row: &Row, columns: &[&str]) -> Result<Told> {
    Ok(Told {
        site: row.get("site")?,
        columns: columns
            .iter()
            .map(|name| row.get(name))
            .collect::<Result<_>>()?,
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

/// The names of districts mean something only together with their site.
fn needs_site(dimension: Dimension, scope: Scope) -> bool {
    dimension.is_place() || (dimension == Dimension::District && scope == Scope::All)
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
