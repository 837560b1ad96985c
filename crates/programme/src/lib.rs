//! Sites, providers, posts.

pub mod municipalities;
pub mod posts;
pub mod providers;
pub mod settings;
pub mod sites;

use platform::{Act, NavEntry, Section};

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
    nav: NAV,
    jobs: &[],
    start: Some(posts::start),
};

const NAV: &[NavEntry] = &[
    entry("nav-site", "/site", sites::web::OWN),
    entry("nav-sites", "/sites", sites::web::LIST),
    entry(
        "nav-programme-settings",
        "/programme/settings",
        settings::web::SHOW,
    ),
];

const fn entry(label_key: &'static str, href: &'static str, act: Act) -> NavEntry {
    NavEntry {
        section: Section::Administration,
        label_key,
        href,
        act,
    }
}

pub fn routes() -> platform::Routes {
    platform::Routes::new()
        .merge(sites::web::routes())
        .merge(providers::web::routes())
        .merge(posts::web::routes())
        .merge(settings::web::routes())
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_page_asks_for_a_missing_text() {
        let src = std::path::Path::new("src");
        let missing = platform::ui::check::missing_keys(src, &[crate::ROOM.texts]).unwrap();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
