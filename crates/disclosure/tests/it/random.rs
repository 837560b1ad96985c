//! Random tables of one to four dimensions, with and without hierarchies.

use disclosure::{Certificate, Dimension, Kind, Notes, PublishedTable, Rule, Search, Table, Zeros};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::brute::Sheet;

/// A table to be: category counts with groups per dimension, the rule, and inner counts.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) dimensions: Vec<(usize, usize)>,
    pub(crate) threshold: u32,
    pub(crate) protect_zeros: bool,
    pub(crate) counts: Vec<u64>,
}

impl Plan {
    pub(crate) fn table(&self) -> Table {
        let dimension = |(axis, (size, groups)): (usize, &(usize, usize))| {
            let labels: Vec<String> = (0..*size).map(|c| format!("{axis}.{c}")).collect();
            let edge =
                |(c, label): (usize, &String)| (label.clone(), format!("{axis}:{}", c % groups));
            let edges: Vec<(String, String)> = match groups {
                0 => Vec::new(),
                _ => labels.iter().enumerate().map(edge).collect(),
            };
            Dimension::hierarchical(format!("d{axis}"), labels, &edges).unwrap()
        };
        let dimensions = self.dimensions.iter().enumerate().map(dimension).collect();
        let mut table = Table::new(dimensions, Notes::default()).unwrap();
        for (cell, count) in self.counts.iter().enumerate() {
            let mut rest = cell;
            let mut labels = Vec::new();
            for (axis, (size, _)) in self.dimensions.iter().enumerate().rev() {
                labels.push(format!("{axis}.{}", rest % size));
                rest /= size;
            }
            labels.reverse();
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            table.add(&labels, *count).unwrap();
        }
        table
    }

    pub(crate) fn rule(&self) -> Rule {
        let zeros = if self.protect_zeros {
            Zeros::Protect
        } else {
            Zeros::Publish
        };
        Rule {
            threshold: self.threshold,
            zeros,
            ..Rule::default()
        }
    }
}

/// Tables up to these sizes; most counts are small, as in practice.
pub(crate) fn plans(sizes: &'static [(usize, usize)]) -> impl Strategy<Value = Plan> {
    let axes = (1..=sizes.len()).prop_flat_map(move |axes| {
        sizes[..axes]
            .iter()
            .map(|(size, groups)| (1..=*size, 0..=*groups))
            .collect::<Vec<_>>()
    });
    (axes, 2_u32..=10, any::<bool>()).prop_flat_map(|(dimensions, threshold, protect_zeros)| {
        let cells: usize = dimensions.iter().map(|(size, _)| size).product();
        let count = prop_oneof![3 => Just(0_u64), 4 => 1_u64..4, 2 => 4_u64..12, 1 => 12_u64..200];
        prop::collection::vec(count, cells).prop_map(move |counts| Plan {
            dimensions: dimensions.clone(),
            threshold,
            protect_zeros,
            counts,
        })
    })
}

pub(crate) fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// The true count of every cell, from the plan alone.
fn truth(plan: &Plan, sheet: &Sheet) -> Vec<u64> {
    sheet
        .inner
        .iter()
        .map(|cells| cells.iter().map(|c| plan.counts[*c]).sum())
        .collect()
}

fn check(plan: &Plan, table: &PublishedTable, certificate: &Certificate) {
    let truth = truth(plan, &Sheet::of(table));
    let hidden: Vec<usize> = (0..truth.len())
        .filter(|c| table.counts()[*c].is_none())
        .collect();
    assert_eq!(hidden.len(), certificate.cells().len());
    for (cell, printed) in table.counts().iter().enumerate() {
        let sensitive =
            (u64::from(!plan.protect_zeros)..u64::from(plan.threshold)).contains(&truth[cell]);
        match printed {
            Some(count) => assert!(*count == truth[cell] && !sensitive),
            None => assert!(plan.protect_zeros || truth[cell] > 0),
        }
    }
    for (cell, entry) in hidden.iter().zip(certificate.cells()) {
        let n = truth[*cell];
        let high = entry.high.unwrap_or(u64::MAX);
        assert!(entry.low <= n && n <= high);
        if entry.kind == Kind::Primary {
            assert!(entry.low <= n.saturating_sub(1), "{entry:?}");
            assert!(high >= u64::from(plan.threshold).max(n + 1), "{entry:?}");
        }
    }
}

#[test]
fn random_tables_are_protected() {
    let plans = plans(&[(9, 3), (5, 2), (3, 2), (2, 0)]);
    let run = |plan: Plan| {
        let (table, certificate) = plan.table().protect(&plan.rule()).unwrap();
        check(&plan, &table, &certificate);
        Ok(())
    };
    runner(1_200).run(&plans, run).unwrap();
}

/// Large tables are made by the same way as these.
#[test]
fn random_tables_are_protected_without_a_search_for_the_best_pattern_too() {
    let plans = plans(&[(9, 3), (7, 0), (3, 0)]);
    let run = |plan: Plan| {
        let rule = Rule {
            search: Search {
                effort: 0,
                ..Search::default()
            },
            ..plan.rule()
        };
        let (table, certificate) = plan.table().protect(&rule).unwrap();
        check(&plan, &table, &certificate);
        let none_needed = certificate.cells().is_empty();
        assert_eq!(certificate.optimal(), none_needed);
        Ok(())
    };
    runner(600).run(&plans, run).unwrap();
}

#[test]
fn the_certificate_names_the_interval_that_enumeration_finds() {
    let plans = plans(&[(3, 2), (3, 0), (2, 2)]);
    let compared = std::cell::Cell::new(0);
    let run = |mut plan: Plan| {
        plan.counts
            .iter_mut()
            .for_each(|count| *count = (*count).min(7));
        let (table, certificate) = plan.table().protect(&plan.rule()).unwrap();
        let sheet = Sheet::of(&table);
        let Some(Some(total)) = table.counts().last() else {
            return Ok(());
        };
        let Some(bounds) = sheet.extremes(*total, 300_000) else {
            return Ok(());
        };
        let hidden = (0..bounds.len()).filter(|c| table.counts()[*c].is_none());
        for (cell, entry) in hidden.zip(certificate.cells()) {
            assert_eq!(
                (entry.low, entry.high),
                (bounds[cell].0, Some(bounds[cell].1)),
                "{plan:?}"
            );
            compared.set(compared.get() + 1);
        }
        Ok(())
    };
    runner(600).run(&plans, run).unwrap();
    assert!(compared.get() > 500, "{}", compared.get());
}
