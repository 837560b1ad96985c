use jiff::civil::date;
use platform::ui::FieldErrors;

use super::{Bounds, day, line, past_day, work_day};
use crate::people::Birth;
use crate::testing::Scene;

fn problem(text: &str, birth: Option<Birth>) -> Option<&'static str> {
    let mut errors = FieldErrors::none();
    past_day(
        &mut errors,
        "day",
        text,
        Bounds::of(birth, date(2026, 6, 30)),
    );
    errors.get("day").map(|problem| problem.key)
}

#[test]
fn work_lies_between_the_residence_act_or_the_birth_and_today() {
    let born = |year, month, day| Some(Birth::Day(date(year, month, day)));
    assert_eq!(problem("31.12.2004", None), Some("field-before-programme"));
    assert_eq!(problem("01.01.2005", None), None);
    assert_eq!(problem("", born(2008, 4, 9)), None);
    assert_eq!(
        problem("08.04.2008", born(2008, 4, 9)),
        Some("field-before-birth")
    );
    assert_eq!(problem("09.04.2008", born(2008, 4, 9)), None);
    let year_alone = Some(Birth::Year(2008));
    assert_eq!(
        problem("31.12.2007", year_alone),
        Some("field-before-birth")
    );
    assert_eq!(problem("01.01.2008", year_alone), None);
    assert_eq!(problem("01.07.2026", None), Some("field-in-the-future"));
}

#[test]
fn what_is_planned_can_lie_ahead_but_not_before_the_programme() {
    let mut errors = FieldErrors::none();
    let until = Bounds::until(date(2026, 6, 30));
    let day = work_day(&mut errors, "due_on", "01.07.2026", until);
    assert_eq!((day, errors.len()), (Some(date(2026, 7, 1)), 0));
    work_day(&mut errors, "due_on", "01.07.1926", until);
    assert_eq!(
        errors.get("due_on").map(|problem| problem.key),
        Some("field-before-programme")
    );
}

/// Where somebody notes work in a case, with a day that was meant to be of 2022.
const PLACES: [(&str, &[(&str, &str)]); 5] = [
    ("/contacts", &[("form", "phone"), ("held_on", "01.01.1905")]),
    ("/needs", &[("domain", "SPR"), ("since_on", "01.01.1905")]),
    (
        "/outcomes",
        &[("kind", "training"), ("on_day", "01.01.1905")],
    ),
    (
        "/goals",
        &[
            ("domain", "SPR"),
            ("wording", "B1"),
            ("set_on", "01.01.1905"),
        ],
    ),
    (
        "/closure",
        &[
            ("closed_on", "01.01.1905"),
            ("reason", "goals_reached"),
            ("outcome", "training"),
            ("version", "1"),
        ],
    ),
];

#[tokio::test]
async fn a_slip_in_the_year_is_named_wherever_work_is_noted() {
    let scene = Scene::set().await;
    for (place, form) in PLACES {
        let answer = scene.post(place, form).await;
        assert_eq!(answer.status, 422, "{place}");
        assert!(
            answer.body.contains("Der Tag liegt vor dem 01.01.2005"),
            "{place}: {}",
            answer.body
        );
    }
    let form = [
        ("kind", "addressed"),
        ("persons", "3"),
        ("form", "outreach"),
        ("on_day", "01.01.1905"),
    ];
    let who = platform::testing::Who::Anna;
    let answer = scene.bed.post(who, "/encounters", &form).await;
    assert_eq!(answer.status, 422, "{}", answer.body);
}

/// Amina was born on 9 April 2001 and came with a Duldung of 2021.
#[tokio::test]
async fn what_happened_before_the_programme_is_taken_but_not_before_the_birth() {
    let scene = Scene::set().await;
    for (since, status) in [("04/2001", 303), ("03/2001", 422)] {
        let form = [("code", "AG"), ("from_on", since)];
        let answer = scene.post("/statuses", &form).await;
        assert_eq!(answer.status, status, "status of {since}: {}", answer.body);
    }
    for (since, status) in [("2004-09-01", 303), ("2000-09-01", 422)] {
        let form = [("code", "hauptschule"), ("from_on", since)];
        let answer = scene.post("/facts/school", &form).await;
        assert_eq!(answer.status, status, "school of {since}: {}", answer.body);
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

#[test]
fn a_line_holds_no_control_characters() {
    let mut errors = FieldErrors::none();
    let mut read = |text: &str| line(&mut errors, "district", text, 80);
    assert_eq!(
        read("Nord\u{1f}m\u{1e}1\r\n2\0").as_deref(),
        Some("Nord m 1 2 ")
    );
    assert_eq!(read(" \t ").as_deref(), None);
}
