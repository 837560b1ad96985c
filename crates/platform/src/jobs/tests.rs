use jiff::Timestamp;
use uuid::Uuid;

use super::{Job, Jobs, Progress, State};
use crate::{AccountId, JobId, Role, SiteId};

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
