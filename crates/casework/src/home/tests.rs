use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::Who;

use crate::testing::{amina, bed, open};

#[tokio::test]
async fn the_start_page_shows_what_needs_a_hand() {
    let bed = bed().await;
    let mut person = amina();
    person.statuses[0].document_expires_on = Some(date(2022, 7, 15));
    open(&bed, Some(Who::Anna), &person).await;
    let page = bed.get(Who::Anna, "/").await.body;
    assert!(page.contains("Rahimi, Amina") && page.contains("15.07.2022"));
    assert!(page.contains(">121<"), "days since 1 March 2022");
    assert!(!page.contains("⟦"), "{page}");
    let colleague = bed.get(Who::Ines, "/").await.body;
    assert!(!colleague.contains("Rahimi"));
}

#[tokio::test]
async fn a_team_lead_begins_with_the_workload() {
    let bed = bed().await;
    open(&bed, Some(Who::Anna), &amina()).await;
    open(&bed, None, &amina()).await;
    let page = bed.get(Who::Cleo, "/").await.body;
    assert!(page.contains("anna") && page.contains("Noch niemand"));
    assert!(!page.contains("Rahimi") && !page.contains("⟦"));
}

#[tokio::test]
async fn every_role_has_a_place_to_begin() {
    let bed = bed().await;
    for who in Who::SIGNED_IN {
        let page = bed.get(who, "/").await;
        assert_eq!(page.status, StatusCode::OK, "{who:?}");
        assert!(!page.body.contains("⟦"));
    }
}
