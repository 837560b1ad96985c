use axum::http::StatusCode;
use jiff::civil::date;
use platform::testing::Who;
use platform::ui::Lang;

use super::{Birth, Identity, age_on, ages_on};
use crate::codes::{Nationality, PartialDate};
use crate::testing::{amina, bed, open};

#[test]
fn a_birth_year_alone_leaves_two_ages_open_until_the_year_is_over() {
    let year = Birth::Year(1984);
    assert_eq!(ages_on(year, date(2026, 1, 1)), (41, 42));
    assert_eq!(ages_on(year, date(2026, 12, 30)), (41, 42));
    assert_eq!(ages_on(year, date(2026, 12, 31)), (42, 42));
    let day = Birth::Day(date(2001, 4, 9));
    assert_eq!(ages_on(day, date(2019, 4, 8)), (17, 17));
}

#[test]
fn age_is_completed_years_and_goes_up_on_the_birthday() {
    let born = Birth::Day(date(2001, 4, 9));
    assert_eq!(age_on(born, date(2019, 4, 8)), 17);
    assert_eq!(age_on(born, date(2019, 4, 9)), 18);
    assert_eq!(age_on(Birth::Year(2001), date(2019, 1, 1)), 18);
}

#[test]
fn partial_days_are_kept_as_they_are_written() {
    for said in ["2015", "2015-11", "2015-11-03"] {
        assert_eq!(PartialDate::parse(said).unwrap().to_string(), said);
    }
    let november = PartialDate::Month(date(2015, 11, 1));
    assert_eq!(PartialDate::parse("2015-11"), Some(november));
    for odd in ["", "15", "2015-13", "2015-02-31", "11.2015", "3.11.2015"] {
        assert_eq!(PartialDate::parse(odd), None, "{odd}");
    }
}

#[test]
fn nationalities_are_those_of_the_official_list() {
    let syria = Nationality::parse("475").unwrap();
    assert_eq!(syria.name(Lang::De), "Syrien");
    assert_eq!(syria.name(Lang::En), "Syria");
    let eswatini = Nationality::all().filter(|one| one.name(Lang::En) == "Eswatini");
    assert_eq!(eswatini.count(), 1);
    let unnamed = Nationality::all().filter(|one| one.name(Lang::En).is_empty());
    assert_eq!(unnamed.map(Nationality::key).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(Nationality::parse("910"), None, "for internal use only");
    assert_eq!(Nationality::parse("4230"), None);
    assert_eq!(Nationality::frequent().count(), 16);
}

#[test]
fn names_read_as_spoken_and_as_listed() {
    let mut identity = Identity {
        family_name: Some("Rahimi".to_owned()),
        given_name: Some("Amina".to_owned()),
        ..Identity::default()
    };
    assert_eq!(identity.full_name(), "Amina Rahimi");
    assert_eq!(identity.listed_name(), "Rahimi, Amina");
    identity.given_name = None;
    assert_eq!(identity.listed_name(), "Rahimi");
}

#[tokio::test]
async fn a_person_is_found_again_in_another_spelling_and_order() {
    let bed = bed().await;
    open(&bed, Some(Who::Anna), &amina()).await;
    let mut tx = bed.app.db.read().await.unwrap();
    let keys = bed.app.keys.site(&mut tx, bed.north).await.unwrap();
    let key = linkage::PersonKey::new("RAHIMI Amina").born_on(2001, 4, 9);
    let same = super::find_same(&mut tx, &keys, bed.north, &key)
        .await
        .unwrap();
    assert!(same.is_some());
    let other = linkage::PersonKey::new("Amina Rahimi").born_on(2001, 4, 10);
    let other = super::find_same(&mut tx, &keys, bed.north, &other)
        .await
        .unwrap();
    assert!(other.is_none());
    let year_only = super::NewPerson {
        birth: Some(Birth::Year(2001)),
        ..amina()
    };
    let alike = super::alike(&mut tx, &keys, bed.north, &year_only)
        .await
        .unwrap();
    assert_eq!(alike.len(), 1);
    assert!(alike[0].same_words);
    assert_eq!(alike[0].verdict, linkage::Verdict::Maybe);
}

#[tokio::test]
async fn names_stand_nowhere_in_the_database() {
    let bed = bed().await;
    open(&bed, Some(Who::Anna), &amina()).await;
    let mut tx = bed.app.db.read().await.unwrap();
    let row = tx
        .one(
            "select family_name, birth_date from person_identity",
            vec![],
        )
        .await
        .unwrap();
    for column in ["family_name", "birth_date"] {
        let sealed: Vec<u8> = row.get(column).unwrap();
        let text = String::from_utf8_lossy(&sealed).into_owned();
        assert!(
            !text.contains("Rahimi") && !text.contains("2001"),
            "{column}"
        );
    }
}

#[tokio::test]
async fn a_shredded_person_is_gone_and_the_figures_stay() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let mut tx = bed.app.db.write().await.unwrap();
    let row = tx.one("select id from persons", vec![]).await.unwrap();
    super::shred(&mut tx, bed.north, row.get("id").unwrap())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let page = bed.get(Who::Anna, &format!("/cases/{id}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let list = bed.get(Who::Anna, "/cases").await.body;
    assert!(list.contains("Gelöscht") && !list.contains("Rahimi"));
    let found = bed
        .post(Who::Anna, "/cases/search", &[("text", "Rahimi")])
        .await
        .body;
    assert!(!found.contains("2022-0001"));
}

#[tokio::test]
async fn person_keys_follow_a_new_site_key() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let mut tx = bed.app.db.write().await.unwrap();
    let now = bed.app.clock.now();
    let (old, new) = bed
        .app
        .keys
        .rotate_site(&mut tx, bed.north, now)
        .await
        .unwrap();
    let rewrapped = super::rewrap_keys(&mut tx, &old.key, &new, bed.north)
        .await
        .unwrap();
    assert_eq!(rewrapped, 1);
    tx.commit().await.unwrap();
    let page = bed.get(Who::Anna, &format!("/cases/{id}")).await.body;
    assert!(page.contains("Amina Rahimi"));
}

#[tokio::test]
async fn many_people_and_cases_come_in_together() {
    let bed = bed().await;
    let (site, now) = (bed.north, bed.app.clock.now());
    let mut tx = bed.app.db.write().await.unwrap();
    let keys = bed.app.keys.site(&mut tx, site).await.unwrap();
    let people: Vec<super::NewPerson> = vec![amina(); 1_200];
    let ids = super::register_all(&mut tx, &keys, site, &people, now)
        .await
        .unwrap();
    let opening = crate::openings::Opening {
        opened_on: date(2022, 3, 1),
        indication: crate::codes::Indication::Case,
        exception: None,
    };
    let cases: Vec<_> = ids
        .iter()
        .map(|id| crate::openings::NewCase::new(*id, opening))
        .collect();
    let facts = people[0].entry_facts(opening.opened_on);
    let all: Vec<_> = cases.iter().map(|case| (case, &facts)).collect();
    let opened = crate::cases::open_all(&mut tx, site, &all, now)
        .await
        .unwrap();
    assert_eq!(opened.len(), 1_200);
    let row = tx
        .one(
            "select count(distinct number) as n, max(number) as last from cases",
            vec![],
        )
        .await
        .unwrap();
    assert_eq!(row.get::<i64>("n").unwrap(), 1_200);
    assert_eq!(row.get::<String>("last").unwrap(), "2022-1200");
}
