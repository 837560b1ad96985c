use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::Who;

use crate::cases::CaseId;
use crate::codes::PartialDate;
use crate::entitlements::upcoming;
use crate::testing::{amina, bed, open};

fn at(id: CaseId, rest: &str) -> String {
    format!("/cases/{id}/entitlements{rest}")
}

#[tokio::test]
async fn a_case_manager_sees_rights_paths_and_deadlines_of_any_day() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let page = bed.get(Who::Anna, &at(id, "?on=2023-01-02")).await;
    assert_eq!(page.status, StatusCode::OK);
    for shown in [
        "Orientierung, keine Rechtsauskunft",
        "Rechtslage am 02.01.2023",
        "Amina Rahimi",
        "§ 25a Abs. 1 AufenthG",
        "id=\"B1.work\"",
        "Fachberatung klären",
        "id=\"duties\"",
        "Gilt erst ab 01.03.2024.",
    ] {
        assert!(page.body.contains(shown), "{shown}");
    }
    assert!(!page.body.contains("sind nicht gelesen"));
    let late = bed.get(Who::Anna, &at(id, "?on=2026-08-20")).await;
    assert!(
        late.body
            .contains("nach dem 19.08.2026 verkündet wurden, sind nicht gelesen")
    );
    assert!(!page.body.contains("⟦"), "{}", page.body);
    let odd = bed.get(Who::Anna, &at(id, "?on=morgen")).await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(bed.trail(bed.north).await, ["entitlement.read"; 3]);
}

#[tokio::test]
async fn the_talk_sheet_says_it_plainly() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let sheet = bed.get(Who::Anna, &at(id, "/sheet?on=2023-01-02")).await;
    assert_eq!(sheet.status, StatusCode::OK);
    for shown in [
        "keine Rechtsauskunft",
        "Amina Rahimi",
        "Dafür fehlt noch:",
        "02.01.2023",
    ] {
        assert!(sheet.body.contains(shown), "{shown}");
    }
    assert!(!sheet.body.contains("⟦"), "{}", sheet.body);
    assert_eq!(bed.trail(bed.north).await, ["entitlement.read"]);
}

#[tokio::test]
async fn the_talk_sheet_speaks_the_language_of_the_person() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = at(id, "/sheet?on=2023-01-02&sheet=en");
    let sheet = bed.get(Who::Anna, &path).await.body;
    for shown in [
        "This is orientation",
        "Duldung for vocational training",
        "lang=\"en\"",
    ] {
        assert!(sheet.contains(shown), "{shown} in {sheet}");
    }
    assert!(!sheet.contains("⟦") && !sheet.contains("Dafür fehlt noch"));
}

#[tokio::test]
async fn nobody_else_reads_the_law_of_a_case() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    for path in [at(id, ""), at(id, "/sheet")] {
        for who in [Who::Bela, Who::Ines] {
            assert_eq!(
                bed.get(who, &path).await.status,
                StatusCode::NOT_FOUND,
                "{who:?}"
            );
        }
        for who in [
            Who::Cleo,
            Who::Dana,
            Who::Emil,
            Who::Fatma,
            Who::Gerd,
            Who::Hatice,
        ] {
            assert_eq!(
                bed.get(who, &path).await.status,
                StatusCode::FORBIDDEN,
                "{who:?}"
            );
        }
        let wrong = bed.post(Who::Anna, &path, &[]).await;
        assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    }
    assert!(bed.trail(bed.north).await.is_empty());
}

#[tokio::test]
async fn the_start_page_and_the_case_page_tell_what_comes_next() {
    let bed = bed().await;
    let mut person = amina();
    person.statuses[0].document_expires_on = Some(date(2022, 7, 15));
    let id = open(&bed, Some(Who::Anna), &person).await;
    let case = bed.get(Who::Anna, &format!("/cases/{id}")).await.body;
    assert!(case.contains("Rechte und Fristen") && case.contains(&at(id, "")));
    let start = bed.get(Who::Anna, "/").await.body;
    assert!(start.contains("Duldung verlängern"), "{start}");
    let mut tx = bed.app.db.read().await.unwrap();
    for (who, least) in [(Who::Anna, 1), (Who::Ines, 0), (Who::Bela, 0)] {
        let found = upcoming(&mut tx, &bed.app, &bed.actor(who), 30)
            .await
            .unwrap();
        assert_eq!(found.len(), least, "{who:?}");
    }
}

#[tokio::test]
async fn what_is_missing_leads_to_its_form() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let page = bed.get(Who::Anna, &at(id, "?on=2023-01-02")).await.body;
    for way in ["school", "language", "jobs"] {
        let href = format!("href=\"/cases/{id}/facts/{way}?back=rights\"");
        assert!(page.contains(&href), "{way}");
    }
    assert!(page.contains(&format!("href=\"/cases/{id}/person\"")));
}

#[tokio::test]
async fn what_has_changed_is_shown_until_it_is_acknowledged() {
    let bed = bed().await;
    let mut person = amina();
    person.entered_germany = Some(PartialDate::Day(date(2019, 5, 10)));
    let id = open(&bed, Some(Who::Anna), &person).await;
    let news = "Neu bei Rechten und Fristen";
    assert!(!bed.get(Who::Anna, &at(id, "")).await.body.contains(news));
    // Two weeks to go to court from a served rejection (§ 74(1) AsylG): 4 July is a Monday.
    let served = [("code", "asylum_simple"), ("from_on", "2022-06-20")];
    bed.post(Who::Anna, &format!("/cases/{id}/facts/served"), &served)
        .await;
    for path in ["", "/entitlements", "/facts"] {
        let page = bed.get(Who::Anna, &format!("/cases/{id}{path}")).await.body;
        assert!(page.contains(news), "{path}");
        assert!(page.contains("neue Frist: 04.07.2022"), "{path}");
    }
    let path = at(id, "/acknowledgement");
    for who in [Who::Bela, Who::Ines] {
        assert_eq!(
            bed.post(who, &path, &[]).await.status,
            StatusCode::NOT_FOUND
        );
    }
    for who in [Who::Cleo, Who::Emil, Who::Dana] {
        assert_eq!(
            bed.post(who, &path, &[]).await.status,
            StatusCode::FORBIDDEN
        );
    }
    assert_eq!(
        bed.get(Who::Anna, &path).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
    let done = bed.post(Who::Anna, &path, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let trail = bed.trail(bed.north).await;
    assert_eq!(trail.last().unwrap(), "entitlement.acknowledge");
    assert!(!bed.get(Who::Anna, &at(id, "")).await.body.contains(news));
}

#[tokio::test]
async fn a_paper_that_ends_is_told_once_on_the_start_page() {
    let bed = bed().await;
    let mut person = amina();
    person.statuses[0].document_expires_on = Some(date(2022, 7, 15));
    open(&bed, Some(Who::Anna), &person).await;
    let start = bed.get(Who::Anna, "/").await.body;
    assert_eq!(start.matches("15.07.2022").count(), 1, "{start}");
}
