//! The result of an import as one JSON object per line.

use platform::ui::Ui;
use serde::Serialize;

use super::classify::{Classified, Outcome};
use super::row::{CaseValues, PersonValues};

#[derive(Serialize)]
struct Line<'a> {
    row: u32,
    result: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'a PersonValues>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'a CaseValues>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    warnings: Vec<String>,
}

/// Nothing in place of an object without values.
fn said<T: Default + PartialEq>(values: &T) -> Option<&T> {
    (*values != T::default()).then_some(values)
}

/// One line per row, keys absent where the row has no value; remarks in the language of `ui`.
pub fn jsonl<I>(rows: &[Classified<I>], ui: &Ui) -> Result<String, serde_json::Error> {
    let mut text = String::new();
    for Classified { row, outcome } in rows {
        let (result, refusal) = match outcome {
            Outcome::New => ("new", None),
            Outcome::Known(_) => ("known", None),
            Outcome::Refused(refusal) => ("refused", Some(refusal)),
        };
        let line = Line {
            row: row.row,
            result,
            reason: refusal.map(|refusal| refusal.said(ui)),
            cell: refusal.map(|refusal| refusal.cell.as_str()),
            person: said(&row.person),
            case: said(&row.case),
            warnings: row.warnings.iter().map(|one| one.said(ui)).collect(),
        };
        text.push_str(&serde_json::to_string(&line)?);
        text.push('\n');
    }
    Ok(text)
}
