//! The page of one import, from its columns to its result.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::jobs::{self, Job, State as JobState};
use platform::ui::{Choice, FieldErrors, Page, Query, Ui};
use platform::{Actor, App, Path, Result, page, page_as};

use crate::codes::{Nationality, PartialDate, Sex};
use crate::imports::findings::{Findings, FoundColumn, IssueLine, PreviewRow};
use crate::imports::store::{self, Upload, UploadState};
use crate::imports::{Field, ImportId};
use crate::statuses;

/// Refused rows and warnings on one page.
const PAGE: u64 = 100;

#[derive(Template)]
#[template(path = "imports/templates/show.html")]
struct ImportShow {
    ui: Ui,
    upload: Upload,
    columns: Vec<ColumnRow>,
    preview: Preview,
    issues: Vec<IssueLine>,
    pages: Page,
    remarks: Vec<String>,
    /// Which sheet was read and which were not.
    sheets: Option<String>,
    /// The job at work on it.
    work: Option<Job>,
    /// Why the last job failed: the key of a text.
    failure: Option<String>,
    errors: FieldErrors,
}

impl ImportShow {
    fn is_taken(&self) -> bool {
        self.upload.state == UploadState::Taken
    }

    fn is_checked(&self) -> bool {
        self.upload.state == UploadState::Checked
    }

    fn may_be_taken(&self) -> bool {
        self.is_checked() && self.upload.counts.rows > self.upload.counts.refused
    }
}

struct ColumnRow {
    name: String,
    heading: String,
    cell: String,
    samples: String,
    choices: Vec<Choice>,
    is_used: bool,
}

struct Preview {
    heads: Vec<String>,
    rows: Vec<(u32, Vec<String>)>,
}

pub(super) async fn show(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<ImportId>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.read().await?;
    let keys = app.keys.site(&mut tx, site).await?;
    let upload = store::of_owner(&mut tx, &keys, &actor, id).await?;
    let findings = store::findings(&mut tx, &keys, site, id).await?;
    let job = match upload.job {
        Some(job) => jobs::store::visible(&mut tx, &actor, job).await?,
        None => None,
    };
    let query = Query::parse(&query.unwrap_or_default());
    let mut shown = shown(ui, upload, &findings, &query, &[], FieldErrors::none());
    if let Some(job) = job {
        match job.state {
            JobState::Queued | JobState::Running => {
                shown.work = Some(app.jobs.up_to_date(job));
            }
            JobState::Failed => shown.failure = Some(job.message),
            JobState::Done => {}
        }
    }
    page(&shown)
}

/// The page once more with what is wrong with the columns.
pub(super) fn again(
    ui: Ui,
    upload: Upload,
    findings: &Findings,
    form: &[(String, String)],
    errors: FieldErrors,
) -> Result<Response> {
    let shown = shown(ui, upload, findings, &Query::default(), form, errors);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown)
}

fn shown(
    ui: Ui,
    upload: Upload,
    findings: &Findings,
    query: &Query,
    form: &[(String, String)],
    errors: FieldErrors,
) -> ImportShow {
    let total = u64::try_from(findings.issues.len()).unwrap_or(u64::MAX);
    let pages = Page::of(query, PAGE).counted(total, false);
    let skipped = usize::try_from(pages.offset()).unwrap_or(usize::MAX);
    let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
    ImportShow {
        columns: column_rows(&ui, &findings.columns, form),
        preview: preview(&ui, &findings.preview),
        remarks: remarks(&ui, findings),
        sheets: sheets(&ui, findings),
        issues: findings
            .issues
            .iter()
            .skip(skipped)
            .take(size)
            .map(|issue| issue.said(&ui))
            .collect(),
        pages,
        ui,
        upload,
        work: None,
        failure: None,
        errors,
    }
}

fn column_rows(ui: &Ui, columns: &[FoundColumn], form: &[(String, String)]) -> Vec<ColumnRow> {
    let numbered = columns.iter().enumerate();
    let rows = numbered.map(|(place, column)| {
        let name = format!("column-{place}");
        let typed = form.iter().find(|(field, _)| *field == name);
        let kept = column.field.as_deref().unwrap_or_default();
        let chosen = typed.map_or(kept, |(_, key)| key.as_str());
        let choice = |field: Field| {
            Choice::new(field.key(), ui.t(label(field))).chosen_if(field.key() == chosen)
        };
        ColumnRow {
            heading: column.heading.clone(),
            cell: column.cell.clone(),
            samples: readable(ui, &column.samples).join(" · "),
            choices: Field::ALL.map(choice).into(),
            is_used: column.field.is_some(),
            name,
        }
    });
    rows.collect()
}

/// Days as readers write them, all else as it is.
fn readable(ui: &Ui, values: &[String]) -> Vec<String> {
    let said = |value: &String| match value.parse::<jiff::civil::Date>() {
        Ok(day) if value.len() == 10 => ui.day(day),
        _ => value.clone(),
    };
    values.iter().map(said).collect()
}

fn preview(ui: &Ui, rows: &[PreviewRow]) -> Preview {
    let value = |row: &PreviewRow, field: Field| {
        let found = row.values.iter().find(|(key, _)| key == field.key());
        found.map(|(_, value)| spoken(ui, field, value))
    };
    let told = |field: &Field| rows.iter().any(|row| value(row, *field).is_some());
    let fields: Vec<Field> = Field::ALL.into_iter().filter(told).collect();
    let cells = |row: &PreviewRow| {
        let cells = fields
            .iter()
            .map(|field| value(row, *field).unwrap_or_default());
        (row.row, readable(ui, &cells.collect::<Vec<_>>()))
    };
    Preview {
        heads: fields.iter().map(|field| ui.t(label(*field))).collect(),
        rows: rows.iter().map(cells).collect(),
    }
}

/// A value of the preview as readers say it.
fn spoken(ui: &Ui, field: Field, value: &str) -> String {
    let said = match field {
        Field::BirthDate | Field::OpenedOn | Field::StatusSince | Field::EnteredGermany => {
            PartialDate::parse(value).map(|day| day.said(ui))
        }
        Field::Sex => Sex::parse(value).map(|sex| ui.t(sex.label_key())),
        Field::Status => law::StatusCode::parse(value).map(|code| statuses::label(ui, &code)),
        Field::Nationality => Nationality::parse(value).map(|one| one.name(ui.lang()).to_owned()),
        Field::Name
        | Field::FamilyName
        | Field::GivenName
        | Field::BirthYear
        | Field::Ticked(_)
        | Field::Number
        | Field::Worker => None,
    };
    said.unwrap_or_else(|| value.to_owned())
}

fn remarks(ui: &Ui, findings: &Findings) -> Vec<String> {
    let remarks = &findings.remarks;
    let workers = remarks.unknown_workers.iter().map(|(name, cases)| {
        ui.ta(
            "import-remark-worker",
            &[("name", name), ("cases", &ui.number(*cases))],
        )
    });
    let counted = [
        ("import-remark-opening", remarks.without_opening),
        ("import-remark-undated", remarks.undated_statuses),
        ("import-remark-numbers", remarks.further_numbers),
        ("import-remark-odd-numbers", remarks.odd_numbers),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    let rows = findings.passed_over.as_deref();
    let passed_over = rows.map(|rows| ui.ta("import-remark-passed-over", &[("rows", rows)]));
    workers
        .chain(passed_over)
        .chain(counted.map(|(key, count)| ui.tn(key, count)))
        .collect()
}

fn sheets(ui: &Ui, findings: &Findings) -> Option<String> {
    let sheet = findings.sheet.as_deref()?;
    let others = findings.other_sheets.iter();
    let others: Vec<String> = others
        .map(|name| ui.ta("import-sheet-name", &[("name", name)]))
        .collect();
    let args = [("sheet", sheet), ("others", &others.join(", "))];
    (!others.is_empty()).then(|| ui.ta("import-sheets-text", &args))
}

fn label(field: Field) -> &'static str {
    match field {
        Field::Name => "import-field-name",
        Field::FamilyName => "import-field-family-name",
        Field::GivenName => "import-field-given-name",
        Field::BirthDate => "import-field-birth-date",
        Field::BirthYear => "import-field-birth-year",
        Field::Sex => "import-field-sex",
        Field::Ticked(Sex::Male) => "import-field-sex-male",
        Field::Ticked(Sex::Female) => "import-field-sex-female",
        Field::Ticked(Sex::Diverse) => "import-field-sex-diverse",
        Field::Nationality => "import-field-nationality",
        Field::Number => "import-field-number",
        Field::OpenedOn => "import-field-opened-on",
        Field::Status => "import-field-status",
        Field::StatusSince => "import-field-status-since",
        Field::EnteredGermany => "import-field-entered-germany",
        Field::Worker => "import-field-worker",
    }
}
