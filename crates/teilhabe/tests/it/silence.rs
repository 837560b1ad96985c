//! A whole working day with a telling name, which then stands in no log, address, figure of the
//! operators or byte of the database.

use std::fs;

use crate::program::{Installation, Reply, Server};

const SITE: &str = "05315";
/// Parts of what was typed, in small letters.
const TELLING: &[&str] = &[
    "zwetschgenbaum",
    "quirin",
    "2001-04-09",
    "09.04.2001",
    "lindwurmgasse",
    "hühnerauge",
];

fn is_silent(what: &str, text: &str) {
    let text = text.to_lowercase();
    for word in TELLING {
        assert!(!text.contains(word), "{what} tells {word}");
    }
}

/// An answer that moves on; its address must be silent.
fn moved(answer: Reply) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    is_silent("an address", &answer.location);
    answer.location
}

fn loud(here: &Installation) -> Server {
    let mut command = here.command(&["serve", "--listen", "127.0.0.1:0"]);
    command.env("RUST_LOG", "debug");
    Server::start(command)
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told through")]
fn a_telling_name_stands_nowhere_in_clear() {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    here.hire("anna@example.org", "case_manager", SITE);
    let server = loud(&here);
    let anna = server.sign_in("anna@example.org");
    let person = [
        ("family_name", "Zwetschgenbaum"),
        ("given_name", "Quirin"),
        ("birth", "09.04.2001"),
        ("address", "Lindwurmgasse 7"),
        ("indication", "referral"),
    ];
    let case = moved(anna.post("/cases", &person));
    let note = [
        ("form", "phone"),
        ("note", "Hühnerauge von Quirin Zwetschgenbaum"),
    ];
    moved(anna.post(&format!("{case}/contacts"), &note));
    assert!(
        anna.get(&case).body.contains("Zwetschgenbaum"),
        "it is there to be seen"
    );
    let found = anna.post("/cases/search", &[("text", "Zwetschgenbaum Quirin")]);
    assert!(
        found.status == 200 && found.body.contains("Zwetschgenbaum"),
        "{}",
        found.body
    );
    let wrong = anna.post(
        "/cases",
        &[
            ("family_name", "Zwetschgenbaum"),
            ("birth", "Lindwurmgasse"),
        ],
    );
    assert_eq!(wrong.status, 422);
    let list = "Nachname;Vorname;Geburtsdatum\nZwetschgenbaum;Quirin;09.04.2001\nZwetschgenbaum;Quirin;99.99.9999\n";
    let import = moved(anna.try_upload(list).unwrap());
    moved(anna.post(&format!("{import}/check"), &[]));
    for path in [
        "/nowhere/Zwetschgenbaum",
        "/cases?q=Zwetschgenbaum",
        "/cases/Quirin",
    ] {
        anna.get(path);
    }
    while !anna
        .get("/metrics")
        .body
        .contains("teilhabe_jobs_waiting 0")
    {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(anna.get(&import).body.contains("C3"), "the row is refused");
    is_silent("the metrics", &anna.get("/metrics").body);
    is_silent("the health", &anna.get("/health").body);
    let log = server.log();
    assert!(
        log.contains("/cases/{id}/contacts"),
        "the log tells routes: {log}"
    );
    is_silent("the log", &log);
    for file in ["teilhabe.sqlite", "teilhabe.sqlite-wal"] {
        let bytes = fs::read(here.path(file)).unwrap_or_default();
        is_silent(file, &String::from_utf8_lossy(&bytes));
    }
    drop(server);
    fs::write(here.path("list.csv"), list).unwrap();
    let told = here.run(&["import", "cases", "list.csv", "--site", SITE]);
    assert_eq!(told.code, Some(1));
    is_silent("a message of the import", &told.err);
}
