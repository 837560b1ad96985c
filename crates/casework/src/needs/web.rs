use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Result, Role, Routes, page, page_as, said, see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::{Need, NeedId, need, store};
use crate::cases::{self, Case, CaseId};
use crate::codes::Domain;
use crate::link::CaseLink;

const ADD: Act = Act::new("need.add", &[Role::CaseManager]);
const MEET: Act = Act::new("need.meet", &[Role::CaseManager]);
const REOPEN: Act = Act::new("need.reopen", &[Role::CaseManager]);
const WITHDRAW: Act = Act::new("need.withdraw", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/needs/new", ADD, new)
        .post("/cases/{id}/needs", ADD, create)
        .post("/cases/{id}/needs/{need}/fulfilment", MEET, meet)
        .delete("/cases/{id}/needs/{need}/fulfilment", REOPEN, reopen)
        .delete("/cases/{id}/needs/{need}", WITHDRAW, withdraw)
}

#[derive(Template)]
#[template(path = "needs/templates/_panel.html")]
struct NeedPanel<'a> {
    ui: &'a Ui,
    case: &'a Case,
    open: Vec<&'a Need>,
    met: Vec<&'a Need>,
    domains: Vec<Choice>,
    may_edit: bool,
}

/// The needs of a case as a part of its page.
pub fn panel(ui: &Ui, actor: &Actor, case: &Case, needs: &[Need]) -> Result<String> {
    let (open, met) = needs.iter().partition(|need| need.met_on.is_none());
    let panel = NeedPanel {
        ui,
        case,
        open,
        met,
        domains: free_domains(ui, needs, &[]),
        may_edit: case.is_open() && ADD.is_open_to(actor.role),
    };
    Ok(panel.render()?)
}

/// The domains without an open need.
fn free_domains(ui: &Ui, needs: &[Need], chosen: &[String]) -> Vec<Choice> {
    let is_open = |domain: Domain| {
        let mut open = needs.iter().filter(|need| need.met_on.is_none());
        open.any(|need| need.domain == domain)
    };
    let free = Domain::ALL.iter().filter(|domain| !is_open(**domain));
    free.map(|domain| {
        Choice::new(domain.code(), ui.t(domain.label_key()))
            .chosen_if(chosen.iter().any(|code| code == domain.code()))
    })
    .collect()
}

#[derive(Template)]
#[template(path = "needs/templates/new.html")]
struct NeedNew {
    ui: Ui,
    case: CaseLink,
    domains: Vec<Choice>,
    since_on: String,
    errors: FieldErrors,
}

async fn new(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let needs = store::of_case(&mut tx, &case).await?;
    page(&NeedNew {
        domains: free_domains(&ui, &needs, &[]),
        ui,
        case: CaseLink::to(&case),
        since_on: app.clock.today().to_string(),
        errors: FieldErrors::none(),
    })
}

#[derive(Deserialize)]
struct NeedsForm {
    #[serde(default)]
    domain: Vec<String>,
    #[serde(default)]
    since_on: String,
}

async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Form(form): Form<NeedsForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let (domains, since_on) = match need::read(&form.domain, &form.since_on, bounds) {
        Ok(read) => read,
        Err(errors) => {
            let needs = store::of_case(&mut tx, &case).await?;
            let again = NeedNew {
                domains: free_domains(&ui, &needs, &form.domain),
                ui,
                case: CaseLink::to(&case),
                since_on: form.since_on,
                errors,
            };
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    for domain in domains {
        let need = Need::new(domain, since_on);
        if store::save(&mut tx, &case, &need).await? {
            let facts = json!({"domain": domain.code(), "since": since_on});
            let entry = Entry::new(ADD, "case", id.0).with(facts);
            audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
        }
    }
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#needs"), "need-added")
}

#[derive(Deserialize)]
struct MetForm {
    #[serde(default)]
    met_on: String,
}

async fn meet(
    State(app): State<App>,
    actor: Actor,
    Path((id, need)): Path<(CaseId, NeedId)>,
    Form(form): Form<MetForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let need = store::get(&mut tx, &case, need)
        .await?
        .ok_or(Error::NotFound)?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let met_on = need
        .meeting_day(&form.met_on, bounds)
        .map_err(Error::Invalid)?;
    store::save_met(&mut tx, &case, &need, Some(met_on)).await?;
    let facts = json!({"domain": need.domain.code(), "met": met_on});
    let entry = Entry::new(MEET, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#needs"), "need-met")
}

async fn reopen(
    State(app): State<App>,
    actor: Actor,
    Path((id, need)): Path<(CaseId, NeedId)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let needs = store::of_case(&mut tx, &case).await?;
    let need = needs
        .iter()
        .find(|held| held.id == need)
        .ok_or(Error::NotFound)?;
    let again = |held: &Need| held.met_on.is_none() && held.domain == need.domain;
    if needs.iter().any(again) {
        return Err(Error::Conflict(said("need-open-already")));
    }
    store::save_met(&mut tx, &case, need, None).await?;
    let entry = Entry::new(REOPEN, "case", id.0).with(json!({"domain": need.domain.code()}));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#needs"), "need-reopened")
}

async fn withdraw(
    State(app): State<App>,
    actor: Actor,
    Path((id, need)): Path<(CaseId, NeedId)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let need = store::get(&mut tx, &case, need)
        .await?
        .ok_or(Error::NotFound)?;
    store::save_withdrawal(&mut tx, &case, &need).await?;
    let facts = json!({"domain": need.domain.code(), "since": need.since_on, "met": need.met_on});
    let entry = Entry::new(WITHDRAW, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#needs"), "need-withdrawn")
}
