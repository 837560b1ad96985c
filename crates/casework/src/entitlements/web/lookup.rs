//! What is open to somebody with a status on a day, without a case.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use law::{AccessLookup, Facts, LookupRow, Status};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{Act, App, Query, Result, Role, page_as};
use serde::Deserialize;

use super::{asked, shown};
use crate::entitlements::terms;
use crate::statuses;

pub const LOOKUP: Act = Act::new(
    "law.lookup",
    &[Role::CaseManager, Role::TeamLead, Role::Coordinator],
);

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    status: String,
    #[serde(default)]
    on: String,
}

#[derive(Template)]
#[template(path = "entitlements/templates/law.html")]
struct LawLookup {
    ui: Ui,
    codes: Vec<Choice>,
    on: Date,
    asked: String,
    errors: FieldErrors,
    chosen: Option<ShownStatus>,
    topics: Vec<Topic>,
    statuses: Vec<ShownStatus>,
    stand: Date,
}

struct ShownStatus {
    status: &'static Status,
    label: String,
    issued: bool,
}

struct Topic {
    id: String,
    title: String,
    rows: Vec<Row>,
}

struct Row {
    found: LookupRow,
    label: &'static str,
    style: &'static str,
    /// What decides, in words; empty: nothing else.
    depends_on: String,
}

pub(super) async fn show(
    State(app): State<App>,
    ui: Ui,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let (on, mut errors) = asked(&wanted.on, app.clock.today());
    let known = law::status::find(&wanted.status);
    if known.is_none() && !wanted.status.is_empty() {
        errors.add("status", "field-unknown-choice");
    }
    let topics = known.and_then(|status| law::access_lookup(status.code.as_str(), on));
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let page = LawLookup {
        codes: statuses::choices(&ui, &wanted.status),
        asked: on.to_string(),
        chosen: known.map(|status| shown_status(&ui, status, on)),
        topics: told(&ui, &topics.unwrap_or_default()),
        statuses: law::status::all()
            .iter()
            .map(|s| shown_status(&ui, s, on))
            .collect(),
        stand: law::check(&Facts::default(), on).stand,
        on,
        errors,
        ui,
    };
    page_as(status, &page)
}

fn shown_status(ui: &Ui, status: &'static Status, on: Date) -> ShownStatus {
    ShownStatus {
        label: statuses::label(ui, &status.code),
        issued: status.issued_on(on),
        status,
    }
}

fn told(ui: &Ui, topics: &[AccessLookup]) -> Vec<Topic> {
    let row = |one: &LookupRow| {
        let (label, style) = shown::result(one.result);
        let words = one
            .depends_on
            .iter()
            .map(|term| terms::said(ui, topics, term));
        Row {
            depends_on: terms::list(words).join(", "),
            found: one.clone(),
            label,
            style,
        }
    };
    let topic = |one: &AccessLookup| Topic {
        id: one.id.clone(),
        title: one.title.clone(),
        rows: one.rows.iter().map(row).collect(),
    };
    topics.iter().map(topic).collect()
}
