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

use super::{DeletionReason, store};
use crate::cases::{self, Case, CaseId, CaseNumber};
use crate::fields;

pub(crate) const DELETE: Act = Act::new("person.delete", &[Role::TeamLead]);

pub(crate) fn routes() -> Routes {
    Routes::new().get("/cases/{id}/deletion", DELETE, new).post(
        "/cases/{id}/deletion",
        DELETE,
        delete,
    )
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct DeletionForm {
    reason: String,
    /// The number of the case, typed once more.
    number: String,
}

impl DeletionForm {
    fn read(&self, case: &Case) -> std::result::Result<DeletionReason, FieldErrors> {
        let mut errors = FieldErrors::none();
        let reason = fields::chosen(&mut errors, "reason", &self.reason, DeletionReason::parse);
        if self.number.trim() != case.number.as_str() {
            errors.add("number", "deletion-number-differs");
        }
        match reason {
            Some(reason) => errors.or_ok(reason),
            None => Err(errors),
        }
    }
}

#[derive(Template)]
#[template(path = "deletions/templates/new.html")]
struct PersonDeletion {
    ui: Ui,
    case: CaseId,
    number: CaseNumber,
    back: String,
    form: DeletionForm,
    reasons: Vec<Choice>,
    errors: FieldErrors,
}

fn asking(ui: Ui, case: &Case, form: DeletionForm, errors: FieldErrors) -> PersonDeletion {
    PersonDeletion {
        reasons: DeletionReason::choices(&ui, DeletionReason::parse(&form.reason)),
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
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    let (_, is_open) = store::cases_of(&mut tx, &case).await?;
    must_be_over(is_open)?;
    page(&asking(
        ui,
        &case,
        DeletionForm::default(),
        FieldErrors::none(),
    ))
}

async fn delete(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Form(form): Form<DeletionForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    let (ids, is_open) = store::cases_of(&mut tx, &case).await?;
    must_be_over(is_open)?;
    let reason = match form.read(&case) {
        Ok(reason) => reason,
        Err(errors) => {
            let again = asking(ui, &case, form, errors);
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    store::delete(&mut tx, &case, &ids).await?;
    let facts = json!({ "reason": reason.code(), "cases": ids.len() });
    let entry = Entry::new(DELETE, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/cases", "person-deletion-done")
}

fn must_be_over(is_open: bool) -> Result<()> {
    if is_open {
        return Err(Error::Conflict(said("deletion-case-open")));
    }
    Ok(())
}
