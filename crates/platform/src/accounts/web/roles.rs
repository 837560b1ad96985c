use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::register::given;
use super::{GIVE, TAKE, editable, refused, shown};
use crate::accounts::store;
use crate::audit::{self, Entry};
use crate::ui::{FieldErrors, Ui};
use crate::{
    AccountId, Actor, App, Error, Form, Path, Result, Role, page_as, see_other_with, sessions,
};

#[derive(Deserialize)]
pub(super) struct RoleForm {
    #[serde(default)]
    role: String,
}

pub(super) async fn give(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<AccountId>,
    Form(form): Form<RoleForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let (site, person) = editable(&mut tx, &actor, id).await?;
    if id == actor.account {
        return refused(ui, person, "", "account-own-roles");
    }
    let Some(role) = given(&form.role) else {
        let errors = FieldErrors::one("role", "field-choose");
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(ui, person, errors));
    };
    if store::grant(&mut tx, id, role, Some(site)).await? {
        let detail = json!({ "role": role.code() });
        let entry = Entry::new(GIVE, "account", id.0).with(detail);
        audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
        tx.commit().await?;
    }
    see_other_with(&format!("/accounts/{id}"), "account-role-given")
}

pub(super) async fn take(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, code)): Path<(AccountId, String)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let (site, person) = editable(&mut tx, &actor, id).await?;
    let role = Role::parse(&code).filter(|role| person.roles.contains(role));
    let role = role.ok_or(Error::NotFound)?;
    if role == Role::SiteAdmin && !store::has_other_admin(&mut tx, site, id).await? {
        return refused(ui, person, "", "account-last-admin");
    }
    store::revoke(&mut tx, id, role, Some(site)).await?;
    sessions::store::end_wearing(&mut tx, id, role, site).await?;
    let entry = Entry::new(TAKE, "account", id.0).with(json!({ "role": role.code() }));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let back = match person.roles.len() {
        1 => "/accounts".to_owned(),
        _ => format!("/accounts/{id}"),
    };
    see_other_with(&back, "account-role-taken")
}
