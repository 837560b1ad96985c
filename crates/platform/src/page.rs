//! Answers.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::{Error, Result};

/// A page.
pub fn page(template: &impl Template) -> Result<Response> {
    page_as(StatusCode::OK, template)
}

/// A page with another status, as a form that comes back with its errors.
pub fn page_as(status: StatusCode, template: &impl Template) -> Result<Response> {
    let html = template.render()?;
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    Ok((status, [(header::CONTENT_TYPE, kind)], html).into_response())
}

/// On to another page after an act.
pub fn see_other(path: &str) -> Result<Response> {
    let to = HeaderValue::from_str(path).map_err(|e| Error::Internal(e.into()))?;
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response())
}

/// On to another page, which says once what was done. `key` names a text, so that nothing about a
/// person can get into the cookie.
pub fn see_other_with(path: &str, key: &'static str) -> Result<Response> {
    let mut response = see_other(path)?;
    let cookie = format!("teilhabe_notice={key}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    let cookie = HeaderValue::from_str(&cookie).map_err(|e| Error::Internal(e.into()))?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
