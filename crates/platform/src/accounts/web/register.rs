use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use serde_json::json;

use super::{ADD, choices, handed_over, hashed, person, shown};
use crate::accounts::{Account, GIVEN_AT_SITES, by_person, read_email, store};
use crate::audit::{self, Entry};
use crate::ui::{Choice, FieldErrors, Problem, Ui};
use crate::{
    AccountId, Actor, App, Form, Path, Result, Role, SiteId, page, page_as, see_other_with,
    sessions,
};

const LONGEST_NAME: usize = 120;

#[derive(Template)]
#[template(path = "accounts/templates/index.html")]
struct AccountIndex {
    ui: Ui,
    people: Vec<(Account, Vec<Role>)>,
}

pub(super) async fn index(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let held = store::of_site(&mut tx, actor.own_site()?).await?;
    page(&AccountIndex {
        ui,
        people: by_person(held),
    })
}

pub(super) async fn show(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<AccountId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let person = person(&mut tx, &actor, id).await?;
    page(&shown(ui, person, FieldErrors::none()))
}

#[derive(Template)]
#[template(path = "accounts/templates/new.html")]
struct AccountNew {
    ui: Ui,
    form: AccountForm,
    roles: Vec<Choice>,
    errors: FieldErrors,
}

fn blank(ui: Ui, form: AccountForm, errors: FieldErrors) -> AccountNew {
    let chosen: Vec<Role> = form
        .roles
        .iter()
        .filter_map(|code| Role::parse(code))
        .collect();
    AccountNew {
        roles: choices(&ui, GIVEN_AT_SITES, &chosen),
        ui,
        form,
        errors,
    }
}

pub(super) async fn new(ui: Ui) -> Result<Response> {
    page(&blank(ui, AccountForm::default(), FieldErrors::none()))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct AccountForm {
    name: String,
    email: String,
    roles: Vec<String>,
}

struct NewAccount {
    account: Account,
    roles: Vec<Role>,
}

impl AccountForm {
    fn read(&self) -> std::result::Result<NewAccount, FieldErrors> {
        let mut errors = FieldErrors::none();
        let name = self.name.trim();
        if name.is_empty() {
            errors.add("name", "field-required");
        } else if name.chars().count() > LONGEST_NAME {
            let args = vec![("max", LONGEST_NAME.to_string())];
            let key = "field-too-long";
            errors.add_problem("name", Problem { key, args });
        }
        let email = read_email(&self.email);
        if email.is_none() {
            errors.add("email", "field-not-an-email");
        }
        let roles = self
            .roles
            .iter()
            .map(|code| given(code))
            .collect::<Option<Vec<_>>>();
        match &roles {
            Some(roles) if roles.is_empty() => errors.add("roles", "field-choose"),
            Some(_) => {}
            None => errors.add("roles", "field-unknown-choice"),
        }
        errors.or_ok(NewAccount {
            account: Account {
                id: AccountId::new(),
                email: email.unwrap_or_default(),
                name: name.to_owned(),
                locked: false,
            },
            roles: roles.unwrap_or_default(),
        })
    }
}

/// A role that the administration of a site may give.
pub(super) fn given(code: &str) -> Option<Role> {
    Role::parse(code).filter(|role| GIVEN_AT_SITES.contains(role))
}

pub(super) async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<AccountForm>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let new = match form.read() {
        Ok(new) => new,
        Err(errors) => {
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &blank(ui, form, errors));
        }
    };
    let password = sessions::generate();
    let hash = hashed(password.clone()).await?;
    let mut tx = app.db.write().await?;
    let known = store::by_email(&mut tx, &new.account.email).await?;
    let account = known.clone().unwrap_or_else(|| new.account.clone());
    if store::at_site(&mut tx, site, account.id).await?.is_some() {
        let errors = FieldErrors::one("email", "account-is-here");
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &blank(ui, form, errors));
    }
    if known.is_none() {
        store::insert(&mut tx, &account, &hash, app.clock.now()).await?;
        store::demand_change(&mut tx, account.id).await?;
    }
    give_all(&mut tx, site, account.id, &new.roles).await?;
    let codes: Vec<&str> = new.roles.iter().map(|role| role.code()).collect();
    let detail = json!({ "roles": codes, "new": known.is_none() });
    let entry = Entry::new(ADD, "account", account.id.0).with(detail);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    if known.is_some() {
        return see_other_with(&format!("/accounts/{}", account.id), "account-joined");
    }
    handed_over(ui, account, password)
}

async fn give_all(tx: &mut Tx, site: SiteId, id: AccountId, roles: &[Role]) -> Result<()> {
    for role in roles {
        store::grant(tx, id, *role, Some(site)).await?;
    }
    Ok(())
}
