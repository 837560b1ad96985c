//! Extractors that answer with our error page.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::error::said;
use crate::ui::Ui;
use crate::{App, Error, Result};

/// Values from the path; what cannot be one is simply not there.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        axum::extract::Path::from_request_parts(parts, app)
            .await
            .map(|path| Path(path.0))
            .map_err(|_| Error::NotFound)
    }
}

/// Values behind the question mark; lists may repeat a name.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self> {
        serde_html_form::from_str(parts.uri.query().unwrap_or_default())
            .map(Query)
            .map_err(|_| Error::Invalid(said("error-address")))
    }
}

/// A posted form; lists may repeat a name. Fields are text and are read by the area's own rules,
/// so that each error stands at its field.
pub struct Form<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let body = axum::body::Bytes::from_request(request, app)
            .await
            .map_err(|_| Error::Invalid(said("error-form-long")))?;
        serde_html_form::from_bytes(&body)
            .map(Form)
            .map_err(|_| Error::Invalid(said("error-form")))
    }
}

impl FromRequestParts<App> for Ui {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self> {
        let missing = || Error::Internal(anyhow::anyhow!("the request passed no preparation"));
        parts.extensions.get::<Ui>().cloned().ok_or_else(missing)
    }
}
