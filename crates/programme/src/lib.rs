/// This room's steps of the schema.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    name: "programme/001_programme",
    sql: include_str!("../migrations/001_programme.sql"),
}];
