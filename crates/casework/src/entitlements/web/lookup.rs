//! What is open to somebody with a status on a day, without a case.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Span;
use jiff::civil::Date;
use law::{AccessLookup, Facts, LookupRow, Status, StatusSpan};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{Act, Actor, App, Query, Result, Role, page_as};
use serde::Deserialize;

use super::shown::{AccessGroup, Ways};
use super::{asked, shown};
use crate::codes::Nationality;
use crate::entitlements::terms;
use crate::{fields, notices, people, statuses};

/// Also for those who keep the notices that belong to rules.
pub const LOOKUP: Act = Act::new(
    "law.lookup",
    &[
        Role::CaseManager,
        Role::TeamLead,
        Role::Coordinator,
        Role::SiteAdmin,
    ],
);

/// Names nobody: an age instead of a birthday.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    status: String,
    on: String,
    since: String,
    entered: String,
    age: String,
    nationality: String,
    applied: String,
    reception: String,
}

impl Wanted {
    /// What is known besides status and day; none where nothing was given.
    fn facts(&self, errors: &mut FieldErrors, status: &Status, on: Date) -> Option<Facts> {
        let since = fields::day(errors, "since", &self.since);
        let entered = fields::day(errors, "entered", &self.entered);
        let applied = fields::day(errors, "applied", &self.applied);
        let age = fields::number(errors, "age", &self.age, (0, 120));
        let nationality = Nationality::parse(&self.nationality);
        let reception = match self.reception.as_str() {
            "yes" => Some(vec![law::Span {
                from: entered.unwrap_or(on),
                to: None,
            }]),
            "no" => Some(Vec::new()),
            _ => None,
        };
        let given = since.or(entered).or(applied).is_some()
            || age.is_some()
            || nationality.is_some()
            || reception.is_some();
        given.then(|| Facts {
            statuses: Some(vec![StatusSpan {
                code: status.code.clone(),
                from: since.unwrap_or(on),
                to: None,
            }]),
            entered_germany: entered,
            asylum_application_on: applied,
            birth_date: age.map(|years| on.saturating_sub(Span::new().years(years))),
            nationality: nationality.map(|one| one.key().to_owned()),
            lives_in_reception_centre: reception,
            absences: Some(Vec::new()),
            ..Facts::default()
        })
    }
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
    wanted: Wanted,
    nationalities: Vec<Choice>,
    receptions: Vec<Choice>,
    /// What is open with the facts that were given.
    groups: Vec<AccessGroup>,
    statuses: Vec<ShownStatus>,
    stand: Date,
    contact: String,
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
    actor: Actor,
    ui: Ui,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let (on, mut errors) = asked(&wanted.on, app.clock.today());
    let known = law::status::find(&wanted.status);
    if known.is_none() && !wanted.status.is_empty() {
        errors.add("status", "field-unknown-choice");
    }
    let topics = known.and_then(|status| law::access_lookup(status.code.as_str(), on));
    let facts = known.and_then(|status| wanted.facts(&mut errors, status, on));
    let mut tx = app.db.read().await?;
    let local = notices::store::of_site(&mut tx, actor.own_site()?).await?;
    let notices = notices::in_force(&local, on);
    let answers = facts.map(|facts| law::check(&facts, on).access);
    let groups = answers.map(|answers| shown::groups(&ui, &Ways::nowhere(), &notices, answers));
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let page = LawLookup {
        codes: statuses::choices(&ui, &wanted.status),
        nationalities: people::nationalities(&ui, &wanted.nationality),
        receptions: receptions(&ui, &wanted.reception),
        groups: groups.unwrap_or_default(),
        wanted,
        asked: on.to_string(),
        chosen: known.map(|status| shown_status(&ui, status, on)),
        topics: told(&ui, &topics.unwrap_or_default()),
        statuses: law::status::all()
            .iter()
            .map(|s| shown_status(&ui, s, on))
            .collect(),
        stand: crate::entitlements::stand(on),
        contact: super::caution(&ui, on),
        on,
        errors,
        ui,
    };
    page_as(status, &page)
}

fn receptions(ui: &Ui, chosen: &str) -> Vec<Choice> {
    let choice = |code: &str, key| Choice::new(code, ui.t(key)).chosen_if(code == chosen);
    vec![choice("yes", "fact-yes"), choice("no", "fact-no")]
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
