//! What an operator can get wrong at the start, and the keys: one line that says what to do.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use db::{Db, values};

use crate::program::{Installation, Told, Visitor, exists, make_schema, postgres};

const SITE: &str = "05315";

/// Refused in one line, with nothing on stdout.
pub(crate) fn refused(told: &Told, words: &[&str]) {
    assert_eq!(
        (told.code, told.out.as_str()),
        (Some(1), ""),
        "{}",
        told.err
    );
    assert_eq!(told.err.lines().count(), 1, "{}", told.err);
    for word in words {
        assert!(told.err.contains(word), "{word}: {}", told.err);
    }
}

fn with_site() -> Installation {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    here
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Writes a file that only its owner may read.
fn secret(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    mode(path, 0o600);
}

#[test]
fn a_second_process_on_the_same_file_is_refused() {
    let here = with_site();
    let _server = here.serve();
    let told = here.run(&["site", "list"]);
    refused(
        &told,
        &["another process works with this database", "stop it first"],
    );
    refused(&here.run(&["key", "rotate-master"]), &["stop it first"]);
}

#[test]
fn a_missing_foreign_or_readable_master_key_is_one_line() {
    let here = with_site();
    let key = here.path("master.key");
    mode(&key, 0o644);
    refused(
        &here.run(&["site", "list"]),
        &["master.key", "open to other users", "chmod 600"],
    );
    let aside = here.path("aside");
    fs::rename(&key, &aside).unwrap();
    refused(
        &here.run(&["site", "list"]),
        &["no master key at", "put back the key file"],
    );
    assert!(!exists(&key), "an old database gets no new key");
    fs::copy(with_site().path("master.key"), &key).unwrap();
    refused(
        &here.run(&["site", "list"]),
        &["does not belong to this database"],
    );
    fs::rename(&aside, &key).unwrap();
    mode(&key, 0o600);
    assert!(here.done(&["site", "list"]).starts_with(SITE));
}

#[test]
fn a_passphrase_takes_the_place_of_the_file_and_a_wrong_one_is_one_line() {
    let here = Installation::new();
    here.configure("passphrase_file = \"words\"");
    let words = here.path("words");
    let add = ["site", "add", "--ags", SITE];
    refused(&here.run(&add), &["words", "cannot be read"]);
    secret(&words, "kurz\n");
    refused(&here.run(&add), &["too short", "16"]);
    secret(&words, "pferd batterie heftklammer\n");
    here.done(&["site", "add", "--ags", SITE]);
    assert!(here.done(&["site", "list"]).starts_with(SITE));
    mode(&words, 0o640);
    refused(
        &here.run(&["site", "list"]),
        &["open to other users", "chmod 600"],
    );
    secret(&words, "pferd batterie heftklammern\n");
    refused(
        &here.run(&["site", "list"]),
        &["does not belong to this database", "passphrase"],
    );
    secret(&words, "pferd batterie heftklammer\n");
    let salt = here.path("words.salt");
    fs::rename(&salt, here.path("aside")).unwrap();
    refused(
        &here.run(&["site", "list"]),
        &["words.salt", "put back the salt"],
    );
    assert!(!exists(&salt), "an old database gets no new salt");
}

#[test]
fn a_database_from_a_newer_program_or_none_at_all_is_one_line() {
    let here = with_site();
    block(async {
        let db = Db::open(&here.database).await.unwrap();
        let mut tx = db.write().await.unwrap();
        let sql =
            "insert into schema_migrations (position, name, checksum) values (99, 'future/1', 'x')";
        tx.run(sql, values![]).await.unwrap();
        tx.commit().await.unwrap();
        db.close().await;
    });
    for command in [
        &["serve", "--listen", "127.0.0.1:0"][..],
        &["database", "migrate"],
    ] {
        refused(&here.run(command), &["newer than this program", "future/1"]);
    }
    for log in ["teilhabe.sqlite-wal", "teilhabe.sqlite-shm"] {
        let _ = fs::remove_file(here.path(log));
    }
    fs::write(here.path("teilhabe.sqlite"), "no database".repeat(1_000)).unwrap();
    refused(
        &here.run(&["site", "list"]),
        &["teilhabe.sqlite", "damaged"],
    );
}

#[test]
fn only_what_begins_an_installation_makes_a_database() {
    let here = Installation::new();
    fs::write(here.path("list.csv"), LIST).unwrap();
    let full = here.path("teilhabe.sqlite");
    let no_database = format!("no database at {}", full.display());
    for command in [
        "site list",
        "user add a@example.org --name A --role evaluator",
        "user list",
        "user password a@example.org",
        "user lock a@example.org",
        "key rotate-master",
        "database check",
        "audit verify",
        "audit heads",
        "backup a.backup",
        "report annual --year 2021 --out a.pdf",
        "statistics --measure entries --by year --from 2020 --to 2021",
    ] {
        let command: Vec<&str> = command.split(' ').collect();
        refused(&here.run(&command), &[&no_database, "--config"]);
    }
    let told = here.run(&["import", "cases", "list.csv", "--site", SITE]);
    assert!(
        told.code == Some(2) && told.err.contains(&no_database),
        "{}",
        told.err
    );
    let left = fs::read_dir(here.path("")).unwrap();
    assert_eq!(left.count(), 2, "the configuration and the list");
}

#[test]
fn a_configuration_that_cannot_be_read_is_one_line() {
    let here = Installation::new();
    here.configure("kye_file = \"a\"");
    refused(
        &here.run(&["site", "list"]),
        &["teilhabe.toml: line 2", "kye_file"],
    );
    here.configure("key_file = \"a\"\npassphrase_file = \"b\"");
    refused(&here.run(&["site", "list"]), &["exclude each other"]);
    for (line, words) in [
        (
            "public_url = \"teilhabe.stadt.example\"",
            "public_url must begin with",
        ),
        ("address_header = \"x forwarded\"", "address_header"),
    ] {
        here.configure(line);
        refused(&here.run(&["site", "list"]), &["teilhabe.toml: ", words]);
    }
    refused(
        &here.run(&["--config", "nowhere.toml", "site", "list"]),
        &["nowhere.toml"],
    );
}

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

/// Acts in the trails whose name begins so, by name.
pub(crate) fn acts(here: &Installation, begin: &str) -> Vec<String> {
    let mut acts = block(async {
        let db = Db::open(&here.database).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let sql = "select act from audit order by act";
        let rows = tx.all(sql, values![]).await.unwrap();
        drop(tx);
        db.close().await;
        let acts = rows.iter().map(|row| row.get::<String>("act").unwrap());
        acts.collect::<Vec<_>>()
    });
    acts.retain(|act| act.starts_with(begin));
    acts
}

pub(crate) fn block<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}
