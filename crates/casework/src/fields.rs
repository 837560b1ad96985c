//! Reading what was typed into a form, with the problem at its field.

use jiff::civil::Date;
use platform::ui::{FieldErrors, Problem};

/// A day that is not in the future; an empty field means today.
pub(crate) fn past_day(errors: &mut FieldErrors, field: &str, text: &str, today: Date) -> Date {
    let day = day(errors, field, text).unwrap_or(today);
    if day > today {
        errors.add(field, "field-in-the-future");
    }
    day
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
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let day = Date::new(
        year.trim().parse().ok()?,
        month.trim().parse().ok()?,
        day.trim().parse().ok()?,
    );
    day.ok()
        .filter(|day| plausible(*day) && parts.next().is_none())
}

/// Years of two or five digits are slips of the keyboard.
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
