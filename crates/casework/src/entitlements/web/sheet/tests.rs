use jiff::civil::date;
use law::Facts;

use super::*;

/// Where each answer stands, for somebody with this paper since 2020.
fn places(code: &str) -> Vec<(String, Place)> {
    let facts = format!(
        r#"{{"entered_germany": "2020-01-06", "nationality": "423", "asylum_rejected": "none",
            "asylum_application_on": "2020-01-06", "lives_in_reception_centre": [],
            "statuses": [{{"code": "{code}", "from": "2020-01-06"}}]}}"#
    );
    let facts = Facts::from_json(&facts, law::Rules::embedded()).unwrap();
    let answer = law::check(&facts, date(2024, 6, 3));
    let placed = answer.access.iter();
    let placed = placed.filter_map(|one| Some((one.id.clone(), Place::of(one, &answer)?)));
    placed.collect()
}

fn place(code: &str, id: &str) -> Option<Place> {
    let placed = places(code).into_iter();
    placed
        .filter(|(of, _)| of == id)
        .map(|(_, place)| place)
        .next()
}

#[test]
fn the_sheet_tells_nobody_to_begin_without_a_permit() {
    // § 61 AsylG and § 60c AufenthG entitle to a permit; it has to be there before the work begins.
    for code in ["AG", "D_60A_2_S1", "D_60C"] {
        for id in ["B1.work", "B3.company_training", "B3.eq"] {
            assert_eq!(place(code, id), Some(Place::MayAsk), "{code} {id}");
        }
        assert_eq!(place(code, "B3.school_training"), Some(Place::May));
    }
    assert_eq!(place("AE_25B1", "B1.work"), Some(Place::May));
    assert_eq!(place("AE_25B1", "B3.eq"), Some(Place::May));
    assert_eq!(place("D_60B", "B1.work"), Some(Place::MayNot));
}

#[test]
fn a_duty_is_no_permission_and_nobody_misses_one() {
    assert_eq!(place("AG", "B2.duty"), Some(Place::MayAsk));
    assert_eq!(place("D_60A_2_S1", "B2.duty"), None);
}
