//! The pages of an import: upload, columns, dry run, taking over. Case managers and team leads may
//! import; each sees only their own uploads, for a list names clients of the whole site.

mod show;
mod upload;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use db::Tx;
use platform::audit::{self, Entry};
use platform::jobs;
use platform::ui::{FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, NavEntry, Path, Result, Role, Routes, Section, page, said,
    see_other, see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::findings::FoundColumn;
use super::job::{self, Task};
use super::store::{self, Upload, UploadState};
use super::{ColumnMapping, Field, ImportId};

const MAY: &[Role] = &[Role::CaseManager, Role::TeamLead];
const LIST: Act = Act::new("import.list", MAY);
const SHOW: Act = Act::new("import.show", MAY);
const UPLOAD: Act = Act::new("import.upload", MAY);
const CHECK: Act = Act::new("import.check", MAY);
const REQUEST: Act = Act::new("import.request", MAY);
const DISCARD: Act = Act::new("import.discard", MAY);

pub const NAV: NavEntry = NavEntry {
    section: Section::Cases,
    label_key: "nav-import",
    href: "/imports",
    act: LIST,
};

pub fn routes() -> Routes {
    Routes::new()
        .get("/imports", LIST, index)
        .get("/imports/new", UPLOAD, upload::new)
        .post("/imports", UPLOAD, upload::create)
        .get("/imports/{id}", SHOW, show::show)
        .post("/imports/{id}/check", CHECK, check)
        .get("/imports/{id}/refusals.csv", SHOW, refusals)
        .post("/imports/{id}/takeover", REQUEST, take)
        .delete("/imports/{id}", DISCARD, discard)
}

#[derive(Template)]
#[template(path = "imports/templates/index.html")]
struct ImportIndex {
    ui: Ui,
    uploads: Vec<Upload>,
}

async fn index(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let keys = app.keys.site(&mut tx, actor.own_site()?).await?;
    let uploads = store::newest(&mut tx, &keys, &actor).await?;
    page(&ImportIndex { ui, uploads })
}

async fn check(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<ImportId>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.write().await?;
    let keys = app.keys.site(&mut tx, site).await?;
    let upload = idle(&mut tx, &app, &actor, id).await?;
    let findings = store::findings(&mut tx, &keys, site, id).await?;
    let remembered = store::mapping(&mut tx, site).await?;
    let changes = match changes(&findings.columns, &remembered, &form) {
        Ok(changes) => changes,
        Err(errors) => return show::again(ui, upload, &findings, &form, errors),
    };
    for (heading, field) in changes {
        store::remember(&mut tx, site, heading, field).await?;
    }
    let task = Task {
        import: id,
        skip_refused: false,
    };
    begin(tx, &app, &actor, &upload, job::CHECK, &task).await
}

/// The columns that the form says something new of. A field can be in one column only, and there
/// must be a name.
fn changes<'a>(
    columns: &'a [FoundColumn],
    remembered: &ColumnMapping,
    form: &[(String, String)],
) -> std::result::Result<Vec<(&'a str, Option<Field>)>, FieldErrors> {
    let mut errors = FieldErrors::none();
    let (mut changes, mut seen) = (Vec::new(), Vec::new());
    for (place, column) in columns.iter().enumerate() {
        let name = format!("column-{place}");
        let said = form.iter().find(|(field, _)| *field == name);
        let key = said.map_or(column.field.as_deref().unwrap_or_default(), |(_, key)| key);
        let field = Field::from_key(key);
        if field.is_none() && !key.is_empty() {
            errors.add(&name, "field-unknown-choice");
        }
        if field.is_some() && seen.contains(&field) {
            errors.add(&name, "import-field-twice");
        }
        seen.push(field);
        let heading = column.heading.as_str();
        if field.map(Field::key) != column.field.as_deref()
            || remembered.contradicts(heading, field)
        {
            changes.push((heading, field));
        }
    }
    let names = [Field::Name, Field::FamilyName, Field::GivenName];
    if !names.iter().any(|name| seen.contains(&Some(*name))) {
        errors.add("", "import-names-missing");
    }
    errors.or_ok(changes)
}

#[derive(Deserialize)]
struct TakeForm {
    /// Says that refused rows may be left out.
    #[serde(default)]
    skip: String,
}

async fn take(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<ImportId>,
    Form(form): Form<TakeForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let upload = idle(&mut tx, &app, &actor, id).await?;
    let skip_refused = form.skip == "yes";
    if upload.state != UploadState::Checked {
        return Err(Error::Conflict(said("import-not-checked")));
    }
    if upload.counts.refused > 0 && !skip_refused {
        return Err(Error::Conflict(said("import-has-refused")));
    }
    let task = Task {
        import: id,
        skip_refused,
    };
    begin(tx, &app, &actor, &upload, job::TAKE, &task).await
}

/// An import of the actor that no job works on and that is not over.
async fn idle(tx: &mut Tx, app: &App, actor: &Actor, id: ImportId) -> Result<Upload> {
    let keys = app.keys.site(tx, actor.own_site()?).await?;
    let upload = store::of_owner(tx, &keys, actor, id).await?;
    if upload.state == UploadState::Taken {
        return Err(Error::Conflict(said("import-is-taken")));
    }
    if let Some(job) = upload.job
        && let Some(job) = jobs::store::visible(tx, actor, job).await?
        && !job.state.is_over()
    {
        return Err(Error::Conflict(said("import-in-work")));
    }
    Ok(upload)
}

/// Hands the import to a job and records who asked for it.
async fn begin(
    mut tx: Tx,
    app: &App,
    actor: &Actor,
    upload: &Upload,
    kind: &'static str,
    task: &Task,
) -> Result<Response> {
    let now = app.clock.now();
    let job = jobs::enqueue(&mut tx, actor, kind, &serde_json::to_value(task)?, now).await?;
    if !store::begin(&mut tx, actor.own_site()?, upload, job).await? {
        return Err(Error::Conflict(said("import-in-work")));
    }
    let act = if kind == job::TAKE { REQUEST } else { CHECK };
    let entry =
        Entry::new(act, "import", upload.id.0).with(json!({ "skip_refused": task.skip_refused }));
    audit::record(&mut tx, actor, now, entry).await?;
    tx.commit().await?;
    app.jobs.wake();
    see_other(&format!("/imports/{}", upload.id))
}

async fn refusals(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<ImportId>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.read().await?;
    let keys = app.keys.site(&mut tx, site).await?;
    store::of_owner(&mut tx, &keys, &actor, id).await?;
    let findings = store::findings(&mut tx, &keys, site, id).await?;
    let csv = findings.csv(&ui).map_err(|e| Error::Internal(e.into()))?;
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    let name = format!(
        "attachment; filename=\"{}.csv\"",
        ui.t("import-issues-file")
    );
    let name = HeaderValue::from_str(&name).map_err(|e| Error::Internal(e.into()))?;
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, csv).into_response())
}

async fn discard(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<ImportId>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let upload = idle(&mut tx, &app, &actor, id).await?;
    let site = actor.own_site()?;
    store::discard(&mut tx, site, upload.id).await?;
    jobs::store::forget(&mut tx, site, upload.id.0).await?;
    let entry = Entry::new(DISCARD, "import", upload.id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/imports", "import-discarded")
}
