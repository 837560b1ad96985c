use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Result, Role, Routes, page, page_as, see_other_with,
};
use serde_json::json;

use super::{NewStatus, StatusEntry, StatusForm, StatusId, choices, label, store};
use crate::cases::{self, Case, CaseId, CaseNumber, Editable};
use crate::codes::PartialDate;

const ADD: Act = Act::new("status.add", &[Role::CaseManager]);
const CORRECT: Act = Act::new("status.correct", &[Role::CaseManager]);
const REMOVE: Act = Act::new("status.remove", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/statuses/new", ADD, new)
        .post("/cases/{id}/statuses", ADD, create)
        .get("/cases/{id}/statuses/{status}", CORRECT, edit)
        .post("/cases/{id}/statuses/{status}", CORRECT, correct)
        .delete("/cases/{id}/statuses/{status}", REMOVE, remove)
}

#[derive(Template)]
#[template(path = "statuses/templates/_panel.html")]
struct StatusPanel<'a> {
    ui: &'a Ui,
    case: &'a Case,
    rows: Vec<ShownStatus<'a>>,
    may_edit: bool,
}

struct ShownStatus<'a> {
    entry: &'a StatusEntry,
    label: String,
    para: String,
    period: String,
    current: bool,
    /// The document ends within two months.
    expiring: bool,
    ended: bool,
}

/// The statuses of a person as a part of the case page, newest first.
pub fn panel(
    ui: &Ui,
    actor: &Actor,
    case: &Case,
    history: &[StatusEntry],
    today: Date,
) -> Result<String> {
    let current = super::current(history, today).map(|entry| entry.id);
    let shown = |(at, entry)| shown(ui, entry, history.get(at + 1), current, today);
    let panel = StatusPanel {
        ui,
        case,
        rows: history.iter().enumerate().rev().map(shown).collect(),
        may_edit: ADD.is_open_to(actor.role),
    };
    Ok(panel.render()?)
}

fn shown<'a>(
    ui: &Ui,
    entry: &'a StatusEntry,
    next: Option<&StatusEntry>,
    current: Option<StatusId>,
    today: Date,
) -> ShownStatus<'a> {
    let status = &entry.status;
    let current = current == Some(entry.id);
    let soon = today.saturating_add(jiff::Span::new().days(60));
    ShownStatus {
        label: label(ui, &status.code),
        para: law::status::find(status.code.as_str())
            .map_or(String::new(), |status| status.para.clone()),
        period: period(ui, status, next.and_then(|next| next.status.from_on)),
        current,
        expiring: current
            && status
                .document_expires_on
                .is_some_and(|day| day >= today && day <= soon),
        ended: current && status.document_expires_on.is_some_and(|day| day < today),
        entry,
    }
}

/// `seit 01.05.2022`, or from when to when it held.
fn period(ui: &Ui, status: &NewStatus, next: Option<PartialDate>) -> String {
    let from = status.from_on;
    let said = from.map_or_else(|| ui.t("status-since-unknown"), |day| day.said(ui));
    let before = next.and_then(|next| next.day()?.yesterday().ok());
    let before = before.filter(|day| from.is_none_or(|from| from.earliest() <= *day));
    let until = status.last_day().or(before).map(|day| ui.day(day));
    match until.or_else(|| next.map(|next| next.said(ui))) {
        Some(until) => format!("{said} – {until}"),
        None => format!("{} {said}", ui.t("since")),
    }
}

#[derive(Template)]
#[template(path = "statuses/templates/edit.html")]
struct StatusEdit {
    ui: Ui,
    case: CaseId,
    number: CaseNumber,
    back: String,
    /// None: a new one.
    entry: Option<StatusId>,
    form: StatusForm,
    codes: Vec<Choice>,
    errors: FieldErrors,
}

impl StatusEdit {
    fn new(ui: Ui, case: &Case, entry: Option<StatusId>, form: StatusForm) -> StatusEdit {
        StatusEdit {
            codes: choices(&ui, &form.code),
            ui,
            case: case.id,
            back: format!("/cases/{}", case.id),
            number: case.number.clone(),
            entry,
            form,
            errors: FieldErrors::none(),
        }
    }

    fn refused(self, errors: FieldErrors) -> Result<Response> {
        page_as(errors.status(), &StatusEdit { errors, ..self })
    }
}

async fn new(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    page(&StatusEdit::new(ui, &case, None, StatusForm::default()))
}

async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Form(form): Form<StatusForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let status = match form.read(bounds) {
        Ok(status) => status,
        Err(errors) => return StatusEdit::new(ui, &case, None, form).refused(errors),
    };
    let now = app.clock.now();
    store::add(&mut tx, &case, &status, now).await?;
    store::refresh(&mut tx, &case, app.clock.today()).await?;
    audit::record(&mut tx, &actor, now, entry(ADD, &case, &status)).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#statuses"), "status-saved")
}

fn entry(act: Act, case: &Editable<Case>, status: &NewStatus) -> Entry {
    Entry::new(act, "case", case.id.0).with(json!({
        "code": status.code.as_str(),
        "from": status.from_on.map(|day| day.to_string()),
        "document_expires_on": status.document_expires_on,
    }))
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, status)): Path<(CaseId, StatusId)>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    let history = case.statuses(&mut tx).await?;
    let entry = history.into_iter().find(|entry| entry.id == status);
    let entry = entry.ok_or(Error::NotFound)?;
    let form = StatusForm::of(&entry, &ui);
    page(&StatusEdit::new(ui, &case, Some(status), form))
}

async fn correct(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, status)): Path<(CaseId, StatusId)>,
    Form(mut form): Form<StatusForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let history = case.statuses(&mut tx).await?;
    let held = history
        .iter()
        .find(|entry| entry.id == status)
        .ok_or(Error::NotFound)?;
    if held.recorded_at.as_millisecond() != form.recorded_at {
        form.recorded_at = held.recorded_at.as_millisecond();
        let errors = FieldErrors::overtaken(told(&ui, held));
        return StatusEdit::new(ui, &case, Some(status), form).refused(errors);
    }
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let corrected = match form.read(bounds) {
        Ok(corrected) => corrected,
        Err(errors) => return StatusEdit::new(ui, &case, Some(status), form).refused(errors),
    };
    let now = app.clock.now();
    store::correct(&mut tx, &case, status, &corrected, now).await?;
    store::refresh(&mut tx, &case, app.clock.today()).await?;
    audit::record(&mut tx, &actor, now, entry(CORRECT, &case, &corrected)).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#statuses"), "status-saved")
}

/// A status in words, for a form that somebody else was faster with.
fn told(ui: &Ui, entry: &StatusEntry) -> Vec<(&'static str, String)> {
    let form = StatusForm::of(entry, ui);
    let status = &entry.status;
    vec![
        ("case-status", label(ui, &status.code)),
        ("status-from", form.from_on),
        ("status-last", ui.opt_day(status.last_day())),
        (
            "status-document-expires-on",
            ui.opt_day(status.document_expires_on),
        ),
        ("status-authority", form.authority),
        ("status-side-conditions", form.side_conditions),
    ]
}

async fn remove(
    State(app): State<App>,
    actor: Actor,
    Path((id, status)): Path<(CaseId, StatusId)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let history = case.statuses(&mut tx).await?;
    let held = history
        .iter()
        .find(|entry| entry.id == status)
        .ok_or(Error::NotFound)?;
    store::remove(&mut tx, &case, status).await?;
    store::refresh(&mut tx, &case, app.clock.today()).await?;
    let line = entry(REMOVE, &case, &held.status);
    audit::record(&mut tx, &actor, app.clock.now(), line).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#statuses"), "status-removed")
}
