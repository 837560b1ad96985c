use askama::Template;
use axum::extract::State;
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Problem, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Result, Routes, page, page_as, said, see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::{Provider, ProviderId, ProviderKind, store};
use crate::sites::web::KEEPERS;

const ADD: Act = Act::new("provider.add", KEEPERS);
const CHANGE: Act = Act::new("provider.change", KEEPERS);

const LONGEST_NAME: usize = 200;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/site/providers/new", ADD, new)
        .post("/site/providers", ADD, add)
        .get("/site/providers/{id}", CHANGE, edit)
        .post("/site/providers/{id}", CHANGE, change)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ProviderForm {
    name: String,
    kind: String,
    version: i64,
}

impl ProviderForm {
    fn of(provider: Provider) -> ProviderForm {
        ProviderForm {
            name: provider.name,
            kind: provider.kind.code().to_owned(),
            version: provider.version,
        }
    }

    fn read(&self, id: ProviderId) -> std::result::Result<Provider, FieldErrors> {
        let mut errors = FieldErrors::none();
        let name = self.name.trim();
        if name.is_empty() {
            errors.add("name", "field-required");
        } else if name.chars().count() > LONGEST_NAME {
            let args = vec![("max", LONGEST_NAME.to_string())];
            let key = "field-too-long";
            errors.add_problem("name", Problem { key, args });
        }
        let Some(kind) = ProviderKind::parse(&self.kind) else {
            errors.add("kind", "field-choose");
            return Err(errors);
        };
        errors.or_ok(Provider {
            id,
            name: name.to_owned(),
            kind,
            version: self.version,
        })
    }
}

#[derive(Template)]
#[template(path = "providers/templates/edit.html")]
struct ProviderEdit {
    ui: Ui,
    /// None: a new one.
    id: Option<ProviderId>,
    form: ProviderForm,
    kinds: Vec<Choice>,
    errors: FieldErrors,
}

fn editing(
    ui: Ui,
    id: Option<ProviderId>,
    form: ProviderForm,
    errors: FieldErrors,
) -> ProviderEdit {
    let choice = |kind: ProviderKind| {
        Choice::new(kind.code(), ui.t(kind.label_key())).chosen_if(kind.code() == form.kind)
    };
    ProviderEdit {
        kinds: ProviderKind::ALL.map(choice).into(),
        ui,
        id,
        form,
        errors,
    }
}

fn again(
    ui: Ui,
    id: Option<ProviderId>,
    form: ProviderForm,
    errors: FieldErrors,
) -> Result<Response> {
    page_as(errors.status(), &editing(ui, id, form, errors))
}

/// A provider in words, for whoever was slower.
fn told(ui: &Ui, provider: &Provider) -> Vec<(&'static str, String)> {
    vec![
        ("provider-name", provider.name.clone()),
        ("provider-kind", ui.t(provider.kind.label_key())),
    ]
}

async fn new(ui: Ui) -> Result<Response> {
    page(&editing(
        ui,
        None,
        ProviderForm::default(),
        FieldErrors::none(),
    ))
}

async fn add(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<ProviderForm>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let provider = match form.read(ProviderId::new()) {
        Ok(provider) => provider,
        Err(errors) => return again(ui, None, form, errors),
    };
    let mut tx = app.db.write().await?;
    match store::insert(&mut tx, site, &provider).await {
        Ok(()) => {}
        Err(error) if error.is_unique("providers", "name") => {
            return again(ui, None, form, FieldErrors::one("name", "provider-known"));
        }
        Err(error) => return Err(error.into()),
    }
    let entry =
        Entry::new(ADD, "provider", provider.id.0).with(json!({ "kind": provider.kind.code() }));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/site", "provider-saved")
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<ProviderId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let found = store::find(&mut tx, actor.own_site()?, id).await?;
    let form = ProviderForm::of(found.ok_or(Error::NotFound)?);
    page(&editing(ui, Some(id), form, FieldErrors::none()))
}

async fn change(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<ProviderId>,
    Form(mut form): Form<ProviderForm>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.write().await?;
    let before = store::find(&mut tx, site, id)
        .await?
        .ok_or(Error::NotFound)?;
    let read = if form.version == before.version {
        form.read(id)
    } else {
        form.version = before.version;
        Err(FieldErrors::overtaken(told(&ui, &before)))
    };
    let provider = match read {
        Ok(provider) => provider,
        Err(errors) => return again(ui, Some(id), form, errors),
    };
    match store::save(&mut tx, site, &provider).await {
        Ok(true) => {}
        Ok(false) => return Err(Error::Conflict(said("error-conflict"))),
        Err(error) if error.is_unique("providers", "name") => {
            return again(
                ui,
                Some(id),
                form,
                FieldErrors::one("name", "provider-known"),
            );
        }
        Err(error) => return Err(error.into()),
    }
    let entry = Entry::new(CHANGE, "provider", id.0).with(json!({ "kind": provider.kind.code() }));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/site", "provider-saved")
}
