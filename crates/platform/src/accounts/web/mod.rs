//! The pages of accounts: the administration's register, and everybody's own password.

mod access;
mod own;
mod register;
mod roles;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use db::Tx;

use super::{Account, GIVEN_AT_SITES, store};
use crate::sessions::{self, PasswordHash};
use crate::ui::{Choice, FieldErrors, Ui};
use crate::{AccountId, Act, Actor, Error, Result, Role, Routes, SiteId, page, page_as};

const ADMIN: &[Role] = &[Role::SiteAdmin];
pub(crate) const LIST: Act = Act::new("account.list", ADMIN);
const SHOW: Act = Act::new("account.show", ADMIN);
const ADD: Act = Act::new("account.add", ADMIN);
const GIVE: Act = Act::new("account.role", ADMIN);
const TAKE: Act = Act::new("account.role-end", ADMIN);
const LOCK: Act = Act::new("account.lock", ADMIN);
const UNLOCK: Act = Act::new("account.unlock", ADMIN);
const RESET: Act = Act::new("account.reset", ADMIN);
const OWN: Act = Act::new("account.password", &Role::ALL);

pub fn routes() -> Routes {
    Routes::new()
        .get("/accounts", LIST, register::index)
        .get("/accounts/new", ADD, register::new)
        .post("/accounts", ADD, register::create)
        .get("/accounts/{id}", SHOW, register::show)
        .post("/accounts/{id}/roles", GIVE, roles::give)
        .delete("/accounts/{id}/roles/{role}", TAKE, roles::take)
        .post("/accounts/{id}/lock", LOCK, access::lock)
        .delete("/accounts/{id}/lock", UNLOCK, access::unlock)
        .post("/accounts/{id}/password", RESET, access::reset)
        .get("/account/password", OWN, own::edit)
        .post("/account/password", OWN, own::change)
}

/// Somebody with a role at the actor's site.
struct Person {
    account: Account,
    roles: Vec<Role>,
    /// Holds a role elsewhere too: then the password and the lock are not this site's to decide,
    /// for they would open or close another site's door.
    acts_elsewhere: bool,
    is_self: bool,
}

async fn person(tx: &mut Tx, actor: &Actor, id: AccountId) -> Result<Person> {
    let site = actor.own_site()?;
    let found = store::at_site(tx, site, id).await?;
    let (account, roles) = found.ok_or(Error::NotFound)?;
    let acts_elsewhere = store::acts_elsewhere(tx, site, id).await?;
    Ok(Person {
        account,
        roles,
        acts_elsewhere,
        is_self: id == actor.account,
    })
}

/// A person whose account is about to be changed; changes at one site wait for one another.
async fn editable(tx: &mut Tx, actor: &Actor, id: AccountId) -> Result<(SiteId, Person)> {
    let site = actor.own_site()?;
    store::hold_site(tx, site).await?;
    Ok((site, person(tx, actor, id).await?))
}

#[derive(Template)]
#[template(path = "accounts/templates/show.html")]
struct AccountShow {
    ui: Ui,
    person: Person,
    missing: Vec<Choice>,
    errors: FieldErrors,
}

fn shown(ui: Ui, person: Person, errors: FieldErrors) -> AccountShow {
    let missing = GIVEN_AT_SITES
        .into_iter()
        .filter(|role| !person.roles.contains(role));
    AccountShow {
        missing: choices(&ui, missing, &[]),
        ui,
        person,
        errors,
    }
}

/// The person's page again, with what stands against the act.
fn refused(ui: Ui, person: Person, field: &str, key: &'static str) -> Result<Response> {
    let again = shown(ui, person, FieldErrors::one(field, key));
    page_as(StatusCode::CONFLICT, &again)
}

fn choices(ui: &Ui, roles: impl IntoIterator<Item = Role>, chosen: &[Role]) -> Vec<Choice> {
    let choice = |role: Role| {
        Choice::new(role.code(), ui.t(role.label_key())).chosen_if(chosen.contains(&role))
    };
    roles.into_iter().map(choice).collect()
}

#[derive(Template)]
#[template(path = "accounts/templates/password_once.html")]
struct PasswordOnce {
    ui: Ui,
    account: Account,
    password: String,
}

/// Shows a new password this once; it is kept nowhere in clear.
fn handed_over(ui: Ui, account: Account, password: String) -> Result<Response> {
    page(&PasswordOnce {
        ui,
        account,
        password,
    })
}

/// Hashes where blocking is allowed.
async fn hashed(password: String) -> Result<PasswordHash> {
    let hash = tokio::task::spawn_blocking(move || sessions::hash(&password)).await;
    Ok(hash.map_err(|e| Error::Internal(e.into()))??)
}
