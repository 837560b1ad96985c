use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::task::JoinHandle;

use super::store::{self, Job, State};
use crate::{App, Error, JobId, Result};

type Work = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A kind of work and what does it. The work commits its effect together with
/// [`store::finish`], so that it is whole or not there.
#[derive(Clone, Copy)]
pub struct Kind {
    pub name: &'static str,
    /// The text that says what is done.
    pub label_key: &'static str,
    /// The page that shows a piece of it and what came out.
    pub page: fn(&Job) -> String,
    pub run: fn(App, Job, Progress) -> Work,
}

/// The kinds of work this program knows.
#[derive(Clone, Default)]
pub struct Jobs {
    kinds: Arc<BTreeMap<&'static str, Kind>>,
    wake: Arc<Notify>,
    under_way: UnderWay,
}

/// The one piece of work that runs in this program.
type UnderWay = Arc<Mutex<Option<(JobId, Progress)>>>;

impl Jobs {
    pub fn new(kinds: &[Kind]) -> Self {
        let kinds = kinds.iter().map(|kind| (kind.name, *kind)).collect();
        Jobs {
            kinds: Arc::new(kinds),
            wake: Arc::default(),
            under_way: Arc::default(),
        }
    }

    /// The job with the progress that this program knows of. On SQLite, work that writes keeps all
    /// others from writing, and so cannot tell its progress to the database.
    #[must_use]
    pub fn up_to_date(&self, mut job: Job) -> Job {
        let under_way = self.under_way.lock();
        let under_way = under_way.unwrap_or_else(PoisonError::into_inner);
        if let Some((id, progress)) = &*under_way
            && *id == job.id
            && job.state == State::Running
        {
            (job.done, job.total) = progress.read();
        }
        job
    }

    pub(super) fn set_under_way(&self, work: Option<(JobId, Progress)>) {
        let under_way = self.under_way.lock();
        *under_way.unwrap_or_else(PoisonError::into_inner) = work;
    }

    /// The kind of a piece of work, unless a later program put it into the queue.
    pub(super) fn kind(&self, job: &Job) -> Option<Kind> {
        self.kinds.get(job.kind.as_str()).copied()
    }

    /// Tells the runner that there is something to do; call it after the commit.
    pub fn wake(&self) {
        self.wake.notify_one();
    }
}

/// How far the work has come; told to the database twice a second.
#[derive(Clone, Default)]
pub struct Progress {
    done: Arc<AtomicI64>,
    total: Arc<AtomicI64>,
}

impl Progress {
    pub fn total(&self, total: usize) {
        self.total
            .store(i64::try_from(total).unwrap_or(i64::MAX), Ordering::Relaxed);
    }

    pub fn at(&self, done: usize) {
        self.done
            .store(i64::try_from(done).unwrap_or(i64::MAX), Ordering::Relaxed);
    }

    fn read(&self) -> (i64, i64) {
        (
            self.done.load(Ordering::Relaxed),
            self.total.load(Ordering::Relaxed),
        )
    }
}

/// Takes work from the queue, one piece at a time, until the program ends.
pub async fn start(app: App) -> Result<JoinHandle<()>> {
    take_up(&app).await?;
    Ok(tokio::spawn(async move {
        loop {
            match run_next(&app).await {
                Ok(true) => {}
                Ok(false) => {
                    let pause = tokio::time::sleep(Duration::from_secs(5));
                    tokio::select! { () = pause => {}, () = app.jobs.wake.notified() => {} }
                }
                Err(error) => {
                    tracing::error!(%error, "the job runner could not go on");
                    recover(&app).await;
                }
            }
        }
    }))
}

/// Puts interrupted work back into the queue.
async fn take_up(app: &App) -> Result<()> {
    let mut tx = app.db.write().await?;
    let jobs = store::requeue_interrupted(&mut tx).await?;
    tx.commit().await?;
    if jobs > 0 {
        tracing::info!(jobs, "{jobs} interrupted jobs begin anew");
    }
    Ok(())
}

/// Waits until the database answers again; what ran meanwhile begins anew.
async fn recover(app: &App) {
    loop {
        tokio::time::sleep(Duration::from_secs(2)).await;
        match take_up(app).await {
            Ok(()) => return,
            Err(error) => tracing::error!(%error, "the database does not take up work yet"),
        }
    }
}

/// Does the oldest queued work, if there is any.
pub async fn run_next(app: &App) -> Result<bool> {
    let mut tx = app.db.write().await?;
    let Some(job) = store::next_queued(&mut tx).await? else {
        return Ok(false);
    };
    let Some(job) = store::claim(&mut tx, job, app.clock.now()).await? else {
        return Ok(true);
    };
    tx.commit().await?;
    tracing::info!(job.id = %job.id, job.kind, "job {} began", job.id);
    let ended = work(app, &job).await;
    app.jobs.set_under_way(None);
    let Err(error) = ended else {
        return Ok(true);
    };
    if error.passes_by_itself() {
        return Err(error);
    }
    let key = failure_key(&error);
    tracing::error!(job.id = %job.id, %error, "job {} failed", job.id);
    let mut tx = app.db.write().await?;
    store::fail(&mut tx, &job, key, app.clock.now()).await?;
    tx.commit().await?;
    Ok(true)
}

async fn work(app: &App, job: &Job) -> Result<()> {
    let kind = app.jobs.kind(job);
    let kind = kind.ok_or_else(|| Error::Internal(anyhow::anyhow!("unknown kind of job")))?;
    let progress = Progress::default();
    app.jobs.set_under_way(Some((job.id, progress.clone())));
    let mut running = tokio::spawn((kind.run)(app.clone(), job.clone(), progress.clone()));
    let mut told = (0, 0);
    loop {
        let tick = tokio::time::sleep(Duration::from_millis(500));
        tokio::select! {
            ended = &mut running => return ended.map_err(|e| Error::Internal(e.into()))?,
            () = tick => {}
        }
        let now = progress.read();
        if now != told && tell(app, job, now).await.is_ok() {
            told = now;
        }
    }
}

/// Progress is told only where that waits for nobody: on SQLite the work itself may hold the pen.
async fn tell(app: &App, job: &Job, (done, total): (i64, i64)) -> Result<()> {
    let write = async {
        let mut tx = app.db.write().await?;
        store::progress(&mut tx, job, done, total).await?;
        tx.commit().await?;
        Ok(())
    };
    tokio::time::timeout(Duration::from_millis(100), write)
        .await
        .unwrap_or(Ok(()))
}

fn failure_key(error: &Error) -> &'static str {
    match error {
        Error::Invalid(message) | Error::Conflict(message) => message.key,
        Error::Unavailable(cause) => crate::error::unavailable_key(cause),
        Error::NotFound | Error::SignIn | Error::Forbidden | Error::Internal(_) => "job-failed",
    }
}
