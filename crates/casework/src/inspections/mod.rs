//! Looking into a file from outside: the team lead's stated reason, and who has looked.

pub mod store;
pub mod web;

use jiff::{SignedDuration, Timestamp};

platform::id!(InspectionId);

/// How long a stated reason opens a file.
const LASTS: SignedDuration = SignedDuration::from_hours(2);

/// Until when a file opened now stays open.
pub fn until(now: Timestamp) -> Timestamp {
    now.saturating_add(LASTS).unwrap_or(now)
}

#[cfg(test)]
mod tests;
