//! People, cases and everything that happens in them.

pub mod cases;
pub mod codes;
pub mod contacts;
pub mod encounters;
mod fields;
pub mod imports;
mod link;
pub mod needs;
pub mod outcomes;
pub mod people;
pub mod plans;
mod rows;
#[cfg(test)]
mod scene;

use platform::Routes;
use platform::ui::RoomTexts;

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
        include_str!("../texts/plans.de.ftl")
    ),
    en: concat!(
        include_str!("../texts/cases.en.ftl"),
        "\n",
        include_str!("../texts/plans.en.ftl")
    ),
};

/// What this room brings.
pub const ROOM: platform::Room = platform::Room {
    migrations: MIGRATIONS,
    texts: TEXTS,
    routes,
    nav: &[encounters::web::NAV],
    jobs: &[],
};

pub fn routes() -> Routes {
    Routes::new()
        .merge(needs::web::routes())
        .merge(contacts::web::routes())
        .merge(plans::web::routes())
        .merge(outcomes::web::routes())
        .merge(encounters::web::routes())
}
