use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Result, Role, Routes, SiteId, ids, page, page_as, said,
    see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::text::{place_of, tidy};
use super::{Section, Version, store};
use crate::reports::web::year_choice;
use crate::reports::{self, is_year};

const LIST: Act = Act::new(
    "report_text.list",
    &[
        Role::Coordinator,
        Role::TeamLead,
        Role::Evaluator,
        Role::ProgrammeLead,
    ],
);
/// Evaluators write for the programme, coordinators for their site; the programme lead reads, so
/// that the evaluation speaks for itself.
const WRITE: Act = Act::new("report_text.write", &[Role::Coordinator, Role::Evaluator]);

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/reports/{year}/texts", LIST, index)
        .get("/reports/{year}/texts/{section}", LIST, show)
        .post("/reports/{year}/texts/{section}", WRITE, write)
}

/// A section with its newest text, if somebody wrote one.
struct Chapter {
    section: Section,
    text: Option<Version>,
}

#[derive(Template)]
#[template(path = "texts/templates/index.html")]
struct TextIndex {
    ui: Ui,
    year: i16,
    years: Vec<Choice>,
    chapters: Vec<Chapter>,
    may_write: bool,
}

async fn index(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(year): Path<i16>,
) -> Result<Response> {
    let place = place(&app, &actor, year)?;
    let mut tx = app.db.read().await?;
    let mut texts = store::newest(&mut tx, place, year).await?;
    let chapters = Section::ALL.map(|section| Chapter {
        section,
        text: texts
            .iter()
            .position(|text| text.section == section && !text.body.is_empty())
            .map(|at| texts.swap_remove(at)),
    });
    let years = reports::years(&mut tx, app.clock.today()).await?;
    page(&TextIndex {
        ui,
        year,
        years: years.iter().map(|one| year_choice(*one, year)).collect(),
        chapters: chapters.into(),
        may_write: WRITE.is_open_to(actor.role),
    })
}

#[derive(Deserialize)]
struct TextForm {
    #[serde(default)]
    body: String,
    #[serde(default)]
    version: i64,
}

#[derive(Template)]
#[template(path = "texts/templates/show.html")]
struct TextShow {
    ui: Ui,
    year: i16,
    section: Section,
    back: String,
    typed: TextForm,
    errors: FieldErrors,
    history: Vec<Version>,
    may_write: bool,
}

impl TextShow {
    fn new(ui: Ui, actor: &Actor, year: i16, section: Section, history: Vec<Version>) -> Self {
        let newest = history.first();
        TextShow {
            ui,
            year,
            section,
            back: format!("/reports/{year}/texts"),
            typed: TextForm {
                body: newest.map_or_else(String::new, |text| text.body.clone()),
                version: newest.map_or(0, |text| text.version),
            },
            errors: FieldErrors::none(),
            may_write: WRITE.is_open_to(actor.role),
            history,
        }
    }
}

async fn show(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((year, section)): Path<(i16, String)>,
) -> Result<Response> {
    let (place, section) = (place(&app, &actor, year)?, known(&section)?);
    let mut tx = app.db.read().await?;
    let history = store::history(&mut tx, place, year, section).await?;
    page(&TextShow::new(ui, &actor, year, section, history))
}

#[expect(clippy::too_many_lines, reason = "one page with all its parts")]
async fn write(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path((year, section)): Path<(i16, String)>,
    Form(form): Form<TextForm>,
) -> Result<Response> {
    let (place, section) = (place(&app, &actor, year)?, known(&section)?);
    let mut tx = app.db.write().await?;
    let history = store::history(&mut tx, place, year, section).await?;
    let mut again = TextShow::new(ui, &actor, year, section, history);
    let version = again.typed.version;
    let body = match tidy(&form.body) {
        Ok(body) if form.version == version => body,
        checked => {
            let status = if let Err(problem) = checked {
                again.errors.add_problem("body", problem);
                StatusCode::UNPROCESSABLE_ENTITY
            } else {
                again.errors.add("", "report-text-conflict");
                StatusCode::CONFLICT
            };
            again.typed.body = form.body;
            return page_as(status, &again);
        }
    };
    let (id, now) = (ids::fresh(), app.clock.now());
    let draft = store::Draft {
        site: place,
        year,
        section,
        version: version + 1,
        body: &body,
        by: actor.account,
    };
    store::add(&mut tx, id, &draft, now)
        .await
        .map_err(overtaken)?;
    let facts = json!({ "year": year, "section": section.code(), "version": version + 1 });
    audit::record(
        &mut tx,
        &actor,
        now,
        Entry::new(WRITE, "report_text", id).with(facts),
    )
    .await?;
    tx.commit().await?;
    see_other_with(&format!("/reports/{year}/texts"), "report-text-saved")
}

/// Two people saving at once: the database lets one of them through.
fn overtaken(error: db::DbError) -> Error {
    match error {
        db::DbError::Unique { .. } => Error::Conflict(said("report-text-conflict")),
        other => other.into(),
    }
}

fn place(app: &App, actor: &Actor, year: i16) -> Result<SiteId> {
    let has_begun = year <= app.clock.today().year();
    let year = (is_year(year) && has_begun).then_some(year);
    year.and(place_of(actor)).ok_or(Error::NotFound)
}

fn known(section: &str) -> Result<Section> {
    Section::parse(section).ok_or(Error::NotFound)
}
