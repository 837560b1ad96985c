//! Reads days, months and years as people write them.

use jiff::civil::Date;

use super::PartialDate;
use super::date_words::{month_name, strip_words};
use super::grid::Value;
use super::text::{fold, without_brackets};

/// What reading depends on.
#[derive(Clone, Copy, Debug)]
pub(super) struct DateContext {
    pub(super) today: Date,
    /// Serial numbers count from 1904-01-01.
    pub(super) epoch_1904: bool,
    /// A number of so few digits alone is a year: a 3 is one only where nothing but years stand.
    pub(super) shortest_year: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReadDate {
    pub(super) date: PartialDate,
    /// The cell says more or less than the date: "ca. 2015", "Ende 2015", "3.4.2001 in Kabul".
    pub(super) loose: bool,
}

/// `None` if no rule reads it.
pub(super) fn read(value: &Value, context: DateContext) -> Option<ReadDate> {
    match value {
        Value::Date(date) => Some(ReadDate {
            date: *date,
            loose: false,
        }),
        Value::Number(number) => {
            let date = from_number(*number, context)?;
            Some(ReadDate { date, loose: false })
        }
        Value::Text(text) => from_text(text, context),
        Value::Flag(_) | Value::Error(_) | Value::NoResult => None,
    }
}

/// What a person types into a form: as in a list, but sure, and no serial number of a spreadsheet.
pub(crate) fn typed(text: &str, today: Date) -> Option<PartialDate> {
    let digits = text.trim().bytes().take_while(u8::is_ascii_digit).count();
    if digits == SERIAL_DIGITS {
        return None;
    }
    let context = DateContext {
        today,
        epoch_1904: false,
        shortest_year: 4,
    };
    let read = from_text(text.trim(), context)?;
    (!read.loose).then_some(read.date)
}

/// As many has every serial number of a day between 1927 and 2173.
const SERIAL_DIGITS: usize = 5;

fn from_number(number: f64, context: DateContext) -> Option<PartialDate> {
    if number.is_sign_negative() {
        return None;
    }
    if number.fract() == 0.0 && !(10_000.0..100_000.0).contains(&number) {
        return from_digits(&format!("{number:.0}"), context);
    }
    if (10_000.0..100_000.0).contains(&number) {
        return from_serial(number, context);
    }
    // 11.2015 typed as a month became a decimal number.
    let text = format!("{number:.4}");
    let (month, year) = text.split_once('.')?;
    month_of_year(year.parse().ok()?, month.parse().ok()?)
}

#[expect(clippy::cast_possible_truncation, reason = "five digits")]
fn from_serial(serial: f64, context: DateContext) -> Option<PartialDate> {
    let start = if context.epoch_1904 {
        (1904, 1, 1)
    } else {
        (1899, 12, 30)
    };
    let start = Date::new(start.0, start.1, start.2).ok()?;
    let day = start
        .checked_add(jiff::Span::new().days(serial.floor() as i64))
        .ok()?;
    Some(PartialDate::Day(day))
}

fn from_digits(digits: &str, context: DateContext) -> Option<PartialDate> {
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    match digits.len() {
        1 | 2 if digits.len() >= context.shortest_year => Some(PartialDate::Year(full_year(
            part(0, digits.len())?,
            context.today,
        ))),
        4 => year(part(0, 4)?),
        SERIAL_DIGITS => from_serial(digits.parse().ok()?, context),
        6 => {
            let month = month_of_year(part(0, 4)?, part(4, 6)?);
            let day = short_day(part(0, 2)?, part(2, 4)?, part(4, 6)?, context.today);
            if month.is_some() && day.is_some() {
                None
            } else {
                month.or(day)
            }
        }
        7 => day(part(3, 7)?, part(1, 3)?, part(0, 1)?),
        8 => day(part(0, 4)?, part(4, 6)?, part(6, 8)?)
            .or_else(|| day(part(4, 8)?, part(2, 4)?, part(0, 2)?)),
        _ => None,
    }
}

/// One piece of a written date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// Value and number of digits.
    Number(i16, usize),
    Month(i8),
    /// `xx`, `??`, `__` for a part that is not known.
    Unknown,
}

fn from_text(text: &str, context: DateContext) -> Option<ReadDate> {
    let bare = without_brackets(text);
    let (core, loose) = strip_words(&fold(if bare.is_empty() { text } else { &bare }));
    let loose = loose || bare != text;
    let digits: String = core.chars().filter(char::is_ascii_digit).collect();
    if core == digits && !digits.is_empty() {
        let context = DateContext {
            shortest_year: if text.starts_with('\'') {
                context.shortest_year.min(2)
            } else {
                context.shortest_year
            },
            ..context
        };
        return from_digits(&digits, context).map(|date| ReadDate { date, loose });
    }
    if let Some(number) = decimal_serial(&core) {
        return from_serial(number, context).map(|date| ReadDate { date, loose });
    }
    let (pieces, separators, rest) = pieces(&core)?;
    let date = assemble(&pieces, &separators, context)?;
    let loose = loose || !rest.is_empty();
    // A remark may follow a whole day, nothing with another number in it.
    let remark = rest.is_empty()
        || matches!(date, PartialDate::Day(_)) && !rest.contains(|c: char| c.is_ascii_digit());
    remark.then_some(ReadDate { date, loose })
}

/// `36526,0` or `43831.5`: a serial number with a time.
fn decimal_serial(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once([',', '.'])?;
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let serial = whole.len() == 5 && all_digits(whole) && all_digits(fraction);
    serial.then(|| whole.parse().ok())?
}

/// Up to three pieces with what stands between them, and the rest of the text.
fn pieces(text: &str) -> Option<(Vec<Piece>, Vec<char>, String)> {
    let mut pieces = Vec::new();
    let mut separators = Vec::new();
    let mut rest = text;
    while pieces.len() < 3 {
        let Some((piece, after)) = next_piece(rest) else {
            break;
        };
        pieces.push(piece);
        let after_blank = after.trim_start_matches([' ', '.', '-', '/', ',', '–', '\u{2011}', '_']);
        separators.push(after.trim_start().chars().next().unwrap_or(' '));
        rest = after_blank;
    }
    (!pieces.is_empty()).then(|| (pieces, separators, rest.trim().to_owned()))
}

fn next_piece(text: &str) -> Option<(Piece, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let number = text[..digits].parse().ok()?;
        return Some((Piece::Number(number, digits), &text[digits..]));
    }
    let marks = text
        .chars()
        .take_while(|c| matches!(c, 'x' | '?' | '_'))
        .count();
    if marks > 0 {
        return Some((Piece::Unknown, &text[marks..]));
    }
    let letters = text
        .chars()
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum();
    month_name(&text[..letters]).map(|month| (Piece::Month(month), &text[letters..]))
}

fn assemble(pieces: &[Piece], separators: &[char], context: DateContext) -> Option<PartialDate> {
    match *pieces {
        [Piece::Number(value, 4)] => year(value),
        [Piece::Number(value, 2)] if context.shortest_year <= 2 => {
            Some(PartialDate::Year(full_year(value, context.today)))
        }
        [first, last] => two_pieces(first, last, separators[0], context),
        [first, second, last] => three_pieces(first, second, last, context),
        _ => None,
    }
}

fn two_pieces(
    first: Piece,
    last: Piece,
    between: char,
    context: DateContext,
) -> Option<PartialDate> {
    use Piece::{Month, Number, Unknown};
    match (first, last) {
        (Month(month), last) | (last, Month(month)) => {
            month_of_year(whole_year(last, context)?, month.into())
        }
        (Unknown | Number(0, _), Number(value, 4)) => year(value),
        (Number(value, 4), Number(month, 1 | 2)) | (Number(month, 1 | 2), Number(value, 4)) => {
            month_of_year(value, month)
        }
        // 11/15 is a month; 11.10 could be a day, 11.15 could not.
        (Number(month, _), Number(short, 2)) if between == '/' || short > 12 => {
            month_of_year(full_year(short, context.today), month)
        }
        _ => None,
    }
}

fn three_pieces(
    first: Piece,
    second: Piece,
    last: Piece,
    context: DateContext,
) -> Option<PartialDate> {
    use Piece::{Month, Number, Unknown};
    let unknown = |piece: Piece| matches!(piece, Unknown | Number(0, _));
    match (first, second, last) {
        (Number(value, 4), month, _) if unknown(month) => year(value),
        (Number(value, 4), Number(month, _), day) if unknown(day) => month_of_year(value, month),
        (Number(value, 4), Number(month, _), Number(day_of, _)) => day(value, month, day_of),
        (first, second, last) if unknown(first) && unknown(second) => {
            year(whole_year(last, context)?)
        }
        (first, Month(month), last) if unknown(first) => {
            month_of_year(whole_year(last, context)?, month.into())
        }
        (first, Number(month, _), last) if unknown(first) => {
            month_of_year(whole_year(last, context)?, month)
        }
        (Number(day_of, _), Month(month), last)
        | (Month(month), Number(day_of, 1 | 2), last @ Number(_, 4)) => {
            dated(day_of, month.into(), last, context)
        }
        (Number(day_of, _), Number(month, _), last) => dated(day_of, month, last, context),
        _ => None,
    }
}

fn dated(day_of: i16, month: i16, last: Piece, context: DateContext) -> Option<PartialDate> {
    match last {
        Piece::Number(value, 4) => day(value, month, day_of),
        Piece::Number(value, 2) => short_day(day_of, month, value, context.today),
        _ => None,
    }
}

fn whole_year(piece: Piece, context: DateContext) -> Option<i16> {
    match piece {
        Piece::Number(value, 4) => Some(value),
        Piece::Number(value, 2) => Some(full_year(value, context.today)),
        _ => None,
    }
}

/// Two digits belong to the past hundred years.
fn full_year(short: i16, today: Date) -> i16 {
    let year = today.year() - today.year().rem_euclid(100) + short;
    if year > today.year() {
        year - 100
    } else {
        year
    }
}

fn short_day(day_of: i16, month: i16, short: i16, today: Date) -> Option<PartialDate> {
    let near = full_year(short, today);
    let read = day(near, month, day_of)?;
    if read.earliest() > today {
        day(near - 100, month, day_of)
    } else {
        Some(read)
    }
}

fn year(year: i16) -> Option<PartialDate> {
    (1850..=2200)
        .contains(&year)
        .then_some(PartialDate::Year(year))
}

fn month_of_year(value: i16, month: i16) -> Option<PartialDate> {
    year(value)?;
    Date::new(value, i8::try_from(month).ok()?, 1)
        .ok()
        .map(PartialDate::Month)
}

fn day(value: i16, month: i16, day: i16) -> Option<PartialDate> {
    year(value)?;
    let day = Date::new(value, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(PartialDate::Day(day))
}
