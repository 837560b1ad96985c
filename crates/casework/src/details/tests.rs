use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::{Answer, Who};

use crate::codes::{PartialDate, Stage};
use crate::people::NewStatus;
use crate::testing::{Scene, amina, bed, open, seen};
use crate::{assignments, cases};

const FORM: [(&str, &str); 6] = [
    ("family_name", "Rahimi-Noori"),
    ("given_name", "Amina"),
    ("birth", "2001"),
    ("opened_on", "2022-03-01"),
    ("district", "Eving"),
    ("versions", "1.1"),
];

#[tokio::test]
async fn details_are_changed_once_and_found_under_the_new_name() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = format!("/cases/{id}/person");
    let form = bed.get(Who::Anna, &path).await.body;
    assert!(form.contains("value=\"Rahimi\"") && form.contains("value=\"1.1\""));
    assert!(!form.contains("⟦"));
    let saved = bed.post(Who::Anna, &path, &FORM).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let mut late = FORM;
    late[1].1 = "Aminata";
    let second = bed.post(Who::Anna, &path, &late).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.body.contains("value=\"Aminata\""), "what was typed");
    assert!(second.body.contains(">Amina<"), "what stands there");
    assert!(second.body.contains("value=\"2.2\""), "to save knowingly");
    let found = bed
        .post(Who::Anna, "/cases/search", &[("text", "noori")])
        .await
        .body;
    assert!(found.contains("Rahimi-Noori, Amina"));
    let page = bed.get(Who::Anna, &format!("/cases/{id}")).await.body;
    assert!(page.contains("Eving") && page.contains("geboren 2001"));
    assert_eq!(bed.trail(bed.north).await, ["person.edit", "case.read"]);
}

#[tokio::test]
async fn details_of_others_are_not_there() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = format!("/cases/{id}/person");
    for who in [Who::Bela, Who::Ines] {
        assert_eq!(bed.get(who, &path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            bed.post(who, &path, &FORM).await.status,
            StatusCode::NOT_FOUND
        );
    }
    let lead = bed.post(Who::Cleo, &path, &FORM).await.status;
    assert_eq!(lead, StatusCode::FORBIDDEN);
}

/// Amina, born on 9 April 2001, with a Gestattung of 2019 and a Duldung of 1 September 2021; her
/// case of 1 March 2022 is with Anna.
async fn scene() -> Scene {
    let gestattung = NewStatus::since(
        law::StatusCode::parse("AG").unwrap(),
        Some(PartialDate::Year(2019)),
    );
    let mut person = amina();
    person.statuses.insert(0, gestattung);
    let bed = bed().await;
    let case = open(&bed, Some(Who::Anna), &person).await;
    let person = seen(&bed, case).await.person;
    Scene { bed, case, person }
}

async fn corrected(scene: &Scene, opened_on: &str) -> Answer {
    corrected_to(scene, "09.04.2001", opened_on).await
}

async fn corrected_to(scene: &Scene, birth: &str, opened_on: &str) -> Answer {
    let form = scene.get("/person").await.body;
    let (_, rest) = form.split_once("name=\"versions\" value=\"").unwrap();
    let (versions, _) = rest.split_once('"').unwrap();
    let form = [
        ("family_name", "Rahimi"),
        ("birth", birth),
        ("opened_on", opened_on),
        ("versions", versions),
    ];
    scene.post("/person", &form).await
}

#[tokio::test]
async fn the_day_of_opening_is_corrected_with_all_that_hangs_on_it() {
    let scene = scene().await;
    let before = scene.now().await;
    scene.post("/needs", &[("domain", "SPR")]).await;
    let saved = corrected(&scene, "08.04.2021").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let case = scene.now().await;
    let day = date(2021, 4, 8);
    assert_eq!((case.opened_on, case.entered_on), (day, Some(day)));
    assert_eq!(case.waiting_since, Some(day));
    assert_eq!(case.age_at_entry, Some(19), "a day before the birthday");
    let status = case.status_at_entry.as_ref().map(law::StatusCode::as_str);
    assert_eq!(status, Some("AG"), "the Duldung came later");
    assert_eq!(case.status, before.status);
    assert_eq!(case.number, before.number);
    let mut tx = scene.bed.app.db.read().await.unwrap();
    let course = cases::store::course(&mut tx, &case).await.unwrap();
    assert_eq!(course, [(Stage::Contact, day)]);
    let workers = assignments::store::of_case(&mut tx, &case).await.unwrap();
    assert_eq!(workers[0].from_on, day);
    drop(tx);
    assert_eq!(scene.last_act().await, "person.edit");
}

#[tokio::test]
async fn a_corrected_birth_corrects_the_age_at_the_beginning() {
    let scene = scene().await;
    assert_eq!(scene.now().await.age_at_entry, Some(20));
    for (birth, age) in [
        ("02.03.2001", Some(20)),
        ("01.03.2001", Some(21)),
        ("1998", Some(24)),
        ("", None),
    ] {
        let saved = corrected_to(&scene, birth, "01.03.2022").await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(scene.now().await.age_at_entry, age, "{birth}");
    }
}

#[tokio::test]
async fn a_short_counselling_stays_one_when_its_day_is_corrected() {
    let scene = scene().await;
    let mut tx = scene.bed.app.db.write().await.unwrap();
    let sql = "update cases set entered_on = null, indication = 'counselling'";
    tx.run(sql, db::values![]).await.unwrap();
    tx.commit().await.unwrap();
    corrected(&scene, "2021-04-08").await;
    let case = scene.now().await;
    assert_eq!((case.opened_on, case.entered_on), (date(2021, 4, 8), None));
}

#[tokio::test]
async fn a_case_is_not_opened_after_what_is_recorded_of_it() {
    let scene = scene().await;
    let told = async |day: &str, said: &str| {
        let answer = corrected(&scene, day).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        assert!(answer.body.contains(said), "{day}: {}", answer.body);
    };
    told("", "error-opened_on").await;
    told("01.01.1900", "vor dem 01.01.2005").await;
    told("2022-07-01", "liegt in der Zukunft").await;
    let outcome = [("kind", "training"), ("on_day", "2022-04-01")];
    assert_eq!(scene.post("/outcomes", &outcome).await.status, 303);
    told(
        "02.04.2022",
        "Ein Ergebnis des Falls ist für den 01.04.2022",
    )
    .await;
    let closure = [
        ("closed_on", "2022-05-01"),
        ("reason", "goals_reached"),
        ("outcome", "training"),
        ("version", "1"),
    ];
    assert_eq!(scene.post("/closure", &closure).await.status, 303);
    told("02.05.2022", "Der Fall endete am 01.05.2022").await;
    assert_eq!(corrected(&scene, "01.04.2022").await.status, 303);
    assert_eq!(scene.now().await.waiting_since, None, "nobody waits");
    assert_eq!(scene.delete("/closure", &[]).await.status, 303);
    told(
        "02.05.2022",
        "Eine spätere Phase des Falls begann am 01.05.2022",
    )
    .await;
}

#[tokio::test]
async fn the_day_of_opening_is_anna_s_to_correct() {
    let scene = scene().await;
    let form: Vec<(&str, &str)> = FORM.into();
    scene.is_anna_s_alone("POST", "/person", &form).await;
}
