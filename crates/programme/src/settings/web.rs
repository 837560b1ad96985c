use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Result, Role, Routes, page, page_as, said, see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::{Protection, Threshold, Zeros, store};

const LEAD: &[Role] = &[Role::ProgrammeLead];
pub(crate) const SHOW: Act = Act::new("programme.settings", LEAD);
const CHANGE: Act = Act::new("programme.protection", LEAD);

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
    zeros: Vec<Choice>,
    errors: FieldErrors,
}

impl SettingsShow {
    fn new(ui: Ui, form: SettingsForm, errors: FieldErrors) -> SettingsShow {
        let choice = |zeros: Zeros| {
            let label = ui.t(&format!("settings-zeros-{}", zeros.code()));
            Choice::new(zeros.code(), label).chosen_if(form.zeros == zeros.code())
        };
        SettingsShow {
            zeros: Zeros::ALL.map(choice).to_vec(),
            ui,
            form,
            errors,
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SettingsForm {
    threshold: String,
    zeros: String,
    /// What was in force when the page was opened.
    before: String,
}

impl SettingsForm {
    fn read(&self) -> std::result::Result<Protection, FieldErrors> {
        let (threshold, zeros) = (Threshold::parse(&self.threshold), Zeros::parse(&self.zeros));
        let mut errors = FieldErrors::none();
        if threshold.is_none() {
            errors.add("threshold", "settings-threshold-range");
        }
        if zeros.is_none() {
            errors.add("zeros", "field-choose");
        }
        match (threshold, zeros) {
            (Some(threshold), Some(zeros)) => Ok(Protection { threshold, zeros }),
            _ => Err(errors),
        }
    }
}

/// In one word, to see whether it was changed meanwhile.
fn in_short(protection: Protection) -> String {
    let Protection { threshold, zeros } = protection;
    format!("{}-{}", threshold.get(), zeros.code())
}

async fn show(State(app): State<App>, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let protection = store::protection(&mut tx).await?;
    let form = SettingsForm {
        threshold: protection.threshold.get().to_string(),
        zeros: protection.zeros.code().to_owned(),
        before: in_short(protection),
    };
    page(&SettingsShow::new(ui, form, FieldErrors::none()))
}

async fn change(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<SettingsForm>,
) -> Result<Response> {
    let after = match form.read() {
        Ok(after) => after,
        Err(errors) => {
            let again = SettingsShow::new(ui, form, errors);
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    let mut tx = app.db.write().await?;
    let before = store::protection(&mut tx).await?;
    if in_short(before) != form.before {
        return Err(Error::Conflict(said("error-conflict")));
    }
    store::save(&mut tx, after).await?;
    let entry = Entry::new(CHANGE, "programme", None).with(json!({
        "before": before.threshold.get(),
        "after": after.threshold.get(),
        "zeros": after.zeros.code(),
    }));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/programme/settings", "settings-saved")
}
