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
        Some(rest) => {
            let (list, term) = rest
                .split_once(" within ")
                .ok_or_else(|| format!("{text} names no term (`end of CODE within 18 months`)"))?;
            let term = match term.split_whitespace().collect::<Vec<_>>()[..] {
                [n, unit] => offset(n, unit, 1)?,
                _ => return Err(format!("{term} is no length")),
            };
            let Offset::Months(months) = term else {
                return Err("expected months or years".to_owned());
            };
            Ok(LastDay::StatusEnd(codes(list, names)?, months))
        }
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
