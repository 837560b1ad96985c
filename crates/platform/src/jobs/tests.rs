use axum::http::StatusCode;
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{Job, Jobs, Progress, State, enqueue, store};
use crate::testing::{Testbed, Who};
use crate::{AccountId, Actor, JobId, Role, SiteId};

fn running() -> Job {
    Job {
        site: SiteId(Uuid::nil()),
        id: JobId::new(),
        kind: "count".to_owned(),
        state: State::Running,
        input: serde_json::Value::Null,
        done: 0,
        total: 0,
        message: String::new(),
        result: serde_json::Value::Null,
        created_by: AccountId(Uuid::nil()),
        created_by_role: Role::CaseManager,
        created_at: Timestamp::UNIX_EPOCH,
        started_at: None,
        finished_at: None,
    }
}

#[test]
fn progress_is_seen_while_the_work_keeps_others_from_writing() {
    let (jobs, job, other) = (Jobs::default(), running(), running());
    let progress = Progress::default();
    jobs.set_under_way(Some((job.id, progress.clone())));
    progress.total(4);
    progress.at(3);
    assert_eq!(jobs.up_to_date(job.clone()).percent(), Some(75));
    assert_eq!(jobs.up_to_date(other).percent(), None);
    jobs.set_under_way(None);
    assert_eq!(jobs.up_to_date(job).percent(), None);
}

async fn ask(bed: &Testbed, actor: &Actor) -> JobId {
    let mut tx = bed.app.db.write().await.unwrap();
    let id = enqueue(&mut tx, actor, "test.work", &json!({}), bed.app.clock.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn everybody_sees_their_own_work_and_nobody_elses() {
    let bed = Testbed::new(&[]).await;
    assert!(
        bed.get(Who::Anna, "/jobs")
            .await
            .body
            .contains("Zurzeit läuft nichts")
    );
    ask(&bed, &bed.actor(Who::Anna)).await;
    let own = bed.get(Who::Anna, "/jobs").await.body;
    assert!(own.contains("wartet") && own.contains("test.work"), "{own}");
    for who in [Who::Ines, Who::Bela, Who::Dana] {
        let page = bed.get(who, "/jobs").await.body;
        assert!(!page.contains("test.work"), "{who:?}");
    }
    let wrong = bed.post(Who::Anna, "/jobs", &[]).await.status;
    assert_eq!(wrong, StatusCode::METHOD_NOT_ALLOWED);
    let denied = bed.get(Who::Gerd, "/jobs").await.status;
    assert_eq!(denied, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn work_that_fails_says_so_in_words() {
    let bed = Testbed::new(&[]).await;
    ask(&bed, &bed.actor(Who::Anna)).await;
    bed.work().await;
    let page = bed.get(Who::Anna, "/jobs").await.body;
    assert!(page.contains("nicht gelungen") && page.contains("Es wurde nichts übernommen"));
    assert!(!page.contains('⟦'), "{page}");
}

#[tokio::test]
async fn only_the_run_that_holds_a_job_ends_it() {
    let bed = Testbed::new(&[]).await;
    ask(&bed, &bed.actor(Who::Anna)).await;
    let first = bed.app.clock.now();
    let mut tx = bed.app.db.write().await.unwrap();
    let job = store::next_queued(&mut tx).await.unwrap().unwrap();
    let lost = store::claim(&mut tx, job, first).await.unwrap().unwrap();
    assert_eq!(store::requeue_interrupted(&mut tx).await.unwrap(), 1);
    let job = store::next_queued(&mut tx).await.unwrap().unwrap();
    let second = first + jiff::SignedDuration::from_secs(1);
    let held = store::claim(&mut tx, job, second).await.unwrap().unwrap();
    assert!(
        store::finish(&mut tx, &lost, &json!({}), second)
            .await
            .is_err()
    );
    store::fail(&mut tx, &lost, "job-failed", second)
        .await
        .unwrap();
    store::finish(&mut tx, &held, &json!({}), second)
        .await
        .unwrap();
    assert_eq!(store::waiting(&mut tx).await.unwrap(), 0);
}
