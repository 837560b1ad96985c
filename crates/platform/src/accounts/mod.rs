//! Accounts and the roles they hold.

pub mod store;

pub use store::Account;
