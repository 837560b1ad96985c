use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use db::Tx;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::sites::{self, Site, SiteKind};
use platform::ui::{self, Choice, FieldErrors, Order, SortLink, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Query, Result, Role, Routes, SiteId, page, page_as,
    see_other_with,
};
use serde::Deserialize;

use super::{Column, Overview, in_order, store};
use crate::municipalities;
use crate::posts::{self, Fte, Post};
use crate::providers::{self, Provider};

pub(crate) const LIST: Act = Act::new("site.list", &[Role::ProgrammeLead, Role::Evaluator]);
const SHOW: Act = Act::new("site.show", &[Role::ProgrammeLead]);
const ADD: Act = Act::new("site.add", &[Role::ProgrammeLead]);
pub(crate) const OWN: Act = Act::new(
    "site.own",
    &[Role::Coordinator, Role::SiteAdmin, Role::TeamLead],
);
/// Who keeps a site's providers and posts.
pub(crate) const KEEPERS: &[Role] = &[Role::Coordinator, Role::SiteAdmin];

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/sites", LIST, index)
        .get("/sites/new", ADD, new)
        .post("/sites", ADD, add)
        .get("/sites/{id}", SHOW, show)
        .get("/site", OWN, own)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wishes {
    region: String,
    sort: String,
}

#[derive(Template)]
#[template(path = "sites/templates/index.html")]
struct SiteIndex {
    ui: Ui,
    heads: Vec<SortLink>,
    regions: Vec<Choice>,
    sites: Vec<Overview>,
    fte: Fte,
    may_add: bool,
    calm: FieldErrors,
}

async fn index(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    RawQuery(raw): RawQuery,
    Query(wishes): Query<Wishes>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let mut all = store::overview(&mut tx, app.clock.today()).await?;
    let regions = regions(&all, &wishes.region);
    all.retain(|site| {
        wishes.region.is_empty() || site.region.as_deref() == Some(wishes.region.as_str())
    });
    let query = ui::Query::parse(&raw.unwrap_or_default());
    page(&SiteIndex {
        ui,
        heads: heads(&query),
        regions,
        fte: all.iter().map(|site| site.fte).sum(),
        sites: in_order(all, &wishes.sort),
        may_add: ADD.is_open_to(actor.role),
        calm: FieldErrors::none(),
    })
}

fn heads(query: &ui::Query) -> Vec<SortLink> {
    let link = |column: Column, label| SortLink::new(query, column.code(), label);
    vec![
        SortLink::first(query, Column::Name.code(), "site", Order::Ascending),
        link(Column::Region, "site-region"),
        link(Column::Providers, "site-providers").numeric(),
        link(Column::Posts, "site-posts").numeric(),
        link(Column::Fte, "post-fte").numeric(),
    ]
}

fn regions(sites: &[Overview], chosen: &str) -> Vec<Choice> {
    let names: std::collections::BTreeSet<&String> = sites
        .iter()
        .filter_map(|site| site.region.as_ref())
        .collect();
    names
        .into_iter()
        .map(|name| Choice::new(name, name).chosen_if(name == chosen))
        .collect()
}

pub(crate) fn kind_key(kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::Programme => "site-kind-programme",
        SiteKind::City => "site-kind-city",
        SiteKind::District => "site-kind-district",
        SiteKind::Town => "site-kind-town",
    }
}

#[derive(Template)]
#[template(path = "sites/templates/new.html")]
struct SiteNew {
    ui: Ui,
    places: Vec<Choice>,
    errors: FieldErrors,
}

/// The municipalities that are no site yet, by name.
async fn choosing(tx: &mut Tx, ui: Ui, errors: FieldErrors) -> Result<SiteNew> {
    let there = sites::store::all(tx).await?;
    let mut free = municipalities::all();
    free.retain(|place| there.iter().all(|site| site.ags != place.ags));
    free.sort_by_cached_key(|place| ui::alphabetical(&place.name));
    let choice = |place: &municipalities::Municipality| {
        let label = format!(
            "{} ({}, {})",
            place.name,
            ui.t(kind_key(place.kind)),
            place.ags
        );
        Choice::new(&place.ags, label)
    };
    Ok(SiteNew {
        places: free.iter().map(choice).collect(),
        ui,
        errors,
    })
}

async fn new(State(app): State<App>, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    page(&choosing(&mut tx, ui, FieldErrors::none()).await?)
}

#[derive(Deserialize)]
struct PlaceForm {
    #[serde(default)]
    ags: String,
}

async fn add(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<PlaceForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let problem = match municipalities::site(&form.ags) {
        None => "field-choose",
        Some(site) if sites::store::by_ags(&mut tx, &site.ags).await?.is_some() => "site-exists",
        Some(site) => {
            sites::store::insert(&mut tx, &site).await?;
            app.keys
                .ensure_site(&mut tx, site.id, app.clock.now())
                .await?;
            let entry = Entry::new(ADD, "site", site.id.0);
            audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
            tx.commit().await?;
            return see_other_with(&format!("/sites/{}", site.id), "site-added");
        }
    };
    let again = choosing(&mut tx, ui, FieldErrors::one("ags", problem)).await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &again)
}

/// A post as the page of its site shows it.
struct PostLine {
    post: Post,
    provider: Option<String>,
    /// None: vacant.
    holder: Option<String>,
    state: (&'static str, &'static str),
}

#[derive(Template)]
#[template(path = "sites/templates/show.html")]
struct SiteShow {
    ui: Ui,
    site: Site,
    providers: Vec<Provider>,
    posts: Vec<PostLine>,
    /// What is funded today.
    fte: Fte,
    may_edit: bool,
    is_own: bool,
}

/// From outside the site, posts show that they are held, not by whom.
async fn show(State(app): State<App>, ui: Ui, Path(id): Path<SiteId>) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let mut view = site_page(&mut tx, ui, id, app.clock.today()).await?;
    for line in &mut view.posts {
        if line.post.account.is_some() {
            line.holder = Some(view.ui.t("post-held"));
        }
    }
    page(&view)
}

async fn own(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let mut view = site_page(&mut tx, ui, actor.own_site()?, app.clock.today()).await?;
    view.is_own = true;
    view.may_edit = KEEPERS.contains(&actor.role);
    page(&view)
}

async fn site_page(tx: &mut Tx, ui: Ui, id: SiteId, today: Date) -> Result<SiteShow> {
    let site = sites::store::by_id(tx, id).await?;
    let site = site.filter(|site| site.kind != SiteKind::Programme);
    let site = site.ok_or(Error::NotFound)?;
    let providers = providers::store::of_site(tx, id).await?;
    let holders = posts::store::holders(tx, id).await?;
    let posts = posts::store::of_site(tx, id).await?;
    let fte = posts
        .iter()
        .filter(|post| post.exists_on(today))
        .map(|post| post.fte)
        .sum();
    let lines = posts.into_iter().map(|post| PostLine {
        provider: providers
            .iter()
            .find(|provider| Some(provider.id) == post.provider)
            .map(|provider| provider.name.clone()),
        holder: holders
            .iter()
            .find(|(account, _)| Some(*account) == post.account)
            .map(|(_, name)| name.clone()),
        state: state(&post, today),
        post,
    });
    Ok(SiteShow {
        ui,
        site,
        posts: lines.collect(),
        providers,
        fte,
        may_edit: false,
        is_own: false,
    })
}

/// The kind of badge and the word for where a post stands today.
fn state(post: &Post, today: Date) -> (&'static str, &'static str) {
    if post.exists_on(today) {
        ("success", "post-state-running")
    } else if post.from_on > today {
        ("info", "post-state-planned")
    } else {
        ("plain", "post-state-ended")
    }
}
