use db::values;
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

impl Scene {
    /// Each outcome with the days on which figures count its kind, and it as the first of all.
    async fn days_of_outcomes(&self) -> Vec<[Option<String>; 3]> {
        let mut tx = self.bed.app.db.read().await.unwrap();
        let sql = "select kind, counted_on, first_on from outcomes order by on_day, kind";
        let rows = tx.all(sql, values![]).await.unwrap();
        let columns = ["kind", "counted_on", "first_on"];
        let told = |row: &db::Row| columns.map(|column| row.get(column).unwrap());
        rows.iter().map(told).collect()
    }
}

#[tokio::test]
async fn figures_count_what_was_attained_first_also_after_it_is_taken_back() {
    let scene = Scene::set().await;
    for (kind, day) in [
        ("employment_marginal", "2022-03-10"),
        ("employment", "2022-04-10"),
        ("training", "2022-05-10"),
    ] {
        scene
            .post("/outcomes", &[("kind", kind), ("on_day", day)])
            .await;
    }
    let row =
        |kind, counted, first| [Some(kind), counted, first].map(|text| text.map(str::to_owned));
    let (march, april, may) = (Some("2022-03-10"), Some("2022-04-10"), Some("2022-05-10"));
    let all = [
        row("employment_marginal", march, march),
        row("employment", None, None),
        row("training", may, None),
    ];
    assert_eq!(scene.days_of_outcomes().await, all);
    let earliest = scene.outcomes().await.pop().unwrap().id;
    scene.delete(&format!("/outcomes/{earliest}"), &[]).await;
    let left = [row("employment", april, april), row("training", may, None)];
    assert_eq!(scene.days_of_outcomes().await, left);
}
