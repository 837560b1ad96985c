//! The command line as operators use it: backups, the trail, distribution.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use db::{Db, values};
use platform::Role;

use crate::architecture::root;
use crate::operators::{acts, block, refused, with_site};
use crate::program::{Installation, exists, make_schema, postgres};

const SITE: &str = "05315";

/// All commands, each with the words before it.
fn leaves(here: &Installation, words: &[String], found: &mut Vec<Vec<String>>) {
    let mut args: Vec<&str> = words.iter().map(String::as_str).collect();
    args.push("--help");
    let help = here.done(&args);
    let Some(list) = help.split("Commands:\n").nth(1) else {
        assert!(help.contains("Example"), "{words:?} has no example: {help}");
        found.push(words.to_vec());
        return;
    };
    for line in list.lines().take_while(|line| line.starts_with("  ")) {
        let name = line.split_whitespace().next().unwrap_or_default();
        let is_name = line.starts_with("  ") && !line.starts_with("   ");
        if is_name && name != "help" {
            leaves(here, &[words, &[name.to_owned()]].concat(), found);
        }
    }
}

#[test]
fn every_command_explains_itself_with_an_example() {
    let mut found = Vec::new();
    leaves(&Installation::new(), &[], &mut found);
    assert!(found.len() >= 20, "{found:?}");
}

/// As behind `| head -0`, and with a disk without room behind `>`.
#[test]
fn a_reader_that_has_seen_enough_is_no_error_and_a_full_disk_is_one_line() {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    fs::write(here.path("person.json"), "{}").unwrap();
    fs::write(here.path("list.csv"), "Name;Vorname\nRahimi;Amina\n").unwrap();
    for args in [
        "site list",
        "audit heads",
        "statistics --measure entries --by year --from 2020 --to 2021",
        "law check --facts person.json --on 2024-03-01",
        "import cases list.csv --site 05315 --dry-run --format jsonl",
    ] {
        let mut command = here.command(&args.split(' ').collect::<Vec<_>>());
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let told = command.stdout(writer).output().unwrap();
        let said = String::from_utf8(told.stderr).unwrap();
        assert!(told.status.success(), "{args}: {said}");
        assert!(!said.contains("teilhabe:"), "{args}: {said}");
        let said = onto_a_full_disk(command);
        let told_before = if args.starts_with("import ") { 3 } else { 0 };
        assert_eq!(said.lines().count(), told_before + 1, "{args}: {said}");
    }
    let import = ["import", "cases", "list.csv", "--site", SITE];
    let said = onto_a_full_disk(here.command(&[&import[..], &["--format", "jsonl"]].concat()));
    assert!(said.contains("Zeilen: 1, neu 1,"), "{said}");
    assert!(said.contains("Geschrieben: neue Personen 1"), "{said}");
    let add = "user add a@example.org --name A --role coordinator --site 05315";
    let add: Vec<&str> = add.split(' ').collect();
    onto_a_full_disk(here.command(&add));
    here.done(&add);
    let renew = ["user", "password", "a@example.org"];
    onto_a_full_disk(here.command(&renew));
    assert_eq!(acts(&here, "account.reset"), [""; 0]);
    here.done(&renew);
}

/// What the command says when nothing it prints finds room.
fn onto_a_full_disk(mut command: Command) -> String {
    let full = fs::OpenOptions::new().write(true).open("/dev/full");
    let told = command.stdout(full.unwrap()).output().unwrap();
    let said = String::from_utf8(told.stderr).unwrap();
    let last = said.lines().last().unwrap();
    assert!(
        !told.status.success()
            && last.starts_with("teilhabe: the standard output cannot be written: No space left"),
        "{said}"
    );
    said
}

#[test]
fn a_sheet_that_an_import_does_not_read_is_named() {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    let lists = root().join("crates/casework/tests/fixtures/imports");
    let told = |list: &str| {
        fs::copy(lists.join(list), here.path(list)).unwrap();
        here.run(&["import", "cases", list, "--site", SITE, "--dry-run"])
    };
    let unread = "Gelesen ist das Blatt „Fälle 2020“. Nicht gelesen: „Deckblatt“. \
        --sheet nennt ein Blatt.";
    for list in ["openpyxl-list.xlsx", "libreoffice-list.ods"] {
        let told = told(list);
        assert_eq!(told.code, Some(0), "{}", told.err);
        assert!(told.err.lines().any(|line| line == unread), "{}", told.err);
        assert!(!told.out.contains("Deckblatt"), "{}", told.out);
    }
    let text = told("libreoffice-list.csv");
    assert!(!text.err.contains("Nicht gelesen:"), "{}", text.err);
}

#[test]
fn figures_go_to_stdout_or_to_a_file_in_every_format() {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    let ask = ["statistics", "--measure", "entries", "--by", "site,year"];
    let period = ["--from", "2020", "--to", "2021", "--format"];
    for (format, begins) in [
        ("table", "Kommune "),
        ("csv", "# base: "),
        ("json", "{"),
        ("xlsx", "PK\u{3}\u{4}"),
    ] {
        let args = [&ask[..], &period, &[format]].concat();
        let printed = here.command(&args).output().unwrap();
        let shown = String::from_utf8_lossy(&printed.stdout);
        assert!(shown.starts_with(begins), "{format}: {printed:?}");
        here.done(&[&args[..], &["--out", "figures"]].concat());
        let kept = fs::read(here.path("figures")).unwrap();
        assert!(kept.starts_with(begins.as_bytes()), "{format}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told through")]
fn a_backup_is_made_while_serving_and_checked_on_its_way_back() {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    here.hire("anna@example.org", "case_manager", SITE);
    let server = here.serve();
    server.sign_in("anna@example.org");
    let made = here.run(&["backup", "a.backup"]);
    assert_eq!(
        (made.code, made.out.as_str()),
        (Some(0), ""),
        "{}",
        made.err
    );
    refused(&here.run(&["backup", "a.backup"]), &["is there already"]);
    refused(
        &here.run(&["backup", "no/such/folder/a"]),
        &["no/such/folder/a"],
    );
    refused(&here.run(&["restore", "nothing"]), &["no such file"]);
    drop(server);
    refused(
        &here.run(&["restore", "a.backup"]),
        &["there is a database already", "move it away"],
    );
    let elsewhere = Installation::new();
    let copy = fs::read(here.path("a.backup")).unwrap();
    fs::write(elsewhere.path("a.backup"), &copy).unwrap();
    fs::write(elsewhere.path("torn"), &copy[..copy.len() / 3]).unwrap();
    fs::write(elsewhere.path("text"), "Dear diary").unwrap();
    for file in ["torn", "text"] {
        refused(
            &elsewhere.run(&["restore", file]),
            &[file, "is not a backup of this program"],
        );
    }
    let other = Installation::new();
    other.done(&["site", "add", "--ags", SITE]);
    fs::copy(other.path("master.key"), elsewhere.path("master.key")).unwrap();
    refused(
        &elsewhere.run(&["restore", "a.backup"]),
        &["does not belong to this database"],
    );
    assert!(
        !exists(&elsewhere.path("teilhabe.sqlite")),
        "nothing is left behind"
    );
    fs::copy(here.path("master.key"), elsewhere.path("master.key")).unwrap();
    let told = elsewhere.run(&["restore", "a.backup"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.err.contains("audit lines hold"), "{}", told.err);
    let restored = fs::metadata(elsewhere.path("teilhabe.sqlite")).unwrap();
    assert_eq!(restored.permissions().mode() & 0o777, 0o600);
    elsewhere.serve().sign_in("anna@example.org");
}

#[test]
fn the_trail_is_checked_beside_the_program_and_against_a_noted_end() {
    let here = Installation::new();
    refused(&here.run(&["audit", "verify"]), &["teilhabe.sqlite"]);
    here.done(&["site", "add", "--ags", SITE]);
    let server = here.serve();
    let noted = here.done(&["audit", "heads"]);
    fs::write(here.path("heads.tsv"), &noted).unwrap();
    let told = here.run(&["audit", "verify", "--against", "heads.tsv"]);
    let compared = format!("{} chains compared", noted.lines().count());
    assert!(
        told.code == Some(0) && told.err.contains(&compared),
        "{}",
        told.err
    );
    drop(server);
    block(async {
        let db = Db::open(&here.database).await.unwrap();
        let mut tx = db.write().await.unwrap();
        for sql in ["delete from audit", "delete from audit_heads"] {
            tx.run(sql, values![]).await.unwrap();
        }
        tx.commit().await.unwrap();
        db.close().await;
    });
    here.done(&["audit", "verify"]);
    let told = here.run(&["audit", "verify", "--against", "heads.tsv"]);
    assert_eq!(told.code, Some(1));
    assert!(
        told.out.contains("lines 1 to") || told.out.contains("line"),
        "{}",
        told.out
    );
    assert_eq!(
        told.out.lines().count(),
        noted.lines().count(),
        "{}",
        told.out
    );
}

#[test]
fn noted_ends_that_are_none_are_refused() {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    for (text, words) in [
        ("", "heads.tsv: is empty"),
        ("nonsense\n", "heads.tsv: line 1"),
    ] {
        fs::write(here.path("heads.tsv"), text).unwrap();
        let told = here.run(&["audit", "verify", "--against", "heads.tsv"]);
        refused(&told, &[words]);
    }
}

#[test]
fn a_sqlite_file_is_not_distributed() {
    let told = Installation::new().run(&["database", "distribute"]);
    refused(&told, &["only a PostgreSQL database"]);
}

/// The rules of the extension: no table moves while it holds or is the aim of a foreign key; what
/// belongs to the whole programme is copied; all else goes by site, side by side.
#[test]
#[expect(clippy::too_many_lines, reason = "one story, told through")]
fn the_statements_of_distribution_keep_its_rules() {
    let Some(url) = postgres("distribute") else {
        return;
    };
    make_schema("distribute");
    let here = Installation::on(&url);
    here.done(&["database", "migrate"]);
    refused(
        &here.run(&["database", "distribute"]),
        &["no Citus extension", "create extension citus"],
    );
    let told = here.done(&["database", "distribute", "--dry-run"]);
    let statements: Vec<&str> = told
        .lines()
        .map(|line| line.trim_end_matches(';'))
        .collect();
    let place = |words: &str| {
        statements
            .iter()
            .position(|one| one.contains(words))
            .unwrap()
    };
    let last = |words: &str| {
        statements
            .iter()
            .rposition(|one| one.contains(words))
            .unwrap()
    };
    assert!(last("drop constraint") < place("create_reference_table"));
    assert!(last("create_reference_table") < place("create_distributed_table"));
    assert!(last("create_distributed_table") < place("add constraint"));
    for table in crate::schema::tables() {
        let reference = crate::schema::REFERENCE.contains(&table.name.as_str());
        let call = if reference {
            "create_reference_table"
        } else {
            "create_distributed_table"
        };
        let wanted = format!("{call}('{}'", table.name);
        assert_eq!(
            statements
                .iter()
                .filter(|one| one.contains(&wanted))
                .count(),
            1,
            "{wanted}"
        );
    }
    let spread = statements
        .iter()
        .filter(|one| one.contains("create_distributed_table"));
    assert!(spread.clone().all(|one| one.contains("'site_id'")));
    assert_eq!(
        spread
            .clone()
            .filter(|one| one.contains("colocate_with"))
            .count(),
        spread.count() - 1
    );
    // Without the calls of the extension the statements leave the keys as they were.
    block(async {
        let db = Db::open(&url).await.unwrap();
        let before = db.layout().await.unwrap().foreign_keys;
        let mut tx = db.write().await.unwrap();
        for statement in statements.iter().filter(|one| one.starts_with("alter")) {
            let statement: &'static str = String::leak((*statement).to_owned());
            tx.run(statement, values![]).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(db.layout().await.unwrap().foreign_keys, before);
        assert!(before.len() > 20);
        db.close().await;
    });
}

#[test]
fn a_demo_database_is_served_in_the_days_of_the_demo() {
    let here = Installation::new();
    let size = ["--participants", "54", "--only-create"];
    here.done(&[&["demo", "--dir", "."], &size[..]].concat());
    let server = here.serve();
    let all = teilhabe::demo::sign_ins();
    let manager = all.iter().find(|account| account.role == Role::CaseManager);
    let manager = manager.unwrap();
    let visitor = server.try_sign_in(&manager.email, &manager.password);
    let form = visitor.unwrap().get("/cases/new").body;
    assert!(form.contains("value=\"2022-06-30\""), "{form}");
}

#[test]
fn the_demo_of_another_version_says_that_it_can_be_deleted() {
    let here = with_site();
    block(async {
        let db = Db::open(&here.database).await.unwrap();
        let mut tx = db.write().await.unwrap();
        let sql = "update schema_migrations set checksum = 'of old' where position = 1";
        tx.run(sql, values![]).await.unwrap();
        tx.commit().await.unwrap();
        db.close().await;
    });
    let told = here.run(&["demo", "--dir", ".", "--only-create"]);
    refused(&told, &["another version", "delete it", "was changed"]);
}
