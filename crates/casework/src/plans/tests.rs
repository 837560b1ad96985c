use jiff::civil::date;
use platform::testing::Who;
use platform::ui::Ui;

use super::input::{GoalInput, ResultInput};
use super::{Barrier, Goal, GoalResult, PastGoal, Step, StepOutcome, insert_past, store};
use crate::fields::Bounds;
use crate::testing::{Scene, is_overtaken};

#[test]
fn a_step_that_is_not_possible_names_its_barrier() {
    let today = date(2022, 6, 30);
    let read = |result: &str, barrier: &str| {
        let input = ResultInput {
            result: result.to_owned(),
            barrier: barrier.to_owned(),
            ..ResultInput::default()
        };
        input.step(Bounds::until(today))
    };
    assert_eq!(read("done", ""), Ok(StepOutcome::Done { on: today }));
    let barrier = Barrier::WaitingTime;
    let expected = StepOutcome::NotPossible { on: today, barrier };
    assert_eq!(read("not_possible", "waiting_time"), Ok(expected));
    let errors = read("not_possible", "").unwrap_err();
    assert_eq!(errors.get("barrier").unwrap().key, "field-choose");
}

#[test]
fn a_goal_is_due_after_it_was_set() {
    let input = GoalInput {
        domain: "SPR".to_owned(),
        wording: "B1 bis Sommer".to_owned(),
        set_on: "2022-06-01".to_owned(),
        due_on: "2022-05-31".to_owned(),
        version: None,
    };
    let errors = input.read(Bounds::until(date(2022, 6, 30))).unwrap_err();
    assert_eq!(errors.get("due_on").unwrap().key, "goal-due-before-set");
}

const GOAL: [(&str, &str); 4] = [
    ("domain", "SPR"),
    ("wording", "Ich spreche bis Herbst B1."),
    ("set_on", "2022-06-01"),
    ("due_on", "2022-10-31"),
];
const STEP: [(&str, &str); 3] = [
    ("wording", "Platz im Kurs sichern"),
    ("responsible", "course_provider"),
    ("due_on", "2022-06-15"),
];

impl Scene {
    async fn goals(&self) -> Vec<Goal> {
        let case = self.now().await;
        let mut tx = self.bed.app.db.read().await.unwrap();
        store::of_case(&mut tx, &case).await.unwrap()
    }

    async fn with_step() -> (Scene, Goal, Step) {
        let scene = Scene::set().await;
        scene.post("/goals", &GOAL).await;
        let goal = scene.goals().await.remove(0);
        scene
            .post(&format!("/goals/{}/steps", goal.id), &STEP)
            .await;
        let step = scene.goals().await.remove(0).steps.remove(0);
        (scene, goal, step)
    }
}

#[tokio::test]
async fn a_goal_is_set_in_the_words_of_the_person() {
    let scene = Scene::set().await;
    assert_eq!(scene.get("/goals/new").await.status, 200);
    scene.is_anna_s_alone("POST", "/goals", &GOAL).await;
    scene.is_anna_s_alone("GET", "/goals/new", &[]).await;
    assert_eq!(scene.post("/goals", &GOAL).await.status, 303);
    assert_eq!(scene.last_act().await, "goal.set");
    let goal = scene.goals().await.remove(0);
    assert_eq!(goal.wording, "Ich spreche bis Herbst B1.");
    assert_eq!(
        (goal.set_on, goal.due_on),
        (date(2022, 6, 1), Some(date(2022, 10, 31)))
    );
    assert_eq!(scene.post("/goals", &[("domain", "SPR")]).await.status, 422);
}

#[tokio::test]
async fn a_goal_changes_only_on_the_version_seen() {
    let (scene, goal, _) = Scene::with_step().await;
    let path = format!("/goals/{}", goal.id);
    assert!(
        scene
            .get(&path)
            .await
            .body
            .contains("Ich spreche bis Herbst B1.")
    );
    let form = [
        ("domain", "SPR"),
        ("wording", "B2"),
        ("set_on", "2022-06-01"),
        ("version", "1"),
    ];
    scene.is_anna_s_alone("POST", &path, &form).await;
    scene.is_anna_s_alone("GET", &path, &[]).await;
    assert_eq!(scene.post(&path, &form).await.status, 303);
    assert_eq!(scene.last_act().await, "goal.change");
    let mut late = [form[0], ("wording", "C1"), form[2], ("version", "1")];
    let overtaken = scene.post(&path, &late).await;
    is_overtaken(&overtaken, "C1", "B2", "2");
    assert_eq!(scene.goals().await[0].wording, "B2");
    late[3] = ("version", "2");
    assert_eq!(scene.post(&path, &late).await.status, 303);
    assert_eq!(scene.goals().await[0].wording, "C1");
}

#[tokio::test]
async fn a_result_on_an_old_version_shows_what_became_of_goal_and_step() {
    let (scene, goal, step) = Scene::with_step().await;
    let path = format!("/steps/{}/result", step.id);
    let done = [("result", "done"), ("version", "1")];
    assert_eq!(scene.post(&path, &done).await.status, 303);
    let late = [
        ("result", "not_possible"),
        ("barrier", "no_place"),
        ("version", "1"),
    ];
    let overtaken = scene.post(&path, &late).await;
    is_overtaken(&overtaken, "value=\"no_place\" selected", "Erledigt", "2");
    let path = format!("/goals/{}", goal.id);
    let form = [("domain", "SPR"), ("wording", "B2"), ("version", "1")];
    assert_eq!(scene.post(&path, &form).await.status, 303);
    let ended = [("result", "reached"), ("version", "1")];
    let overtaken = scene.post(&format!("{path}/result"), &ended).await;
    is_overtaken(&overtaken, "value=\"reached\" checked", "B2", "2");
}

#[tokio::test]
async fn a_goal_ends_with_a_result_and_opens_again() {
    let (scene, goal, _) = Scene::with_step().await;
    let path = format!("/goals/{}/result", goal.id);
    assert_eq!(scene.get(&path).await.status, 200);
    let form = [
        ("result", "partly"),
        ("result_on", "2022-06-20"),
        ("version", "1"),
    ];
    for (method, form) in [("GET", &[][..]), ("POST", &form[..]), ("DELETE", &form[..])] {
        scene.is_anna_s_alone(method, &path, form).await;
    }
    let early = [
        ("result", "reached"),
        ("result_on", "2022-05-31"),
        ("version", "1"),
    ];
    assert_eq!(scene.post(&path, &early).await.status, 422);
    assert_eq!(scene.post(&path, &form).await.status, 303);
    assert_eq!(scene.last_act().await, "goal.end");
    let ended = scene.goals().await.remove(0).ended;
    assert_eq!(ended, Some((GoalResult::Partly, date(2022, 6, 20))));
    assert_eq!(scene.delete(&path, &[("version", "1")]).await.status, 409);
    assert_eq!(scene.delete(&path, &[("version", "2")]).await.status, 303);
    assert_eq!(scene.last_act().await, "goal.reopen");
    assert_eq!(scene.goals().await[0].ended, None);
}

#[tokio::test]
async fn a_step_is_added_and_changed() {
    let (scene, goal, step) = Scene::with_step().await;
    let steps = format!("/goals/{}/steps", goal.id);
    assert_eq!(scene.last_act().await, "step.add");
    scene.is_anna_s_alone("POST", &steps, &STEP).await;
    assert_eq!(scene.post(&steps, &[("wording", " ")]).await.status, 422);
    let path = format!("/steps/{}", step.id);
    assert_eq!(scene.get(&path).await.status, 200);
    let form = [
        ("wording", "Kurs suchen"),
        ("responsible", "person"),
        ("version", "1"),
    ];
    scene.is_anna_s_alone("POST", &path, &form).await;
    scene.is_anna_s_alone("GET", &path, &[]).await;
    assert_eq!(scene.post(&path, &form).await.status, 303);
    assert_eq!(scene.last_act().await, "step.change");
    let overtaken = scene.post(&path, &form).await;
    is_overtaken(&overtaken, "Kurs suchen", "Kurs suchen", "2");
    let step = scene.goals().await.remove(0).steps.remove(0);
    assert_eq!((step.wording.as_str(), step.due_on), ("Kurs suchen", None));
}

#[tokio::test]
async fn a_step_ends_done_or_with_a_barrier_and_opens_again() {
    let (scene, _, step) = Scene::with_step().await;
    let path = format!("/steps/{}/result", step.id);
    assert_eq!(scene.get(&path).await.status, 200);
    let form = [
        ("result", "not_possible"),
        ("barrier", "no_place"),
        ("version", "1"),
    ];
    for (method, form) in [("GET", &[][..]), ("POST", &form[..]), ("DELETE", &form[..])] {
        scene.is_anna_s_alone(method, &path, form).await;
    }
    let bare = [("result", "not_possible"), ("version", "1")];
    assert_eq!(scene.post(&path, &bare).await.status, 422);
    assert_eq!(scene.post(&path, &form).await.status, 303);
    assert_eq!(scene.last_act().await, "step.end");
    let outcome = scene.goals().await[0].steps[0].outcome;
    assert_eq!(
        outcome.and_then(StepOutcome::barrier),
        Some(Barrier::NoPlace)
    );
    assert_eq!(scene.delete(&path, &[("version", "2")]).await.status, 303);
    assert_eq!(scene.last_act().await, "step.reopen");
    assert_eq!(
        scene
            .post(&path, &[("result", "done"), ("version", "3")])
            .await
            .status,
        303
    );
    assert_eq!(scene.goals().await[0].progress(), (1, 1));
}

#[tokio::test]
async fn the_plan_is_a_page_for_the_talk_and_reading_it_is_recorded() {
    let (scene, ..) = Scene::with_step().await;
    scene.is_anna_s_alone("GET", "/plan", &[]).await;
    let page = scene.get("/plan").await;
    for part in [
        "Amina Rahimi",
        "Ich spreche bis Herbst B1.",
        "Platz im Kurs",
        "15.06.2022",
    ] {
        assert!(page.body.contains(part), "{part}");
    }
    assert!(
        !page.body.contains("<title>Hilfeplan für"),
        "no name in the browser's history"
    );
    assert_eq!(scene.last_act().await, "plan.show");
}

#[tokio::test]
async fn a_panel_shows_goals_and_steps_written_in_bulk() {
    let (scene, mut goal, mut step) = Scene::with_step().await;
    let (north, case) = (scene.bed.north, scene.case);
    (goal.id, step.id) = (super::GoalId::new(), super::StepId::new());
    (step.goal, step.wording) = (goal.id, "Bescheid abwarten".to_owned());
    goal.steps = vec![step];
    let past = [PastGoal {
        case,
        person: scene.person,
        goal,
    }];
    let mut tx = scene.bed.app.db.write().await.unwrap();
    let keys = scene.bed.app.keys.site(&mut tx, north).await.unwrap();
    insert_past(&mut tx, &keys, north, &past).await.unwrap();
    tx.commit().await.unwrap();
    let (case, goals) = (scene.now().await, scene.goals().await);
    let (anna, today) = (scene.bed.actor(Who::Anna), scene.bed.app.clock.today());
    let ui = Ui::sample(&[crate::TEXTS]).unwrap();
    let panel = super::panel(&ui, &anna, &case, &goals, today).unwrap();
    assert!(panel.contains("Bescheid abwarten") && panel.contains("überfällig"));
}
