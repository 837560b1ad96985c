use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::{Date, date};
use platform::audit::{self, Entry};
use platform::ui::{self, Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, NavEntry, Path, Result, Role, Routes, Section, page_as,
    see_other_with,
};
use serde_json::json;

use super::encounter::EncounterInput;
use super::store::{self, Noted};
use super::{EncounterId, EncounterKind};
use crate::codes::Sex;
use crate::contacts::ContactForm;

const LIST: Act = Act::new("encounter.list", &[Role::CaseManager]);
const ADD: Act = Act::new("encounter.add", &[Role::CaseManager]);
const WITHDRAW: Act = Act::new("encounter.withdraw", &[Role::CaseManager]);

pub const NAV: NavEntry = NavEntry {
    section: Section::Cases,
    label_key: "encounters-title",
    href: "/encounters",
    act: LIST,
};

pub fn routes() -> Routes {
    Routes::new()
        .get("/encounters", LIST, index)
        .post("/encounters", ADD, create)
        .delete("/encounters/{id}", WITHDRAW, withdraw)
}

const ON_LIST: u64 = 25;

#[derive(Template)]
#[template(path = "encounters/templates/index.html")]
struct EncounterIndex {
    ui: Ui,
    lines: Vec<Line>,
    page: ui::Page,
    addressed: i64,
    counselled: i64,
    fields: Fields,
}

struct Fields {
    input: EncounterInput,
    kinds: Vec<Choice>,
    sexes: Vec<Choice>,
    forms: Vec<Choice>,
    districts: Vec<Choice>,
    errors: FieldErrors,
}

impl Fields {
    fn new(ui: &Ui, districts: &[String], input: EncounterInput, errors: FieldErrors) -> Fields {
        let mut forms = ContactForm::choices(ui, ContactForm::parse(&input.form));
        forms.retain(|choice| choice.value != ContactForm::ThirdParty.code());
        let district = |name: &String| Choice::new(name, name).chosen_if(*name == input.district);
        Fields {
            kinds: EncounterKind::choices(ui, EncounterKind::parse(&input.kind)),
            sexes: Sex::choices(ui, Sex::parse(&input.sex)),
            forms,
            districts: districts.iter().map(district).collect(),
            input,
            errors,
        }
    }
}

struct Line {
    noted: Noted,
    is_own: bool,
}

async fn index(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let at = ui::Page::of(&ui::Query::parse(&query.unwrap_or_default()), ON_LIST);
    let input = EncounterInput {
        on_day: app.clock.today().to_string(),
        persons: "1".to_owned(),
        ..EncounterInput::default()
    };
    list(&app, &actor, ui, at, input, FieldErrors::none()).await
}

async fn list(
    app: &App,
    actor: &Actor,
    ui: Ui,
    at: ui::Page,
    input: EncounterInput,
    errors: FieldErrors,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.read().await?;
    let mut found = store::page(&mut tx, site, at.offset(), ON_LIST).await?;
    let size = usize::try_from(ON_LIST).unwrap_or(usize::MAX);
    let more = found.len() > size;
    found.truncate(size);
    let (from, to) = quarter(app.clock.today());
    let persons = store::persons(&mut tx, site, from, to).await?;
    let sum = |kind| {
        persons
            .iter()
            .find(|(found, _)| *found == kind)
            .map_or(0, |(_, n)| *n)
    };
    let line = |noted: Noted| Line {
        is_own: noted.encounter.worker == actor.account,
        noted,
    };
    let districts = store::districts(&mut tx, site).await?;
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let shown = EncounterIndex {
        lines: found.into_iter().map(line).collect(),
        page: at.followed(more),
        addressed: sum(EncounterKind::Addressed),
        counselled: sum(EncounterKind::Counselled),
        fields: Fields::new(&ui, &districts, input, errors),
        ui,
    };
    page_as(status, &shown)
}

/// The quarter of a day as `[from, to)`.
fn quarter(day: Date) -> (Date, Date) {
    let first = (day.month() - 1) / 3 * 3 + 1;
    let from = date(day.year(), first, 1);
    let to = if first == 10 {
        date(day.year() + 1, 1, 1)
    } else {
        date(day.year(), first + 3, 1)
    };
    (from, to)
}

async fn create(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(input): Form<EncounterInput>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.write().await?;
    let districts = store::districts(&mut tx, site).await?;
    let encounter = match input.read(actor.account, &districts, app.clock.today()) {
        Ok(encounter) => encounter,
        Err(errors) => {
            drop(tx);
            let first = ui::Page::of(&ui::Query::default(), ON_LIST);
            return list(&app, &actor, ui, first, input, errors).await;
        }
    };
    let now = app.clock.now();
    let facts = json!({"kind": encounter.kind.code(), "persons": encounter.persons});
    let entry = Entry::new(ADD, "encounter", encounter.id.0).with(facts);
    store::insert(&mut tx, site, &[encounter], now).await?;
    audit::record(&mut tx, &actor, now, entry).await?;
    tx.commit().await?;
    see_other_with("/encounters", "encounter-added")
}

async fn withdraw(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<EncounterId>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if !store::withdraw(&mut tx, actor.own_site()?, actor.account, id).await? {
        return Err(Error::NotFound);
    }
    let entry = Entry::new(WITHDRAW, "encounter", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/encounters", "encounter-withdrawn")
}
