/// This room's steps of the schema.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    name: "insight/001_insight",
    sql: include_str!("../migrations/001_insight.sql"),
}];
