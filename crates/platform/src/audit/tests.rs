use db::values;
use serde_json::json;

use super::{Break, Entry, record, verify};
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
