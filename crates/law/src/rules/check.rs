//! Reading rule files and refusing what is wrong in them, with file and line.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;

use super::raw::File;
use super::source::{Source, line};
use super::{EMBEDDED, Problem, Rules};
use crate::condition::{Condition, Names, group_named};

/// Checks one rule file; the name says which of the embedded files it replaces.
///
/// Refused are unknown keys, codes, facts and conditions, rules without provision, unknown marks,
/// overlaps and gaps between versions of one rule, and questions without a last row that always
/// answers.
pub fn validate(text: &str, filename: &str) -> Vec<Problem> {
    let files: Vec<_> = EMBEDDED
        .iter()
        .map(|(name, embedded)| (*name, if *name == filename { text } else { embedded }))
        .chain((!EMBEDDED.iter().any(|(name, _)| *name == filename)).then_some((filename, text)))
        .collect();
    Rules::parse(&files).err().unwrap_or_default()
}

impl Rules {
    pub(super) fn parse(files: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut parsed = Vec::new();
        for (name, text) in files {
            match toml::from_str::<File>(text) {
                Ok(file) => parsed.push(Source { name, text, file }),
                Err(error) => {
                    let at = error.span().unwrap_or(0..0);
                    let message = error.message().replace('\n', " ");
                    problems.push(Problem::new(name, line(text, &at), message));
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut reader = Reader {
            rules: Rules::default(),
            problems,
        };
        reader.lists(&parsed);
        for source in &parsed {
            reader.topics(source);
        }
        for source in &parsed {
            reader.rules_of(source);
        }
        reader.coverage(&parsed);
        if reader.problems.is_empty() {
            Ok(reader.rules)
        } else {
            Err(reader.problems)
        }
    }
}

impl Rules {
    /// One condition of the rule language.
    #[cfg(test)]
    pub(crate) fn condition(&self, text: &str) -> Result<Condition, String> {
        self.with_names(|names| Condition::parse(text, names))
    }

    fn with_names<T>(&self, read: impl FnOnce(&Names<'_>) -> T) -> T {
        let class = |name: &str| {
            let codes = self.classes.get(name)?;
            Some(codes.iter().map(|code| code.as_str().to_owned()).collect())
        };
        let safe_origin = |name: &str| self.safe_origins.iter().any(|entry| entry.list == name);
        read(&Names {
            statuses: &self.statuses,
            class: &class,
            safe_origin: &safe_origin,
            fact: &|key: &str| self.facts.contains_key(key),
        })
    }
}

pub(super) struct Reader {
    pub(super) rules: Rules,
    pub(super) problems: Vec<Problem>,
}

impl Reader {
    /// Everything that rules refer to.
    fn lists(&mut self, sources: &[Source<'_>]) {
        for source in sources {
            let file = &source.file;
            self.rules.stand = self.rules.stand.max(Some(*file.stand.get_ref()));
            self.rules.read_until = self.rules.read_until.max(file.read_until);
            for status in &file.status {
                self.status(source, status);
            }
            for entry in &file.safe_origin {
                let at = entry.span();
                self.marked(source, &at, &entry.get_ref().mark, &entry.get_ref().para);
                self.rules.safe_origins.push(entry.get_ref().clone());
            }
            self.rules
                .calendar
                .extend(file.amendment.iter().map(|a| a.get_ref().clone()));
            self.rules
                .notices
                .extend(file.notice.iter().map(|n| n.get_ref().clone()));
            for fact in file.fact.iter().map(Spanned::get_ref) {
                self.rules.facts.insert(fact.key.clone(), fact.clone());
            }
        }
        for source in sources {
            for (name, class) in &source.file.classes {
                for code in class.get_ref() {
                    let group = group_named(code.as_str()).is_some();
                    if !group && self.rules.status(code.as_str()).is_none() {
                        let message = format!("class {name} names the unknown code {code}");
                        self.problems.push(source.problem(&class.span(), message));
                    }
                }
                self.rules
                    .classes
                    .insert(name.clone(), class.get_ref().clone());
            }
        }
        self.rules
            .calendar
            .sort_by_key(|amendment| amendment.in_force);
    }

    fn status(&mut self, source: &Source<'_>, status: &Spanned<crate::status::Status>) {
        let at = status.span();
        let status = status.get_ref();
        self.marked(source, &at, &status.mark, &status.para);
        self.dated(source, &at, status.valid_from, status.valid_to);
        let code = status.code.as_str().to_owned();
        if self
            .rules
            .positions
            .insert(code.clone(), self.rules.statuses.len())
            .is_some()
        {
            self.problems
                .push(source.problem(&at, format!("{code} stands twice")));
        }
        self.rules.statuses.push(status.clone());
    }
}

impl Reader {
    pub(super) fn marked(
        &mut self,
        source: &Source<'_>,
        at: &Range<usize>,
        mark: &str,
        para: &str,
    ) {
        if !mark.split('/').all(|part| crate::MARKS.contains(&part)) {
            self.problems
                .push(source.problem(at, format!("{mark} is no mark")));
        }
        if para.trim().is_empty() {
            self.problems
                .push(source.problem(at, "a rule without provision (`para`)"));
        }
    }

    pub(super) fn dated(
        &mut self,
        source: &Source<'_>,
        at: &Range<usize>,
        from: Option<Date>,
        to: Option<Date>,
    ) {
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            self.problems
                .push(source.problem(at, format!("ends on {to}, before it begins")));
        }
    }

    pub(super) fn conditions(
        &mut self,
        source: &Source<'_>,
        at: &Range<usize>,
        texts: &[String],
    ) -> Vec<Condition> {
        let parse =
            |text: &String| self.or_problem(source, at, |names| Condition::parse(text, names));
        texts.iter().filter_map(parse).collect()
    }

    pub(super) fn or_problem<T>(
        &mut self,
        source: &Source<'_>,
        at: &Range<usize>,
        read: impl FnOnce(&Names<'_>) -> Result<T, String>,
    ) -> Option<T> {
        match self.rules.with_names(read) {
            Ok(value) => Some(value),
            Err(message) => {
                self.problems.push(source.problem(at, message));
                None
            }
        }
    }
}
