use axum::http::StatusCode;
use jiff::civil::{Date, date};
use law::{Access, AccessAnswer, ConditionAnswer, ConditionState, PathResult, Perspective};
use platform::testing::Who;

use super::{Background, Held, upcoming};
use crate::cases::CaseId;
use crate::codes::{Nationality, PartialDate};
use crate::testing::{amina, bed, open};

/// Born on 4 May 2001, from Afghanistan, entered on 10 May 2019, with a Duldung since 1 July 2021.
fn tolerated(from_on: PartialDate) -> Background {
    Background {
        birth_date: Some(date(2001, 5, 4)),
        entered: Some(PartialDate::Day(date(2019, 5, 10))),
        nationality: Nationality::parse("423"),
        site_ags: "05913".to_owned(),
        history: vec![held("D_60A_2_S1", Some(from_on), None)],
    }
}

fn held(code: &str, from_on: Option<PartialDate>, to_on: Option<Date>) -> Held {
    Held {
        code: law::StatusCode::parse(code).unwrap(),
        from_on,
        to_on,
        document_expires_on: None,
        recorded_on: date(2022, 3, 1),
    }
}

fn path(background: &Background, id: &str, on: Date) -> Perspective {
    let paths = background.outlook(on).answer.perspectives;
    paths.into_iter().find(|path| path.id == id).unwrap()
}

fn condition(path: &Perspective, id: &str) -> ConditionAnswer {
    path.conditions.iter().find(|c| c.id == id).unwrap().clone()
}

fn access(background: &Background, id: &str, on: Date) -> AccessAnswer {
    let access = background.outlook(on).answer.access;
    access.into_iter().find(|access| access.id == id).unwrap()
}

#[test]
fn the_way_of_section_25a_opens_to_young_adults_on_new_year_s_eve_of_2022() {
    let person = tolerated(PartialDate::Day(date(2021, 7, 1)));
    // Until 30.12.2022 the application had to come before the 21st birthday, 4 May 2022.
    let before = path(&person, "C1", date(2022, 12, 30));
    assert_eq!(before.result, PathResult::NotOpen);
    assert_eq!(condition(&before, "C1.4").state, ConditionState::NotMet);
    // Since 31.12.2022: twelve months of Duldung, application before the 27th birthday.
    let after = path(&person, "C1", date(2023, 1, 2));
    assert_eq!(after.result, PathResult::Missing);
    assert_eq!(condition(&after, "C1.1").state, ConditionState::Met);
    assert_eq!(condition(&after, "C1.4").state, ConditionState::Met);
    assert_eq!(after.apply_until, Some(date(2028, 5, 3)));
    // What no file says stays unknown; what must not be recorded is asked.
    assert_eq!(condition(&after, "C1.3").state, ConditionState::Unknown);
    assert_eq!(condition(&after, "C1.5").state, ConditionState::Ask);
}

#[test]
fn a_half_open_end_is_the_last_day_of_the_law() {
    let mut person = tolerated(PartialDate::Day(date(2021, 7, 1)));
    person.history[0].code = law::StatusCode::parse("AG").unwrap();
    person.history[0].to_on = Some(date(2022, 5, 1));
    let since = Some(PartialDate::Day(date(2022, 5, 1)));
    person.history.push(held("D_60B", since, None));
    // § 60b(5) S. 2 AufenthG: no employment, from the first day on.
    let work = access(&person, "B1.work", date(2022, 5, 1));
    assert_eq!(
        (work.result, work.since),
        (Access::No, Some(date(2022, 5, 1)))
    );
    assert_ne!(
        access(&person, "B1.work", date(2022, 4, 30)).result,
        Access::No
    );
}

#[test]
fn what_hangs_on_a_rough_beginning_is_unknown() {
    // Somewhere in 2021: on 1 July 2022 twelve months have passed perhaps, in 2023 surely.
    let person = tolerated(PartialDate::Year(2021));
    assert!(person.outlook(date(2023, 1, 2)).rough_beginning);
    let state = |on| condition(&path(&person, "C5", on), "C5.3").state;
    assert_eq!(state(date(2021, 12, 30)), ConditionState::NotMet);
    assert_eq!(state(date(2022, 7, 1)), ConditionState::Unknown);
    assert_eq!(state(date(2023, 1, 2)), ConditionState::Met);
    let exact = tolerated(PartialDate::Day(date(2021, 7, 1)));
    assert!(!exact.outlook(date(2023, 1, 2)).rough_beginning);
}

#[test]
fn a_printed_end_is_a_deadline_until_it_has_passed() {
    let mut person = tolerated(PartialDate::Day(date(2021, 7, 1)));
    person.history[0].document_expires_on = Some(date(2022, 9, 14));
    let on_paper = |on: Date| {
        let deadlines = person.deadlines(on);
        deadlines.into_iter().find(|d| d.id == "D04").map(|d| d.on)
    };
    assert_eq!(on_paper(date(2022, 9, 14)), Some(date(2022, 9, 14)));
    assert_eq!(on_paper(date(2022, 9, 15)), None);
    let later = person.outlook(date(2022, 9, 15));
    assert_eq!(later.paper_ended_on, Some(date(2022, 9, 14)));
    // § 25a counts on: the paper has ended, the status is taken to continue.
    let path = path(&person, "C1", date(2023, 1, 2));
    assert_eq!(condition(&path, "C1.1").state, ConditionState::Met);
}

#[test]
fn an_empty_file_says_nothing() {
    let nobody = Background {
        birth_date: None,
        entered: None,
        nationality: None,
        site_ags: "05913".to_owned(),
        history: Vec::new(),
    };
    let outlook = nobody.outlook(date(2023, 1, 2));
    let open = outlook
        .answer
        .perspectives
        .iter()
        .filter(|p| p.result == PathResult::Open);
    assert_eq!(open.count(), 0);
    assert_eq!(
        access(&nobody, "B1.work", date(2023, 1, 2)).result,
        Access::Unknown
    );
}

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
    ] {
        assert!(page.body.contains(shown), "{shown}");
    }
    assert!(!page.body.contains("⟦"), "{}", page.body);
    let odd = bed.get(Who::Anna, &at(id, "?on=morgen")).await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(bed.trail(bed.north).await, ["entitlement.read"; 2]);
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
async fn the_law_is_looked_up_without_a_case() {
    let bed = bed().await;
    for who in [Who::Anna, Who::Bela, Who::Cleo, Who::Emil] {
        let page = bed.get(who, "/law?status=D_60B&on=2024-03-01").await;
        assert_eq!(page.status, StatusCode::OK, "{who:?}");
        assert!(page.body.contains("§ 60b Abs. 5"), "{}", page.body);
        assert!(!page.body.contains("⟦"), "{}", page.body);
    }
    for who in [Who::Dana, Who::Fatma, Who::Gerd, Who::Hatice] {
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
