//! The time, as an argument.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// Where handlers and jobs take the time from.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    /// Stands still; for tests and reproducible demo data.
    Fixed(Timestamp),
}

impl Clock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the system"
    )]
    pub fn now(&self) -> Timestamp {
        match self {
            Clock::System => Timestamp::now(),
            Clock::Fixed(at) => *at,
        }
    }

    /// The day in Germany.
    pub fn today(&self) -> Date {
        local(self.now()).date()
    }
}

/// An instant on a German wall clock.
pub fn local(at: Timestamp) -> Zoned {
    at.to_zoned(TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC))
}
