use axum::http::StatusCode;
use platform::SiteId;
use platform::testing::{Testbed, Who};

use super::{Provider, ProviderId, ProviderKind, store};
use crate::ROOM;

const NEW: &str = "/site/providers";
const CARITAS: [(&str, &str); 2] = [("name", " Caritas Nordstadt "), ("kind", "welfare")];

async fn known(bed: &Testbed, site: SiteId) -> ProviderId {
    let provider = Provider {
        id: ProviderId::new(),
        name: "Stadt".to_owned(),
        kind: ProviderKind::Municipality,
        version: 1,
    };
    let mut tx = bed.app.db.write().await.unwrap();
    store::insert(&mut tx, site, &provider).await.unwrap();
    tx.commit().await.unwrap();
    provider.id
}

async fn names(bed: &Testbed, site: SiteId) -> Vec<String> {
    let mut tx = bed.app.db.read().await.unwrap();
    let all = store::of_site(&mut tx, site).await.unwrap();
    all.into_iter().map(|provider| provider.name).collect()
}

#[tokio::test]
async fn a_provider_is_added_and_changed() {
    let bed = Testbed::new(&[ROOM]).await;
    assert_eq!(bed.post(Who::Emil, NEW, &CARITAS).await.location, "/site");
    assert_eq!(names(&bed, bed.north).await, ["Caritas Nordstadt"]);
    let path = format!("{NEW}/{}", known(&bed, bed.north).await);
    assert!(
        bed.get(Who::Gerd, &path)
            .await
            .body
            .contains("value=\"Stadt\"")
    );
    let form = [("name", "Stadt Nord"), ("kind", "other"), ("version", "1")];
    assert_eq!(bed.post(Who::Gerd, &path, &form).await.location, "/site");
    assert_eq!(
        names(&bed, bed.north).await,
        ["Caritas Nordstadt", "Stadt Nord"]
    );
    assert_eq!(
        bed.trail(bed.north).await,
        ["provider.add", "provider.change"]
    );
}

#[tokio::test]
async fn a_name_is_needed_and_taken_once_at_a_site() {
    let bed = Testbed::new(&[ROOM]).await;
    known(&bed, bed.north).await;
    known(&bed, bed.south).await;
    for (name, kind, field) in [
        (" ", "other", "name"),
        ("Neu", "", "kind"),
        ("Stadt", "other", "name"),
    ] {
        let answer = bed
            .post(Who::Emil, NEW, &[("name", name), ("kind", kind)])
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            answer.body.contains(&format!("id=\"error-{field}\"")),
            "{name} {kind}"
        );
    }
    bed.post(Who::Emil, NEW, &CARITAS).await;
    let other = names(&bed, bed.north).await;
    assert_eq!(other, ["Caritas Nordstadt", "Stadt"]);
    assert_eq!(bed.trail(bed.north).await, ["provider.add"]);
}

#[tokio::test]
async fn the_second_to_save_is_told_and_overwrites_nothing() {
    let bed = Testbed::new(&[ROOM]).await;
    let path = format!("{NEW}/{}", known(&bed, bed.north).await);
    let form = |name| [("name", name), ("kind", "other"), ("version", "1")];
    bed.post(Who::Emil, &path, &form("Erste")).await;
    let late = bed.post(Who::Gerd, &path, &form("Zweite")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("as-typed\">Erste</dd>"), "{}", late.body);
    assert!(late.body.contains("value=\"Zweite\""), "what was typed");
    assert_eq!(names(&bed, bed.north).await, ["Erste"]);
    let knowingly = [("name", "Zweite"), ("kind", "other"), ("version", "2")];
    assert!(late.body.contains("name=\"version\" value=\"2\""));
    bed.post(Who::Gerd, &path, &knowingly).await;
    assert_eq!(names(&bed, bed.north).await, ["Zweite"]);
}

#[tokio::test]
async fn another_sites_provider_is_not_there() {
    let bed = Testbed::new(&[ROOM]).await;
    let path = format!("{NEW}/{}", known(&bed, bed.south).await);
    assert_eq!(
        bed.get(Who::Emil, &path).await.status,
        StatusCode::NOT_FOUND
    );
    let form = [("name", "Fremd"), ("kind", "other"), ("version", "1")];
    assert_eq!(
        bed.post(Who::Emil, &path, &form).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(names(&bed, bed.south).await, ["Stadt"]);
}

#[tokio::test]
async fn only_coordination_and_administration_keep_providers() {
    let bed = Testbed::new(&[ROOM]).await;
    let path = format!("{NEW}/{}", known(&bed, bed.north).await);
    let others = |who: &Who| !matches!(who, Who::Emil | Who::Gerd);
    for who in Who::SIGNED_IN.into_iter().filter(others) {
        for page in ["/site/providers/new", &path] {
            assert_eq!(
                bed.get(who, page).await.status,
                StatusCode::FORBIDDEN,
                "{who:?}"
            );
        }
        for act in [NEW, &path] {
            assert_eq!(
                bed.post(who, act, &CARITAS).await.status,
                StatusCode::FORBIDDEN,
                "{who:?}"
            );
        }
    }
    assert_eq!(
        bed.delete(Who::Emil, &path).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
    assert_eq!(
        bed.get(Who::Emil, NEW).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}
