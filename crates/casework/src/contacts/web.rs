use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{self, Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Query, Result, Role, Routes, page, page_as, said,
    see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::contact::ContactInput;
use super::store::{self, Written};
use super::{ContactForm, ContactId};
use crate::cases::{self, Case, CaseId};
use crate::codes::Domain;
use crate::link::CaseLink;

const LIST: Act = Act::new("contact.list", &[Role::CaseManager, Role::TeamLead]);
pub const ADD: Act = Act::new("contact.add", &[Role::CaseManager]);
const CORRECT: Act = Act::new("contact.correct", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/contacts", LIST, index)
        .get("/cases/{id}/contacts/new", ADD, new)
        .post("/cases/{id}/contacts", ADD, create)
        .get("/cases/{id}/contacts/{contact}", CORRECT, edit)
        .post("/cases/{id}/contacts/{contact}", CORRECT, correct)
}

/// Contacts that the case page shows before it leads to the whole list.
pub const ON_CASE_PAGE: u64 = 5;
const ON_LIST: u64 = 25;

#[derive(Template)]
#[template(path = "contacts/templates/_panel.html")]
struct ContactPanel<'a> {
    ui: &'a Ui,
    case: CaseLink,
    contacts: Vec<Line<'a>>,
    more: bool,
    quick: QuickNote<'a>,
    may_add: bool,
}

/// One contact as lists show it.
struct Line<'a> {
    written: &'a Written,
    /// The colleague who held it may correct it.
    may_correct: bool,
}

/// The latest contacts of a case as a part of its page; `written` are the first
/// [`ON_CASE_PAGE`] and one more if there is one.
pub fn panel(ui: &Ui, actor: &Actor, case: &Case, written: &[Written]) -> Result<String> {
    let (shown, more) = cut(written, ON_CASE_PAGE);
    let panel = ContactPanel {
        ui,
        case: CaseLink::to(case),
        contacts: lines(actor, shown),
        more,
        quick: QuickNote {
            ui,
            case: case.id,
            fields: Fields::new(ui, ContactInput::default(), FieldErrors::none()),
            live: false,
        },
        may_add: ADD.is_open_to(actor.role),
    };
    Ok(panel.render()?)
}

/// The first `size` of what was found, and whether there was more.
fn cut(written: &[Written], size: u64) -> (&[Written], bool) {
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let shown = written.get(..size).unwrap_or(written);
    (shown, written.len() > shown.len())
}

fn lines<'a>(actor: &Actor, written: &'a [Written]) -> Vec<Line<'a>> {
    let may_correct = CORRECT.is_open_to(actor.role);
    let line = |written: &'a Written| Line {
        written,
        may_correct: may_correct && written.contact.worker == actor.account,
    };
    written.iter().map(line).collect()
}

#[derive(Template)]
#[template(path = "contacts/templates/index.html")]
struct ContactIndex<'a> {
    ui: &'a Ui,
    case: CaseLink,
    contacts: Vec<Line<'a>>,
    page: ui::Page,
    may_add: bool,
}

async fn index(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let at = ui::Page::of(&ui::Query::parse(&query.unwrap_or_default()), ON_LIST);
    let mut tx = app.db.write().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    let written = store::of_case(&mut tx, &case, at.offset(), ON_LIST).await?;
    let entry = Entry::new(LIST, "case", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let (shown, more) = cut(&written, ON_LIST);
    page(&ContactIndex {
        ui: &ui,
        case: CaseLink::to(&case),
        contacts: lines(&actor, shown),
        page: at.followed(more),
        may_add: ADD.is_open_to(actor.role),
    })
}

#[derive(Template)]
#[template(path = "contacts/templates/form.html")]
struct ContactEdit {
    ui: Ui,
    case: CaseLink,
    /// None: a new contact.
    contact: Option<ContactId>,
    fields: Fields,
}

struct Fields {
    input: ContactInput,
    forms: Vec<Choice>,
    topics: Vec<Choice>,
    errors: FieldErrors,
}

impl Fields {
    fn new(ui: &Ui, input: ContactInput, errors: FieldErrors) -> Fields {
        let topics = Domain::ALL.iter().map(|domain| {
            Choice::new(domain.code(), ui.t(domain.label_key()))
                .chosen_if(input.topics.iter().any(|code| code == domain.code()))
        });
        Fields {
            forms: ContactForm::choices(ui, ContactForm::parse(&input.form)),
            topics: topics.collect(),
            input,
            errors,
        }
    }
}

/// The short form for a list: how, how long, a note.
#[derive(Template)]
#[template(path = "contacts/templates/_quick.html")]
struct QuickNote<'a> {
    ui: &'a Ui,
    case: CaseId,
    fields: Fields,
    /// Saves without leaving the page around it.
    live: bool,
}

impl<'a> QuickNote<'a> {
    fn live(ui: &'a Ui, case: CaseId, input: ContactInput, errors: FieldErrors) -> Self {
        let fields = Fields::new(ui, input, errors);
        QuickNote {
            ui,
            case,
            fields,
            live: true,
        }
    }
}

#[derive(Template)]
#[template(path = "contacts/templates/_noted.html")]
struct QuickNoted<'a> {
    ui: &'a Ui,
    case: CaseId,
}

#[derive(Deserialize)]
struct Back {
    #[serde(default)]
    back: String,
}

async fn new(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Query(to): Query<Back>,
    headers: HeaderMap,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    let input = ContactInput {
        held_on: app.clock.today().to_string(),
        back: to.back,
        ..ContactInput::default()
    };
    if is_live(&headers) {
        return page(&QuickNote::live(&ui, id, input, FieldErrors::none()));
    }
    page(&ContactEdit {
        fields: Fields::new(&ui, input, FieldErrors::none()),
        ui,
        case: CaseLink::to(&case),
        contact: None,
    })
}

async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    headers: HeaderMap,
    Form(input): Form<ContactInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let draft = match input.read(bounds) {
        Ok(draft) => draft,
        Err(errors) if is_live(&headers) => {
            let again = QuickNote::live(&ui, id, input, errors);
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
        Err(errors) => return form_again(ui, &case, None, input, errors),
    };
    let contact = draft.signed(ContactId::new(), actor.account, 1);
    let now = app.clock.now();
    store::save(&mut tx, &case, &contact, now).await?;
    if contact.form.reaches_the_person() {
        cases::touched(&mut tx, &case, contact.held_on).await?;
    }
    let facts = json!({"form": contact.form.code(), "held": contact.held_on});
    let entry = Entry::new(ADD, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, now, entry).await?;
    tx.commit().await?;
    if is_live(&headers) {
        return page(&QuickNoted { ui: &ui, case: id });
    }
    see_other_with(&way_back(&input.back, id), "contact-added")
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, contact)): Path<(CaseId, ContactId)>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::visible(&mut tx, &app, &actor, id).await?;
    let written = store::own(&mut tx, &case, actor.account, contact).await?;
    let written = written.ok_or(Error::NotFound)?;
    let entry = Entry::new(LIST, "case", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let input = ContactInput::of(&written.contact);
    page(&ContactEdit {
        fields: Fields::new(&ui, input, FieldErrors::none()),
        ui,
        case: CaseLink::to(&case),
        contact: Some(contact),
    })
}

async fn correct(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((id, contact)): Path<(CaseId, ContactId)>,
    Form(mut input): Form<ContactInput>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let before = store::own(&mut tx, &case, actor.account, contact).await?;
    let before = before.ok_or(Error::NotFound)?.contact;
    let bounds = case.bounds(&mut tx, app.clock.today()).await?;
    let read = match input.version {
        Some(version) if version == before.version => input.read(bounds),
        _ => Err(FieldErrors::overtaken(before.told(&ui))),
    };
    let draft = match read {
        Ok(draft) => draft,
        Err(errors) => {
            input.version = Some(before.version);
            return form_again(ui, &case, Some(contact), input, errors);
        }
    };
    let after = draft.signed(contact, actor.account, input.version.unwrap_or_default());
    if !store::save_correction(&mut tx, &case, &after).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    if case.last_contact_on == Some(before.held_on) {
        store::save_last_contact(&mut tx, &case).await?;
    } else if after.form.reaches_the_person() {
        cases::touched(&mut tx, &case, after.held_on).await?;
    }
    let facts = json!({
        "contact": contact, "changed": before.differences(&after),
        "held": after.held_on, "held_before": before.held_on,
    });
    let entry = Entry::new(CORRECT, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&way_back(&input.back, id), "contact-corrected")
}

fn form_again(
    ui: Ui,
    case: &Case,
    contact: Option<ContactId>,
    input: ContactInput,
    errors: FieldErrors,
) -> Result<Response> {
    let status = errors.status();
    let again = ContactEdit {
        fields: Fields::new(&ui, input, errors),
        ui,
        case: CaseLink::to(case),
        contact,
    };
    page_as(status, &again)
}

/// Whether a part of a page asks, not the whole window.
fn is_live(headers: &HeaderMap) -> bool {
    headers.contains_key("hx-request")
}

/// Back to the list or page the note was written on, which is one of ours.
fn way_back(back: &str, case: CaseId) -> String {
    let own = back == "/" || back.starts_with("/cases");
    if own
        && back
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\')
    {
        return back.to_owned();
    }
    format!("/cases/{case}#contacts")
}
