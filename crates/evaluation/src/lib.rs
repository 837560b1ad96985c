//! Findings told to others: the yearly report.

pub mod reports;
pub mod texts;

use platform::{NavEntry, Room, Routes, Section};

/// This room's steps of the schema.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    name: "evaluation/001_evaluation",
    sql: include_str!("../migrations/001_evaluation.sql"),
}];

/// What this room brings.
pub const ROOM: Room = Room {
    migrations: MIGRATIONS,
    texts: platform::ui::RoomTexts {
        room: "evaluation",
        de: include_str!("../texts/de.ftl"),
        en: include_str!("../texts/en.ftl"),
    },
    routes,
    nav: NAV,
    jobs: reports::JOBS,
    start: Some(reports::start),
};

const NAV: &[NavEntry] = &[NavEntry {
    section: Section::Evaluation,
    label_key: "nav-reports",
    href: "/reports",
    act: reports::web::LIST,
}];

pub fn routes() -> Routes {
    Routes::new()
        .merge(reports::web::routes())
        .merge(texts::web::routes())
}
