//! `teilhabe protect` as scripts call it: where its files go, and that there are none if it fails.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};

use crate::operators::refused;
use crate::program::{Installation, Told};

const TABLE: &str = "a,b,n\nx,p,5\nx,q,7\ny,p,2\ny,q,9\n";
/// By hand: the 2 needs a circle, and only all four cells make one.
const PROTECTED: &str = "a,b,n,status\nx,p,,suppressed\nx,q,,suppressed\nx,Total,12,published\n\
    y,p,,suppressed\ny,q,,suppressed\ny,Total,11,published\nTotal,p,7,published\n\
    Total,q,16,published\nTotal,Total,23,published\n";

fn with_table(text: &[u8]) -> Installation {
    let here = Installation::new();
    fs::write(here.path("t.csv"), text).unwrap();
    here
}

fn protect(here: &Installation, more: &[&str]) -> Told {
    here.run(&[&["protect", "t.csv"], more].concat())
}

fn permissions(here: &Installation, name: &str) -> u32 {
    fs::metadata(here.path(name)).unwrap().permissions().mode() & 0o777
}

#[test]
fn the_table_is_for_all_and_the_certificate_for_its_owner() {
    let here = with_table(TABLE.as_bytes());
    fs::write(here.path("c.json"), "old").unwrap();
    fs::write(here.path("plain"), "").unwrap();
    let told = protect(&here, &["--out", "o.csv", "--certificate", "c.json"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert_eq!(format!("{}{}", told.out, told.err), "");
    assert_eq!(fs::read_to_string(here.path("o.csv")).unwrap(), PROTECTED);
    assert_eq!(permissions(&here, "o.csv"), permissions(&here, "plain"));
    assert_eq!(permissions(&here, "c.json"), 0o600);
}

#[test]
fn a_link_is_followed_and_a_pipe_is_written_to() {
    let here = with_table(TABLE.as_bytes());
    fs::create_dir(here.path("shelf")).unwrap();
    symlink("shelf/o.csv", here.path("link.csv")).unwrap();
    fs::write(here.path("shelf/o.csv"), "old").unwrap();
    assert_eq!(protect(&here, &["--out", "link.csv"]).code, Some(0));
    assert!(here.path("link.csv").is_symlink());
    let found = fs::read_to_string(here.path("shelf/o.csv")).unwrap();
    assert_eq!(found, PROTECTED);

    let pipe = here.path("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let mut reader = Command::new("timeout");
    reader.args(["20", "cat"]).arg(&pipe).stdout(Stdio::piped());
    let reader = reader.spawn().unwrap();
    assert_eq!(protect(&here, &["--out", "pipe"]).code, Some(0));
    let read = reader.wait_with_output().unwrap().stdout;
    assert_eq!(String::from_utf8(read).unwrap(), PROTECTED);
}

#[test]
fn a_dash_is_the_standard_output() {
    let here = with_table(TABLE.as_bytes());
    let told = protect(&here, &["--out", "-", "--certificate", "c.json"]);
    assert_eq!((told.code, told.out.as_str()), (Some(0), PROTECTED));
    assert!(!here.path("-").exists() && here.path("c.json").exists());

    fs::write(here.path("log"), "before\n").unwrap();
    let log = fs::File::options().append(true).open(here.path("log"));
    let mut command = here.command(&["protect", "t.csv", "--out", "-"]);
    assert!(command.stdout(log.unwrap()).status().unwrap().success());
    let found = fs::read_to_string(here.path("log")).unwrap();
    assert_eq!(found, format!("before\n{PROTECTED}"));
}

#[test]
fn a_table_does_not_take_the_place_of_its_certificate() {
    let here = with_table(TABLE.as_bytes());
    let told = protect(&here, &["--out", "o.csv", "--certificate", "./o.csv"]);
    refused(&told, &["the same file"]);
    assert!(!here.path("o.csv").exists());
}

#[test]
fn what_is_read_is_not_written_over() {
    let here = with_table(TABLE.as_bytes());
    let tree = "child,parent\nx,all\ny,all\n";
    fs::write(here.path("h.csv"), tree).unwrap();
    let told = protect(&here, &["--out", "./t.csv"]);
    refused(&told, &["the same file"]);
    let files = ["--out", "o.csv", "--hierarchy", "a=h.csv"];
    let told = protect(&here, &[&files[..], &["--certificate", "h.csv"]].concat());
    refused(&told, &["the same file"]);
    assert_eq!(fs::read_to_string(here.path("t.csv")).unwrap(), TABLE);
    assert_eq!(fs::read_to_string(here.path("h.csv")).unwrap(), tree);
}

#[test]
fn without_protection_there_is_no_file() {
    let here = with_table(TABLE.as_bytes());
    let files = ["--out", "o.csv", "--certificate", "c.json"];
    let told = protect(&here, &[&files[..], &["--time-limit", "0"]].concat());
    refused(&told, &["the time limit ended"]);
    refused(&protect(&here, &["--out", "none/o.csv"]), &["none/o.csv"]);
    refused(&protect(&here, &["--out", "."]), &["is a folder"]);
    let mut left: Vec<_> = fs::read_dir(here.path("")).unwrap().collect();
    left.retain(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name != "t.csv" && name != "teilhabe.toml"
    });
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_table_of_another_shape_is_one_line() {
    for (text, words) in [
        (&b"Gr\xf6\xdfe,n\nx,5\n"[..], "is no UTF-8 text"),
        (b"a;n\nx;5\n", "parted by commas"),
        (b"a,b,n\nx,p,5\nx,7\n", "line 3: 2 columns"),
    ] {
        refused(&protect(&with_table(text), &["--out", "o.csv"]), &[words]);
    }
}
