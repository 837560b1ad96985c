use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Result, Role, Routes, page, page_as, said, see_other_with,
};
use serde_json::json;

use super::SHOW;
use crate::cases::{self, Case, CaseId};
use crate::link::CaseLink;
use crate::plans::input::{ResultInput, StepInput};
use crate::plans::{Barrier, GoalId, Responsible, Step, StepId, StepResult, store};

const ADD: Act = Act::new("step.add", &[Role::CaseManager]);
const CHANGE: Act = Act::new("step.change", &[Role::CaseManager]);
const END: Act = Act::new("step.end", &[Role::CaseManager]);
const REOPEN: Act = Act::new("step.reopen", &[Role::CaseManager]);

pub(super) fn routes() -> Routes {
    Routes::new()
        .post("/cases/{id}/goals/{goal}/steps", ADD, create)
        .get("/cases/{id}/steps/{step}", CHANGE, edit)
        .post("/cases/{id}/steps/{step}", CHANGE, change)
        .get("/cases/{id}/steps/{step}/result", END, ask_result)
        .post("/cases/{id}/steps/{step}/result", END, end)
        .delete("/cases/{id}/steps/{step}/result", REOPEN, reopen)
}

#[derive(Template)]
#[template(path = "plans/templates/step.html")]
struct StepEdit {
    ui: Ui,
    case: CaseLink,
    /// Where the form goes.
    action: String,
    input: StepInput,
    bodies: Vec<Choice>,
    errors: FieldErrors,
}

impl StepEdit {
    fn new(ui: Ui, case: &Case, action: String, input: StepInput, errors: FieldErrors) -> Self {
        StepEdit {
            bodies: Responsible::choices(&ui, Responsible::parse(&input.responsible)),
            ui,
            case: CaseLink::to(case),
            action,
            input,
            errors,
        }
    }
}

async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, goal)): Path<(CaseId, GoalId)>,
    Form(input): Form<StepInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    store::get_goal(&mut tx, &case, goal)
        .await?
        .ok_or(Error::NotFound)?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let draft = match input.read(bounds) {
        Ok(draft) => draft,
        Err(errors) => {
            let action = format!("/cases/{id}/goals/{goal}/steps");
            let again = StepEdit::new(ui, &case, action, input, errors);
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    let step = draft.towards(goal);
    store::save_step(&mut tx, &case, &step).await?;
    let facts =
        json!({"step": step.id, "responsible": step.responsible.code(), "due": step.due_on});
    let entry = Entry::new(ADD, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#goal-{goal}"), "step-added")
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, step)): Path<(CaseId, StepId)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let found = store::get_step(&mut tx, &case, step).await?;
    let input = StepInput::of(&found.ok_or(Error::NotFound)?);
    let entry = Entry::new(SHOW, "case", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let action = format!("/cases/{id}/steps/{step}");
    page(&StepEdit::new(
        ui,
        &case,
        action,
        input,
        FieldErrors::none(),
    ))
}

async fn change(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, step)): Path<(CaseId, StepId)>,
    Form(mut input): Form<StepInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let before = store::get_step(&mut tx, &case, step)
        .await?
        .ok_or(Error::NotFound)?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let read = match input.version {
        Some(version) if version == before.version => input.read(bounds),
        _ => Err(FieldErrors::overtaken(before.told(&ui))),
    };
    let draft = match read {
        Ok(draft) => draft,
        Err(errors) => {
            input.version = Some(before.version);
            let (status, action) = (errors.status(), format!("/cases/{id}/steps/{step}"));
            let again = StepEdit::new(ui, &case, action, input, errors);
            return page_as(status, &again);
        }
    };
    let after = draft.over(&before, input.version);
    if !store::save_step_change(&mut tx, &case, &after).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    let facts = json!({"step": step, "responsible": after.responsible.code(), "due": after.due_on});
    let entry = Entry::new(CHANGE, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#goal-{}", after.goal), "step-changed")
}

#[derive(Template)]
#[template(path = "plans/templates/step_result.html")]
struct StepResultNew {
    ui: Ui,
    case: CaseLink,
    step: Step,
    results: Vec<Choice>,
    barriers: Vec<Choice>,
    input: ResultInput,
    errors: FieldErrors,
}

impl StepResultNew {
    fn new(ui: Ui, case: &Case, step: Step, input: ResultInput, errors: FieldErrors) -> Self {
        StepResultNew {
            results: StepResult::choices(&ui, StepResult::parse(&input.result)),
            barriers: Barrier::choices(&ui, Barrier::parse(&input.barrier)),
            ui,
            case: CaseLink::to(case),
            step,
            input,
            errors,
        }
    }
}

async fn ask_result(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, step)): Path<(CaseId, StepId)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let step = store::get_step(&mut tx, &case, step)
        .await?
        .ok_or(Error::NotFound)?;
    let entry = Entry::new(SHOW, "case", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let input = ResultInput {
        result_on: app.clock.today().to_string(),
        version: Some(step.version),
        ..ResultInput::default()
    };
    page(&StepResultNew::new(
        ui,
        &case,
        step,
        input,
        FieldErrors::none(),
    ))
}

async fn end(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, step)): Path<(CaseId, StepId)>,
    Form(mut input): Form<ResultInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let before = store::get_step(&mut tx, &case, step)
        .await?
        .ok_or(Error::NotFound)?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let read = match input.version {
        Some(version) if version == before.version => input.step(bounds),
        _ => Err(FieldErrors::overtaken(before.told(&ui))),
    };
    let outcome = match read {
        Ok(outcome) => outcome,
        Err(errors) => {
            input.version = Some(before.version);
            let status = errors.status();
            let again = StepResultNew::new(ui, &case, before, input, errors);
            return page_as(status, &again);
        }
    };
    let after = before.with_end(Some(outcome), input.version);
    if !store::save_step_change(&mut tx, &case, &after).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    let facts = json!({
        "step": step, "result": outcome.result().code(), "on": outcome.on(),
        "barrier": outcome.barrier().map(Barrier::code),
    });
    let entry = Entry::new(END, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#goal-{}", after.goal), "step-ended")
}

async fn reopen(
    State(app): State<App>,
    actor: Actor,
    Path((id, step)): Path<(CaseId, StepId)>,
    Form(input): Form<ResultInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let before = store::get_step(&mut tx, &case, step)
        .await?
        .ok_or(Error::NotFound)?;
    let after = before.with_end(None, input.version);
    if !store::save_step_change(&mut tx, &case, &after).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    let entry = Entry::new(REOPEN, "case", id.0).with(json!({"step": step}));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#goal-{}", after.goal), "step-reopened")
}
