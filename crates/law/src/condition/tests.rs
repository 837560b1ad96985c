use jiff::civil::{Date, date};

use super::{Asked, Condition};
use crate::Facts;
use crate::case::Case;
use crate::rules::Rules;
use crate::verdict::{State, Verdict};

fn ask(json: &str, condition: &str, on: Date) -> Verdict {
    let rules = Rules::embedded();
    let facts = Facts::from_json(json, rules).unwrap().known_on(on);
    let case = Case::new(&facts, rules, on);
    let condition = rules.condition(condition).unwrap();
    Condition::evaluate(
        &condition,
        &case,
        Asked {
            day: on,
            path: "C3",
        },
    )
}

#[test]
fn a_missing_fact_is_unknown_and_named() {
    let verdict = ask("{}", "entered_germany <= 2022-12-31", date(2024, 1, 1));
    assert_eq!(verdict.state, State::Unknown);
    assert_eq!(verdict.missing, ["entered_germany"]);
}

#[test]
fn one_met_alternative_is_enough_whatever_the_other_misses() {
    let json = r#"{"entered_germany": "2018-01-01"}"#;
    let condition = "stay >= 15 months or entered_germany < 2019-08-01";
    assert_eq!(ask(json, condition, date(2024, 1, 1)).state, State::Met);
}

#[test]
fn months_since_a_day_are_complete_on_the_same_numbered_day() {
    let json = r#"{"asylum_application_on": "2020-01-31"}"#;
    let condition = "today >= asylum_application_on + 9 months";
    assert_eq!(
        ask(json, condition, date(2020, 10, 30)).state,
        State::NotMet
    );
    let verdict = ask(json, condition, date(2020, 11, 5));
    assert_eq!(
        (verdict.state, verdict.since),
        (State::Met, Some(date(2020, 10, 31)))
    );
}

#[test]
fn identity_counts_by_the_application_and_without_one_by_today() {
    let condition = "identity_clarified_on <= application";
    let clarified = r#"{"identity_clarified_on": "2024-05-01"}"#;
    assert_eq!(
        ask(clarified, condition, date(2024, 5, 1)).state,
        State::Met
    );
    let filed = r#"{"identity_clarified_on": "2024-05-01",
        "applied": [{"path": "C3", "on": "2024-04-30"}]}"#;
    assert_eq!(ask(filed, condition, date(2024, 5, 1)).state, State::NotMet);
}

#[test]
fn a_duldung_of_unknown_kind_leaves_60b_open() {
    let json = r#"{"statuses": [{"code": "GEDULDET", "from": "2020-01-01"}]}"#;
    assert_eq!(
        ask(json, "status in geduldet", date(2021, 1, 1)).state,
        State::Met
    );
    assert_eq!(
        ask(json, "status in D_60B", date(2021, 1, 1)).state,
        State::Unknown
    );
    assert_eq!(
        ask(json, "status in gestattet", date(2021, 1, 1)).state,
        State::NotMet
    );
}

#[test]
fn jobs_follow_each_other_without_a_gap() {
    let json = r#"{"jobs": [
        {"from": "2023-01-01", "to": "2023-06-30", "hours": 20, "insured": true},
        {"from": "2023-07-01", "hours": 25, "insured": true}]}"#;
    let verdict = ask(json, "job insured 20h >= 12 months", date(2024, 1, 1));
    assert_eq!(
        (verdict.state, verdict.since),
        (State::Met, Some(date(2024, 1, 1)))
    );
    let later = json.replace("2023-07-01", "2023-07-02");
    let verdict = ask(&later, "job insured 20h >= 12 months", date(2024, 1, 1));
    assert_eq!(verdict.state, State::NotMet);
}
