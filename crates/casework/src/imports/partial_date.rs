//! A day of which perhaps only the month or the year is known.

use std::fmt;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// Printed and serialised as `2015`, `2015-11` or `2015-11-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialDate {
    Year(i16),
    /// First day of the month.
    Month(Date),
    Day(Date),
}

impl PartialDate {
    pub fn year(self) -> i16 {
        match self {
            Self::Year(year) => year,
            Self::Month(day) | Self::Day(day) => day.year(),
        }
    }

    /// The first day it can mean.
    pub fn earliest(self) -> Date {
        match self {
            Self::Year(year) => jiff::civil::date(year, 1, 1),
            Self::Month(day) | Self::Day(day) => day,
        }
    }

    /// The last day it can mean.
    pub fn latest(self) -> Date {
        match self {
            Self::Year(year) => jiff::civil::date(year, 12, 31),
            Self::Month(day) => day.last_of_month(),
            Self::Day(day) => day,
        }
    }

    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Year(_) | Self::Month(_) => None,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Month(day) => write!(out, "{:04}-{:02}", day.year(), day.month()),
            Self::Day(day) => write!(out, "{day}"),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
