mod lookup;
mod news;
mod rules;
mod sheet;
mod shown;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use db::Tx;
use jiff::civil::Date;
use law::{Deadline, Duty, PathResult};
use platform::audit::{self, Entry};
use platform::ui::{FieldErrors, Ui};
use platform::{Act, Actor, App, Path, Query, Result, Role, Routes, page_as};
use serde::Deserialize;
use serde_json::json;

pub use lookup::LOOKUP;
use news::News;
pub use news::changes;
#[cfg(test)]
pub(super) use sheet::plain_key;
pub(crate) use shown::kind_key;
use shown::{AccessGroup, Path as ShownPath, Ways};

use super::facts::{Background, Outlook};
use super::store;
use crate::cases::{self, Case, CaseId};
use crate::fields;
use crate::link::CaseLink;
use crate::notices::{self, ShownNotice};
use crate::people::Person;

const READ: Act = Act::new("entitlement.read", &[Role::CaseManager]);

/// The case page shows the deadlines that come next.
const ON_CASE_PAGE: usize = 3;

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/entitlements", READ, show)
        .get("/cases/{id}/entitlements/sheet", READ, sheet::show)
        .post(
            "/cases/{id}/entitlements/acknowledgement",
            news::ACKNOWLEDGE,
            news::acknowledge,
        )
        .get("/law", LOOKUP, lookup::show)
        .get("/law/rules/{rule}", LOOKUP, rules::show)
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
    contact: String,
    remarks: Vec<String>,
    changes: String,
    /// What will open or close, and on which day.
    prospects: Vec<(Date, News)>,
    groups: Vec<AccessGroup>,
    paths: Vec<ShownPath>,
    coming: Vec<ShownDeadline>,
    passed: Vec<ShownDeadline>,
    duties: Vec<ShownDuty>,
}

impl EntitlementShow {
    fn sheet(&self) -> String {
        format!("{}/entitlements/sheet?on={}", self.link.href, self.on)
    }
}

struct ShownDeadline {
    deadline: Deadline,
    kind: &'static str,
    notices: Vec<ShownNotice>,
}

struct ShownDuty {
    duty: Duty,
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
    let mut tx = app.db.write().await?;
    let (case, person, background) = read(&mut tx, &app, &actor, id, (on, "page")).await?;
    let today = app.clock.today();
    let changes = if on == today {
        changes(&mut tx, (&ui, &actor), &case, &background, today).await?
    } else {
        String::new()
    };
    let local = notices::store::of_site(&mut tx, case.site).await?;
    tx.commit().await?;
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let head = Head {
        link: CaseLink::to(&case),
        name: cases::web::named(&ui, &person),
        on,
        errors,
        changes,
    };
    let notices = notices::in_force(&local, on);
    page_as(status, &shown(ui, head, id, &background, &notices))
}

/// What stands above the answer of the law.
struct Head {
    link: CaseLink,
    name: String,
    on: Date,
    errors: FieldErrors,
    changes: String,
}

fn shown(
    ui: Ui,
    head: Head,
    id: CaseId,
    background: &Background,
    notices: &[ShownNotice],
) -> EntitlementShow {
    let outlook = background.outlook(head.on);
    let prospects = background.prospects(&outlook.answer).into_iter();
    let remarks = remarks(&ui, &outlook);
    let ways = Ways::of(id, background);
    let answer = outlook.answer;
    let duties = answer.duties.into_iter();
    let (passed, coming) = answer
        .deadlines
        .into_iter()
        .map(|one| deadline(one, notices))
        .partition(|one| one.deadline.passed);
    EntitlementShow {
        link: head.link,
        name: head.name,
        asked: head.on.to_string(),
        on: head.on,
        errors: head.errors,
        stand: answer.stand,
        contact: caution(&ui, head.on),
        remarks,
        changes: head.changes,
        prospects: prospects
            .map(|(day, change)| (day, news::told(&ui, change)))
            .collect(),
        groups: shown::groups(&ui, &ways, notices, answer.access),
        paths: shown::paths(&ui, &ways, notices, (answer.perspectives, head.on)),
        coming,
        passed,
        duties: duties.map(duty).collect(),
        ui,
    }
}

fn deadline(deadline: Deadline, notices: &[ShownNotice]) -> ShownDeadline {
    ShownDeadline {
        kind: kind_key(deadline.kind),
        notices: shown::about(notices, &deadline.id),
        deadline,
    }
}

fn duty(duty: Duty) -> ShownDuty {
    ShownDuty {
        kind: kind_key(duty.kind),
        duty,
    }
}

/// Whom to ask, and what was not read for the day.
fn caution(ui: &Ui, on: Date) -> String {
    let contact = ui.t("entitlement-contact");
    let last = law::Rules::embedded()
        .read_until()
        .filter(|last| *last < on);
    let unread = last.map(|last| ui.ta("entitlement-unread", &[("day", &ui.day(last))]));
    std::iter::once(contact)
        .chain(unread)
        .collect::<Vec<_>>()
        .join(" ")
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

/// The case, its person and what the law asks of them; the reading is recorded.
async fn read(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    id: CaseId,
    (on, what): (Date, &str),
) -> Result<(Case, Person, Background)> {
    let case = cases::visible(tx, app, actor, id).await?;
    let person = case.person(tx).await?;
    let background = store::background(tx, &case, &person).await?;
    let entry = Entry::new(READ, "case", id.0).with(json!({"on": on, "what": what}));
    audit::record(tx, actor, app.clock.now(), entry).await?;
    Ok((case, person, background))
}

#[derive(Template)]
#[template(path = "entitlements/templates/_panel.html")]
struct EntitlementPanel<'a> {
    ui: &'a Ui,
    href: String,
    stand: Date,
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
        stand: answer.stand,
        open,
        coming: coming
            .take(ON_CASE_PAGE)
            .map(|one| deadline(one, &[]))
            .collect(),
    };
    Ok(panel.render()?)
}
