use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::Who;
use platform::ui::FieldErrors;

use super::{check_closure, stage_before};
use crate::codes::Stage;
use crate::testing::{amina, bed, open};

#[test]
fn a_case_closes_between_its_opening_and_today() {
    let check = |closed_on| {
        let mut errors = FieldErrors::none();
        check_closure(&mut errors, date(2021, 3, 1), closed_on, date(2022, 6, 30));
        errors.get("closed_on").map(|problem| problem.key)
    };
    assert_eq!(check(date(2021, 3, 1)), None);
    assert_eq!(check(date(2022, 6, 30)), None);
    assert_eq!(check(date(2021, 2, 28)), Some("closure-before-opening"));
    assert_eq!(check(date(2022, 7, 1)), Some("field-in-the-future"));
}

#[test]
fn a_reopened_case_goes_on_where_it_stopped() {
    let course = [
        (Stage::Contact, date(2021, 3, 1)),
        (Stage::Plan, date(2021, 5, 1)),
        (Stage::Closed, date(2021, 9, 1)),
    ];
    assert_eq!(stage_before(&course), Stage::Plan);
    assert_eq!(stage_before(&course[..1]), Stage::Contact);
}

#[tokio::test]
async fn closing_and_reopening_a_case_leave_a_trail() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = format!("/cases/{id}/closure");
    let closing = [
        ("closed_on", "2022-06-30"),
        ("reason", "goals_reached"),
        ("outcome", "training"),
        ("version", "1"),
    ];
    let answer = bed.post(Who::Anna, &path, &closing).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = bed.get(Who::Anna, &format!("/cases/{id}")).await.body;
    assert!(page.contains("Abgeschlossen am 30.06.2022"), "{page}");
    assert!(page.contains("In Ausbildung"));
    let twice = bed.post(Who::Anna, &path, &closing).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    let case = format!("href=\"/cases/{id}\"");
    for said in ["Der Fall ist abgeschlossen", "„Wieder öffnen“", &case] {
        assert!(twice.body.contains(said), "{said}");
    }
    assert!(!twice.body.contains("Jemand war schneller"));
    assert_eq!(
        bed.delete(Who::Anna, &path).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        bed.delete(Who::Anna, &path).await.status,
        StatusCode::CONFLICT
    );
    let acts = ["case.close", "case.read", "case.reopen"];
    assert_eq!(bed.trail(bed.north).await, acts);
}

#[tokio::test]
async fn a_closing_that_cannot_be_comes_back_with_its_errors() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = format!("/cases/{id}/closure");
    let form = [
        ("closed_on", "2022-02-01"),
        ("reason", "other"),
        ("outcome", "unknown"),
        ("version", "1"),
    ];
    let answer = bed.post(Who::Anna, &path, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Der Fall wurde später eröffnet."));
    assert!(!answer.body.contains("⟦"));
    assert_eq!(bed.trail(bed.north).await, [""; 0]);
}

#[tokio::test]
async fn nobody_closes_the_cases_of_others() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = format!("/cases/{id}/closure");
    for who in [Who::Bela, Who::Ines] {
        assert_eq!(
            bed.post(who, &path, &[]).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(bed.delete(who, &path).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(
        bed.post(Who::Cleo, &path, &[]).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        bed.send(Who::Anna, "PUT", &path, &[]).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[tokio::test]
async fn a_closure_on_an_old_version_shows_what_the_case_is_now() {
    let scene = crate::testing::Scene::set().await;
    let moved = [("stage", "linking"), ("version", "1")];
    assert_eq!(scene.post("/stage", &moved).await.status, 303);
    let mut closing = [
        ("closed_on", "2022-06-30"),
        ("reason", "moved"),
        ("outcome", "training"),
        ("version", "1"),
    ];
    let overtaken = scene.post("/closure", &closing).await;
    crate::testing::is_overtaken(&overtaken, "value=\"moved\" selected", "Vermittlung", "2");
    closing[3] = ("version", "2");
    assert_eq!(scene.post("/closure", &closing).await.status, 303);
}

#[tokio::test]
async fn old_tabs_of_a_closed_case_say_that_it_is_closed() {
    let scene = crate::testing::Scene::set().await;
    let closing = [
        ("closed_on", "2022-06-30"),
        ("reason", "moved"),
        ("outcome", "training"),
        ("version", "1"),
    ];
    assert_eq!(scene.post("/closure", &closing).await.status, 303);
    for tab in ["/goals/new", "/needs/new", "/closure"] {
        let page = scene.get(tab).await;
        assert_eq!(page.status, 409, "{tab}");
        assert!(page.body.contains("Der Fall ist abgeschlossen"), "{tab}");
        assert!(!page.body.contains("Jemand war schneller"), "{tab}");
    }
}
