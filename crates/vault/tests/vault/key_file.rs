//! The master key's file and its messages.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    thread,
};

use tempfile::TempDir;
use vault::MasterKey;

fn key_in_new_folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master.key");
    (folder, path)
}

fn refusal(path: &Path) -> String {
    let message = MasterKey::open(path).unwrap_err().to_string();
    assert!(!message.contains('\n'), "{message}");
    message.replace(&path.display().to_string(), "FILE")
}

#[test]
fn the_first_start_makes_a_file_that_only_its_owner_can_use() {
    let (folder, path) = key_in_new_folder();
    let made = MasterKey::open_or_create(&path).unwrap();
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o7777,
        0o600
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let again = MasterKey::open_or_create(&path).unwrap();
    assert_eq!(again.fingerprint(), made.fingerprint());
}

#[test]
fn processes_that_start_together_get_the_same_key() {
    let (folder, path) = key_in_new_folder();
    let prints: Vec<_> = thread::scope(|scope| {
        let starts: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| MasterKey::open_or_create(&path).unwrap()))
            .collect();
        starts
            .into_iter()
            .map(|start| start.join().unwrap().fingerprint())
            .collect()
    });
    assert!(prints.iter().all(|print| *print == prints[0]));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_key_is_never_overwritten() {
    let (_folder, path) = key_in_new_folder();
    let first = MasterKey::create(&path).unwrap();
    let message = MasterKey::create(&path).unwrap_err().to_string();
    assert!(
        message.ends_with("exists already: a master key is never overwritten"),
        "{message}"
    );
    assert_eq!(
        MasterKey::open(&path).unwrap().fingerprint(),
        first.fingerprint()
    );
}

#[test]
fn a_missing_key_is_one_clear_message() {
    let (_folder, path) = key_in_new_folder();
    let expected = "no master key at FILE: put back the key file that belongs to this database";
    assert_eq!(refusal(&path), expected);
    assert!(!path.exists());
}

#[test]
fn a_file_that_others_can_use_is_refused() {
    for mode in [0o644, 0o640, 0o604, 0o620] {
        let (_folder, path) = key_in_new_folder();
        MasterKey::create(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let expected = format!(
            "master key FILE is open to other users (mode {mode:04o}): run chmod 600 on it"
        );
        assert_eq!(refusal(&path), expected);
    }
}

#[test]
fn a_damaged_file_is_one_clear_message_that_quotes_nothing() {
    let (_folder, path) = key_in_new_folder();
    MasterKey::create(&path).unwrap();
    let whole = fs::read_to_string(&path).unwrap();
    let key = whole
        .lines()
        .find_map(|line| line.strip_prefix("key: "))
        .unwrap();
    let other_digit = if key.starts_with('0') { "1" } else { "0" };
    let no_header = "it does not begin with the line \"vault master key 1\"";
    let no_match = "key and check value do not match";
    let no_digits = "the key is not 64 hexadecimal digits";
    let cases = [
        (String::new(), no_header),
        ("-----BEGIN PRIVATE KEY-----\n".into(), no_header),
        (whole[..whole.len() - 20].into(), no_match),
        (
            whole.replace(key, &format!("{other_digit}{}", &key[1..])),
            no_match,
        ),
        (whole.replace(key, &key[..62]), no_digits),
        (whole.replace(key, &format!("g{}", &key[1..])), no_digits),
        (whole.replace("check:", "# check:"), "no check value"),
        (format!("{whole}key: {key}\n"), "more lines than expected"),
        ("x".repeat(5000), "far too long"),
    ];
    for (content, reason) in cases {
        fs::write(&path, content).unwrap();
        let expected = format!("master key FILE is damaged ({reason}): put back an intact copy");
        assert_eq!(refusal(&path), expected);
    }
}

#[test]
fn a_file_that_is_no_text_is_refused_and_left_alone() {
    let (_folder, path) = key_in_new_folder();
    MasterKey::create(&path).unwrap();
    fs::write(&path, [0xff, 0xfe]).unwrap();
    assert!(refusal(&path).contains("(not text)"));
    assert!(MasterKey::open_or_create(&path).is_err());
    assert_eq!(fs::read(&path).unwrap(), [0xff, 0xfe]);
}

#[test]
fn a_folder_in_place_of_the_key_or_no_folder_at_all_is_one_clear_message() {
    let folder = tempfile::tempdir().unwrap();
    assert!(refusal(folder.path()).contains("damaged (not a file)"));
    let message = MasterKey::open_or_create(&folder.path().join("no/master.key"))
        .unwrap_err()
        .to_string();
    assert!(
        message.starts_with("cannot create master key "),
        "{message}"
    );
}

#[test]
fn a_key_of_another_database_is_told_by_its_fingerprint() {
    let (mine, other) = (MasterKey::generate(), MasterKey::generate());
    mine.check(mine.fingerprint().as_bytes()).unwrap();
    let message = mine
        .check(other.fingerprint().as_bytes())
        .unwrap_err()
        .to_string();
    let expected = format!(
        "wrong master key: this database was sealed with another one (key given: {}, needed: {})",
        mine.fingerprint(),
        other.fingerprint(),
    );
    assert_eq!(message, expected);
    assert!(mine.check(&[]).is_err());
}

#[test]
fn a_short_passphrase_is_refused() {
    let message = MasterKey::from_passphrase("fünfzehn Zeiche", &[1; 16])
        .unwrap_err()
        .to_string();
    assert_eq!(
        message,
        "the passphrase is too short: it needs at least 16 characters"
    );
}
