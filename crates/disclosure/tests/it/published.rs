//! Published figures and the test problems of other packages.

use disclosure::{Certificate, Dimension, Kind, Notes, PublishedTable, Rule, Table, Zeros};

fn protect(
    dimensions: Vec<Dimension>,
    counts: &[(&[&str], u64)],
    rule: &Rule,
) -> (PublishedTable, Certificate) {
    let mut table = Table::new(dimensions, Notes::default()).unwrap();
    for (labels, count) in counts {
        table.add(labels, *count).unwrap();
    }
    table.protect(rule).unwrap()
}

fn hidden(table: &PublishedTable) -> Vec<Vec<&str>> {
    table
        .cells()
        .filter(|cell| cell.count.is_none())
        .map(|cell| cell.labels)
        .collect()
}

/// Tolerated persons in North Rhine-Westphalia by nationality, 28 February 2019 (Landtag NRW,
/// Drucksache 17/6119), the alphabetical beginning; the rest makes up the published total.
const T4: [(&str, u64); 17] = [
    ("Afghanistan", 2622),
    ("Ägypten", 305),
    ("Albanien", 4308),
    ("Algerien", 856),
    ("Angola", 155),
    ("Antigua und Barbuda", 1),
    ("Äquatorialguinea", 2),
    ("Argentinien", 5),
    ("Armenien", 1778),
    ("Aserbaidschan", 1283),
    ("Äthiopien", 70),
    ("Australien", 1),
    ("Bahrain", 5),
    ("Bangladesch", 1536),
    ("Barbados", 1),
    ("Belgien", 10),
    ("übrige", 43250),
];

fn nationalities(threshold: u32) -> (PublishedTable, Certificate) {
    let dimension = Dimension::flat("nationality", T4.map(|(label, _)| label)).unwrap();
    let counts: Vec<(&[&str], u64)> = T4
        .iter()
        .map(|(label, count)| (std::slice::from_ref(label), *count))
        .collect();
    protect(
        vec![dimension],
        &counts,
        &Rule {
            threshold,
            ..Rule::default()
        },
    )
}

#[test]
fn cells_of_one_and_two_tolerated_persons_stay_hidden_among_each_other() {
    let (table, certificate) = nationalities(3);
    assert_eq!(table.get(&["Total"]), Some(Some(56188)));
    let expected = [
        "Antigua und Barbuda",
        "Äquatorialguinea",
        "Australien",
        "Barbados",
    ];
    assert_eq!(hidden(&table), expected.map(|label| vec![label]));
    assert!(certificate.optimal());
    // 56188 less all that is printed leaves 5 for the four.
    for cell in certificate.cells() {
        assert_eq!(
            (cell.kind, cell.low, cell.high),
            (Kind::Primary, 0, Some(5))
        );
    }
}

#[test]
fn a_threshold_of_six_hides_the_fives_too() {
    let (table, certificate) = nationalities(6);
    assert_eq!(table.suppressed(), 6);
    assert!(
        certificate
            .cells()
            .iter()
            .all(|cell| (cell.low, cell.high) == (0, Some(15)))
    );
}

/// The frequencies of `microdata1` of the R package sdcTable (`data-raw/microdata1.R`), whose
/// `test-protectTable.r` expects OPT, HYPERCUBE and HITAS to hide A and C for both sexes when A,
/// female is sensitive.
#[test]
fn the_test_problem_of_sdc_table_is_solved_as_there() {
    let regions = Dimension::flat("region", ["A", "B", "C", "D"]).unwrap();
    let genders = Dimension::flat("gender", ["male", "female"]).unwrap();
    let counts: [(&[&str], u64); 8] = [
        (&["A", "male"], 18),
        (&["A", "female"], 2),
        (&["B", "male"], 14),
        (&["B", "female"], 19),
        (&["C", "male"], 12),
        (&["C", "female"], 10),
        (&["D", "male"], 11),
        (&["D", "female"], 14),
    ];
    let (table, certificate) = protect(vec![regions, genders], &counts, &Rule::default());
    let expected = [
        ["A", "male"],
        ["A", "female"],
        ["C", "male"],
        ["C", "female"],
    ];
    assert_eq!(hidden(&table), expected.map(Vec::from));
    assert!(certificate.optimal());
    // By hand: the 2 can fall to 0 and rise by the 10 of C, female, the lower of its partners.
    let cell = &certificate.cells()[1];
    assert_eq!(
        (cell.kind, cell.low, cell.high),
        (Kind::Primary, 0, Some(12))
    );
}

/// The singleton example of the same file: a third cell has to go, b.
#[test]
fn two_single_persons_do_not_protect_each_other() {
    let regions = Dimension::flat("region", ["a", "b", "c", "d"]).unwrap();
    let counts: [(&[&str], u64); 3] = [(&["a"], 1), (&["b"], 2), (&["c"], 1)];
    let rule = Rule {
        threshold: 2,
        ..Rule::default()
    };
    let (table, _) = protect(vec![regions], &counts, &rule);
    assert_eq!(hidden(&table), [["a"], ["b"], ["c"]].map(Vec::from));
}

#[test]
fn a_one_and_a_two_in_a_line_need_a_third_cell() {
    let regions = Dimension::flat("region", ["a", "b", "c", "d"]).unwrap();
    let counts: [(&[&str], u64); 4] = [(&["a"], 1), (&["b"], 2), (&["c"], 30), (&["d"], 20)];
    let (table, _) = protect(vec![regions], &counts, &Rule::default());
    assert_eq!(hidden(&table), [["a"], ["b"], ["d"]].map(Vec::from));
}

#[test]
fn zeros_are_printed_or_protected_as_the_rule_says() {
    let sites = || Dimension::flat("site", ["a", "b", "c"]).unwrap();
    let counts: [(&[&str], u64); 3] = [(&["a"], 0), (&["b"], 7), (&["c"], 8)];
    let (open, certificate) = protect(vec![sites()], &counts, &Rule::default());
    assert_eq!((open.suppressed(), certificate.cells().len()), (0, 0));
    let rule = Rule {
        zeros: Zeros::Protect,
        ..Rule::default()
    };
    let (closed, certificate) = protect(vec![sites()], &counts, &rule);
    assert_eq!(hidden(&closed), [["a"], ["b"]].map(Vec::from));
    assert_eq!(
        (certificate.cells()[0].low, certificate.cells()[0].high),
        (0, Some(7))
    );
}

#[test]
fn a_table_of_one_small_cell_hides_its_total_too() {
    let sites = Dimension::flat("site", ["a"]).unwrap();
    let (table, certificate) = protect(vec![sites], &[(&["a"], 2)], &Rule::default());
    assert_eq!(table.suppressed(), 2);
    assert!(
        certificate
            .cells()
            .iter()
            .all(|cell| (cell.low, cell.high) == (0, None))
    );
}

#[test]
fn shares_come_from_printed_cells_only() {
    let sites = Dimension::flat("site", ["a", "b", "c"]).unwrap();
    let counts: [(&[&str], u64); 3] = [(&["a"], 1), (&["b"], 9), (&["c"], 30)];
    let (table, _) = protect(vec![sites], &counts, &Rule::default());
    assert_eq!(table.share(&["a"], &["Total"]), None);
    assert_eq!(table.share(&["c"], &["Total"]), Some(0.75));
    assert_eq!(table.share_along(&[2], 0), Some(0.75));
    assert_eq!(table.share(&["Total"], &["b"]), None);
}

#[test]
fn a_time_limit_that_ends_releases_nothing() {
    let sites = Dimension::flat("site", ["a", "b"]).unwrap();
    let mut table = Table::new(vec![sites], Notes::default()).unwrap();
    table.add(&["a"], 1).unwrap();
    let rule = Rule {
        time_limit: Some(std::time::Duration::ZERO),
        ..Rule::default()
    };
    assert_eq!(
        table.protect(&rule).unwrap_err(),
        disclosure::ProtectError::TimeLimit
    );
}
