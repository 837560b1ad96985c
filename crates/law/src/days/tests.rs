use super::*;

#[test]
fn easter_falls_on_its_published_days() {
    for (year, month, day) in [
        (2019, 4, 21),
        (2020, 4, 12),
        (2022, 4, 17),
        (2024, 3, 31),
        (2026, 4, 5),
        (2038, 4, 25),
    ] {
        assert_eq!(easter(year), date(year, month, day));
    }
}

#[test]
fn holidays_of_nrw_move_with_easter() {
    for day in [
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 14),
        date(2026, 6, 4),
    ] {
        assert!(is_holiday(day), "{day}");
    }
    assert!(is_holiday(date(2026, 11, 1)));
    assert!(
        !is_holiday(date(2026, 10, 31)),
        "Reformation Day is none in NRW"
    );
    assert!(!is_holiday(date(2026, 1, 6)), "Epiphany is none in NRW");
}

#[test]
fn a_period_ending_on_a_saturday_moves_behind_the_holiday() {
    // Saturday before Easter Monday 2026.
    assert_eq!(next_working_day(date(2026, 4, 4)), date(2026, 4, 7));
    assert_eq!(next_working_day(date(2026, 4, 7)), date(2026, 4, 7));
}

#[test]
fn months_are_complete_on_the_same_numbered_day_or_the_last() {
    assert_eq!(plus_months(date(2023, 11, 30), 3), date(2024, 2, 29));
    assert_eq!(plus_months(date(2024, 2, 29), 12), date(2025, 2, 28));
    assert_eq!(plus_months(date(2024, 3, 15), -7), date(2023, 8, 15));
}

#[test]
fn an_age_is_completed_the_day_before_the_birthday() {
    assert_eq!(completes_age(date(2003, 5, 4), 27), date(2030, 5, 3));
    assert_eq!(completes_age(date(2000, 3, 1), 21), date(2021, 2, 28));
    // Born on 29 February: the year of life ends with February.
    assert_eq!(completes_age(date(2000, 2, 29), 21), date(2021, 2, 28));
    assert_eq!(completes_age(date(2000, 2, 29), 24), date(2024, 2, 28));
}

#[test]
fn a_title_of_eighteen_months_ends_the_day_before_the_same_numbered_day() {
    assert_eq!(last_day_of_period(date(2023, 3, 10), 18), date(2024, 9, 9));
    assert_eq!(last_day_of_period(date(2023, 8, 31), 18), date(2025, 2, 28));
}
