use jiff::civil::date;
use platform::AccountId;
use platform::testing::Who;

use super::encounter::EncounterInput;
use super::store;
use crate::testing::bed;

fn typed(persons: &str, form: &str, district: &str) -> EncounterInput {
    EncounterInput {
        kind: "counselled".to_owned(),
        persons: persons.to_owned(),
        form: form.to_owned(),
        district: district.to_owned(),
        ..EncounterInput::default()
    }
}

#[test]
fn an_encounter_has_no_room_for_a_name() {
    let districts = ["Nordmarkt".to_owned()];
    let read = |input: EncounterInput| {
        let read = input.read(AccountId::new(), &districts, date(2022, 6, 30));
        read.map(|met| (met.persons, met.district))
    };
    let met = read(typed("12", "outreach", "Nordmarkt"));
    assert_eq!(met, Ok((12, Some("Nordmarkt".to_owned()))));
    let errors = read(typed("12", "outreach", "Amina Beispiel")).unwrap_err();
    assert_eq!(errors.get("district").unwrap().key, "field-unknown-choice");
    for (persons, key) in [("", "field-required"), ("0", "field-number-out-of-range")] {
        let errors = read(typed(persons, "outreach", "")).unwrap_err();
        assert_eq!(errors.get("persons").unwrap().key, key);
        assert_eq!(errors.len(), 1);
    }
    let errors = read(typed("1", "third_party", "")).unwrap_err();
    assert_eq!(errors.get("form").unwrap().key, "field-unknown-choice");
}

const FORM: [(&str, &str); 4] = [
    ("kind", "addressed"),
    ("persons", "5"),
    ("form", "outreach"),
    ("on_day", "2022-06-29"),
];

#[tokio::test]
async fn who_was_met_is_counted_by_quarter() {
    let bed = bed().await;
    assert_eq!(
        bed.post(Who::Anna, "/encounters", &FORM).await.location,
        "/encounters"
    );
    let counselled = [
        ("kind", "counselled"),
        ("persons", "2"),
        ("form", "in_person"),
    ];
    bed.post(Who::Ines, "/encounters", &counselled).await;
    let earlier = [
        ("kind", "addressed"),
        ("persons", "9"),
        ("form", "group"),
        ("on_day", "31.3.2022"),
    ];
    bed.post(Who::Ines, "/encounters", &earlier).await;
    assert_eq!(bed.trail(bed.north).await.pop().unwrap(), "encounter.add");
    let page = bed.get(Who::Anna, "/encounters").await;
    assert_eq!(page.status, 200);
    let tile = |n: u8, label| {
        format!("<span class=\"tile__value\">{n}</span> <span class=\"tile__label\">{label}")
    };
    assert!(
        page.body
            .contains(&tile(5, "Angesprochen in diesem Quartal"))
    );
    assert!(page.body.contains(&tile(2, "Beraten in diesem Quartal")));
}

#[tokio::test]
async fn counting_is_for_case_managers_and_stays_in_its_site() {
    let bed = bed().await;
    bed.post(Who::Bela, "/encounters", &FORM).await;
    let page = bed.get(Who::Anna, "/encounters").await;
    assert!(page.body.contains("Noch keine Begegnung gezählt"));
    for who in [
        Who::Cleo,
        Who::Dana,
        Who::Emil,
        Who::Fatma,
        Who::Gerd,
        Who::Hatice,
    ] {
        assert_eq!(bed.get(who, "/encounters").await.status, 403, "{who:?}");
        assert_eq!(
            bed.post(who, "/encounters", &FORM).await.status,
            403,
            "{who:?}"
        );
    }
    assert_eq!(
        bed.send(Who::Anna, "PUT", "/encounters", &FORM)
            .await
            .status,
        405
    );
    let errors = bed
        .post(Who::Anna, "/encounters", &[("persons", "drei")])
        .await;
    assert_eq!(errors.status, 422);
    assert!(errors.body.contains("drei"));
    assert!(bed.trail(bed.north).await.is_empty());
}

#[tokio::test]
async fn only_who_counted_takes_it_back() {
    let bed = bed().await;
    bed.post(Who::Anna, "/encounters", &FORM).await;
    let mut tx = bed.app.db.read().await.unwrap();
    let noted = store::page(&mut tx, bed.north, 0, 25).await.unwrap();
    drop(tx);
    let path = format!("/encounters/{}", noted[0].encounter.id);
    for (who, status) in [
        (Who::Ines, 404),
        (Who::Bela, 404),
        (Who::Cleo, 403),
        (Who::Emil, 403),
    ] {
        assert_eq!(bed.delete(who, &path).await.status, status, "{who:?}");
    }
    assert_eq!(bed.get(Who::Anna, &path).await.status, 405);
    assert_eq!(bed.delete(Who::Anna, &path).await.status, 303);
    assert_eq!(bed.delete(Who::Anna, &path).await.status, 404);
    assert_eq!(
        bed.trail(bed.north).await.pop().unwrap(),
        "encounter.withdraw"
    );
}
