use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use db::Tx;
use platform::accounts::{self, Account};
use platform::audit::{self, Entry};
use platform::keys::SiteKeys;
use platform::ui::{FieldErrors, Ui};
use platform::{
    Act, Actor, App, Form, Result, Role, Routes, SiteId, page, page_as, see_other_with,
};
use serde_json::json;

use super::form::{OpeningChoices, OpeningForm, ReadOpening};
use super::question::{self, Question, answered};
use super::{Deviation, NewCase, store};
use crate::codes::Indication;
use crate::duplicates::{self, Known};
use crate::people::{EntryFacts, PersonId};

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
    question: Question,
    deviations: Vec<Deviation>,
    errors: FieldErrors,
}

impl CaseNew {
    fn new(ui: Ui, form: OpeningForm, workers: &[Account]) -> CaseNew {
        CaseNew {
            choices: OpeningChoices::of(&form, &ui, workers),
            ui,
            form,
            question: Question::default(),
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
    let found = duplicates::known(&mut tx, &keys, &actor, &read.person, today).await?;
    again.question = Question::of(&again.ui, &found, &again.form);
    let (known, facts) = match check(&mut tx, &keys, &found, &mut again, &read, site).await? {
        Ok(checked) => checked,
        Err(errors) => {
            if !found.is_empty() {
                audit::record(&mut tx, &actor, now, question::entry(site, &found)).await?;
                tx.commit().await?;
            }
            return again.refused(errors);
        }
    };
    let person = store::enter(&mut tx, &keys, site, known, &read.person, now).await?;
    let id = store::open(&mut tx, site, &case(person, &read), &facts, now).await?;
    audit::record(&mut tx, &actor, now, entry(&read, id, known)).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}"), "case-opened")
}

/// Whose case it is, if they are known, and what it keeps of them; or what is wrong.
async fn check(
    tx: &mut Tx,
    keys: &SiteKeys,
    found: &Known,
    again: &mut CaseNew,
    read: &ReadOpening,
    site: SiteId,
) -> Result<std::result::Result<(Option<PersonId>, EntryFacts), FieldErrors>> {
    let known = match answered(found, &again.form.same_as)? {
        Ok(known) => known,
        Err(errors) => return Ok(Err(errors)),
    };
    let on = read.opening.opened_on;
    let facts = store::facts(tx, keys, site, known, &read.person, on).await?;
    again.deviations = read.unexplained(&facts);
    if !again.deviations.is_empty() {
        let errors = FieldErrors::one("exception", "opening-exception-needed");
        return Ok(Err(errors));
    }
    if let Some(number) = &read.number
        && store::is_taken(tx, site, number).await?
    {
        return Ok(Err(FieldErrors::one("number", "case-number-taken")));
    }
    Ok(Ok((known, facts)))
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
