//! Table definitions, written with PostgreSQL's type names and told to each engine in its words.

use crate::Engine;

/// SQLite knows `uuid` and `bytea` as blobs, `bigint` and `boolean` as integers, and every table is
/// strict. PostgreSQL orders text by its bytes, as SQLite does.
pub(crate) fn told_to(engine: Engine, ddl: &str) -> String {
    let mut out = String::with_capacity(ddl.len() + 64);
    let mut word = String::new();
    let mut in_table = false;
    for c in ddl.chars().chain(std::iter::once('\n')) {
        if c.is_ascii_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        in_table |= word == "table" && engine == Engine::Sqlite;
        out.push_str(known_to(engine, &word));
        word.clear();
        if c == ';' && in_table {
            if out.ends_with(')') {
                out.push_str(" strict");
            }
            in_table = false;
        }
        out.push(c);
    }
    out
}

fn known_to(engine: Engine, word: &str) -> &str {
    match (engine, word) {
        (Engine::Sqlite, "uuid" | "bytea") => "blob",
        (Engine::Sqlite, "bigint" | "boolean") => "integer",
        (Engine::Postgres, "text") => "text collate \"C\"",
        (_, other) => other,
    }
}
