use jiff::civil::date;
use law::StatusCode;

use super::{CaseNumber, Deviation, NewCase, Opening, check_closure, deviations};
use crate::codes::{Indication, Stage};
use crate::people::{EntryFacts, PersonId};

fn at_entry(age: i16, status: &str) -> EntryFacts {
    EntryFacts {
        age: Some(age),
        status: StatusCode::parse(status),
        current_status: None,
    }
}

#[test]
fn the_target_group_is_18_to_27_with_duldung_or_gestattung() {
    for (age, status) in [(18, "D_60C"), (27, "AG"), (20, "GEDULDET"), (22, "D_60B")] {
        assert_eq!(
            deviations(&at_entry(age, status), false),
            [],
            "{age} {status}"
        );
    }
    let (young, old, status) = (Deviation::TooYoung, Deviation::TooOld, Deviation::Status);
    assert_eq!(deviations(&at_entry(17, "AG"), false), [young]);
    assert_eq!(deviations(&at_entry(28, "AE_25_5"), false), [old, status]);
    assert_eq!(
        deviations(&at_entry(20, "AG"), true),
        [Deviation::Reception]
    );
    assert_eq!(
        deviations(&EntryFacts::default(), false),
        [],
        "unknown is no deviation"
    );
}

#[test]
fn a_case_closes_between_its_opening_and_today() {
    let check = |closed_on| {
        let errors = check_closure(date(2021, 3, 1), closed_on, date(2022, 6, 30));
        errors.get("closed_on").map(|problem| problem.key)
    };
    assert_eq!(check(date(2021, 3, 1)), None);
    assert_eq!(check(date(2022, 6, 30)), None);
    assert_eq!(check(date(2021, 2, 28)), Some("closure-before-opening"));
    assert_eq!(check(date(2022, 7, 1)), Some("field-in-the-future"));
}

#[test]
fn only_participation_counts_as_entry() {
    let opening = |indication| Opening {
        opened_on: date(2021, 3, 1),
        indication,
        exception: None,
    };
    assert_eq!(
        opening(Indication::Case).entered_on(),
        Some(date(2021, 3, 1))
    );
    assert_eq!(opening(Indication::Counselling).entered_on(), None);
    assert_eq!(opening(Indication::Referral).entered_on(), None);
    let case = NewCase::new(PersonId::new(), opening(Indication::Case));
    assert_eq!(case.stage(), Stage::Contact);
}

#[test]
fn case_numbers_are_what_sites_write() {
    assert_eq!(
        CaseNumber::given(date(2022, 5, 1), 42).as_str(),
        "2022-0042"
    );
    assert_eq!(CaseNumber::parse(" A 17/3 ").unwrap().as_str(), "A 17/3");
    assert_eq!(CaseNumber::parse(" "), Err("field-required"));
    assert_eq!(CaseNumber::parse(&"9".repeat(41)), Err("case-number-odd"));
}
