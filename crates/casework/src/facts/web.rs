mod asked;
mod shown;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::ui::{FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Query, Result, Role, Routes, page, page_as, said,
    see_other_with,
};
use serde::Deserialize;
use serde_json::json;

#[cfg(test)]
pub(super) use asked::presumed;
use asked::{AskedField, Input, Proposal};
use shown::{FromFile, ShownSection};

use super::form::FactForm;
use super::{Details, Fact, FactId, Said, Topic, store};
use crate::cases::{self, Case, CaseId};
use crate::entitlements;
use crate::link::CaseLink;

const READ: Act = Act::new("fact.read", &[Role::CaseManager]);
const ADD: Act = Act::new("fact.add", &[Role::CaseManager]);
const DENY: Act = Act::new("fact.deny", &[Role::CaseManager]);
const CORRECT: Act = Act::new("fact.correct", &[Role::CaseManager]);
const REMOVE: Act = Act::new("fact.remove", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/facts", READ, index)
        .get("/cases/{id}/facts/{topic}", ADD, new)
        .post("/cases/{id}/facts/{topic}", ADD, create)
        .post("/cases/{id}/facts/{topic}/absence", DENY, deny)
        .get("/cases/{id}/facts/{topic}/{fact}", CORRECT, edit)
        .post("/cases/{id}/facts/{topic}/{fact}", CORRECT, correct)
        .delete("/cases/{id}/facts/{topic}/{fact}", REMOVE, remove)
}

#[derive(Template)]
#[template(path = "facts/templates/index.html")]
struct FactIndex {
    ui: Ui,
    link: CaseLink,
    name: String,
    sections: Vec<ShownSection>,
    file: FromFile,
    changes: String,
}

async fn index(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    let person = case.person(&mut tx).await?;
    let background = entitlements::background(&mut tx, &case, &person).await?;
    let today = app.clock.today();
    let changes = entitlements::changes(&mut tx, (&ui, &actor), &case, &background, today).await?;
    audit::record(
        &mut tx,
        &actor,
        app.clock.now(),
        Entry::new(READ, "case", id.0),
    )
    .await?;
    tx.commit().await?;
    page(&FactIndex {
        name: cases::web::named(&ui, &person),
        sections: shown::sections(&ui, &background.recorded),
        file: FromFile::of(&ui, &background),
        link: CaseLink::to(&case),
        changes,
        ui,
    })
}

#[derive(Template)]
#[template(path = "facts/templates/edit.html")]
struct FactEdit {
    ui: Ui,
    link: CaseLink,
    topic: Topic,
    /// None: a new one.
    entry: Option<FactId>,
    form: FactForm,
    fields: Vec<AskedField>,
    /// Nothing is recorded, so that one may say that there is nothing.
    may_deny: bool,
    proof: Option<String>,
    proposal: Option<Proposal>,
    errors: FieldErrors,
}

impl FactEdit {
    fn new(ui: Ui, case: &Case, topic: Topic, form: FactForm) -> FactEdit {
        FactEdit {
            fields: asked::fields(&ui, topic, &form),
            proof: shown::proof(topic),
            link: CaseLink::to(case),
            topic,
            entry: None,
            form,
            may_deny: false,
            proposal: None,
            errors: FieldErrors::none(),
            ui,
        }
    }

    fn refused(self, errors: FieldErrors) -> Result<Response> {
        page_as(errors.status(), &FactEdit { errors, ..self })
    }

    fn at(&self, rest: &str) -> String {
        format!("{}/facts/{}{rest}", self.link.href, self.topic.code())
    }

    fn target(&self) -> String {
        match self.entry {
            Some(id) => self.at(&format!("/{id}")),
            None => self.at(""),
        }
    }

    fn back(&self) -> String {
        back(&self.link.href, self.topic, &self.form.back)
    }
}

/// The page the reader came from.
fn back(href: &str, topic: Topic, from: &str) -> String {
    if from == "rights" {
        return format!("{href}/entitlements");
    }
    format!("{href}/facts#{}", topic.code())
}

fn known(topic: &str) -> Result<Topic> {
    Topic::parse(topic).ok_or(Error::NotFound)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    back: String,
    handed_on: String,
}

async fn new(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, topic)): Path<(CaseId, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let topic = known(&topic)?;
    let mut tx = app.db.read().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    let facts = store::of_case(&mut tx, &case).await?;
    let mut errors = FieldErrors::none();
    let proposal = Proposal::of(&mut errors, topic, &wanted.handed_on);
    let form = FactForm {
        back: wanted.back,
        ..FactForm::default()
    };
    let nothing = !facts.iter().any(|fact| fact.topic == topic);
    let page = FactEdit {
        may_deny: topic.spec().many && nothing,
        proposal,
        ..FactEdit::new(ui, &case, topic, form)
    };
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page_as(status, &FactEdit { errors, ..page })
}

async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, topic)): Path<(CaseId, String)>,
    Form(form): Form<FactForm>,
) -> Result<Response> {
    let topic = known(&topic)?;
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let details = match form.read(topic, bounds) {
        Ok(details) => details,
        Err(errors) => return FactEdit::new(ui, &case, topic, form).refused(errors),
    };
    let fact = recorded(&app, topic, Said::Something(details));
    store::save(&mut tx, &case, &fact).await?;
    audit::record(&mut tx, &actor, app.clock.now(), entry(ADD, id, &fact)).await?;
    tx.commit().await?;
    let href = CaseLink::to(&case).href;
    see_other_with(&back(&href, topic, &form.back), "fact-saved")
}

fn recorded(app: &App, topic: Topic, said: Said) -> Fact {
    Fact {
        id: FactId::new(),
        topic,
        said,
        recorded_at: app.clock.now(),
    }
}

/// The trail names the topic and the days; the rest stands in the file.
fn entry(act: Act, case: CaseId, fact: &Fact) -> Entry {
    let details = fact.said.details();
    let from: Option<Date> = details.and_then(|details| details.from_on);
    let to = details.and_then(Details::last_day);
    Entry::new(act, "case", case.0).with(json!({
        "topic": fact.topic.code(),
        "from": from,
        "to": to,
    }))
}

#[derive(Deserialize)]
struct Denial {
    #[serde(default)]
    back: String,
}

/// Records that there is nothing of the kind, which is something else than not knowing.
async fn deny(
    State(app): State<App>,
    actor: Actor,
    Path((id, topic)): Path<(CaseId, String)>,
    Form(form): Form<Denial>,
) -> Result<Response> {
    let topic = known(&topic)?;
    if !topic.spec().many {
        return Err(Error::NotFound);
    }
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let facts = store::of_case(&mut tx, &case).await?;
    let said_something = |fact: &Fact| fact.topic == topic && fact.said != Said::Nothing;
    if facts.iter().any(said_something) {
        return Err(Error::Conflict(said("fact-there-is-something")));
    }
    let fact = recorded(&app, topic, Said::Nothing);
    store::save(&mut tx, &case, &fact).await?;
    audit::record(&mut tx, &actor, app.clock.now(), entry(DENY, id, &fact)).await?;
    tx.commit().await?;
    let href = CaseLink::to(&case).href;
    see_other_with(&back(&href, topic, &form.back), "fact-saved")
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, topic, fact)): Path<(CaseId, String, FactId)>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    let facts = store::of_case(&mut tx, &case).await?;
    let held = find(&facts, known(&topic)?, fact)?;
    let form = FactForm::of(held, &ui);
    page(&FactEdit {
        entry: Some(fact),
        ..FactEdit::new(ui, &case, held.topic, form)
    })
}

fn find(facts: &[Fact], topic: Topic, id: FactId) -> Result<&Fact> {
    let mut facts = facts.iter();
    let held = facts.find(|fact| fact.id == id && fact.topic == topic);
    held.ok_or(Error::NotFound)
}

async fn correct(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, topic, fact)): Path<(CaseId, String, FactId)>,
    Form(mut form): Form<FactForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let facts = store::of_case(&mut tx, &case).await?;
    let held = find(&facts, known(&topic)?, fact)?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let recorded_at = held.recorded_at.as_millisecond();
    let read = if recorded_at == form.recorded_at {
        form.read(held.topic, bounds)
    } else {
        form.recorded_at = recorded_at;
        let present = asked::fields(&ui, held.topic, &FactForm::of(held, &ui));
        Err(FieldErrors::overtaken(asked::told(&ui, &present)))
    };
    let details = match read {
        Ok(details) => details,
        Err(errors) => {
            let again = FactEdit::new(ui, &case, held.topic, form);
            let entry = Some(fact);
            return FactEdit { entry, ..again }.refused(errors);
        }
    };
    let corrected = Fact {
        id: fact,
        ..recorded(&app, held.topic, Said::Something(details))
    };
    store::correct(&mut tx, &case, &corrected).await?;
    let line = entry(CORRECT, id, &corrected);
    audit::record(&mut tx, &actor, app.clock.now(), line).await?;
    tx.commit().await?;
    let href = CaseLink::to(&case).href;
    see_other_with(&back(&href, held.topic, &form.back), "fact-saved")
}

async fn remove(
    State(app): State<App>,
    actor: Actor,
    Path((id, topic, fact)): Path<(CaseId, String, FactId)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let facts = store::of_case(&mut tx, &case).await?;
    let held = find(&facts, known(&topic)?, fact)?;
    store::remove(&mut tx, &case, fact).await?;
    let line = entry(REMOVE, id, held);
    audit::record(&mut tx, &actor, app.clock.now(), line).await?;
    tx.commit().await?;
    let href = CaseLink::to(&case).href;
    see_other_with(&back(&href, held.topic, ""), "fact-removed")
}
