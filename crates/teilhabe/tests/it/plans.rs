//! No statement reads a site's table from end to end, and what a list cuts short comes ordered out
//! of an index: told by both engines, for every statement there is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use db::{Db, Migration};
use platform::Clock;
use platform::testing::NOW;
use teilhabe::config::Config;
use teilhabe::{demo, house};

use crate::schema::{REFERENCE, pieces, statements, tables, unfold};
use crate::tour;

mod reading;
mod reviewed;

use reading::{Step, sqlite, steps};
use reviewed::{FEW, FOR_SPEED, WHOLE};

/// Whether this is a table that grows with the cases of a site.
fn is_large(name: &str) -> bool {
    static LARGE: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let names = tables().into_iter().map(|table| table.name);
        names
            .filter(|name| !REFERENCE.contains(&name.as_str()) && !FEW.contains(&name.as_str()))
            .collect()
    });
    LARGE.contains(name)
}

/// What is wrong with a plan.
fn complaint(plan: &[String], sql: &str) -> Option<String> {
    let steps = steps(plan, sql);
    let cut_short = sql.contains(" order by ") && sql.contains(" limit ") && !sorts(plan, sql);
    steps.iter().find_map(|step| match step {
        Step::Scan(name) if is_large(name) => Some(format!("all of {name}")),
        Step::Search(name, by) if is_large(name) && !cut_short => by
            .iter()
            .all(|column| column == "site_id")
            .then(|| format!("all {name} of a site")),
        Step::Scan(_) | Step::Search(..) | Step::Sort => None,
    })
}

/// Whether rows are sorted before they are cut short. Those that were cut short in brackets may be
/// put into their order once more: SQLite does it after it has read them, PostgreSQL says it first.
fn sorts(plan: &[String], sql: &str) -> bool {
    let lines = plan.iter().map(|line| line.trim());
    let routine = lines
        .clone()
        .find_map(|line| line.strip_prefix("CO-ROUTINE "));
    let Some(name) = routine else {
        let again = usize::from(sql.rfind(" limit ") < sql.rfind(" order by "));
        let sorts = steps(plan, sql)
            .into_iter()
            .filter(|step| *step == Step::Sort);
        return sorts.count() > again;
    };
    let mut inside = lines.take_while(|line| *line != format!("SCAN {name}"));
    inside.any(|line| sqlite(line) == Some(Step::Sort))
}

/// Every statement: those that stand whole in the sources, and those that are put together, as a
/// tour through all pages heard them.
async fn all() -> BTreeSet<String> {
    let mut all: BTreeSet<String> = statements().into_iter().map(|(_, sql)| sql).collect();
    all.extend(tour::heard().await);
    all.retain(|sql| !sql.starts_with("insert into "));
    all
}

async fn complaints(db: &Db, all: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for sql in all {
        let mut tx = db.write().await.unwrap();
        let plan = tx
            .explain(sql)
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
        if let Some(wrong) = complaint(&plan, sql) {
            let told = format!("{wrong}:\n  {sql}\n    {}", plan.join("\n    "));
            found.insert(sql.clone(), told);
        }
    }
    found
}

fn is_reviewed(sql: &str) -> bool {
    WHOLE.iter().any(|(part, _)| sql.contains(part))
}

async fn judge(db: &Db) {
    let found = complaints(db, &all().await).await;
    let wrong: Vec<String> = found
        .iter()
        .filter(|(sql, _)| !is_reviewed(sql))
        .map(|(_, told)| told.clone())
        .collect();
    assert!(
        wrong.is_empty(),
        "{} statements read\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[expect(
    clippy::disallowed_methods,
    reason = "the test runner hands over its server"
)]
fn server() -> Option<String> {
    std::env::var("TEILHABE_TEST_POSTGRES").ok()
}

#[tokio::test]
async fn every_list_has_its_index_in_sqlite() {
    let db = Db::open("sqlite::memory:").await.unwrap();
    db.migrate(&house::migrations()).await.unwrap();
    judge(&db).await;
}

#[tokio::test]
async fn every_list_has_its_index_in_postgresql() {
    let Some(server) = server() else {
        return;
    };
    let schema = format!("plans_{}", std::process::id());
    Db::open_schema(&server, &schema).await.unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut config = Config::in_folder(dir.path(), ([127, 0, 0, 1], 0).into());
    config.database = format!("{server}&options=-c%20search_path%3D{schema}");
    let now = Clock::Fixed(NOW.parse().unwrap());
    let app = house::open(&config, now, Vec::new()).await.unwrap();
    demo::ensure(&app, 1_080).await.unwrap();
    enlarge(&app.db).await;
    judge(&app.db).await;
}

/// Has PostgreSQL count its rows, and then take each for a thousand.
async fn enlarge(db: &Db) {
    let tables = tables();
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    let mut script = format!("analyze {};", names.join(", "));
    script += "update pg_class set reltuples = reltuples * 1000 where reltuples > 0
        and relnamespace = current_schema()::regnamespace;";
    let mut steps = house::migrations();
    steps.push(Migration {
        name: "test/enlarge",
        sql: Box::leak(script.into_boxed_str()),
    });
    db.migrate(&steps).await.unwrap();
}

#[tokio::test]
async fn what_may_read_all_still_does() {
    let db = Db::open("sqlite::memory:").await.unwrap();
    db.migrate(&house::migrations()).await.unwrap();
    let found = complaints(&db, &all().await).await;
    for (part, reason) in WHOLE {
        assert!(
            found.keys().any(|sql| sql.contains(part)),
            "not needed any more: {part} ({reason})"
        );
    }
}

/// The names of the indexes that migrations make on large tables.
fn indexes() -> Vec<String> {
    let mut names = Vec::new();
    for migration in house::migrations() {
        for word in ["create index ", "create unique index "] {
            for rest in migration.sql.split(word).skip(1) {
                let words: Vec<&str> = rest.split(' ').take(3).collect();
                if let [name, "on", table] = words[..]
                    && is_large(table)
                {
                    names.push(name.to_owned());
                }
            }
        }
    }
    names
}

/// The schema without one index.
fn without(index: &str) -> Vec<Migration> {
    let strip = |sql: &str| {
        let kept = sql.split_inclusive(';').filter(|statement| {
            let made = statement.contains("create index ") || statement.contains("create unique ");
            !(made && statement.split_whitespace().any(|word| word == index))
        });
        kept.collect::<String>()
    };
    house::migrations()
        .into_iter()
        .map(|migration| Migration {
            sql: Box::leak(strip(migration.sql).into_boxed_str()),
            ..migration
        })
        .collect()
}

#[tokio::test]
async fn a_missing_index_is_noticed() {
    if server().is_some() {
        return;
    }
    let all = all().await;
    let mut unlike = Vec::new();
    for index in indexes() {
        let db = Db::open("sqlite::memory:").await.unwrap();
        db.migrate(&without(&index)).await.unwrap();
        let found = complaints(&db, &all).await;
        let is_noticed = found.keys().any(|sql| !is_reviewed(sql));
        let is_known = FOR_SPEED.iter().any(|(name, _)| *name == index);
        if is_noticed == is_known {
            unlike.push(index);
        }
    }
    assert!(unlike.is_empty(), "{unlike:?}");
}

#[tokio::test]
async fn every_index_serves_a_statement() {
    let db = Db::open("sqlite::memory:").await.unwrap();
    db.migrate(&house::migrations()).await.unwrap();
    let mut plans = String::new();
    for sql in all().await {
        let plan = db.write().await.unwrap().explain(&sql).await.unwrap();
        plans += &plan.join("\n");
    }
    let mut idle = indexes();
    idle.retain(|index| !plans.contains(index.as_str()));
    assert!(idle.is_empty(), "{idle:?}");
}

#[tokio::test]
async fn every_part_of_a_statement_was_heard_on_the_tour() {
    let all = all().await;
    let deaf: Vec<String> = pieces()
        .into_iter()
        .filter(|(_, piece)| !all.iter().any(|sql| sql.contains(piece.trim())))
        .map(|(file, piece)| format!("{file}: {piece}"))
        .collect();
    assert!(
        deaf.is_empty(),
        "no page of the tour runs these parts; let it visit one that does:\n{}",
        deaf.join("\n")
    );
}

#[test]
fn plans_of_both_engines_are_read_alike() {
    let sql = unfold("select 1 from cases c join persons p on p.id = c.person_id");
    let told = |lines: &[&str]| {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        steps(&lines, &sql)
    };
    let by = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let expected = [
        Step::Sort,
        Step::Search("cases".to_owned(), by(&["site_id", "opened_on"])),
        Step::Scan("persons".to_owned()),
    ];
    let sqlite = [
        "USE TEMP B-TREE FOR ORDER BY",
        "SEARCH c USING INDEX cases_by_opening (site_id=? AND opened_on<?)",
        "SCAN p",
    ];
    let postgres = [
        "Sort",
        "  Sort Key: c.opened_on",
        "  ->  Nested Loop",
        "        ->  Index Scan Backward using cases_by_opening on cases c",
        "              Index Cond: ((site_id = $1) AND (opened_on < $2))",
        "        ->  Seq Scan on persons p",
    ];
    assert_eq!(told(&sqlite), expected);
    assert_eq!(told(&postgres), expected);
}
