//! What happens around every request.

use std::time::Duration;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::{App, Error, see_other};

mod refusal;
mod visitor;

use refusal::Asked;
pub(crate) use visitor::Address;
use visitor::Cookies;

pub(crate) const SESSION_COOKIE: &str = "teilhabe_session";

/// Nothing from elsewhere, no inline script, no inline style. KERN's icons are data images.
pub const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

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
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(app.clone(), prepare))
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
    app.metrics.observe(&method, &route, status, elapsed);
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

#[derive(Clone)]
struct Matched(String);

/// Finds out who asks and in which language, lets the handler work, and dresses its refusal.
async fn prepare(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if request.uri().path().starts_with("/assets/") {
        return next.run(request).await;
    }
    let cookies = Cookies::read(request.headers());
    let known = match visitor::known(&app, &cookies).await {
        Ok(known) => known,
        Err(error) => {
            tracing::error!("the session could not be looked up");
            let ui = visitor::ui(&app, &request, &cookies, None);
            return refusal::dress(&ui, error.into_response(), &Asked::by(&request));
        }
    };
    let ui = visitor::ui(&app, &request, &cookies, known.as_ref());
    let address = visitor::address(&app, &request);
    let asked = Asked::by(&request);
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
    let mut response = refusal::dress(&ui, next.run(request).await, &asked);
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
