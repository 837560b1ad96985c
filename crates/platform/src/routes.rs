//! Routes with their rights.

use std::convert::Infallible;

use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};

use crate::{Act, Actor, App, Error};

/// Paths, the right each needs, and their handlers. Every path goes through here, so the matrix
/// of rights and the refusal tests cover all of them.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<RouteRow>,
}

/// One line of the permission matrix.
#[derive(Clone, Copy, Debug)]
pub struct RouteRow {
    pub method: &'static str,
    pub path: &'static str,
    /// None: open to everybody, signed in or not.
    pub act: Option<Act>,
}

impl Routes {
    pub fn new() -> Self {
        Routes::default()
    }

    #[must_use]
    pub fn get<H, T>(self, path: &'static str, act: Act, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.guarded("GET", MethodFilter::GET, path, act, handler)
    }

    #[must_use]
    pub fn post<H, T>(self, path: &'static str, act: Act, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.guarded("POST", MethodFilter::POST, path, act, handler)
    }

    /// Reached from a form as `POST …?_method=delete`.
    #[must_use]
    pub fn delete<H, T>(self, path: &'static str, act: Act, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.guarded("DELETE", MethodFilter::DELETE, path, act, handler)
    }

    /// A path that needs no sign-in.
    #[must_use]
    pub fn open(mut self, method: &'static str, path: &'static str, to: MethodRouter<App>) -> Self {
        self.table.push(RouteRow {
            method,
            path,
            act: None,
        });
        self.router = self.router.route(path, to);
        self
    }

    #[must_use]
    pub fn merge(mut self, other: Routes) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    pub fn table(&self) -> &[RouteRow] {
        &self.table
    }

    pub fn into_router(self) -> Router<App> {
        self.router
    }

    fn guarded<H, T>(
        mut self,
        method: &'static str,
        filter: MethodFilter,
        path: &'static str,
        act: Act,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.table.push(RouteRow {
            method,
            path,
            act: Some(act),
        });
        let guarded: MethodRouter<App, Infallible> =
            on(filter, handler).route_layer(from_fn_with_state(act, guard));
        self.router = self.router.route(path, guarded);
        self
    }
}

async fn guard(State(act): State<Act>, request: Request, next: Next) -> Response {
    match request.extensions().get::<Actor>() {
        None => Error::SignIn.into_response(),
        Some(actor) if act.is_open_to(actor.role) => next.run(request).await,
        Some(_) => Error::Forbidden.into_response(),
    }
}
