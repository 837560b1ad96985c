use jiff::civil::date;
use platform::testing::{Answer, Who};

use super::contact::ContactInput;
use super::store::{self, Written};
use super::{Contact, ContactForm, ContactId, ON_CASE_PAGE, PastContact, insert_past};
use crate::codes::Domain;
use crate::fields::Bounds;
use crate::testing::{Scene, is_overtaken};

#[test]
fn a_contact_needs_no_more_than_its_form() {
    let today = date(2022, 6, 30);
    let input = ContactInput {
        form: "phone".to_owned(),
        ..ContactInput::default()
    };
    let draft = input.read(Bounds::until(today)).unwrap();
    assert_eq!(
        (draft.held_on, draft.form, draft.minutes),
        (today, ContactForm::Phone, None)
    );
    let errors = ContactInput::default()
        .read(Bounds::until(today))
        .unwrap_err();
    assert_eq!(errors.get("form").unwrap().key, "field-choose");
}

#[test]
fn what_is_wrong_stands_at_its_field() {
    let input = ContactInput {
        held_on: "31.02.2022".to_owned(),
        form: "carrier_pigeon".to_owned(),
        minutes: "1500".to_owned(),
        topics: vec!["XYZ".to_owned()],
        note: "x".repeat(10_001),
        ..ContactInput::default()
    };
    let errors = input.read(Bounds::until(date(2022, 6, 30))).unwrap_err();
    let found: Vec<_> = errors
        .iter()
        .map(|(field, problem)| (field, problem.key))
        .collect();
    let expected = [
        ("held_on", "field-not-a-day"),
        ("form", "field-unknown-choice"),
        ("minutes", "field-number-out-of-range"),
        ("note", "field-too-long"),
        ("topics", "field-unknown-choice"),
    ];
    assert_eq!(found, expected);
}

impl Scene {
    async fn contacts(&self) -> Vec<Written> {
        let case = self.now().await;
        let mut tx = self.bed.app.db.read().await.unwrap();
        store::of_case(&mut tx, &case, 0, ON_CASE_PAGE)
            .await
            .unwrap()
    }

    async fn phone(&self, held_on: &str) -> Answer {
        self.post("/contacts", &[("form", "phone"), ("held_on", held_on)])
            .await
    }
}

#[tokio::test]
async fn a_contact_is_kept_with_its_sealed_note() {
    let scene = Scene::set().await;
    assert_eq!(scene.get("/contacts/new").await.status, 200);
    let form = [
        ("held_on", "2022-06-20"),
        ("form", "in_person"),
        ("minutes", "45"),
        ("topics", "SPR"),
        ("topics", "WOH"),
        ("interpreter", "yes"),
        ("note", "Kurs ab August besprochen."),
    ];
    scene.is_anna_s_alone("POST", "/contacts", &form).await;
    scene.is_anna_s_alone("GET", "/contacts/new", &[]).await;
    let answer = scene.post("/contacts", &form).await;
    assert_eq!(answer.location, scene.at("#contacts"));
    let held = scene.contacts().await.remove(0).contact;
    assert_eq!((held.held_on, held.minutes), (date(2022, 6, 20), Some(45)));
    assert_eq!(held.topics, [Domain::Language, Domain::Housing]);
    assert!(held.interpreter);
    assert_eq!(held.note.as_deref(), Some("Kurs ab August besprochen."));
    assert!(
        !stored_note(&scene)
            .await
            .windows(4)
            .any(|part| part == b"Kurs")
    );
    assert_eq!(scene.last_act().await, "contact.add");
}

async fn stored_note(scene: &Scene) -> Vec<u8> {
    let mut tx = scene.bed.app.db.read().await.unwrap();
    let row = tx
        .one("select note from contacts", db::values![])
        .await
        .unwrap();
    row.get("note").unwrap()
}

#[tokio::test]
async fn a_note_from_the_list_leads_back_to_the_list() {
    let scene = Scene::set().await;
    let note = |back| {
        [
            ("form", "phone"),
            ("minutes", "10"),
            ("note", "Termin"),
            ("back", back),
        ]
    };
    let answer = scene
        .post("/contacts", &note("/cases?stage=plan&page=2"))
        .await;
    assert_eq!(answer.location, "/cases?stage=plan&page=2");
    for foreign in [
        "https://example.org/cases",
        "//example.org",
        "/cases\\@example.org",
    ] {
        let answer = scene.post("/contacts", &note(foreign)).await;
        assert_eq!(answer.location, scene.at("#contacts"), "{foreign}");
    }
}

#[tokio::test]
async fn a_contact_ends_the_waiting_and_one_without_the_person_does_not() {
    let scene = Scene::set().await;
    assert_eq!(scene.now().await.waiting_since, Some(date(2022, 3, 1)));
    scene
        .post(
            "/contacts",
            &[("form", "third_party"), ("held_on", "2022-06-25")],
        )
        .await;
    assert_eq!(scene.now().await.waiting_since, Some(date(2022, 3, 1)));
    scene.phone("2022-06-20").await;
    scene.phone("2022-05-20").await;
    let case = scene.now().await;
    assert_eq!(case.last_contact_on, Some(date(2022, 6, 20)));
    assert_eq!(case.waiting_since, Some(date(2022, 6, 20)));
}

#[tokio::test]
async fn a_contact_without_a_form_comes_back_as_it_was_typed() {
    let scene = Scene::set().await;
    let answer = scene
        .post("/contacts", &[("minutes", "viele"), ("note", "Rückruf")])
        .await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("viele") && answer.body.contains("Rückruf"));
    assert!(scene.contacts().await.is_empty());
}

#[tokio::test]
async fn the_list_turns_pages_and_reading_it_is_recorded() {
    let scene = Scene::set().await;
    let contact = |day: i8| PastContact {
        case: scene.case,
        person: scene.person,
        contact: Contact {
            id: ContactId::new(),
            held_on: date(2022, 5, day),
            form: ContactForm::Phone,
            minutes: None,
            topics: vec![Domain::Work],
            interpreter: false,
            note: Some(format!("Notiz Nr. {day}.")),
            worker: scene.bed.actor(Who::Anna).account,
            version: 1,
        },
    };
    let (now, north) = (scene.bed.app.clock.now(), scene.bed.north);
    let past: Vec<_> = (1..=28).map(contact).collect();
    let mut tx = scene.bed.app.db.write().await.unwrap();
    let keys = scene.bed.app.keys.site(&mut tx, north).await.unwrap();
    insert_past(&mut tx, &keys, north, &past, now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(scene.now().await.last_contact_on, Some(date(2022, 5, 28)));
    let (first, second) = (
        scene.get("/contacts").await,
        scene.get("/contacts?page=2").await,
    );
    assert!(first.body.contains("Notiz Nr. 28.") && !first.body.contains("Notiz Nr. 3."));
    assert!(second.body.contains("Notiz Nr. 3.") && !second.body.contains("Notiz Nr. 4."));
    assert_eq!(scene.last_act().await, "contact.list");
    scene.is_anna_s_alone("GET", "/contacts", &[]).await;
}

#[tokio::test]
async fn a_contact_is_corrected_by_who_held_it_and_only_on_the_version_seen() {
    let scene = Scene::set().await;
    scene.phone("2022-05-20").await;
    scene.phone("2022-06-20").await;
    let latest = scene.contacts().await.remove(0).contact.id;
    let path = format!("/contacts/{latest}");
    assert_eq!(scene.get(&path).await.status, 200);
    let form = [
        ("form", "video"),
        ("held_on", "2022-04-20"),
        ("version", "1"),
    ];
    scene.is_anna_s_alone("POST", &path, &form).await;
    scene.is_anna_s_alone("GET", &path, &[]).await;
    assert_eq!(scene.post(&path, &form).await.status, 303);
    assert_eq!(scene.last_act().await, "contact.correct");
    assert_eq!(scene.now().await.last_contact_on, Some(date(2022, 5, 20)));
    let stale = [
        ("form", "mail"),
        ("held_on", "2022-04-20"),
        ("version", "1"),
    ];
    let overtaken = scene.post(&path, &stale).await;
    is_overtaken(&overtaken, "value=\"mail\" selected", "Video", "2");
    assert_eq!(scene.contacts().await[1].contact.form, ContactForm::Video);
    scene.leave_to_all().await;
    let form = [("form", "mail"), ("version", "2")];
    let colleague = scene.bed.post(Who::Ines, &scene.at(&path), &form).await;
    assert_eq!(
        colleague.status, 404,
        "she sees the case, but did not hold the contact"
    );
}
