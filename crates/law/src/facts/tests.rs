use jiff::civil::date;

use super::*;

fn refused(text: &str) -> String {
    let error = Facts::from_json(text, Rules::embedded()).unwrap_err();
    error.to_string()
}

#[test]
fn a_day_that_is_none_is_refused_with_its_key() {
    let year_only = refused("{\n\"birth_date\": \"2019\"}");
    assert!(year_only.starts_with("line 2: birth_date: "), "{year_only}");
    let in_a_list = refused(r#"{"statuses": [{"code": "AG", "from": "2019-11"}]}"#);
    assert!(
        in_a_list.starts_with("line 1: statuses[0].from: "),
        "{in_a_list}"
    );
}

#[test]
fn what_is_no_object_is_refused() {
    assert_eq!(refused("[]"), "line 1: facts are one JSON object");
    assert_eq!(refused(""), "line 1: facts are one JSON object");
    assert!(refused("{} {}").contains("trailing characters"));
}

#[test]
fn a_file_as_windows_writes_it_is_read() {
    assert_eq!(
        Facts::from_json("\u{feff}{}", Rules::embedded()).unwrap(),
        Facts::default()
    );
}

#[test]
fn hours_that_no_week_has_are_refused() {
    let text = r#"{"jobs": [{"from": "2024-01-01", "hours": -5}]}"#;
    assert_eq!(refused(text), "line 1: a week has no -5 hours");
}

#[test]
fn a_list_with_an_entry_that_is_not_clear_is_unknown() {
    let on = date(2024, 3, 1);
    for (key, list) in [
        ("school", r#"[{"success": true}]"#),
        ("language", r#"[{"level": "B1"}]"#),
        ("training", r#"[{"kind": "qualified"}]"#),
        ("jobs", r#"[{"from": "2021-01-01"}, {"hours": 30}]"#),
        ("applied", r#"[{"path": "C3"}]"#),
        ("served", r#"[{"what": "abh"}]"#),
        ("absences", r#"[{"to": "2021-01-01"}]"#),
        (
            "statuses",
            r#"[{"code": "AG", "from": "2021-01-01", "to": "2020-12-31"}]"#,
        ),
    ] {
        let text = format!(r#"{{"birth_date": "2003-05-04", "{key}": {list}}}"#);
        let facts = Facts::from_json(&text, Rules::embedded()).unwrap();
        assert_eq!(facts.unclear(on), [key]);
        let without = r#"{"birth_date": "2003-05-04"}"#;
        let unknown = Facts::from_json(without, Rules::embedded()).unwrap();
        assert_eq!(facts.known_on(on), unknown, "{key}");
    }
}

#[test]
fn an_entry_that_is_not_clear_says_nothing_of_the_days_before_it() {
    let text = r#"{"jobs": [{"from": "2021-01-01"},
        {"from": "2030-01-01", "to": "2029-12-31"}]}"#;
    let facts = Facts::from_json(text, Rules::embedded()).unwrap();
    assert!(facts.unclear(date(2029, 12, 31)).is_empty());
    assert_eq!(facts.unclear(date(2030, 1, 1)), ["jobs"]);
}

#[test]
fn an_unknown_key_is_refused_with_its_name_and_line() {
    let error = Facts::from_json("{\n \"birth\": \"2003-05-04\"}", Rules::embedded()).unwrap_err();
    assert_eq!(error.line, 2);
    assert!(
        error.message.starts_with("unknown field `birth`"),
        "{error}"
    );
}

#[test]
fn an_unknown_status_code_is_refused_with_its_line() {
    let text = "{\"statuses\": [\n{\"code\": \"D_61\", \"from\": \"2020-01-01\"}]}";
    let error = Facts::from_json(text, Rules::embedded()).unwrap_err();
    assert_eq!(error.to_string(), "line 2: unknown status code D_61");
}

#[test]
fn a_missing_list_is_unknown_and_an_empty_one_says_nothing_is_there() {
    let facts = Facts::from_json("{\"jobs\": []}", Rules::embedded()).unwrap();
    assert_eq!(facts.jobs, Some(vec![]));
    assert_eq!(facts.school, None);
}
