use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{Act, Actor, App, Error, Form, Path, Result, Role, Routes, page_as, see_other_with};
use serde_json::json;

use super::outcome::OutcomeInput;
use super::{Outcome, OutcomeId, OutcomeKind, store};
use crate::cases::{self, Case, CaseId};
use crate::link::CaseLink;

const ADD: Act = Act::new("outcome.add", &[Role::CaseManager]);
const WITHDRAW: Act = Act::new("outcome.withdraw", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .post("/cases/{id}/outcomes", ADD, create)
        .delete("/cases/{id}/outcomes/{outcome}", WITHDRAW, withdraw)
}

#[derive(Template)]
#[template(path = "outcomes/templates/_panel.html")]
struct OutcomePanel<'a> {
    ui: &'a Ui,
    case: CaseId,
    outcomes: &'a [Outcome],
    kinds: Vec<Choice>,
    today: Date,
    may_edit: bool,
}

/// What was attained in a case as a part of its page; more may come after the case is closed.
pub fn panel(
    ui: &Ui,
    actor: &Actor,
    case: &Case,
    outcomes: &[Outcome],
    today: Date,
) -> Result<String> {
    let panel = OutcomePanel {
        ui,
        case: case.id,
        outcomes,
        kinds: OutcomeKind::choices(ui, None),
        today,
        may_edit: ADD.is_open_to(actor.role),
    };
    Ok(panel.render()?)
}

#[derive(Template)]
#[template(path = "outcomes/templates/new.html")]
struct OutcomeNew {
    ui: Ui,
    case: CaseLink,
    kinds: Vec<Choice>,
    input: OutcomeInput,
    errors: FieldErrors,
}

async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Form(input): Form<OutcomeInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let outcome = match input.read(case.opened_on, bounds) {
        Ok(outcome) => outcome,
        Err(errors) => {
            let again = OutcomeNew {
                kinds: OutcomeKind::choices(&ui, OutcomeKind::parse(&input.kind)),
                ui,
                case: CaseLink::to(&case),
                input,
                errors,
            };
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    store::save(&mut tx, &case, &outcome).await?;
    let facts = json!({"kind": outcome.kind.code(), "on": outcome.on});
    let entry = Entry::new(ADD, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#outcomes"), "outcome-added")
}

async fn withdraw(
    State(app): State<App>,
    actor: Actor,
    Path((id, outcome)): Path<(CaseId, OutcomeId)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let outcome = store::get(&mut tx, &case, outcome)
        .await?
        .ok_or(Error::NotFound)?;
    store::save_withdrawal(&mut tx, &case, &outcome).await?;
    let facts = json!({"kind": outcome.kind.code(), "on": outcome.on});
    let entry = Entry::new(WITHDRAW, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}#outcomes"), "outcome-withdrawn")
}
