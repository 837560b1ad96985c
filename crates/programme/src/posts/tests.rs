use super::Fte;

#[test]
fn an_extent_is_read_as_people_write_it() {
    for (text, hundredths) in [
        ("0,5", 50),
        ("1", 100),
        ("3.5", 350),
        (" 0,75 ", 75),
        ("12", 1200),
    ] {
        assert_eq!(
            Fte::parse(text).map(Fte::hundredths),
            Some(hundredths),
            "{text}"
        );
    }
    for text in ["", "0", "-1", "0,555", "100", "1,5 Stellen", "1e2", ","] {
        assert_eq!(Fte::parse(text), None, "{text}");
    }
}

/// Posts of the Kreise as published for 2023: Coesfeld 3.5 + 0.5 + 12 + 2, Mettmann
/// 3.5 + 0.5 + 16 + 3.
#[test]
fn extents_add_up_exactly() {
    let sum = |parts: &[&str]| {
        parts
            .iter()
            .filter_map(|text| Fte::parse(text))
            .sum::<Fte>()
    };
    assert_eq!(sum(&["3,5", "0,5", "12", "2"]).to_string(), "18");
    assert_eq!(sum(&["3,5", "0,5", "16", "3"]).to_string(), "23");
    assert_eq!(sum(&["0,1"; 10]).to_string(), "1");
    assert_eq!(sum(&["0,25", "0,5"]).to_string(), "0,75");
}

mod acts {
    use axum::http::StatusCode;
    use jiff::civil::date;
    use platform::SiteId;
    use platform::testing::{Testbed, Who};

    use crate::ROOM;
    use crate::posts::{Fte, Function, Post, PostId, store};

    const NEW: &str = "/site/posts";

    fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let mut form = vec![
            ("function", "case_management"),
            ("fte", "0,5"),
            ("from_on", "2022-01-01"),
            ("last_on", "2022-12-31"),
            ("version", "1"),
        ];
        form.retain(|(field, _)| changes.iter().all(|(changed, _)| changed != field));
        form.extend(changes);
        form
    }

    async fn vacant(bed: &Testbed, site: SiteId) -> PostId {
        let post = Post {
            id: PostId::new(),
            provider: None,
            function: Function::Coordination,
            fte: Fte::from_hundredths(100),
            from_on: date(2020, 1, 1),
            to_on: None,
            account: None,
            version: 1,
        };
        let mut tx = bed.app.db.write().await.unwrap();
        store::insert(&mut tx, site, &post).await.unwrap();
        tx.commit().await.unwrap();
        post.id
    }

    async fn posts(bed: &Testbed, site: SiteId) -> Vec<Post> {
        let mut tx = bed.app.db.read().await.unwrap();
        store::of_site(&mut tx, site).await.unwrap()
    }

    #[tokio::test]
    async fn a_post_is_added_with_its_last_day_included() {
        let bed = Testbed::new(&[ROOM]).await;
        let anna = bed.actor(Who::Anna).account;
        let answer = bed
            .post(Who::Emil, NEW, &form(&[("account", &anna.to_string())]))
            .await;
        assert_eq!(answer.location, "/site");
        let post = posts(&bed, bed.north).await.remove(0);
        assert_eq!((post.fte.hundredths(), post.account), (50, Some(anna)));
        assert!(post.exists_on(date(2022, 12, 31)) && !post.exists_on(date(2023, 1, 1)));
        let page = bed.get(Who::Emil, "/site").await.body;
        assert!(page.contains("31.12.2022") && page.contains("anna") && page.contains("läuft"));
        assert!(!page.contains('⟦'));
        assert_eq!(bed.trail(bed.north).await, ["post.add"]);
    }

    #[tokio::test]
    async fn a_post_is_changed_and_kept_open() {
        let bed = Testbed::new(&[ROOM]).await;
        let path = format!("{NEW}/{}", vacant(&bed, bed.north).await);
        let page = bed.get(Who::Gerd, &path).await.body;
        assert!(page.contains("value=\"2020-01-01\"") && !page.contains('⟦'));
        let changed = bed
            .post(Who::Gerd, &path, &form(&[("fte", "1"), ("last_on", "")]))
            .await;
        assert_eq!(changed.location, "/site");
        let post = posts(&bed, bed.north).await.remove(0);
        assert_eq!(
            (post.function, post.to_on),
            (Function::CaseManagement, None)
        );
        assert_eq!(bed.trail(bed.north).await, ["post.change"]);
    }

    #[tokio::test]
    async fn what_cannot_be_is_named_at_its_field() {
        let bed = Testbed::new(&[ROOM]).await;
        let bela = bed.actor(Who::Bela).account.to_string();
        for (field, value) in [
            ("function", "king"),
            ("fte", "0"),
            ("fte", "viel"),
            ("from_on", ""),
            ("from_on", "gestern"),
            ("last_on", "31.12.2021"),
            ("provider", "unknown"),
            ("account", bela.as_str()),
        ] {
            let answer = bed.post(Who::Emil, NEW, &form(&[(field, value)])).await;
            assert_eq!(
                answer.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{field} {value}"
            );
            assert!(
                answer.body.contains(&format!("id=\"error-{field}\"")),
                "{field} {value}"
            );
        }
        assert!(posts(&bed, bed.north).await.is_empty());
    }

    #[tokio::test]
    async fn the_second_to_save_is_told_and_overwrites_nothing() {
        let bed = Testbed::new(&[ROOM]).await;
        let path = format!("{NEW}/{}", vacant(&bed, bed.north).await);
        bed.post(Who::Emil, &path, &form(&[("fte", "0,5")])).await;
        let late = bed.post(Who::Gerd, &path, &form(&[("fte", "0,75")])).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.body.contains("as-typed\">0,5</dd>"), "{}", late.body);
        assert!(late.body.contains("value=\"0,75\""), "what was typed");
        assert!(late.body.contains("name=\"version\" value=\"2\""));
        assert_eq!(posts(&bed, bed.north).await[0].fte.hundredths(), 50);
    }

    #[tokio::test]
    async fn another_sites_post_is_not_there() {
        let bed = Testbed::new(&[ROOM]).await;
        let path = format!("{NEW}/{}", vacant(&bed, bed.south).await);
        assert_eq!(
            bed.get(Who::Emil, &path).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            bed.post(Who::Emil, &path, &form(&[])).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(posts(&bed, bed.south).await[0].version, 1);
    }

    #[tokio::test]
    async fn only_coordination_and_administration_keep_posts() {
        let bed = Testbed::new(&[ROOM]).await;
        let path = format!("{NEW}/{}", vacant(&bed, bed.north).await);
        let others = |who: &Who| !matches!(who, Who::Emil | Who::Gerd);
        for who in Who::SIGNED_IN.into_iter().filter(others) {
            for page in ["/site/posts/new", &path] {
                assert_eq!(
                    bed.get(who, page).await.status,
                    StatusCode::FORBIDDEN,
                    "{who:?}"
                );
            }
            for act in [NEW, &path] {
                let answer = bed.post(who, act, &form(&[])).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who:?}");
            }
        }
        assert_eq!(
            bed.delete(Who::Emil, &path).await.status,
            StatusCode::METHOD_NOT_ALLOWED
        );
        assert_eq!(
            bed.get(Who::Emil, NEW).await.status,
            StatusCode::METHOD_NOT_ALLOWED
        );
    }
}
