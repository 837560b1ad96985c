use db::values;
use serde_json::json;

use super::{Break, Entry, record, verify, verify_site};
use crate::testing::{Testbed, Who};
use crate::{Act, Role};

const ACT: Act = Act::new("test.act", &[Role::CaseManager]);

async fn bed_with_lines(n: usize) -> Testbed {
    let bed = Testbed::new(&[]).await;
    let actor = bed.actor(Who::Anna);
    for i in 0..n {
        let mut tx = bed.app.db.write().await.unwrap();
        let entry = Entry::new(ACT, "case", None).with(json!({ "n": i }));
        record(&mut tx, &actor, bed.app.clock.now(), entry)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
    bed
}

async fn after(bed: &Testbed, tamper: &'static str) -> Vec<Break> {
    let mut tx = bed.app.db.write().await.unwrap();
    tx.run(tamper, values![bed.north]).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = bed.app.db.read().await.unwrap();
    verify(&mut tx).await.unwrap().1
}

#[tokio::test]
async fn an_untouched_chain_holds() {
    let bed = bed_with_lines(5).await;
    let mut tx = bed.app.db.read().await.unwrap();
    assert_eq!(verify(&mut tx).await.unwrap(), (5, vec![]));
}

#[tokio::test]
async fn an_altered_line_is_named() {
    let bed = bed_with_lines(5).await;
    let found = after(
        &bed,
        "update audit set act = 'x' where site_id = $1 and seq = 3",
    )
    .await;
    assert_eq!(
        found,
        [Break::Altered {
            site: bed.north,
            seq: 3
        }]
    );
}

#[tokio::test]
async fn a_removed_line_is_named() {
    let bed = bed_with_lines(5).await;
    let found = after(&bed, "delete from audit where site_id = $1 and seq = 3").await;
    assert_eq!(
        found,
        [Break::Missing {
            site: bed.north,
            from: 3,
            to: 3
        }]
    );
}

#[tokio::test]
async fn a_cut_off_end_is_named() {
    let bed = bed_with_lines(5).await;
    let found = after(&bed, "delete from audit where site_id = $1 and seq > 3").await;
    assert_eq!(
        found,
        [Break::CutOff {
            site: bed.north,
            last: 3,
            head: 5
        }]
    );
}

#[tokio::test]
async fn lines_without_a_head_are_named() {
    let bed = bed_with_lines(5).await;
    let found = after(&bed, "delete from audit_heads where site_id = $1").await;
    assert_eq!(found, [Break::Headless { site: bed.north }]);
    let mut tx = bed.app.db.read().await.unwrap();
    let (_, breaks) = verify_site(&mut tx, bed.north).await.unwrap();
    assert_eq!(breaks, found);
}

#[tokio::test]
async fn exchanged_lines_are_named() {
    let bed = bed_with_lines(5).await;
    let swap = "update audit set seq = case when seq = 2 then -3 else -2 end where site_id = $1 and seq in (2, 3)";
    let back = "update audit set seq = -seq where site_id = $1 and seq < 0";
    after(&bed, swap).await;
    let found = after(&bed, back).await;
    assert!(
        found.contains(&Break::Altered {
            site: bed.north,
            seq: 2
        }),
        "{found:?}"
    );
    assert!(
        found.contains(&Break::Altered {
            site: bed.north,
            seq: 3
        }),
        "{found:?}"
    );
}

#[tokio::test]
async fn a_last_line_altered_together_with_its_hash_is_named() {
    let bed = bed_with_lines(5).await;
    let tamper = "update audit set act = 'x', hash = (select a.hash from audit a
        where a.site_id = $1 and a.seq = 4) where site_id = $1 and seq = 5";
    let found = after(&bed, tamper).await;
    let (site, seq) = (bed.north, 5);
    assert!(found.contains(&Break::Altered { site, seq }), "{found:?}");
}

#[tokio::test]
async fn lines_past_the_head_are_named() {
    let bed = bed_with_lines(5).await;
    let tamper = "update audit_heads set seq = 4 where site_id = $1";
    let found = after(&bed, tamper).await;
    let (site, seq) = (bed.north, 5);
    assert_eq!(found, [Break::Altered { site, seq }]);
}

#[tokio::test]
async fn an_end_cut_off_with_its_head_is_told_by_a_head_noted_before() {
    let bed = bed_with_lines(5).await;
    let mut tx = bed.app.db.read().await.unwrap();
    let noted = super::heads(&mut tx).await.unwrap();
    assert_eq!(super::compare(&mut tx, &noted).await.unwrap(), []);
    drop(tx);
    let written: super::Head = noted[0].to_string().parse().unwrap();
    assert_eq!(written, noted[0]);
    assert!("x\t1\tabc".parse::<super::Head>().is_err());
    let head = "update audit_heads set seq = 3, hash = (select a.hash from audit a
        where a.site_id = $1 and a.seq = 3) where site_id = $1";
    after(&bed, head).await;
    let found = after(&bed, "delete from audit where site_id = $1 and seq > 3").await;
    assert_eq!(found, [], "the chain holds in itself");
    let mut tx = bed.app.db.read().await.unwrap();
    let (site, last, head) = (bed.north, 3, 5);
    let found = super::compare(&mut tx, &noted).await.unwrap();
    assert_eq!(found, [Break::CutOff { site, last, head }]);
}

mod pages {
    use axum::http::StatusCode;
    use uuid::Uuid;

    use super::*;

    #[tokio::test]
    async fn the_account_that_an_act_was_done_to_is_named_and_no_other_subject() {
        let bed = Testbed::new(&[]).await;
        let (anna, cleo) = (bed.actor(Who::Anna), bed.actor(Who::Cleo).account.0);
        for (subject, is_named) in [("case", false), ("account", true)] {
            let mut tx = bed.app.db.write().await.unwrap();
            let entry = Entry::new(ACT, subject, cleo);
            record(&mut tx, &anna, bed.app.clock.now(), entry)
                .await
                .unwrap();
            tx.commit().await.unwrap();
            let page = bed.get(Who::Hatice, "/audit").await.body;
            assert_eq!(page.contains("cleo"), is_named, "{subject}: {page}");
        }
    }

    #[tokio::test]
    async fn the_auditor_reads_the_newest_first_and_turns_back_page_by_page() {
        let bed = bed_with_lines(60).await;
        let first = bed.get(Who::Hatice, "/audit").await;
        assert_eq!(first.status, StatusCode::OK);
        assert!(!first.body.contains('⟦'));
        assert!(
            first.body.contains("n: 59")
                && first.body.contains("n: 10")
                && !first.body.contains("n: 9<")
        );
        assert!(first.body.contains("anna") && first.body.contains("30.06.2022, 12:00 Uhr"));
        let href = "/audit?subject=&amp;act=&amp;before=11";
        assert!(first.body.contains(href) || first.body.contains(&href.replace("&amp;", "&#38;")));
        let second = bed
            .get(Who::Hatice, "/audit?subject=&act=&before=11")
            .await
            .body;
        assert!(second.contains("n: 9<") && second.contains("n: 0<") && !second.contains("n: 10<"));
        assert!(!second.contains("Ältere"));
    }

    #[tokio::test]
    async fn lines_are_found_by_subject_and_by_act() {
        let bed = bed_with_lines(2).await;
        let case = Uuid::from_u128(7);
        let mut tx = bed.app.db.write().await.unwrap();
        let entry = Entry::new(Act::new("test.look", &[]), "case", case).with(json!({"n": 99}));
        record(&mut tx, &bed.actor(Who::Cleo), bed.app.clock.now(), entry)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        for path in [
            format!("/audit?subject={case}"),
            "/audit?act=test.look".to_owned(),
        ] {
            let page = bed.get(Who::Hatice, &path).await.body;
            assert!(
                page.contains("cleo") && page.contains("n: 99") && !page.contains("n: 1<"),
                "{path}"
            );
            assert!(
                page.contains("<option value=\"test.act\""),
                "acts that occur can be chosen"
            );
        }
        let page = bed.get(Who::Hatice, "/audit?subject=keine").await.body;
        assert!(page.contains("id=\"error-subject\""));
    }

    #[tokio::test]
    async fn the_facts_of_a_line_stand_in_words() {
        let bed = Testbed::new(&[]).await;
        let facts = json!({
            "role": "site_admin", "new": true, "on": "2022-06-30", "barrier": null,
            "until": "2022-06-30T12:15:00Z", "after": {"rows": 7}, "roles": ["auditor", "team_lead"],
        });
        let mut tx = bed.app.db.write().await.unwrap();
        let entry = Entry::new(ACT, "account", None).with(facts);
        record(&mut tx, &bed.actor(Who::Anna), bed.app.clock.now(), entry)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let page = bed.get(Who::Hatice, "/audit").await.body;
        for said in [
            "Rolle: Verwaltung des Standorts",
            "Neu: Ja",
            "Tag: 30.06.2022",
            "bis: 30.06.2022, 14:15 Uhr",
            "nachher: (Zeilen: 7)",
            "Rollen: Datenschutz; Fachaufsicht",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(
            !page.contains("Hindernis"),
            "what was not stated is not told"
        );
    }

    #[tokio::test]
    async fn an_auditor_sees_nothing_of_another_site() {
        let bed = Testbed::new(&[]).await;
        let mut tx = bed.app.db.write().await.unwrap();
        record(
            &mut tx,
            &bed.actor(Who::Bela),
            bed.app.clock.now(),
            Entry::new(ACT, "case", None),
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let page = bed.get(Who::Hatice, "/audit").await.body;
        assert!(!page.contains("bela") && !page.contains("test.act"));
    }

    #[tokio::test]
    async fn the_check_says_what_it_found_and_is_recorded_itself() {
        let bed = bed_with_lines(3).await;
        let page = bed.post(Who::Hatice, "/audit/verification", &[]).await.body;
        assert!(page.contains("Das Protokoll ist unverändert") && page.contains("3 Einträge"));
        after(
            &bed,
            "update audit set act = 'x' where site_id = $1 and seq = 2",
        )
        .await;
        let page = bed.post(Who::Hatice, "/audit/verification", &[]).await.body;
        assert!(
            page.contains("Das Protokoll wurde verändert")
                && page.contains("Eintrag 2 passt nicht")
        );
        assert_eq!(
            bed.trail(bed.north).await[3..],
            ["audit.verify", "audit.verify"]
        );
    }

    #[tokio::test]
    async fn an_empty_trail_holds() {
        let bed = Testbed::new(&[]).await;
        let mut tx = bed.app.db.read().await.unwrap();
        assert_eq!(verify_site(&mut tx, bed.north).await.unwrap(), (0, vec![]));
    }

    #[tokio::test]
    async fn only_auditors_read_and_check_the_trail() {
        let bed = Testbed::new(&[]).await;
        for who in Who::SIGNED_IN.into_iter().filter(|who| *who != Who::Hatice) {
            assert_eq!(
                bed.get(who, "/audit").await.status,
                StatusCode::FORBIDDEN,
                "{who:?}"
            );
            let answer = bed.post(who, "/audit/verification", &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who:?}");
        }
        let wrong = StatusCode::METHOD_NOT_ALLOWED;
        assert_eq!(bed.post(Who::Hatice, "/audit", &[]).await.status, wrong);
        assert_eq!(
            bed.get(Who::Hatice, "/audit/verification").await.status,
            wrong
        );
    }
}
