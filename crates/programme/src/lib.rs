//! Sites, providers, posts.

pub mod municipalities;
pub mod posts;
pub mod providers;

/// This room's steps of the schema.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    name: "programme/001_programme",
    sql: include_str!("../migrations/001_programme.sql"),
}];

/// What this room brings.
pub const ROOM: platform::Room = platform::Room {
    migrations: MIGRATIONS,
    texts: platform::ui::RoomTexts {
        room: "programme",
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
