/// This room's steps of the schema.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration {
    name: "evaluation/001_evaluation",
    sql: include_str!("../migrations/001_evaluation.sql"),
}];
