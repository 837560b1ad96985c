use axum::http::StatusCode;
use jiff::Timestamp;
use jiff::civil::date;
use law::{Facts, Level};

use super::form::FactForm;
use super::web::presumed;
use super::{Details, Fact, FactId, Field, Said, Topic, store, tell};
use crate::fields::Bounds;
use crate::testing::Scene;

const TODAY: jiff::civil::Date = date(2022, 6, 30);

fn fact(topic: Topic, said: Said) -> Fact {
    Fact {
        id: FactId::new(),
        topic,
        said,
        recorded_at: Timestamp::UNIX_EPOCH,
    }
}

fn told(facts: &[Fact], on: jiff::civil::Date) -> Facts {
    let mut all = Facts::default();
    tell(facts, on, &mut all);
    all
}

#[test]
fn every_key_of_the_law_s_facts_can_be_recorded() {
    // The keys of `teilhabe law check --facts`, without those that stand elsewhere in the file:
    // birth_date, entered_germany, nationality, site, statuses.
    let keys = "absences asylum_application_on asylum_rejected lives_in_reception_centre
        asylblg_since asylblg_s2_since identity_clarified_on passport_valid_to school language
        training jobs livelihood minor_child registered_unemployed_since asylum_registered_on
        asylum_withdrawn_on dublin_request accelerated_procedure passport_shown_on
        identity_steps_on applied served civics_test_on protection_recognised_on";
    let mut keys: Vec<&str> = keys.split_whitespace().collect();
    let mut topics: Vec<&str> = Topic::ALL.iter().map(|topic| topic.code()).collect();
    keys.sort_unstable();
    topics.sort_unstable();
    assert_eq!(topics, keys);
}

#[test]
fn nothing_recorded_is_unknown_and_nothing_there_is_known() {
    assert_eq!(told(&[], TODAY), Facts::default());
    let none = [fact(Topic::Absences, Said::Nothing)];
    assert_eq!(told(&none, TODAY).absences, Some(Vec::new()));
    assert_eq!(told(&none, TODAY).jobs, None);
}

#[test]
fn a_state_is_told_as_it_stood_on_the_day() {
    let state = |code, from_on| Details {
        code: Some(code),
        from_on,
        ..Details::default()
    };
    let facts = [
        fact(Topic::MinorChild, Said::Something(state("no", None))),
        fact(
            Topic::MinorChild,
            Said::Something(state("yes", Some(date(2022, 5, 1)))),
        ),
    ];
    assert_eq!(told(&facts, date(2022, 4, 30)).minor_child, Some(false));
    assert_eq!(told(&facts, date(2022, 5, 1)).minor_child, Some(true));
}

#[test]
fn the_last_day_of_a_school_is_the_one_that_was_typed() {
    let form = FactForm {
        from_on: "2018-08-29".to_owned(),
        to_on: "31.07.2021".to_owned(),
        code: "hauptschule".to_owned(),
        successful: "yes".to_owned(),
        ..FactForm::default()
    };
    let details = form.read(Topic::School, Bounds::until(TODAY)).unwrap();
    assert_eq!(details.to_on, Some(date(2021, 8, 1)), "half open inside");
    let school = told(&[fact(Topic::School, Said::Something(details))], TODAY).school;
    let school = school.unwrap().remove(0);
    assert_eq!(school.to, Some(date(2021, 7, 31)));
    assert_eq!(school.success, Some(true));
    assert_eq!(school.certificate, Some(law::Certificate::Hauptschule));
}

#[test]
fn a_proof_of_language_covers_all_parts_unless_it_says_otherwise() {
    let details = Details {
        code: Some("B1"),
        from_on: Some(date(2021, 3, 1)),
        ..Details::default()
    };
    let language = told(&[fact(Topic::Language, Said::Something(details))], TODAY).language;
    let language = language.unwrap().remove(0);
    assert_eq!((language.level, language.oral_only), (Level::B1, false));
}

fn problem(topic: Topic, form: &FactForm) -> Option<(String, &'static str)> {
    let errors = form.read(topic, Bounds::until(TODAY)).err()?;
    let first = errors.iter().next()?;
    Some((first.0.to_owned(), first.1.key))
}

#[test]
#[expect(clippy::too_many_lines, reason = "one slip after the other")]
fn each_slip_is_named_at_its_field() {
    let from = |from_on: &str| FactForm {
        from_on: from_on.to_owned(),
        ..FactForm::default()
    };
    let at = |field: &str, key| Some((field.to_owned(), key));
    assert_eq!(
        problem(Topic::School, &from("")),
        at("from_on", "field-required")
    );
    assert_eq!(
        problem(Topic::School, &from("morgen")),
        at("from_on", "field-not-a-day")
    );
    assert_eq!(
        problem(Topic::School, &from("2022-07-01")),
        at("from_on", "field-in-the-future")
    );
    // A training that begins in August counts from its contract on.
    assert_eq!(problem(Topic::Training, &from("2022-08-01")), None);
    let short = FactForm {
        to_on: "2022-05-31".to_owned(),
        ..from("2022-06-01")
    };
    assert_eq!(
        problem(Topic::Jobs, &short),
        at("to_on", "fact-ends-before-it-begins")
    );
    let odd = |hours: &str| FactForm {
        hours: hours.to_owned(),
        ..from("2022-06-01")
    };
    assert_eq!(problem(Topic::Jobs, &odd("19,5")), None);
    for hours in ["viel", "-3", "81", "1e3", "19,555"] {
        assert_eq!(
            problem(Topic::Jobs, &odd(hours)),
            at("hours", "fact-hours-odd"),
            "{hours}"
        );
    }
    let level = FactForm {
        code: "Z9".to_owned(),
        ..from("2022-06-01")
    };
    assert_eq!(
        problem(Topic::Language, &level),
        at("code", "field-unknown-choice")
    );
}

#[test]
fn what_is_missing_leads_to_the_topic_that_answers() {
    for (key, topic) in [
        ("school.success", Topic::School),
        ("jobs.hours", Topic::Jobs),
        ("training_from", Topic::Training),
        ("served_asylblg", Topic::Served),
        ("language: A2", Topic::Language),
    ] {
        assert_eq!(Topic::answering(key), Some(topic), "{key}");
    }
    assert_eq!(Topic::answering("single_parent"), None);
}

#[test]
fn the_presumed_day_of_service_is_the_third_or_since_2025_the_fourth_day() {
    // § 10(4) AsylG; changed on 1 January 2025 (law.md D13).
    assert_eq!(presumed(date(2024, 12, 30)), date(2025, 1, 2));
    assert_eq!(presumed(date(2025, 3, 3)), date(2025, 3, 7));
}

impl Scene {
    async fn facts(&self) -> Vec<Fact> {
        let case = self.now().await;
        let mut tx = self.bed.app.db.read().await.unwrap();
        store::of_case(&mut tx, &case).await.unwrap()
    }

    async fn with_job() -> (Scene, String) {
        let scene = Scene::set().await;
        let form = [
            ("from_on", "2021-05-01"),
            ("hours", "19,5"),
            ("insured", "yes"),
        ];
        scene.post("/facts/jobs", &form).await;
        let id = scene.facts().await[0].id;
        (scene, format!("/facts/jobs/{id}"))
    }
}

/// The least that a topic takes.
fn least(topic: Topic) -> Vec<(&'static str, &'static str)> {
    let spec = topic.spec();
    let value = |field: &Field| match field {
        Field::Code => spec.codes[0],
        Field::To => "2024-01-01",
        _ => "2021-01-01",
    };
    let must = spec.must.iter();
    must.map(|field| (field.name(), value(field))).collect()
}

#[tokio::test]
async fn every_topic_is_asked_recorded_and_shown() {
    let scene = Scene::set().await;
    for topic in Topic::ALL {
        let path = format!("/facts/{}", topic.code());
        let asked = scene.get(&path).await;
        assert_eq!(asked.status, StatusCode::OK, "{path}");
        assert!(!asked.body.contains("⟦"), "{path}: {}", asked.body);
        let saved = scene.post(&path, &least(*topic)).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(
            saved.location,
            scene.at(&format!("/facts#{}", topic.code()))
        );
    }
    assert_eq!(scene.facts().await.len(), Topic::ALL.len());
    let page = scene.get("/facts").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("⟦") && !page.body.contains("unbekannt<"));
    assert_eq!(scene.last_act().await, "fact.read");
    scene.is_anna_s_alone("GET", "/facts", &[]).await;
    scene.is_anna_s_alone("GET", "/facts/school", &[]).await;
}

#[tokio::test]
async fn a_fact_is_recorded() {
    let scene = Scene::set().await;
    let form = [("from_on", "2021-05-01"), ("back", "rights")];
    let saved = scene.post("/facts/jobs", &form).await;
    assert_eq!(saved.location, scene.at("/entitlements"));
    assert_eq!(scene.facts().await[0].topic, Topic::Jobs);
    assert_eq!(scene.last_act().await, "fact.add");
    scene.is_anna_s_alone("POST", "/facts/jobs", &form).await;
    let odd = scene.post("/facts/jobs", &[("from_on", "bald")]).await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(odd.body.contains("value=\"bald\""), "what was typed stays");
    assert_eq!(scene.facts().await.len(), 1);
    let unknown = scene.post("/facts/convictions", &form).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn that_there_was_nothing_is_recorded_and_ends_with_the_first_entry() {
    let scene = Scene::set().await;
    let path = "/facts/absences/absence";
    scene.is_anna_s_alone("POST", path, &[]).await;
    let said = scene.post(path, &[]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    assert_eq!(scene.facts().await[0].said, Said::Nothing);
    assert_eq!(scene.last_act().await, "fact.deny");
    scene.post(path, &[]).await;
    assert_eq!(scene.facts().await.len(), 1, "said once");
    scene
        .post("/facts/absences", &[("from_on", "2021-05-01")])
        .await;
    let facts = scene.facts().await;
    assert!(facts.len() == 1 && facts[0].said != Said::Nothing);
    assert_eq!(scene.post(path, &[]).await.status, StatusCode::CONFLICT);
    let one_day = scene.post("/facts/civics_test_on/absence", &[]).await;
    assert_eq!(one_day.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_fact_is_corrected_and_not_overwritten_unseen() {
    let (scene, path) = Scene::with_job().await;
    let form = scene.get(&path).await.body;
    assert!(form.contains("value=\"19,5\""), "{form}");
    let recorded_at = scene.facts().await[0].recorded_at.as_millisecond();
    let recorded_at = recorded_at.to_string();
    let form = [
        ("from_on", "2021-06-01"),
        ("to_on", "2022-05-31"),
        ("recorded_at", &recorded_at),
    ];
    let saved = scene.post(&path, &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let facts = scene.facts().await;
    let expected = Details {
        from_on: Some(date(2021, 6, 1)),
        to_on: Some(date(2022, 6, 1)),
        ..Details::default()
    };
    assert_eq!(facts[0].said, Said::Something(expected));
    assert_eq!(scene.last_act().await, "fact.correct");
    let stale = [("from_on", "2020-01-01"), ("recorded_at", "7")];
    let stale = scene.post(&path, &stale).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.body.contains("01.06.2021") && stale.body.contains("2020-01-01"));
    scene.is_anna_s_alone("POST", &path, &form).await;
    scene.is_anna_s_alone("GET", &path, &[]).await;
    let elsewhere = path.replace("jobs", "school");
    assert_eq!(scene.get(&elsewhere).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_fact_is_taken_out() {
    let (scene, path) = Scene::with_job().await;
    scene.is_anna_s_alone("DELETE", &path, &[]).await;
    let gone = scene.delete(&path, &[]).await;
    assert_eq!(gone.location, scene.at("/facts#jobs"));
    assert!(scene.facts().await.is_empty());
    assert_eq!(scene.last_act().await, "fact.remove");
    assert_eq!(scene.delete(&path, &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_day_of_service_is_proposed_and_never_entered() {
    let scene = Scene::set().await;
    let page = scene.get("/facts/served?handed_on=2022-06-01").await;
    assert!(page.body.contains("Vorschlag: 04.06.2022"));
    let field = "id=\"field-from_on\" name=\"from_on\" type=\"date\" value=\"\"";
    assert!(page.body.contains(field), "{}", page.body);
    let odd = scene.get("/facts/served?handed_on=gestern").await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
}
