use jiff::civil::date;

use super::*;

#[test]
fn georgia_is_safe_from_23_december_2023() {
    assert!(safe_origin("430", date(2023, 12, 22)).is_empty());
    assert_eq!(safe_origin("430", date(2023, 12, 23))[0].list, "national");
}

#[test]
fn kosovo_stands_on_both_lists_from_12_june_2026() {
    assert_eq!(safe_origin("150", date(2026, 6, 11)).len(), 1);
    assert_eq!(safe_origin("150", date(2026, 6, 12)).len(), 2);
}
