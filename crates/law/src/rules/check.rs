//! Reading rule files and refusing what is wrong in them, with file and line.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;

use super::raw::{self, File};
use super::source::{Source, line};
use super::words::{last_day, start};
use super::{
    ConditionKind, ConditionRule, DeadlineRule, EMBEDDED, End, Law, PathRule, Problem, Row, Rules,
    Topic,
};
use crate::answer::Access;
use crate::condition::{Condition, Names, codes, group_named, offset};

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
        })
    }
}

pub(super) struct Reader {
    pub(super) rules: Rules,
    pub(super) problems: Vec<Problem>,
}

/// What every rule carries.
struct Common<'r> {
    valid: (Option<Date>, Option<Date>),
    para: &'r str,
    mark: &'r str,
    stand: Option<Date>,
    doubt: &'r Option<String>,
    reading: &'r Option<String>,
}

macro_rules! common {
    ($rule:expr, $para:expr) => {
        Common {
            valid: ($rule.valid_from, $rule.valid_to),
            para: $para,
            mark: &$rule.mark,
            stand: $rule.stand,
            doubt: &$rule.doubt,
            reading: &$rule.reading,
        }
    };
}

impl Reader {
    /// Everything that rules refer to.
    fn lists(&mut self, sources: &[Source<'_>]) {
        for source in sources {
            let file = &source.file;
            self.rules.stand = self.rules.stand.max(Some(*file.stand.get_ref()));
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

    fn topics(&mut self, source: &Source<'_>) {
        for topic in source.file.topic.iter().map(Spanned::get_ref) {
            let (id, title) = (topic.id.clone(), topic.title.clone());
            self.rules.topics.push(Topic {
                id,
                title,
                rows: Vec::new(),
            });
        }
        for path in &source.file.path {
            let at = path.span();
            let raw = path.get_ref();
            let law = self.law(source, &at, &common!(raw, &raw.para));
            let ask_expert = raw
                .ask_expert
                .iter()
                .map(|ask| (self.conditions(source, &at, &ask.when), ask.doubt.clone()));
            let ask_expert = ask_expert.collect();
            let closed_for = raw
                .closed_for
                .as_deref()
                .and_then(|text| self.or_problem(source, &at, |names| codes(text, names)));
            let last_day =
                |text: &String| self.or_problem(source, &at, |names| last_day(text, names));
            let apply_until = raw.apply_until.iter().filter_map(last_day).collect();
            self.rules.paths.push(PathRule {
                id: raw.id.clone(),
                title: raw.title.clone(),
                grants: raw.grants.clone(),
                law,
                ask_expert,
                closed_for,
                apply_until,
                conditions: Vec::new(),
            });
        }
    }

    fn rules_of(&mut self, source: &Source<'_>) {
        for rule in &source.file.rule {
            self.row(source, &rule.span(), rule.get_ref());
        }
        for condition in &source.file.condition {
            self.condition(source, &condition.span(), condition.get_ref());
        }
        for deadline in &source.file.deadline {
            self.deadline(source, &deadline.span(), deadline.get_ref());
        }
    }

    fn row(&mut self, source: &Source<'_>, at: &Range<usize>, raw: &raw::Rule) {
        let law = self.law(source, at, &common!(raw, &raw.para));
        let mut when = self.conditions(source, at, &raw.cohort);
        when.extend(self.conditions(source, at, &raw.when));
        let Some(result) = Access::parse(&raw.result) else {
            let message = format!("{} is no result", raw.result);
            self.problems.push(source.problem(at, message));
            return;
        };
        let Some(topic) = self
            .rules
            .topics
            .iter_mut()
            .find(|topic| topic.id == raw.access)
        else {
            let message = format!("no topic has the id {}", raw.access);
            self.problems.push(source.problem(at, message));
            return;
        };
        topic.rows.push(Row {
            name: raw.row.clone(),
            law,
            when,
            result,
            note: raw.note.clone(),
            ask: raw.ask.clone(),
            missing: raw.missing.clone(),
        });
    }

    fn condition(&mut self, source: &Source<'_>, at: &Range<usize>, raw: &raw::Condition) {
        let of_path = self.rules.paths.iter().position(|path| path.id == raw.path);
        let Some(path) = of_path else {
            let message = format!("no path has the id {}", raw.path);
            self.problems.push(source.problem(at, message));
            return;
        };
        let para = raw
            .para
            .clone()
            .unwrap_or_else(|| self.rules.paths[path].law.para.clone());
        let law = self.law(source, at, &common!(raw, &para));
        let mut met = self.conditions(source, at, &raw.cohort);
        met.extend(self.conditions(source, at, &raw.met));
        if raw.ask != met.is_empty() {
            let message = "a condition has either `met` or `ask = true`";
            self.problems.push(source.problem(at, message));
        }
        let last = self.conditions(source, at, &raw.last);
        self.rules.paths[path].conditions.push(ConditionRule {
            id: raw.id.clone(),
            text: raw.text.clone(),
            law,
            kind: if raw.ask {
                ConditionKind::Ask
            } else {
                ConditionKind::Recorded(met)
            },
            last,
            either: raw.either.clone(),
            suffices: raw.suffices,
            hint: raw.hint.clone(),
            proof: raw.proof.clone(),
            issuer: raw.issuer.clone(),
        });
    }

    fn deadline(&mut self, source: &Source<'_>, at: &Range<usize>, raw: &raw::Deadline) {
        let law = self.law(source, at, &common!(raw, &raw.para));
        let mut when = self.conditions(source, at, &raw.cohort);
        when.extend(self.conditions(source, at, &raw.when));
        let plus = raw.plus.as_deref().and_then(|text| {
            self.or_problem(source, at, |_| {
                match text.split_whitespace().collect::<Vec<_>>()[..] {
                    [n, unit] => offset(n, unit, 1),
                    _ => Err(format!("{text} is no length")),
                }
            })
        });
        let Some(start) = self.or_problem(source, at, |_| start(&raw.start)) else {
            return;
        };
        let end = match raw.end {
            raw::DeadlineEnd::Milestone => End::Milestone,
            raw::DeadlineEnd::LastDay => End::LastDay,
            raw::DeadlineEnd::Act => End::Act,
        };
        self.rules.deadlines.push(DeadlineRule {
            id: raw.id.clone(),
            title: raw.title.clone(),
            kind: raw.kind,
            law,
            when,
            start,
            plus,
            end,
            law_of_start: raw.law_of_start,
        });
    }

    fn law(&mut self, source: &Source<'_>, at: &Range<usize>, common: &Common<'_>) -> Law {
        self.marked(source, at, common.mark, common.para);
        self.dated(source, at, common.valid.0, common.valid.1);
        Law {
            valid_from: common.valid.0,
            valid_to: common.valid.1,
            para: common.para.to_owned(),
            mark: common.mark.to_owned(),
            stand: common.stand.unwrap_or(*source.file.stand.get_ref()),
            doubt: common.doubt.clone(),
            reading: common.reading.clone(),
        }
    }

    fn marked(&mut self, source: &Source<'_>, at: &Range<usize>, mark: &str, para: &str) {
        if !mark.split('/').all(|part| crate::MARKS.contains(&part)) {
            self.problems
                .push(source.problem(at, format!("{mark} is no mark")));
        }
        if para.trim().is_empty() {
            self.problems
                .push(source.problem(at, "a rule without provision (`para`)"));
        }
    }

    fn dated(
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

    fn conditions(
        &mut self,
        source: &Source<'_>,
        at: &Range<usize>,
        texts: &[String],
    ) -> Vec<Condition> {
        let parse =
            |text: &String| self.or_problem(source, at, |names| Condition::parse(text, names));
        texts.iter().filter_map(parse).collect()
    }

    fn or_problem<T>(
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
