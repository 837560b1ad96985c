//! Accounts at the command line.

use crate::operators::{acts, refused};
use crate::program::{Installation, Visitor};

const SITE: &str = "05315";

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told through")]
fn accounts_are_made_given_roles_and_locked() {
    let here = Installation::new();
    refused(&here.run(&["site", "add", "--ags", "99999"]), &["99999"]);
    refused(
        &here.run(&["site", "add", "--ags", "05911000"]),
        &["Bochum", "use the key 05911"],
    );
    here.done(&["site", "add", "--ags", SITE]);
    refused(
        &here.run(&["site", "add", "--ags", SITE]),
        &["is a site already"],
    );
    assert_eq!(here.done(&["site", "list"]).lines().count(), 1);
    let add = |email, role| {
        [
            "user", "add", email, "--name", "Anna", "--role", role, "--site", SITE,
        ]
    };
    let password = here.done(&add("anna@example.org", "case_manager"));
    assert_eq!(password.trim_end().len(), 24, "a password and nothing else");
    refused(
        &here.run(&add("anna@example.org", "case_manager")),
        &["already"],
    );
    refused(
        &here.run(&add("anna", "case_manager")),
        &["not an e-mail address"],
    );
    refused(
        &here.run(&add("b@example.org", "king")),
        &["no role king", "case_manager"],
    );
    let nowhere = [
        "user",
        "add",
        "b@example.org",
        "--name",
        "B",
        "--role",
        "auditor",
    ];
    refused(&here.run(&nowhere), &["needs --site"]);
    let short = [&nowhere[..], &["--site", SITE, "--password-stdin"]].concat();
    refused(
        &here.run_with(&short, "kurz\n"),
        &["at least 12 characters"],
    );
    let role = |more: &'static [&'static str]| {
        [
            &[
                "user",
                "role",
                "anna@example.org",
                "team_lead",
                "--site",
                SITE,
            ][..],
            more,
        ]
        .concat()
    };
    here.done(&role(&[]));
    here.done(&role(&["--remove"]));
    here.done(&["user", "lock", "anna@example.org"]);
    here.done(&["user", "lock", "anna@example.org", "--undo"]);
    refused(
        &here.run(&["user", "lock", "nobody@example.org"]),
        &["no account nobody@example.org"],
    );
    let expected = [
        "account.add",
        "account.lock",
        "account.lock",
        "account.role",
        "account.role",
    ];
    assert_eq!(acts(&here, "account."), expected);
}

#[test]
fn a_lost_password_is_replaced_and_accounts_are_listed() {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    let add = |email, more: &[&'static str]| {
        let told = here.done(&[&["user", "add", email, "--name", "Anna"], more].concat());
        told.trim_end().to_owned()
    };
    let first = add(
        "anna@example.org",
        &["--role", "site_admin", "--site", SITE],
    );
    add("lea@example.org", &["--role", "programme_lead"]);
    here.done(&["user", "lock", "lea@example.org"]);
    assert_eq!(
        here.done(&["user", "list"]),
        "anna@example.org\tAnna\tsite_admin 05315\t\nlea@example.org\tAnna\tprogramme_lead\tlocked\n"
    );
    let enter = |visitor: &Visitor, password: &str| {
        let form = [("email", "anna@example.org"), ("password", password)];
        visitor.post("/session", &form)
    };
    let server = here.serve();
    // After which the account would have to wait.
    for _ in 0..6 {
        assert_ne!(enter(&server.visitor(), "falsch").status, 303);
    }
    drop(server);
    refused(
        &here.run(&["user", "password", "nobody@example.org"]),
        &["no account nobody@example.org"],
    );
    let from_stdin = ["user", "password", "anna@example.org", "--password-stdin"];
    refused(&here.run_with(&from_stdin, "kurz\n"), &["12 characters"]);
    let told = here.run_with(&from_stdin, "pferd batterie heftklammer\n");
    assert_eq!(
        (told.code, told.out.as_str()),
        (Some(0), ""),
        "{}",
        told.err
    );
    let told = here.done(&["user", "password", "anna@example.org"]);
    let second = told.trim_end();
    assert_eq!(acts(&here, "account.reset").len(), 2);
    let server = here.serve();
    let old = enter(&server.visitor(), &first);
    let new = enter(&server.visitor(), second);
    assert!(
        old.status != 303 && new.status == 303,
        "{} {}",
        old.status,
        new.status
    );
}
