//! A fact as recorded.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{FactId, Topic};

/// One recorded fact about a person.
#[derive(Clone, Debug)]
pub struct Fact {
    pub id: FactId,
    pub topic: Topic,
    pub said: Said,
    pub recorded_at: Timestamp,
}

/// What was said: something, or that there is nothing of the kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Nothing,
    Something(Details),
}

impl Said {
    pub fn details(&self) -> Option<&Details> {
        match self {
            Said::Nothing => None,
            Said::Something(details) => Some(details),
        }
    }
}

/// The answers to what a topic asks; what it does not ask is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// The first day, or the day of an event.
    pub from_on: Option<Date>,
    /// The first day on which it no longer holds.
    pub to_on: Option<Date>,
    pub contract_on: Option<Date>,
    pub code: Option<&'static str>,
    /// Of work in a week, in hundredths.
    pub hours: Option<i64>,
    pub successful: Option<bool>,
    pub oral_only: Option<bool>,
    pub insured: Option<bool>,
    pub skilled: Option<bool>,
    pub secures_livelihood: Option<bool>,
}

impl Details {
    /// An event of a day.
    pub fn on(day: Date) -> Details {
        Details {
            from_on: Some(day),
            ..Details::default()
        }
    }

    /// The last day on which it holds.
    pub fn last_day(&self) -> Option<Date> {
        self.to_on.and_then(|day| day.yesterday().ok())
    }
}
