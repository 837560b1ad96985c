use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Result, Role, Routes, page, page_as, said, see_other_with,
};
use serde_json::json;

use super::input::{GoalInput, ResultInput};
use super::{Barrier, Goal, GoalId, GoalResult, Responsible, store};
use crate::cases::{self, Case, CaseId};
use crate::codes::Domain;
use crate::link::CaseLink;

mod steps;

const SHOW: Act = Act::new("plan.show", &[Role::CaseManager, Role::TeamLead]);
const SET: Act = Act::new("goal.set", &[Role::CaseManager]);
const CHANGE: Act = Act::new("goal.change", &[Role::CaseManager]);
const END: Act = Act::new("goal.end", &[Role::CaseManager]);
const REOPEN: Act = Act::new("goal.reopen", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/plan", SHOW, show)
        .get("/cases/{id}/goals/new", SET, new)
        .post("/cases/{id}/goals", SET, create)
        .get("/cases/{id}/goals/{goal}", CHANGE, edit)
        .post("/cases/{id}/goals/{goal}", CHANGE, change)
        .get("/cases/{id}/goals/{goal}/result", END, ask_result)
        .post("/cases/{id}/goals/{goal}/result", END, end)
        .delete("/cases/{id}/goals/{goal}/result", REOPEN, reopen)
        .merge(steps::routes())
}

#[derive(Template)]
#[template(path = "plans/templates/_panel.html")]
struct PlanPanel<'a> {
    ui: &'a Ui,
    case: CaseId,
    open: Vec<&'a Goal>,
    ended: Vec<&'a Goal>,
    bodies: Vec<Choice>,
    barriers: Vec<Choice>,
    today: Date,
    may_edit: bool,
}

/// The plan of a case as a part of its page.
pub fn panel(ui: &Ui, actor: &Actor, case: &Case, goals: &[Goal], today: Date) -> Result<String> {
    let (open, ended) = goals.iter().partition(|goal| goal.ended.is_none());
    let panel = PlanPanel {
        ui,
        case: case.id,
        open,
        ended,
        bodies: Responsible::choices(ui, None),
        barriers: Barrier::choices(ui, None),
        today,
        may_edit: case.is_open() && SET.is_open_to(actor.role),
    };
    Ok(panel.render()?)
}

#[derive(Template)]
#[template(path = "plans/templates/show.html")]
struct PlanShow {
    ui: Ui,
    case: CaseLink,
    name: String,
    worker: Option<String>,
    site: String,
    goals: Vec<Goal>,
    today: Date,
}

async fn show(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    let person = case.person(&mut tx).await?;
    let goals = store::of_case(&mut tx, &case).await?;
    let entry = Entry::new(SHOW, "case", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    page(&PlanShow {
        ui,
        case: CaseLink::to(&case),
        name: person.identity.full_name(),
        worker: case.worker_name,
        site: actor.site_name.unwrap_or_default(),
        goals,
        today: app.clock.today(),
    })
}

#[derive(Template)]
#[template(path = "plans/templates/goal.html")]
struct GoalEdit {
    ui: Ui,
    case: CaseLink,
    /// None: a new goal.
    goal: Option<GoalId>,
    input: GoalInput,
    domains: Vec<Choice>,
    errors: FieldErrors,
}

impl GoalEdit {
    fn new(
        ui: Ui,
        case: &Case,
        goal: Option<GoalId>,
        input: GoalInput,
        errors: FieldErrors,
    ) -> GoalEdit {
        GoalEdit {
            domains: Domain::choices(&ui, Domain::parse(&input.domain)),
            ui,
            case: CaseLink::to(case),
            goal,
            input,
            errors,
        }
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
    case.must_be_open()?;
    let input = GoalInput {
        set_on: app.clock.today().to_string(),
        ..GoalInput::default()
    };
    page(&GoalEdit::new(ui, &case, None, input, FieldErrors::none()))
}

async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Form(input): Form<GoalInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let draft = match input.read(bounds) {
        Ok(draft) => draft,
        Err(errors) => {
            let again = GoalEdit::new(ui, &case, None, input, errors);
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    let goal = draft.set();
    store::save_goal(&mut tx, &case, &goal).await?;
    let facts = json!({"goal": goal.id, "domain": goal.domain.code(), "due": goal.due_on});
    let entry = Entry::new(SET, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#goal-{}", goal.id), "goal-set")
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, goal)): Path<(CaseId, GoalId)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let found = store::get_goal(&mut tx, &case, goal).await?;
    let input = GoalInput::of(&found.ok_or(Error::NotFound)?);
    let entry = Entry::new(SHOW, "case", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    page(&GoalEdit::new(
        ui,
        &case,
        Some(goal),
        input,
        FieldErrors::none(),
    ))
}

async fn change(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, goal)): Path<(CaseId, GoalId)>,
    Form(mut input): Form<GoalInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let found = store::get_goal(&mut tx, &case, goal).await?;
    let before = found.ok_or(Error::NotFound)?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let read = match input.version {
        Some(version) if version == before.version => input.read(bounds),
        _ => Err(FieldErrors::overtaken(before.told(&ui))),
    };
    let draft = match read {
        Ok(draft) => draft,
        Err(errors) => {
            input.version = Some(before.version);
            let status = errors.status();
            let again = GoalEdit::new(ui, &case, Some(goal), input, errors);
            return page_as(status, &again);
        }
    };
    let after = draft.over(before, input.version);
    if !store::save_goal_change(&mut tx, &case, &after).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    let facts = json!({"goal": goal, "domain": after.domain.code(), "due": after.due_on});
    let entry = Entry::new(CHANGE, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#goal-{goal}"), "goal-changed")
}

#[derive(Template)]
#[template(path = "plans/templates/goal_result.html")]
struct GoalResultNew {
    ui: Ui,
    case: CaseLink,
    goal: Goal,
    results: Vec<Choice>,
    input: ResultInput,
    errors: FieldErrors,
}

impl GoalResultNew {
    fn new(ui: Ui, case: &Case, goal: Goal, input: ResultInput, errors: FieldErrors) -> Self {
        GoalResultNew {
            results: GoalResult::choices(&ui, GoalResult::parse(&input.result)),
            ui,
            case: CaseLink::to(case),
            goal,
            input,
            errors,
        }
    }
}

async fn ask_result(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, goal)): Path<(CaseId, GoalId)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let goal = store::get_goal(&mut tx, &case, goal)
        .await?
        .ok_or(Error::NotFound)?;
    let entry = Entry::new(SHOW, "case", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let input = ResultInput {
        result_on: app.clock.today().to_string(),
        version: Some(goal.version),
        ..ResultInput::default()
    };
    page(&GoalResultNew::new(
        ui,
        &case,
        goal,
        input,
        FieldErrors::none(),
    ))
}

async fn end(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, goal)): Path<(CaseId, GoalId)>,
    Form(mut input): Form<ResultInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let before = store::get_goal(&mut tx, &case, goal)
        .await?
        .ok_or(Error::NotFound)?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let read = match input.version {
        Some(version) if version == before.version => input.goal(&before, bounds),
        _ => Err(FieldErrors::overtaken(before.told(&ui))),
    };
    let (result, on) = match read {
        Ok(ended) => ended,
        Err(errors) => {
            input.version = Some(before.version);
            let status = errors.status();
            let again = GoalResultNew::new(ui, &case, before, input, errors);
            return page_as(status, &again);
        }
    };
    let after = before.with_end(Some((result, on)), input.version);
    if !store::save_goal_change(&mut tx, &case, &after).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    let facts = json!({"goal": goal, "result": result.code(), "on": on});
    let entry = Entry::new(END, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#plan"), "goal-ended")
}

async fn reopen(
    State(app): State<App>,
    actor: Actor,
    Path((id, goal)): Path<(CaseId, GoalId)>,
    Form(input): Form<ResultInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let before = store::get_goal(&mut tx, &case, goal)
        .await?
        .ok_or(Error::NotFound)?;
    let after = before.with_end(None, input.version);
    if !store::save_goal_change(&mut tx, &case, &after).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    let entry = Entry::new(REOPEN, "case", id.0).with(json!({"goal": goal}));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#goal-{goal}"), "goal-reopened")
}
