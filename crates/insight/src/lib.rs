//! Measures, questions and protected tables.

pub mod statistics;

use platform::{NavEntry, Section};

/// This room's steps of the schema.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    name: "insight/001_insight",
    sql: include_str!("../migrations/001_insight.sql"),
}];

/// What this room brings.
pub const ROOM: platform::Room = platform::Room {
    migrations: MIGRATIONS,
    texts: platform::ui::RoomTexts {
        room: "insight",
        de: include_str!("../texts/de.ftl"),
        en: include_str!("../texts/en.ftl"),
    },
    routes,
    nav: &[NavEntry {
        section: Section::Figures,
        label_key: "nav-statistics",
        href: "/statistics",
        act: statistics::web::SHOW,
    }],
    jobs: &[],
    start: Some(statistics::start),
};

pub fn routes() -> platform::Routes {
    statistics::web::routes()
}
