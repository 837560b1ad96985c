//! Table definitions, written with PostgreSQL's type names and told to SQLite in its own.

/// The same definition in SQLite's words: `uuid` and `bytea` are blobs, `bigint` and `boolean`
/// integers, and every table is strict.
pub fn for_sqlite(ddl: &str) -> String {
    let mut out = String::with_capacity(ddl.len() + 64);
    let mut word = String::new();
    let mut in_table = false;
    for c in ddl.chars().chain(std::iter::once('\n')) {
        if c.is_ascii_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        in_table |= word == "table";
        out.push_str(sqlite_word(&word));
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

fn sqlite_word(word: &str) -> &str {
    match word {
        "uuid" | "bytea" => "blob",
        "bigint" | "boolean" => "integer",
        other => other,
    }
}
