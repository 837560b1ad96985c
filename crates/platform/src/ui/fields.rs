//! What a form shows besides its values: what is wrong with them, and what can be chosen.

/// What is wrong with one field: the key of a text and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

/// What is wrong with a form, in the order in which it was found.
///
/// Rules know no language: they name the key of a text, the page says it in the reader's language.
/// The empty field name stands for the form as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors {
    problems: Vec<(String, Problem)>,
    /// What somebody else saved meanwhile: labels and texts.
    present: Vec<(&'static str, String)>,
}

impl FieldErrors {
    pub fn none() -> FieldErrors {
        FieldErrors::default()
    }

    pub fn one(field: &str, key: &'static str) -> FieldErrors {
        let mut errors = FieldErrors::none();
        errors.add(field, key);
        errors
    }

    /// The form was filled in before somebody else saved: what stands there now is shown beside
    /// what was typed, so that it is replaced knowingly or not at all.
    pub fn overtaken(present: Vec<(&'static str, String)>) -> FieldErrors {
        FieldErrors {
            present,
            ..FieldErrors::one("", "form-overtaken")
        }
    }

    pub fn is_overtaken(&self) -> bool {
        self.get("")
            .is_some_and(|problem| problem.key == "form-overtaken")
    }

    pub fn present(&self) -> &[(&'static str, String)] {
        &self.present
    }

    pub fn add(&mut self, field: &str, key: &'static str) {
        self.add_problem(
            field,
            Problem {
                key,
                args: Vec::new(),
            },
        );
    }

    /// Adds a problem; a field keeps the first one found, for that is the one to mend first.
    pub fn add_problem(&mut self, field: &str, problem: Problem) {
        if self.get(field).is_none() {
            self.problems.push((field.to_owned(), problem));
        }
    }

    pub fn get(&self, field: &str) -> Option<&Problem> {
        self.problems
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, problem)| problem)
    }

    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    pub fn len(&self) -> usize {
        self.problems.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Problem)> {
        self.problems
            .iter()
            .map(|(name, problem)| (name.as_str(), problem))
    }

    /// The value if nothing is wrong, else the problems.
    pub fn or_ok<T>(self, value: T) -> Result<T, FieldErrors> {
        if self.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }
}

/// One entry of a select, a radio group or a list of checkboxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice {
            value: value.into(),
            label: label.into(),
            chosen: false,
        }
    }

    #[must_use]
    pub fn chosen_if(mut self, chosen: bool) -> Choice {
        self.chosen = chosen;
        self
    }
}
