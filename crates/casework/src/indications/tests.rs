use db::values;
use platform::testing::Who;

use crate::testing::Scene;

/// Amina's case was opened on 1 March 2022 when she was 20; she was born on 9 April 2001.
async fn as_counselling() -> Scene {
    let scene = Scene::set().await;
    let form = [("indication", "counselling"), ("version", "1")];
    let saved = scene.post("/indication", &form).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    scene
}

async fn status(scene: &Scene, code: &str, from_on: &str) {
    let form = [("code", code), ("from_on", from_on)];
    let saved = scene.post("/statuses", &form).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
}

#[tokio::test]
async fn short_counselling_becomes_a_participation_on_a_later_day() {
    let scene = as_counselling().await;
    let case = scene.now().await;
    assert_eq!((case.entered_on, case.age_at_entry), (None, Some(20)));
    status(&scene, "AG", "2022-04-15").await;
    let page = scene.get("").await.body;
    assert!(page.contains("Kurzberatung") && page.contains("Teilnahme beginnen"));
    let form = [
        ("indication", "case"),
        ("entered_on", "2.5.22"),
        ("stage", "assessment"),
        ("version", "2"),
    ];
    let saved = scene.post("/indication", &form).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let mut tx = scene.bed.app.db.read().await.unwrap();
    let sql = "select c.entered_on, c.age_at_entry, c.status_at_entry, c.status_group_at_entry,
        c.opened_on, s.from_on from cases c join case_stages s on s.case_id = c.id
        where s.stage = 'assessment' and c.stage = 'assessment'";
    let row = tx.one(sql, values![]).await.unwrap();
    for (column, expected) in [
        ("entered_on", "2022-05-02"),
        ("opened_on", "2022-03-01"),
        ("from_on", "2022-05-02"),
        ("status_at_entry", "AG"),
        ("status_group_at_entry", "G"),
    ] {
        assert_eq!(row.get::<String>(column).unwrap(), expected, "{column}");
    }
    assert_eq!(row.get::<i64>("age_at_entry").unwrap(), 21);
    drop(tx);
    assert_eq!(scene.last_act().await, "case.indicate");
    let page = scene.get("").await.body;
    assert!(page.contains("02.05.2022") && !page.contains("Teilnahme beginnen"));
}

#[tokio::test]
async fn participation_outside_the_target_group_takes_a_reason_as_at_intake() {
    let scene = as_counselling().await;
    status(&scene, "AE_25_5", "2022-04-15").await;
    let mut form = vec![
        ("indication", "case"),
        ("entered_on", "2022-05-02"),
        ("version", "2"),
    ];
    let asked = scene.post("/indication", &form).await;
    assert_eq!(asked.status, 422);
    assert!(
        asked
            .body
            .contains("Die Person gehört nicht zur Zielgruppe")
    );
    form.push(("exception", "need_with_title"));
    assert_eq!(scene.post("/indication", &form).await.status, 303);
    let page = scene.get("").await.body;
    assert!(page.contains("Bedarf trotz Titel") || scene.now().await.exception.is_some());
    let earlier = [
        ("indication", "case"),
        ("entered_on", "2022-04-01"),
        ("version", "3"),
    ];
    let saved = scene.post("/indication", &earlier).await;
    assert_eq!(saved.status, 303, "with a Duldung then: {}", saved.body);
    let case = scene.now().await;
    assert_eq!((case.exception, case.age_at_entry), (None, Some(20)));
}

#[tokio::test]
async fn odd_days_are_told_at_their_field_and_nothing_is_overwritten_unseen() {
    let scene = Scene::set().await;
    for (day, told) in [
        ("2022-02-28", "Der Fall wurde später eröffnet"),
        ("2022-07-01", "liegt in der Zukunft"),
    ] {
        let form = [
            ("indication", "case"),
            ("entered_on", day),
            ("version", "1"),
        ];
        let refused = scene.post("/indication", &form).await;
        assert_eq!(refused.status, 422, "{day}");
        assert!(refused.body.contains(told), "{day}");
    }
    let form = [("indication", "referral"), ("version", "0")];
    let overtaken = scene.post("/indication", &form).await;
    assert_eq!(overtaken.status, 409);
    assert!(overtaken.body.contains("Jetziger Stand"));
    assert!(overtaken.body.contains("name=\"version\" value=\"1\""));
    let closing = [
        ("closed_on", "2022-06-30"),
        ("reason", "goals_reached"),
        ("outcome", "training"),
        ("version", "1"),
    ];
    scene.post("/closure", &closing).await;
    let closed = scene.get("/indication").await;
    assert_eq!(closed.status, 409);
    assert!(closed.body.contains("Der Fall ist abgeschlossen"));
}

#[tokio::test]
async fn the_indication_is_the_case_manager_s() {
    let scene = Scene::set().await;
    let form = [("indication", "referral"), ("version", "1")];
    scene.is_anna_s_alone("POST", "/indication", &form).await;
    scene.is_anna_s_alone("GET", "/indication", &[]).await;
    let page = scene.bed.get(Who::Anna, &scene.at("/indication")).await;
    assert_eq!(page.status, 200);
}
