use axum::http::StatusCode;
use jiff::civil::date;
use platform::AccountId;
use platform::testing::Who;

use super::check_substitution;
use crate::testing::{amina, bed, open};

#[test]
fn a_substitution_lasts_a_day_to_a_year_and_is_for_somebody_else() {
    let (anna, ines) = (AccountId::new(), AccountId::new());
    let check = |worker, to_on| {
        let errors = check_substitution(worker, ines, date(2022, 7, 1), to_on);
        errors.iter().next().map(|(_, problem)| problem.key)
    };
    assert_eq!(check(anna, date(2022, 7, 2)), None);
    assert_eq!(check(ines, date(2022, 7, 2)), Some("substitution-oneself"));
    assert_eq!(
        check(anna, date(2022, 7, 1)),
        Some("substitution-ends-before")
    );
    assert_eq!(check(anna, date(2023, 7, 3)), Some("substitution-too-long"));
}

#[tokio::test]
async fn a_deputy_works_on_the_cases_as_long_as_the_substitution_lasts() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = format!("/cases/{id}");
    let deputy = bed.actor(Who::Ines).account.to_string();
    let form = [
        ("deputy", deputy.as_str()),
        ("from_on", "2022-06-30"),
        ("last_on", "2022-07-08"),
    ];
    let saved = bed.post(Who::Anna, "/substitutions", &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert!(
        bed.get(Who::Ines, &path)
            .await
            .body
            .contains("in Vertretung")
    );
    let list = bed.get(Who::Ines, "/cases?whose=substituted").await.body;
    assert!(list.contains("Rahimi"));
    assert_eq!(
        bed.get(Who::Bela, &path).await.status,
        StatusCode::NOT_FOUND
    );
    let acts = ["substitution.add", "case.read"];
    assert_eq!(bed.trail(bed.north).await, acts);
}

#[tokio::test]
async fn a_substitution_ends_when_one_of_the_two_ends_it() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = format!("/cases/{id}");
    let deputy = bed.actor(Who::Ines).account.to_string();
    let form = [
        ("deputy", deputy.as_str()),
        ("from_on", "2022-06-30"),
        ("last_on", "2022-07-08"),
    ];
    bed.post(Who::Anna, "/substitutions", &form).await;
    let listed = bed.get(Who::Ines, "/substitutions").await.body;
    assert!(listed.contains("08.07.2022") && !listed.contains("⟦"));
    let id = listed.split("/substitutions/").nth(1).unwrap()[..36].to_owned();
    let one = format!("/substitutions/{id}");
    assert_eq!(
        bed.delete(Who::Bela, &one).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        bed.delete(Who::Anna, &one).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        bed.get(Who::Ines, &path).await.status,
        StatusCode::NOT_FOUND
    );
    let acts = ["substitution.add", "substitution.end"];
    assert_eq!(bed.trail(bed.north).await, acts);
}

#[tokio::test]
async fn handing_over_moves_the_case_to_the_colleague() {
    let bed = bed().await;
    let id = open(&bed, Some(Who::Anna), &amina()).await;
    let path = format!("/cases/{id}/worker");
    let ines = bed.actor(Who::Ines).account.to_string();
    let bela = bed.actor(Who::Bela).account.to_string();
    let away = [("worker", bela.as_str()), ("version", "1")];
    let refused = bed.post(Who::Anna, &path, &away).await.status;
    assert_eq!(refused, StatusCode::NOT_FOUND, "not of this site");
    let form = [("worker", ines.as_str()), ("version", "1")];
    assert_eq!(bed.post(Who::Anna, &path, &form).await.location, "/cases");
    let show = format!("/cases/{id}");
    assert_eq!(
        bed.get(Who::Anna, &show).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(bed.get(Who::Ines, &show).await.status, StatusCode::OK);
    let history = bed.get(Who::Ines, &path).await.body;
    assert!(history.contains("anna") && history.contains("01.03.2022"));
    assert_eq!(bed.trail(bed.north).await, ["case.assign", "case.read"]);
}

#[tokio::test]
async fn a_case_without_a_worker_is_taken_over_not_handed_over() {
    let bed = bed().await;
    let nobodys = open(&bed, None, &amina()).await;
    let annas = open(&bed, Some(Who::Anna), &amina()).await;
    for (id, wanted, other) in [
        (nobodys, "Fall übernehmen", "Fall übergeben"),
        (annas, "Fall übergeben", "Fall übernehmen"),
    ] {
        for path in [format!("/cases/{id}"), format!("/cases/{id}/worker")] {
            let page = bed.get(Who::Anna, &path).await.body;
            assert!(page.contains(wanted) && !page.contains(other), "{path}");
        }
    }
    let page = bed
        .get(Who::Anna, &format!("/cases/{nobodys}/worker"))
        .await
        .body;
    let anna = bed.actor(Who::Anna).account;
    assert!(
        page.contains(&format!("value=\"{anna}\" selected")),
        "{page}"
    );
}
