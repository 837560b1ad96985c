//! Sign-in: passwords, throttling, and the sessions that follow.

mod device;
mod password;
mod refusal;
pub mod store;
mod throttle;
mod token;
pub mod web;

pub use device::device;
pub use password::{PasswordHash, PasswordProblem, check_new, generate, hash, verify};
pub use throttle::wait_after;
pub use token::{Token, TokenHash};

#[cfg(test)]
mod tests;
