use jiff::civil::date;

use super::*;

#[test]
fn a_lookup_without_a_case_names_what_decides() {
    let work = |code: &str| {
        let topics = access_lookup(code, date(2024, 3, 1)).unwrap();
        topics
            .into_iter()
            .find(|topic| topic.id == "B1.work")
            .unwrap()
            .rows
    };
    let banned = work("D_60B");
    assert_eq!((banned.len(), banned[0].result), (1, Access::No));
    assert!(banned[0].depends_on.is_empty());
    let tolerated = work("D_60A_2_S1");
    let soll = tolerated.iter().find(|row| row.row == "geduldet").unwrap();
    assert_eq!(
        (soll.result, soll.depends_on.as_slice()),
        (Access::Soll, &["stay >= 3 months".to_owned()][..])
    );
    assert!(access_lookup("D_99", date(2024, 3, 1)).is_none());
}
