use axum::http::StatusCode;
use platform::testing::Who;

use crate::testing::bed;

#[tokio::test]
async fn the_law_is_looked_up_without_a_case() {
    let bed = bed().await;
    for who in [Who::Anna, Who::Bela, Who::Cleo, Who::Emil, Who::Gerd] {
        let page = bed.get(who, "/law?status=D_60B&on=2024-03-01").await;
        assert_eq!(page.status, StatusCode::OK, "{who:?}");
        assert!(page.body.contains("§ 60b Abs. 5"), "{}", page.body);
        assert!(!page.body.contains("⟦"), "{}", page.body);
    }
    for who in [Who::Dana, Who::Fatma, Who::Hatice] {
        assert_eq!(bed.get(who, "/law").await.status, StatusCode::FORBIDDEN);
    }
    let wrong = bed.post(Who::Anna, "/law", &[]).await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    let unknown = bed.get(Who::Anna, "/law?status=D_99").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    let start = bed.get(Who::Anna, "/law").await.body;
    assert!(start.contains("Recht nachschlagen") && start.contains("D_60C"));
}

#[tokio::test]
async fn every_condition_of_the_lookup_is_told_in_words() {
    let bed = bed().await;
    for code in ["AG", "D_60A_2_S1", "AE_104C1", "AE_25_5"] {
        for day in ["2019-07-01", "2022-06-30", "2026-11-22"] {
            let path = format!("/law?status={code}&on={day}");
            let page = bed.get(Who::Anna, &path).await.body;
            for raw in [
                "&gt;=",
                "access B",
                "in_reception",
                " known<",
                "&#62;=",
                "⟦",
            ] {
                assert!(!page.contains(raw), "{code} {day} {raw}");
            }
        }
    }
}

#[tokio::test]
async fn a_rule_shows_all_its_versions() {
    let bed = bed().await;
    for who in [Who::Anna, Who::Cleo, Who::Emil, Who::Gerd] {
        // § 25a: 21 until 30.12.2022, 27 since 31.12.2022 (BGBl. 2022 I 2847).
        let page = bed.get(who, "/law/rules/C1").await;
        assert_eq!(page.status, StatusCode::OK, "{who:?}");
        for shown in [
            "21. Lebensjahres",
            "27. Lebensjahres",
            "30.12.2022",
            "31.12.2022",
        ] {
            assert!(page.body.contains(shown), "{shown}");
        }
        assert!(!page.body.contains("⟦"));
    }
    for id in ["B1.work", "D03", "D28"] {
        let page = bed.get(Who::Anna, &format!("/law/rules/{id}")).await;
        assert_eq!(page.status, StatusCode::OK, "{id}");
    }
    let none = bed.get(Who::Anna, "/law/rules/X1").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    for who in [Who::Dana, Who::Hatice] {
        let page = bed.get(who, "/law/rules/C1").await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
    }
    let wrong = bed.post(Who::Anna, "/law/rules/C1", &[]).await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn the_lookup_takes_days_of_entry_and_other_facts_and_keeps_none() {
    let bed = bed().await;
    // § 32(1) BeschV: after three months of permitted, tolerated or gestattet stay.
    let path = "/law?status=D_60A_2_S1&on=2022-06-30&since=2021-07-01&entered=2019-05-10&age=21\
                &nationality=423&reception=no";
    let page = bed.get(Who::Anna, path).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Mit diesen Angaben") && page.body.contains("id=\"B1.work\""));
    assert!(!page.body.contains("⟦"));
    let odd = bed.get(Who::Anna, "/law?status=AG&age=alt").await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bed.trail(bed.north).await.is_empty());
}
