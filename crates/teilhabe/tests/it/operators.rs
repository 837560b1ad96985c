//! What an operator can get wrong at the start: one line that says what to do.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use db::{Db, values};

use crate::program::{Installation, Told, exists};

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

pub(crate) fn with_site() -> Installation {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    here
}

pub(crate) fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Writes a file that only its owner may read.
pub(crate) fn secret(path: &Path, text: &str) {
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
fn paths_of_a_configuration_count_from_its_folder() {
    let here = with_site();
    let config = here.path("teilhabe.toml");
    let text = "database = \"sqlite:teilhabe.sqlite\"\nkey_file = \"master.key\"\n";
    fs::write(&config, text).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let mut command = here.command(&["site", "list", "--config"]);
    let output = command
        .arg(&config)
        .current_dir(elsewhere.path())
        .output()
        .unwrap();
    let list = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && list.contains(SITE), "{list}");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn a_lost_database_is_not_replaced_by_an_empty_one() {
    let here = with_site();
    fs::remove_file(here.path("teilhabe.sqlite")).unwrap();
    for command in [&["serve"][..], &["site", "add", "--ags", SITE]] {
        refused(
            &here.run(command),
            &["no database at", "master.key", "restore"],
        );
    }
    assert!(!exists(&here.path("teilhabe.sqlite")));
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
    fs::write(here.path("list.csv"), "Nachname\nRahimi\n").unwrap();
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
