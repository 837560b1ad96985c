use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use platform::audit::store::Named;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, NavEntry, Path, Result, Role, Routes, Section, page, page_as,
    see_other,
};
use serde::Deserialize;
use serde_json::json;

use super::{store, until};
use crate::cases::{self, CaseId, CaseNumber};
use crate::codes::InspectionReason;
use crate::fields;

const INSPECT: Act = Act::new("case.inspect", &[Role::TeamLead]);
const READERS: Act = Act::new("case.readers", &[Role::CaseManager, Role::Auditor]);
const FIND: Act = Act::new("case.find_readers", &[Role::Auditor]);

pub(crate) const NAV: NavEntry = NavEntry {
    section: Section::Administration,
    label_key: "nav-readers",
    href: "/readers",
    act: FIND,
};

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/inspection", INSPECT, ask)
        .post("/cases/{id}/inspection", INSPECT, inspect)
        .get("/cases/{id}/readers", READERS, readers)
        .get("/readers", FIND, find)
        .post("/readers", FIND, found)
}

#[derive(Template)]
#[template(path = "inspections/templates/new.html")]
struct CaseInspection {
    ui: Ui,
    case: CaseId,
    number: CaseNumber,
    reasons: Vec<Choice>,
    errors: FieldErrors,
}

/// A file that is open already is shown at once.
async fn ask(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    if cases::visible(&mut tx, &app, &actor, id).await.is_ok() {
        return see_other(&format!("/cases/{id}"));
    }
    let known = store::number(&mut tx, actor.own_site()?, id).await?;
    let number = known.ok_or(Error::NotFound)?;
    page(&CaseInspection {
        reasons: InspectionReason::choices(&ui, None),
        ui,
        case: id,
        number,
        errors: FieldErrors::none(),
    })
}

#[derive(Deserialize)]
struct ReasonForm {
    #[serde(default)]
    reason: String,
}

async fn inspect(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Form(form): Form<ReasonForm>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.write().await?;
    let number = store::number(&mut tx, site, id)
        .await?
        .ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::none();
    let reason = fields::chosen(&mut errors, "reason", &form.reason, InspectionReason::parse);
    let Some(reason) = reason else {
        let reasons = InspectionReason::choices(&ui, None);
        let again = CaseInspection {
            ui,
            case: id,
            number,
            reasons,
            errors,
        };
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
    };
    let now = app.clock.now();
    store::insert(&mut tx, site, id, &actor, reason, until(now)).await?;
    let facts = json!({"reason": reason.code(), "until": until(now)});
    let entry = Entry::new(INSPECT, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, now, entry).await?;
    tx.commit().await?;
    see_other(&format!("/cases/{id}"))
}

#[derive(Template)]
#[template(path = "inspections/templates/readers.html")]
struct CaseReaders {
    ui: Ui,
    case: CaseId,
    number: CaseNumber,
    lines: Vec<Named>,
    /// The case itself is closed to auditors.
    back: Option<String>,
}

impl CaseReaders {
    fn role(&self, code: &str) -> String {
        Role::parse(code).map_or_else(|| "–".to_owned(), |role| self.ui.t(role.label_key()))
    }
}

async fn readers(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.write().await?;
    let number = store::number(&mut tx, site, id)
        .await?
        .ok_or(Error::NotFound)?;
    if actor.role != Role::Auditor {
        cases::visible(&mut tx, &app, &actor, id).await?;
    }
    let lines = audit::store::page(&mut tx, site, i64::MAX, Some(id.0), 200).await?;
    let entry = Entry::new(READERS, "case", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let back = (actor.role != Role::Auditor).then(|| format!("/cases/{id}"));
    page(&CaseReaders {
        ui,
        case: id,
        number,
        lines,
        back,
    })
}

/// Auditors are asked about a case by its number.
#[derive(Template)]
#[template(path = "inspections/templates/find.html")]
struct ReadersFind {
    ui: Ui,
    number: String,
    errors: FieldErrors,
}

async fn find(ui: Ui) -> Result<Response> {
    page(&ReadersFind {
        ui,
        number: String::new(),
        errors: FieldErrors::none(),
    })
}

#[derive(Deserialize)]
struct FindForm {
    #[serde(default)]
    number: String,
}

async fn found(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<FindForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let number = form.number.trim();
    let known = store::numbered(&mut tx, actor.own_site()?, number).await?;
    let entry = Entry::new(FIND, "case", known.map(|id| id.0));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    if let Some(id) = known {
        return see_other(&format!("/cases/{id}/readers"));
    }
    let mut errors = FieldErrors::none();
    errors.add("number", "readers-no-case");
    let again = ReadersFind {
        ui,
        number: form.number,
        errors,
    };
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &again)
}
