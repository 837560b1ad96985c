//! What has to hold for the house as a whole.
#![expect(clippy::unwrap_used, reason = "tests may fail loudly")]

mod architecture;
mod figures;
mod plans;
mod rights;
mod schema;
mod texts;
mod tour;
