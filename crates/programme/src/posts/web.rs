use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    AccountId, Act, Actor, App, Error, Form, Path, Result, Routes, SiteId, accounts, page, page_as,
    said, see_other_with,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Fte, Function, Post, PostId, store};
use crate::providers::{self, ProviderId};
use crate::sites::web::KEEPERS;

const ADD: Act = Act::new("post.add", KEEPERS);
const CHANGE: Act = Act::new("post.change", KEEPERS);

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/site/posts/new", ADD, new)
        .post("/site/posts", ADD, add)
        .get("/site/posts/{id}", CHANGE, edit)
        .post("/site/posts/{id}", CHANGE, change)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct PostForm {
    provider: String,
    function: String,
    fte: String,
    from_on: String,
    /// The last day, as people name an end.
    last_on: String,
    account: String,
    version: i64,
}

impl PostForm {
    fn of(post: &Post) -> PostForm {
        PostForm {
            provider: post.provider.map_or_else(String::new, |id| id.to_string()),
            function: post.function.code().to_owned(),
            fte: post.fte.to_string(),
            from_on: post.from_on.to_string(),
            last_on: post
                .last_day()
                .map_or_else(String::new, |day| day.to_string()),
            account: post.account.map_or_else(String::new, |id| id.to_string()),
            version: post.version,
        }
    }

    fn read(&self, id: PostId, options: &Options) -> std::result::Result<Post, FieldErrors> {
        let mut errors = FieldErrors::none();
        let function = Function::parse(&self.function);
        if function.is_none() {
            errors.add("function", "field-choose");
        }
        let fte = Fte::parse(&self.fte);
        if fte.is_none() {
            errors.add("fte", "post-fte-unreadable");
        }
        let provider = chosen(&mut errors, "provider", &self.provider, &options.providers);
        let account = chosen(&mut errors, "account", &self.account, &options.accounts);
        let from_on = day(&mut errors, "from_on", &self.from_on);
        if self.from_on.trim().is_empty() {
            errors.add("from_on", "field-required");
        }
        let last_on = day(&mut errors, "last_on", &self.last_on);
        if last_on.zip(from_on).is_some_and(|(last, from)| last < from) {
            errors.add("last_on", "post-ends-before");
        }
        let (Some(function), Some(fte), Some(from_on)) = (function, fte, from_on) else {
            return Err(errors);
        };
        errors.or_ok(Post {
            id,
            provider: provider.map(ProviderId),
            function,
            fte,
            from_on,
            to_on: last_on.and_then(|day| day.tomorrow().ok()),
            account: account.map(AccountId),
            version: self.version,
        })
    }
}

/// One of these, or none.
fn chosen(
    errors: &mut FieldErrors,
    field: &str,
    value: &str,
    options: &[(uuid::Uuid, String)],
) -> Option<uuid::Uuid> {
    if value.is_empty() {
        return None;
    }
    let found = options.iter().find(|(id, _)| id.to_string() == value);
    if found.is_none() {
        errors.add(field, "field-unknown-choice");
    }
    found.map(|(id, _)| *id)
}

/// A day as the browser sends it or as it is typed, or none.
fn day(errors: &mut FieldErrors, field: &str, text: &str) -> Option<Date> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let day = text.parse().or_else(|_| Date::strptime("%d.%m.%Y", text));
    let day = day.ok().filter(|day| (2000..=2100).contains(&day.year()));
    if day.is_none() {
        errors.add(field, "field-not-a-day");
    }
    day
}

/// What can be chosen for a post.
struct Options {
    providers: Vec<(uuid::Uuid, String)>,
    accounts: Vec<(uuid::Uuid, String)>,
}

/// The site's providers and people; whoever holds the post stays to be chosen.
async fn options(tx: &mut Tx, site: SiteId, held: Option<AccountId>) -> Result<Options> {
    let providers = providers::store::of_site(tx, site).await?;
    let people = accounts::by_person(accounts::store::of_site(tx, site).await?);
    let mut accounts: Vec<_> = people
        .into_iter()
        .filter(|(account, _)| !account.locked || Some(account.id) == held)
        .map(|(account, _)| (account.id.0, account.name))
        .collect();
    for (id, name) in store::holders(tx, site).await? {
        if Some(id) == held && accounts.iter().all(|(known, _)| *known != id.0) {
            accounts.push((id.0, name));
        }
    }
    Ok(Options {
        providers: providers
            .into_iter()
            .map(|found| (found.id.0, found.name))
            .collect(),
        accounts,
    })
}

#[derive(Template)]
#[template(path = "posts/templates/edit.html")]
struct PostEdit {
    ui: Ui,
    /// None: a new one.
    id: Option<PostId>,
    functions: Vec<Choice>,
    providers: Vec<Choice>,
    accounts: Vec<Choice>,
    form: PostForm,
    errors: FieldErrors,
}

fn editing(ui: Ui, id: Option<PostId>, form: PostForm, options: Options) -> PostEdit {
    let function = |found: Function| {
        Choice::new(found.code(), ui.t(found.label_key())).chosen_if(found.code() == form.function)
    };
    let choices = |from: Vec<(uuid::Uuid, String)>, chosen: &str| {
        let choice = |(id, name): (uuid::Uuid, String)| {
            let id = id.to_string();
            let is_chosen = id == chosen;
            Choice::new(id, name).chosen_if(is_chosen)
        };
        from.into_iter().map(choice).collect()
    };
    PostEdit {
        functions: Function::ALL.map(function).into(),
        providers: choices(options.providers, &form.provider),
        accounts: choices(options.accounts, &form.account),
        ui,
        id,
        form,
        errors: FieldErrors::none(),
    }
}

fn again(mut view: PostEdit, errors: FieldErrors) -> Result<Response> {
    view.errors = errors;
    page_as(view.errors.status(), &view)
}

/// A post in words, for whoever was slower.
fn told(ui: &Ui, post: &Post, options: &Options) -> Vec<(&'static str, String)> {
    let name = |from: &[(uuid::Uuid, String)], id: Option<uuid::Uuid>| {
        let found = id.and_then(|id| from.iter().find(|(known, _)| *known == id));
        found.map(|(_, name)| name.clone()).unwrap_or_default()
    };
    let last = post.last_day().map(|day| ui.day(day));
    let mut told = vec![
        ("post-function", ui.t(post.function.label_key())),
        ("post-fte", post.fte.to_string()),
        (
            "post-provider",
            name(&options.providers, post.provider.map(|id| id.0)),
        ),
        ("post-from", ui.day(post.from_on)),
        ("post-to", last.unwrap_or_default()),
        (
            "post-holder",
            name(&options.accounts, post.account.map(|id| id.0)),
        ),
    ];
    told.retain(|(_, value)| !value.is_empty());
    told
}

fn facts(post: &Post) -> Value {
    json!({
        "function": post.function.code(),
        "fte_hundredths": post.fte.hundredths(),
        "from": post.from_on,
        "to": post.to_on,
        "account": post.account,
        "provider": post.provider,
    })
}

async fn new(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let options = options(&mut tx, actor.own_site()?, None).await?;
    let form = PostForm {
        from_on: app.clock.today().to_string(),
        ..PostForm::default()
    };
    page(&editing(ui, None, form, options))
}

async fn add(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<PostForm>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.write().await?;
    let options = options(&mut tx, site, None).await?;
    let post = match form.read(PostId::new(), &options) {
        Ok(post) => post,
        Err(errors) => return again(editing(ui, None, form, options), errors),
    };
    store::insert(&mut tx, site, &post).await?;
    let entry = Entry::new(ADD, "post", post.id.0).with(facts(&post));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/site", "post-saved")
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<PostId>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.read().await?;
    let post = store::find(&mut tx, site, id)
        .await?
        .ok_or(Error::NotFound)?;
    let options = options(&mut tx, site, post.account).await?;
    page(&editing(ui, Some(id), PostForm::of(&post), options))
}

async fn change(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<PostId>,
    Form(mut form): Form<PostForm>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.write().await?;
    let before = store::find(&mut tx, site, id)
        .await?
        .ok_or(Error::NotFound)?;
    let options = options(&mut tx, site, before.account).await?;
    let read = if form.version == before.version {
        form.read(id, &options)
    } else {
        form.version = before.version;
        Err(FieldErrors::overtaken(told(&ui, &before, &options)))
    };
    let post = match read {
        Ok(post) => post,
        Err(errors) => return again(editing(ui, Some(id), form, options), errors),
    };
    if !store::save(&mut tx, site, &post).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    let detail = json!({ "before": facts(&before), "after": facts(&post) });
    let entry = Entry::new(CHANGE, "post", id.0).with(detail);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/site", "post-saved")
}
