use jiff::civil::date;
use platform::testing::Who;
use platform::ui::Ui;

use super::{Need, NeedId, need, store};
use crate::codes::Domain;
use crate::fields::Bounds;
use crate::testing::Scene;

#[test]
fn a_need_is_not_met_before_it_was_there() {
    let need = Need::new(Domain::Language, date(2022, 3, 10));
    let (today, until) = (date(2022, 6, 30), Bounds::until(date(2022, 6, 30)));
    assert_eq!(need.meeting_day("", until), Ok(today));
    assert_eq!(need.meeting_day("10.03.2022", until), Ok(date(2022, 3, 10)));
    assert_eq!(
        need.meeting_day("2022-03-09", until).unwrap_err().key,
        "need-met-before-since"
    );
    assert_eq!(
        need.meeting_day("2022-07-01", until).unwrap_err().key,
        "field-in-the-future"
    );
}

#[test]
fn needs_name_domains_of_the_list() {
    let today = date(2022, 6, 30);
    let read = |codes: &[&str]| {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        need::read(&codes, "", Bounds::until(today))
    };
    assert_eq!(
        read(&["SPR", "WOH"]),
        Ok((vec![Domain::Language, Domain::Housing], today))
    );
    assert_eq!(
        read(&[]).unwrap_err().get("domain").unwrap().key,
        "need-domain-missing"
    );
    assert_eq!(
        read(&["SPR", "XYZ"])
            .unwrap_err()
            .get("domain")
            .unwrap()
            .key,
        "field-unknown-choice"
    );
}

impl Scene {
    async fn needs(&self) -> Vec<Need> {
        let case = self.now().await;
        let mut tx = self.bed.app.db.read().await.unwrap();
        store::of_case(&mut tx, &case).await.unwrap()
    }

    async fn with_need() -> (Scene, NeedId) {
        let scene = Scene::set().await;
        scene
            .post("/needs", &[("domain", "SPR"), ("since_on", "2022-03-10")])
            .await;
        let id = scene.needs().await[0].id;
        (scene, id)
    }
}

#[tokio::test]
async fn several_needs_are_added_at_once_and_none_twice() {
    let scene = Scene::set().await;
    assert_eq!(scene.get("/needs/new").await.status, 200);
    let form = [
        ("domain", "WOH"),
        ("domain", "SPR"),
        ("since_on", "10.03.2022"),
    ];
    let answer = scene.post("/needs", &form).await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.location, scene.at("#needs"));
    scene
        .post("/needs", &[("domain", "SPR"), ("domain", "ARB")])
        .await;
    let held: Vec<_> = scene
        .needs()
        .await
        .iter()
        .map(|n| (n.domain, n.since_on))
        .collect();
    let (march, today) = (date(2022, 3, 10), date(2022, 6, 30));
    let expected = [
        (Domain::Work, today),
        (Domain::Language, march),
        (Domain::Housing, march),
    ];
    assert_eq!(held, expected);
    assert_eq!(scene.last_act().await, "need.add");
    scene.is_anna_s_alone("POST", "/needs", &form).await;
    scene.is_anna_s_alone("GET", "/needs/new", &[]).await;
}

#[tokio::test]
async fn a_need_without_a_domain_comes_back_with_its_error() {
    let scene = Scene::set().await;
    let answer = scene.post("/needs", &[("since_on", "2022-07-01")]).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("mindestens einen Lebensbereich"));
    assert!(scene.needs().await.is_empty());
}

#[tokio::test]
async fn a_need_is_met_with_one_click() {
    let (scene, id) = Scene::with_need().await;
    let path = format!("/needs/{id}/fulfilment");
    scene.is_anna_s_alone("POST", &path, &[]).await;
    assert_eq!(scene.post(&path, &[]).await.status, 303);
    assert_eq!(scene.needs().await[0].met_on, Some(date(2022, 6, 30)));
    assert_eq!(scene.last_act().await, "need.meet");
    let elsewhere = format!("/needs/{}/fulfilment", NeedId::new());
    assert_eq!(scene.post(&elsewhere, &[]).await.status, 404);
}

#[tokio::test]
async fn a_need_opens_again_unless_another_is_open_in_its_domain() {
    let (scene, id) = Scene::with_need().await;
    let path = format!("/needs/{id}/fulfilment");
    scene.post(&path, &[]).await;
    scene.is_anna_s_alone("DELETE", &path, &[]).await;
    assert_eq!(scene.delete(&path, &[]).await.status, 303);
    assert_eq!(scene.needs().await[0].met_on, None);
    assert_eq!(scene.last_act().await, "need.reopen");
    scene.post(&path, &[]).await;
    scene.post("/needs", &[("domain", "SPR")]).await;
    assert_eq!(scene.delete(&path, &[]).await.status, 409);
}

#[tokio::test]
async fn a_need_ticked_by_mistake_is_taken_back() {
    let (scene, id) = Scene::with_need().await;
    let path = format!("/needs/{id}");
    scene.is_anna_s_alone("DELETE", &path, &[]).await;
    let answer = scene
        .bed
        .post(Who::Anna, &scene.at(&format!("{path}?_method=delete")), &[])
        .await;
    assert_eq!(answer.status, 303);
    assert!(scene.needs().await.is_empty());
    assert_eq!(scene.last_act().await, "need.withdraw");
}

#[tokio::test]
async fn the_panel_offers_only_domains_without_an_open_need() {
    let (scene, _) = Scene::with_need().await;
    let (case, needs) = (scene.now().await, scene.needs().await);
    let ui = Ui::sample(&[crate::TEXTS]).unwrap();
    let panel = super::panel(&ui, &scene.bed.actor(Who::Anna), &case, &needs).unwrap();
    assert!(panel.contains("seit 10.03.2022"));
    assert!(panel.contains("value=\"WOH\"") && !panel.contains("value=\"SPR\""));
    let panel = super::panel(&ui, &scene.bed.actor(Who::Cleo), &case, &needs).unwrap();
    assert!(
        !panel.contains("<form"),
        "who may not change has no buttons"
    );
}
