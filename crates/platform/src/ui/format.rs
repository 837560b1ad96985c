//! Days, instants and numbers as readers of each language write them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::lang::Lang;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

pub(super) fn day(lang: Lang, day: Date) -> String {
    match lang {
        Lang::De => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        Lang::En => {
            let month = usize::try_from(day.month() - 1)
                .ok()
                .and_then(|m| MONTHS.get(m));
            format!(
                "{} {} {}",
                day.day(),
                month.copied().unwrap_or_default(),
                day.year()
            )
        }
    }
}

/// Day and minute as the clock on a German wall shows them.
pub(super) fn time(lang: Lang, instant: Timestamp) -> String {
    let zone = TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC);
    let local = zone.to_datetime(instant);
    let clock = format!("{:02}:{:02}", local.hour(), local.minute());
    let day = day(lang, local.date());
    match lang {
        Lang::De => format!("{day}, {clock} Uhr"),
        Lang::En => format!("{day}, {clock}"),
    }
}

pub(super) fn number(lang: Lang, number: i64) -> String {
    let separator = match lang {
        Lang::De => '.',
        Lang::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 3);
    if number < 0 {
        text.push('\u{2212}');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A number given in hundredths, without trailing zeros: `123450` is `1.234,5`.
pub(super) fn decimal(lang: Lang, hundredths: i64) -> String {
    let sign = if hundredths < 0 { "\u{2212}" } else { "" };
    let (whole, rest) = (
        hundredths.unsigned_abs() / 100,
        hundredths.unsigned_abs() % 100,
    );
    let whole = number(lang, i64::try_from(whole).unwrap_or(i64::MAX));
    let mark = match lang {
        Lang::De => ',',
        Lang::En => '.',
    };
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (rest, 0) => format!("{sign}{whole}{mark}{}", rest / 10),
        (rest, _) => format!("{sign}{whole}{mark}{rest:02}"),
    }
}
