//! Ids, clock, actor, rights, errors, the shell, sign-in, audit, jobs and settings.
//!
//! Everything the rooms above share. A room brings its [`Routes`], its texts and its navigation;
//! `serve` in the binary puts them together once.

pub mod accounts;
mod actor;
mod administration;
mod app;
pub mod audit;
mod clock;
mod error;
mod extract;
pub mod ids;
pub mod jobs;
pub mod keys;
mod middleware;
pub mod operations;
mod page;
mod rights;
mod routes;
pub mod sessions;
pub mod settings;
pub mod sites;
pub mod start;
#[cfg(feature = "testing")]
pub mod testing;
pub mod ui;

pub use actor::Actor;
pub use app::{App, AppParts, NavEntry, Section, Shelf};
pub use clock::{Clock, local};
pub use error::{Error, Message, Result, said, unless_damaged};
pub use extract::{Form, Path, Query};
pub use ids::{AccountId, JobId, SiteId};
pub use middleware::{CSP, serve_stack};
pub use page::{page, page_as, see_other, see_other_with};
pub use rights::{Act, Role};
pub use routes::{RouteRow, Routes};

/// What a room brings into the house.
#[derive(Clone, Copy)]
pub struct Room {
    pub migrations: &'static [db::Migration],
    pub texts: ui::RoomTexts,
    pub routes: fn() -> Routes,
    pub nav: &'static [NavEntry],
    pub jobs: &'static [jobs::Kind],
    pub start: Option<start::Ask>,
}

/// This room itself.
pub const ROOM: Room = Room {
    migrations: MIGRATIONS,
    texts: ui::TEXTS,
    routes,
    nav: NAV,
    jobs: &[],
    start: Some(administration::start),
};

const NAV: &[NavEntry] = &[
    NavEntry {
        section: Section::Administration,
        label_key: "nav-accounts",
        href: "/accounts",
        act: accounts::web::LIST,
    },
    NavEntry {
        section: Section::Administration,
        label_key: "nav-audit",
        href: "/audit",
        act: audit::web::READ,
    },
    NavEntry {
        section: Section::Administration,
        label_key: "nav-jobs",
        href: "/jobs",
        act: jobs::web::LIST,
    },
];

/// This room's steps of the schema.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    name: "platform/001_platform",
    sql: include_str!("../migrations/001_platform.sql"),
}];

/// Routes of sign-in, accounts, audit and operations.
pub fn routes() -> Routes {
    Routes::new()
        .merge(sessions::web::routes())
        .merge(accounts::web::routes())
        .merge(audit::web::routes())
        .merge(jobs::web::routes())
        .merge(operations::routes())
}
