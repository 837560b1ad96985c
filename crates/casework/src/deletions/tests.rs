use axum::http::StatusCode;
use platform::testing::{Testbed, Who};

use crate::cases::CaseId;
use crate::testing::{amina, bed, open};

const CLOSING: [(&str, &str); 4] = [
    ("closed_on", "2022-06-30"),
    ("reason", "goals_reached"),
    ("outcome", "training"),
    ("version", "1"),
];
const DELETION: [(&str, &str); 2] = [("reason", "request"), ("number", "2022-0001")];

/// A case of Anna's that the team lead may look at; hands out the address of its deletion.
async fn inspected(bed: &Testbed) -> (CaseId, String) {
    let id = open(bed, Some(Who::Anna), &amina()).await;
    let ask = format!("/cases/{id}/inspection");
    bed.post(Who::Cleo, &ask, &[("reason", "complaint")]).await;
    (id, format!("/cases/{id}/deletion"))
}

async fn close(bed: &Testbed, id: CaseId) {
    let path = format!("/cases/{id}/closure");
    let answer = bed.post(Who::Anna, &path, &CLOSING).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

#[tokio::test]
async fn the_team_lead_deletes_a_person_whose_cases_are_closed() {
    let bed = bed().await;
    let (id, path) = inspected(&bed).await;
    close(&bed, id).await;
    let case = bed.get(Who::Cleo, &format!("/cases/{id}")).await.body;
    assert!(case.contains(&path), "{case}");
    let form = bed.get(Who::Cleo, &path).await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(!form.body.contains('⟦') && !form.body.contains("Rahimi"));
    let answer = bed.post(Who::Cleo, &path, &DELETION).await;
    assert_eq!(answer.location, "/cases", "{}", answer.body);
    let mut tx = bed.app.db.read().await.unwrap();
    let count = |row: db::Row| row.get::<i64>("n").unwrap();
    for sql in [
        "select count(*) as n from person_keys",
        "select count(*) as n from person_identity",
        "select count(*) as n from person_tokens",
        "select count(*) as n from cases where number = '2022-0001'",
    ] {
        assert_eq!(count(tx.one(sql, vec![]).await.unwrap()), 0, "{sql}");
    }
    let facts = tx.one(
        "select count(*) as n from persons where birth_year is not null",
        vec![],
    );
    assert_eq!(
        count(facts.await.unwrap()),
        1,
        "the figures keep their facts"
    );
    drop(tx);
    for who in [Who::Anna, Who::Cleo] {
        let gone = bed.get(who, &format!("/cases/{id}")).await.status;
        assert_eq!(gone, StatusCode::NOT_FOUND, "{who:?}");
    }
    assert_eq!(bed.trail(bed.north).await.last().unwrap(), "person.delete");
    let log = bed.get(Who::Hatice, "/audit?act=person.delete").await.body;
    assert!(log.contains("Grund: Die Person hat es verlangt"), "{log}");
}

#[tokio::test]
async fn an_open_case_a_wrong_number_or_no_reason_delete_nothing() {
    let bed = bed().await;
    let (id, path) = inspected(&bed).await;
    for answer in [
        bed.get(Who::Cleo, &path).await,
        bed.post(Who::Cleo, &path, &DELETION).await,
    ] {
        assert_eq!(answer.status, StatusCode::CONFLICT);
    }
    close(&bed, id).await;
    for form in [
        [("reason", "request"), ("number", "2022-0002")],
        [("reason", ""), ("number", "2022-0001")],
    ] {
        let answer = bed.post(Who::Cleo, &path, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("kern-error") || answer.body.contains("error-"));
    }
    assert_eq!(
        bed.get(Who::Anna, &format!("/cases/{id}")).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn nobody_else_deletes_and_no_file_that_was_not_opened() {
    let bed = bed().await;
    let (id, path) = inspected(&bed).await;
    close(&bed, id).await;
    for who in [Who::Anna, Who::Bela, Who::Gerd, Who::Hatice, Who::Emil] {
        let denied = bed.post(who, &path, &DELETION).await.status;
        assert_eq!(denied, StatusCode::FORBIDDEN, "{who:?}");
    }
    let wrong = bed.delete(Who::Cleo, &path).await.status;
    assert_eq!(wrong, StatusCode::METHOD_NOT_ALLOWED);
    let unread = open(
        &bed,
        Some(Who::Ines),
        &crate::people::NewPerson {
            given_name: Some("Kim".to_owned()),
            ..amina()
        },
    )
    .await;
    let path = format!("/cases/{unread}/deletion");
    let hidden = bed.post(Who::Cleo, &path, &DELETION).await.status;
    assert_eq!(hidden, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn files_of_another_site_are_not_there_to_be_deleted() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Bela), &amina()).await;
    let path = format!("/cases/{id}/deletion");
    let asked = bed.get(Who::Cleo, &path).await.status;
    let posted = bed.post(Who::Cleo, &path, &DELETION).await.status;
    assert_eq!([asked, posted], [StatusCode::NOT_FOUND; 2]);
}
