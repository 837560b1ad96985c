mod acts;
mod document;
mod series;

use disclosure::{Dimension, Notes, Rule, TOTAL, Table};

use super::{Axis, Node, Told};

/// A protected table from raw counts; an axis given as `false` does not add up.
pub(super) fn told(axes: &[(&str, &[&str], bool)], counts: &[u64]) -> Told {
    told_on("alle Eintritte in eine Begleitung", axes, counts)
}

/// The same on a base of its own.
pub(super) fn told_on(base: &str, axes: &[(&str, &[&str], bool)], counts: &[u64]) -> Told {
    let dimensions: Vec<Dimension> = axes
        .iter()
        .map(|(name, labels, _)| Dimension::flat(*name, labels.iter().copied()).unwrap())
        .collect();
    let notes = Notes {
        base: base.to_owned(),
        wording: "Eintritte im Zeitraum".to_owned(),
        data_date: "30.06.2022".to_owned(),
        rule: "Werte von 1 bis 2 sind geschützt".to_owned(),
    };
    let mut table = Table::new(dimensions, notes).unwrap();
    for (at, count) in counts.iter().enumerate() {
        let mut rest = at;
        let mut labels = Vec::new();
        for (_, all, _) in axes.iter().rev() {
            labels.insert(0, all[rest % all.len()]);
            rest /= all.len();
        }
        table.add(&labels, *count).unwrap();
    }
    let (table, _) = table.protect(&Rule::default()).unwrap();
    let axes = table
        .dimensions()
        .iter()
        .zip(axes)
        .map(|(dimension, (_, _, adds_up))| Axis {
            label: dimension.name().to_owned(),
            nodes: dimension
                .nodes()
                .iter()
                .map(|node| Node {
                    label: node.label().to_owned(),
                    is_shown: *adds_up || node.label() != TOTAL,
                })
                .collect(),
        });
    let axes = axes.collect();
    Told { table, axes }
}
