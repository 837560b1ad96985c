use super::{PasswordProblem, check_new, generate, hash, verify, wait_after};

#[test]
fn a_password_needs_length_and_no_composition() {
    assert_eq!(check_new("kurz", "a@b.de"), Err(PasswordProblem::TooShort));
    assert_eq!(check_new("pferd batterie heftklammer", "a@b.de"), Ok(()));
    assert_eq!(
        check_new("aaaaaaaaaaaaaaa", "a@b.de"),
        Err(PasswordProblem::Guessable)
    );
    assert_eq!(
        check_new(&"ab1-".repeat(40), "a@b.de"),
        Err(PasswordProblem::TooLong)
    );
}

#[test]
fn a_password_that_lists_of_common_ones_lead_to_is_refused() {
    let guessable = [
        "passwort1234",
        "Willkommen123",
        "qwertzuiop12",
        "123456789012",
        "Sommer2026!!",
        "Passwort2022!",
        "teilhabe2026",
        "anna.bergmann",
        "bergmann1987",
        "hallohallohallo",
    ];
    for password in guessable {
        let taken = check_new(password, "anna.bergmann@stadt.example");
        assert_eq!(taken, Err(PasswordProblem::Guessable), "{password}");
    }
    for password in [
        "teilhabe-demo-2022",
        "lampe wolke zahnrad",
        "kuh-baum-haus",
        "tRx8-kqW2-mZ4p",
    ] {
        assert_eq!(
            check_new(password, "anna.bergmann@stadt.example"),
            Ok(()),
            "{password}"
        );
    }
}

#[test]
fn a_generated_password_is_taken_and_never_comes_twice() {
    let passwords: std::collections::BTreeSet<String> = (0..100).map(|_| generate()).collect();
    assert_eq!(passwords.len(), 100);
    assert!(passwords.iter().all(|password| {
        check_new(password, "a@b.de").is_ok() && !password.contains(['0', 'o', '1', 'l', 'i'])
    }));
}

#[test]
fn a_hash_knows_its_password_and_no_other() {
    let stored = hash("pferd batterie heftklammer").unwrap();
    assert!(stored.0.starts_with("$argon2id$"));
    assert!(verify("pferd batterie heftklammer", &stored));
    assert!(!verify("pferd batterie heftklammern", &stored));
}

#[test]
fn waiting_grows_from_the_fifth_failure_on_and_ends_at_a_quarter_of_an_hour() {
    let waits = [4, 5, 6, 10, 4000].map(|failures| wait_after(failures, 5));
    assert_eq!(waits, [0, 30, 60, 900, 900]);
}

#[cfg(feature = "testing")]
mod acts {
    use axum::http::StatusCode;

    use crate::testing::{Testbed, Who};
    use crate::{SiteId, accounts, sessions};

    async fn bed_with_password() -> Testbed {
        let bed = Testbed::new(&[]).await;
        let hash = sessions::hash("pferd batterie heftklammer").unwrap();
        let mut tx = bed.app.db.write().await.unwrap();
        accounts::store::set_password(&mut tx, bed.actor(Who::Anna).account, &hash)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        bed
    }

    fn form<'a>(password: &'a str, next: &'a str) -> [(&'a str, &'a str); 3] {
        [
            ("email", " Anna@Example.org"),
            ("password", password),
            ("next", next),
        ]
    }

    #[tokio::test]
    async fn the_right_password_opens_a_session_and_is_recorded() {
        let bed = bed_with_password().await;
        let form = form("pferd batterie heftklammer", "/sessions");
        let answer = bed.post(Who::Nobody, "/session", &form).await;
        assert_eq!(
            (answer.status, answer.location.as_str()),
            (StatusCode::SEE_OTHER, "/sessions")
        );
        let cookie = answer.headers["set-cookie"].to_str().unwrap();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
            "{cookie}"
        );
        assert_eq!(bed.trail(bed.north).await, ["session.open"]);
    }

    #[tokio::test]
    async fn a_link_to_the_sign_in_leads_nowhere_else() {
        let bed = bed_with_password().await;
        for next in [
            "https://example.com/",
            "//example.com",
            "/\\example.com",
            "/\t/example.com",
        ] {
            let form = form("pferd batterie heftklammer", next);
            assert_eq!(bed.post(Who::Nobody, "/session", &form).await.location, "/");
        }
    }

    #[tokio::test]
    async fn a_wrong_password_is_refused_recorded_and_in_the_end_made_to_wait() {
        let bed = bed_with_password().await;
        for _ in 0..5 {
            let answer = bed.post(Who::Nobody, "/session", &form("falsch", "")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(bed.trail(bed.north).await, ["session.refuse"; 5]);
        let right = form("pferd batterie heftklammer", "");
        let answer = bed.post(Who::Nobody, "/session", &right).await;
        assert_eq!(
            answer.status,
            StatusCode::TOO_MANY_REQUESTS,
            "even the right one waits"
        );
        assert_eq!(answer.headers["retry-after"], "30");
    }

    #[tokio::test]
    async fn colleagues_behind_one_address_do_not_lock_each_other_out_at_once() {
        let bed = bed_with_password().await;
        let try_as = async |email: &str, password: &str| {
            let form = [("email", email), ("password", password)];
            bed.post(Who::Nobody, "/session", &form).await.status
        };
        for n in 0..49 {
            try_as(&format!("nobody{n}@example.org"), "falsch").await;
        }
        let right = ("anna@example.org", "pferd batterie heftklammer");
        assert_eq!(try_as(right.0, right.1).await, StatusCode::SEE_OTHER);
        for n in 0..50 {
            try_as(&format!("nobody{n}@example.org"), "falsch").await;
        }
        assert_eq!(
            try_as(right.0, right.1).await,
            StatusCode::TOO_MANY_REQUESTS
        );
    }

    #[tokio::test]
    async fn an_attempt_with_an_unknown_address_stands_in_the_programme_s_trail() {
        let bed = Testbed::new(&[]).await;
        let form = [("email", "niemand@example.org"), ("password", "falsch")];
        bed.post(Who::Nobody, "/session", &form).await;
        assert_eq!(bed.trail(SiteId::PROGRAMME).await, ["session.refuse"]);
        assert_eq!(bed.trail(bed.north).await, [""; 0]);
    }

    #[tokio::test]
    async fn a_refusal_says_in_words_what_to_do() {
        let bed = bed_with_password().await;
        let answer = bed.post(Who::Nobody, "/session", &form("falsch", "")).await;
        assert!(answer.body.contains("stimmen nicht") && !answer.body.contains('⟦'));
        for _ in 0..4 {
            bed.post(Who::Nobody, "/session", &form("falsch", "")).await;
        }
        let answer = bed.post(Who::Nobody, "/session", &form("falsch", "")).await;
        assert!(answer.body.contains("noch 1 Min.") && !answer.body.contains('⟦'));
    }

    #[tokio::test]
    async fn whoever_holds_two_roles_changes_between_them() {
        let bed = Testbed::new(&[]).await;
        let anna = bed.actor(Who::Anna).account;
        let mut tx = bed.app.db.write().await.unwrap();
        accounts::store::grant(&mut tx, anna, crate::Role::TeamLead, Some(bed.south))
            .await
            .unwrap();
        let roles = sessions::store::roles(&mut tx, anna).await.unwrap();
        tx.commit().await.unwrap();
        let other = roles
            .iter()
            .find(|held| held.site == Some(bed.south))
            .unwrap();
        let page = bed.get(Who::Anna, "/sessions").await.body;
        assert!(page.contains(&format!("name=\"hat\" value=\"{}\"", other.id)));
        let hat = other.id.to_string();
        let answer = bed.post(Who::Anna, "/session/hat", &[("hat", &hat)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert!(
            bed.get(Who::Anna, "/sessions")
                .await
                .body
                .contains("Südstadt")
        );
        let strange = bed.post(Who::Bela, "/session/hat", &[("hat", &hat)]).await;
        assert_eq!(strange.status, StatusCode::NOT_FOUND);
        assert_eq!(bed.trail(bed.south).await, ["session.wear"]);
    }

    #[tokio::test]
    async fn strangers_are_sent_to_the_sign_in_and_back() {
        let bed = Testbed::new(&[]).await;
        let answer = bed.get(Who::Nobody, "/sessions?a=b").await;
        assert_eq!(answer.location, "/session/new?next=/sessions%3Fa%3Db");
        assert_eq!(
            bed.post(Who::Nobody, "/session/end", &[]).await.status,
            StatusCode::UNAUTHORIZED
        );
    }

    #[tokio::test]
    async fn ending_a_session_ends_it() {
        let bed = Testbed::new(&[]).await;
        assert_eq!(bed.get(Who::Anna, "/sessions").await.status, StatusCode::OK);
        assert_eq!(
            bed.post(Who::Anna, "/session/end", &[]).await.location,
            "/session/new"
        );
        assert!(
            bed.get(Who::Anna, "/sessions")
                .await
                .location
                .starts_with("/session/new")
        );
        assert_eq!(bed.trail(bed.north).await, ["session.end"]);
    }

    #[tokio::test]
    async fn nobody_ends_the_session_of_another() {
        let bed = Testbed::new(&[]).await;
        let path = format!("/sessions/{}", bed.actor(Who::Bela).session);
        assert_eq!(
            bed.delete(Who::Anna, &path).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(bed.get(Who::Bela, "/sessions").await.status, StatusCode::OK);
    }

    #[tokio::test]
    async fn a_method_of_ones_own_makes_no_series() {
        let bed = Testbed::new(&[]).await;
        for method in ["ALI", "KARIMI"] {
            let answer = bed.send(Who::Nobody, method, "/session/new", &[]).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        }
        let metrics = bed.get(Who::Nobody, "/metrics").await.body;
        let counted = r#"method="other",route="/session/new",status="405"} 2"#;
        assert!(metrics.contains(counted), "{metrics}");
        assert!(!metrics.contains("KARIMI"), "{metrics}");
    }

    #[tokio::test]
    async fn a_form_from_another_site_is_refused() {
        let bed = Testbed::new(&[]).await;
        let answer = bed.send_from(Who::Anna, "/session/end", "cross-site").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.body.contains("Diese Anfrage kam nicht von hier"));
    }

    #[tokio::test]
    async fn every_answer_carries_the_headers_that_keep_others_out() {
        let bed = Testbed::new(&[]).await;
        for path in ["/session/new", "/nowhere", "/health"] {
            let headers = bed.get(Who::Nobody, path).await.headers;
            assert_eq!(headers["content-security-policy"], crate::CSP);
            assert_eq!(headers["x-content-type-options"], "nosniff");
            assert!(headers.contains_key("x-request-id"), "{path}");
        }
    }

    #[tokio::test]
    async fn a_wrong_method_is_named_as_such() {
        let bed = Testbed::new(&[]).await;
        assert_eq!(
            bed.get(Who::Anna, "/session/end").await.status,
            StatusCode::METHOD_NOT_ALLOWED
        );
    }
}
