//! What the plans of both engines say, in the same words.

use std::collections::{BTreeMap, BTreeSet};

/// How a plan gets at a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// From end to end.
    Scan(String),
    /// By these columns.
    Search(String, BTreeSet<String>),
    Sort,
}

pub(super) fn steps(plan: &[String], sql: &str) -> Vec<Step> {
    let names = aliases(sql);
    let table = |name: &str| names.get(name).cloned().unwrap_or_else(|| name.to_owned());
    let mut steps: Vec<Step> = Vec::new();
    for line in plan
        .iter()
        .map(|line| line.trim().trim_start_matches("->").trim())
    {
        if let Some(step) = sqlite(line).or_else(|| postgres(line)) {
            steps.push(match step {
                Step::Scan(name) => Step::Scan(table(&name)),
                Step::Search(name, by) => Step::Search(table(&name), by),
                Step::Sort => Step::Sort,
            });
        }
        let bound = ["Index Cond: ", "Recheck Cond: "];
        if let Some(condition) = bound.iter().find_map(|head| line.strip_prefix(head))
            && let Some(Step::Scan(table)) = steps.last().cloned()
        {
            steps.pop();
            steps.push(Step::Search(table, columns(condition)));
        }
    }
    steps
}

/// `SEARCH c USING INDEX cases_by_opening (site_id=? AND opened_on<?)`
pub(super) fn sqlite(line: &str) -> Option<Step> {
    let mut words = line.split(' ');
    match (words.next()?, words.next()?) {
        ("SCAN", "CONSTANT") => None,
        ("SCAN", name) => Some(Step::Scan(name.to_owned())),
        ("SEARCH", name) => {
            let by = line.rsplit_once(" (").map_or("", |(_, by)| by);
            Some(Step::Search(name.to_owned(), columns(by)))
        }
        ("USE", "TEMP") => line.ends_with("FOR ORDER BY").then_some(Step::Sort),
        _ => None,
    }
}

/// `Index Scan Backward using cases_by_opening on cases c`; its condition stands below it.
fn postgres(line: &str) -> Option<Step> {
    if line == "Sort" {
        return Some(Step::Sort);
    }
    let is_scan = [
        "Seq Scan on ",
        "Index Scan ",
        "Index Only Scan ",
        "Bitmap Heap Scan on ",
    ]
    .iter()
    .any(|kind| line.starts_with(kind));
    let (_, named) = line.split_once(" on ")?;
    is_scan.then(|| Step::Scan(named.split(' ').next_back().unwrap_or(named).to_owned()))
}

/// The columns of `(site_id=? AND token=?)` or `((site_id = $1) AND (id = c.person_id))`.
fn columns(condition: &str) -> BTreeSet<String> {
    condition
        .split(" AND ")
        .filter_map(|part| {
            part.trim_start_matches(['(', '<'])
                .split(|c: char| !c.is_ascii_alphabetic() && c != '_')
                .next()
        })
        .filter(|name| !name.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// What the tables of a statement are called in it.
fn aliases(sql: &str) -> BTreeMap<String, String> {
    let words: Vec<&str> = sql
        .split(|c: char| c.is_whitespace() || "(),".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    let mut names = BTreeMap::new();
    for three in words.windows(3) {
        if matches!(three[0], "from" | "join" | "update" | "into") {
            names.insert(three[2].to_owned(), three[1].to_owned());
        }
    }
    names
}
