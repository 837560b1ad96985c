mod lookup;
mod shown;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use law::rules::Notice;
use law::{Deadline, PathResult};
use platform::audit::{self, Entry};
use platform::ui::{FieldErrors, Ui};
use platform::{Act, Actor, App, Path, Query, Result, Role, Routes, page, page_as};
use serde::Deserialize;
use serde_json::json;

pub use lookup::LOOKUP;
use shown::{AccessGroup, Path as ShownPath, Sheet, kind_key};

use super::facts::{Background, Outlook};
use super::store;
use crate::cases::{self, Case, CaseId};
use crate::fields;
use crate::link::CaseLink;
use crate::people::Person;

const READ: Act = Act::new("entitlement.read", &[Role::CaseManager]);

/// The case page shows the deadlines that come next.
const ON_CASE_PAGE: usize = 3;
const ON_SHEET: usize = 6;

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/entitlements", READ, show)
        .get("/cases/{id}/entitlements/sheet", READ, sheet)
        .get("/law", LOOKUP, lookup::show)
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    on: String,
}

/// The asked day; today where none was given or none can be read.
fn asked(text: &str, today: Date) -> (Date, FieldErrors) {
    let mut errors = FieldErrors::none();
    let on = fields::day(&mut errors, "on", text).unwrap_or(today);
    (on, errors)
}

#[derive(Template)]
#[template(path = "entitlements/templates/show.html")]
struct EntitlementShow {
    ui: Ui,
    link: CaseLink,
    name: String,
    on: Date,
    /// As the date field has it.
    asked: String,
    errors: FieldErrors,
    stand: Date,
    notice: &'static str,
    contact: &'static str,
    remarks: Vec<String>,
    groups: Vec<AccessGroup>,
    paths: Vec<ShownPath>,
    coming: Vec<ShownDeadline>,
    passed: Vec<ShownDeadline>,
    notices: Vec<Notice>,
}

impl EntitlementShow {
    fn sheet(&self) -> String {
        format!("{}/entitlements/sheet?on={}", self.link.href, self.on)
    }
}

struct ShownDeadline {
    deadline: Deadline,
    kind: &'static str,
}

async fn show(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Query(query): Query<Asked>,
) -> Result<Response> {
    let (on, errors) = asked(&query.on, app.clock.today());
    let (case, person, outlook) = read(&app, &actor, id, on, "page").await?;
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let remarks = remarks(&ui, &outlook);
    let answer = outlook.answer;
    let (passed, coming) = answer
        .deadlines
        .into_iter()
        .map(deadline)
        .partition(|one| one.deadline.passed);
    let page = EntitlementShow {
        link: CaseLink::to(&case),
        name: cases::web::named(&ui, &person),
        asked: on.to_string(),
        on,
        errors,
        stand: answer.stand,
        notice: answer.notice,
        contact: answer.contact,
        remarks,
        groups: shown::groups(&ui, answer.access),
        paths: shown::paths(answer.perspectives),
        coming,
        passed,
        notices: answer.notices,
        ui,
    };
    page_as(status, &page)
}

fn deadline(deadline: Deadline) -> ShownDeadline {
    let kind = kind_key(deadline.kind);
    ShownDeadline { deadline, kind }
}

/// What the reader has to know of the file before relying on the answer.
fn remarks(ui: &Ui, outlook: &Outlook) -> Vec<String> {
    let mut remarks = outlook.answer.doubts.clone();
    if outlook.rough_beginning {
        remarks.push(ui.t("entitlement-rough-beginning"));
    }
    if let Some(day) = outlook.paper_ended_on {
        remarks.push(ui.ta("entitlement-paper-ended", &[("day", &ui.day(day))]));
    }
    remarks
}

/// The case, its person and the answer for the day; the reading is recorded.
async fn read(
    app: &App,
    actor: &Actor,
    id: CaseId,
    on: Date,
    what: &str,
) -> Result<(Case, Person, Outlook)> {
    let mut tx = app.db.write().await?;
    let case = cases::visible(&mut tx, app, actor, id).await?;
    let person = case.person(&mut tx).await?;
    let background = store::background(&mut tx, &case, &person).await?;
    let entry = Entry::new(READ, "case", id.0).with(json!({"on": on, "what": what}));
    audit::record(&mut tx, actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    Ok((case, person, background.outlook(on)))
}

#[derive(Template)]
#[template(path = "entitlements/templates/sheet.html")]
struct EntitlementSheet {
    ui: Ui,
    link: CaseLink,
    name: String,
    on: Date,
    stand: Date,
    sheet: Sheet,
    coming: Vec<Deadline>,
}

impl EntitlementSheet {
    fn page(&self) -> String {
        format!("{}/entitlements", self.link.href)
    }
}

async fn sheet(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Query(query): Query<Asked>,
) -> Result<Response> {
    let (on, _) = asked(&query.on, app.clock.today());
    let (case, person, outlook) = read(&app, &actor, id, on, "sheet").await?;
    let answer = outlook.answer;
    let coming = answer.deadlines.iter().filter(|deadline| !deadline.passed);
    page(&EntitlementSheet {
        link: CaseLink::to(&case),
        name: cases::web::named(&ui, &person),
        on,
        stand: answer.stand,
        coming: coming.take(ON_SHEET).cloned().collect(),
        sheet: Sheet::of(&ui, &answer),
        ui,
    })
}

#[derive(Template)]
#[template(path = "entitlements/templates/_panel.html")]
struct EntitlementPanel<'a> {
    ui: &'a Ui,
    href: String,
    open: usize,
    coming: Vec<ShownDeadline>,
}

/// The next deadlines and the number of open perspectives, as a part of the case page; nothing for
/// those who may not read more.
pub fn panel(
    ui: &Ui,
    actor: &Actor,
    case: &Case,
    background: &Background,
    today: Date,
) -> Result<String> {
    if !READ.is_open_to(actor.role) {
        return Ok(String::new());
    }
    let answer = background.outlook(today).answer;
    let paths = answer.perspectives.iter();
    let open = paths.filter(|path| path.result == PathResult::Open).count();
    let deadlines = answer.deadlines.into_iter();
    let coming = deadlines.filter(|deadline| !deadline.passed);
    let panel = EntitlementPanel {
        ui,
        href: format!("/cases/{}/entitlements", case.id),
        open,
        coming: coming.take(ON_CASE_PAGE).map(deadline).collect(),
    };
    Ok(panel.render()?)
}
