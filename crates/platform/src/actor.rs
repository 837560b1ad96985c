//! The person behind a request.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::ids::SessionId;
use crate::{AccountId, App, Error, Result, Role, SiteId};

/// A signed-in person in one role.
#[derive(Clone, Debug)]
pub struct Actor {
    pub account: AccountId,
    pub name: String,
    pub role: Role,
    /// The site whose data this role sees; none for roles of the whole programme.
    pub site: Option<SiteId>,
    pub site_name: Option<String>,
    pub session: SessionId,
    /// Was given a password and has not chosen one yet.
    pub must_change_password: bool,
}

impl Actor {
    /// The site of this role; for a role without one there is nothing here.
    pub fn own_site(&self) -> Result<SiteId> {
        self.site.ok_or(Error::NotFound)
    }

    /// Where acts of this actor are recorded.
    pub fn audit_site(&self) -> SiteId {
        self.site.unwrap_or(SiteId::PROGRAMME)
    }
}

impl FromRequestParts<App> for Actor {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self> {
        parts
            .extensions
            .get::<Actor>()
            .cloned()
            .ok_or(Error::SignIn)
    }
}
