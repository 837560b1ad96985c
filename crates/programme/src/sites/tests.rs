use axum::http::StatusCode;
use jiff::civil::date;
use platform::sites::SiteKind;
use platform::testing::{Testbed, Who};
use platform::{SiteId, sites};

use super::{Overview, in_order};
use crate::ROOM;
use crate::posts::{self, Fte, Function, Post, PostId};

fn overview(name: &str, region: &str, fte: i64) -> Overview {
    Overview {
        id: SiteId::new(),
        ags: "05000".to_owned(),
        name: name.to_owned(),
        kind: SiteKind::City,
        region: Some(region.to_owned()),
        providers: 0,
        posts: 0,
        fte: Fte::from_hundredths(fte),
    }
}

#[test]
fn sites_stand_in_the_order_asked_for_and_else_by_name() {
    let sites = || {
        vec![
            overview("Unna", "Arnsberg", 300),
            overview("Bonn", "Köln", 100),
            overview("Hamm", "Arnsberg", 50),
        ]
    };
    let names = |sort| -> Vec<String> {
        in_order(sites(), sort)
            .into_iter()
            .map(|site| site.name)
            .collect()
    };
    assert_eq!(names(""), ["Bonn", "Hamm", "Unna"]);
    assert_eq!(names("-name"), ["Unna", "Hamm", "Bonn"]);
    assert_eq!(names("fte"), ["Hamm", "Bonn", "Unna"]);
    assert_eq!(names("region"), ["Hamm", "Unna", "Bonn"]);
    assert_eq!(names("nonsense"), ["Bonn", "Hamm", "Unna"]);
}

/// A post of Anna's at her site; the bench's day is 30 June 2022.
async fn post(bed: &Testbed, fte: i64, from: (i16, i8), to: Option<(i16, i8)>) {
    let first = |(year, month)| date(year, month, 1);
    let post = Post {
        id: PostId::new(),
        provider: None,
        function: Function::CaseManagement,
        fte: Fte::from_hundredths(fte),
        from_on: first(from),
        to_on: to.map(first),
        account: Some(bed.actor(Who::Anna).account),
        version: 1,
    };
    let mut tx = bed.app.db.write().await.unwrap();
    posts::store::insert(&mut tx, bed.north, &post)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_list_counts_what_is_funded_today() {
    let bed = Testbed::new(&[ROOM]).await;
    post(&bed, 100, (2020, 1), None).await;
    post(&bed, 50, (2022, 6), Some((2022, 7))).await;
    post(&bed, 100, (2020, 1), Some((2022, 6))).await;
    post(&bed, 100, (2022, 7), None).await;
    for who in [Who::Fatma, Who::Dana] {
        let page = bed.get(who, "/sites").await.body;
        assert!(page.contains("Nordstadt") && page.contains("Südstadt"));
        assert!(
            page.contains(">1,5</td>") && page.contains(">2</td>"),
            "{who:?}"
        );
        assert!(!page.contains("anna") && !page.contains('⟦'));
    }
}

#[tokio::test]
async fn the_programme_sees_that_a_post_is_held_and_the_site_by_whom() {
    let bed = Testbed::new(&[ROOM]).await;
    post(&bed, 100, (2020, 1), None).await;
    let outside = bed
        .get(Who::Fatma, &format!("/sites/{}", bed.north))
        .await
        .body;
    assert!(outside.contains("Besetzt") && !outside.contains("anna"));
    assert!(
        !outside.contains("/site/posts"),
        "nothing to change from outside"
    );
    let inside = bed.get(Who::Emil, "/site").await.body;
    assert!(inside.contains("anna") && inside.contains("/site/posts/"));
    let reading = bed.get(Who::Cleo, "/site").await.body;
    assert!(reading.contains("anna") && !reading.contains("/site/posts"));
}

#[tokio::test]
async fn the_programme_lead_adds_a_municipality_with_its_keys() {
    let bed = Testbed::new(&[ROOM]).await;
    assert!(
        bed.get(Who::Fatma, "/sites/new")
            .await
            .body
            .contains("value=\"05566076\"")
    );
    let answer = bed.post(Who::Fatma, "/sites", &[("ags", "05566076")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = bed.get(Who::Fatma, &answer.location).await.body;
    assert!(page.contains("Rheine") && page.contains("kreisangehörig"));
    let mut tx = bed.app.db.read().await.unwrap();
    let site = sites::store::by_ags(&mut tx, "05566076")
        .await
        .unwrap()
        .unwrap();
    assert!(bed.app.keys.site(&mut tx, site.id).await.is_ok());
    drop(tx);
    assert!(
        !bed.get(Who::Fatma, "/sites/new")
            .await
            .body
            .contains("value=\"05566076\"")
    );
    assert_eq!(bed.trail(SiteId::PROGRAMME).await, ["site.add"]);
}

#[tokio::test]
async fn no_site_is_added_twice_or_from_nowhere() {
    let bed = Testbed::new(&[ROOM]).await;
    for ags in ["05913", "12345", ""] {
        let answer = bed.post(Who::Fatma, "/sites", &[("ags", ags)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{ags}");
        assert!(answer.body.contains("id=\"error-ags\""));
    }
    assert!(bed.trail(SiteId::PROGRAMME).await.is_empty());
}

#[tokio::test]
async fn a_place_that_is_no_site_is_not_there() {
    let bed = Testbed::new(&[ROOM]).await;
    for id in [SiteId::PROGRAMME, SiteId::new()] {
        let answer = bed.get(Who::Fatma, &format!("/sites/{id}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn each_page_is_for_those_who_need_it() {
    let bed = Testbed::new(&[ROOM]).await;
    let one = format!("/sites/{}", bed.north);
    let pages: [(&str, &[Who]); 4] = [
        ("/sites", &[Who::Fatma, Who::Dana]),
        ("/sites/new", &[Who::Fatma]),
        (&one, &[Who::Fatma]),
        ("/site", &[Who::Emil, Who::Gerd, Who::Cleo]),
    ];
    for (path, readers) in pages {
        assert!(
            !bed.get(readers[0], path).await.body.contains('⟦'),
            "{path}"
        );
        for who in Who::SIGNED_IN {
            let expected = if readers.contains(&who) {
                StatusCode::OK
            } else {
                StatusCode::FORBIDDEN
            };
            assert_eq!(bed.get(who, path).await.status, expected, "{who:?} {path}");
        }
    }
    let dana = bed.post(Who::Dana, "/sites", &[("ags", "05566076")]).await;
    assert_eq!(dana.status, StatusCode::FORBIDDEN);
    assert_eq!(
        bed.delete(Who::Fatma, "/sites").await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}
