//! Turning the rules of a file into what answers.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;

use super::check::Reader;
use super::raw;
use super::source::Source;
use super::words::{last_day, start};
use super::{
    ConditionKind, ConditionRule, DeadlineRule, DutyRule, End, LastDay, Law, PathRule, Row, Topic,
};
use crate::answer::Access;
use crate::condition::{Offset, codes, offset};

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
    pub(super) fn topics(&mut self, source: &Source<'_>) {
        for topic in source.file.topic.iter().map(Spanned::get_ref) {
            let (id, title) = (topic.id.clone(), topic.title.clone());
            self.rules.topics.push(Topic {
                id,
                title,
                rows: Vec::new(),
            });
        }
        for path in &source.file.path {
            self.path(source, &path.span(), path.get_ref());
        }
    }

    fn path(&mut self, source: &Source<'_>, at: &Range<usize>, raw: &raw::Path) {
        let law = self.law(source, at, &common!(raw, &raw.para));
        let ask_expert = raw
            .ask_expert
            .iter()
            .map(|ask| (self.conditions(source, at, &ask.when), ask.doubt.clone()));
        let ask_expert = ask_expert.collect();
        let closed_for = raw
            .closed_for
            .as_deref()
            .and_then(|text| self.or_problem(source, at, |names| codes(text, names)));
        let apply_until = self.last_days(source, at, &raw.apply_until);
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

    fn last_days(
        &mut self,
        source: &Source<'_>,
        at: &Range<usize>,
        texts: &[String],
    ) -> Vec<LastDay> {
        let last_day = |text: &String| self.or_problem(source, at, |names| last_day(text, names));
        texts.iter().filter_map(last_day).collect()
    }

    pub(super) fn rules_of(&mut self, source: &Source<'_>) {
        for rule in &source.file.rule {
            self.row(source, &rule.span(), rule.get_ref());
        }
        for condition in &source.file.condition {
            self.condition(source, &condition.span(), condition.get_ref());
        }
        for deadline in &source.file.deadline {
            self.deadline(source, &deadline.span(), deadline.get_ref());
        }
        for duty in &source.file.duty {
            self.duty(source, &duty.span(), duty.get_ref());
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
        let apply_until = self.last_days(source, at, &raw.apply_until);
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
            apply_until,
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
        let after = self.length(source, at, raw.after.as_deref());
        let plus = self.length(source, at, raw.plus.as_deref());
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
            after,
            plus,
            end,
            law_of_start: raw.law_of_start,
        });
    }

    fn length(
        &mut self,
        source: &Source<'_>,
        at: &Range<usize>,
        text: Option<&str>,
    ) -> Option<Offset> {
        let text = text?;
        self.or_problem(source, at, |_| {
            match text.split_whitespace().collect::<Vec<_>>()[..] {
                [n, unit] => offset(n, unit, 1),
                _ => Err(format!("{text} is no length")),
            }
        })
    }

    fn duty(&mut self, source: &Source<'_>, at: &Range<usize>, raw: &raw::Duty) {
        let law = self.law(source, at, &common!(raw, &raw.para));
        let when = self.conditions(source, at, &raw.when);
        self.rules.duties.push(DutyRule {
            id: raw.id.clone(),
            title: raw.title.clone(),
            kind: raw.kind,
            law,
            when,
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
}
