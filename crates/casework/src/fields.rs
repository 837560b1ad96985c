//! Reading what was typed into a form, with the problem at its field.

use jiff::civil::{Date, date};
use platform::ui::{FieldErrors, Problem};

use crate::people::Birth;

#[cfg(test)]
mod tests;

/// No work in a case is older: the Residence Act that the programme works with came into force on
/// this day, and the programme itself began in 2019.
pub const FIRST_DAY: Date = date(2005, 1, 1);

/// Between which days somebody worked with a person; what happened to them before can be older.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub(crate) today: Date,
    /// The first day that the birth can mean.
    born: Option<Date>,
}

impl Bounds {
    pub(crate) fn of(birth: Option<Birth>, today: Date) -> Bounds {
        let born = birth.map(Birth::earliest);
        Bounds { today, born }
    }

    /// Where no person is named.
    pub(crate) fn until(today: Date) -> Bounds {
        Bounds { today, born: None }
    }

    pub(crate) fn is_before_birth(self, day: Date) -> bool {
        self.born.is_some_and(|born| day < born)
    }
}

/// A day of work that is not in the future; an empty field means today.
pub(crate) fn past_day(errors: &mut FieldErrors, field: &str, text: &str, bounds: Bounds) -> Date {
    work_day(errors, field, text, bounds);
    by_today(errors, field, text, bounds.today)
}

/// Any day that is not in the future; an empty field means today.
pub(crate) fn by_today(errors: &mut FieldErrors, field: &str, text: &str, today: Date) -> Date {
    let day = day(errors, field, text).unwrap_or(today);
    if day > today {
        errors.add(field, "field-in-the-future");
    }
    day
}

/// A day of work, past or planned, or nothing if the field is empty.
pub(crate) fn work_day(
    errors: &mut FieldErrors,
    field: &str,
    text: &str,
    bounds: Bounds,
) -> Option<Date> {
    let day = day(errors, field, text)?;
    if day < FIRST_DAY {
        errors.add(field, "field-before-programme");
    } else if bounds.is_before_birth(day) {
        errors.add(field, "field-before-birth");
    }
    Some(day)
}

/// A day, or nothing if the field is empty.
pub(crate) fn day(errors: &mut FieldErrors, field: &str, text: &str) -> Option<Date> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let day = iso(text).or_else(|| german(text));
    if day.is_none() {
        errors.add(field, "field-not-a-day");
    }
    day
}

fn iso(text: &str) -> Option<Date> {
    text.parse().ok().filter(|day| plausible(*day))
}

fn german(text: &str) -> Option<Date> {
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?.trim());
    // What is written down about a case is of this century.
    let century = if year.len() == 2 { 2000 } else { 0 };
    let year = century + year.parse::<i16>().ok().filter(|year| *year >= 0)?;
    let day = Date::new(year, month.trim().parse().ok()?, day.trim().parse().ok()?);
    day.ok()
        .filter(|day| plausible(*day) && parts.next().is_none())
}

/// Years of five digits are slips of the keyboard.
fn plausible(day: Date) -> bool {
    (1900..=2100).contains(&day.year())
}

/// A whole number between two bounds, or nothing if the field is empty.
pub(crate) fn number(
    errors: &mut FieldErrors,
    field: &str,
    text: &str,
    (least, most): (i64, i64),
) -> Option<i64> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let Ok(number) = text.parse::<i64>() else {
        errors.add(field, "field-not-a-number");
        return None;
    };
    if number < least || number > most {
        let args = vec![("least", least.to_string()), ("most", most.to_string())];
        let key = "field-number-out-of-range";
        errors.add_problem(field, Problem { key, args });
        return None;
    }
    Some(number)
}

/// One value of a code list that has to be chosen.
pub(crate) fn chosen<T>(
    errors: &mut FieldErrors,
    field: &str,
    code: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    if code.is_empty() {
        errors.add(field, "field-choose");
        return None;
    }
    let value = parse(code);
    if value.is_none() {
        errors.add(field, "field-unknown-choice");
    }
    value
}

/// Several lines that have to be written.
pub(crate) fn wording(errors: &mut FieldErrors, field: &str, text: &str, most: usize) -> String {
    let text = text.trim();
    if text.is_empty() {
        errors.add(field, "field-required");
    }
    note(errors, field, text, most).unwrap_or_default()
}

/// One line, or nothing.
pub(crate) fn line(
    errors: &mut FieldErrors,
    field: &str,
    text: &str,
    most: usize,
) -> Option<String> {
    let text = note(errors, field, text, most);
    text.map(|text| text.replace(char::is_control, " "))
}

/// Several lines, or nothing.
pub(crate) fn note(
    errors: &mut FieldErrors,
    field: &str,
    text: &str,
    most: usize,
) -> Option<String> {
    let text = text.trim();
    if text.chars().count() > most {
        let args = vec![("max", most.to_string())];
        errors.add_problem(
            field,
            Problem {
                key: "field-too-long",
                args,
            },
        );
    }
    (!text.is_empty()).then(|| text.replace("\r\n", "\n"))
}
