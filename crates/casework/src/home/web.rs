use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::Span;
use jiff::civil::Date;
use platform::sessions::web::HOME;
use platform::start::{self, Start};
use platform::ui::Ui;
use platform::{Actor, App, Result, Role, Routes, page};

use super::store::{self, DueStep, EndingDocument, Workload};
use crate::calendars::web::LIST_DAYS;
use crate::entitlements::{self, OpenFile, Upcoming};
use crate::lists::store::CaseLine;
use crate::lists::web::{ShownCase, reader, shown};
use crate::lists::{self, Filter, Sort, Wishes};
use crate::statuses;

const SHOWN: u32 = 10;
/// Steps of the coming week, documents of the coming two months.
const STEP_DAYS: i64 = 7;
const DOCUMENT_DAYS: i64 = 60;
/// After so many days without contact a case is counted as waiting.
const WAITING_DAYS: i64 = 60;

pub fn routes() -> Routes {
    Routes::new().get("/", HOME, show)
}

async fn show(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    match actor.role {
        Role::CaseManager => today(&app, &actor, ui).await,
        Role::TeamLead => team(&app, &actor, ui).await,
        Role::Coordinator
        | Role::Partner
        | Role::Evaluator
        | Role::ProgrammeLead
        | Role::SiteAdmin
        | Role::Auditor => {
            let start = start::gather(&app, &actor, &ui).await?;
            page(&HomeStart { ui, start })
        }
    }
}

#[derive(Template)]
#[template(path = "home/templates/today.html")]
struct HomeToday {
    ui: Ui,
    waiting: Vec<ShownCase>,
    /// Whether it is overdue, and the step.
    steps: Vec<(bool, DueStep)>,
    documents: Vec<(EndingDocument, String, bool)>,
    deadlines: Vec<(Upcoming, &'static str)>,
    own: u64,
    unassigned: u64,
    substituted: u64,
}

async fn today(app: &App, actor: &Actor, ui: Ui) -> Result<Response> {
    let (files, lists) = tokio::try_join!(files(app, actor), lists(app, actor))?;
    let today = app.clock.today();
    let deadlines = entitlements::deadlines(&files, today, LIST_DAYS)?;
    // A deadline of the same case and day tells the end of the paper already.
    let is_told = |case, day| {
        let mut deadlines = deadlines.iter();
        deadlines.any(|one| one.case == case && one.deadline.on == day)
    };
    let until = today.saturating_add(Span::new().days(DOCUMENT_DAYS));
    let documents = store::documents(&files, until, SHOWN as usize, is_told)?;
    let steps = lists.steps.into_iter();
    let [own, unassigned, substituted] = lists.counts;
    page(&HomeToday {
        waiting: shown(&ui, app, lists.waiting),
        steps: steps.map(|step| (step.due.on < today, step)).collect(),
        documents: told(&ui, documents, today),
        deadlines: deadlines.into_iter().map(with_kind).collect(),
        own,
        unassigned,
        substituted,
        ui,
    })
}

/// Read beside [`lists`]: each takes half of the time.
async fn files(app: &App, actor: &Actor) -> Result<Vec<OpenFile>> {
    let mut tx = app.db.read().await?;
    entitlements::open_files(&mut tx, app, actor).await
}

struct Lists {
    waiting: Vec<CaseLine>,
    steps: Vec<DueStep>,
    /// Own cases, nobody's, and those of colleagues who are away.
    counts: [u64; 3],
}

async fn lists(app: &App, actor: &Actor) -> Result<Lists> {
    let mut tx = app.db.read().await?;
    let reader = reader(app, actor)?;
    let keys = app.keys.site(&mut tx, reader.site).await?;
    let longest = longest_waiting(actor.role);
    let span = (0, SHOWN.into());
    let until = reader.today.saturating_add(Span::new().days(STEP_DAYS));
    Ok(Lists {
        waiting: lists::store::page(&mut tx, &keys, reader, &longest, span).await?,
        steps: store::steps(&mut tx, &keys, reader, until, SHOWN).await?,
        counts: store::counts(&mut tx, reader, &longest).await?,
    })
}

fn longest_waiting(role: Role) -> Filter {
    Filter {
        sort: Sort::Waiting,
        descending: false,
        ..Filter::read(&Wishes::default(), role)
    }
}

fn with_kind(one: Upcoming) -> (Upcoming, &'static str) {
    let kind = entitlements::kind_key(one.deadline.kind);
    (one, kind)
}

fn told(
    ui: &Ui,
    documents: Vec<EndingDocument>,
    today: Date,
) -> Vec<(EndingDocument, String, bool)> {
    let told = |one: EndingDocument| {
        let label = statuses::label(ui, &one.status);
        let ended = one.due.on < today;
        (one, label, ended)
    };
    documents.into_iter().map(told).collect()
}

#[derive(Template)]
#[template(path = "home/templates/team.html")]
struct HomeTeam {
    ui: Ui,
    load: Vec<Workload>,
    waiting_days: i64,
}

async fn team(app: &App, actor: &Actor, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let reader = reader(app, actor)?;
    let since = reader.today.saturating_sub(Span::new().days(WAITING_DAYS));
    let load = store::workload(&mut tx, reader, since).await?;
    page(&HomeTeam {
        ui,
        load,
        waiting_days: WAITING_DAYS,
    })
}

/// For roles whose work lies in other rooms: what these say, and the way there.
#[derive(Template)]
#[template(path = "home/templates/start.html")]
struct HomeStart {
    ui: Ui,
    start: Start,
}
