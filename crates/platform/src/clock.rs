//! The time, as an argument.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};

/// Where handlers and jobs take the time from.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    /// Stands still; for tests.
    Fixed(Timestamp),
    /// Runs, but in another time; for the demo, whose people live in 2022.
    Shifted(SignedDuration),
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
            Clock::Shifted(by) => Timestamp::now() + *by,
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
