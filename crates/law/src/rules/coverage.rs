//! Whether rules leave no day without an answer, and none with two.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::check::Reader;
use super::source::Source;
use crate::condition::Condition;

impl Reader {
    /// Versions of one rule follow each other day on day; every question is always answered.
    pub(super) fn coverage(&mut self, sources: &[Source<'_>]) {
        for source in sources {
            let rows = source.file.rule.iter().map(|rule| {
                let raw = rule.get_ref();
                (
                    format!("{} {}", raw.access, raw.row),
                    raw.valid_from,
                    raw.valid_to,
                    rule.span(),
                )
            });
            let conditions = source.file.condition.iter().map(|condition| {
                let raw = condition.get_ref();
                (
                    format!("{} {}", raw.path, raw.id),
                    raw.valid_from,
                    raw.valid_to,
                    condition.span(),
                )
            });
            let mut versions: BTreeMap<String, Vec<_>> = BTreeMap::new();
            for (name, from, to, at) in rows.chain(conditions) {
                versions.entry(name).or_default().push((from, to, at));
            }
            for (name, mut versions) in versions {
                versions.sort_by_key(|version| version.0);
                for pair in versions.windows(2) {
                    if let Some(message) = seam(&name, pair[0].1, pair[1].0) {
                        self.problems.push(source.problem(&pair[1].2, message));
                    }
                }
            }
            self.last_rows(source);
            self.circles(source);
        }
    }

    /// Questions may ask other questions, but never come back to themselves.
    fn circles(&mut self, source: &Source<'_>) {
        for topic in &source.file.topic {
            let id = topic.get_ref().id.as_str();
            let mut reached: Vec<&str> = self.asked_by(id);
            let mut next = 0;
            while next < reached.len() && !reached.contains(&id) {
                for asked in self.asked_by(reached[next]) {
                    if !reached.contains(&asked) {
                        reached.push(asked);
                    }
                }
                next += 1;
            }
            let unknown = reached
                .iter()
                .find(|asked| !self.rules.topics.iter().any(|t| t.id == **asked));
            let message = match unknown {
                Some(asked) => format!("{id} asks {asked}, which is no topic"),
                None if reached.contains(&id) => format!("{id} asks itself in a circle"),
                None => continue,
            };
            self.problems.push(source.problem(&topic.span(), message));
        }
    }

    fn asked_by(&self, id: &str) -> Vec<&str> {
        let rows = self
            .rules
            .topics
            .iter()
            .filter(|topic| topic.id == id)
            .flat_map(|t| &t.rows);
        rows.flat_map(|row| &row.when)
            .flat_map(Condition::asks)
            .collect()
    }

    fn last_rows(&mut self, source: &Source<'_>) {
        for topic in &source.file.topic {
            let id = &topic.get_ref().id;
            let rows = self.rules.topics.iter().find(|topic| topic.id == *id);
            let last = rows.and_then(|topic| topic.rows.last());
            let always = last.is_some_and(|row| {
                row.when.is_empty() && row.law.valid_from.is_none() && row.law.valid_to.is_none()
            });
            if !always {
                let message = format!("{id} has no last row that always answers");
                self.problems.push(source.problem(&topic.span(), message));
            }
        }
    }
}

/// What is wrong between the end of one version and the begin of the next.
fn seam(name: &str, ends: Option<Date>, begins: Option<Date>) -> Option<String> {
    let (Some(ends), Some(begins)) = (ends, begins) else {
        return Some(format!("two versions of {name} overlap"));
    };
    let next = crate::days::plus_days(ends, 1);
    match begins.cmp(&next) {
        std::cmp::Ordering::Less => Some(format!("two versions of {name} overlap at {begins}")),
        std::cmp::Ordering::Greater => Some(format!("{name} has a gap from {next} to {begins}")),
        std::cmp::Ordering::Equal => None,
    }
}
