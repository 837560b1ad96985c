use axum::extract::State;
use axum::response::Response;

use super::{LOCK, RESET, UNLOCK, editable, handed_over, hashed, refused};
use crate::accounts::store;
use crate::audit::{self, Entry};
use crate::ui::Ui;
use crate::{AccountId, Actor, App, Path, Result, Role, see_other_with, sessions};

pub(super) async fn lock(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<AccountId>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let (site, person) = editable(&mut tx, &actor, id).await?;
    if person.acts_elsewhere {
        return refused(ui, person, "", "account-acts-elsewhere");
    }
    let administers = person.roles.contains(&Role::SiteAdmin);
    if administers && !store::has_other_admin(&mut tx, site, id).await? {
        return refused(ui, person, "", "account-last-admin");
    }
    store::lock(&mut tx, id, true).await?;
    sessions::store::end_all(&mut tx, id).await?;
    let entry = Entry::new(LOCK, "account", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/accounts/{id}"), "account-locked")
}

pub(super) async fn unlock(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<AccountId>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let (_, person) = editable(&mut tx, &actor, id).await?;
    if person.acts_elsewhere {
        return refused(ui, person, "", "account-acts-elsewhere");
    }
    store::lock(&mut tx, id, false).await?;
    let entry = Entry::new(UNLOCK, "account", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/accounts/{id}"), "account-unlocked")
}

/// A new password in place of the old one, and the end of all sessions.
pub(super) async fn reset(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<AccountId>,
) -> Result<Response> {
    let password = sessions::generate();
    let hash = hashed(password.clone()).await?;
    let mut tx = app.db.write().await?;
    let (_, person) = editable(&mut tx, &actor, id).await?;
    if person.acts_elsewhere {
        return refused(ui, person, "", "account-acts-elsewhere");
    }
    if id == actor.account {
        return refused(ui, person, "", "account-own-password");
    }
    store::replace_password(&mut tx, &person.account, &hash).await?;
    let entry = Entry::new(RESET, "account", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    handed_over(ui, person.account, password)
}
