use axum::http::StatusCode;
use jiff::civil::date;
use platform::accounts;
use platform::testing::{Testbed, Who};

use crate::codes::PartialDate;
use crate::people::NewStatus;
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
async fn a_paper_that_ended_is_shown_until_another_one_follows() {
    let bed = bed().await;
    let mut person = amina();
    let permit = law::StatusCode::parse("AG").unwrap();
    let since = PartialDate::Day(date(2020, 1, 10));
    let mut permit = NewStatus::since(permit, Some(since));
    permit.document_expires_on = Some(date(2021, 8, 31));
    person.statuses[0].document_expires_on = Some(date(2022, 6, 20));
    person.statuses.insert(0, permit);
    let case = open(&bed, Some(Who::Anna), &person).await;
    let page = bed.get(Who::Anna, "/").await.body;
    assert!(page.contains("20.06.2022") && page.contains("abgelaufen"));
    assert!(!page.contains("31.08.2021"), "the Duldung followed it");
    assert!(page.contains(&format!("/cases/{case}#statuses")));
    // A deadline of the same day tells it already.
    let mut later = amina();
    later.statuses[0].document_expires_on = Some(date(2022, 7, 15));
    let later = open(&bed, Some(Who::Anna), &later).await;
    let page = bed.get(Who::Anna, "/").await.body;
    assert!(page.contains(&format!("/cases/{later}/entitlements#deadlines")));
    assert!(!page.contains(&format!("/cases/{later}#statuses")));
}

#[tokio::test]
async fn a_team_lead_begins_with_the_workload() {
    let bed = bed().await;
    open(&bed, Some(Who::Anna), &amina()).await;
    open(&bed, None, &amina()).await;
    let page = bed.get(Who::Cleo, "/").await.body;
    assert!(page.contains("anna") && page.contains("Noch niemand"));
    let anna = bed.actor(Who::Anna).account;
    for href in [
        format!("/cases?worker={anna}"),
        format!("/cases?worker={anna}&waiting=60&sort=waiting"),
    ] {
        assert!(
            page.replace("&amp;", "&")
                .contains(&format!("href=\"{href}\"")),
            "{href}: {page}"
        );
        assert!(
            bed.get(Who::Cleo, &href).await.body.contains("/inspection"),
            "{href}"
        );
    }
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

/// Everybody but these is told nothing of it.
async fn told_only(bed: &Testbed, readers: &[Who], said: &str) {
    for who in Who::SIGNED_IN {
        let page = bed.get(who, "/").await.body;
        assert_eq!(
            page.contains(said),
            readers.contains(&who),
            "{who:?}: {said}"
        );
    }
}

#[tokio::test]
async fn only_the_administration_is_told_of_roles_nobody_holds_at_its_site() {
    let bed = bed().await;
    // In the south nobody holds any role but one; that is not the north's business.
    told_only(&bed, &[], "hat niemand die Rolle").await;
    let mut tx = bed.app.db.write().await.unwrap();
    let cleo = bed.actor(Who::Cleo).account;
    accounts::store::lock(&mut tx, cleo, true).await.unwrap();
    tx.commit().await.unwrap();
    let said = "hat niemand die Rolle „Fachaufsicht“";
    told_only(&bed, &[Who::Gerd], said).await;
}

#[tokio::test]
async fn only_the_auditor_is_told_of_refused_sign_ins_and_inspections_of_the_site() {
    let bed = bed().await;
    let refuse = async |email: &str| {
        let form = [("email", email), ("password", "geraten")];
        bed.post(Who::Nobody, "/session", &form).await;
    };
    refuse("bela@example.org").await;
    told_only(&bed, &[], "Anmeldung wurde in den letzten").await;
    refuse("anna@example.org").await;
    let said = "Eine Anmeldung wurde in den letzten sieben Tagen abgelehnt.";
    told_only(&bed, &[Who::Hatice], said).await;

    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let ask = format!("/cases/{id}/inspection");
    bed.post(Who::Cleo, &ask, &[("reason", "complaint")]).await;
    let said = "Die Fachaufsicht hat in den letzten 30 Tagen eine Akte eingesehen.";
    told_only(&bed, &[Who::Hatice], said).await;
}
