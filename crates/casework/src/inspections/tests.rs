use axum::http::StatusCode;
use platform::testing::Who;

use super::until;
use crate::testing::{amina, bed, open};

#[test]
fn a_stated_reason_opens_a_file_for_two_hours() {
    let now = "2022-06-30T10:00:00Z".parse().unwrap();
    assert_eq!(until(now).to_string(), "2022-06-30T12:00:00Z");
}

#[tokio::test]
async fn a_team_lead_reads_a_file_after_stating_a_reason_and_changes_nothing() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let (case, ask) = (format!("/cases/{id}"), format!("/cases/{id}/inspection"));
    assert_eq!(
        bed.get(Who::Cleo, &case).await.status,
        StatusCode::NOT_FOUND
    );
    let form = bed.get(Who::Cleo, &ask).await.body;
    assert!(form.contains("2022-0001") && !form.contains("Rahimi") && !form.contains("⟦"));
    let empty = bed.post(Who::Cleo, &ask, &[]).await.status;
    assert_eq!(empty, StatusCode::UNPROCESSABLE_ENTITY);
    let told = bed.post(Who::Cleo, &ask, &[("reason", "complaint")]).await;
    assert_eq!(told.location, case);
    let file = bed.get(Who::Cleo, &case).await.body;
    assert!(file.contains("Amina Rahimi") && !file.contains("Fall abschließen"));
    let stage = [("stage", "plan"), ("version", "1")];
    let change = bed
        .post(Who::Cleo, &format!("{case}/stage"), &stage)
        .await
        .status;
    assert_eq!(change, StatusCode::FORBIDDEN);
    assert_eq!(bed.trail(bed.north).await, ["case.inspect", "case.read"]);
}

#[tokio::test]
async fn who_looked_is_told_to_the_worker_and_to_the_auditor() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    bed.get(Who::Anna, &format!("/cases/{id}")).await;
    let path = format!("/cases/{id}/readers");
    for who in [Who::Anna, Who::Hatice] {
        let page = bed.get(who, &path).await.body;
        assert!(
            page.contains("Fall gelesen") && page.contains("anna"),
            "{who:?}"
        );
        assert!(!page.contains("Rahimi") && !page.contains("⟦"));
    }
    for who in [Who::Bela, Who::Ines] {
        assert_eq!(bed.get(who, &path).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(
        bed.get(Who::Cleo, &path).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn an_auditor_finds_the_accesses_to_a_case_by_its_number() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    assert_eq!(
        bed.get(Who::Hatice, "/readers").await.status,
        StatusCode::OK
    );
    let ask = async |who, number| bed.post(who, "/readers", &[("number", number)]).await;
    let found = ask(Who::Hatice, " 2022-0001 ").await;
    assert_eq!(found.location, format!("/cases/{id}/readers"));
    bed.get(Who::Hatice, &found.location).await;
    let acts = ["case.find_readers", "case.readers"];
    assert_eq!(bed.trail(bed.north).await, acts);
    let unknown = ask(Who::Hatice, "2022-0002").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.body.contains("keinen Fall mit dieser Nummer") && !unknown.body.contains('⟦'));
}

#[tokio::test]
async fn nobody_else_finds_accesses_and_no_auditor_those_of_another_site() {
    let bed = bed().await;
    open(&bed, Some(Who::Bela), &amina()).await;
    let form = [("number", "2022-0001")];
    let other = bed.post(Who::Hatice, "/readers", &form).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    for who in Who::SIGNED_IN.into_iter().filter(|who| *who != Who::Hatice) {
        let refused = bed.post(who, "/readers", &form).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{who:?}");
    }
    let wrong = bed.delete(Who::Hatice, "/readers").await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
}
