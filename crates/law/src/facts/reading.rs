//! Facts as they are written: JSON with the line of what is wrong.

use super::Facts;

/// The JSON as facts; the error names the key.
pub(super) fn read(text: &str) -> Result<Facts, FactsError> {
    let text = text.trim_start_matches('\u{feff}');
    if !text.trim_start().starts_with('{') {
        return Err(FactsError {
            line: 1,
            message: "facts are one JSON object".to_owned(),
        });
    }
    let mut json = serde_json::Deserializer::from_str(text);
    let facts = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| FactsError::of_json(&error.path().to_string(), error.inner()))?;
    json.end()
        .map_err(|error| FactsError::of_json(".", &error))?;
    Ok(facts)
}

/// Why facts could not be read.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct FactsError {
    /// Line of the JSON text, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl FactsError {
    fn of_json(path: &str, error: &serde_json::Error) -> Self {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let message = error.to_string();
        let message = message.trim_end_matches(&place).replace('\n', " ");
        let named = path == "." || message.starts_with("unknown field");
        let message = if named {
            message
        } else {
            format!("{path}: {message}")
        };
        Self {
            line: error.line(),
            message,
        }
    }

    /// Points at the first line that holds the value.
    pub(super) fn at(text: &str, value: &str, what: &str) -> Self {
        let needle = format!("\"{value}\"");
        let line = text.lines().position(|line| line.contains(&needle));
        Self {
            line: line.map_or(1, |at| at + 1),
            message: format!("{what} {value}"),
        }
    }
}
