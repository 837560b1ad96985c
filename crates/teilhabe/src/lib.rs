//! The house put together: rooms, configuration, command line.

#[expect(clippy::print_stdout, reason = "commands print their data")]
pub mod commands;
pub mod config;
pub mod demo;
pub mod house;
pub mod master;
