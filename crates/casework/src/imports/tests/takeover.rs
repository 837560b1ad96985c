//! From lists to people and cases.

use db::values;
use jiff::civil::date;
use platform::testing::{Testbed, Who};
use platform::{Role, SiteId};

use super::super::intake::Record;
use super::super::store::records;
use super::super::{Mode, Prepared, ReadOptions, import, read};
use crate::codes::{PartialDate, Sex, Stage};
use crate::testing::{bed, seen};

const HEADER: &str = "Fallnummer;Nachname;Vorname;Geburtsdatum;Geschlecht;Staatsangehörigkeit;\
    Aufnahme;Status;Status seit;Einreise;Zuständig\n";
const AMINA: &str = "A1;Rahimi;Amina;09.04.2001;w;Afghanistan;03.02.2020;§ 60c;15.01.2020;11/2015;anna@example.org\n";

async fn run(bed: &Testbed, rows: &str, mode: Mode) -> Prepared {
    let options = ReadOptions {
        sheet: None,
        mapping: None,
        today: bed.app.clock.today(),
    };
    let list = read(format!("{HEADER}{rows}").as_bytes(), &options).unwrap();
    import(&bed.app, bed.north, list, mode).await.unwrap()
}

async fn people(bed: &Testbed, site: SiteId) -> Vec<Record> {
    let mut tx = bed.app.db.read().await.unwrap();
    let keys = bed.app.keys.site(&mut tx, site).await.unwrap();
    records(&mut tx, &keys, site).await.unwrap()
}

/// Rows of every table that an import writes to.
async fn size(bed: &Testbed) -> Vec<i64> {
    let mut tx = bed.app.db.read().await.unwrap();
    let mut sizes = Vec::new();
    for sql in [
        "select count(*) as n from persons",
        "select count(*) as n from person_tokens",
        "select count(*) as n from person_nationalities",
        "select count(*) as n from person_statuses",
        "select count(*) as n from cases",
        "select count(*) as n from case_stages",
        "select count(*) as n from case_workers",
    ] {
        sizes.push(tx.one(sql, values![]).await.unwrap().get("n").unwrap());
    }
    sizes
}

#[tokio::test]
async fn a_row_becomes_a_person_with_a_case_and_a_status() {
    let bed = bed().await;
    let prepared = run(&bed, AMINA, Mode::All).await;
    assert_eq!((prepared.counts().people, prepared.counts().cases), (1, 1));
    let people = people(&bed, bed.north).await;
    let amina = &people[0];
    assert_eq!(amina.identity.listed_name(), "Rahimi, Amina");
    assert_eq!(amina.identity.birth_date, Some(date(2001, 4, 9)));
    assert_eq!(amina.sex, Some(Sex::Female));
    assert_eq!(amina.nationalities[0].key(), "423");
    assert_eq!(amina.entered_germany, PartialDate::parse("2015-11"));
    assert_eq!(amina.statuses[0].code.as_str(), "D_60C");
    assert_eq!(amina.statuses[0].from_on, PartialDate::parse("2020-01-15"));
    let case = seen(&bed, amina.cases[0].id).await;
    assert_eq!(case.number.as_str(), "A1");
    assert_eq!(
        (case.opened_on, case.entered_on),
        (date(2020, 2, 3), Some(date(2020, 2, 3)))
    );
    assert_eq!((case.stage, case.age_at_entry), (Stage::Contact, Some(18)));
    assert_eq!(
        (case.worker, case.access_path),
        (Some(bed.actor(Who::Anna).account), None)
    );
    assert_eq!(case.status_at_entry.unwrap().as_str(), "D_60C");
    assert_eq!(bed.trail(bed.north).await, ["import.take"]);
}

/// Several rows per person, months and years, the first of January, no numbers, no birth.
const AWKWARD: &str = "\
A1;Rahimi;Amina;09.04.2001;w;AFG;03.02.2020;geduldet;;;\n\
;Rahimi;Ameena;09.04.2001;;;;§ 60c;01.09.2021;2015;\n\
A9;Rahimi;Amina;09.04.2001;;;;;;;\n\
;Ali;Ahmad;Januar 2000;m;SYR;2021;Gestattung;;;\n\
;Ali;Ahmad;01.01.1999;m;SYR;;Duldung;2020;;\n\
;Ali;Ahmad;01.01.1999;m;SYR;;Gestattung;;;\n\
;Ali;Ahmad;;;;;;;;\n\
;Ali;Ahmad;;m;;;;;;\n\
;Ali;Ahmad;;;AFG;;;;;\n\
;Ali;Ahmad;;;SYR;;;;;\n\
B7;Karimi;Nour;2002;;;;;;;\n\
B7;Karimi;Nour;05.06.2002;w;;;;;;\n";

#[tokio::test]
async fn the_same_list_again_creates_nothing() {
    let bed = bed().await;
    let first = run(&bed, AWKWARD, Mode::All).await.counts();
    let size_before = size(&bed).await;
    let again = run(&bed, AWKWARD, Mode::All).await.counts();
    assert_eq!(size(&bed).await, size_before);
    assert_eq!(
        (again.rows, again.new, again.known),
        (first.rows, 0, first.rows)
    );
    assert_eq!((again.people, again.cases, again.completed), (0, 0, 0));
}

#[tokio::test]
async fn one_refused_row_keeps_the_whole_list_out() {
    let bed = bed().await;
    let rows = format!("{AMINA}A2;Kind;Kleines;01.05.2019;m;;03.02.2020;;;;\n");
    let before = size(&bed).await;
    let prepared = run(&bed, &rows, Mode::All).await;
    assert_eq!((prepared.counts().new, prepared.counts().refused), (1, 1));
    assert_eq!(size(&bed).await, before);
    assert!(bed.trail(bed.north).await.is_empty());
    run(&bed, &rows, Mode::SkipRefused).await;
    assert_eq!(people(&bed, bed.north).await.len(), 1);
}

#[tokio::test]
async fn a_dry_run_writes_nothing() {
    let bed = bed().await;
    let before = size(&bed).await;
    assert_eq!(run(&bed, AMINA, Mode::DryRun).await.counts().people, 1);
    assert_eq!(size(&bed).await, before);
}

#[tokio::test]
async fn a_list_adds_to_known_people_what_they_lack_and_changes_nothing_else() {
    let bed = bed().await;
    run(&bed, "A1;Rahimi;Amina;2001;;;03.02.2020;;;;\n", Mode::All).await;
    run(
        &bed,
        "A1;Rahimi;Amina;09.04.2001;w;AFG;05.05.2021;Gestattung;01.03.2019;2015;anna\n",
        Mode::All,
    )
    .await;
    let prepared = run(
        &bed,
        "A1;Rahimi;Amina;;;IRN;;§ 60c;15.01.2021;2016;ines\n",
        Mode::All,
    )
    .await;
    assert_eq!(
        (prepared.counts().people, prepared.counts().completed),
        (0, 1)
    );
    let people = people(&bed, bed.north).await;
    let amina = &people[0];
    assert_eq!(amina.identity.birth_date, Some(date(2001, 4, 9)));
    assert_eq!(amina.sex, Some(Sex::Female));
    assert_eq!(amina.nationalities.len(), 1);
    assert_eq!(amina.entered_germany, Some(PartialDate::Year(2015)));
    let codes: Vec<&str> = amina
        .statuses
        .iter()
        .map(|held| held.code.as_str())
        .collect();
    assert_eq!(codes, ["AG", "D_60C"]);
    let case = seen(&bed, amina.cases[0].id).await;
    assert_eq!(case.opened_on, date(2020, 2, 3));
    assert_eq!(case.status.unwrap().as_str(), "D_60C");
    assert_eq!(case.status_at_entry.unwrap().as_str(), "AG");
    assert_eq!(
        case.age_at_entry,
        Some(19),
        "2020 less 2001, as known at entry"
    );
    assert_eq!(case.worker, Some(bed.actor(Who::Anna).account));
}

#[tokio::test]
async fn cases_know_sex_and_nationality_of_their_people_from_every_list() {
    let bed = bed().await;
    let lists = [
        ("A1;Rahimi;Amina;2001;;;03.02.2020;;;;\n", (None, None)),
        ("A1;Rahimi;Amina;2001;w;;;;;;\n", (Some("f"), None)),
        ("A1;Rahimi;Amina;2001;;AFG;;;;;\n", (Some("f"), Some("423"))),
        (
            "A1;Rahimi;Amina;09.04.2001;m;SYR;;;;;\n",
            (Some("f"), Some("423")),
        ),
        (
            "A2;Ali;Ahmad;1999;m;SYR;03.02.2020;;;;\n",
            (Some("m"), Some("475")),
        ),
    ];
    for (list, (sex, nationality)) in lists {
        run(&bed, list, Mode::All).await;
        let mut tx = bed.app.db.read().await.unwrap();
        let sql = "select sex, nationality from cases order by number desc limit 1";
        let case = tx.one(sql, values![]).await.unwrap();
        let known: (Option<String>, Option<String>) =
            (case.get("sex").unwrap(), case.get("nationality").unwrap());
        assert_eq!((known.0.as_deref(), known.1.as_deref()), (sex, nationality));
    }
}

#[tokio::test]
async fn a_closed_case_stays_closed_and_no_other_opens() {
    let bed = bed().await;
    run(&bed, AMINA, Mode::All).await;
    let mut tx = bed.app.db.write().await.unwrap();
    let sql = "update cases set stage = 'closed', closed_on = '2021-01-01', worker_id = null,
        closure_reason = 'moved', closure_outcome = 'unknown', waiting_since = null";
    tx.run(sql, values![]).await.unwrap();
    tx.commit().await.unwrap();
    let prepared = run(&bed, AMINA, Mode::All).await;
    assert_eq!(
        (prepared.counts().cases, prepared.counts().completed),
        (0, 0)
    );
    let people = people(&bed, bed.north).await;
    assert_eq!(people[0].cases.len(), 1);
    assert_eq!(people[0].cases[0].worker, None);
}

#[tokio::test]
async fn a_number_of_the_list_is_not_drawn_for_a_row_before_it() {
    let bed = bed().await;
    let rows =
        ";Ali;Ahmad;05.06.1999;m;;03.02.2020;;;;\n2020-0001;Karimi;Nour;05.06.2002;w;;;;;;\n";
    run(&bed, rows, Mode::All).await;
    let people = people(&bed, bed.north).await;
    let mut numbers: Vec<_> = people.iter().map(|p| p.cases[0].number.clone()).collect();
    numbers.sort();
    assert_eq!(numbers, ["2020-0001", "2020-0002"]);
}

#[tokio::test]
async fn workers_are_found_by_address_or_name_among_those_of_the_site() {
    let bed = bed().await;
    let row = |name: &str, day: u8, worker: &str| {
        format!(";{name};Probe;{day:02}.06.1999;m;;;;;;{worker}\n")
    };
    let rows = [
        row("Eins", 2, "ANNA@example.org"),
        row("Zwei", 3, "Frau Ines"),
        row("Drei", 4, "Bela"),
        row("Vier", 5, "Bela"),
    ];
    let prepared = run(&bed, &rows.concat(), Mode::All).await;
    let unknown = &prepared.remarks().unknown_workers;
    assert_eq!(unknown.get("Bela"), Some(&2), "works at another site");
    let people = people(&bed, bed.north).await;
    let worker = |who| Some(bed.actor(who).account);
    let found: Vec<_> = people.iter().map(|p| p.cases[0].worker).collect();
    assert_eq!(found, [worker(Who::Anna), worker(Who::Ines), None, None]);
    assert_eq!(Who::Ines.role(), Role::CaseManager);
}

#[tokio::test]
async fn people_of_other_sites_are_not_known_here() {
    let bed = bed().await;
    run(&bed, AMINA, Mode::All).await;
    assert!(people(&bed, bed.south).await.is_empty());
}
