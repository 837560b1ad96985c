use jiff::civil::date;

use super::*;
use crate::{Facts, Rules, check};

#[test]
fn the_new_rule_of_27_february_2024_shows_once() {
    let facts = r#"{"entered_germany": "2020-01-01", "nationality": "423",
        "asylum_rejected": "simple", "lives_in_reception_centre": [],
        "statuses": [{"code": "D_60A_2_S1", "from": "2020-01-01"}]}"#;
    let facts = Facts::from_json(facts, Rules::embedded()).unwrap();
    let [before, first, next] = [26, 27, 28].map(|day| check(&facts, date(2024, 2, day)));
    let work = changes(&before, &first)
        .into_iter()
        .find_map(|change| match change {
            Change::Access {
                id,
                before,
                after,
                since,
                ..
            } if id == "B1.work" => Some((before, after, since)),
            _ => None,
        });
    let expected = (Access::Discretion, Access::Soll, Some(date(2024, 2, 27)));
    assert_eq!(work, Some(expected));
    assert_eq!(changes(&first, &next), vec![]);
}
