//! How everybody changes the own password.

use axum::http::StatusCode;

use super::signs_in;
use crate::testing::{Testbed, Who};
use crate::{accounts, sessions};

async fn with_password(bed: &Testbed, password: &str) {
    let hash = sessions::hash(password).unwrap();
    let mut tx = bed.app.db.write().await.unwrap();
    let id = bed.actor(Who::Anna).account;
    accounts::store::set_password(&mut tx, id, &hash)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

const OLD: &str = "pferd batterie heftklammer";
const OTHER: &str = "lampe wolke zahnrad";

#[tokio::test]
async fn everybody_changes_the_own_password_and_other_sessions_end() {
    let bed = Testbed::new(&[]).await;
    with_password(&bed, OLD).await;
    assert!(signs_in(&bed, "anna@example.org", OLD).await);
    let form = [("old", OLD), ("new", OTHER), ("again", OTHER)];
    let answer = bed.post(Who::Anna, "/account/password", &form).await;
    assert_eq!(answer.location, "/sessions");
    assert_eq!(
        bed.get(Who::Anna, "/sessions")
            .await
            .body
            .matches("/sessions/")
            .count(),
        1
    );
    assert!(!signs_in(&bed, "anna@example.org", OLD).await);
    assert!(signs_in(&bed, "anna@example.org", OTHER).await);
    let trail = bed.trail(bed.north).await;
    assert_eq!(
        trail,
        [
            "session.open",
            "account.password",
            "session.refuse",
            "session.open"
        ]
    );
    for who in Who::SIGNED_IN {
        assert_eq!(
            bed.get(who, "/account/password").await.status,
            StatusCode::OK
        );
    }
}

#[tokio::test]
async fn a_password_is_not_changed_by_whoever_does_not_know_it() {
    let bed = Testbed::new(&[]).await;
    with_password(&bed, OLD).await;
    let wrong = [("old", OTHER), ("new", OTHER), ("again", OTHER)];
    for _ in 0..5 {
        let answer = bed.post(Who::Anna, "/account/password", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let right = [("old", OLD), ("new", OTHER), ("again", OTHER)];
    let answer = bed.post(Who::Anna, "/account/password", &right).await;
    assert_eq!(
        answer.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "even the right one waits"
    );
    assert!(!answer.body.contains(OLD) && !answer.body.contains('⟦'));
    assert_eq!(bed.trail(bed.north).await, ["account.password"; 5]);
}

#[tokio::test]
async fn a_new_password_is_long_and_typed_twice_alike() {
    let bed = Testbed::new(&[]).await;
    with_password(&bed, OLD).await;
    for (new, again, field) in [("kurz", "kurz", "new"), (OTHER, "anders", "again")] {
        let form = [("old", OLD), ("new", new), ("again", again)];
        let answer = bed.post(Who::Anna, "/account/password", &form).await;
        assert!(
            answer.body.contains(&format!("id=\"error-{field}\"")),
            "{field}"
        );
    }
    assert!(bed.trail(bed.north).await.is_empty());
}

#[tokio::test]
async fn a_password_given_by_others_is_changed_before_anything_else() {
    let bed = Testbed::new(&[]).await;
    with_password(&bed, OLD).await;
    let id = bed.actor(Who::Anna).account;
    let mut tx = bed.app.db.write().await.unwrap();
    accounts::store::demand_change(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    for path in ["/sessions", "/jobs", "/"] {
        let answer = bed.get(Who::Anna, path).await;
        assert_eq!(answer.location, "/account/password", "{path}");
    }
    let refused = bed.delete(Who::Anna, "/sessions").await;
    assert_eq!(refused.location, "/account/password");
    let page = bed.get(Who::Anna, "/account/password").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("Wählen Sie zuerst ein eigenes"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("href=\"/jobs\""), "no way around");
    let same = [("old", OLD), ("new", OLD), ("again", OLD)];
    let answer = bed.post(Who::Anna, "/account/password", &same).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = [("old", OLD), ("new", OTHER), ("again", OTHER)];
    let answer = bed.post(Who::Anna, "/account/password", &form).await;
    assert_eq!(answer.location, "/", "{}", answer.body);
    assert_eq!(bed.get(Who::Anna, "/sessions").await.status, StatusCode::OK);
}
