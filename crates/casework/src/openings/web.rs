use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use platform::accounts::{self, Account};
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{Act, Actor, App, Form, Result, Role, Routes, page, page_as, see_other_with};
use serde_json::json;

use super::form::{OpeningChoices, OpeningForm, ReadOpening};
use super::{Deviation, NewCase, store};
use crate::codes::Indication;
use crate::people::{self, Alike, PersonId};

pub const OPEN: Act = Act::new("case.open", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/new", OPEN, new)
        .post("/cases", OPEN, create)
}

#[derive(Template)]
#[template(path = "openings/templates/new.html")]
struct CaseNew {
    ui: Ui,
    form: OpeningForm,
    choices: OpeningChoices,
    /// Who this might be; asked before anything is saved.
    alike: Vec<Choice>,
    deviations: Vec<Deviation>,
    errors: FieldErrors,
}

impl CaseNew {
    fn new(ui: Ui, form: OpeningForm, workers: &[Account]) -> CaseNew {
        CaseNew {
            choices: OpeningChoices::of(&form, &ui, workers),
            ui,
            form,
            alike: Vec::new(),
            deviations: Vec::new(),
            errors: FieldErrors::none(),
        }
    }

    fn refused(self, errors: FieldErrors) -> Result<Response> {
        page_as(
            StatusCode::UNPROCESSABLE_ENTITY,
            &CaseNew { errors, ..self },
        )
    }
}

async fn new(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let site = actor.own_site()?;
    let workers = accounts::store::holders(&mut tx, site, Role::CaseManager).await?;
    let form = OpeningForm {
        opened_on: app.clock.today().to_string(),
        worker: actor.account.to_string(),
        indication: Indication::Case.code().to_owned(),
        ..OpeningForm::default()
    };
    page(&CaseNew::new(ui, form, &workers))
}

async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<OpeningForm>,
) -> Result<Response> {
    let (site, today, now) = (actor.own_site()?, app.clock.today(), app.clock.now());
    let mut tx = app.db.write().await?;
    let keys = app.keys.site(&mut tx, site).await?;
    let workers = accounts::store::holders(&mut tx, site, Role::CaseManager).await?;
    let read = form.read(today, &workers);
    let mut again = CaseNew::new(ui, form, &workers);
    let read = match read {
        Ok(read) => read,
        Err(errors) => return again.refused(errors),
    };
    let alike = people::alike(&mut tx, &keys, site, &read.person).await?;
    again.alike = told(&again.ui, &alike, &again.form.same_as);
    let known = match answered(&alike, &again.form.same_as) {
        Answer::Known(person) => Some(person),
        Answer::New => None,
        Answer::None => {
            return again.refused(FieldErrors::one("same_as", "opening-known-already"));
        }
    };
    let on = read.opening.opened_on;
    let facts = store::facts(&mut tx, &keys, site, known, &read.person, on).await?;
    again.deviations = read.unexplained(&facts);
    if !again.deviations.is_empty() {
        return again.refused(FieldErrors::one("exception", "opening-exception-needed"));
    }
    if let Some(number) = &read.number
        && store::is_taken(&mut tx, site, number).await?
    {
        return again.refused(FieldErrors::one("number", "case-number-taken"));
    }
    let person = store::enter(&mut tx, &keys, site, known, &read.person, now).await?;
    let id = store::open(&mut tx, site, &case(person, &read), &facts, now).await?;
    audit::record(&mut tx, &actor, now, entry(&read, id, known)).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}"), "case-opened")
}

/// The people it might be, with the question whether it is one of them.
fn told(ui: &Ui, alike: &[Alike], answer: &str) -> Vec<Choice> {
    if alike.is_empty() {
        return Vec::new();
    }
    let one = |found: &Alike| {
        let born = match (found.identity.birth_date, found.birth_year) {
            (Some(day), _) => ui.day(day),
            (None, Some(year)) => year.to_string(),
            (None, None) => ui.t("unknown"),
        };
        let name = found.identity.listed_name();
        let id = found.person.to_string();
        let label = ui.ta("opening-same-as", &[("name", &name), ("born", &born)]);
        let chosen = id == answer;
        Choice::new(id, label).chosen_if(chosen)
    };
    let mut choices: Vec<Choice> = alike.iter().map(one).collect();
    choices.push(Choice::new("new", ui.t("opening-somebody-else")).chosen_if(answer == "new"));
    choices
}

/// Who it is.
enum Answer {
    Known(PersonId),
    New,
    /// Has to be asked first.
    None,
}

fn answered(alike: &[Alike], answer: &str) -> Answer {
    if alike.is_empty() || answer == "new" {
        return Answer::New;
    }
    let mut alike = alike.iter();
    let known = alike.find(|found| found.person.to_string() == answer);
    known.map_or(Answer::None, |found| Answer::Known(found.person))
}

fn case(person: PersonId, read: &ReadOpening) -> NewCase {
    NewCase {
        number: read.number.clone(),
        worker: read.worker,
        access_path: read.access_path,
        district: read.district.clone(),
        ..NewCase::new(person, read.opening)
    }
}

fn entry(read: &ReadOpening, id: crate::cases::CaseId, known: Option<PersonId>) -> Entry {
    Entry::new(OPEN, "case", id.0).with(json!({
        "indication": read.opening.indication.code(),
        "exception": read.opening.exception.map(crate::codes::Exception::code),
        "known_person": known,
    }))
}
