//! What was hidden, why, and what a reader can derive of it; kept inside the house.

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use crate::audit::Report;
use crate::suppress::Pattern;
use crate::{PublishedTable, Rule};

/// Why a cell is suppressed. Never to be printed: it would narrow the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The rule itself forbids its count.
    Primary,
    /// Its count would give another one away.
    Secondary,
}

/// The values of one suppressed cell that a reader cannot rule out who knows everything printed
/// and that counts are whole numbers from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protected {
    /// Name of each dimension with the label of the cell.
    pub labels: Vec<(String, String)>,
    /// Why it is suppressed.
    pub kind: Kind,
    /// Smallest value.
    pub low: u64,
    /// Largest value; none if there is no end.
    pub high: Option<u64>,
}

/// The proof that a table may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub(crate) rule: Rule,
    pub(crate) engine: &'static str,
    pub(crate) optimal: bool,
    pub(crate) cells: Vec<Protected>,
}

impl Certificate {
    /// The rule the table was protected by.
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// The method that chose the cells.
    pub fn engine(&self) -> &str {
        self.engine
    }

    /// Whether no other choice of cells loses less, every cell weighing `1 + ln(1 + n)`.
    pub fn optimal(&self) -> bool {
        self.optimal
    }

    /// The suppressed cells in the order of the table.
    pub fn cells(&self) -> &[Protected] {
        &self.cells
    }
}

/// Joins what the suppressor chose with what the auditor found.
pub(crate) fn certify(
    table: &PublishedTable,
    counts: &[u64],
    rule: &Rule,
    pattern: &Pattern,
    report: &Report,
) -> Certificate {
    let names: Vec<&str> = table
        .dimensions()
        .iter()
        .map(crate::Dimension::name)
        .collect();
    let protect = |(cell, low, high): &(usize, u64, Option<u64>)| {
        let labels = names.iter().zip(table.labels(*cell));
        Protected {
            labels: labels
                .map(|(name, label)| ((*name).to_owned(), label.to_owned()))
                .collect(),
            kind: if rule.is_sensitive(counts[*cell]) {
                Kind::Primary
            } else {
                Kind::Secondary
            },
            low: *low,
            high: *high,
        }
    };
    let cells = report.intervals.iter().map(protect).collect();
    Certificate {
        rule: *rule,
        engine: pattern.engine,
        optimal: pattern.optimal,
        cells,
    }
}

impl Serialize for Protected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.labels.len() + 2))?;
        for (name, label) in &self.labels {
            map.serialize_entry(name, label)?;
        }
        let kind = match self.kind {
            Kind::Primary => "primary",
            Kind::Secondary => "secondary",
        };
        map.serialize_entry("kind", kind)?;
        map.serialize_entry("interval", &(self.low, self.high))?;
        map.end()
    }
}

impl Serialize for Certificate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Certificate", 6)?;
        fields.serialize_field("threshold", &self.rule.threshold)?;
        fields.serialize_field("zeros", self.rule.zeros.word())?;
        fields.serialize_field("rule", &self.rule.to_string())?;
        fields.serialize_field("engine", self.engine)?;
        fields.serialize_field("optimal", &self.optimal)?;
        fields.serialize_field("cells", &self.cells)?;
        fields.end()
    }
}
