//! Counting days and periods as the Civil Code does (§§ 187–193 BGB), with the holidays of North
//! Rhine-Westphalia.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// The day on which a period of `months` is complete: the same-numbered day, or the last day of
/// the month where that day is missing (§ 188(2) and (3) BGB). Negative values count back.
pub fn plus_months(start: Date, months: i32) -> Date {
    start.saturating_add(months.months())
}

/// The day `days` later.
pub fn plus_days(start: Date, days: i32) -> Date {
    start.saturating_add(days.days())
}

/// Days from `from` to `to`, negative where `to` lies before.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// The last day of a period of `months` that begins with the start of the day `first`: the day
/// before the same-numbered day, or the last day of the month where that day is missing
/// (§§ 187(2), 188(2) and (3) BGB). Titles, ages and search periods end this way.
pub fn last_day_of_period(first: Date, months: i32) -> Date {
    let end = plus_months(first, months);
    if end.day() == first.day() {
        plus_days(end, -1)
    } else {
        end
    }
}

/// The last day of the `n`-th year of life, on which the age `n` is completed: the day before the
/// birthday (§ 187(2) S. 2 BGB).
pub fn completes_age(birth: Date, n: i32) -> Date {
    last_day_of_period(birth, n * 12)
}

/// The end of a period for an act towards a court or an office: the next working day where the
/// last day is a Saturday, a Sunday or a holiday of North Rhine-Westphalia (§ 193 BGB).
pub fn next_working_day(mut day: Date) -> Date {
    while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) || is_holiday(day) {
        day = plus_days(day, 1);
    }
    day
}

/// Whether the day is a statutory holiday in North Rhine-Westphalia (§ 2 Feiertagsgesetz NW).
pub fn is_holiday(day: Date) -> bool {
    let fixed = matches!(
        (day.month(), day.day()),
        (1 | 5 | 11, 1) | (10, 3) | (12, 25 | 26)
    );
    // Reformation Day was a holiday in all Länder once, for its 500th year.
    let reformation = day == date(2017, 10, 31);
    let after_easter = days_between(easter(day.year()), day);
    // Good Friday, Easter, Ascension, Pentecost, Corpus Christi.
    fixed || reformation || matches!(after_easter, -2 | 0 | 1 | 39 | 49 | 50 | 60)
}

/// Easter Sunday of the Gregorian calendar (rule of Gauss with the corrections of Lichtenberg).
pub fn easter(year: i16) -> Date {
    let year_number = i32::from(year);
    let century = year_number / 100;
    let moon_shift = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    let sun_shift = 2 - (3 * century + 3) / 4;
    let moon_year = year_number % 19;
    let seed = (19 * moon_year + moon_shift) % 30;
    let full_moon = 21 + seed - (seed + moon_year / 11) / 29;
    let first_sunday = 7 - (year_number + year_number / 4 + sun_shift) % 7;
    let distance = 7 - (full_moon - first_sunday) % 7;
    plus_days(date(year, 3, 1), full_moon + distance - 1)
}

#[cfg(test)]
mod tests;
