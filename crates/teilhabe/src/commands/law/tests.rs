use super::*;

const PERSON: &str = r#"{
  "birth_date": "2003-05-04",
  "entered_germany": "2019-11-20",
  "nationality": "423",
  "statuses": [
    {"code": "D_60A_2_S1", "from": "2021-07-01"}
  ]
}"#;

const RULE: &str = r#"stand = "2026-11-22"

[[topic]]
id = "X"
title = "Frage"

[[rule]]
access = "X"
row = "sonst"
result = "no"
para = "§ 1 AufenthG"
mark = "V"
"#;

/// What the command prints, or its error.
fn run(arguments: &[&str]) -> Result<String, String> {
    let all = ["law", "check"].iter().chain(arguments);
    let args = Args::try_parse_from(all).map_err(|error| error.to_string())?;
    let Command::Check(check) = &args.command;
    let mut out = Vec::new();
    match check.answer(&mut out) {
        Ok(()) => Ok(String::from_utf8(out).unwrap()),
        Err(error) => {
            assert_eq!(out, b"", "an error prints nothing on the standard output");
            Err(format!("{error:#}"))
        }
    }
}

/// A file in a folder of its own.
fn file(name: &str, text: &str) -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    std::fs::write(&path, text).unwrap();
    let path = path.display().to_string();
    (dir, path)
}

fn refused(text: &str) -> String {
    let (_dir, path) = file("person.json", text);
    let error = run(&["--facts", &path, "--on", "2024-03-01"]).unwrap_err();
    assert_eq!(error.lines().count(), 1, "{error}");
    let (at, message) = error.split_once("person.json:").unwrap();
    assert!(path.starts_with(at));
    message.to_owned()
}

#[test]
fn an_answer_is_json_that_says_what_it_is() {
    let (_dir, path) = file("person.json", PERSON);
    let arguments = ["--facts", &path, "--on", "2024-03-01", "--format", "json"];
    let answer: serde_json::Value = serde_json::from_str(&run(&arguments).unwrap()).unwrap();
    assert_eq!(answer["notice"], "Orientierung, keine Rechtsauskunft");
    assert_eq!(answer["on"], "2024-03-01");
    for key in [
        "stand",
        "contact",
        "clocks",
        "access",
        "perspectives",
        "deadlines",
        "duties",
    ] {
        assert!(!answer[key].is_null(), "{key}");
    }
}

#[test]
fn wrong_facts_are_refused_with_their_line() {
    assert!(refused("{\n\"birth_date\": ").starts_with("2: birth_date: EOF"));
    assert!(refused(&PERSON.replace("birth_date", "name")).starts_with("2: unknown field `name`"));
    assert!(refused(&PERSON.replace("2003-05-04", "2003-02-30")).starts_with("2: "));
    assert!(
        refused(&PERSON.replace("D_60A_2_S1", "D_99")).starts_with("6: unknown status code D_99")
    );
    assert!(refused(&PERSON.replace("423", "AFG")).starts_with("4: nationality"));
}

#[test]
fn a_missing_file_is_named() {
    let error = run(&["--facts", "gone.json", "--on", "2024-03-01"]).unwrap_err();
    assert!(error.starts_with("gone.json: "), "{error}");
}

#[test]
fn rules_without_a_problem_are_counted() {
    assert!(run(&["--rules"]).unwrap().ends_with("no problem\n"));
    let (dir, path) = file("own.toml", RULE);
    assert!(run(&["--rules", &dir.path().display().to_string()]).is_ok());
    assert!(run(&["--rules", &path]).is_ok());
}

#[test]
fn wrong_rules_are_refused_with_file_and_line() {
    let twice = RULE.replace("[[rule]]", "[[rule]]\nvalid_to = \"2024-02-26\"");
    let (_, again) = RULE.split_once("[[rule]]").unwrap();
    let overlap = format!("{twice}\n[[rule]]\nvalid_from = \"2024-02-26\"{again}");
    let gap = overlap.replace("valid_from = \"2024-02-26\"", "valid_from = \"2024-02-28\"");
    for (text, at, what) in [
        (overlap, "own.toml:15: ", "overlap"),
        (gap, "own.toml:15: ", "gap"),
        (
            RULE.replace("§ 1 AufenthG", ""),
            "own.toml:7: ",
            "provision",
        ),
        (
            RULE.replace("result", "when = [\"status in D_99\"]\nresult"),
            "own.toml:7: ",
            "D_99",
        ),
        (
            RULE.replace("result = \"no\"", "result = no"),
            "own.toml:10: ",
            "",
        ),
    ] {
        let (dir, _path) = file("own.toml", &text);
        let error = run(&["--rules", &dir.path().display().to_string()]).unwrap_err();
        let first = error.lines().next().unwrap();
        assert!(first.contains(at) && first.contains(what), "{error}");
    }
    let error = run(&["--rules", "no-such-folder"]).unwrap_err();
    assert_eq!(error.lines().count(), 1, "{error}");
}
