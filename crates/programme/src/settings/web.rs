use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Result, Role, Routes, page, page_as, said, see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::{Threshold, store};

const LEAD: &[Role] = &[Role::ProgrammeLead];
pub(crate) const SHOW: Act = Act::new("programme.settings", LEAD);
const CHANGE: Act = Act::new("programme.threshold", LEAD);

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/programme/settings", SHOW, show)
        .post("/programme/settings", CHANGE, change)
}

#[derive(Template)]
#[template(path = "settings/templates/show.html")]
struct SettingsShow {
    ui: Ui,
    form: SettingsForm,
    errors: FieldErrors,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SettingsForm {
    threshold: String,
    /// What was in force when the page was opened.
    before: String,
}

async fn show(State(app): State<App>, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let threshold = store::threshold(&mut tx).await?.get().to_string();
    let form = SettingsForm {
        before: threshold.clone(),
        threshold,
    };
    let errors = FieldErrors::none();
    page(&SettingsShow { ui, form, errors })
}

async fn change(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<SettingsForm>,
) -> Result<Response> {
    let Some(threshold) = Threshold::parse(&form.threshold) else {
        let errors = FieldErrors::one("threshold", "settings-threshold-range");
        let again = SettingsShow { ui, form, errors };
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
    };
    let mut tx = app.db.write().await?;
    let before = store::threshold(&mut tx).await?;
    if before.get().to_string() != form.before {
        return Err(Error::Conflict(said("error-conflict")));
    }
    store::save_threshold(&mut tx, threshold).await?;
    let entry = Entry::new(CHANGE, "programme", None)
        .with(json!({ "before": before.get(), "after": threshold.get() }));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/programme/settings", "settings-saved")
}
