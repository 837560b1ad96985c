use axum::http::StatusCode;
use platform::SiteId;
use platform::testing::{Testbed, Who};

use super::{Threshold, Zeros, store};
use crate::ROOM;

const PAGE: &str = "/programme/settings";

#[test]
fn a_threshold_lies_between_three_and_ten() {
    for (text, number) in [("3", 3), (" 10 ", 10)] {
        assert_eq!(Threshold::parse(text).map(Threshold::get), Some(number));
    }
    for text in ["", "2", "11", "0", "-3", "3,5", "drei"] {
        assert_eq!(Threshold::parse(text), None, "{text}");
    }
}

async fn in_force(bed: &Testbed) -> u8 {
    let mut tx = bed.app.db.read().await.unwrap();
    let protection = store::protection(&mut tx).await.unwrap();
    protection.threshold.get()
}

#[tokio::test]
async fn the_programme_lead_raises_the_threshold() {
    let bed = Testbed::new(&[ROOM]).await;
    assert_eq!(in_force(&bed).await, 3);
    assert!(bed.get(Who::Fatma, PAGE).await.body.contains("value=\"3\""));
    let form = [
        ("threshold", "5"),
        ("zeros", "publish"),
        ("before", "3-publish"),
    ];
    assert_eq!(bed.post(Who::Fatma, PAGE, &form).await.location, PAGE);
    assert_eq!(in_force(&bed).await, 5);
    assert_eq!(bed.trail(SiteId::PROGRAMME).await, ["programme.protection"]);
}

#[tokio::test]
async fn a_threshold_out_of_range_changes_nothing() {
    let bed = Testbed::new(&[ROOM]).await;
    let answer = bed
        .post(
            Who::Fatma,
            PAGE,
            &[
                ("threshold", "2"),
                ("zeros", "publish"),
                ("before", "3-publish"),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("id=\"error-threshold\""));
    assert_eq!(in_force(&bed).await, 3);
    assert!(bed.trail(SiteId::PROGRAMME).await.is_empty());
}

#[tokio::test]
async fn whoever_looked_before_a_change_is_told() {
    let bed = Testbed::new(&[ROOM]).await;
    bed.post(
        Who::Fatma,
        PAGE,
        &[
            ("threshold", "5"),
            ("zeros", "publish"),
            ("before", "3-publish"),
        ],
    )
    .await;
    let late = bed
        .post(
            Who::Fatma,
            PAGE,
            &[
                ("threshold", "4"),
                ("zeros", "publish"),
                ("before", "3-publish"),
            ],
        )
        .await;
    assert_eq!(
        (late.status, in_force(&bed).await),
        (StatusCode::CONFLICT, 5)
    );
}

#[tokio::test]
async fn nobody_else_touches_the_settings() {
    let bed = Testbed::new(&[ROOM]).await;
    for who in Who::SIGNED_IN.into_iter().filter(|who| *who != Who::Fatma) {
        assert_eq!(
            bed.get(who, PAGE).await.status,
            StatusCode::FORBIDDEN,
            "{who:?}"
        );
        let answer = bed
            .post(who, PAGE, &[("threshold", "9"), ("before", "3")])
            .await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who:?}");
    }
    assert_eq!(
        bed.delete(Who::Fatma, PAGE).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[tokio::test]
async fn the_programme_lead_decides_whether_zeros_are_shown() {
    let bed = Testbed::new(&[ROOM]).await;
    let form = [
        ("threshold", "3"),
        ("zeros", "protect"),
        ("before", "3-publish"),
    ];
    assert_eq!(bed.post(Who::Fatma, PAGE, &form).await.location, PAGE);
    let mut tx = bed.app.db.read().await.unwrap();
    let protection = store::protection(&mut tx).await.unwrap();
    assert_eq!(protection.zeros, Zeros::Hidden);
    drop(tx);
    let page = bed.get(Who::Fatma, PAGE).await.body;
    assert!(page.contains("value=\"protect\" selected"));
    let odd = [("threshold", "3"), ("before", "3-protect")];
    let refused = bed.post(Who::Fatma, PAGE, &odd).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("id=\"error-zeros\""));
}
