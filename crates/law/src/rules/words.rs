//! The short phrases that rules use for days.

use super::{LastDay, Start};
use crate::condition::{Names, Offset, clock_of, codes, key_of, offset};

pub(super) fn last_day(text: &str, names: &Names<'_>) -> Result<LastDay, String> {
    let years = text
        .strip_prefix("age ")
        .and_then(|years| years.parse().ok());
    if let Some(years) = years {
        return Ok(LastDay::Age(years));
    }
    match text.strip_prefix("end of ") {
        Some(list) => codes(list, names).map(LastDay::StatusEnd),
        None => text
            .parse()
            .map(LastDay::Fixed)
            .map_err(|_| format!("{text} is no last day")),
    }
}

pub(super) fn start(text: &str) -> Result<Start, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words[..] {
        ["age", years] => years
            .parse()
            .map(Start::Age)
            .map_err(|_| format!("{years} is no whole number")),
        [clock, "complete", n, unit] => {
            let clock = clock_of(clock).ok_or(format!("{clock} is no clock"))?;
            match offset(n, unit, 1)? {
                Offset::Months(months) => Ok(Start::Clock(clock, months)),
                Offset::Days(_) => Err("expected months or years".to_owned()),
            }
        }
        [key] => key_of(key).map(Start::Key),
        _ => Err(format!("{text} is no begin of a period")),
    }
}
