//! The house put together: rooms, configuration, command line.

pub mod commands;
pub mod config;
pub mod connections;
pub mod demo;
pub mod house;
pub mod master;
