//! The change history of the rules, as readers see it.

use super::{ConditionKind, ConditionRule, Law, PathRule, Row, Rules, Topic};
use crate::answer::Access;
use crate::condition::Condition;

/// One version of a rule.
#[derive(Debug, Clone)]
pub struct RuleVersion<'r> {
    /// Id of the access topic, path, deadline or duty.
    pub id: &'r str,
    /// Its title for readers (German).
    pub title: &'r str,
    /// Row, condition, or title of the deadline.
    pub part: &'r str,
    /// What the version says in words (German), where it has words.
    pub text: Option<&'r str>,
    /// What a row answers.
    pub result: Option<Access>,
    /// The conditions in the words of the rule files.
    pub conditions: Vec<String>,
    /// When it holds, and what it rests on.
    pub law: &'r Law,
}

impl Rules {
    /// Every rule with all its versions, oldest first: the change history that readers see.
    pub fn history(&self) -> impl Iterator<Item = RuleVersion<'_>> {
        let rows = self.topics.iter().flat_map(|topic| {
            let version = |row| of_row(topic, row);
            topic.rows.iter().map(version)
        });
        let paths = self.paths.iter().flat_map(|path| {
            let version = |condition| of_condition(path, condition);
            std::iter::once(of_path(path)).chain(path.conditions.iter().map(version))
        });
        let deadlines = self
            .deadlines
            .iter()
            .map(|rule| dated(&rule.id, &rule.title, &rule.when, &rule.law));
        let duties = self
            .duties
            .iter()
            .map(|rule| dated(&rule.id, &rule.title, &rule.when, &rule.law));
        rows.chain(paths).chain(deadlines).chain(duties)
    }
}

fn of_row<'r>(topic: &'r Topic, row: &'r Row) -> RuleVersion<'r> {
    RuleVersion {
        id: &topic.id,
        title: &topic.title,
        part: &row.name,
        text: row.note.as_deref(),
        result: Some(row.result),
        conditions: texts(&row.when),
        law: &row.law,
    }
}

fn of_path(path: &PathRule) -> RuleVersion<'_> {
    RuleVersion {
        text: Some(&path.grants),
        ..dated(&path.id, &path.title, &[], &path.law)
    }
}

fn of_condition<'r>(path: &'r PathRule, condition: &'r ConditionRule) -> RuleVersion<'r> {
    let conditions = match &condition.kind {
        ConditionKind::Recorded(met) => texts(met),
        ConditionKind::Ask => Vec::new(),
    };
    RuleVersion {
        id: &path.id,
        title: &path.title,
        part: &condition.id,
        text: Some(&condition.text),
        result: None,
        conditions,
        law: &condition.law,
    }
}

fn dated<'r>(id: &'r str, title: &'r str, when: &[Condition], law: &'r Law) -> RuleVersion<'r> {
    RuleVersion {
        id,
        title,
        part: title,
        text: None,
        result: None,
        conditions: texts(when),
        law,
    }
}

fn texts(conditions: &[Condition]) -> Vec<String> {
    conditions.iter().map(Condition::text).collect()
}
