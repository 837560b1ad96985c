//! What the administration of a site does with accounts.

use axum::http::StatusCode;

use super::signs_in;
use crate::testing::{Answer, Testbed, Who};
use crate::{AccountId, Role, SiteId, accounts};

const NEW: [(&str, &str); 4] = [
    ("name", "Jana Beispiel"),
    ("email", "Jana@Example.org"),
    ("roles", "case_manager"),
    ("roles", "team_lead"),
];

/// The password on a page that shows one.
fn password_in(answer: &Answer) -> String {
    let rest = answer.body.split_once("<code>").expect("a password").1;
    rest.split_once("</code>").unwrap().0.to_owned()
}

async fn id_of(bed: &Testbed, email: &str) -> AccountId {
    let mut tx = bed.app.db.read().await.unwrap();
    let found = accounts::store::by_email(&mut tx, email).await.unwrap();
    found.unwrap().id
}

async fn give(bed: &Testbed, who: Who, role: Role, site: Option<SiteId>) {
    let mut tx = bed.app.db.write().await.unwrap();
    let id = bed.actor(who).account;
    accounts::store::grant(&mut tx, id, role, site)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

fn of(bed: &Testbed, who: Who, rest: &str) -> String {
    format!("/accounts/{}{rest}", bed.actor(who).account)
}

#[tokio::test]
async fn a_new_account_gets_its_roles_and_a_password_shown_once() {
    let bed = Testbed::new(&[]).await;
    let answer = bed.post(Who::Gerd, "/accounts", &NEW).await;
    assert_eq!(answer.status, StatusCode::OK);
    let password = password_in(&answer);
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert!(signs_in(&bed, "jana@example.org", &password).await);
    let list = bed.get(Who::Gerd, "/accounts").await.body;
    assert!(list.contains("Jana Beispiel") && list.contains("Teilhabemanagement, Fachaufsicht"));
    assert!(!list.contains(&password));
    let person = format!("/accounts/{}", id_of(&bed, "jana@example.org").await);
    assert!(!bed.get(Who::Gerd, &person).await.body.contains(&password));
    assert_eq!(bed.trail(bed.north).await[0], "account.add");
}

#[tokio::test]
async fn every_page_has_its_words() {
    let bed = Testbed::new(&[]).await;
    give(&bed, Who::Fatma, Role::TeamLead, Some(bed.north)).await;
    for path in [
        "/accounts",
        "/accounts/new",
        "/account/password",
        &of(&bed, Who::Anna, ""),
        &of(&bed, Who::Fatma, ""),
    ] {
        let answer = bed.get(Who::Gerd, path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(!answer.body.contains('⟦'), "{path}");
    }
}

#[tokio::test]
async fn what_is_missing_is_named_at_its_field_and_nothing_is_made() {
    let bed = Testbed::new(&[]).await;
    let form = [("name", " "), ("email", "jana"), ("roles", "evaluator")];
    let answer = bed.post(Who::Gerd, "/accounts", &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["name", "email", "roles"] {
        assert!(
            answer.body.contains(&format!("id=\"error-{field}\"")),
            "{field}"
        );
    }
    assert!(bed.trail(bed.north).await.is_empty());
}

#[tokio::test]
async fn somebody_from_elsewhere_gets_the_role_and_shows_nothing_of_elsewhere() {
    let bed = Testbed::new(&[]).await;
    let form = [
        ("name", "B"),
        ("email", "bela@example.org"),
        ("roles", "coordinator"),
    ];
    let answer = bed.post(Who::Gerd, "/accounts", &form).await;
    assert_eq!(answer.location, of(&bed, Who::Bela, ""));
    let page = bed.get(Who::Gerd, &answer.location).await.body;
    assert!(page.contains("Geschäftsführende Stelle") && page.contains(">bela<"));
    assert!(!page.contains("Südstadt") && !page.contains("roles/case_manager"));
    let again = bed.post(Who::Gerd, "/accounts", &form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn nobody_opens_or_closes_the_door_of_another_site() {
    let bed = Testbed::new(&[]).await;
    give(&bed, Who::Fatma, Role::TeamLead, Some(bed.north)).await;
    for act in ["/password", "/lock"] {
        let answer = bed.post(Who::Gerd, &of(&bed, Who::Fatma, act), &[]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{act}");
        assert!(!answer.body.contains("<code>"));
    }
    let unlock = bed.delete(Who::Gerd, &of(&bed, Who::Fatma, "/lock")).await;
    assert_eq!(unlock.status, StatusCode::CONFLICT);
    assert!(bed.trail(bed.north).await.is_empty());
}

#[tokio::test]
async fn another_sites_account_is_not_there() {
    let bed = Testbed::new(&[]).await;
    let gone = StatusCode::NOT_FOUND;
    let path = |rest| of(&bed, Who::Bela, rest);
    assert_eq!(bed.get(Who::Gerd, &path("")).await.status, gone);
    let role = [("role", "auditor")];
    assert_eq!(
        bed.post(Who::Gerd, &path("/roles"), &role).await.status,
        gone
    );
    assert_eq!(
        bed.delete(Who::Gerd, &path("/roles/case_manager"))
            .await
            .status,
        gone
    );
    assert_eq!(bed.post(Who::Gerd, &path("/lock"), &[]).await.status, gone);
    assert_eq!(bed.delete(Who::Gerd, &path("/lock")).await.status, gone);
    assert_eq!(
        bed.post(Who::Gerd, &path("/password"), &[]).await.status,
        gone
    );
    assert!(!bed.get(Who::Gerd, "/accounts").await.body.contains("bela@"));
}

#[tokio::test]
async fn only_the_administration_of_the_site_has_a_register() {
    let bed = Testbed::new(&[]).await;
    for who in Who::SIGNED_IN.into_iter().filter(|who| *who != Who::Gerd) {
        for path in ["/accounts", "/accounts/new", &of(&bed, Who::Anna, "")] {
            assert_eq!(
                bed.get(who, path).await.status,
                StatusCode::FORBIDDEN,
                "{who:?} {path}"
            );
        }
        for rest in ["/roles", "/lock", "/password"] {
            let answer = bed.post(who, &of(&bed, Who::Anna, rest), &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who:?} {rest}");
        }
        for rest in ["/roles/case_manager", "/lock"] {
            let answer = bed.delete(who, &of(&bed, Who::Anna, rest)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who:?} {rest}");
        }
    }
}

#[tokio::test]
async fn a_wrong_method_is_refused() {
    let bed = Testbed::new(&[]).await;
    let wrong = StatusCode::METHOD_NOT_ALLOWED;
    assert_eq!(bed.delete(Who::Gerd, "/accounts").await.status, wrong);
    assert_eq!(
        bed.get(Who::Gerd, &of(&bed, Who::Anna, "/roles"))
            .await
            .status,
        wrong
    );
    assert_eq!(
        bed.get(Who::Gerd, &of(&bed, Who::Anna, "/roles/auditor"))
            .await
            .status,
        wrong
    );
    assert_eq!(
        bed.get(Who::Gerd, &of(&bed, Who::Anna, "/lock"))
            .await
            .status,
        wrong
    );
    assert_eq!(
        bed.get(Who::Gerd, &of(&bed, Who::Anna, "/password"))
            .await
            .status,
        wrong
    );
    assert_eq!(
        bed.delete(Who::Anna, "/account/password").await.status,
        wrong
    );
}

#[tokio::test]
async fn a_role_is_given_and_taken_and_its_sessions_end() {
    let bed = Testbed::new(&[]).await;
    let roles = of(&bed, Who::Anna, "/roles");
    let given = bed.post(Who::Gerd, &roles, &[("role", "auditor")]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER);
    assert_eq!(bed.get(Who::Anna, "/sessions").await.status, StatusCode::OK);
    let taken = bed
        .delete(Who::Gerd, &of(&bed, Who::Anna, "/roles/case_manager"))
        .await;
    assert_eq!(taken.location, of(&bed, Who::Anna, ""));
    assert!(
        bed.get(Who::Anna, "/sessions")
            .await
            .location
            .starts_with("/session/new")
    );
    let again = bed
        .delete(Who::Gerd, &of(&bed, Who::Anna, "/roles/case_manager"))
        .await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    let last = bed
        .delete(Who::Gerd, &of(&bed, Who::Anna, "/roles/auditor"))
        .await;
    assert_eq!(last.location, "/accounts");
    let trail = bed.trail(bed.north).await;
    assert_eq!(
        trail,
        ["account.role", "account.role-end", "account.role-end"]
    );
}

#[tokio::test]
async fn a_role_of_the_whole_programme_is_not_given_here() {
    let bed = Testbed::new(&[]).await;
    for role in ["programme_lead", "evaluator", "partner", "", "king"] {
        let answer = bed
            .post(Who::Gerd, &of(&bed, Who::Anna, "/roles"), &[("role", role)])
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{role}");
    }
}

#[tokio::test]
async fn nobody_gives_themselves_a_role() {
    let bed = Testbed::new(&[]).await;
    let page = of(&bed, Who::Gerd, "");
    let own = of(&bed, Who::Gerd, "/roles");
    let said = "Sich selbst gibt niemand eine Rolle.";
    assert!(bed.get(Who::Gerd, &page).await.body.contains(said));
    for role in ["team_lead", "case_manager"] {
        let answer = bed.post(Who::Gerd, &own, &[("role", role)]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains(said));
    }
    let anew = [NEW[0], ("email", "gerd@example.org"), NEW[3]];
    let answer = bed.post(Who::Gerd, "/accounts", &anew).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("id=\"error-email\""));
    assert!(bed.trail(bed.north).await.is_empty());
    let page = of(&bed, Who::Anna, "");
    assert!(!bed.get(Who::Gerd, &page).await.body.contains(said));
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let bed = Testbed::new(&[]).await;
    let role = of(&bed, Who::Gerd, "/roles/site_admin");
    let lock = of(&bed, Who::Gerd, "/lock");
    assert_eq!(
        bed.delete(Who::Gerd, &role).await.status,
        StatusCode::CONFLICT
    );
    let answer = bed.post(Who::Gerd, &lock, &[]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("letzte Verwaltung"));
    give(&bed, Who::Anna, Role::SiteAdmin, Some(bed.south)).await;
    assert_eq!(
        bed.delete(Who::Gerd, &role).await.status,
        StatusCode::CONFLICT,
        "elsewhere"
    );
    give(&bed, Who::Cleo, Role::SiteAdmin, Some(bed.north)).await;
    bed.post(Who::Gerd, &of(&bed, Who::Cleo, "/lock"), &[])
        .await;
    assert_eq!(
        bed.delete(Who::Gerd, &role).await.status,
        StatusCode::CONFLICT,
        "locked"
    );
    bed.delete(Who::Gerd, &of(&bed, Who::Cleo, "/lock")).await;
    assert_eq!(
        bed.delete(Who::Gerd, &role).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_lock_ends_the_sessions_and_the_sign_in_until_it_is_lifted() {
    let bed = Testbed::new(&[]).await;
    let lock = of(&bed, Who::Anna, "/lock");
    assert_eq!(
        bed.post(Who::Gerd, &lock, &[]).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(
        bed.get(Who::Anna, "/sessions")
            .await
            .location
            .starts_with("/session/new")
    );
    let reset = bed
        .post(Who::Gerd, &of(&bed, Who::Anna, "/password"), &[])
        .await;
    let password = password_in(&reset);
    assert!(!signs_in(&bed, "anna@example.org", &password).await);
    assert_eq!(
        bed.delete(Who::Gerd, &lock).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(signs_in(&bed, "anna@example.org", &password).await);
    let trail = bed.trail(bed.north).await;
    assert_eq!(
        trail,
        [
            "account.lock",
            "account.reset",
            "session.refuse",
            "account.unlock",
            "session.open"
        ]
    );
}
