use axum::http::StatusCode;
use platform::testing::Who;

use crate::testing::{amina, bed, open};

const FORM: [(&str, &str); 5] = [
    ("family_name", "Rahimi-Noori"),
    ("given_name", "Amina"),
    ("birth", "2001"),
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
    let second = bed.post(Who::Anna, &path, &FORM).await.status;
    assert_eq!(second, StatusCode::CONFLICT);
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
