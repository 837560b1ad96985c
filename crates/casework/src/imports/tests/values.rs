//! Single values, as they stand in real lists; expectations are written by hand.

use jiff::civil::date;

use super::super::dates::{self, DateContext};
use super::super::grid::Value;
use super::super::names::{Names, split};
use super::super::{Sex, nationality, sex};
use super::{TODAY, pairs};

fn read_date(text: &str, years_are_short: bool) -> Option<String> {
    let context = DateContext {
        today: TODAY,
        epoch_1904: false,
        shortest_year: if years_are_short { 2 } else { 4 },
    };
    dates::read(&Value::Text(text.to_owned()), context).map(|read| read.date.to_string())
}

const DATES: &str = "
    31.12.1999 = 1999-12-31
    31.12.99 = 1999-12-31
    1.1.00 = 2000-01-01
    01.01.26 = 2026-01-01
    31.12.26 = 1926-12-31
    31/12/1999 = 1999-12-31
    31-12-1999 = 1999-12-31
    2000-01-31 = 2000-01-31
    2000/1/31 = 2000-01-31
    2000-01-31T00:00:00 = 2000-01-31
    2000-01-31 00:00:00.000 = 2000-01-31
    31.12.1999 00:00 = 1999-12-31
    31. Dezember 1999 = 1999-12-31
    31. Dez. 99 = 1999-12-31
    31-Dec-99 = 1999-12-31
    3. März 2001 = 2001-03-03
    December 31, 1999 = 1999-12-31
    Freitag, 31.12.1999 = 1999-12-31
    Fr. 31.12.1999 = 1999-12-31
    geb. 31.12.1999 = 1999-12-31
    * 31.12.1999 = 1999-12-31
    31.12.1999 in Kabul = 1999-12-31
    31.12.1999, Kabul = 1999-12-31
    31.12.1999 (geschätzt) = 1999-12-31
     31 . 12 . 1999  = 1999-12-31
    31.12.1999. = 1999-12-31
    31,12,1999 = 1999-12-31
    19991231 = 1999-12-31
    31121999 = 1999-12-31
    9042001 = 2001-04-09
    090401 = 2001-04-09
    36526 = 2000-01-01
    43831,5 = 2020-01-01
    Januar 2000 = 2000-01
    Jan 00 = 2000-01
    Jänner 2000 = 2000-01
    Dez. 99 = 1999-12
    01/2000 = 2000-01
    1.2000 = 2000-01
    2000-01 = 2000-01
    12/99 = 1999-12
    11.15 = 2015-11
    00.01.2000 = 2000-01
    xx.01.2000 = 2000-01
    2000 = 2000
    00.00.1999 = 1999
    XX.XX.1999 = 1999
    ca. 1999 = 1999
    1999? = 1999
    Jahrgang 1999 = 1999
    Ende 2015 = 2015
    Herbst 2015 = 2015
    seit 11/2015 = 2015-11
    '1999 = 1999";

#[test]
fn dates_are_read_as_people_write_them() {
    for (text, expected) in pairs(DATES) {
        assert_eq!(read_date(text, false).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn two_digits_alone_are_a_year_only_where_years_are_expected() {
    assert_eq!(read_date("99", true).as_deref(), Some("1999"));
    assert_eq!(read_date("04", true).as_deref(), Some("2004"));
    assert_eq!(read_date("99", false), None);
}

#[test]
fn what_is_no_date_is_not_guessed() {
    for text in [
        "31.02.2000",
        "12/31/1999",
        "2015/2016",
        "2015 oder 2016",
        "irgendwann",
        "11.10",
        "3.4.2001 und 5.6.2002",
        "123",
        "32.01.2000",
        "1.13.2000",
        "1.1.1",
        "-5",
        "999999999",
        "Januar",
        "1.1.2000-2",
    ] {
        assert_eq!(read_date(text, false), None, "{text}");
    }
}

#[test]
fn serial_numbers_follow_the_calendar_of_the_workbook() {
    let read = |number, epoch_1904| {
        let context = DateContext {
            today: TODAY,
            epoch_1904,
            shortest_year: 2,
        };
        dates::read(&Value::Number(number), context).map(|read| read.date.to_string())
    };
    // 2011-07-05 in both systems, Microsoft support article 214330.
    assert_eq!(read(40729.0, false).as_deref(), Some("2011-07-05"));
    assert_eq!(read(39267.0, true).as_deref(), Some("2011-07-05"));
    assert_eq!(read(40729.75, false).as_deref(), Some("2011-07-05"));
    assert_eq!(read(1999.0, false).as_deref(), Some("1999"));
    assert_eq!(read(99.0, false).as_deref(), Some("1999"));
    assert_eq!(read(3.0, false), None);
    assert_eq!(read(11.2015, false).as_deref(), Some("2015-11"));
    assert_eq!(read(-3.0, false), None);
    assert_eq!(read(f64::NAN, false), None);
}

#[test]
fn the_sex_is_read_in_short_and_in_full() {
    for (text, expected) in [
        ("m", Sex::Male),
        ("M", Sex::Male),
        ("männl.", Sex::Male),
        ("männlich", Sex::Male),
        ("male", Sex::Male),
        ("Herr", Sex::Male),
        ("w", Sex::Female),
        ("W.", Sex::Female),
        ("weibl.", Sex::Female),
        ("Weiblich", Sex::Female),
        ("f", Sex::Female),
        ("Frau", Sex::Female),
        ("d", Sex::Diverse),
        ("divers", Sex::Diverse),
        ("div.", Sex::Diverse),
        ("x", Sex::Diverse),
        ("♂", Sex::Male),
        ("♀", Sex::Female),
        ("(♀)", Sex::Female),
        ("♂ männl.", Sex::Male),
        ("⚧", Sex::Diverse),
    ] {
        assert_eq!(sex::read(text), Some(expected), "{text}");
    }
    for text in ["m/w", "?", "ja", "1", "mw", "k", "♂/♀", "☺", "✓", "\""] {
        assert_eq!(sex::read(text), None, "{text}");
    }
}

const NATIONALITIES: &str = "
    Afghanistan = 423
    afghanisch = 423
    Afghane = 423
    Afghanin = 423
    AFG = 423
    AF = 423
    423 = 423
    afgh. = 423
    afghanische Staatsangehörigkeit = 423
    Afganistan = 423
    Syrien = 475
    syrisch = 475
    Syrerin = 475
    SYR = 475
    Syrien, Arabische Republik = 475
    423 - Afghanistan = 423
    AFG Afghanistan = 423
    Bundesrepublik Nigeria = 232
    Rep. Kongo = 245
    keine Staatsangehörigkeit = 997
    Arab. Rep. Syrien = 
    irakische = 438
    Irak = 438
    Iran = 439
    iranisch = 439
    Iran, Islamische Republik = 439
    Türkei = 163
    tuerkisch = 163
    TÜRKISCH = 163
    Turkey = 163
    Elfenbeinküste = 231
    Côte d'Ivoire = 231
    Kosovo = 150
    kosovarisch = 150
    XK = 150
    Nigeria = 232
    Niger = 255
    nigerianisch = 232
    Guinea = 261
    Guinea-Bissau = 259
    guineisch = 261
    Russland = 160
    Russische Föderation = 160
    Mazedonien = 144
    Weißrussland = 169
    Belarus = 169
    DR Kongo = 246
    Kongo, Demokratische Republik = 246
    Kongo = 245
    somalisch = 273
    Eritrea = 224
    eritreisch = 224
    Äthiopien = 225
    Gambia = 237
    Sambia = 257
    deutsch = 000
    Deutschland = 000
    DEU = 000
    000 = 000
    staatenlos = 997
    ungeklärt = 998
    unbekannt = 998
    k.A. = 999
    ohne Angabe = 999
    Palästina = 459
    palästinensisch = 459
    Bangladesh = 460
    pakistanisch = 461
    Sri Lanka = 431
    Moldawien = 146
    Bosnien-Herzegowina = 122
    ägyptisch = 287
    libanesisch = 451
    Ukrainerin = 166
    Aserbaidschan = 425
    Tadschikistan = 470";

#[test]
fn nationalities_are_read_by_name_code_key_and_demonym() {
    for (text, expected) in pairs(NATIONALITIES) {
        let read = nationality::read(&Value::Text(text.to_owned()));
        let expected = (!expected.is_empty()).then_some(expected);
        assert_eq!(read.map(|read| read.keys[0]), expected, "{text}");
    }
    assert_eq!(
        nationality::read(&Value::Number(423.0)).unwrap().keys,
        ["423"]
    );
}

#[test]
fn of_several_nationalities_the_first_one_leads() {
    for (text, expected) in [
        ("syrisch/irakisch", ["475", "438"]),
        ("afghanisch und iranisch", ["423", "439"]),
        ("deutsch, türkisch", ["000", "163"]),
    ] {
        let read = nationality::read(&Value::Text(text.to_owned())).unwrap();
        assert_eq!(read.keys, expected, "{text}");
    }
}

#[test]
fn what_is_no_nationality_is_not_guessed() {
    for text in [
        "Absurdistan",
        "kurdisch",
        "910",
        "101",
        "Europa",
        "nig.",
        "n/a",
        "?",
        "kongolesisch",
        "438 Afghanistan",
    ] {
        assert_eq!(
            nationality::read(&Value::Text(text.to_owned())),
            None,
            "{text}"
        );
    }
}

#[test]
fn every_key_of_the_official_list_reads_as_itself() {
    for line in include_str!("../../../data/nationalities.csv")
        .lines()
        .skip(1)
    {
        let (key, name) = line.split_once(',').unwrap();
        if key == "910" {
            continue;
        }
        for text in [key, name.trim_matches('"')] {
            let read = nationality::read(&Value::Text(text.to_owned())).unwrap();
            assert_eq!(read.keys, [key], "{text}");
        }
    }
}

#[test]
fn a_whole_name_is_split_where_its_column_or_its_writing_says() {
    for (text, family_first, family, given) in [
        ("Karimi, Ali", Some(true), "Karimi", "Ali"),
        ("Karimi, Ali", None, "Karimi", "Ali"),
        ("Karimi,Ali Reza", Some(false), "Karimi", "Ali Reza"),
        ("Ali Karimi", None, "Karimi", "Ali"),
        ("Ali Karimi", Some(false), "Karimi", "Ali"),
        ("Karimi Ali", Some(true), "Karimi", "Ali"),
        ("Ahmad Al Hassan", None, "Al Hassan", "Ahmad"),
        ("Al Hassan Ahmad", Some(true), "Al Hassan", "Ahmad"),
        ("KARIMI Ali", None, "KARIMI", "Ali"),
        ("Ali KARIMI", Some(true), "KARIMI", "Ali"),
        ("Anna von der Heide", None, "von der Heide", "Anna"),
        ("Karimi", None, "Karimi", ""),
        (", Ali", Some(true), "Ali", ""),
        ("Herr Hans Müller", Some(true), "Müller", "Hans"),
        ("Herr Hans Müller", None, "Müller", "Hans"),
        ("Frau Müller", None, "Müller", ""),
        ("Frau Dr. Müller, Eva", Some(true), "Müller", "Eva"),
        ("Dr. Hans Meier", None, "Meier", "Hans"),
        ("Müller / Hans", None, "Müller", "Hans"),
        ("Frau", None, "Frau", ""),
    ] {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let expected = Names {
            family: some(family),
            given: some(given),
        };
        assert_eq!(split(text, family_first), Ok(expected), "{text}");
    }
    assert_eq!(split("N. N.", None), Ok(Names::default()));
    assert!(split("12345", None).is_err());
    assert!(split("dto., Ali", None).is_err() && split("dto. Ali", None).is_err());
}

#[test]
fn a_form_takes_what_a_list_may_hold_where_it_is_sure() {
    let today = date(2022, 6, 30);
    for (typed, meant) in [
        ("3.4.01", "2001-04-03"),
        ("03/04/98", "1998-04-03"),
        ("30.6.22", "2022-06-30"),
        ("1.7.22", "1922-07-01"),
        (" 9. 4. 2001 ", "2001-04-09"),
        ("9 Apr 2001", "2001-04-09"),
        ("31 December 1999", "1999-12-31"),
        ("2001-04-09", "2001-04-09"),
        ("2015-11", "2015-11"),
        ("11/2015", "2015-11"),
        ("November 2015", "2015-11"),
        ("2015", "2015"),
    ] {
        let read = dates::typed(typed, today).map(|date| date.to_string());
        assert_eq!(read.as_deref(), Some(meant), "{typed}");
    }
    for odd in [
        "01",
        "3.4",
        "3.4.1",
        "3.4.-1",
        "31.2.01",
        "3.4.01.1",
        "36526",
        "36526,5",
        "ca. 2015",
        "",
        "2015 in Kabul",
    ] {
        assert_eq!(dates::typed(odd, today), None, "{odd}");
    }
}
