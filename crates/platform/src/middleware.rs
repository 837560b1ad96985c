//! What happens around every request.

use std::net::SocketAddr;
use std::time::Duration;

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::error::{ErrorNotice, said};
use crate::sessions::{Token, store};
use crate::ui::{Flash, FlashKind, Hat, Lang, NavItem, NavSection, Theme, Ui, UiParts, UserBadge};
use crate::{Actor, App, Error, Result, Section, page_as, see_other};

pub(crate) const SESSION_COOKIE: &str = "teilhabe_session";

/// Nothing from elsewhere, no inline script, no inline style. KERN's icons are data images.
pub const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

/// Where a request comes from, for throttling.
#[derive(Clone, Debug)]
pub(crate) struct Address(pub String);

/// Wraps the router of all rooms: method override outside, then headers, the session, and the
/// page for whatever went wrong.
pub fn serve_stack(router: Router<App>, app: &App) -> Router {
    let inner = router
        .merge(crate::ui::assets::routes())
        .fallback(|| async { Error::NotFound })
        .method_not_allowed_fallback(|| async { StatusCode::METHOD_NOT_ALLOWED })
        .layer(CatchPanicLayer::custom(|_| {
            Error::Internal(anyhow::anyhow!("a handler panicked")).into_response()
        }))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_mins(2),
        ))
        .layer(from_fn_with_state(app.clone(), prepare))
        .layer(CsrfLayer::new())
        .layer(CompressionLayer::new())
        .layer(from_fn(headers))
        .layer(from_fn_with_state(app.clone(), observe))
        .with_state(app.clone());
    Router::new().fallback_service(
        tower::ServiceBuilder::new()
            .layer(from_fn(override_method))
            .service(inner),
    )
}

/// Forms can only post: `POST …?_method=delete` is a DELETE.
async fn override_method(mut request: Request, next: Next) -> Response {
    let wanted = request.uri().query().is_some_and(|query| {
        query
            .split('&')
            .any(|pair| pair.eq_ignore_ascii_case("_method=delete"))
    });
    if wanted && request.method() == Method::POST {
        *request.method_mut() = Method::DELETE;
    }
    next.run(request).await
}

/// Logs and counts by route, never by address, so that no id or search word gets out.
async fn observe(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = std::time::Instant::now();
    let id = crate::ids::fresh();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let mut response = next.run(request).await;
    let (status, elapsed) = (response.status().as_u16(), started.elapsed());
    let route = response
        .extensions()
        .get::<Matched>()
        .map_or(route, |matched| matched.0.clone());
    app.metrics
        .observe(method.as_str(), &route, status, elapsed);
    tracing::info!(
        request = %id, %method, route, status, ms = elapsed.as_secs_f64() * 1000.0,
        "{method} {route} answered {status}"
    );
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-request-id"), value);
    }
    response
}

#[derive(Clone)]
struct Matched(String);

async fn headers(request: Request, next: Next) -> Response {
    let is_asset = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        ("content-security-policy", CSP),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), geolocation=(), microphone=()",
        ),
        ("x-frame-options", "DENY"),
    ] {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    if !is_asset {
        headers
            .entry(header::CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("no-store"));
    }
    response
}

/// Finds out who asks and in which language, lets the handler work, and dresses its refusal.
async fn prepare(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if request.uri().path().starts_with("/assets/") {
        return next.run(request).await;
    }
    let cookies = Cookies::read(request.headers());
    let known = match known(&app, &cookies).await {
        Ok(known) => known,
        Err(error) => {
            tracing::error!("the session could not be looked up");
            let ui = ui(&app, &request, &cookies, None);
            return dress(&ui, error.into_response(), &request_facts(&request));
        }
    };
    let ui = ui(&app, &request, &cookies, known.as_ref());
    let address = address(&app, &request);
    let facts = request_facts(&request);
    if let Some((actor, _)) = known {
        if actor.must_change_password && !is_open_before_change(request.uri().path()) {
            return see_other(PASSWORD).unwrap_or_else(IntoResponse::into_response);
        }
        request.extensions_mut().insert(actor);
    }
    request.extensions_mut().insert(ui.clone());
    request.extensions_mut().insert(address);
    let matched = request
        .extensions()
        .get::<MatchedPath>()
        .map(|m| Matched(m.as_str().to_owned()));
    let mut response = dress(&ui, next.run(request).await, &facts);
    if let Some(matched) = matched {
        response.extensions_mut().insert(matched);
    }
    if cookies.get("teilhabe_notice").is_some() && response.status() == StatusCode::OK {
        let spent = HeaderValue::from_static("teilhabe_notice=; Path=/; Max-Age=0; SameSite=Lax");
        response.headers_mut().append(header::SET_COOKIE, spent);
    }
    response
}

const PASSWORD: &str = "/account/password";

/// What people reach before they have a password of their own.
fn is_open_before_change(path: &str) -> bool {
    [
        PASSWORD,
        "/session",
        "/session/new",
        "/session/end",
        "/preferences",
        "/health",
        "/metrics",
    ]
    .contains(&path)
}

struct Facts {
    is_get: bool,
    path: String,
}

fn request_facts(request: &Request) -> Facts {
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str());
    Facts {
        is_get: request.method() == Method::GET,
        path: path.to_owned(),
    }
}

async fn known(app: &App, cookies: &Cookies) -> Result<Option<(Actor, Vec<store::HeldRole>)>> {
    let Some(cookie) = cookies
        .get(SESSION_COOKIE)
        .filter(|value| !value.is_empty())
    else {
        return Ok(None);
    };
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    let token = Token::from_cookie(cookie);
    let Some((actor, seen_at)) = store::actor(&mut tx, &token.hash(), now).await? else {
        return Ok(None);
    };
    let roles = store::roles(&mut tx, actor.account).await?;
    drop(tx);
    if now.duration_since(seen_at) > SignedDuration::from_mins(1)
        && seen(app, &actor, now).await.is_err()
    {
        // Reading goes on while the disk is full.
        tracing::warn!("a session could not be marked as used");
    }
    Ok(Some((actor, roles)))
}

async fn seen(app: &App, actor: &Actor, now: Timestamp) -> Result<()> {
    let mut tx = app.db.write().await?;
    store::seen(&mut tx, actor.session, now).await?;
    Ok(tx.commit().await?)
}

fn ui(
    app: &App,
    request: &Request,
    cookies: &Cookies,
    known: Option<&(Actor, Vec<store::HeldRole>)>,
) -> Ui {
    let accept = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|v| v.to_str().ok());
    let lang = cookies
        .get("teilhabe_lang")
        .and_then(Lang::from_code)
        .or_else(|| accept.map(Lang::from_header))
        .unwrap_or_default();
    let theme = cookies
        .get("teilhabe_theme")
        .and_then(Theme::from_code)
        .unwrap_or_default();
    let mut parts = UiParts {
        lang,
        theme,
        texts: app.texts.clone(),
        nav: Vec::new(),
        user: None,
        path: request_facts(request).path,
        flash: None,
        banner: app.settings.official_banner,
        demo_mark: !app.settings.demo_accounts.is_empty(),
    };
    let teller = Ui::new(parts.clone());
    parts.flash = cookies
        .get("teilhabe_notice")
        .filter(|key| is_key(key))
        .map(|key| Flash {
            kind: FlashKind::Success,
            text: teller.t(key),
        });
    if let Some((actor, roles)) = known {
        if !actor.must_change_password {
            parts.nav = nav(app, actor);
        }
        parts.user = Some(badge(&teller, actor, roles));
    }
    Ui::new(parts)
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn nav(app: &App, actor: &Actor) -> Vec<NavSection> {
    Section::ALL
        .into_iter()
        .map(|section| NavSection {
            label_key: section.label_key(),
            items: app
                .nav
                .iter()
                .filter(|entry| entry.section == section && entry.act.is_open_to(actor.role))
                .map(|entry| NavItem::new(entry.label_key, entry.href))
                .collect(),
        })
        .filter(|section| !section.items.is_empty())
        .collect()
}

fn badge(ui: &Ui, actor: &Actor, roles: &[store::HeldRole]) -> UserBadge {
    let hat = |held: &store::HeldRole| Hat {
        id: held.id.to_string(),
        label: match &held.site_name {
            Some(site) => format!("{} · {site}", ui.t(role_key(held.role))),
            None => ui.t(role_key(held.role)),
        },
        current: held.role == actor.role && held.site == actor.site,
    };
    UserBadge {
        name: actor.name.clone(),
        role_key: role_key(actor.role),
        site_name: actor.site_name.clone(),
        hats: roles.iter().map(hat).collect(),
    }
}

/// The text that names a role.
pub fn role_key(role: crate::Role) -> &'static str {
    use crate::Role;
    match role {
        Role::CaseManager => "role-case-manager",
        Role::TeamLead => "role-team-lead",
        Role::Coordinator => "role-coordinator",
        Role::Partner => "role-partner",
        Role::Evaluator => "role-evaluator",
        Role::ProgrammeLead => "role-programme-lead",
        Role::SiteAdmin => "role-site-admin",
        Role::Auditor => "role-auditor",
    }
}

fn address(app: &App, request: &Request) -> Address {
    let told = app
        .settings
        .address_header
        .as_deref()
        .and_then(|name| request.headers().get(name))
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.rsplit(',').next())
        .map(|value| value.trim().to_owned());
    let socket = || {
        request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map(|info| info.0.ip().to_string())
    };
    Address(told.or_else(socket).unwrap_or_else(|| "unknown".to_owned()))
}

#[derive(Template)]
#[template(path = "ui/templates/error.html")]
struct ErrorPage {
    ui: Ui,
    status: u16,
    title: String,
    text: String,
}

/// Puts a page around a refusal; sends strangers to the sign-in.
fn dress(ui: &Ui, response: Response, facts: &Facts) -> Response {
    let status = response.status();
    let notice = match response.extensions().get::<ErrorNotice>() {
        Some(notice) => notice.clone(),
        None => match bare_refusal(&response) {
            Some(key) => ErrorNotice { message: said(key) },
            None => return response,
        },
    };
    if status == StatusCode::UNAUTHORIZED && facts.is_get {
        let next: String = facts.path.bytes().map(percent).collect();
        return see_other(&format!("/session/new?next={next}")).unwrap_or(response);
    }
    let args: Vec<(&str, &str)> = notice
        .message
        .args
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let error = ErrorPage {
        ui: ui.clone(),
        status: status.as_u16(),
        title: ui.t(title_key(status)),
        text: ui.ta(notice.message.key, &args),
    };
    page_as(status, &error).unwrap_or(response)
}

fn percent(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

/// Refusals of the framework itself, which bring no page.
fn bare_refusal(response: &Response<Body>) -> Option<&'static str> {
    let is_page = response.headers().contains_key(header::CONTENT_TYPE);
    match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => Some("error-method"),
        StatusCode::PAYLOAD_TOO_LARGE => Some("error-form-size"),
        StatusCode::SERVICE_UNAVAILABLE if !is_page => Some("error-unavailable"),
        status if status.is_server_error() && !is_page => Some("error-internal"),
        _ => None,
    }
}

fn title_key(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "error-401-title",
        403 => "error-403-title",
        404 => "error-404-title",
        405 => "error-405-title",
        409 => "error-409-title",
        413 => "error-413-title",
        422 => "error-422-title",
        429 => "error-429-title",
        503 => "error-503-title",
        _ => "error-500-title",
    }
}

struct Cookies(Vec<(String, String)>);

impl Cookies {
    fn read(headers: &HeaderMap) -> Cookies {
        let pairs = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Cookies(pairs)
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }
}
