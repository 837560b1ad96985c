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

/// Where the one person's wrapped key lies in a file.
fn place_of_the_key(here: &Installation, file: &Path) -> usize {
    let wrapped: Vec<u8> = block(async {
        let db = Db::open_reading(&here.database).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let sql = "select wrapped from person_keys";
        let row = tx.one(sql, values![]).await.unwrap();
        drop(tx);
        db.close().await;
        row.get("wrapped").unwrap()
    });
    let bytes = fs::read(file).unwrap();
    let mut windows = bytes.windows(wrapped.len());
    windows.position(|window| window == wrapped).unwrap()
}

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
    let place = place_of_the_key(&here, &whole);
    fs::copy(&whole, here.path("page")).unwrap();
    let page = place / PAGE * PAGE;
    overwrite(&here.path("page"), page, &[0x55; PAGE]);
    fs::copy(&whole, here.path("key")).unwrap();
    overwrite(&here.path("key"), place + 30, &[0, 0]);
    let elsewhere = Installation::new();
    for file in ["a.backup", "page", "key", "master.key"] {
        fs::copy(here.path(file), elsewhere.path(file)).unwrap();
    }
    refused(
        &elsewhere.run(&["restore", "page"]),
        &["page: is damaged", "page"],
    );
    refused(
        &elsewhere.run(&["restore", "key"]),
        &["is damaged", "not every key in it opens"],
    );
    let left = fs::read_dir(elsewhere.path("")).unwrap();
    assert_eq!(left.count(), 5, "the four and the configuration");
    let told = elsewhere.run(&["restore", "a.backup"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
}

#[test]
fn no_backup_is_made_of_a_damaged_database() {
    let here = with_a_person();
    let file = here.path("teilhabe.sqlite");
    let page = place_of_the_key(&here, &file) / PAGE * PAGE;
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
    assert!(told.err.contains("0 breaks"), "{}", told.err);
    let told = elsewhere.run(&["restore", "a.backup"]);
    refused(&told, &["there is a database already", "move it away"]);
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
