//! What has to hold for the house as a whole.
#![expect(clippy::unwrap_used, reason = "tests may fail loudly")]

mod accounts;
mod architecture;
mod backups;
mod commands;
mod figures;
mod keys;
mod killed;
mod licences;
mod operators;
mod plans;
mod program;
mod protect;
mod rights;
mod schema;
mod silence;
mod texts;
mod tour;
mod weather;
