use super::*;

#[test]
fn an_unknown_key_is_refused_with_its_name_and_line() {
    let error = Facts::from_json("{\n \"birth\": \"2003-05-04\"}", Rules::embedded()).unwrap_err();
    assert_eq!(error.line, 2);
    assert!(error.message.contains("birth"), "{error}");
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
