//! One error for the web, and the one place that chooses status codes.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// What every handler answers with.
pub type Result<T> = std::result::Result<T, Error>;

/// A text key with its arguments; told in the reader's language.
pub type Message = crate::ui::Problem;

/// Why a request is not answered as asked.
#[derive(Debug)]
pub enum Error {
    /// Not there, or not for this actor: the same answer.
    NotFound,
    /// Nobody is signed in.
    SignIn,
    /// The role has no right to this act.
    Forbidden,
    /// The request cannot be read.
    Invalid(Message),
    /// Somebody else was faster, or the state does not allow it.
    Conflict(Message),
    /// The database or the disk is away.
    Unavailable(anyhow::Error),
    /// A fault of ours.
    Internal(anyhow::Error),
}

/// What the error page shows; put into the response and rendered by the outermost layer.
#[derive(Clone, Debug)]
pub(crate) struct ErrorNotice {
    pub message: Message,
}

impl crate::ui::FieldErrors {
    /// How a form comes back that was not saved.
    pub fn status(&self) -> StatusCode {
        if self.is_overtaken() {
            return StatusCode::CONFLICT;
        }
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// A message without arguments.
pub fn said(key: &'static str) -> Message {
    Message {
        key,
        args: Vec::new(),
    }
}

impl Error {
    pub fn status(&self) -> StatusCode {
        match self {
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::SignIn => StatusCode::UNAUTHORIZED,
            Error::Forbidden => StatusCode::FORBIDDEN,
            Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Error::Conflict(_) => StatusCode::CONFLICT,
            Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Whether the same request succeeds later without anybody doing anything about it.
    pub(crate) fn passes_by_itself(&self) -> bool {
        match self {
            Error::Unavailable(cause) => unavailable_key(cause) == "error-unavailable",
            _ => false,
        }
    }

    fn message(self) -> Message {
        match self {
            Error::Invalid(message) | Error::Conflict(message) => message,
            Error::NotFound => said("error-not-found"),
            Error::SignIn => said("error-sign-in"),
            Error::Forbidden => said("error-forbidden"),
            Error::Unavailable(cause) => said(unavailable_key(&cause)),
            Error::Internal(_) => said("error-internal"),
        }
    }
}

/// What to tell people: a full disk needs somebody who makes room, the rest needs patience.
pub(crate) fn unavailable_key(cause: &anyhow::Error) -> &'static str {
    match cause.downcast_ref::<db::DbError>() {
        Some(db::DbError::Full(_)) => "error-disk-full",
        _ => "error-unavailable",
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Internal(cause) | Error::Unavailable(cause) => write!(f, "{cause:#}"),
            Error::Invalid(message) | Error::Conflict(message) => f.write_str(message.key),
            Error::NotFound | Error::SignIn | Error::Forbidden => {
                write!(f, "refused with status {}", self.status().as_u16())
            }
        }
    }
}

impl std::error::Error for Error {}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        if let Error::Internal(cause) | Error::Unavailable(cause) = &self {
            tracing::error!(error = format!("{cause:#}"), "a request failed");
        }
        let mut response = status.into_response();
        response.extensions_mut().insert(ErrorNotice {
            message: self.message(),
        });
        response
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        Error::Internal(error)
    }
}

impl From<db::DbError> for Error {
    fn from(error: db::DbError) -> Self {
        if matches!(error, db::DbError::Unavailable(_) | db::DbError::Full(_)) {
            return Error::Unavailable(error.into());
        }
        Error::Internal(error.into())
    }
}

impl From<vault::VaultError> for Error {
    fn from(error: vault::VaultError) -> Self {
        Error::Internal(error.into())
    }
}

/// Nothing where something that is sealed does not open, which is logged: one damaged record shall
/// not take with it what stands beside it in a list.
///
/// # Errors
/// All others.
pub fn unless_damaged<T>(opened: Result<T>) -> Result<Option<T>> {
    match opened {
        Err(Error::Internal(cause)) if cause.is::<vault::VaultError>() => {
            tracing::error!("damaged: {cause:#}");
            Ok(None)
        }
        other => other.map(Some),
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Error::Internal(error.into())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Error::Internal(error.into())
    }
}
