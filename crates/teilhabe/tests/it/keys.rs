//! The master key and the keys of sites, and how others take their place.

use std::fs;
use std::time::Duration;

use db::{Db, values};

use crate::operators::{acts, block, mode, refused, secret, with_site};
use crate::program::{Installation, Visitor, exists, make_schema, postgres};

const SITE: &str = "05315";
const LIST: &str = "Nachname;Vorname;Geburtsdatum;Fallnummer\nRahimi;Amina;09.04.2001;A1\n";

/// A site with a person, a list that waits, and somebody who may see both.
fn with_people(here: &Installation) -> String {
    here.done(&["site", "add", "--ags", SITE]);
    here.hire("anna@example.org", "case_manager", SITE);
    let list = here.path("list.csv");
    fs::write(&list, LIST).unwrap();
    here.done(&["import", "cases", "list.csv", "--site", SITE]);
    let server = here.serve();
    let anna = server.sign_in("anna@example.org");
    let waiting = anna.try_upload(LIST).unwrap();
    assert_eq!(waiting.status, 303);
    waiting.location
}

/// Names, a kept list and the trail can be read.
fn all_opens(here: &Installation, waiting: &str) {
    let server = here.serve();
    let anna = server.sign_in("anna@example.org");
    let page = anna.get(waiting);
    assert!(
        page.status == 200 && page.body.contains("Liste.csv"),
        "{}",
        page.body
    );
    assert!(page.body.contains("Amina"), "{}", page.body);
    let found = anna.post("/cases/search", &[("text", "rahimi amina")]);
    assert!(
        found.body.contains("A1") && found.body.contains("Rahimi"),
        "{}",
        found.body
    );
    drop(server);
    here.done(&["audit", "verify"]);
}

#[expect(clippy::too_many_lines, reason = "one story, told through")]
fn rotate(here: &Installation) {
    let waiting = with_people(here);
    all_opens(here, &waiting);
    let before = fs::read(here.path("master.key")).unwrap();
    let told = here.run(&["key", "rotate-master"]);
    assert_eq!(
        (told.code, told.out.as_str()),
        (Some(0), ""),
        "{}",
        told.err
    );
    let after = fs::read(here.path("master.key")).unwrap();
    assert_ne!(before, after);
    assert!(told.err.contains("master.key.before-"), "{}", told.err);
    all_opens(here, &waiting);
    let told = here.run(&["key", "rotate-site", "--site", SITE]);
    assert!(told.err.contains("1 people, 1 lists"), "{}", told.err);
    all_opens(here, &waiting);
    here.done(&["key", "rotate-site", "--all"]);
    secret(&here.path("words"), "pferd batterie heftklammer\n");
    let told = here.run(&["key", "rotate-master", "--to-passphrase-file", "words"]);
    assert!(
        told.err.contains("passphrase_file = \"words\""),
        "{}",
        told.err
    );
    refused(
        &here.run(&["site", "list"]),
        &["does not belong to this database"],
    );
    here.configure("passphrase_file = \"words\"");
    all_opens(here, &waiting);
    refused(
        &here.run(&["key", "rotate-master", "--to-passphrase-file", "words"]),
        &["is the master key already"],
    );
    refused(
        &here.run(&["key", "rotate-master"]),
        &["--to-passphrase-file"],
    );
    here.done(&["key", "rotate-master", "--to-key-file", "second.key"]);
    here.configure("key_file = \"second.key\"");
    all_opens(here, &waiting);
    let acts = acts(here, "key.");
    assert_eq!(
        acts,
        ["key.rotate-master"; 3]
            .into_iter()
            .chain(["key.rotate-site"; 2])
            .collect::<Vec<_>>()
    );
    refused(
        &here.run(&["key", "rotate-site", "--site", "01234"]),
        &["no site 01234"],
    );
}

#[test]
fn keys_are_replaced_and_everything_still_opens() {
    rotate(&Installation::new());
}

#[test]
fn keys_are_replaced_on_postgresql_too() {
    let Some(url) = postgres("keys") else { return };
    make_schema("keys");
    let here = Installation::on(&url);
    rotate(&here);
    let server = here.serve();
    refused(
        &here.run(&["key", "rotate-site", "--all"]),
        &["another process", "stop it first"],
    );
    assert!(
        here.done(&["site", "list"]).starts_with(SITE),
        "other commands run beside it"
    );
    drop(server);
}

/// Ends the connections of the programs that work with this database, not those of a rotation.
async fn disconnect(db: &Db) {
    let sql = "select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and classid = 5473 and mode = 'ShareLock'
        and objid::bigint = hashtext(current_schema())::bigint & 4294967295";
    let mut tx = db.read().await.unwrap();
    tx.all(sql, values![]).await.unwrap();
}

/// Takes every chance that a server without connections leaves.
async fn rotate_while_it_reconnects(here: &Installation, db: &Db) {
    for _ in 0..10 {
        let mut command = here.command(&["key", "rotate-site", "--all"]);
        let mut rotation = command.stderr(std::process::Stdio::null()).spawn().unwrap();
        let status = loop {
            disconnect(db).await;
            if let Some(status) = rotation.try_wait().unwrap() {
                break status;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        if status.success() {
            return;
        }
    }
    panic!("the rotation never got in");
}

fn finds(anna: &Visitor, name: &str, number: &str) {
    let found = anna.post("/cases/search", &[("text", name)]);
    assert!(
        found.status == 200 && found.body.contains(number),
        "{}",
        found.body
    );
}

#[test]
fn a_server_that_reconnects_after_a_rotation_reads_the_new_keys() {
    let Some(url) = postgres("reconnects") else {
        return;
    };
    let schema = make_schema("reconnects");
    let here = Installation::on(&url);
    with_people(&here);
    let server = here.serve();
    let anna = server.sign_in("anna@example.org");
    finds(&anna, "rahimi", "A1");
    block(async {
        let db = Db::open_schema(&schema.0, &schema.1).await.unwrap();
        rotate_while_it_reconnects(&here, &db).await;
        db.close().await;
    });
    finds(&anna, "rahimi", "A1");
    let case = [
        ("family_name", "Sommer"),
        ("number", "B2"),
        ("indication", "referral"),
        ("same_as", "new"),
    ];
    let saved = anna.post("/cases", &case);
    assert_eq!(saved.status, 303, "{}", saved.body);
    drop(server);
    let server = here.serve();
    let anna = anna.at(&server);
    finds(&anna, "rahimi", "A1");
    finds(&anna, "sommer", "B2");
}

#[test]
fn a_stopped_rotation_is_finished_or_never_was() {
    let here = Installation::new();
    let waiting = with_people(&here);
    let (key, next) = (here.path("master.key"), here.path("master.key.new"));
    // Stopped after the database and before the files.
    let old = fs::read_to_string(&key).unwrap();
    here.done(&["key", "rotate-master"]);
    fs::rename(&key, &next).unwrap();
    secret(&key, &old);
    all_opens(&here, &waiting);
    assert!(!exists(&next));
    // Stopped after the files and before the database.
    fs::copy(with_site().path("master.key"), &next).unwrap();
    mode(&next, 0o600);
    all_opens(&here, &waiting);
    here.done(&["key", "rotate-master"]);
    // Stopped anywhere.
    for wait in 0..25 {
        let mut command = here.command(&["key", "rotate-master"]);
        let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait * 5));
        child.kill().unwrap();
        child.wait().unwrap();
        here.done(&["site", "list"]);
    }
    all_opens(&here, &waiting);
}
