//! Whether rules leave no day without an answer, and none with two.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use super::check::Reader;
use super::raw;
use super::source::Source;
use crate::condition::Condition;
use crate::safe_origin::SafeOrigin;

/// When a version holds, and where it stands.
struct Version<'s, 'f> {
    from: Option<Date>,
    to: Option<Date>,
    source: &'s Source<'f>,
    at: Range<usize>,
}

type Versions<'s, 'f> = BTreeMap<String, Vec<Version<'s, 'f>>>;

macro_rules! collect {
    ($versions:ident, $source:ident, $list:ident, $name:expr) => {
        for entry in &$source.file.$list {
            let raw = entry.get_ref();
            let version = Version {
                from: raw.valid_from,
                to: raw.valid_to,
                source: $source,
                at: entry.span(),
            };
            $versions.entry($name(raw)).or_default().push(version);
        }
    };
}

impl Reader {
    /// Versions of one rule follow each other day on day, in whatever file they stand; every
    /// question is always answered; nothing is declared twice.
    pub(super) fn coverage(&mut self, sources: &[Source<'_>]) {
        let mut versions = Versions::new();
        let mut lists = Versions::new();
        for source in sources {
            collect!(versions, source, rule, |raw: &raw::Rule| format!(
                "{} {}",
                raw.access, raw.row
            ));
            collect!(versions, source, condition, |raw: &raw::Condition| format!(
                "{} {}",
                raw.path, raw.id
            ));
            collect!(versions, source, deadline, |raw: &raw::Deadline| format!(
                "{} „{}“ from {}",
                raw.id, raw.title, raw.start
            ));
            collect!(versions, source, duty, |raw: &raw::Duty| format!(
                "duty {}",
                raw.id
            ));
            collect!(lists, source, safe_origin, |raw: &SafeOrigin| format!(
                "{} on the list {}",
                raw.state, raw.list
            ));
            collect!(lists, source, notice, |raw: &raw::Notice| format!(
                "notice {}",
                raw.id
            ));
        }
        self.seams(versions, true);
        self.seams(lists, false);
        self.twice(sources);
        for source in sources {
            self.names(source);
            self.last_rows(source);
            self.circles(source);
        }
    }

    /// Overlaps and, where a rule must not pause, gaps.
    fn seams(&mut self, versions: Versions<'_, '_>, unbroken: bool) {
        for (name, mut versions) in versions {
            versions.sort_by_key(|version| version.from);
            for pair in versions.windows(2) {
                let seam = seam(&name, pair[0].to, pair[1].from);
                let message = match seam {
                    Some(Seam::Overlap(message)) => message,
                    Some(Seam::Gap(message)) if unbroken => message,
                    Some(Seam::Gap(_)) | None => continue,
                };
                self.problems
                    .push(pair[1].source.problem(&pair[1].at, message));
            }
        }
    }

    /// Questions and paths that are declared a second time.
    fn twice(&mut self, sources: &[Source<'_>]) {
        let mut seen = Vec::new();
        for source in sources {
            let topics = source.file.topic.iter();
            let topics = topics.map(|topic| (&topic.get_ref().id, topic.span()));
            let paths = source.file.path.iter();
            let paths = paths.map(|path| (&path.get_ref().id, path.span()));
            for (id, at) in topics.chain(paths) {
                if seen.contains(&id) {
                    let message = format!("{id} stands twice");
                    self.problems.push(source.problem(&at, message));
                }
                seen.push(id);
            }
        }
    }

    /// Facts that rows name as missing, and what notices are about.
    fn names(&mut self, source: &Source<'_>) {
        for rule in &source.file.rule {
            for missing in &rule.get_ref().missing {
                let key = missing.split(": ").next().unwrap_or(missing);
                if self.rules.fact(key).is_none() {
                    let message = format!("{key} is no fact");
                    self.problems.push(source.problem(&rule.span(), message));
                }
            }
        }
        for notice in &source.file.notice {
            for about in &notice.get_ref().about {
                let known = self.rules.topics.iter().any(|topic| topic.id == *about)
                    || self.rules.paths.iter().any(|path| path.id == *about)
                    || self.rules.deadlines.iter().any(|rule| rule.id == *about)
                    || self.rules.duties.iter().any(|rule| rule.id == *about);
                if !known {
                    let message = format!("no topic, path or deadline has the id {about}");
                    self.problems.push(source.problem(&notice.span(), message));
                }
            }
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
enum Seam {
    Overlap(String),
    Gap(String),
}

fn seam(name: &str, ends: Option<Date>, begins: Option<Date>) -> Option<Seam> {
    let (Some(ends), Some(begins)) = (ends, begins) else {
        return Some(Seam::Overlap(format!("two versions of {name} overlap")));
    };
    let next = crate::days::plus_days(ends, 1);
    match begins.cmp(&next) {
        std::cmp::Ordering::Less => Some(Seam::Overlap(format!(
            "two versions of {name} overlap at {begins}"
        ))),
        std::cmp::Ordering::Greater => Some(Seam::Gap(format!(
            "{name} has a gap from {next} to {begins}"
        ))),
        std::cmp::Ordering::Equal => None,
    }
}
