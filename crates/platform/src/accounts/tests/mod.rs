#[cfg(feature = "testing")]
mod own;
#[cfg(feature = "testing")]
mod register;

use super::{Account, by_person, read_email};
use crate::{AccountId, Role};

#[test]
fn an_address_has_a_name_and_a_dotted_domain() {
    assert_eq!(
        read_email(" Anna@Stadt.DE ").as_deref(),
        Some("anna@stadt.de")
    );
    for text in [
        "",
        "anna",
        "@stadt.de",
        "anna@",
        "anna@stadt",
        "anna@stadt..de",
        "a b@stadt.de",
        "a@b@c.de",
    ] {
        assert_eq!(read_email(text), None, "{text}");
    }
}

#[test]
fn two_people_of_one_name_stay_two() {
    let account = |email: &str| Account {
        id: AccountId::new(),
        email: email.to_owned(),
        name: "Kim Beispiel".to_owned(),
        locked: false,
    };
    let (one, other) = (account("a@example.org"), account("b@example.org"));
    let held = vec![
        (one.clone(), Role::CaseManager),
        (one.clone(), Role::TeamLead),
        (other.clone(), Role::Auditor),
    ];
    let people = by_person(held);
    assert_eq!(
        people,
        [
            (one, vec![Role::CaseManager, Role::TeamLead]),
            (other, vec![Role::Auditor]),
        ]
    );
}

#[cfg(feature = "testing")]
async fn signs_in(bed: &crate::testing::Testbed, email: &str, password: &str) -> bool {
    let form = [("email", email), ("password", password), ("next", "")];
    let answer = bed
        .post(crate::testing::Who::Nobody, "/session", &form)
        .await;
    answer.status == axum::http::StatusCode::SEE_OTHER
}
