//! Reading what was typed into a form, with the problem at its field.

use jiff::civil::Date;
use platform::ui::{FieldErrors, Problem};

use crate::codes::PartialDate;

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
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?.trim());
    // What is written down about a case is of this century.
    let century = if year.len() == 2 { 2000 } else { 0 };
    let year = century + year.parse::<i16>().ok().filter(|year| *year >= 0)?;
    let day = Date::new(year, month.trim().parse().ok()?, day.trim().parse().ok()?);
    day.ok()
        .filter(|day| plausible(*day) && parts.next().is_none())
}

/// A day, month or year; two digits of a year after a day and a month belong to the past hundred
/// years.
pub(crate) fn partial_day(text: &str, today: Date) -> Option<PartialDate> {
    let parts: Vec<&str> = text.trim().split(['.', '/']).map(str::trim).collect();
    let [day, month, year] = parts[..] else {
        return PartialDate::parse(text);
    };
    if year.len() != 2 {
        return PartialDate::parse(&parts.join("."));
    }
    let year: i16 = year.parse().ok().filter(|year| *year >= 0)?;
    let century = today.year() - today.year() % 100;
    let whole = |year: i16| PartialDate::parse(&format!("{day}.{month}.{year}"));
    let is_past = |day: &PartialDate| day.earliest() <= today;
    whole(century + year)
        .filter(is_past)
        .or_else(|| whole(century - 100 + year))
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use platform::ui::FieldErrors;

    use super::{day, partial_day};
    use crate::codes::PartialDate;

    const TODAY: jiff::civil::Date = date(2022, 6, 30);

    #[test]
    fn two_digits_of_a_birth_year_belong_to_the_past_hundred_years() {
        for (typed, meant) in [
            ("3.4.01", date(2001, 4, 3)),
            ("03/04/98", date(1998, 4, 3)),
            ("30.6.22", date(2022, 6, 30)),
            ("1.7.22", date(1922, 7, 1)),
            (" 9. 4. 2001 ", date(2001, 4, 9)),
        ] {
            let read = partial_day(typed, TODAY);
            assert_eq!(read, Some(PartialDate::Day(meant)), "{typed}");
        }
        for odd in ["01", "3.4", "3.4.1", "3.4.-1", "31.2.01", "3.4.01.1"] {
            assert_eq!(partial_day(odd, TODAY), None, "{odd}");
        }
    }

    #[test]
    fn days_of_casework_are_of_this_century() {
        let read = |text| {
            let mut errors = FieldErrors::none();
            day(&mut errors, "on", text).filter(|_| errors.is_empty())
        };
        assert_eq!(read("31.12.22"), Some(date(2022, 12, 31)));
        assert_eq!(read("1.3.2022"), Some(date(2022, 3, 1)));
        assert_eq!(read("2022-03-01"), Some(date(2022, 3, 1)));
        for odd in ["31.12.222", "31.12.20222", "31.2.22", "1.3.-2"] {
            assert_eq!(read(odd), None, "{odd}");
        }
    }
}
