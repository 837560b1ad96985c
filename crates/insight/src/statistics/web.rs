use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::ui::{self, FieldErrors, Figure, Order, SortLink, Ui};
use platform::{Act, Actor, App, Error, Query, Result, Role, Routes, page, page_as};
use serde_json::json;

use super::asked::{AskForm, Asked};
use super::desk::{ask, ask_each};
use super::{Answer, Period, Sheet, Sort, draw, drawing, files};

const READERS: &[Role] = &[
    Role::CaseManager,
    Role::TeamLead,
    Role::Coordinator,
    Role::Evaluator,
    Role::ProgrammeLead,
];
pub const SHOW: Act = Act::new("statistics.show", READERS);
const EXPORT: Act = Act::new("statistics.export", READERS);

pub fn routes() -> Routes {
    Routes::new()
        .get("/statistics", SHOW, index)
        .get("/statistics/table", SHOW, show)
        .get("/statistics/table.csv", EXPORT, csv)
        .get("/statistics/table.xlsx", EXPORT, xlsx)
}

/// Tables that are often wanted: text key, measure, by what.
const PRESETS: [(&str, &str, &str); 15] = [
    ("figures-preset-entries-quarter", "entries", "quarter"),
    ("figures-preset-exits-quarter", "exits", "quarter"),
    ("figures-preset-stock-quarter", "stock", "quarter"),
    (
        "figures-preset-entries-site-quarter",
        "entries",
        "site,quarter",
    ),
    ("figures-preset-age-sex", "entries", "age_class,sex"),
    ("figures-preset-status-sex", "entries", "status_group,sex"),
    ("figures-preset-nationality", "entries", "nationality"),
    ("figures-preset-access", "entries", "access_path"),
    ("figures-preset-needs", "needs", "domain"),
    ("figures-preset-outcomes", "outcomes", "outcome"),
    ("figures-preset-consultations", "consultations", "domain"),
    ("figures-preset-addressed", "addressed", "quarter"),
    ("figures-preset-counselled", "counselled", "quarter"),
    ("figures-preset-caseload", "cases_per_fte", "site"),
    ("figures-preset-posts", "posts", "site,function"),
];

/// The figures of the start page of this area.
/// Stock, entries and exits of the same quarters are not among them: two of these give the third
/// away, small or not.
const SHOWN: [(&str, &str); 4] = [
    ("entries", "quarter"),
    ("entries", "status_group"),
    ("needs", "domain"),
    ("outcomes", "outcome"),
];

#[derive(Template)]
#[template(path = "statistics/templates/index.html")]
struct StatisticsIndex {
    ui: Ui,
    form: AskForm,
    errors: FieldErrors,
    figures: Vec<Figure>,
    lead: String,
    presets: Vec<Preset>,
}

struct Preset {
    label: String,
    href: String,
}

async fn index(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let period = usual_period(app.clock.today())?;
    let answers = ask_each(&app, &actor, &ui, &SHOWN, period).await?;
    let mut figures = Vec::new();
    for (place, answer) in answers.iter().enumerate() {
        figures.extend(figure(&ui, &format!("figure-{place}"), answer)?);
    }
    let asked = Asked::usual(period);
    let ends = [
        ("from", ui.day(period.from)),
        ("to", ui.day(period.last_day())),
    ];
    let ends: Vec<(&str, &str)> = ends
        .iter()
        .map(|(name, day)| (*name, day.as_str()))
        .collect();
    let preset = |(key, measure, by): (&str, &str, &str)| Preset {
        label: ui.t(key),
        href: format!(
            "/statistics/table?measure={measure}&by={by}&from={}&to={}",
            asked.from, asked.to
        ),
    };
    page(&StatisticsIndex {
        form: AskForm::new(&ui, &asked),
        errors: FieldErrors::none(),
        figures,
        lead: ui.ta("figures-standard-lead", &ends),
        presets: PRESETS.into_iter().map(preset).collect(),
        ui,
    })
}

/// The current quarter and the seven before it.
pub(super) fn usual_period(today: Date) -> Result<Period> {
    let into = (today.month() - 1) % 3;
    let start = today.first_of_month().saturating_sub(into.months());
    Period::new(start.saturating_sub(21.months()), today).map_err(Error::Invalid)
}

#[derive(Template)]
#[template(path = "statistics/templates/show.html")]
struct StatisticsShow {
    ui: Ui,
    form: AskForm,
    errors: FieldErrors,
    shown: Option<Shown>,
}

/// An answer on the page.
struct Shown {
    title: String,
    notes: Vec<(String, String)>,
    heads: Vec<Head>,
    sheet: Sheet,
    with_shares: bool,
    remarks: Vec<String>,
    figure: Option<Figure>,
    csv: String,
    xlsx: String,
}

struct Head {
    label: String,
    link: SortLink,
}

async fn show(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    RawQuery(raw): RawQuery,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let asked = asked.or_usual(usual_period(app.clock.today())?);
    let question = match asked.read() {
        Ok(question) => question,
        Err(errors) => return refused(ui, &asked, errors),
    };
    let answer = match ask(&app, &actor, &ui, &question).await {
        Err(Error::Invalid(problem)) => {
            let mut errors = FieldErrors::none();
            let is_ahead = problem.key == "figure-period-ahead";
            errors.add_problem(if is_ahead { "from" } else { "by" }, problem);
            return refused(ui, &asked, errors);
        }
        other => other?,
    };
    let query = ui::Query::parse(raw.as_deref().unwrap_or_default());
    let shown = Shown::new(&ui, &query, &asked, &answer)?;
    page(&StatisticsShow {
        form: AskForm::new(&ui, &asked),
        errors: FieldErrors::none(),
        shown: Some(shown),
        ui,
    })
}

fn refused(ui: Ui, asked: &Asked, errors: FieldErrors) -> Result<Response> {
    let form = AskForm::new(&ui, asked);
    page_as(
        StatusCode::UNPROCESSABLE_ENTITY,
        &StatisticsShow {
            ui,
            form,
            errors,
            shown: None,
        },
    )
}

impl Shown {
    fn new(ui: &Ui, query: &ui::Query, asked: &Asked, answer: &Answer) -> Result<Shown> {
        let sheet = ordered(ui, asked, answer);
        let head = |(place, label): (usize, &String)| Head {
            label: label.clone(),
            link: sort_link(query, place),
        };
        let heads = sheet.columns.iter().enumerate().map(head).collect();
        let address = asked.address();
        let (shares, sort) = (asked.with_shares(), column_of(&asked.sort));
        let seen_as = [
            shares.then(|| "&shares=yes".to_owned()),
            sort.map(|sort| format!("&sort={sort}")),
        ];
        Ok(Shown {
            title: drawing::titled(ui, answer),
            notes: files::notes(ui, answer).into(),
            heads,
            sheet,
            with_shares: shares,
            remarks: remarks(ui, answer)?,
            figure: figure(ui, "figure", answer)?,
            csv: format!("/statistics/table.csv?{address}"),
            xlsx: format!(
                "/statistics/table.xlsx?{address}{}",
                seen_as.into_iter().flatten().collect::<String>()
            ),
        })
    }
}

/// The table in the order that was asked for.
fn ordered(ui: &Ui, asked: &Asked, answer: &Answer) -> Sheet {
    let mut sheet = Sheet::of(ui, answer);
    let columns = sheet.columns.len();
    if let Some(sort) = column_of(&asked.sort).filter(|sort| sort.column < columns) {
        sheet.sort(sort);
    }
    sheet
}

/// Of `c2` or `-c2`.
fn column_of(wish: &str) -> Option<Sort> {
    let (name, is_descending) = match wish.strip_prefix('-') {
        Some(name) => (name, true),
        None => (wish, false),
    };
    Some(Sort {
        column: name.strip_prefix('c')?.parse().ok()?,
        is_descending,
    })
}

/// The third click brings the order back in which the table was counted.
fn sort_link(query: &ui::Query, place: usize) -> SortLink {
    let mut link = SortLink::new(query, &format!("c{place}"), "figures-table");
    if link.order == Some(Order::Descending) {
        link.href = query.link("sort", "");
    }
    link
}

fn remarks(ui: &Ui, answer: &Answer) -> Result<Vec<String>> {
    let shown = answer.shown();
    let hidden = shown
        .iter()
        .filter(|nodes| answer.count(nodes).is_none())
        .count();
    let as_one = answer.axes().iter().find(|axis| axis.is_told_as_one());
    let mut remarks = vec![match (as_one, hidden) {
        (Some(axis), _) => ui.ta("figure-told-as-one", &[("by", &axis.label)]),
        (None, 0) => ui.t("figure-nothing-hidden"),
        (None, _) => ui.tn("figure-hidden-count", hidden),
    }];
    if !answer.in_hundredths() {
        remarks.push(ui.t("figure-apart"));
    }
    let uneven = answer.axes().iter().find(|axis| !axis.adds_up);
    match uneven {
        Some(axis) if axis.dimension.is_time() => remarks.push(ui.t("figure-stock-parts")),
        Some(_) => remarks.push(ui.t("figure-parts")),
        None => {}
    }
    match drawn(ui, answer)? {
        None if as_one.is_some() => {}
        None if answer.axes().len() > 2 => remarks.push(ui.t("figures-three-ways")),
        None => remarks.push(ui.t("figures-too-many-bars")),
        Some(drawing) if drawing.only_totals => remarks.push(ui.t("figures-only-totals")),
        Some(_) => {}
    }
    Ok(remarks)
}

fn drawn(ui: &Ui, answer: &Answer) -> Result<Option<super::Drawing>> {
    Ok(draw(ui, answer).map_err(anyhow::Error::from)?)
}

fn figure(ui: &Ui, id: &str, answer: &Answer) -> Result<Option<Figure>> {
    let drawing = drawn(ui, answer)?;
    let note = files::note(ui, answer);
    Ok(drawing.map(|drawing| Figure::new(ui, id, &drawing.chart, note)))
}

async fn csv(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let asked = asked.or_usual(usual_period(app.clock.today())?);
    let answer = taken_away(&app, &actor, &ui, &asked, "csv").await?;
    let text = files::csv(&ui, &answer)?;
    Ok(download(
        "text/csv; charset=utf-8",
        "csv",
        &answer,
        text.into_bytes(),
    ))
}

async fn xlsx(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let asked = asked.or_usual(usual_period(app.clock.today())?);
    let answer = taken_away(&app, &actor, &ui, &asked, "xlsx").await?;
    let sheet = ordered(&ui, &asked, &answer);
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let bytes = files::xlsx(&ui, &answer, &sheet, asked.with_shares())?;
    Ok(download(kind, "xlsx", &answer, bytes))
}

/// The answer for a file; who took it away is recorded.
async fn taken_away(
    app: &App,
    actor: &Actor,
    ui: &Ui,
    asked: &Asked,
    kind: &str,
) -> Result<Answer> {
    let first = |errors: FieldErrors| errors.iter().next().map(|(_, problem)| problem.clone());
    let question = asked
        .read()
        .map_err(|errors| first(errors).map_or(Error::NotFound, Error::Invalid))?;
    let answer = ask(app, actor, ui, &question).await?;
    let by: Vec<&str> = question.by().iter().map(|d| d.name()).collect();
    // What was answered, which ends with the data date.
    let period = answer.question().period();
    let detail = json!({
        "measure": question.measure().id, "by": by, "file": kind,
        "from": period.from.to_string(), "to": period.last_day().to_string(),
    });
    let mut tx = app.db.write().await?;
    let entry = Entry::new(EXPORT, "table", None).with(detail);
    audit::record(&mut tx, actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    Ok(answer)
}

fn download(kind: &'static str, ending: &str, answer: &Answer, bytes: Vec<u8>) -> Response {
    let name = format!(
        "attachment; filename=\"{}-{}.{ending}\"",
        answer.question().measure().id,
        answer.data_date()
    );
    let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, name),
    ];
    (headers, bytes).into_response()
}
