//! What has changed since somebody last looked, until it is acknowledged.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use jiff::civil::Date;
use law::Change;
use platform::audit::{self, Entry};
use platform::ui::Ui;
use platform::{Act, Actor, App, Path, Result, Role, see_other_with};
use serde_json::json;

use super::shown;
use crate::cases::{self, Case, CaseId};
use crate::entitlements::changes::Seen;
use crate::entitlements::facts::Background;
use crate::entitlements::store;

pub(super) const ACKNOWLEDGE: Act = Act::new("entitlement.acknowledge", &[Role::CaseManager]);

/// One change in words.
pub(super) struct News {
    pub id: String,
    pub title: String,
    pub para: String,
    /// Text key and badge of what was, and of what is.
    pub before: Option<(&'static str, &'static str)>,
    pub after: Option<(&'static str, &'static str)>,
    /// What else there is to say: since when, or from which day to which.
    pub note: String,
}

#[expect(clippy::too_many_lines, reason = "one arm for each kind of change")]
pub(super) fn told(ui: &Ui, change: Change) -> News {
    match change {
        Change::Access {
            id,
            title,
            before,
            after,
            since,
            para,
        } => News {
            id,
            title,
            para,
            before: Some(shown::result(before)),
            after: Some(shown::result(after)),
            note: since.map_or(String::new(), |day| {
                ui.ta("fact-since", &[("day", &ui.day(day))])
            }),
        },
        Change::Path {
            id,
            title,
            before,
            after,
            para,
        } => News {
            id,
            title,
            para,
            before: Some(shown::path_result(before)),
            after: Some(shown::path_result(after)),
            note: String::new(),
        },
        Change::Deadline {
            title,
            before,
            after,
            para,
            ..
        } => News {
            id: "deadlines".to_owned(),
            title,
            para,
            before: None,
            after: None,
            note: moved(ui, before, after),
        },
    }
}

fn moved(ui: &Ui, before: Option<Date>, after: Option<Date>) -> String {
    match (before, after) {
        (None, None) => String::new(),
        (None, Some(day)) => ui.ta("entitlement-deadline-new", &[("day", &ui.day(day))]),
        (Some(day), None) => ui.ta("entitlement-deadline-gone", &[("day", &ui.day(day))]),
        (Some(old), Some(new)) => ui.ta(
            "entitlement-deadline-moved",
            &[("old", &ui.day(old)), ("new", &ui.day(new))],
        ),
    }
}

#[derive(Template)]
#[template(path = "entitlements/templates/_changes.html")]
struct EntitlementChanges<'a> {
    ui: &'a Ui,
    href: String,
    seen_on: Date,
    news: Vec<News>,
}

/// What has changed since somebody last looked at the case, as a part of a page; empty where
/// nothing has, and for those who may not read more. The first look is noted.
pub async fn changes(
    tx: &mut Tx,
    (ui, actor): (&Ui, &Actor),
    case: &Case,
    background: &Background,
    today: Date,
) -> Result<String> {
    if !ACKNOWLEDGE.is_open_to(actor.role) {
        return Ok(String::new());
    }
    let answer = background.outlook(today).answer;
    let Some((seen_on, seen)) = store::seen(tx, case).await? else {
        store::save_seen(tx, case, today, &Seen::of(&answer)).await?;
        return Ok(String::new());
    };
    let news = seen.changes(&answer).into_iter();
    let panel = EntitlementChanges {
        ui,
        href: format!("/cases/{}/entitlements", case.id),
        seen_on,
        news: news.map(|change| told(ui, change)).collect(),
    };
    if panel.news.is_empty() {
        return Ok(String::new());
    }
    Ok(panel.render()?)
}

pub(super) async fn acknowledge(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let person = case.person(&mut tx).await?;
    let background = store::background(&mut tx, &case, &person).await?;
    let today = app.clock.today();
    let answer = background.outlook(today).answer;
    store::save_seen(&mut tx, &case, today, &Seen::of(&answer)).await?;
    let entry = Entry::new(ACKNOWLEDGE, "case", id.0).with(json!({"on": today}));
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(
        &format!("/cases/{id}/entitlements"),
        "entitlement-acknowledged",
    )
}
