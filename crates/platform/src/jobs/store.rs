use db::{Result, Row, Tx, values};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{AccountId, Actor, JobId, Role, SiteId};

/// Where a piece of work stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Queued,
    Running,
    Done,
    Failed,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::Queued => "queued",
            State::Running => "running",
            State::Done => "done",
            State::Failed => "failed",
        }
    }

    pub fn is_over(self) -> bool {
        matches!(self, State::Done | State::Failed)
    }
}

impl db::FromColumn for State {
    type Raw = String;
    fn from_raw(raw: String) -> std::result::Result<Self, String> {
        [State::Queued, State::Running, State::Done, State::Failed]
            .into_iter()
            .find(|state| state.code() == raw)
            .ok_or_else(|| "not a state of a job".to_owned())
    }
}

/// A piece of long work.
#[derive(Clone, Debug)]
pub struct Job {
    pub site: SiteId,
    pub id: JobId,
    pub kind: String,
    pub state: State,
    /// What the work needs to know: ids and coded choices, JSON.
    pub input: serde_json::Value,
    pub done: i64,
    pub total: i64,
    /// Key of the text that says what went wrong.
    pub message: String,
    /// Counts and ids that the work leaves, JSON.
    pub result: serde_json::Value,
    pub created_by: AccountId,
    pub created_by_role: Role,
    pub created_at: Timestamp,
    /// Tells one run of the work from another.
    pub started_at: Option<Timestamp>,
    pub finished_at: Option<Timestamp>,
}

impl Job {
    /// Whole per cent, once the extent is known.
    pub fn percent(&self) -> Option<i64> {
        (self.total > 0).then(|| (self.done * 100 / self.total).min(100))
    }
}

/// Puts work into the queue, in the transaction of the act that asks for it.
pub async fn enqueue(
    tx: &mut Tx,
    actor: &Actor,
    kind: &'static str,
    input: &serde_json::Value,
    now: Timestamp,
) -> Result<JobId> {
    let id = JobId::new();
    tx.run(
        "insert into jobs (site_id, id, kind, state, input, done, total, message, result,
         created_by, created_by_role, created_at)
         values ($1, $2, $3, 'queued', $4, 0, 0, '', 'null', $5, $6, $7)",
        values![
            actor.audit_site(),
            id,
            kind,
            input.to_string(),
            actor.account,
            actor.role.code(),
            now
        ],
    )
    .await?;
    Ok(id)
}

const COLUMNS: &str = "select site_id, id, kind, state, input, done, total, message, result,
    created_by, created_by_role, created_at, started_at, finished_at from jobs";

/// A job of this actor's site.
pub async fn visible(tx: &mut Tx, actor: &Actor, id: JobId) -> Result<Option<Job>> {
    find(tx, actor.audit_site(), id).await
}

/// The newest jobs of a kind at this actor's site.
pub async fn newest(
    tx: &mut Tx,
    actor: &Actor,
    kind: &'static str,
    limit: i64,
) -> Result<Vec<Job>> {
    let query = db::Query::new(COLUMNS)
        .push(" where site_id = ")
        .bind(actor.audit_site())
        .push(" and kind = ")
        .bind(kind)
        .push(" order by created_at desc limit ")
        .bind(limit);
    tx.query(&query).await?.iter().map(job).collect()
}

/// The newest jobs that this actor asked for at this site.
pub(super) async fn of_actor(tx: &mut Tx, actor: &Actor, limit: i64) -> Result<Vec<Job>> {
    let query = db::Query::new(COLUMNS)
        .push(" where site_id = ")
        .bind(actor.audit_site())
        .push(" and created_by = ")
        .bind(actor.account)
        .push(" order by created_at desc limit ")
        .bind(limit);
    tx.query(&query).await?.iter().map(job).collect()
}

/// Forgets finished work whose input names something that is gone, so that nobody is led there.
pub async fn forget(tx: &mut Tx, site: SiteId, thing: Uuid) -> Result<()> {
    tx.run(
        "delete from jobs where site_id = $1 and state in ('done', 'failed') and input like $2",
        values![site, format!("%\"{thing}\"%")],
    )
    .await?;
    Ok(())
}

pub(super) async fn find(tx: &mut Tx, site: SiteId, id: JobId) -> Result<Option<Job>> {
    let query = db::Query::new(COLUMNS)
        .push(" where site_id = ")
        .bind(site)
        .push(" and id = ")
        .bind(id);
    tx.query(&query).await?.first().map(job).transpose()
}

pub(super) async fn next_queued(tx: &mut Tx) -> Result<Option<Job>> {
    let query = db::Query::new(COLUMNS).push(" where state = 'queued' order by created_at limit 1");
    tx.query(&query).await?.first().map(job).transpose()
}

/// Begins a queued piece of work, unless another process was faster.
pub(super) async fn claim(tx: &mut Tx, job: Job, now: Timestamp) -> Result<Option<Job>> {
    let sql = "update jobs set state = 'running', started_at = $3, done = 0
               where site_id = $1 and id = $2 and state = 'queued'";
    let claimed = tx.run(sql, values![job.site, job.id, now]).await? == 1;
    Ok(claimed.then_some(Job {
        state: State::Running,
        done: 0,
        started_at: Some(now),
        ..job
    }))
}

/// Work that ran when the program stopped begins anew; it had not committed anything.
pub(super) async fn requeue_interrupted(tx: &mut Tx) -> Result<u64> {
    tx.run(
        "update jobs set state = 'queued' where state = 'running'",
        vec![],
    )
    .await
}

/// How many jobs are queued or running.
pub(crate) async fn waiting(tx: &mut Tx) -> Result<i64> {
    let sql = "select count(*) as n from jobs where state in ('queued', 'running')";
    tx.one(sql, vec![]).await?.get("n")
}

pub(super) async fn progress(tx: &mut Tx, job: &Job, done: i64, total: i64) -> Result<()> {
    let sql = "update jobs set done = $4, total = $5
               where site_id = $1 and id = $2 and started_at = $3 and state = 'running'";
    tx.run(sql, values![job.site, job.id, job.started_at, done, total])
        .await?;
    Ok(())
}

/// Ends a job, in the transaction of its effect. Only the run that holds the job can end it: if
/// the work was begun anew elsewhere meanwhile, this run leaves nothing behind.
pub async fn finish(
    tx: &mut Tx,
    job: &Job,
    result: &serde_json::Value,
    now: Timestamp,
) -> Result<()> {
    let sql = "update jobs set state = 'done', result = $4, finished_at = $5, done = total
               where site_id = $1 and id = $2 and started_at = $3 and state = 'running'";
    let values = values![job.site, job.id, job.started_at, result.to_string(), now];
    match tx.run(sql, values).await? {
        1 => Ok(()),
        _ => Err(db::DbError::NoRow),
    }
}

pub(super) async fn fail(tx: &mut Tx, job: &Job, message: &str, now: Timestamp) -> Result<()> {
    let sql = "update jobs set state = 'failed', message = $4, finished_at = $5
               where site_id = $1 and id = $2 and started_at = $3 and state = 'running'";
    tx.run(sql, values![job.site, job.id, job.started_at, message, now])
        .await?;
    Ok(())
}

fn job(row: &Row) -> Result<Job> {
    let json = |text: String| serde_json::from_str(&text).unwrap_or(serde_json::Value::Null);
    Ok(Job {
        site: row.get("site_id")?,
        id: row.get("id")?,
        kind: row.get("kind")?,
        state: row.get("state")?,
        input: json(row.get("input")?),
        done: row.get("done")?,
        total: row.get("total")?,
        message: row.get("message")?,
        result: json(row.get("result")?),
        created_by: row.get("created_by")?,
        created_by_role: row.get("created_by_role")?,
        created_at: row.get("created_at")?,
        started_at: row.get("started_at")?,
        finished_at: row.get("finished_at")?,
    })
}
