use axum::http::StatusCode;
use jiff::civil::date;
use law::StatusCode as Code;
use platform::testing::Who;

use super::{StatusForm, status_on};
use crate::fields::Bounds;
use crate::testing::{amina, bed, open};

#[test]
fn the_status_of_a_day_is_the_last_that_has_begun_and_not_ended() {
    let gestattet = Code::parse("AG").unwrap();
    let duldung = Code::parse("D_60C").unwrap();
    let history = [
        (Some(date(2018, 3, 1)), Some(date(2019, 6, 1)), &gestattet),
        (Some(date(2019, 6, 1)), None, &duldung),
    ];
    assert_eq!(status_on(history, date(2019, 5, 31)), Some(&gestattet));
    assert_eq!(status_on(history, date(2019, 6, 1)), Some(&duldung));
    assert_eq!(
        status_on(history, date(2017, 1, 1)),
        Some(&gestattet),
        "before the first, the first counts"
    );
}

fn problem(form: &StatusForm) -> Option<(String, &'static str)> {
    let errors = form.read(Bounds::until(date(2022, 6, 30))).err()?;
    let first = errors.iter().next()?;
    Some((first.0.to_owned(), first.1.key))
}

#[test]
fn a_status_cannot_begin_before_the_law_knew_it() {
    // § 60c AufenthG is in force since 1 January 2020 (BGBl. 2019 I 1021).
    let form = |from: &str| StatusForm {
        code: "D_60C".to_owned(),
        from_on: from.to_owned(),
        ..StatusForm::default()
    };
    assert_eq!(problem(&form("2020-01-01")), None);
    assert_eq!(problem(&form("2020")), None, "the year it came into force");
    let early = Some(("from_on".to_owned(), "status-not-yet-law"));
    assert_eq!(problem(&form("31.12.2019")), early);
    let future = Some(("from_on".to_owned(), "field-in-the-future"));
    assert_eq!(problem(&form("1.7.2022")), future);
}

#[tokio::test]
async fn a_history_of_statuses_grows_and_can_be_corrected() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = format!("/cases/{id}/statuses");
    let form = [
        ("code", "AE_25_5"),
        ("from_on", "2022-05-01"),
        ("document_expires_on", "2022-08-01"),
        ("side_conditions", "Wohnsitzauflage"),
    ];
    let saved = bed.post(Who::Anna, &path, &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = bed.get(Who::Anna, &format!("/cases/{id}")).await.body;
    for shown in [
        "Wohnsitzauflage",
        "01.08.2022",
        "aktuell",
        "läuft ab",
        "01.05.2022",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
    let entry = page.split(&format!("{path}/")).nth(1).unwrap()[..36].to_owned();
    let old = [("code", "AE_25_3"), ("recorded_at", "0")];
    let stale = bed.post(Who::Anna, &format!("{path}/{entry}"), &old).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.body.contains("Jetziger Stand") && stale.body.contains("Wohnsitzauflage"));
    assert!(stale.body.contains("value=\"AE_25_3\" selected"));
    for who in [Who::Bela, Who::Ines] {
        assert_eq!(
            bed.post(who, &path, &form).await.status,
            StatusCode::NOT_FOUND
        );
    }
    let gone = bed.delete(Who::Anna, &format!("{path}/{entry}")).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    let acts = ["status.add", "case.read", "status.remove"];
    assert_eq!(bed.trail(bed.north).await, acts);
}

#[test]
fn the_last_day_of_a_status_is_part_of_it() {
    let form = |last: &str| StatusForm {
        code: "AG".to_owned(),
        from_on: "01.03.2021".to_owned(),
        last_on: last.to_owned(),
        ..StatusForm::default()
    };
    let read = form("2021-06-30")
        .read(Bounds::until(date(2022, 6, 30)))
        .unwrap();
    assert_eq!(read.to_on, Some(date(2021, 7, 1)), "the first day without");
    assert_eq!(read.last_day(), Some(date(2021, 6, 30)));
    assert_eq!(problem(&form("2021-03-01")), None, "one day long");
    let before = Some(("last_on".to_owned(), "status-ends-before-it-begins"));
    assert_eq!(problem(&form("2021-02-28")), before);
}

#[tokio::test]
async fn an_earlier_status_is_shown_until_the_day_before_the_next() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let form = [("code", "AE_25_5"), ("from_on", "2022-05-01")];
    bed.post(Who::Anna, &format!("/cases/{id}/statuses"), &form)
        .await;
    let page = bed.get(Who::Anna, &format!("/cases/{id}")).await.body;
    assert!(page.contains("01.09.2021 – 30.04.2022"), "{page}");
    assert!(page.contains("seit 01.05.2022"));
}

#[tokio::test]
async fn the_list_finds_the_new_status_at_once() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let form = [("code", "AE_25_5"), ("from_on", "2022-05-01")];
    bed.post(Who::Anna, &format!("/cases/{id}/statuses"), &form)
        .await;
    let titled = bed.get(Who::Anna, "/cases?status=T").await.body;
    assert!(titled.contains("Rahimi, Amina"));
    let tolerated = bed.get(Who::Anna, "/cases?status=D").await.body;
    assert!(!tolerated.contains("Rahimi, Amina"));
}
