use jiff::civil::date;

use super::outcome::OutcomeInput;
use super::{Outcome, OutcomeKind, store};
use crate::fields::Bounds;
use crate::testing::Scene;

#[test]
fn an_outcome_belongs_to_the_time_of_its_case() {
    let (opened, today) = (date(2022, 3, 1), date(2022, 6, 30));
    let read = |day: &str| {
        let input = OutcomeInput {
            kind: "employment_marginal".to_owned(),
            on_day: day.to_owned(),
        };
        input
            .read(opened, Bounds::until(today))
            .map(|outcome| (outcome.kind, outcome.on))
    };
    assert_eq!(
        read("01.03.2022"),
        Ok((OutcomeKind::EmploymentMarginal, opened))
    );
    assert_eq!(
        read("2022-02-28").unwrap_err().get("on_day").unwrap().key,
        "outcome-before-case"
    );
    assert_eq!(
        read("2022-07-01").unwrap_err().get("on_day").unwrap().key,
        "field-in-the-future"
    );
}

impl Scene {
    async fn outcomes(&self) -> Vec<Outcome> {
        let case = self.now().await;
        let mut tx = self.bed.app.db.read().await.unwrap();
        store::of_case(&mut tx, &case).await.unwrap()
    }
}

#[tokio::test]
async fn a_person_attains_several_things() {
    let scene = Scene::set().await;
    let form = [("kind", "language_course"), ("on_day", "2022-04-04")];
    scene.is_anna_s_alone("POST", "/outcomes", &form).await;
    assert_eq!(
        scene.post("/outcomes", &form).await.location,
        scene.at("#outcomes")
    );
    scene
        .post(
            "/outcomes",
            &[("kind", "training"), ("on_day", "2022-06-01")],
        )
        .await;
    let kinds: Vec<_> = scene
        .outcomes()
        .await
        .iter()
        .map(|outcome| outcome.kind)
        .collect();
    assert_eq!(kinds, [OutcomeKind::Training, OutcomeKind::LanguageCourse]);
    assert_eq!(scene.last_act().await, "outcome.add");
    assert_eq!(scene.post("/outcomes", &[("kind", "")]).await.status, 422);
}

#[tokio::test]
async fn an_outcome_entered_by_mistake_is_taken_back() {
    let scene = Scene::set().await;
    scene.post("/outcomes", &[("kind", "housing")]).await;
    let path = format!("/outcomes/{}", scene.outcomes().await[0].id);
    scene.is_anna_s_alone("DELETE", &path, &[]).await;
    assert_eq!(scene.delete(&path, &[]).await.status, 303);
    assert!(scene.outcomes().await.is_empty());
    assert_eq!(scene.last_act().await, "outcome.withdraw");
    assert_eq!(scene.delete(&path, &[]).await.status, 404);
}
