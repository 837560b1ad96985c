//! What reading and checking a list brought to light, kept sealed until it is taken over.

use platform::ui::Ui;
use serde::{Deserialize, Serialize};

use super::classify::{Classified, Outcome};
use super::intake::Remarks;
use super::row::ImportRow;
use super::{CaseList, Column, Field, Refusal, Warning};

/// Rows shown before anything is checked.
const PREVIEWED: usize = 8;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Findings {
    pub(super) sheet: Option<String>,
    /// Those that hold something, too.
    #[serde(default)]
    pub(super) other_sheets: Vec<String>,
    pub(super) columns: Vec<FoundColumn>,
    pub(super) preview: Vec<PreviewRow>,
    /// Earlier versions kept sentences under the name of the field.
    #[serde(default, rename = "told")]
    pub(super) issues: Vec<Issue>,
    /// Rows about nobody.
    #[serde(default)]
    pub(super) passed_over: Option<String>,
    pub(super) remarks: Remarks,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct FoundColumn {
    pub(super) heading: String,
    pub(super) cell: String,
    /// Key of the field; absent where nothing of the column is taken.
    pub(super) field: Option<String>,
    pub(super) samples: Vec<String>,
}

/// A row as understood, values as they are kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PreviewRow {
    pub(super) row: u32,
    /// By key of the field.
    pub(super) values: Vec<(String, String)>,
}

/// Something to say about a row.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Issue {
    row: u32,
    told: Told,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum Told {
    Refused(Refusal),
    Warned(Warning),
}

/// An issue in the reader's language.
pub(super) struct IssueLine {
    pub(super) row: u32,
    /// Empty where it is about the whole row.
    pub(super) cell: String,
    pub(super) refused: bool,
    pub(super) text: String,
}

impl Issue {
    fn is_refusal(&self) -> bool {
        matches!(self.told, Told::Refused(_))
    }

    pub(super) fn said(&self, ui: &Ui) -> IssueLine {
        let (cell, text) = match &self.told {
            Told::Refused(refusal) => (refusal.cell.clone(), refusal.said(ui)),
            Told::Warned(warning) => (
                warning.cell.clone().unwrap_or_default(),
                warning.remark.said(ui),
            ),
        };
        IssueLine {
            row: self.row,
            cell,
            refused: self.is_refusal(),
            text,
        }
    }
}

impl Findings {
    /// After reading.
    pub(super) fn of(list: &CaseList) -> Findings {
        Findings {
            sheet: list.sheet.clone(),
            other_sheets: list.other_sheets.clone(),
            columns: list.columns.iter().map(FoundColumn::of).collect(),
            preview: list
                .rows
                .iter()
                .take(PREVIEWED)
                .map(PreviewRow::of)
                .collect(),
            passed_over: list.passed_over(),
            ..Findings::default()
        }
    }

    /// After the comparison with the people of the site.
    #[must_use]
    pub(super) fn with<I>(mut self, rows: &[Classified<I>], remarks: Remarks) -> Findings {
        for Classified { row, outcome } in rows {
            let told: Vec<Told> = match outcome {
                Outcome::Refused(refusal) => vec![Told::Refused(refusal.clone())],
                Outcome::New | Outcome::Known(_) => {
                    row.warnings.iter().cloned().map(Told::Warned).collect()
                }
            };
            let told = told.into_iter();
            self.issues
                .extend(told.map(|told| Issue { row: row.row, told }));
        }
        self.issues.sort_by_key(|issue| !issue.is_refusal());
        self.remarks = remarks;
        self
    }

    /// Rows that cannot be taken, for a spreadsheet program: number of the row, cell, reason.
    pub(super) fn csv(&self, ui: &Ui) -> Result<Vec<u8>, csv::Error> {
        let mut bytes = "\u{feff}".as_bytes().to_vec();
        let mut csv = csv::WriterBuilder::new()
            .delimiter(b';')
            .from_writer(&mut bytes);
        csv.write_record(
            ["import-row", "import-cell", "import-result", "reason"].map(|key| ui.t(key)),
        )?;
        for issue in self.issues.iter().map(|issue| issue.said(ui)) {
            let result = if issue.refused {
                "import-is-refused"
            } else {
                "import-is-warning"
            };
            csv.write_record([
                issue.row.to_string(),
                issue.cell,
                ui.t(result),
                harmless(&issue.text),
            ])?;
        }
        csv.flush()?;
        drop(csv);
        Ok(bytes)
    }
}

/// Text that no spreadsheet program takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{text}");
    }
    text.to_owned()
}

impl FoundColumn {
    fn of(column: &Column) -> FoundColumn {
        FoundColumn {
            heading: column.heading.clone(),
            cell: column.cell.clone(),
            field: column.field.map(|field| field.key().to_owned()),
            samples: column.samples.clone(),
        }
    }
}

impl PreviewRow {
    fn of(row: &ImportRow) -> PreviewRow {
        let (person, case) = (&row.person, &row.case);
        let year = person.birth_year.map(|year| year.to_string());
        let values = [
            (Field::FamilyName, person.family_name.clone()),
            (Field::GivenName, person.given_name.clone()),
            (
                Field::BirthDate,
                person.birth_date.map(|day| day.to_string()).or(year),
            ),
            (Field::Sex, person.sex.map(|sex| sex.code().to_owned())),
            (Field::Nationality, person.nationality.map(str::to_owned)),
            (Field::Number, case.number.clone()),
            (Field::OpenedOn, case.opened_on.map(|day| day.to_string())),
            (Field::Status, case.status.map(str::to_owned)),
            (
                Field::StatusSince,
                case.status_since.map(|day| day.to_string()),
            ),
            (
                Field::EnteredGermany,
                case.entered_germany.map(|day| day.to_string()),
            ),
            (Field::Worker, case.worker.clone()),
        ];
        let given = values
            .into_iter()
            .filter_map(|(field, value)| value.map(|value| (field.key().to_owned(), value)));
        PreviewRow {
            row: row.row,
            values: given.collect(),
        }
    }
}
