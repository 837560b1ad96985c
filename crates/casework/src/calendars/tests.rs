use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::{Testbed, Who};

use crate::cases::CaseId;
use crate::testing::{amina, bed, open};

/// Amina's Duldung ends on 15 July 2022.
async fn with_deadline() -> (Testbed, CaseId) {
    let bed = bed().await;
    let mut person = amina();
    person.statuses[0].document_expires_on = Some(date(2022, 7, 15));
    let id = open(&bed, Some(Who::Anna), &person).await;
    (bed, id)
}

/// The path behind the address that was shown.
async fn address(bed: &Testbed) -> String {
    let page = bed.post(Who::Anna, "/deadlines/calendar", &[]).await;
    assert_eq!(page.status, StatusCode::OK);
    let from = page.body.find("/calendar/").unwrap();
    let rest = &page.body[from..];
    rest[..rest.find(".ics").unwrap() + 4].to_owned()
}

#[tokio::test]
async fn deadlines_of_the_coming_weeks_stand_in_one_list() {
    let (bed, id) = with_deadline().await;
    let page = bed.get(Who::Anna, "/deadlines").await;
    assert_eq!(page.status, StatusCode::OK);
    for shown in [
        "Rahimi, Amina",
        "15.07.2022",
        "Praxiswert",
        "keine Rechtsauskunft",
    ] {
        assert!(page.body.contains(shown), "{shown}");
    }
    assert!(
        page.body
            .contains(&format!("/cases/{id}/entitlements#deadlines"))
    );
    assert!(!page.body.contains("⟦"), "{}", page.body);
    assert!(
        !bed.get(Who::Ines, "/deadlines")
            .await
            .body
            .contains("Rahimi")
    );
    assert_eq!(bed.trail(bed.north).await, ["deadline.read"; 2]);
    for who in [Who::Cleo, Who::Dana, Who::Emil, Who::Gerd] {
        let status = bed.get(who, "/deadlines").await.status;
        assert_eq!(status, StatusCode::FORBIDDEN, "{who:?}");
    }
    let wrong = bed.post(Who::Anna, "/deadlines", &[]).await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_calendar_program_fetches_numbers_and_deadlines_and_no_name() {
    let (bed, _) = with_deadline().await;
    let path = address(&bed).await;
    let file = bed.get(Who::Nobody, &path).await;
    assert_eq!(file.status, StatusCode::OK);
    let kind = file.headers["content-type"].to_str().unwrap();
    assert!(kind.starts_with("text/calendar"));
    // RFC 5545: lines end with CRLF and are folded at 75 octets.
    let body = file.body.replace("\r\n ", "");
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "DTSTART;VALUE=DATE:20220715",
        "DTEND;VALUE=DATE:20220716",
        "DTSTAMP:20220630T100000Z",
        "END:VCALENDAR",
    ] {
        assert!(body.contains(&format!("{line}\r\n")), "{line} in {body}");
    }
    assert!(file.body.lines().all(|line| line.len() <= 75));
    assert!(
        body.contains("SUMMARY:2022-0001: Duldung verlängern"),
        "{body}"
    );
    assert!(body.contains("(Praxiswert)") && body.contains("keine Rechtsauskunft"));
    assert!(!body.contains("Rahimi") && !body.contains("Amina"));
    let again = bed.get(Who::Nobody, &path).await;
    assert_eq!(again.body, file.body, "the same on the same day");
    assert_eq!(
        bed.trail(bed.north).await,
        ["calendar.renew", "calendar.fetch"],
        "one line a day"
    );
}

#[tokio::test]
async fn an_address_can_be_renewed_and_switched_off() {
    let (bed, _) = with_deadline().await;
    let first = address(&bed).await;
    let second = address(&bed).await;
    assert_ne!(first, second);
    let status = |answer: platform::testing::Answer| answer.status;
    assert_eq!(
        status(bed.get(Who::Nobody, &first).await),
        StatusCode::NOT_FOUND
    );
    assert_eq!(status(bed.get(Who::Nobody, &second).await), StatusCode::OK);
    let page = bed.get(Who::Anna, "/deadlines").await.body;
    assert!(page.contains("30.06.2022") && !page.contains(&second));
    let elsewhere = second.replace(&bed.north.to_string(), &bed.south.to_string());
    assert_eq!(
        status(bed.get(Who::Nobody, &elsewhere).await),
        StatusCode::NOT_FOUND
    );
    let ended = bed.delete(Who::Anna, "/deadlines/calendar").await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    assert_eq!(
        status(bed.get(Who::Nobody, &second).await),
        StatusCode::NOT_FOUND
    );
    let none = bed.delete(Who::Anna, "/deadlines/calendar").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    assert_eq!(bed.trail(bed.north).await.last().unwrap(), "calendar.end");
}

#[tokio::test]
async fn whoever_may_not_sign_in_has_no_calendar() {
    let (bed, _) = with_deadline().await;
    let path = address(&bed).await;
    let mut tx = bed.app.db.write().await.unwrap();
    let anna = bed.actor(Who::Anna).account;
    platform::accounts::store::lock(&mut tx, anna, true)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let locked = bed.get(Who::Nobody, &path).await;
    assert_eq!(locked.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn calendars_are_for_case_managers() {
    let (bed, _) = with_deadline().await;
    for who in [Who::Cleo, Who::Dana, Who::Emil, Who::Gerd, Who::Hatice] {
        for method in ["POST", "DELETE"] {
            let answer = bed.send(who, method, "/deadlines/calendar", &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who:?} {method}");
        }
    }
    let wrong = bed.get(Who::Anna, "/deadlines/calendar").await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(bed.trail(bed.north).await.is_empty());
}
