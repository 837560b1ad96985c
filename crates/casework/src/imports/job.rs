//! The two long pieces of work: the dry run, and taking over.

use db::Tx;
use platform::jobs::{self, Job, Kind, Progress};
use platform::keys::SiteKeys;
use platform::{App, Error, Result, SiteId, said};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::findings::Findings;
use super::takeover::{self, Mode};
use super::{CaseList, ColumnMapping, ImportId, ReadOptions, UnreadableFile, store};

pub const JOBS: &[Kind] = &[
    Kind {
        name: CHECK,
        label_key: "import-job-check",
        page,
        run: |app, job, progress| Box::pin(check(app, job, progress)),
    },
    Kind {
        name: TAKE,
        label_key: "import-job-take",
        page,
        run: |app, job, progress| Box::pin(take(app, job, progress)),
    },
];

pub(super) const CHECK: &str = "import-check";
pub(super) const TAKE: &str = "import-take";

/// What a job needs to know.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Task {
    pub(super) import: ImportId,
    #[serde(default)]
    pub(super) skip_refused: bool,
}

/// The page of the import that a job works on.
fn page(job: &Job) -> String {
    let import = job.input["import"].as_str().unwrap_or_default();
    format!("/imports/{import}")
}

async fn check(app: App, job: Job, progress: Progress) -> Result<()> {
    let task: Task = serde_json::from_value(job.input.clone())?;
    let mut tx = app.db.read().await?;
    let keys = app.keys.site(&mut tx, job.site).await?;
    let list = list(&app, &mut tx, &keys, job.site, task.import).await?;
    let findings = Findings::of(&list);
    let prepared = takeover::prepare(&app, &mut tx, job.site, list, &progress).await?;
    drop(tx);
    let findings = findings.with(&prepared.rows, prepared.remarks().clone());
    let counts = prepared.counts();
    let mut tx = app.db.write().await?;
    store::checked(&mut tx, &keys, job.site, task.import, &findings, &counts).await?;
    jobs::store::finish(&mut tx, &job, &json!({}), app.clock.now()).await?;
    Ok(tx.commit().await?)
}

async fn take(app: App, job: Job, progress: Progress) -> Result<()> {
    let task: Task = serde_json::from_value(job.input.clone())?;
    let mut tx = app.db.read().await?;
    let keys = app.keys.site(&mut tx, job.site).await?;
    let list = list(&app, &mut tx, &keys, job.site, task.import).await?;
    drop(tx);
    let mode = if task.skip_refused {
        Mode::SkipRefused
    } else {
        Mode::All
    };
    let mut tx = app.db.write().await?;
    store::lock(&mut tx, job.site).await?;
    let findings = Findings::of(&list);
    let prepared = takeover::prepare(&app, &mut tx, job.site, list, &progress).await?;
    let counts = prepared.counts();
    if prepared.may_be_written(mode) {
        let import = task.import;
        takeover::write(&mut tx, &app, job.site, import, &prepared, &progress).await?;
        store::taken(&mut tx, job.site, import, &counts).await?;
    } else {
        // Somebody changed the people of the site since the dry run: what it found, found anew.
        let findings = findings.with(&prepared.rows, prepared.remarks().clone());
        store::checked(&mut tx, &keys, job.site, task.import, &findings, &counts).await?;
    }
    jobs::store::finish(&mut tx, &job, &json!({}), app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Reads the uploaded file with what the site says of its headings.
async fn list(
    app: &App,
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    id: ImportId,
) -> Result<CaseList> {
    let upload = store::found(tx, keys, site, id).await?;
    let bytes = store::file(tx, keys, site, id).await?;
    let mapping = store::mapping(tx, site).await?;
    let unreadable = |_| Error::Invalid(said("import-mapping-unreadable"));
    read(app, bytes, upload.sheet, mapping)
        .await?
        .map_err(unreadable)
}

/// Reads beside the threads that answer requests.
pub(super) async fn read(
    app: &App,
    bytes: Vec<u8>,
    sheet: Option<String>,
    mapping: ColumnMapping,
) -> Result<std::result::Result<CaseList, UnreadableFile>> {
    let options = ReadOptions {
        sheet,
        mapping: Some(mapping),
        today: app.clock.today(),
    };
    tokio::task::spawn_blocking(move || super::read_any(&bytes, &options))
        .await
        .map_err(|e| Error::Internal(e.into()))
}
