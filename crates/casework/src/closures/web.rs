use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Result, Role, Routes, page, page_as, said, see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::{Closure, check_closure, stage_before, store};
use crate::cases::{self, Case, CaseId, CaseNumber};
use crate::codes::{ClosureOutcome, ClosureReason};
use crate::duplicates;
use crate::fields::{self, Bounds};

const CLOSE: Act = Act::new("case.close", &[Role::CaseManager]);
const REOPEN: Act = Act::new("case.reopen", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/closure", CLOSE, new)
        .post("/cases/{id}/closure", CLOSE, close)
        .delete("/cases/{id}/closure", REOPEN, reopen)
}

#[derive(Clone, Deserialize)]
#[serde(default)]
struct ClosureForm {
    closed_on: String,
    reason: String,
    outcome: String,
    version: i64,
}

impl Default for ClosureForm {
    fn default() -> Self {
        ClosureForm {
            closed_on: String::new(),
            reason: String::new(),
            outcome: String::new(),
            version: -1,
        }
    }
}

impl ClosureForm {
    fn read(&self, opened_on: Date, bounds: Bounds) -> std::result::Result<Closure, FieldErrors> {
        let mut errors = FieldErrors::none();
        let day = fields::work_day(&mut errors, "closed_on", &self.closed_on, bounds);
        if day.is_none() {
            errors.add("closed_on", "field-required");
        }
        let reason = fields::chosen(&mut errors, "reason", &self.reason, ClosureReason::parse);
        let outcome = fields::chosen(&mut errors, "outcome", &self.outcome, ClosureOutcome::parse);
        let (Some(closed_on), Some(reason), Some(outcome)) = (day, reason, outcome) else {
            return Err(errors);
        };
        check_closure(&mut errors, opened_on, closed_on, bounds.today);
        errors.or_ok(Closure {
            closed_on,
            reason,
            outcome,
        })
    }
}

#[derive(Template)]
#[template(path = "closures/templates/new.html")]
struct CaseClosure {
    ui: Ui,
    case: CaseId,
    number: CaseNumber,
    back: String,
    form: ClosureForm,
    reasons: Vec<Choice>,
    outcomes: Vec<Choice>,
    errors: FieldErrors,
}

fn closing(ui: Ui, case: &Case, form: ClosureForm, errors: FieldErrors) -> CaseClosure {
    CaseClosure {
        reasons: ClosureReason::choices(&ui, ClosureReason::parse(&form.reason)),
        outcomes: ClosureOutcome::choices(&ui, ClosureOutcome::parse(&form.outcome)),
        ui,
        case: case.id,
        number: case.number.clone(),
        back: format!("/cases/{}", case.id),
        form,
        errors,
    }
}

async fn new(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let form = ClosureForm {
        closed_on: app.clock.today().to_string(),
        version: case.version,
        ..ClosureForm::default()
    };
    page(&closing(ui, &case, form, FieldErrors::none()))
}

async fn close(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Form(mut form): Form<ClosureForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let read = if form.version == case.version {
        form.read(case.begun_on(), bounds)
    } else {
        form.version = case.version;
        Err(FieldErrors::overtaken(case.told(&ui)))
    };
    let closure = match read {
        Ok(closure) => closure,
        Err(errors) => {
            let status = errors.status();
            let again = closing(ui, &case, form, errors);
            return page_as(status, &again);
        }
    };
    store::save_closure(&mut tx, &case, closure).await?;
    let entry = Entry::new(CLOSE, "case", id.0).with(json!({
        "on": closure.closed_on,
        "reason": closure.reason.code(),
        "outcome": closure.outcome.code(),
    }));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}"), "case-closed")
}

async fn reopen(State(app): State<App>, actor: Actor, Path(id): Path<CaseId>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    if case.is_open() {
        return Err(Error::Conflict(said("case-is-open")));
    }
    if duplicates::running(&mut tx, case.site, case.person).await? {
        return Err(Error::Conflict(said("case-runs-elsewhere")));
    }
    let course = cases::store::course(&mut tx, &case).await?;
    let stage = stage_before(&course);
    store::save_reopening(&mut tx, &case, stage, app.clock.today()).await?;
    let entry = Entry::new(REOPEN, "case", id.0).with(json!({"stage": stage.code()}));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}"), "case-reopened")
}
