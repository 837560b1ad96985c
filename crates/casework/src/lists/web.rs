use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{self, Choice, FieldErrors, Order, Page, SortLink, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Query, Result, Role, Routes, accounts, page, page_as,
    see_other_with,
};
use serde::Deserialize;

use super::store::{self, CaseLine, Reader, SavedView};
use super::{Filter, Sort, ViewId, Whose, Wishes};
use crate::codes::{Domain, Stage};
use crate::statuses;

pub const LIST: Act = Act::new("case.list", &[Role::CaseManager, Role::TeamLead]);
const SEARCH: Act = Act::new("case.search", &[Role::CaseManager]);
const KEEP: Act = Act::new("view.save", &[Role::CaseManager, Role::TeamLead]);
const DROP: Act = Act::new("view.remove", &[Role::CaseManager, Role::TeamLead]);

const PAGE: u64 = 50;
const COUNTED: u64 = 1_000;
const FOUND: u32 = 100;

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases", LIST, index)
        .get("/cases/search", SEARCH, ask)
        .post("/cases/search", SEARCH, search)
        .post("/cases/views", KEEP, keep)
        .delete("/cases/views/{id}", DROP, drop_view)
}

/// One row, ready to show.
pub struct ShownCase {
    pub line: CaseLine,
    pub status: String,
    pub waiting: Option<i64>,
}

#[derive(Template)]
#[template(path = "lists/templates/index.html")]
struct CaseIndex {
    ui: Ui,
    rows: Vec<ShownCase>,
    page: Page,
    heads: Vec<SortLink>,
    fields: Fields,
    calm: FieldErrors,
    /// Of the view to be kept.
    view_name: String,
    errors: FieldErrors,
    waiting: String,
    views: Vec<SavedView>,
    address: String,
    named: bool,
    /// Not where all cases are the reader's own.
    with_worker: bool,
    may_open: bool,
}

/// The choices of the filter bar.
struct Fields {
    whose: Vec<Choice>,
    stage: Vec<Choice>,
    status: Vec<Choice>,
    domain: Vec<Choice>,
    worker: Vec<Choice>,
}

async fn index(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    RawQuery(raw): RawQuery,
    Query(wishes): Query<Wishes>,
) -> Result<Response> {
    let query = ui::Query::parse(&raw.unwrap_or_default());
    page(&listed(&app, &actor, ui, &query, wishes).await?)
}

async fn listed(
    app: &App,
    actor: &Actor,
    ui: Ui,
    query: &ui::Query,
    wishes: Wishes,
) -> Result<CaseIndex> {
    let filter = Filter::read(&wishes, actor.role);
    let mut tx = app.db.read().await?;
    let reader = reader(app, actor)?;
    let keys = app.keys.site(&mut tx, reader.site).await?;
    let counted = store::count(&mut tx, reader, &filter, COUNTED + 1).await?;
    let paging = Page::of(query, PAGE).counted(counted.min(COUNTED), counted > COUNTED);
    let span = (paging.offset(), PAGE);
    let lines = store::page(&mut tx, &keys, reader, &filter, span).await?;
    let workers = accounts::store::holders(&mut tx, reader.site, Role::CaseManager).await?;
    Ok(CaseIndex {
        rows: shown(&ui, app, lines),
        heads: heads(query, actor.role),
        with_worker: filter.whose != Whose::Own,
        fields: fields(&ui, &filter, &workers),
        views: store::views(&mut tx, reader).await?,
        ui,
        page: paging,
        calm: FieldErrors::none(),
        view_name: String::new(),
        errors: FieldErrors::none(),
        waiting: wishes.waiting,
        address: filter.address(),
        named: actor.role == Role::CaseManager,
        may_open: actor.role == Role::CaseManager,
    })
}

pub(crate) fn reader<'a>(app: &App, actor: &'a Actor) -> Result<Reader<'a>> {
    Ok(Reader {
        actor,
        site: actor.own_site()?,
        today: app.clock.today(),
    })
}

pub(crate) fn shown(ui: &Ui, app: &App, lines: Vec<CaseLine>) -> Vec<ShownCase> {
    let today = app.clock.today();
    let shown = |line: CaseLine| ShownCase {
        status: line
            .status
            .as_ref()
            .map_or_else(|| "–".to_owned(), |code| statuses::label(ui, code)),
        waiting: line
            .waiting_since
            .map(|since| (today - since).get_days().into()),
        line,
    };
    lines.into_iter().map(shown).collect()
}

fn heads(query: &ui::Query, role: Role) -> Vec<SortLink> {
    let first = if role == Role::CaseManager {
        "case-name-number"
    } else {
        "case-number"
    };
    vec![
        SortLink::new(query, Sort::Number.code(), first),
        SortLink::first(
            query,
            Sort::Opened.code(),
            "case-opened-on",
            Order::Descending,
        ),
        SortLink::new(query, Sort::Contact.code(), "case-last-contact"),
        SortLink::new(query, Sort::Waiting.code(), "case-waiting-days").numeric(),
    ]
}

fn fields(ui: &Ui, filter: &Filter, workers: &[accounts::Account]) -> Fields {
    let worker = |account: &accounts::Account| {
        Choice::new(account.id.to_string(), account.name.clone())
            .chosen_if(filter.worker == Some(account.id))
    };
    Fields {
        whose: Whose::choices(ui, Some(filter.whose)),
        stage: stages(ui, filter),
        status: statuses::filter_choices(ui, filter.status_code()),
        domain: Domain::choices(ui, filter.domain),
        worker: workers.iter().map(worker).collect(),
    }
}

fn stages(ui: &Ui, filter: &Filter) -> Vec<Choice> {
    use super::StageFilter;
    let chosen = match filter.stage {
        StageFilter::One(stage) => Some(stage),
        StageFilter::Open | StageFilter::Any => None,
    };
    let mut choices = vec![
        Choice::new("any", ui.t("case-stage-any")).chosen_if(filter.stage == StageFilter::Any),
    ];
    choices.extend(Stage::choices(ui, chosen));
    choices
}

#[derive(Template)]
#[template(path = "lists/templates/search.html")]
struct CaseSearch {
    ui: Ui,
    text: String,
    errors: FieldErrors,
    /// None before the first search.
    rows: Option<Vec<ShownCase>>,
    full: bool,
}

async fn ask(ui: Ui) -> Result<Response> {
    page(&CaseSearch {
        ui,
        text: String::new(),
        errors: FieldErrors::none(),
        rows: None,
        full: false,
    })
}

#[derive(Deserialize)]
struct SearchForm {
    #[serde(default)]
    text: String,
}

/// Answers the form itself, so that no name gets into an address.
async fn search(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<SearchForm>,
) -> Result<Response> {
    let text = form.text.trim().to_owned();
    if text.is_empty() || text.chars().count() > 100 {
        let again = CaseSearch {
            ui,
            text,
            errors: FieldErrors::one("text", "case-search-needed"),
            rows: None,
            full: false,
        };
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
    }
    let mut tx = app.db.read().await?;
    let reader = reader(&app, &actor)?;
    let keys = app.keys.site(&mut tx, reader.site).await?;
    let found = store::search(&mut tx, &keys, reader, &text, FOUND).await?;
    let full = found.len() == FOUND as usize;
    let rows = Some(shown(&ui, &app, found));
    page(&CaseSearch {
        ui,
        text,
        errors: FieldErrors::none(),
        rows,
        full,
    })
}

#[derive(Deserialize)]
struct ViewForm {
    #[serde(default)]
    name: String,
}

/// The list to keep stands in the address, as it does on the list itself.
async fn keep(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    RawQuery(raw): RawQuery,
    Query(wishes): Query<Wishes>,
    Form(form): Form<ViewForm>,
) -> Result<Response> {
    let name = form.name.trim();
    if name.is_empty() || name.chars().count() > 60 {
        let query = ui::Query::parse(&raw.unwrap_or_default());
        let again = CaseIndex {
            errors: FieldErrors::one("name", "view-name-needed"),
            view_name: form.name,
            ..listed(&app, &actor, ui, &query, wishes).await?
        };
        return page_as(again.errors.status(), &again);
    }
    let view = SavedView {
        id: ViewId::new(),
        name: name.to_owned(),
        query: Filter::read(&wishes, actor.role).address(),
    };
    let mut tx = app.db.write().await?;
    store::save_view(&mut tx, reader(&app, &actor)?, &view).await?;
    let entry = Entry::new(KEEP, "view", view.id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases?{}", view.query), "view-saved")
}

async fn drop_view(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<ViewId>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if !store::remove_view(&mut tx, reader(&app, &actor)?, id).await? {
        return Err(Error::NotFound);
    }
    let entry = Entry::new(DROP, "view", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/cases", "view-removed")
}
