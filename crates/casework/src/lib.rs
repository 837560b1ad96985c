//! People, cases and everything that happens in them.

pub mod assignments;
pub mod calendars;
pub mod cases;
pub mod closures;
pub mod codes;
pub mod contacts;
pub mod deletions;
pub mod details;
pub mod duplicates;
pub mod encounters;
pub mod entitlements;
pub mod facts;
mod fields;
pub mod home;
pub mod imports;
pub mod indications;
pub mod inspections;
mod link;
pub mod lists;
pub mod needs;
pub mod notices;
pub mod openings;
pub mod outcomes;
pub mod people;
pub mod plans;
mod rows;
mod sealed;
pub mod statuses;
#[cfg(test)]
mod testing;
pub mod told;

pub use fields::FIRST_DAY;
use platform::ui::RoomTexts;
use platform::{Act, NavEntry, Routes, Section};
pub use sealed::open_everything;

/// This room's steps of the schema.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    name: "casework/001_casework",
    sql: include_str!("../migrations/001_casework.sql"),
}];

/// The sentences of this room.
pub const TEXTS: RoomTexts = RoomTexts {
    room: "casework",
    de: concat!(
        include_str!("../texts/cases.de.ftl"),
        "\n",
        include_str!("../texts/imports.de.ftl"),
        "\n",
        include_str!("../texts/plans.de.ftl"),
        "\n",
        include_str!("../texts/entitlements.de.ftl"),
        "\n",
        include_str!("../texts/facts.de.ftl"),
        "\n",
        include_str!("../texts/plain.de.ftl")
    ),
    en: concat!(
        include_str!("../texts/cases.en.ftl"),
        "\n",
        include_str!("../texts/imports.en.ftl"),
        "\n",
        include_str!("../texts/plans.en.ftl"),
        "\n",
        include_str!("../texts/entitlements.en.ftl"),
        "\n",
        include_str!("../texts/facts.en.ftl"),
        "\n",
        include_str!("../texts/plain.en.ftl")
    ),
};

/// What this room brings.
pub const ROOM: platform::Room = platform::Room {
    migrations: MIGRATIONS,
    texts: TEXTS,
    routes,
    nav: NAV,
    jobs: imports::JOBS,
    start: None,
};

const NAV: &[NavEntry] = &[
    NavEntry {
        section: Section::Start,
        label_key: "nav-start",
        href: "/",
        act: platform::sessions::web::HOME,
    },
    entry("nav-case-list", "/cases", lists::web::LIST),
    entry(
        "nav-substitutions",
        "/substitutions",
        assignments::web::LIST,
    ),
    encounters::web::NAV,
    calendars::web::NAV,
    imports::web::NAV,
    entry("nav-law", "/law", entitlements::web::LOOKUP),
    notices::web::NAV,
    inspections::web::NAV,
];

const fn entry(label_key: &'static str, href: &'static str, act: Act) -> NavEntry {
    NavEntry {
        section: Section::Cases,
        label_key,
        href,
        act,
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .merge(home::web::routes())
        .merge(lists::web::routes())
        .merge(openings::web::routes())
        .merge(cases::web::routes())
        .merge(details::web::routes())
        .merge(statuses::web::routes())
        .merge(assignments::web::routes())
        .merge(closures::web::routes())
        .merge(deletions::web::routes())
        .merge(indications::web::routes())
        .merge(inspections::web::routes())
        .merge(needs::web::routes())
        .merge(contacts::web::routes())
        .merge(plans::web::routes())
        .merge(outcomes::web::routes())
        .merge(encounters::web::routes())
        .merge(imports::web::routes())
        .merge(entitlements::web::routes())
        .merge(facts::web::routes())
        .merge(calendars::web::routes())
        .merge(notices::web::routes())
}
