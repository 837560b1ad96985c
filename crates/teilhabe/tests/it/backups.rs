//! Copies that must not take the place of a database: damaged ones, and any where one is left.

use std::fs;
use std::path::Path;
use std::process::Command;

use db::{Db, values};

use crate::operators::{block, refused};
use crate::program::{Installation, exists, postgres};

const SITE: &str = "05315";
const LIST: &str = "Nachname;Vorname;Geburtsdatum;Fallnummer\nRahimi;Amina;09.04.2001;A1\n";
const PAGE: usize = 4096;

fn with_a_person() -> Installation {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    fs::write(here.path("list.csv"), LIST).unwrap();
    here.done(&["import", "cases", "list.csv", "--site", SITE]);
    // All of it in the one file.
    block(async { Db::open(&here.database).await.unwrap().close().await });
    here
}

/// Where bytes of the one person lie in a file.
fn place_of(here: &Installation, file: &Path, sql: &'static str) -> usize {
    let wanted: Vec<u8> = block(async {
        let db = Db::open_reading(&here.database).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let row = tx.one(sql, values![]).await.unwrap();
        drop(tx);
        db.close().await;
        row.get("wanted").unwrap()
    });
    let bytes = fs::read(file).unwrap();
    let mut windows = bytes.windows(wanted.len());
    windows.position(|window| window == wanted).unwrap()
}

const KEY: &str = "select wrapped as wanted from person_keys";
const NAME: &str = "select family_name as wanted from person_identity";

fn overwrite(file: &Path, place: usize, bytes: &[u8]) {
    let mut all = fs::read(file).unwrap();
    all[place..place + bytes.len()].copy_from_slice(bytes);
    fs::write(file, all).unwrap();
}

#[test]
fn what_is_left_of_another_database_is_not_mixed_into_the_restored_one() {
    let here = with_a_person();
    here.done(&["backup", "a.backup"]);
    fs::remove_file(here.path("teilhabe.sqlite")).unwrap();
    for left in ["teilhabe.sqlite-wal", "teilhabe.sqlite-shm"] {
        fs::write(here.path(left), "left").unwrap();
        let told = here.run(&["restore", "a.backup"]);
        refused(&told, &[left, "move it away too"]);
        assert!(!exists(&here.path("teilhabe.sqlite")));
        assert_eq!(fs::read(here.path(left)).unwrap(), b"left");
        fs::remove_file(here.path(left)).unwrap();
    }
    let told = here.run(&["restore", "a.backup"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
}

#[test]
fn a_damaged_copy_takes_no_place() {
    let here = with_a_person();
    here.done(&["backup", "a.backup"]);
    let whole = here.path("a.backup");
    let place = place_of(&here, &whole, KEY);
    fs::copy(&whole, here.path("page")).unwrap();
    let page = place / PAGE * PAGE;
    overwrite(&here.path("page"), page, &[0x55; PAGE]);
    fs::copy(&whole, here.path("key")).unwrap();
    overwrite(&here.path("key"), place + 30, &[0, 0]);
    fs::copy(&whole, here.path("name")).unwrap();
    let name = place_of(&here, &whole, NAME);
    overwrite(&here.path("name"), name + 20, &[0, 0]);
    let elsewhere = Installation::new();
    for file in ["a.backup", "page", "key", "name", "master.key"] {
        fs::copy(here.path(file), elsewhere.path(file)).unwrap();
    }
    refused(
        &elsewhere.run(&["restore", "page"]),
        &["page: is damaged", "page"],
    );
    for file in ["key", "name"] {
        refused(
            &elsewhere.run(&["restore", file]),
            &["is damaged", "not everything that is sealed in it opens"],
        );
    }
    let left = fs::read_dir(elsewhere.path("")).unwrap();
    assert_eq!(left.count(), 6, "the five and the configuration");
    let told = elsewhere.run(&["restore", "a.backup"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
}

#[test]
fn no_backup_is_made_of_a_damaged_database() {
    let here = with_a_person();
    let file = here.path("teilhabe.sqlite");
    let page = place_of(&here, &file, KEY) / PAGE * PAGE;
    overwrite(&file, page, &[0x55; PAGE]);
    refused(&here.run(&["backup", "a.backup"]), &["a.backup"]);
    for left in ["a.backup", "a.backup.unfinished"] {
        assert!(!exists(&here.path(left)), "{left}");
    }
}

/// A database of its own on the server of the tests, for a copy holds all schemas of one.
fn database(name: &str) -> Option<String> {
    let url = postgres(name)?;
    let url = url.split("&options=").next().unwrap();
    let name = format!("{name}_{}", std::process::id());
    let mut command = Command::new("createdb");
    command.arg(format!("--maintenance-db={url}")).arg(&name);
    assert!(command.status().unwrap().success());
    Some(url.replace("/postgres?", &format!("/{name}?")))
}

#[test]
fn a_copy_of_a_server_fills_an_empty_database_that_has_its_key() {
    let (Some(from), Some(to)) = (database("copied"), database("filled")) else {
        return;
    };
    let here = Installation::on(&from);
    here.done(&["site", "add", "--ags", SITE]);
    fs::write(here.path("list.csv"), LIST).unwrap();
    here.done(&["import", "cases", "list.csv", "--site", SITE]);
    here.done(&["backup", "a.backup"]);
    let elsewhere = Installation::on(&to);
    fs::copy(here.path("a.backup"), elsewhere.path("a.backup")).unwrap();
    fs::write(elsewhere.path("text"), "Dear diary").unwrap();
    let told = elsewhere.run(&["restore", "text"]);
    refused(&told, &["text: is not a backup of this program"]);
    let told = elsewhere.run(&["restore", "a.backup"]);
    refused(&told, &["no master key at"]);
    let foreign = with_a_person();
    fs::copy(foreign.path("master.key"), elsewhere.path("master.key")).unwrap();
    let told = elsewhere.run(&["restore", "a.backup"]);
    refused(&told, &["does not belong to this database"]);
    fs::copy(here.path("master.key"), elsewhere.path("master.key")).unwrap();
    let told = elsewhere.run(&["restore", "a.backup"]);
    assert_eq!(told.code, Some(0), "nothing was filled: {}", told.err);
    assert!(told.err.contains("audit lines hold"), "{}", told.err);
    let told = elsewhere.run(&["restore", "a.backup"]);
    refused(&told, &["there is a database already", "move it away"]);
}

#[test]
fn a_server_whose_trail_was_altered_is_neither_copied_nor_brought_back() {
    let (Some(from), Some(to)) = (database("altered"), database("emptied")) else {
        return;
    };
    let here = Installation::on(&from);
    here.done(&["site", "add", "--ags", SITE]);
    here.done(&["backup", "a.backup"]);
    block(async {
        let db = Db::open(&from).await.unwrap();
        let mut tx = db.write().await.unwrap();
        let sql = "update audit set detail = '{}' where seq = 1";
        tx.run(sql, values![]).await.unwrap();
        tx.commit().await.unwrap();
        db.close().await;
    });
    refused(
        &here.run(&["backup", "b.backup"]),
        &["does not hold", "altered"],
    );
    assert!(!exists(&here.path("b.backup")));
    let mut dump = Command::new("pg_dump");
    let altered = here.path("altered");
    dump.args(["--format=custom", "--file"])
        .arg(&altered)
        .arg(&from);
    assert!(dump.status().unwrap().success());
    let elsewhere = Installation::on(&to);
    for file in ["a.backup", "altered", "master.key"] {
        fs::copy(here.path(file), elsewhere.path(file)).unwrap();
    }
    let told = elsewhere.run(&["restore", "altered"]);
    refused(&told, &["does not hold", "altered"]);
    let told = elsewhere.run(&["restore", "a.backup"]);
    assert_eq!(told.code, Some(0), "it was emptied again: {}", told.err);
}

#[test]
fn a_server_that_cannot_be_copied_leaves_no_file() {
    let here = Installation::on("postgres://anna:lampe@localhost/none?host=/nowhere");
    refused(
        &here.run(&["backup", "a.backup"]),
        &["pg_dump: ", "/nowhere"],
    );
    let left = fs::read_dir(here.path("")).unwrap();
    assert_eq!(left.count(), 1, "the configuration");
}
