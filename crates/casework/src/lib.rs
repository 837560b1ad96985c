/// This room's steps of the schema.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    name: "casework/001_casework",
    sql: include_str!("../migrations/001_casework.sql"),
}];
