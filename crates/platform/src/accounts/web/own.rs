use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::{OWN, hashed};
use crate::accounts::store;
use crate::audit::{self, Entry};
use crate::sessions::{self, PasswordHash, check_new};
use crate::ui::{FieldErrors, Ui};
use crate::{Actor, App, Error, Form, Result, page, page_as, see_other_with};

#[derive(Template)]
#[template(path = "accounts/templates/password.html")]
struct PasswordEdit {
    ui: Ui,
    /// Has to be done before anything else.
    is_first: bool,
    errors: FieldErrors,
}

pub(super) async fn edit(actor: Actor, ui: Ui) -> Result<Response> {
    page(&PasswordEdit {
        ui,
        is_first: actor.must_change_password,
        errors: FieldErrors::none(),
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct PasswordForm {
    old: String,
    new: String,
    again: String,
}

impl PasswordForm {
    fn problems(&self, email: &str) -> FieldErrors {
        let mut errors = FieldErrors::none();
        if self.old.is_empty() {
            errors.add("old", "field-required");
        }
        if let Err(problem) = check_new(&self.new, email) {
            errors.add("new", problem.key());
        }
        if self.new != self.again {
            errors.add("again", "password-differs");
        }
        errors
    }
}

pub(super) async fn change(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<PasswordForm>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let (email, stored) = sessions::store::own_credentials(&mut tx, actor.account).await?;
    let subject = sessions::web::subject("account", &email);
    let wait = sessions::web::must_wait(&mut tx, &subject, app.clock.now()).await?;
    drop(tx);
    let mut errors = form.problems(&email);
    if let Some(wait) = wait {
        errors.add_problem("old", wait.problem());
    }
    if errors.is_empty() && !is_own(form.old.clone(), stored).await? {
        remember_failure(&app, &actor, &subject).await?;
        errors.add("old", "password-old-wrong");
    }
    if errors.is_empty() && form.new == form.old {
        errors.add("new", "password-same");
    }
    if !errors.is_empty() {
        let is_first = actor.must_change_password;
        let again = PasswordEdit {
            ui,
            is_first,
            errors,
        };
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
    }
    let hash = hashed(form.new).await?;
    let mut tx = app.db.write().await?;
    store::set_password(&mut tx, actor.account, &hash).await?;
    sessions::store::end_others(&mut tx, actor.account, actor.session).await?;
    sessions::store::forgive(&mut tx, &subject).await?;
    let entry = Entry::new(OWN, "account", actor.account.0).with(json!({ "changed": true }));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let is_first = actor.must_change_password;
    see_other_with(if is_first { "/" } else { "/sessions" }, "password-changed")
}

async fn is_own(password: String, stored: PasswordHash) -> Result<bool> {
    tokio::task::spawn_blocking(move || sessions::verify(&password, &stored))
        .await
        .map_err(|e| Error::Internal(e.into()))
}

/// Whoever sits at an open session may not try passwords faster than at the sign-in.
async fn remember_failure(app: &App, actor: &Actor, subject: &str) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    sessions::store::failed(&mut tx, subject, now).await?;
    let entry = Entry::new(OWN, "account", actor.account.0).with(json!({ "changed": false }));
    audit::record(&mut tx, actor, now, entry).await?;
    Ok(tx.commit().await?)
}
