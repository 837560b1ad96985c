//! The answer to a question: a published table with the words to read it.

use disclosure::{Certificate, PublishedTable, TOTAL};
use jiff::civil::Date;

use super::Question;
use super::axis::{self, Axis};
use super::draft;
use super::measure::{Beside, Unit};

/// The answer to a question. Its numbers are those of published tables only.
#[derive(Clone, Debug)]
pub struct Answer {
    pub(super) question: Question,
    pub(super) table: PublishedTable,
    pub(super) axes: Vec<Axis>,
    pub(super) beside: Option<Aside>,
    pub(super) total: Option<u64>,
    pub(super) proofs: Vec<Certificate>,
    pub(super) data_date: Date,
}

/// What stands beside the cells: the base of each, or the posts for it.
#[derive(Clone, Debug)]
pub(super) struct Aside {
    pub table: PublishedTable,
    /// Positions of its dimensions among those of the answer; none: one number for all.
    pub along: Vec<usize>,
}

impl Answer {
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// The table; renderers take nothing else for numbers.
    pub fn table(&self) -> &PublishedTable {
        &self.table
    }

    pub fn axes(&self) -> &[Axis] {
        &self.axes
    }

    /// The total, where the parts make up a whole and it is printed.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    pub fn data_date(&self) -> Date {
        self.data_date
    }

    /// Numbers are hundredths.
    pub fn in_hundredths(&self) -> bool {
        self.question.measure().unit == Unit::Posts
    }

    /// The places of all shown cells, the last axis running fastest.
    pub fn shown(&self) -> Vec<Vec<usize>> {
        axis::combinations(&self.axes)
    }

    /// What a reader may know of a cell: by position of its node on each axis.
    pub fn count(&self, nodes: &[usize]) -> Option<u64> {
        self.table.at(nodes)?
    }

    /// The base of a cell, where parts do not add up and the base is printed.
    pub fn base(&self, nodes: &[usize]) -> Option<u64> {
        matches!(self.question.measure().beside, Beside::Base(_)).then_some(())?;
        self.aside(nodes)
    }

    /// The base of the whole table.
    pub fn base_total(&self) -> Option<u64> {
        let all: Vec<usize> = self
            .table
            .dimensions()
            .iter()
            .map(disclosure::Dimension::total)
            .collect();
        self.base(&all)
    }

    /// The full posts for the cases of a cell, in hundredths.
    pub fn posts(&self, nodes: &[usize]) -> Option<u64> {
        matches!(self.question.measure().beside, Beside::Posts(_)).then_some(())?;
        self.aside(nodes)
    }

    /// Whether full posts stand beside the cases.
    pub fn has_posts(&self) -> bool {
        matches!(self.question.measure().beside, Beside::Posts(_))
    }

    /// Whether a base may stand beside such a table, whatever its counts.
    pub fn asks_base(&self) -> bool {
        let measure = self.question.measure();
        matches!(measure.beside, Beside::Base(_)) && draft::beside(&self.question).is_some()
    }

    /// Whether a base stands beside the counts.
    pub fn has_base(&self) -> bool {
        matches!(self.question.measure().beside, Beside::Base(_)) && self.beside.is_some()
    }

    /// Cases per full post in hundredths, rounded half up; only of a printed count.
    pub fn per_post(&self, nodes: &[usize]) -> Option<u64> {
        let (cases, posts) = (self.count(nodes)?, self.posts(nodes)?);
        (posts > 0).then(|| (cases * 20_000 + posts) / (2 * posts))
    }

    /// The share of a cell in tenths of a percent, rounded half up: in its base where there is
    /// one, else in the total along the last axis that adds up. Both have to be printed.
    pub fn share(&self, nodes: &[usize]) -> Option<u64> {
        let base = if self.has_base() {
            self.base(nodes)?
        } else {
            let along = self.axes.iter().rposition(|axis| axis.adds_up)?;
            let mut whole = nodes.to_vec();
            *whole.get_mut(along)? = self.table.dimensions()[along].total();
            self.count(&whole)?
        };
        let part = self.count(nodes)?;
        (base > 0).then(|| (part * 2_000 + base) / (2 * base))
    }

    pub(crate) fn proofs(&self) -> &[Certificate] {
        &self.proofs
    }

    fn aside(&self, nodes: &[usize]) -> Option<u64> {
        let aside = self.beside.as_ref()?;
        let label = |&place: &usize| {
            let node = *nodes.get(place)?;
            Some(self.table.dimensions()[place].nodes().get(node)?.label())
        };
        let mut labels: Vec<&str> = aside.along.iter().map(label).collect::<Option<_>>()?;
        if labels.is_empty() {
            labels.push(TOTAL);
        }
        aside.table.get(&labels)?
    }
}
