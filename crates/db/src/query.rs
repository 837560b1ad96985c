//! Statements that are put together from parts.

use crate::Value;

/// A statement built from fixed text and bound values; no run-time text can get into it.
///
/// ```
/// let mut query = db::Query::new("select id from cases where site_id = ").bind(7);
/// query = query.push(" and stage = ").bind("open");
/// assert_eq!(query.text(), "select id from cases where site_id = $1 and stage = $2");
/// ```
#[derive(Clone, Debug)]
pub struct Query {
    text: String,
    values: Vec<Value>,
}

impl Query {
    /// Starts with fixed text.
    pub fn new(text: &'static str) -> Self {
        Query {
            text: text.to_owned(),
            values: Vec::new(),
        }
    }

    /// Adds fixed text.
    #[must_use]
    pub fn push(mut self, text: &'static str) -> Self {
        self.text.push_str(text);
        self
    }

    /// Adds a placeholder and its value.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self.text.push('$');
        self.text.push_str(&self.values.len().to_string());
        self
    }

    /// Adds `$1, $2, …` for a list; an empty list becomes `null`, which nothing equals.
    #[must_use]
    pub fn bind_list<V: Into<Value>>(mut self, list: impl IntoIterator<Item = V>) -> Self {
        let before = self.values.len();
        for value in list {
            if self.values.len() > before {
                self.text.push_str(", ");
            }
            self = self.bind(value);
        }
        if self.values.len() == before {
            self.text.push_str("null");
        }
        self
    }

    /// The statement's text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bound values in order.
    pub fn values(&self) -> &[Value] {
        &self.values
    }
}
