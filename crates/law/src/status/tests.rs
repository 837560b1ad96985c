use jiff::civil::date;

use super::*;

#[test]
fn every_code_has_label_and_provision_and_stands_once() {
    let mut seen = std::collections::BTreeSet::new();
    for status in all() {
        assert!(
            seen.insert(status.code.clone()),
            "{} stands twice",
            status.code
        );
        assert!(
            !status.label_de.is_empty() && !status.label_en.is_empty() && !status.para.is_empty()
        );
    }
    assert!(seen.len() > 90);
}

#[test]
fn the_title_for_training_starts_on_1_march_2024() {
    let title = find("AE_16G1").unwrap();
    assert!(!title.issued_on(date(2024, 2, 29)));
    assert!(title.issued_on(date(2024, 3, 1)));
}

#[test]
fn the_opportunity_title_is_issued_between_two_days() {
    let title = find("AE_104C1").unwrap();
    assert!(!title.issued_on(date(2022, 12, 30)));
    assert!(title.issued_on(date(2022, 12, 31)));
    assert!(title.issued_on(date(2025, 12, 30)));
    assert!(!title.issued_on(date(2026, 1, 1)));
}

#[test]
fn a_60b_duldung_is_tolerated_but_does_not_count() {
    let flags = find("D_60B").unwrap().flags(date(2022, 1, 1));
    assert!(flags.geduldet && !flags.vorduldung_counts && !flags.ermessensduldung);
    let flags = find("D_60C").unwrap().flags(date(2022, 1, 1));
    assert!(flags.geduldet && flags.vorduldung_counts && flags.ermessensduldung);
}

#[test]
fn words_that_do_not_decide_have_catch_all_codes() {
    assert_eq!(group_of("GESTATTET"), Some(Group::Gestattet));
    assert_eq!(group_of("GEDULDET"), Some(Group::Geduldet));
    assert_eq!(group_of("GUEB"), Some(Group::Paper));
    assert_eq!(group_of("NE_26_4"), Some(Group::Settled));
    assert_eq!(group_of("D_99"), None);
}
