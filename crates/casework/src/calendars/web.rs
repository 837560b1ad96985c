use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::sessions::Token;
use platform::ui::{Lang, Ui};
use platform::{
    Act, Actor, App, Error, NavEntry, Path, Result, Role, Routes, Section, SiteId, page,
    see_other_with,
};

use super::calendar;
use super::store::{self, Feed};
use crate::entitlements::{self, Upcoming, kind_key};

const READ: Act = Act::new("deadline.read", &[Role::CaseManager]);
const RENEW: Act = Act::new("calendar.renew", &[Role::CaseManager]);
const END: Act = Act::new("calendar.end", &[Role::CaseManager]);
const FETCH: Act = Act::new("calendar.fetch", &[Role::CaseManager]);

/// The list looks eight weeks ahead, the calendar a year.
pub(crate) const LIST_DAYS: i64 = 56;
const CALENDAR_DAYS: i64 = 366;

pub(crate) const NAV: NavEntry = NavEntry {
    section: Section::Cases,
    label_key: "nav-deadlines",
    href: "/deadlines",
    act: READ,
};

pub fn routes() -> Routes {
    Routes::new()
        .get("/deadlines", READ, index)
        .post("/deadlines/calendar", RENEW, renew)
        .delete("/deadlines/calendar", END, end)
        .open("GET", "/calendar/{site}/{token}", get(feed))
}

#[derive(Template)]
#[template(path = "calendars/templates/index.html")]
struct DeadlineIndex {
    ui: Ui,
    deadlines: Vec<(Upcoming, &'static str)>,
    feed: Option<Feed>,
    stand: Date,
    until: Date,
}

async fn index(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let site = actor.own_site()?;
    let deadlines = entitlements::upcoming(&mut tx, &app, &actor, LIST_DAYS).await?;
    let feed = store::of_actor(&mut tx, site, actor.account).await?;
    let entry = Entry::new(READ, "account", actor.account.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let today = app.clock.today();
    let shown = |one: Upcoming| {
        let kind = kind_key(one.deadline.kind);
        (one, kind)
    };
    page(&DeadlineIndex {
        deadlines: deadlines.into_iter().map(shown).collect(),
        feed,
        stand: entitlements::stand(today),
        until: today.saturating_add(jiff::Span::new().days(LIST_DAYS)),
        ui,
    })
}

#[derive(Template)]
#[template(path = "calendars/templates/once.html")]
struct CalendarOnce {
    ui: Ui,
    address: String,
}

/// Makes an address and shows it once: only its hash is kept.
async fn renew(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    headers: HeaderMap,
) -> Result<Response> {
    let site = actor.own_site()?;
    let token = Token::generate();
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    store::renew(&mut tx, site, actor.account, &token.hash(), now).await?;
    let entry = Entry::new(RENEW, "account", actor.account.0);
    audit::record(&mut tx, &actor, now, entry).await?;
    tx.commit().await?;
    let path = format!("/calendar/{site}/{}.ics", token.expose());
    page(&CalendarOnce {
        address: format!("{}{path}", origin(&app, &headers)),
        ui,
    })
}

/// Where this program is reached, as the browser just did.
fn origin(app: &App, headers: &HeaderMap) -> String {
    let scheme = if app.settings.secure_cookies {
        "https"
    } else {
        "http"
    };
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    host.map_or(String::new(), |host| format!("{scheme}://{host}"))
}

async fn end(State(app): State<App>, actor: Actor) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if !store::end(&mut tx, actor.own_site()?, actor.account).await? {
        return Err(Error::NotFound);
    }
    let entry = Entry::new(END, "account", actor.account.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/deadlines", "calendar-ended")
}

/// What a calendar program fetches. The first fetch of a day stands in the audit trail.
async fn feed(
    State(app): State<App>,
    Path((site, token)): Path<(SiteId, String)>,
) -> Result<Response> {
    let token = token.strip_suffix(".ics").ok_or(Error::NotFound)?;
    let today = app.clock.today();
    let mut tx = app.db.write().await?;
    let hash = Token::from_cookie(token).hash();
    let found = store::by_token(&mut tx, site, &hash).await?;
    let feed = found.ok_or(Error::NotFound)?;
    let owner = store::owner(&mut tx, site, feed.account).await?;
    let owner = owner.ok_or(Error::NotFound)?;
    let deadlines = entitlements::upcoming(&mut tx, &app, &owner, CALENDAR_DAYS).await?;
    if feed.fetched_on != Some(today) {
        store::fetched(&mut tx, site, owner.account, today).await?;
        let entry = Entry::new(FETCH, "account", owner.account.0);
        audit::record(&mut tx, &owner, app.clock.now(), entry).await?;
        tx.commit().await?;
    }
    let ui = Ui::voice(app.texts.clone(), Lang::De);
    let stand = entitlements::stand(today);
    let text = calendar::written(&ui, &deadlines, stand, app.clock.now());
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kind, text).into_response())
}
