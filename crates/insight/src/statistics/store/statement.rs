//! The statement that reads the facts of a question.

use db::{Engine, Query};

use super::super::measure::Facts;
use super::super::{Dimension, Question, Scope, When};
use super::{Stretch, needs_site};

/// Rows of `site`, `times` and these columns.
pub(super) struct Statement {
    pub query: Query,
    pub columns: &'static [&'static str],
}

/// What a fact weighs, where that is not always one, and its codes, of up to three dimensions.
const COLUMNS: [&str; 4] = ["told_1", "told_2", "told_3", "told_4"];

/// The facts that are counted.
pub(super) fn of(
    engine: Engine,
    facts: &Facts,
    scope: Scope,
    question: &Question,
    stretch: Option<Stretch>,
) -> Statement {
    let by_place = question.by().iter().any(|d| needs_site(*d, scope));
    let told = told(facts, question);
    let columns = &COLUMNS[..told.len()];
    let shape = shape(engine, by_place, columns);
    let mut query = Query::new("select ").push(shape.begin);
    for (pieces, name) in told.into_iter().zip(columns) {
        query = pieces
            .into_iter()
            .fold(query.push(", ").push(shape.open), Query::push);
        query = query.push(shape.close).push(name);
    }
    query = query.push(" from ").push(shape.sites).push(facts.from);
    query = within(query, facts.when, question);
    query = query.push(" and ").push(shape.joined).push(facts.filter);
    query = of_sites(query, shape.site, scope, stretch);
    for (place, grouped) in shape.grouped.into_iter().enumerate() {
        query = query.push(if place == 0 { " group by " } else { ", " });
        query = query.push(grouped);
    }
    Statement { query, columns }
}

/// The parts of a statement in which the engines differ.
struct Shape {
    begin: &'static str,
    /// Around each column.
    open: &'static str,
    close: &'static str,
    sites: &'static str,
    joined: &'static str,
    site: &'static str,
    grouped: Vec<&'static str>,
}

/// PostgreSQL counts equal facts, on all cores, and by site only where that matters. SQLite, which
/// reads much faster than it counts, goes from site to site and hands over what is told of all
/// facts of each, a text for each column.
fn shape(engine: Engine, by_place: bool, columns: &'static [&'static str]) -> Shape {
    match engine {
        Engine::Sqlite => Shape {
            begin: if columns.is_empty() {
                "s.id as site, count(*) as times"
            } else {
                "s.id as site, 1 as times"
            },
            open: "string_agg(",
            close: ", '\u{1e}') as ",
            sites: "sites s cross join ",
            joined: "c.site_id = s.id",
            site: "s.id",
            grouped: vec!["s.id"],
        },
        Engine::Postgres => {
            let (begin, site): (_, &[&str]) = if by_place {
                ("c.site_id as site, count(*) as times", &["c.site_id"])
            } else {
                ("cast(null as uuid) as site, count(*) as times", &[])
            };
            Shape {
                begin,
                open: "",
                close: " as ",
                sites: "",
                joined: "true",
                site: "c.site_id",
                grouped: [site, columns].concat(),
            }
        }
    }
}

/// Where the facts of a question are read.
pub(super) fn read_at(question: &Question) -> impl Iterator<Item = &'static Facts> {
    let (measure, by) = (question.measure(), question.by());
    let spread = measure.spread.as_ref();
    let spread = spread.filter(|spread| by.contains(&spread.column.dimension));
    let facts = spread.map_or(measure.facts, |spread| spread.facts);
    let of_unit = |dimension| measure.columns.iter().any(|c| c.dimension == dimension);
    let asks_unit = by.iter().any(|dimension| of_unit(*dimension));
    let alone = move |facts: &'static Facts| facts.alone.filter(|_| !asks_unit);
    facts.iter().map(move |facts| alone(facts).unwrap_or(facts))
}

/// What is told of a fact, each as pieces of text to be joined; places are known without.
fn told(facts: &Facts, question: &Question) -> Vec<[&'static str; 3]> {
    let weight = facts.weight.map(|weight| ["", weight, ""]);
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

fn of_sites(query: Query, column: &'static str, scope: Scope, stretch: Option<Stretch>) -> Query {
    let and = |query: Query, is| query.push(" and ").push(column).push(is);
    match (scope, stretch) {
        (Scope::Site(site), _) => and(query, " = ").bind(site),
        (Scope::All, Some(Stretch { first, last })) => {
            and(and(query, " >= ").bind(first), " <= ").bind(last)
        }
        (Scope::All, None) => query,
    }
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
