use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::{Testbed, Who};

use super::{CaseId, CaseNumber};
use crate::people::Birth;
use crate::testing::{amina, bed, open};

#[test]
fn case_numbers_are_what_sites_write() {
    assert_eq!(
        CaseNumber::given(date(2022, 5, 1), 42).as_str(),
        "2022-0042"
    );
    assert_eq!(CaseNumber::parse(" A 17/3 ").unwrap().as_str(), "A 17/3");
    assert_eq!(CaseNumber::parse(" "), Err("field-required"));
    assert_eq!(CaseNumber::parse(&"9".repeat(41)), Err("case-number-odd"));
}

async fn seen(bed: &Testbed, who: Who, id: CaseId) -> StatusCode {
    bed.get(who, &format!("/cases/{id}")).await.status
}

#[tokio::test]
async fn a_case_is_seen_whole_by_its_worker_and_by_nobody_else() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let answer = bed.get(Who::Anna, &format!("/cases/{id}")).await;
    assert_eq!(answer.status, StatusCode::OK);
    for shown in ["Amina Rahimi", "Afghanistan", "2022-0001", "09.04.2001"] {
        assert!(answer.body.contains(shown), "{shown}");
    }
    assert!(!answer.body.contains("⟦"), "{}", answer.body);
    for who in [Who::Ines, Who::Bela, Who::Cleo] {
        assert_eq!(seen(&bed, who, id).await, StatusCode::NOT_FOUND, "{who:?}");
    }
    assert_eq!(seen(&bed, Who::Emil, id).await, StatusCode::FORBIDDEN);
    assert_eq!(bed.trail(bed.north).await, ["case.read"]);
}

#[tokio::test]
async fn an_age_that_a_birth_year_leaves_open_is_not_told_as_one() {
    let bed = bed().await;
    let mut person = amina();
    person.birth = Some(Birth::Year(1984));
    let id = open(&bed, Some(Who::Anna), &person).await;
    let page = bed.get(Who::Anna, &format!("/cases/{id}")).await.body;
    assert!(page.contains("37 oder 38 Jahre, geboren 1984"), "{page}");
}

#[tokio::test]
async fn a_case_of_nobody_is_there_for_all_case_managers_of_the_site() {
    let bed = bed().await;
    let id = open(&bed, None, &amina()).await;
    assert_eq!(seen(&bed, Who::Anna, id).await, StatusCode::OK);
    assert_eq!(seen(&bed, Who::Ines, id).await, StatusCode::OK);
    assert_eq!(seen(&bed, Who::Bela, id).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_case_moves_on_once_and_tells_the_second_who_saves() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = format!("/cases/{id}/stage");
    let first = [("stage", "assessment"), ("version", "1")];
    assert_eq!(
        bed.post(Who::Anna, &path, &first).await.location,
        format!("/cases/{id}")
    );
    let second = bed
        .post(Who::Anna, &path, &[("stage", "plan"), ("version", "1")])
        .await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.body.contains("nichts überschrieben"));
    let closing = [("stage", "closed"), ("version", "2")];
    let refused = bed.post(Who::Anna, &path, &closing).await.status;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
    let stranger = bed.post(Who::Bela, &path, &first).await.status;
    assert_eq!(stranger, StatusCode::NOT_FOUND);
    assert_eq!(bed.trail(bed.north).await, ["case.move"]);
}
