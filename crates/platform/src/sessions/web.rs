use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, extract};
use jiff::Timestamp;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::refusal::{Refusal, Wait};
use super::store::{self, Credentials, HeldRole, OpenSession, Visitor};
use super::throttle::{FREE_OF_ACCOUNT, FREE_OF_ADDRESS, wait_after};
use super::{PasswordHash, Token};
use crate::audit::{self, Entry};
use crate::middleware::{self, Address};
use crate::settings::DemoAccount;
use crate::ui::{FieldErrors, Lang, Theme, Ui};
use crate::{
    AccountId, Act, Actor, App, Error, Form, Path, Query, Result, Role, Routes, SiteId, page,
    page_as, see_other, see_other_with,
};

const EVERYBODY: &[Role] = &Role::ALL;
pub const HOME: Act = Act::new("home.show", EVERYBODY);
const OPEN: Act = Act::new("session.open", EVERYBODY);
const REFUSED: Act = Act::new("session.refuse", EVERYBODY);
const END: Act = Act::new("session.end", EVERYBODY);
pub(crate) const LIST: Act = Act::new("session.list", EVERYBODY);
const WEAR: Act = Act::new("session.wear", EVERYBODY);

pub fn routes() -> Routes {
    Routes::new()
        .open("GET", "/session/new", get(new))
        .open("POST", "/session", post(create))
        .open("POST", "/preferences", post(prefer))
        .get("/sessions", LIST, index)
        .post("/session/end", END, end)
        .post("/session/hat", WEAR, wear)
        .delete("/sessions", END, end_all)
        .delete("/sessions/{id}", END, end_one)
}

#[derive(Template)]
#[template(path = "sessions/templates/new.html")]
struct SessionNew {
    ui: Ui,
    email: String,
    next: String,
    errors: FieldErrors,
    demo: Vec<DemoAccount>,
}

#[derive(Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

async fn new(State(app): State<App>, ui: Ui, Query(to): Query<Next>) -> Result<Response> {
    page(&SessionNew {
        ui,
        email: String::new(),
        next: to.next,
        errors: FieldErrors::none(),
        demo: app.settings.demo_accounts.clone(),
    })
}

#[derive(Deserialize)]
struct SignIn {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

async fn create(
    State(app): State<App>,
    ui: Ui,
    Extension(Address(address)): Extension<Address>,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Result<Response> {
    let visitor = Visitor {
        address,
        agent: agent(&headers),
    };
    let email = form.email.trim().to_lowercase();
    match sign_in(&app, &email, form.password, &visitor).await? {
        Ok(token) => {
            let mut response = see_other(local_path(&form.next))?;
            set_cookie(&app, &mut response, token.expose(), None)?;
            Ok(response)
        }
        Err(refusal) => {
            let mut errors = FieldErrors::none();
            errors.add_problem("", refusal.problem());
            let again = SessionNew {
                ui,
                email: form.email,
                next: form.next,
                errors,
                demo: app.settings.demo_accounts.clone(),
            };
            let Refusal::Throttled(wait) = refusal else {
                return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
            };
            let mut response = page_as(StatusCode::TOO_MANY_REQUESTS, &again)?;
            let headers = response.headers_mut();
            headers.insert(header::RETRY_AFTER, HeaderValue::from(wait.seconds));
            Ok(response)
        }
    }
}

/// The kind of subject that is where a request comes from.
const ADDRESS: &str = "address";

/// A new session, or why there is none.
async fn sign_in(
    app: &App,
    email: &str,
    password: String,
    visitor: &Visitor,
) -> Result<std::result::Result<Token, Refusal>> {
    let now = app.clock.now();
    let subjects = [
        subject("account", email),
        subject(ADDRESS, &visitor.address),
    ];
    let mut tx = app.db.read().await?;
    let mut longest = None;
    for subject in &subjects {
        longest = longest.max(must_wait(&mut tx, subject, now).await?);
    }
    if let Some(wait) = longest {
        return Ok(Err(Refusal::Throttled(wait)));
    }
    let known = store::credentials(&mut tx, email).await?;
    drop(tx);
    let account = known.as_ref().map(|known| known.account);
    if !matches(known, password).await? {
        refuse(app, &subjects, account, now).await?;
        return Ok(Err(Refusal::Wrong));
    }
    let Some(account) = account else {
        return Ok(Err(Refusal::Wrong));
    };
    let mut tx = app.db.write().await?;
    let Some(role) = store::roles(&mut tx, account).await?.into_iter().next() else {
        return Ok(Err(Refusal::NoRole));
    };
    let token = Token::generate();
    let id = store::open(&mut tx, &token.hash(), account, &role, visitor, now).await?;
    for subject in &subjects {
        store::forgive(&mut tx, subject).await?;
    }
    let actor = wearing(account, id, &role);
    audit::record(&mut tx, &actor, now, Entry::new(OPEN, "session", id.0)).await?;
    tx.commit().await?;
    Ok(Ok(token))
}

/// Whether somebody has to wait before the next attempt.
pub(crate) async fn must_wait(
    tx: &mut db::Tx,
    subject: &str,
    now: Timestamp,
) -> Result<Option<Wait>> {
    let (failures, last) = store::failures(tx, subject).await?;
    let free = if subject.starts_with(ADDRESS) {
        FREE_OF_ADDRESS
    } else {
        FREE_OF_ACCOUNT
    };
    let left = wait_after(failures, free) - (now.as_second() - last.as_second());
    Ok((left > 0).then_some(Wait { seconds: left }))
}

fn wearing(account: crate::AccountId, session: crate::ids::SessionId, role: &HeldRole) -> Actor {
    Actor {
        account,
        name: String::new(),
        role: role.role,
        site: role.site,
        site_name: None,
        session,
        must_change_password: false,
    }
}

/// Takes the same time whether the account exists or not.
async fn matches(known: Option<Credentials>, password: String) -> Result<bool> {
    let open = known.as_ref().is_some_and(|known| !known.locked);
    let hash = known.map_or_else(nobody, |known| known.hash);
    let fits = tokio::task::spawn_blocking(move || super::verify(&password, &hash))
        .await
        .map_err(|e| Error::Internal(e.into()))?;
    Ok(fits && open)
}

/// The hash of a random password nobody knows.
fn nobody() -> PasswordHash {
    PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$bm90LWEtcmVhbC1zYWx0$7sQe0nEf5yJ0mZ1v1uJ0x0gq3H7Yz7dU8o5xg1mJb1A".to_owned())
}

async fn refuse(
    app: &App,
    subjects: &[String],
    account: Option<AccountId>,
    now: Timestamp,
) -> Result<()> {
    let mut tx = app.db.write().await?;
    // Asked for nobody too, so that it takes the same time.
    let roles = store::roles(&mut tx, account.unwrap_or(AccountId(Uuid::nil()))).await?;
    let site = roles.iter().find_map(|role| role.site);
    for subject in subjects {
        store::failed(&mut tx, subject, now).await?;
    }
    let entry = Entry::new(REFUSED, "account", account.map(|id| id.0));
    let site = site.unwrap_or(SiteId::PROGRAMME);
    audit::store::record_system(&mut tx, site, now, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Attempts are counted under a hash: what was typed as an address may be anything.
pub(crate) fn subject(kind: &str, value: &str) -> String {
    let digest = Sha256::digest(value.as_bytes());
    format!(
        "{kind}:{:x}",
        u128::from_be_bytes(digest[..16].try_into().unwrap_or_default())
    )
}

/// Failed attempts no longer count once an account has a new password.
pub(crate) async fn forgive_account(tx: &mut db::Tx, email: &str) -> Result<()> {
    Ok(store::forgive(tx, &subject("account", email)).await?)
}

fn agent(headers: &HeaderMap) -> String {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    agent.chars().take(200).collect()
}

/// Only paths of our own, so that a link to the sign-in leads nowhere else. Browsers leave tabs
/// and line ends out: to them `/<tab>/` is `//`, the beginning of another host.
fn local_path(next: &str) -> &str {
    let is_plain = next.chars().all(|c| c != '\\' && !c.is_control());
    let own = next.starts_with('/') && !next.starts_with("//") && is_plain;
    if own { next } else { "/" }
}

fn set_cookie(app: &App, response: &mut Response, value: &str, age: Option<u32>) -> Result<()> {
    let secure = if app.settings.secure_cookies {
        "; Secure"
    } else {
        ""
    };
    let age = age.map_or(String::new(), |age| format!("; Max-Age={age}"));
    let cookie = format!(
        "{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}",
        middleware::SESSION_COOKIE
    );
    let cookie = HeaderValue::from_str(&cookie).map_err(|e| Error::Internal(e.into()))?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(())
}

async fn end(State(app): State<App>, actor: Actor) -> Result<Response> {
    let mut tx = app.db.write().await?;
    store::end(&mut tx, actor.account, actor.session).await?;
    let entry = Entry::new(END, "session", actor.session.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let mut response = see_other("/session/new")?;
    set_cookie(&app, &mut response, "", Some(0))?;
    Ok(response)
}

#[derive(Template)]
#[template(path = "sessions/templates/index.html")]
struct SessionIndex {
    ui: Ui,
    sessions: Vec<OpenSession>,
    current: crate::ids::SessionId,
}

async fn index(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let sessions = store::of_account(&mut tx, actor.account, app.clock.now()).await?;
    page(&SessionIndex {
        ui,
        sessions,
        current: actor.session,
    })
}

async fn end_one(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<crate::ids::SessionId>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if !store::end(&mut tx, actor.account, id).await? {
        return Err(Error::NotFound);
    }
    audit::record(
        &mut tx,
        &actor,
        app.clock.now(),
        Entry::new(END, "session", id.0),
    )
    .await?;
    tx.commit().await?;
    see_other_with("/sessions", "session-ended")
}

async fn end_all(State(app): State<App>, actor: Actor) -> Result<Response> {
    let mut tx = app.db.write().await?;
    store::end_all(&mut tx, actor.account).await?;
    audit::record(
        &mut tx,
        &actor,
        app.clock.now(),
        Entry::new(END, "session", None),
    )
    .await?;
    tx.commit().await?;
    let mut response = see_other_with("/session/new", "signed-out")?;
    set_cookie(&app, &mut response, "", Some(0))?;
    Ok(response)
}

#[derive(Deserialize)]
struct Hat {
    hat: uuid::Uuid,
}

async fn wear(State(app): State<App>, actor: Actor, Form(wish): Form<Hat>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let held = store::roles(&mut tx, actor.account).await?;
    let role = held
        .into_iter()
        .find(|held| held.id == wish.hat)
        .ok_or(Error::NotFound)?;
    store::wear(&mut tx, actor.session, &role).await?;
    let wearer = wearing(actor.account, actor.session, &role);
    let entry = Entry::new(WEAR, "session", actor.session.0);
    audit::record(&mut tx, &wearer, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other("/")
}

#[derive(Deserialize)]
struct Preferences {
    lang: Option<String>,
    theme: Option<String>,
    #[serde(default)]
    back: String,
}

async fn prefer(extract::State(_): State<App>, Form(wish): Form<Preferences>) -> Result<Response> {
    let mut response = see_other(local_path(&wish.back))?;
    let lang = wish
        .lang
        .as_deref()
        .and_then(Lang::from_code)
        .map(|l| ("lang", l.code()));
    let theme = wish
        .theme
        .as_deref()
        .and_then(Theme::from_code)
        .map(|t| ("theme", t.code()));
    for (name, code) in [lang, theme].into_iter().flatten() {
        let cookie = format!("teilhabe_{name}={code}; Path=/; Max-Age=31536000; SameSite=Lax");
        let cookie = HeaderValue::from_str(&cookie).map_err(|e| Error::Internal(e.into()))?;
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
