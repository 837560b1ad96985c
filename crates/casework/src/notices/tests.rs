use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::{Testbed, Who};

use super::form::NoticeForm;
use super::{NoticeId, in_force, store};
use crate::codes::PartialDate;
use crate::people::NewStatus;
use crate::testing::{amina, bed, open};

const TODAY: jiff::civil::Date = date(2022, 6, 30);

fn form() -> NoticeForm {
    NoticeForm {
        about: "D03".to_owned(),
        wording: "Die Ausländerbehörde braucht sechs Wochen.".to_owned(),
        source: "Absprache mit der Ausländerbehörde".to_owned(),
        stated_on: "2022-05-02".to_owned(),
        lead_weeks: "6".to_owned(),
        ..NoticeForm::default()
    }
}

const TYPED: [(&str, &str); 5] = [
    ("about", "D03"),
    ("wording", "Die Ausländerbehörde braucht sechs Wochen."),
    ("source", "Absprache mit der Ausländerbehörde"),
    ("stated_on", "2022-05-02"),
    ("lead_weeks", "6"),
];

fn problem(form: &NoticeForm) -> Option<(String, &'static str)> {
    let errors = form.read(NoticeId::new(), TODAY).err()?;
    let first = errors.iter().next()?;
    Some((first.0.to_owned(), first.1.key))
}

#[test]
fn a_notice_belongs_to_a_rule_and_names_its_source() {
    assert_eq!(problem(&form()), None);
    let odd = |change: fn(&mut NoticeForm)| {
        let mut odd = form();
        change(&mut odd);
        problem(&odd).unwrap()
    };
    let at = |field: &str, key| (field.to_owned(), key);
    assert_eq!(
        odd(|form| form.about = "D999".to_owned()),
        at("about", "field-unknown-choice")
    );
    assert_eq!(
        odd(|form| form.source.clear()),
        at("source", "field-required")
    );
    assert_eq!(
        odd(|form| form.stated_on = "2022-07-01".to_owned()),
        at("stated_on", "field-in-the-future")
    );
    assert_eq!(
        odd(|form| form.about = "D08".to_owned()),
        at("lead_weeks", "notice-no-lead"),
        "no site moves a period of the law"
    );
}

#[test]
fn a_notice_of_the_site_stands_for_that_of_the_rules() {
    let on = date(2026, 3, 1);
    let stop = |shown: &[super::ShownNotice]| {
        let mut all = shown.iter();
        all.any(|one| one.text.contains("BAMF lässt im Haushaltsjahr 2026"))
    };
    assert!(stop(&in_force(&[], on)));
    assert!(!stop(&in_force(&[], date(2026, 2, 8))), "before the stop");
    let own = NoticeForm {
        replaces: "bamf_course_stop_2026".to_owned(),
        about: "B2.integration".to_owned(),
        lead_weeks: String::new(),
        ..form()
    };
    let own = own.read(NoticeId::new(), TODAY).unwrap();
    let shown = in_force(std::slice::from_ref(&own), on);
    assert!(!stop(&shown) && shown[0].local);
}

async fn saved(bed: &Testbed) -> NoticeId {
    let answer = bed.post(Who::Emil, "/notices", &TYPED).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let mut tx = bed.app.db.read().await.unwrap();
    store::of_site(&mut tx, bed.north).await.unwrap()[0].id
}

#[tokio::test]
async fn a_site_reminds_as_early_as_it_wants() {
    let bed = bed().await;
    let mut person = amina();
    let title = law::StatusCode::parse("AE_25_5").unwrap();
    let since = PartialDate::Day(date(2021, 9, 1));
    person.statuses = vec![NewStatus {
        document_expires_on: Some(date(2022, 9, 30)),
        ..NewStatus::since(title, Some(since))
    }];
    let id = open(&bed, Some(Who::Anna), &person).await;
    let path = format!("/cases/{id}/entitlements");
    // Twelve weeks before 30 September 2022 is 8 July, six weeks before it 19 August.
    assert!(bed.get(Who::Anna, &path).await.body.contains("08.07.2022"));
    saved(&bed).await;
    let page = bed.get(Who::Anna, &path).await.body;
    assert!(page.contains("19.08.2022") && page.contains("6 Wochen vorher"));
    assert!(!page.contains("datetime=\"2022-07-08\""));
    assert!(page.contains("verschoben von 08.07.2022 auf 19.08.2022"));
    assert!(page.contains("Die Ausländerbehörde braucht sechs Wochen."));
    assert!(page.contains("Absprache mit der Ausländerbehörde"));
}

#[tokio::test]
async fn notices_are_seen_at_the_site_and_kept_by_two_roles() {
    let bed = bed().await;
    let id = saved(&bed).await;
    for who in [Who::Anna, Who::Cleo, Who::Emil, Who::Gerd] {
        let page = bed.get(who, "/notices").await;
        assert_eq!(page.status, StatusCode::OK, "{who:?}");
        assert!(page.body.contains("braucht sechs Wochen") && !page.body.contains("⟦"));
    }
    assert!(
        !bed.get(Who::Bela, "/notices")
            .await
            .body
            .contains("braucht sechs Wochen")
    );
    let one = format!("/notices/{id}");
    for who in [Who::Anna, Who::Cleo, Who::Dana, Who::Hatice] {
        for (method, path) in [
            ("GET", "/notices/new"),
            ("POST", "/notices"),
            ("GET", &one),
            ("POST", &one),
            ("DELETE", &one),
        ] {
            let status = bed.send(who, method, path, &TYPED).await.status;
            assert_eq!(status, StatusCode::FORBIDDEN, "{who:?} {method} {path}");
        }
    }
    let wrong = bed.send(Who::Emil, "PUT", &one, &TYPED).await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(bed.trail(bed.north).await, ["notice.add"]);
}

#[tokio::test]
async fn notices_of_another_site_are_not_there() {
    let bed = bed().await;
    let notice = form().read(NoticeId::new(), TODAY).unwrap();
    let mut tx = bed.app.db.write().await.unwrap();
    store::insert(&mut tx, bed.south, &notice).await.unwrap();
    tx.commit().await.unwrap();
    let path = format!("/notices/{}", notice.id);
    for method in ["GET", "POST", "DELETE"] {
        let status = bed.send(Who::Emil, method, &path, &TYPED).await.status;
        assert_eq!(status, StatusCode::NOT_FOUND, "{method}");
    }
    assert!(bed.trail(bed.north).await.is_empty());
}

#[tokio::test]
async fn a_notice_is_changed_and_taken_out() {
    let bed = bed().await;
    let id = saved(&bed).await;
    let path = format!("/notices/{id}");
    let form = bed.get(Who::Gerd, &path).await;
    assert!(form.body.contains("braucht sechs Wochen") && !form.body.contains("⟦"));
    let mut typed = TYPED.to_vec();
    typed.push(("version", "1"));
    let changed = bed.post(Who::Gerd, &path, &typed).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    let stale = bed.post(Who::Emil, &path, &typed).await;
    let wording = "braucht sechs Wochen";
    crate::testing::is_overtaken(&stale, wording, wording, "2");
    let empty = [("about", "D03"), ("version", "2")];
    let empty = bed.post(Who::Emil, &path, &empty).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        bed.delete(Who::Emil, &path).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        bed.delete(Who::Emil, &path).await.status,
        StatusCode::NOT_FOUND
    );
    let trail = ["notice.add", "notice.change", "notice.remove"];
    assert_eq!(bed.trail(bed.north).await, trail);
    let new = bed
        .get(Who::Emil, "/notices/new?replaces=bamf_course_stop_2026")
        .await;
    assert!(new.body.contains("Haushaltsjahr 2026"));
}

#[tokio::test]
async fn a_notice_names_its_rule_not_its_number() {
    let bed = bed().await;
    saved(&bed).await;
    let page = bed.get(Who::Anna, "/notices").await.body;
    assert!(
        page.contains(">Verlängerung des Titels vorbereiten"),
        "{page}"
    );
    assert!(!page.contains(">D03<"));
}
