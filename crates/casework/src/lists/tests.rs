use axum::http::StatusCode;
use platform::Role;
use platform::testing::Who;

use super::{Filter, Sort, StageFilter, Whose, Wishes};
use crate::people::NewPerson;
use crate::testing::{amina, bed, open};

fn read(pairs: &[(&str, &str)]) -> Filter {
    let mut wishes = Wishes::default();
    for (name, value) in pairs {
        let value = (*value).to_owned();
        match *name {
            "whose" => wishes.whose = value,
            "stage" => wishes.stage = value,
            "status" => wishes.status = value,
            "waiting" => wishes.waiting = value,
            _ => wishes.sort = value,
        }
    }
    Filter::read(&wishes, Role::CaseManager)
}

#[test]
fn a_list_begins_with_the_readers_own_open_cases_newest_first() {
    let filter = read(&[]);
    assert_eq!(filter.whose, Whose::Own);
    assert_eq!(filter.stage, StageFilter::Open);
    assert_eq!((filter.sort, filter.descending), (Sort::Opened, true));
    let led = Filter::read(&Wishes::default(), Role::TeamLead);
    assert_eq!(led.whose, Whose::All);
}

#[test]
fn an_address_shows_the_same_list_again() {
    let address = read(&[
        ("whose", "all"),
        ("status", "D"),
        ("waiting", "30"),
        ("sort", "waiting"),
    ]);
    assert_eq!(
        address.address(),
        "whose=all&status=D&waiting=30&sort=waiting"
    );
}

#[test]
fn wishes_that_mean_nothing_are_passed_over() {
    let filter = read(&[
        ("whose", "everybody"),
        ("stage", "dreams"),
        ("status", "Z"),
        ("waiting", "-3"),
    ]);
    assert_eq!(filter, read(&[]));
}

#[tokio::test]
async fn a_list_shows_own_cases_and_those_nobody_has() {
    let bed = bed().await;
    open(&bed, Some(Who::Anna), &amina()).await;
    let other = NewPerson {
        family_name: Some("Diallo".to_owned()),
        ..amina()
    };
    open(&bed, None, &other).await;
    let own = bed.get(Who::Anna, "/cases").await.body;
    assert!(own.contains("Rahimi, Amina") && !own.contains("Diallo"));
    assert!(!own.contains("⟦"), "{own}");
    let free = bed.get(Who::Anna, "/cases?whose=unassigned").await.body;
    assert!(free.contains("Diallo, Amina") && !free.contains("Rahimi"));
    let ines = bed.get(Who::Ines, "/cases?whose=all").await.body;
    assert!(ines.contains("Diallo") && !ines.contains("Rahimi"));
    let south = bed.get(Who::Bela, "/cases?whose=all").await.body;
    assert!(!south.contains("Diallo") && !south.contains("Rahimi"));
}

#[tokio::test]
async fn every_filter_and_order_is_understood_by_the_database() {
    let bed = bed().await;
    open(&bed, Some(Who::Anna), &amina()).await;
    let fits = "whose=all&stage=contact&status=D_60C&waiting=30";
    assert!(
        bed.get(Who::Anna, &format!("/cases?{fits}"))
            .await
            .body
            .contains("Rahimi")
    );
    for none in [
        "domain=SPR",
        "stage=plan",
        "status=G",
        "waiting=200",
        "whose=substituted",
    ] {
        let body = bed.get(Who::Anna, &format!("/cases?{none}")).await.body;
        assert!(!body.contains("Rahimi"), "{none}");
    }
    for stage in ["", "any"] {
        for sort in ["opened", "number", "contact", "waiting", "name"] {
            for sign in ["", "-"] {
                let path = format!("/cases?stage={stage}&sort={sign}{sort}");
                let body = bed.get(Who::Anna, &path).await.body;
                assert!(body.contains("Rahimi"), "{path}");
            }
        }
    }
}

#[tokio::test]
async fn a_team_lead_sees_the_work_without_names() {
    let bed = bed().await;
    open(&bed, Some(Who::Anna), &amina()).await;
    let body = bed.get(Who::Cleo, "/cases").await.body;
    assert!(body.contains("2022-0001") && body.contains("anna"));
    assert!(!body.contains("Rahimi"));
}

#[tokio::test]
async fn a_name_is_found_in_any_order_and_spelling_within_the_scope() {
    let bed = bed().await;
    let yusuf = NewPerson {
        family_name: Some("Mohammadi".to_owned()),
        given_name: Some("Yousef".to_owned()),
        ..amina()
    };
    open(&bed, Some(Who::Anna), &yusuf).await;
    let found = |text: &'static str, who| {
        let bed = &bed;
        async move {
            let body = bed.post(who, "/cases/search", &[("text", text)]).await.body;
            body.contains("Mohammadi, Yousef")
        }
    };
    for text in [
        "yousef mohammadi",
        "Mohammadi Yusuf",
        "muhamadi",
        "moham",
        "2022-0001",
        " 2022 0001",
        "یوسف",
    ] {
        assert!(found(text, Who::Anna).await, "{text}");
    }
    assert!(!found("Rahimi", Who::Anna).await);
    assert!(!found("mohammadi", Who::Ines).await, "a colleague's case");
    assert!(!found("mohammadi", Who::Bela).await, "another site");
    let empty = bed.post(Who::Anna, "/cases/search", &[("text", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_view_without_a_name_is_told_at_its_field() {
    let bed = bed().await;
    open(&bed, Some(Who::Anna), &amina()).await;
    let nameless = [("name", "  ")];
    let path = "/cases/views?whose=all&status=D";
    let refused = bed.post(Who::Anna, path, &nameless).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for shown in ["href=\"#field-name\"", "id=\"error-name\"", "Rahimi"] {
        assert!(refused.body.contains(shown), "{shown}: {}", refused.body);
    }
    assert!(
        refused
            .body
            .contains("action=\"/cases/views?whose=all&#38;status=D")
            || refused
                .body
                .contains("action=\"/cases/views?whose=all&amp;status=D")
    );
    assert_eq!(bed.trail(bed.north).await, [""; 0]);
}

#[tokio::test]
async fn a_view_is_kept_shown_and_dropped() {
    let bed = bed().await;
    let kept = bed
        .post(
            Who::Anna,
            "/cases/views?whose=all&status=D",
            &[("name", "Duldung")],
        )
        .await;
    assert_eq!(kept.location, "/cases?whose=all&status=D&sort=-opened");
    let page = bed.get(Who::Anna, "/cases").await.body;
    assert!(page.contains("Duldung</a>"));
    let id = page.split("/cases/views/").nth(1).unwrap()[..36].to_owned();
    let path = format!("/cases/views/{id}");
    assert_eq!(
        bed.delete(Who::Ines, &path).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        bed.delete(Who::Anna, &path).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(bed.trail(bed.north).await, ["view.save", "view.remove"]);
}

#[tokio::test]
async fn a_damaged_name_takes_no_other_with_it() {
    let bed = bed().await;
    open(&bed, Some(Who::Anna), &amina()).await;
    let damaged = NewPerson {
        family_name: Some("Noori".to_owned()),
        ..amina()
    };
    open(&bed, Some(Who::Anna), &damaged).await;
    let mut tx = bed.app.db.write().await.unwrap();
    // Sealed for another place, so that it does not open at this one.
    let sql = "update person_identity set family_name = given_name, birth_date = given_name
        where person_id = (select person_id from cases order by number desc limit 1)";
    tx.run(sql, vec![]).await.unwrap();
    tx.commit().await.unwrap();
    for path in ["/cases", "/"] {
        let page = bed.get(Who::Anna, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(
            page.body.contains("Rahimi") && page.body.contains('\u{fffd}'),
            "{path}"
        );
        assert!(!page.body.contains("Noori"));
    }
}
