use jiff::civil::{Date, date};

use crate::{Facts, Rules, check};

fn facts(json: &str) -> Facts {
    Facts::from_json(json, Rules::embedded()).unwrap()
}

fn clocks(json: &str, on: Date) -> (Option<i32>, Option<i32>) {
    let clocks = check(&facts(json), on).clocks;
    (clocks.stay_days, clocks.duldung_days)
}

#[test]
fn the_stay_begins_with_the_entry_and_the_duldung_with_its_first_day() {
    let json = r#"{"entered_germany": "2021-01-01", "statuses": [
        {"code": "AG", "from": "2021-01-10", "to": "2021-12-31"},
        {"code": "D_60A_2_S1", "from": "2022-01-01"}]}"#;
    assert_eq!(clocks(json, date(2022, 1, 31)), (Some(395), Some(30)));
}

#[test]
fn time_under_60b_is_taken_out_without_interrupting() {
    let json = r#"{"entered_germany": "2021-01-01", "statuses": [
        {"code": "D_60A_2_S1", "from": "2021-01-01", "to": "2021-01-31"},
        {"code": "D_60B", "from": "2021-02-01", "to": "2021-02-28"},
        {"code": "D_60A_2_S1", "from": "2021-03-01"}]}"#;
    // 31 days in January, none in February, 9 up to 10 March.
    assert_eq!(clocks(json, date(2021, 3, 10)), (Some(40), Some(40)));
}

#[test]
fn a_gap_leaves_the_clocks_open_and_is_named() {
    let json = r#"{"entered_germany": "2021-01-01", "statuses": [
        {"code": "D_60A_2_S1", "from": "2021-01-01", "to": "2021-06-30"},
        {"code": "GUEB", "from": "2021-07-01", "to": "2021-07-31"},
        {"code": "D_60A_2_S1", "from": "2021-08-01"}]}"#;
    assert_eq!(clocks(json, date(2022, 1, 1)), (None, None));
    let work = &check(&facts(json), date(2021, 9, 1)).access[0];
    assert!(
        work.missing.iter().any(|m| m.contains("2021-07-01")),
        "{:?}",
        work.missing
    );
}

#[test]
fn two_statuses_at_once_contradict() {
    let json = r#"{"entered_germany": "2021-01-01", "statuses": [
        {"code": "AG", "from": "2021-01-01", "to": "2022-06-30"},
        {"code": "D_60B", "from": "2022-01-01"}]}"#;
    let answer = check(&facts(json), date(2022, 3, 1));
    assert_eq!(answer.access[0].result, crate::Access::Unknown);
    assert!(answer.doubts[0].contains("01.01.2022"));
}

#[test]
fn short_absences_are_harmless_and_long_ones_leave_the_stay_open() {
    let json = |to: &str| {
        format!(
            r#"{{"entered_germany": "2021-01-01",
                "statuses": [{{"code": "D_60A_2_S1", "from": "2021-01-01"}}],
                "absences": [{{"from": "2021-06-01", "to": "{to}"}}]}}"#
        )
    };
    assert_eq!(clocks(&json("2021-09-01"), date(2022, 1, 1)).0, Some(365));
    assert_eq!(clocks(&json("2021-09-02"), date(2022, 1, 1)).0, None);
}
