//! The definitions of all tables, and every statement on both engines.

use std::collections::BTreeSet;

use db::Db;
use teilhabe::house;

use crate::architecture::{files, root};

/// Tables that belong to no site: the programme's own, copied to every node when distributed.
pub(crate) const REFERENCE: &[&str] = house::REFERENCE_TABLES;

pub(crate) struct Table {
    pub(crate) name: String,
    body: String,
}

pub(crate) fn tables() -> Vec<Table> {
    let mut all = Vec::new();
    for migration in house::migrations() {
        for part in migration.sql.split("create table ").skip(1) {
            let (name, rest) = part.split_once(" (").unwrap();
            let body = rest.split_once("\n);").unwrap().0;
            all.push(Table {
                name: name.to_owned(),
                body: body.to_owned(),
            });
        }
    }
    all
}

fn first_column<'a>(line: &'a str, opening: &str) -> Option<&'a str> {
    let inside = line.split_once(opening)?.1;
    inside.split([',', ')']).next().map(str::trim)
}

#[test]
fn the_site_leads_every_key_of_a_sites_table() {
    for table in tables()
        .iter()
        .filter(|table| !REFERENCE.contains(&table.name.as_str()))
    {
        let single = table.body.contains("site_id uuid primary key");
        assert!(
            table.body.trim_start().starts_with("site_id uuid"),
            "{}",
            table.name
        );
        assert!(
            single || table.body.contains("primary key (site_id"),
            "{}: the primary key must begin with site_id",
            table.name
        );
        for line in table.body.lines().map(str::trim) {
            for opening in ["unique (", "foreign key ("] {
                if let Some(column) = first_column(line, opening) {
                    assert_eq!(column, "site_id", "{}: {line}", table.name);
                }
            }
            assert!(
                !line.contains(" unique"),
                "{}: {line} has no site",
                table.name
            );
        }
    }
}

#[test]
fn sites_tables_refer_to_each_other_with_the_site() {
    let local: BTreeSet<String> = tables()
        .into_iter()
        .map(|table| table.name)
        .filter(|name| !REFERENCE.contains(&name.as_str()))
        .collect();
    for table in tables() {
        for line in table
            .body
            .lines()
            .filter(|line| line.contains("references "))
        {
            let target = line
                .split_once("references ")
                .unwrap()
                .1
                .split(' ')
                .next()
                .unwrap();
            let with_site = line.contains(&format!("references {target} (site_id"));
            assert!(
                !local.contains(target) || with_site,
                "{}: {line}",
                table.name
            );
            assert!(!REFERENCE.contains(&table.name.as_str()) || !local.contains(target));
            assert!(!line.contains("set null"), "{}: {line}", table.name);
        }
    }
}

#[test]
fn nothing_distributed_has_a_trigger() {
    assert!(
        house::migrations()
            .iter()
            .all(|step| !step.sql.contains("create trigger"))
    );
}

const VERBS: [&str; 5] = [
    "select ",
    "insert into ",
    "update ",
    "delete from ",
    "with ",
];

/// Sources that run with the program, each with its text.
fn sources() -> Vec<(String, String)> {
    files(&root().join("crates"), &[".rs"])
        .into_iter()
        .map(|path| {
            let shown = path.strip_prefix(root()).unwrap().display().to_string();
            (shown, std::fs::read_to_string(&path).unwrap())
        })
        .filter(|(shown, _)| {
            let is_test = ["/tests", "testing", "scene.rs"]
                .iter()
                .any(|part| shown.contains(part));
            !is_test && !shown.starts_with("crates/db/")
        })
        .collect()
}

/// String literals of the sources that are whole statements.
pub(crate) fn statements() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (shown, text) in sources() {
        for literal in literals(&text) {
            let is_part = (literal.starts_with("select ") && !literal.contains(" from"))
                || ["values", "=", "(", ","]
                    .iter()
                    .any(|end| literal.trim().ends_with(end))
                || is_begun(&text, &literal);
            if VERBS.iter().any(|verb| literal.starts_with(verb)) && !is_part {
                found.push((shown.clone(), unfold(&literal)));
            }
        }
    }
    found
}

/// Whether a statement is put together from this beginning, as it stands or by its name.
fn is_begun(text: &str, literal: &str) -> bool {
    let Some(before) = text.split(literal).next() else {
        return false;
    };
    let before = before.trim_end_matches('"').trim_end();
    let name = before
        .rsplit_once("const ")
        .and_then(|(_, rest)| rest.split_once(": &str ="))
        .filter(|(_, rest)| rest.is_empty())
        .map(|(name, _)| name);
    before.ends_with("Query::new(") || name.is_some_and(|name| text.contains(&format!("({name}")))
}

/// The parts from which sources put statements together.
pub(crate) fn pieces() -> Vec<(String, String)> {
    const WITHIN: [&str; 8] = [
        "and", "or", "from", "join", "left", "where", "order", "group",
    ];
    let mut found = Vec::new();
    for (shown, text) in sources() {
        if !text.contains("Query::new(") {
            continue;
        }
        for literal in literals(&text) {
            let word = literal.trim_start_matches([')', ' ']).split(' ').next();
            let is_within =
                literal.starts_with([' ', ')']) && word.is_some_and(|word| WITHIN.contains(&word));
            let is_head = VERBS.iter().any(|verb| literal.starts_with(verb));
            if is_within || (is_head && !literal.starts_with("insert ")) {
                found.push((shown.clone(), unfold(&literal)));
            }
        }
    }
    found
}

fn literals(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut current: Option<String> = None;
    let mut escaped = false;
    for c in text.chars() {
        match (&mut current, c) {
            (None, '"') => current = Some(String::new()),
            (None, _) => {}
            (Some(literal), '"') if !escaped => {
                all.push(std::mem::take(literal));
                current = None;
            }
            (Some(literal), c) => {
                literal.push(c);
                escaped = c == '\\' && !escaped;
            }
        }
    }
    all
}

pub(crate) fn unfold(literal: &str) -> String {
    literal
        .replace("\\\n", " ")
        .replace("\\\"", "\"")
        .replace("\\u{1d}", "\u{1d}")
        .replace("\\u{1e}", "\u{1e}")
        .replace("\\u{1f}", "\u{1f}")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

async fn unprepared(db: &Db) -> Vec<String> {
    db.migrate(&house::migrations()).await.unwrap();
    let mut refused = Vec::new();
    for (file, statement) in statements() {
        let mut tx = db.write().await.unwrap();
        if let Err(error) = tx.prepare(&statement).await {
            refused.push(format!("{file}: {error}\n    {statement}"));
        }
    }
    refused
}

#[tokio::test]
async fn every_statement_is_understood_by_sqlite() {
    assert!(statements().len() > 50, "the statements are found");
    let refused = unprepared(&Db::open("sqlite::memory:").await.unwrap()).await;
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[tokio::test]
async fn every_statement_is_understood_by_postgresql() {
    #[expect(
        clippy::disallowed_methods,
        reason = "the test runner hands over its server"
    )]
    let Ok(url) = std::env::var("TEILHABE_TEST_POSTGRES") else {
        return;
    };
    let schema = format!("statements_{}", std::process::id());
    let refused = unprepared(&Db::open_schema(&url, &schema).await.unwrap()).await;
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}
