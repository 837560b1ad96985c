use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use platform::audit::{self, Entry};
use platform::jobs::{self, Job, State as JobState};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, JobId, Path, Query, Result, Role, Routes, page, page_as,
    see_other,
};
use serde::Deserialize;
use serde_json::json;

use super::work::{BUILD as WORK, Order, Range};
use super::{Report, ReportId, is_year, store};

pub(crate) const LIST: Act = Act::new(
    "report.list",
    &[
        Role::Coordinator,
        Role::TeamLead,
        Role::Evaluator,
        Role::ProgrammeLead,
    ],
);
const READ: Act = Act::new("report.read", LIST.roles);
const BUILD: Act = Act::new(
    "report.build",
    &[Role::Coordinator, Role::Evaluator, Role::ProgrammeLead],
);

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/reports", LIST, index)
        .post("/reports", BUILD, order)
        .get("/reports/work/{id}", BUILD, work)
        .get("/reports/files/{id}", READ, file)
}

#[derive(Template)]
#[template(path = "reports/templates/index.html")]
struct ReportIndex {
    ui: Ui,
    /// The year whose reports are shown.
    year: i16,
    texts: String,
    years: Vec<Choice>,
    reports: Vec<Report>,
    running: Vec<Job>,
    may_build: bool,
    orderable: Vec<Choice>,
    /// Evaluators and the programme choose among several.
    ranges: Vec<Choice>,
    errors: FieldErrors,
}

#[derive(Deserialize)]
struct Shown {
    year: Option<i16>,
}

async fn index(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Query(shown): Query<Shown>,
) -> Result<Response> {
    let chosen = OrderForm::default();
    page(&listing(&app, &actor, ui, shown.year, &chosen, FieldErrors::none()).await?)
}

async fn listing(
    app: &App,
    actor: &Actor,
    ui: Ui,
    year: Option<i16>,
    form: &OrderForm,
    errors: FieldErrors,
) -> Result<ReportIndex> {
    let mut tx = app.db.read().await?;
    let years = store::years(&mut tx, actor).await?;
    let this_year = app.clock.today().year();
    let year = year.filter(|year| is_year(*year));
    let year = year.or(years.first().copied()).unwrap_or(this_year - 1);
    let jobs = jobs::store::newest(&mut tx, actor, WORK.name, 10).await?;
    let may_build = BUILD.is_open_to(actor.role);
    let proposed = form.year.parse().unwrap_or(this_year - 1);
    let orderable = super::years(&mut tx, app.clock.today()).await?;
    Ok(ReportIndex {
        may_build,
        orderable: orderable
            .iter()
            .map(|one| year_choice(*one, proposed))
            .collect(),
        ranges: range_choices(&ui, actor, &form.range),
        reports: store::of_year(&mut tx, actor, year).await?,
        running: jobs
            .into_iter()
            .filter(|job| may_build && !job.state.is_over())
            .collect(),
        years: years.iter().map(|one| year_choice(*one, year)).collect(),
        texts: format!("/reports/{year}/texts"),
        ui,
        year,
        errors,
    })
}

fn range_choices(ui: &Ui, actor: &Actor, chosen: &str) -> Vec<Choice> {
    if !actor.role.is_programme_wide() {
        return Vec::new();
    }
    let ranges = [
        ("programme", "report-range-programme"),
        ("all", "report-range-all"),
    ];
    let choice = |(code, key): (&str, &str)| Choice::new(code, ui.t(key)).chosen_if(code == chosen);
    ranges.map(choice).into()
}

pub(crate) fn year_choice(year: i16, chosen: i16) -> Choice {
    Choice::new(year.to_string(), year.to_string()).chosen_if(year == chosen)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct OrderForm {
    year: String,
    range: String,
}

impl OrderForm {
    fn read(&self, actor: &Actor, this_year: i16) -> std::result::Result<Order, FieldErrors> {
        let mut errors = FieldErrors::none();
        let year = self.year.parse().ok().filter(|year| is_year(*year));
        match year {
            None => errors.add("year", "field-choose"),
            Some(year) if year > this_year => errors.add("year", "report-year-not-begun"),
            Some(_) => {}
        }
        let range = if actor.role.is_programme_wide() {
            Range::parse(&self.range).filter(|range| *range != Range::Site)
        } else {
            Some(Range::Site)
        };
        if range.is_none() {
            errors.add("range", "field-choose");
        }
        match (year, range) {
            (Some(year), Some(range)) => errors.or_ok(Order { year, range }),
            _ => Err(errors),
        }
    }
}

async fn order(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<OrderForm>,
) -> Result<Response> {
    let order = match form.read(&actor, app.clock.today().year()) {
        Ok(order) => order,
        Err(errors) => {
            let again = listing(&app, &actor, ui, None, &form, errors).await?;
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    let (now, input) = (app.clock.now(), serde_json::to_value(order)?);
    let mut tx = app.db.write().await?;
    let job = jobs::enqueue(&mut tx, &actor, WORK.name, &input, now).await?;
    audit::record(
        &mut tx,
        &actor,
        now,
        Entry::new(BUILD, "job", job.0).with(input),
    )
    .await?;
    tx.commit().await?;
    app.jobs.wake();
    see_other(&format!("/reports/work/{job}"))
}

#[derive(Template)]
#[template(path = "reports/templates/work.html")]
struct ReportWork {
    ui: Ui,
    job: Job,
    year: i64,
    list: String,
    here: String,
}

impl ReportWork {
    fn failed(&self) -> bool {
        self.job.state == JobState::Failed
    }

    /// Whether the reports are the same to the last byte as those kept before.
    fn is_unchanged(&self) -> bool {
        self.job.result["kept"] == 0
    }
}

async fn work(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<JobId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let job = jobs::store::visible(&mut tx, &actor, id).await?;
    let job = job
        .filter(|job| job.kind == WORK.name)
        .map(|job| app.jobs.up_to_date(job))
        .ok_or(Error::NotFound)?;
    let year = job.input["year"].as_i64().unwrap_or_default();
    page(&ReportWork {
        ui,
        year,
        list: format!("/reports?year={year}"),
        here: format!("/reports/work/{id}"),
        job,
    })
}

async fn file(State(app): State<App>, actor: Actor, Path(id): Path<ReportId>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let report = store::find(&mut tx, &actor, id)
        .await?
        .ok_or(Error::NotFound)?;
    let pdf = store::pdf(&mut tx, &report).await?;
    let facts = json!({ "year": report.year, "place": report.ags });
    let entry = Entry::new(READ, "report", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    let name = format!("jahresbericht-{}-{}.pdf", report.year, report.ags);
    let saved_as = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/pdf"),
        ),
        (
            header::CONTENT_DISPOSITION,
            saved_as.map_err(anyhow::Error::from)?,
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-store"),
        ),
    ];
    Ok((headers, pdf).into_response())
}
