//! The page of one's own long work.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{Job, State as JobState, store};
use crate::ui::Ui;
use crate::{Act, Actor, App, Result, Role, Routes, page};

/// Whoever can ask for long work: imports and reports.
pub(crate) const LIST: Act = Act::new(
    "job.list",
    &[
        Role::CaseManager,
        Role::TeamLead,
        Role::Coordinator,
        Role::Evaluator,
        Role::ProgrammeLead,
    ],
);

const SHOWN: i64 = 50;

pub fn routes() -> Routes {
    Routes::new().get("/jobs", LIST, index)
}

/// A piece of work in the reader's words.
struct Shown {
    what: String,
    page: Option<String>,
    badge: &'static str,
    state: String,
    job: Job,
}

impl Shown {
    /// What went wrong, for work that failed.
    fn problem(&self) -> Option<&str> {
        (self.job.state == JobState::Failed).then_some(self.job.message.as_str())
    }
}

#[derive(Template)]
#[template(path = "jobs/templates/index.html")]
struct JobIndex {
    ui: Ui,
    jobs: Vec<Shown>,
    is_busy: bool,
}

async fn index(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let jobs = store::of_actor(&mut tx, &actor, SHOWN).await?;
    page(&JobIndex {
        is_busy: jobs.iter().any(|job| !job.state.is_over()),
        jobs: jobs.into_iter().map(|job| shown(&app, &ui, job)).collect(),
        ui,
    })
}

fn shown(app: &App, ui: &Ui, job: Job) -> Shown {
    let job = app.jobs.up_to_date(job);
    let kind = app.jobs.kind(&job);
    let (badge, key) = match job.state {
        JobState::Queued => ("plain", "job-queued"),
        JobState::Running => ("info", "job-running"),
        JobState::Done => ("success", "job-done"),
        JobState::Failed => ("danger", "job-not-done"),
    };
    Shown {
        what: kind.map_or_else(|| job.kind.clone(), |kind| ui.t(kind.label_key)),
        page: kind.map(|kind| (kind.page)(&job)),
        badge,
        state: ui.t(key),
        job,
    }
}
