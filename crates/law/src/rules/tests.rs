use super::*;

#[test]
fn the_embedded_rules_have_no_problem() {
    for (name, text) in EMBEDDED {
        assert_eq!(validate(text, name), vec![], "{name}");
    }
}

#[test]
fn an_overlap_is_refused_with_file_and_line() {
    let row = |from: &str| {
        format!(
            "[[rule]]\naccess = \"X\"\nrow = \"a\"\n{from}result = \"no\"\npara = \"§ 1\"\nmark = \"V\"\n"
        )
    };
    let topic = "[[topic]]\nid = \"X\"\ntitle = \"X\"\n";
    let first = row("valid_to = \"2024-02-26\"\n");
    let second = row("valid_from = \"2024-02-26\"\n");
    let last = row("").replace("\"a\"", "\"z\"");
    let text = format!("stand = \"2026-11-22\"\n{topic}{first}{second}{last}");
    let problems = validate(&text, "extra.toml");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].file, "extra.toml");
    assert_eq!(problems[0].line, 12);
    assert!(problems[0].message.contains("overlap"));
    let gap = text.replace("valid_from = \"2024-02-26\"", "valid_from = \"2024-02-28\"");
    assert!(validate(&gap, "extra.toml")[0].message.contains("gap"));
}

#[test]
fn unknown_codes_conditions_and_rules_without_provision_are_refused() {
    let refused = |when: &str, para: &str| {
        let text = format!(
            "stand = \"2026-11-22\"\n[[topic]]\nid = \"X\"\ntitle = \"X\"\n[[rule]]\naccess = \"X\"\n\
             row = \"a\"\nwhen = [\"{when}\"]\nresult = \"no\"\npara = \"{para}\"\nmark = \"V\"\n\
             [[rule]]\naccess = \"X\"\nrow = \"z\"\nresult = \"no\"\npara = \"§ 1\"\nmark = \"V\"\n"
        );
        let problems = validate(&text, "extra.toml");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].line, 5);
        problems[0].message.clone()
    };
    assert!(refused("status in D_99", "§ 1").contains("D_99"));
    assert!(refused("stay >= 3 moons", "§ 1").contains("moons"));
    assert!(refused("shoe size >= 43", "§ 1").contains("shoe"));
    assert!(refused("status in geduldet", "").contains("provision"));
}

#[test]
fn questions_that_ask_each_other_in_a_circle_are_refused() {
    let question = |id: &str, other: &str| {
        format!(
            "[[topic]]\nid = \"{id}\"\ntitle = \"{id}\"\n[[rule]]\naccess = \"{id}\"\nrow = \"a\"\n\
             when = [\"access {other} is yes\"]\nresult = \"no\"\npara = \"§ 1\"\nmark = \"V\"\n\
             [[rule]]\naccess = \"{id}\"\nrow = \"z\"\nresult = \"no\"\npara = \"§ 1\"\nmark = \"V\"\n"
        )
    };
    let text = format!(
        "stand = \"2026-11-22\"\n{}{}",
        question("X", "Y"),
        question("Y", "X")
    );
    let problems = validate(&text, "extra.toml");
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].message.contains("circle"));
}
