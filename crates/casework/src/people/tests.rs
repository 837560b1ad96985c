use jiff::civil::date;
use law::StatusCode;

use super::{Birth, Identity, age_on, status_on};
use crate::codes::{Nationality, PartialDate};

#[test]
fn age_is_completed_years_and_goes_up_on_the_birthday() {
    let born = Birth::Day(date(2001, 4, 9));
    assert_eq!(age_on(born, date(2019, 4, 8)), 17);
    assert_eq!(age_on(born, date(2019, 4, 9)), 18);
    assert_eq!(age_on(Birth::Year(2001), date(2019, 1, 1)), 18);
}

#[test]
fn the_status_of_a_day_is_the_last_that_has_begun_and_not_ended() {
    let gestattet = StatusCode::parse("AG").unwrap();
    let duldung = StatusCode::parse("D_60C").unwrap();
    let history = [
        (Some(date(2018, 3, 1)), Some(date(2019, 6, 1)), &gestattet),
        (Some(date(2019, 6, 1)), None, &duldung),
    ];
    assert_eq!(status_on(history, date(2019, 5, 31)), Some(&gestattet));
    assert_eq!(status_on(history, date(2019, 6, 1)), Some(&duldung));
    assert_eq!(
        status_on(history, date(2017, 1, 1)),
        Some(&gestattet),
        "before the first, the first counts"
    );
}

#[test]
fn partial_days_are_read_as_germans_and_machines_write_them() {
    let november = Some(PartialDate::Month(date(2015, 11, 1)));
    assert_eq!(PartialDate::parse("2015-11"), november);
    assert_eq!(PartialDate::parse("11/2015"), november);
    assert_eq!(PartialDate::parse("11.2015"), november);
    assert_eq!(PartialDate::parse("2015"), Some(PartialDate::Year(2015)));
    let day = Some(PartialDate::Day(date(2015, 11, 3)));
    assert_eq!(PartialDate::parse("3.11.2015"), day);
    assert_eq!(PartialDate::parse("2015-11-03"), day);
    for odd in ["", "15", "2015-13", "31.02.2015", "gestern", "1.2.3.2015"] {
        assert_eq!(PartialDate::parse(odd), None, "{odd}");
    }
    for said in ["2015", "2015-11", "2015-11-03"] {
        assert_eq!(PartialDate::parse(said).unwrap().to_string(), said);
    }
}

#[test]
fn nationalities_are_those_of_the_official_list() {
    assert_eq!(Nationality::parse("423").unwrap().name(), "Afghanistan");
    assert_eq!(Nationality::parse("910"), None, "for internal use only");
    assert_eq!(Nationality::parse("4230"), None);
    assert_eq!(Nationality::frequent().count(), 16);
}

#[test]
fn names_read_as_spoken_and_as_listed() {
    let mut identity = Identity {
        family_name: Some("Rahimi".to_owned()),
        given_name: Some("Amina".to_owned()),
        ..Identity::default()
    };
    assert_eq!(identity.full_name(), "Amina Rahimi");
    assert_eq!(identity.listed_name(), "Rahimi, Amina");
    identity.given_name = None;
    assert_eq!(identity.listed_name(), "Rahimi");
}
