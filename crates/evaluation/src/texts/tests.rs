use axum::http::StatusCode;
use platform::SiteId;
use platform::testing::{Testbed, Who};

use super::text::{LONGEST, tidy};

const OUTLOOK: &str = "/reports/2021/texts/outlook";

async fn bed() -> Testbed {
    Testbed::new(&[programme::ROOM, casework::ROOM, insight::ROOM, crate::ROOM]).await
}

#[test]
fn a_text_loses_only_what_nobody_sees() {
    assert_eq!(
        tidy(" \r\nEins\r\n\r\nZwei\u{7}\n "),
        Ok("Eins\n\nZwei".to_owned())
    );
    assert_eq!(
        tidy(&"ä".repeat(LONGEST)).map(|t| t.chars().count()),
        Ok(LONGEST)
    );
    let problem = |text: &str| tidy(text).unwrap_err().key;
    assert_eq!(problem(&"ä".repeat(LONGEST + 1)), "report-text-too-long");
    assert_eq!(problem("Gut \u{1f973}"), "report-text-unprintable");
}

#[tokio::test]
async fn each_saving_is_a_version_and_older_ones_stay() {
    let bed = bed().await;
    for (version, body) in [("0", "Alte Sicht"), ("1", "Neue Sicht")] {
        let answer = bed
            .post(Who::Dana, OUTLOOK, &[("version", version), ("body", body)])
            .await;
        assert_eq!(answer.location, "/reports/2021/texts", "{}", answer.body);
    }
    let page = bed.get(Who::Dana, OUTLOOK).await.body;
    assert!(
        page.contains("Alte Sicht") && page.contains("Neue Sicht"),
        "{page}"
    );
    assert!(page.contains("name=\"version\" value=\"2\""), "{page}");
    let index = bed.get(Who::Fatma, "/reports/2021/texts").await.body;
    assert!(
        index.contains("Neue Sicht") && !index.contains("Alte Sicht"),
        "{index}"
    );
    let trail = bed.trail(SiteId::PROGRAMME).await;
    assert_eq!(trail, ["report_text.write", "report_text.write"]);
}

#[tokio::test]
async fn the_texts_of_each_year_are_reached_from_those_of_another() {
    let bed = bed().await;
    let page = bed.get(Who::Dana, "/reports/2021/texts").await.body;
    assert!(page.contains("href=\"/reports/2022/texts\""), "{page}");
    let here = "href=\"/reports/2021/texts\" aria-current=\"page\"";
    assert!(page.contains(here), "{page}");
}

#[tokio::test]
async fn who_saves_second_is_told_and_loses_nothing() {
    let bed = bed().await;
    bed.post(
        Who::Emil,
        OUTLOOK,
        &[("version", "0"), ("body", "Erste Hand")],
    )
    .await;
    let second = bed
        .post(
            Who::Emil,
            OUTLOOK,
            &[("version", "0"), ("body", "Zweite Hand")],
        )
        .await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.body.contains("Erste Hand") && second.body.contains("Zweite Hand"));
    let index = bed.get(Who::Emil, "/reports/2021/texts").await.body;
    assert!(
        index.contains("Erste Hand") && !index.contains("Zweite Hand"),
        "{index}"
    );
}

#[tokio::test]
async fn a_site_sees_its_own_texts_only() {
    let bed = bed().await;
    bed.post(
        Who::Dana,
        OUTLOOK,
        &[("version", "0"), ("body", "Vom Programm")],
    )
    .await;
    bed.post(
        Who::Emil,
        OUTLOOK,
        &[("version", "0"), ("body", "Aus dem Norden")],
    )
    .await;
    let north = bed.get(Who::Cleo, "/reports/2021/texts").await.body;
    assert!(
        north.contains("Aus dem Norden") && !north.contains("Vom Programm"),
        "{north}"
    );
    assert_eq!(bed.trail(bed.north).await, ["report_text.write"]);
}

#[tokio::test]
async fn who_may_not_write_is_refused() {
    let bed = bed().await;
    for who in [Who::Fatma, Who::Cleo, Who::Anna, Who::Gerd, Who::Hatice] {
        let answer = bed
            .post(who, OUTLOOK, &[("version", "0"), ("body", "x")])
            .await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who:?}");
    }
    let page = bed.get(Who::Fatma, OUTLOOK).await.body;
    assert!(!page.contains("<textarea"), "{page}");
}

#[tokio::test]
async fn other_methods_chapters_and_years_are_refused() {
    let bed = bed().await;
    let answer = bed.delete(Who::Dana, OUTLOOK).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    for path in [
        "/reports/2021/texts/gossip",
        "/reports/21/texts",
        "/reports/2023/texts",
        "/reports/x/texts",
    ] {
        assert_eq!(
            bed.get(Who::Dana, path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_sign_that_the_report_cannot_print_is_named_at_the_text() {
    let bed = bed().await;
    let body = "Ein Erfolg \u{1f973}\u{fe0f} für 漢 und 漢 – „Größe“ ≤ 5 ♥";
    let form = [("version", "0"), ("body", body)];
    let answer = bed.post(Who::Dana, OUTLOOK, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = "Im Bericht nicht druckbar: \u{1f973} 漢.";
    assert!(answer.body.contains(said), "{}", answer.body);
    assert!(answer.body.contains(body), "the text is still there");
    assert!(bed.trail(SiteId::PROGRAMME).await.is_empty());
}

#[tokio::test]
async fn a_text_that_is_too_long_comes_back_with_its_error() {
    let bed = bed().await;
    let body = "a".repeat(LONGEST + 1);
    let answer = bed
        .post(Who::Dana, OUTLOOK, &[("version", "0"), ("body", &body)])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("20.000 Zeichen") && answer.body.contains(&body));
}
