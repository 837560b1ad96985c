use axum::http::StatusCode;
use jiff::civil::date;
use law::StatusCode as Code;
use platform::testing::{Answer, Testbed, Who};

use super::{Deviation, NewCase, Opening, deviations};
use crate::cases::CaseId;
use crate::codes::{Indication, Stage};
use crate::people::{EntryFacts, PersonId};
use crate::testing::bed;

fn at_entry(age: i16, status: &str) -> EntryFacts {
    EntryFacts {
        age: Some(age),
        status: Code::parse(status),
        current_status: None,
    }
}

#[test]
fn the_target_group_is_18_to_27_with_duldung_or_gestattung() {
    for (age, status) in [(18, "D_60C"), (27, "AG"), (20, "GEDULDET"), (22, "D_60B")] {
        assert_eq!(
            deviations(&at_entry(age, status), false),
            [],
            "{age} {status}"
        );
    }
    let (young, old, status) = (Deviation::TooYoung, Deviation::TooOld, Deviation::Status);
    assert_eq!(deviations(&at_entry(17, "AG"), false), [young]);
    assert_eq!(deviations(&at_entry(28, "AE_25_5"), false), [old, status]);
    assert_eq!(
        deviations(&at_entry(20, "AG"), true),
        [Deviation::Reception]
    );
    assert_eq!(
        deviations(&EntryFacts::default(), false),
        [],
        "unknown is no deviation"
    );
}

#[test]
fn only_participation_counts_as_entry() {
    let opening = |indication| Opening {
        opened_on: date(2021, 3, 1),
        indication,
        exception: None,
    };
    assert_eq!(
        opening(Indication::Case).entered_on(),
        Some(date(2021, 3, 1))
    );
    assert_eq!(opening(Indication::Counselling).entered_on(), None);
    assert_eq!(opening(Indication::Referral).entered_on(), None);
    let case = NewCase::new(PersonId::new(), opening(Indication::Case));
    assert_eq!(case.stage(), Stage::Contact);
}

/// What a case manager types at least.
const QUICK: [(&str, &str); 7] = [
    ("family_name", "Rahimi"),
    ("given_name", "Amina"),
    ("birth", "9.4.2001"),
    ("nationality", "423"),
    ("status", "D_60C"),
    ("status_since", "9/2021"),
    ("indication", "case"),
];

async fn type_in(bed: &Testbed, more: &[(&str, &str)]) -> Answer {
    type_in_as(bed, Who::Anna, more).await
}

async fn type_in_as(bed: &Testbed, who: Who, more: &[(&str, &str)]) -> Answer {
    let mut form = QUICK.to_vec();
    for field in more {
        form.retain(|(name, _)| *name != field.0);
        form.push(*field);
    }
    let own = bed.actor(who).account.to_string();
    form.push(("worker", own.as_str()));
    bed.post(who, "/cases", &form).await
}

async fn close(bed: &Testbed, case: &str) {
    let closing = [
        ("closed_on", "2022-06-30"),
        ("reason", "goals_reached"),
        ("outcome", "training"),
        ("version", "1"),
    ];
    let path = format!("{case}/closure");
    let closed = bed.post(Who::Anna, &path, &closing).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
}

fn offered(page: &Answer) -> String {
    let same_as = page.body.split("name=\"same_as\" value=\"").nth(1);
    same_as.unwrap()[..36].to_owned()
}

async fn person_of(bed: &Testbed, case: &str) -> String {
    let case = case.rsplit('/').next().unwrap().parse().unwrap();
    crate::testing::seen(bed, case).await.person.to_string()
}

#[tokio::test]
async fn a_new_case_takes_a_name_and_a_number_of_the_site() {
    let bed = bed().await;
    let blank = bed.get(Who::Anna, "/cases/new").await.body;
    assert!(
        blank.contains("2022-06-30") && !blank.contains("⟦"),
        "{blank}"
    );
    let opened = type_in(&bed, &[]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    let page = bed.get(Who::Anna, &opened.location).await.body;
    for shown in [
        "Amina Rahimi",
        "2022-0001",
        "Afghanistan",
        "09/2021",
        "21 Jahre",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
    let short = [("given_name", "Zohra"), ("birth", "3.4.01")];
    let opened = type_in(&bed, &short).await;
    let page = bed.get(Who::Anna, &opened.location).await.body;
    assert!(page.contains("03.04.2001"), "{}", opened.body);
    let nameless = type_in(&bed, &[("family_name", ""), ("given_name", " ")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let acts = ["case.open", "case.read", "case.open", "case.read"];
    assert_eq!(bed.trail(bed.north).await, acts);
}

#[tokio::test]
async fn somebody_known_is_asked_about_and_never_blocked() {
    let bed = bed().await;
    let first = type_in(&bed, &[]).await.location;
    close(&bed, &first).await;
    let again = [("given_name", "Ameena"), ("birth", "2001")];
    let asked = type_in(&bed, &again).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        asked.body.contains("Dieselbe Person: Rahimi, Amina"),
        "{}",
        asked.body
    );
    let known = offered(&asked);
    let [name, birth] = again;
    let same = type_in(&bed, &[name, birth, ("same_as", &known)]).await;
    let page = bed.get(Who::Anna, &same.location).await.body;
    assert!(page.contains("Amina Rahimi") && page.contains("2022-0002"));
    let other = type_in(&bed, &[name, birth, ("same_as", "new")]).await;
    let page = bed.get(Who::Anna, &other.location).await.body;
    assert!(page.contains("Ameena Rahimi"));
    let forged = CaseId::new().to_string();
    let forged = type_in(&bed, &[name, birth, ("same_as", &forged)]).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_person_has_one_open_case_at_a_site() {
    let bed = bed().await;
    let first = type_in(&bed, &[]).await.location;
    let asked = type_in(&bed, &[]).await;
    assert!(asked.body.contains(&format!("href=\"{first}\"")));
    let known = offered(&asked);
    let twice = type_in(&bed, &[("same_as", &known)]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.body.contains("läuft am Standort schon ein Fall"));
    close(&bed, &first).await;
    let second = type_in(&bed, &[("same_as", &known)]).await;
    assert_eq!(second.status, StatusCode::SEE_OTHER, "{}", second.body);
    let reopened = bed.delete(Who::Anna, &format!("{first}/closure")).await;
    assert_eq!(reopened.status, StatusCode::CONFLICT);
    assert!(reopened.body.contains("Es läuft schon ein anderer Fall"));
    let mut tx = bed.app.db.write().await.unwrap();
    let sql = "update cases set closed_on = null";
    let refused = tx.run(sql, vec![]).await.unwrap_err();
    assert!(refused.is_unique("cases", "person_id"), "{refused}");
}

#[tokio::test]
async fn of_a_colleague_s_client_only_the_colleague_is_named() {
    let bed = bed().await;
    let case = type_in(&bed, &[]).await.location;
    let person = person_of(&bed, &case).await;
    let anna = bed.actor(Who::Anna).name;
    let asked = type_in_as(&bed, Who::Ines, &[("given_name", "Ameena")]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.body.contains("„Ameena Rahimi“") && asked.body.contains(&anna));
    for secret in ["Amina", "Dieselbe Person", person.as_str(), case.as_str()] {
        assert!(!asked.body.contains(secret), "{secret}");
    }
    assert_eq!(bed.trail(bed.north).await.pop().unwrap(), "case.alike");
    let mut tx = bed.app.db.read().await.unwrap();
    let sql = "select detail from audit where act = 'case.alike'";
    let detail: String = tx.one(sql, vec![]).await.unwrap().get("detail").unwrap();
    assert!(detail.contains(&person) && !detail.contains("Rahimi"));
    drop(tx);
    let forged = type_in_as(&bed, Who::Ines, &[("same_as", &person)]).await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
    let apart = [("given_name", "Ameena"), ("birth", "2002")];
    let apart = type_in_as(&bed, Who::Ines, &apart).await;
    assert_eq!(apart.status, StatusCode::SEE_OTHER, "{}", apart.body);
    let other = type_in_as(&bed, Who::Ines, &[("same_as", "new")]).await;
    assert_eq!(other.status, StatusCode::SEE_OTHER, "{}", other.body);
}

#[tokio::test]
async fn a_deputy_is_asked_about_the_colleague_s_clients_by_name() {
    let bed = bed().await;
    type_in(&bed, &[]).await;
    let deputy = bed.actor(Who::Ines).account.to_string();
    let form = [
        ("deputy", deputy.as_str()),
        ("from_on", "2022-06-30"),
        ("last_on", "2022-07-08"),
    ];
    bed.post(Who::Anna, "/substitutions", &form).await;
    let asked = type_in_as(&bed, Who::Ines, &[]).await;
    assert!(asked.body.contains("Dieselbe Person: Rahimi, Amina"));
}

#[tokio::test]
async fn an_exception_takes_a_reason_and_counselling_takes_none() {
    let bed = bed().await;
    let asked = type_in(&bed, &[("birth", "1990")]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.body.contains("Älter als 27 Jahre bei Eintritt"));
    let explained = type_in(&bed, &[("birth", "1990"), ("exception", "age")]).await;
    assert_eq!(explained.status, StatusCode::SEE_OTHER);
    let fields = [
        ("birth", "1991"),
        ("given_name", "Zohra"),
        ("indication", "counselling"),
    ];
    assert_eq!(type_in(&bed, &fields).await.status, StatusCode::SEE_OTHER);
    let mut tx = bed.app.db.read().await.unwrap();
    let sql = "select count(entered_on) as entries, count(*) as cases from cases";
    let row = tx.one(sql, vec![]).await.unwrap();
    assert_eq!(row.get::<i64>("entries").unwrap(), 1);
    assert_eq!(row.get::<i64>("cases").unwrap(), 2);
}

#[tokio::test]
async fn odd_entries_are_told_at_their_field() {
    let bed = bed().await;
    for (field, value, told) in [
        ("birth", "2019", "Das Alter bei der Eröffnung"),
        ("birth", "1890", "Das Alter bei der Eröffnung"),
        ("birth", "1.7.2022", "liegt in der Zukunft"),
        ("birth", "gestern", "einen Tag wie 09.04.2001"),
        ("opened_on", "2022-07-01", "liegt in der Zukunft"),
        ("opened_on", "01.01.1900", "vor dem 01.01.2005"),
        (
            "entered_germany",
            "1999",
            "Die Einreise läge vor der Geburt",
        ),
        ("status", "Z_99", "Diese Möglichkeit gibt es nicht"),
        ("worker", "anna", "Diese Möglichkeit gibt es nicht"),
    ] {
        let answer = match field {
            "worker" => {
                let mut form = QUICK.to_vec();
                form.push((field, value));
                bed.post(Who::Anna, "/cases", &form).await
            }
            _ => type_in(&bed, &[(field, value)]).await,
        };
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(answer.body.contains(told), "{field}: {told}");
    }
    assert_eq!(bed.trail(bed.north).await, [""; 0]);
}

#[tokio::test]
async fn a_number_belongs_to_one_case() {
    let bed = bed().await;
    type_in(&bed, &[("number", "A 17")]).await;
    let other = [
        ("given_name", "Zohra"),
        ("family_name", "Ahmadi"),
        ("number", "A 17"),
    ];
    let taken = type_in(&bed, &other).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        taken
            .body
            .contains("Diese Nummer hat schon ein anderer Fall")
    );
}

#[tokio::test]
async fn a_form_of_three_megabytes_is_told_to_be_a_form() {
    let bed = bed().await;
    let long = "a".repeat(3_000_000);
    let refused = bed.post(Who::Anna, "/cases", &[("address", &long)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Der Text ist zu lang"));
    assert!(!refused.body.contains("Datei"), "{}", refused.body);
}
