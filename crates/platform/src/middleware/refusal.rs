//! The page around whatever went wrong.

use askama::Template;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::response::Response;

use crate::error::{ErrorNotice, said};
use crate::ui::Ui;
use crate::{page_as, see_other};

/// What a refusal has to know of the request it answers.
pub(super) struct Asked {
    is_get: bool,
    path: String,
}

impl Asked {
    pub(super) fn by(request: &Request) -> Asked {
        Asked {
            is_get: request.method() == Method::GET,
            path: super::visitor::path(request),
        }
    }
}

#[derive(Template)]
#[template(path = "ui/templates/error.html")]
struct ErrorPage {
    ui: Ui,
    status: u16,
    title: String,
    text: String,
    /// Where to go on.
    href: String,
    link: String,
}

/// Puts a page around a refusal; sends strangers to the sign-in.
pub(super) fn dress(ui: &Ui, response: Response, asked: &Asked) -> Response {
    let status = response.status();
    let notice = match response.extensions().get::<ErrorNotice>() {
        Some(notice) => notice.clone(),
        None => match bare_refusal(&response) {
            Some(key) => ErrorNotice { message: said(key) },
            None => return response,
        },
    };
    if status == StatusCode::UNAUTHORIZED && asked.is_get {
        let next: String = asked.path.bytes().map(percent).collect();
        return see_other(&format!("/session/new?next={next}")).unwrap_or(response);
    }
    let args: Vec<(&str, &str)> = notice
        .message
        .args
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let key = notice.message.key;
    let own = |part: &str| ui.known(&format!("{key}-{part}"));
    let onward = args.iter().find(|(name, _)| *name == "href");
    let onward = onward.and_then(|(_, href)| Some(((*href).to_owned(), own("link")?)));
    let (href, link) = onward.unwrap_or_else(|| ("/".to_owned(), ui.t("error-to-start")));
    let error = ErrorPage {
        status: status.as_u16(),
        title: own("title").unwrap_or_else(|| ui.t(title_key(status))),
        text: ui.ta(key, &args),
        href,
        link,
        ui: ui.clone(),
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
        StatusCode::FORBIDDEN if !is_page => Some("error-cross-site"),
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
        503 => "error-503-title",
        _ => "error-500-title",
    }
}
