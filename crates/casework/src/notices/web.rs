use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, NavEntry, Path, Query, Result, Role, Routes, Section, page,
    page_as, said, see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::form::NoticeForm;
use super::notice::PRACTICE;
use super::{LocalNotice, NoticeId, store};

/// Who knows the practice of a site.
const KEEPERS: &[Role] = &[Role::Coordinator, Role::SiteAdmin];

const LIST: Act = Act::new(
    "notice.list",
    &[
        Role::CaseManager,
        Role::TeamLead,
        Role::Coordinator,
        Role::SiteAdmin,
    ],
);
const ADD: Act = Act::new("notice.add", KEEPERS);
const CHANGE: Act = Act::new("notice.change", KEEPERS);
const REMOVE: Act = Act::new("notice.remove", KEEPERS);

pub(crate) const NAV: NavEntry = NavEntry {
    section: Section::Administration,
    label_key: "nav-notices",
    href: "/notices",
    act: LIST,
};

pub fn routes() -> Routes {
    Routes::new()
        .get("/notices", LIST, index)
        .get("/notices/new", ADD, new)
        .post("/notices", ADD, add)
        .get("/notices/{id}", CHANGE, edit)
        .post("/notices/{id}", CHANGE, change)
        .delete("/notices/{id}", REMOVE, remove)
}

/// Every rule a notice can belong to, with its title.
pub(super) fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    for version in law::Rules::embedded().history() {
        if !all.iter().any(|(id, _)| *id == version.id) {
            all.push((version.id, version.title));
        }
    }
    all.into_iter()
}

#[derive(Template)]
#[template(path = "notices/templates/index.html")]
struct NoticeIndex {
    ui: Ui,
    local: Vec<LocalNotice>,
    of_rules: Vec<OfRules>,
    may_edit: bool,
}

/// What a rule is called; its id where it has no title.
fn title(rule: &str) -> &str {
    rules()
        .find(|(id, _)| *id == rule)
        .map_or(rule, |(_, title)| title)
}

struct OfRules {
    notice: &'static law::rules::Notice,
    replaced: bool,
    valid: bool,
}

async fn index(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let local = store::of_site(&mut tx, actor.own_site()?).await?;
    let today = app.clock.today();
    let of_rules = law::Rules::embedded().notices().iter();
    page(&NoticeIndex {
        of_rules: of_rules
            .map(|notice| shown(notice, &local, today))
            .collect(),
        local,
        may_edit: ADD.is_open_to(actor.role),
        ui,
    })
}

fn shown(notice: &'static law::rules::Notice, local: &[LocalNotice], on: Date) -> OfRules {
    let stands_in = |one: &LocalNotice| one.replaces.as_deref() == Some(notice.id.as_str());
    OfRules {
        replaced: local.iter().any(stands_in),
        valid: notice.valid_from.is_none_or(|from| from <= on)
            && notice.valid_to.is_none_or(|to| on <= to),
        notice,
    }
}

#[derive(Template)]
#[template(path = "notices/templates/edit.html")]
struct NoticeEdit {
    ui: Ui,
    /// None: a new one.
    id: Option<NoticeId>,
    form: NoticeForm,
    rules: Vec<Choice>,
    errors: FieldErrors,
}

impl NoticeEdit {
    fn new(ui: Ui, id: Option<NoticeId>, form: NoticeForm) -> NoticeEdit {
        let rule = |(id, title): (&str, &str)| {
            Choice::new(id, format!("{id} · {title}")).chosen_if(id == form.about)
        };
        NoticeEdit {
            rules: rules().map(rule).collect(),
            ui,
            id,
            form,
            errors: FieldErrors::none(),
        }
    }

    fn refused(self, errors: FieldErrors) -> Result<Response> {
        page_as(errors.status(), &NoticeEdit { errors, ..self })
    }

    /// The deadlines for which weeks can be given, in words.
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn practice(&self) -> String {
        let named = PRACTICE.iter().map(|(id, title)| format!("{id} {title}"));
        named.collect::<Vec<_>>().join(", ")
    }
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    replaces: String,
}

async fn new(ui: Ui, Query(wanted): Query<Wanted>) -> Result<Response> {
    let mut of_rules = law::Rules::embedded().notices().iter();
    let replaced = of_rules.find(|notice| notice.id == wanted.replaces);
    let form = replaced.map_or_else(NoticeForm::default, NoticeForm::replacing);
    page(&NoticeEdit::new(ui, None, form))
}

async fn add(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<NoticeForm>,
) -> Result<Response> {
    let notice = match form.read(NoticeId::new(), app.clock.today()) {
        Ok(notice) => notice,
        Err(errors) => return NoticeEdit::new(ui, None, form).refused(errors),
    };
    let mut tx = app.db.write().await?;
    store::insert(&mut tx, actor.own_site()?, &notice).await?;
    audit::record(&mut tx, &actor, app.clock.now(), entry(ADD, &notice)).await?;
    tx.commit().await?;
    see_other_with("/notices", "notice-saved")
}

fn entry(act: Act, notice: &LocalNotice) -> Entry {
    Entry::new(act, "notice", notice.id.0).with(json!({
        "about": notice.about,
        "replaces": notice.replaces,
        "weeks": notice.lead_weeks,
    }))
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<NoticeId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let local = store::of_site(&mut tx, actor.own_site()?).await?;
    let notice = find(&local, id)?;
    page(&NoticeEdit::new(ui, Some(id), NoticeForm::of(notice)))
}

fn find(local: &[LocalNotice], id: NoticeId) -> Result<&LocalNotice> {
    local.iter().find(|one| one.id == id).ok_or(Error::NotFound)
}

async fn change(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<NoticeId>,
    Form(mut form): Form<NoticeForm>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.write().await?;
    let local = store::of_site(&mut tx, site).await?;
    let held = find(&local, id)?;
    let read = if held.version == form.version {
        form.read(id, app.clock.today())
    } else {
        form.version = held.version;
        Err(FieldErrors::overtaken(held.told(&ui)))
    };
    let notice = match read {
        Ok(notice) => notice,
        Err(errors) => return NoticeEdit::new(ui, Some(id), form).refused(errors),
    };
    if !store::save(&mut tx, site, &notice).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    audit::record(&mut tx, &actor, app.clock.now(), entry(CHANGE, &notice)).await?;
    tx.commit().await?;
    see_other_with("/notices", "notice-saved")
}

async fn remove(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<NoticeId>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.write().await?;
    let local = store::of_site(&mut tx, site).await?;
    let notice = find(&local, id)?;
    store::remove(&mut tx, site, id).await?;
    audit::record(&mut tx, &actor, app.clock.now(), entry(REMOVE, notice)).await?;
    tx.commit().await?;
    see_other_with("/notices", "notice-removed")
}
