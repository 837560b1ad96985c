//! Accounts at the command line.

use crate::operators::{acts, refused};
use crate::program::{Installation, Server};

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
fn accounts_are_listed_with_their_roles() {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    here.hire("anna@example.org", "site_admin", SITE);
    let add = ["user", "add", "lea@example.org", "--name", "Lea"];
    here.done(&[&add[..], &["--role", "programme_lead"]].concat());
    here.done(&["user", "lock", "lea@example.org"]);
    assert_eq!(
        here.done(&["user", "list"]),
        "anna@example.org\tProbe\tsite_admin 05315\t\nlea@example.org\tLea\tprogramme_lead\tlocked\n"
    );
}

/// The status of an attempt to sign in; 303 is a success.
fn enter(server: &Server, password: &str) -> u16 {
    let form = [("email", "anna@example.org"), ("password", password)];
    server.visitor().post("/session", &form).status
}

#[test]
fn a_lost_password_is_replaced() {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    here.hire("anna@example.org", "site_admin", SITE);
    let server = here.serve();
    let before = server.sign_in("anna@example.org");
    assert_eq!(before.get("/accounts").status, 200);
    // After which the account would have to wait.
    for _ in 0..6 {
        assert_ne!(enter(&server, "falsch"), 303);
    }
    drop(server);
    let told = here.done(&["user", "password", "anna@example.org"]);
    assert_eq!(acts(&here, "account.reset").len(), 1);
    let server = here.serve();
    assert_eq!(
        before.at(&server).get("/accounts").status,
        303,
        "signed out"
    );
    assert_ne!(enter(&server, "lampe wolke zahnrad"), 303);
    assert_eq!(enter(&server, told.trim_end()), 303);
}

#[test]
fn a_new_password_is_read_from_stdin_or_refused() {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    here.hire("anna@example.org", "site_admin", SITE);
    let lost = |email| here.run_with(&["user", "password", email, "--password-stdin"], "kurz\n");
    refused(
        &lost("nobody@example.org"),
        &["no account nobody@example.org"],
    );
    refused(&lost("anna@example.org"), &["12 characters"]);
    assert_eq!(acts(&here, "account.reset"), [""; 0]);
    let renew = ["user", "password", "anna@example.org", "--password-stdin"];
    let told = here.run_with(&renew, "lampe wolke zahnrad\n");
    assert_eq!(
        (told.code, told.out.as_str()),
        (Some(0), ""),
        "{}",
        told.err
    );
    assert_eq!(enter(&here.serve(), "lampe wolke zahnrad"), 303);
}
