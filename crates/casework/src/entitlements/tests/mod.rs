mod lookup;
mod pages;

use jiff::civil::{Date, date};
use law::{Access, AccessAnswer, ConditionAnswer, ConditionState, PathResult, Perspective};

use super::{Background, Held};
use crate::codes::{Nationality, PartialDate};

/// Born on 4 May 2001, from Afghanistan, entered on 10 May 2019, with a Duldung since 1 July 2021.
fn tolerated(from_on: PartialDate) -> Background {
    Background {
        birth_date: Some(date(2001, 5, 4)),
        entered: Some(PartialDate::Day(date(2019, 5, 10))),
        nationality: Nationality::parse("423"),
        site_ags: "05913".to_owned(),
        history: vec![held("D_60A_2_S1", Some(from_on), None)],
        recorded: Vec::new(),
        practice: crate::notices::Practice::default(),
    }
}

fn held(code: &str, from_on: Option<PartialDate>, to_on: Option<Date>) -> Held {
    Held {
        code: law::StatusCode::parse(code).unwrap(),
        from_on,
        to_on,
        document_expires_on: None,
        recorded_on: date(2022, 3, 1),
    }
}

fn path(background: &Background, id: &str, on: Date) -> Perspective {
    let paths = background.outlook(on).answer.perspectives;
    paths.into_iter().find(|path| path.id == id).unwrap()
}

fn condition(path: &Perspective, id: &str) -> ConditionAnswer {
    path.conditions.iter().find(|c| c.id == id).unwrap().clone()
}

fn access(background: &Background, id: &str, on: Date) -> AccessAnswer {
    let access = background.outlook(on).answer.access;
    access.into_iter().find(|access| access.id == id).unwrap()
}

#[test]
fn the_way_of_section_25a_opens_to_young_adults_on_new_year_s_eve_of_2022() {
    let person = tolerated(PartialDate::Day(date(2021, 7, 1)));
    // Until 30.12.2022 the application had to come before the 21st birthday, 4 May 2022.
    let before = path(&person, "C1", date(2022, 12, 30));
    assert_eq!(before.result, PathResult::NotOpen);
    assert_eq!(condition(&before, "C1.4").state, ConditionState::NotMet);
    // Since 31.12.2022: twelve months of Duldung, application before the 27th birthday.
    let after = path(&person, "C1", date(2023, 1, 2));
    assert_eq!(after.result, PathResult::Missing);
    assert_eq!(condition(&after, "C1.1").state, ConditionState::Met);
    assert_eq!(condition(&after, "C1.4").state, ConditionState::Met);
    assert_eq!(after.apply_until, Some(date(2028, 5, 3)));
    // What no file says stays unknown; what must not be recorded is asked.
    assert_eq!(condition(&after, "C1.3").state, ConditionState::Unknown);
    assert_eq!(condition(&after, "C1.5").state, ConditionState::Ask);
}

#[test]
fn a_half_open_end_is_the_last_day_of_the_law() {
    let mut person = tolerated(PartialDate::Day(date(2021, 7, 1)));
    person.history[0].code = law::StatusCode::parse("AG").unwrap();
    person.history[0].to_on = Some(date(2022, 5, 1));
    let since = Some(PartialDate::Day(date(2022, 5, 1)));
    person.history.push(held("D_60B", since, None));
    // § 60b(5) S. 2 AufenthG: no employment, from the first day on.
    let work = access(&person, "B1.work", date(2022, 5, 1));
    assert_eq!(
        (work.result, work.since),
        (Access::No, Some(date(2022, 5, 1)))
    );
    assert_ne!(
        access(&person, "B1.work", date(2022, 4, 30)).result,
        Access::No
    );
}

#[test]
fn what_hangs_on_a_rough_beginning_is_unknown() {
    // Somewhere in 2021: on 1 July 2022 twelve months have passed perhaps, in 2023 surely.
    let person = tolerated(PartialDate::Year(2021));
    assert!(person.outlook(date(2023, 1, 2)).rough_beginning);
    let state = |on| condition(&path(&person, "C5", on), "C5.3").state;
    assert_eq!(state(date(2021, 12, 30)), ConditionState::Unknown);
    assert_eq!(state(date(2022, 7, 1)), ConditionState::Unknown);
    assert_eq!(state(date(2023, 1, 2)), ConditionState::Met);
    let exact = tolerated(PartialDate::Day(date(2021, 7, 1)));
    assert!(!exact.outlook(date(2023, 1, 2)).rough_beginning);
}

#[test]
fn a_printed_end_is_a_deadline_until_it_has_passed() {
    let mut person = tolerated(PartialDate::Day(date(2021, 7, 1)));
    person.history[0].document_expires_on = Some(date(2022, 9, 14));
    let on_paper = |on: Date| {
        let deadlines = person.deadlines(on);
        deadlines.into_iter().find(|d| d.id == "D04").map(|d| d.on)
    };
    assert_eq!(on_paper(date(2022, 9, 14)), Some(date(2022, 9, 14)));
    assert_eq!(on_paper(date(2022, 9, 15)), None);
    let later = person.outlook(date(2022, 9, 15));
    assert_eq!(later.paper_ended_on, Some(date(2022, 9, 14)));
    // § 25a counts on: the paper has ended, the status is taken to continue.
    let path = path(&person, "C1", date(2023, 1, 2));
    assert_eq!(condition(&path, "C1.1").state, ConditionState::Met);
}

#[test]
fn an_empty_file_says_nothing() {
    let nobody = Background {
        birth_date: None,
        entered: None,
        nationality: None,
        site_ags: "05913".to_owned(),
        history: Vec::new(),
        recorded: Vec::new(),
        practice: crate::notices::Practice::default(),
    };
    let outlook = nobody.outlook(date(2023, 1, 2));
    let open = outlook
        .answer
        .perspectives
        .iter()
        .filter(|p| p.result == PathResult::Open);
    assert_eq!(open.count(), 0);
    assert_eq!(
        access(&nobody, "B1.work", date(2023, 1, 2)).result,
        Access::Unknown
    );
}

#[test]
fn every_question_path_and_condition_has_plain_words_in_both_languages() {
    use crate::entitlements::web::plain_key;
    let rules = law::Rules::embedded();
    let answer = law::check(&law::Facts::default(), date(2026, 11, 22));
    let asked = |id: &str| {
        let mut all = answer.perspectives.iter().flat_map(|path| &path.conditions);
        all.any(|one| one.id == id && one.state == ConditionState::Ask)
    };
    for (lang, texts) in [("de", crate::TEXTS.de), ("en", crate::TEXTS.en)] {
        let said = |id: &str| {
            let start = format!("{} =", plain_key(id));
            texts.lines().any(|line| line.starts_with(&start))
        };
        for rule in rules
            .history()
            .filter(|rule| rule.id.starts_with(['B', 'C']))
        {
            assert!(said(rule.id), "{lang}: {}", rule.id);
            if rule.id.starts_with('C') && rule.part != rule.title && !asked(rule.part) {
                assert!(said(rule.part), "{lang}: {}", rule.part);
            }
        }
    }
}

#[test]
fn what_is_recorded_opens_the_way_of_section_25a() {
    use crate::facts::{Details, Fact, FactId, Said, Topic};
    let mut person = tolerated(PartialDate::Day(date(2021, 7, 1)));
    let fact = |topic, details| Fact {
        id: FactId::new(),
        topic,
        said: Said::Something(details),
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
    };
    // § 25a(1): twelve months of Duldung, three years of stay, three years of school or training
    // with success, still at school or in training, under 27, identity clarified.
    let on = date(2024, 7, 2);
    let school = Details {
        from_on: Some(date(2021, 7, 1)),
        successful: Some(true),
        ..Details::default()
    };
    person.recorded.push(fact(Topic::School, school));
    let without = path(&person, "C1", on);
    assert_eq!(condition(&without, "C1.3").state, ConditionState::Met);
    assert_eq!(condition(&without, "C1.8").state, ConditionState::Unknown);
    assert_eq!(without.result, PathResult::Missing);
    let clarified = Details::on(date(2022, 3, 1));
    person
        .recorded
        .push(fact(Topic::IdentityClarified, clarified));
    assert_eq!(path(&person, "C1", on).result, PathResult::Open);
}

#[test]
fn what_opens_by_time_alone_is_told_with_its_day() {
    // Employment without consent after four years of stay, § 32(2) Nr. 5 BeschV: 10 May 2023.
    let person = Background {
        recorded: vec![nowhere_else()],
        ..tolerated(PartialDate::Day(date(2019, 5, 10)))
    };
    let now = person.outlook(date(2022, 6, 30)).answer;
    let coming = person.prospects(&now);
    assert!(coming.is_sorted_by_key(|(day, _)| *day));
    assert!(coming.iter().all(|(day, _)| *day > now.on));
    let later = coming.iter().filter_map(|(day, change)| match change {
        law::Change::Access { id, after, .. } => Some((*day, id.as_str(), *after)),
        _ => None,
    });
    for (day, id, after) in later {
        assert_eq!(access(&person, id, day).result, after, "{id} on {day}");
        let eve = day.yesterday().unwrap();
        assert_ne!(access(&person, id, eve).result, after, "{id} on {eve}");
    }
}

fn nowhere_else() -> crate::facts::Fact {
    crate::facts::Fact {
        id: crate::facts::FactId::new(),
        topic: crate::facts::Topic::Absences,
        said: crate::facts::Said::Nothing,
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
    }
}
