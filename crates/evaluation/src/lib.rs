//! Findings told to others: the yearly report.

/// This room's steps of the schema.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    name: "evaluation/001_evaluation",
    sql: include_str!("../migrations/001_evaluation.sql"),
}];

/// What this room brings.
pub const ROOM: platform::Room = platform::Room {
    migrations: MIGRATIONS,
    texts: platform::ui::RoomTexts {
        room: "evaluation",
        de: include_str!("../texts/de.ftl"),
        en: include_str!("../texts/en.ftl"),
    },
    routes,
    nav: &[],
    jobs: &[],
};

pub fn routes() -> platform::Routes {
    platform::Routes::new()
}
