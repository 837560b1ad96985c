//! Running text: plain, bold and italic runs.

use serde::Serialize;

/// A stretch of text in one style. Its content is shown as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "style", content = "text", rename_all = "snake_case")]
pub enum Inline {
    /// Upright text.
    Plain(String),
    /// Strong text.
    Bold(String),
    /// Emphasised text.
    Italic(String),
}

/// Running text of a paragraph, list item or note. A `&str` or `String`
/// converts into one plain run; a line feed becomes a line break.
///
/// ```
/// use pdf::{Inline, Text};
///
/// let text = Text::from("Bestand: ").bold("4.609").plain(" Personen");
/// assert_eq!(text, Text::marked("Bestand: **4.609** Personen"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Inline>);

impl Text {
    /// Adds a plain run.
    #[must_use]
    pub fn plain(self, text: impl Into<String>) -> Self {
        self.with(Inline::Plain(text.into()))
    }

    /// Adds a bold run.
    #[must_use]
    pub fn bold(self, text: impl Into<String>) -> Self {
        self.with(Inline::Bold(text.into()))
    }

    /// Adds an italic run.
    #[must_use]
    pub fn italic(self, text: impl Into<String>) -> Self {
        self.with(Inline::Italic(text.into()))
    }

    /// Reads `**bold**` and `*italic*`. A marker counts only at the edge of a
    /// word and in pairs, so `Klient*innen` and `3 * 4` stay as they are.
    pub fn marked(source: &str) -> Self {
        let mut text = Self::default();
        let mut plain = String::new();
        let mut rest = source;
        while let Some(at) = rest.find('*') {
            plain.push_str(&rest[..at]);
            let marker = if rest[at..].starts_with("**") {
                "**"
            } else {
                "*"
            };
            let before = plain.chars().next_back();
            if let Some((run, after)) = run(before, &rest[at..], marker) {
                text.close(&mut plain);
                let style = if marker == "**" {
                    Inline::Bold
                } else {
                    Inline::Italic
                };
                text.0.push(style(run.to_owned()));
                rest = after;
            } else {
                plain.push_str(marker);
                rest = &rest[at + marker.len()..];
            }
        }
        plain.push_str(rest);
        text.close(&mut plain);
        text
    }

    fn with(mut self, inline: Inline) -> Self {
        self.0.push(inline);
        self
    }

    fn close(&mut self, plain: &mut String) {
        if !plain.is_empty() {
            self.0.push(Inline::Plain(std::mem::take(plain)));
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::default().plain(text)
    }
}

/// The content of a marked run at the start of `source`, and what follows it.
fn run<'a>(before: Option<char>, source: &'a str, marker: &str) -> Option<(&'a str, &'a str)> {
    let inner = &source[marker.len()..];
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let end = inner
        .match_indices(marker)
        .map(|(at, _)| at)
        .find(|at| !inner[at + marker.len()..].starts_with(|c: char| c.is_alphanumeric()))?;
    let run = &inner[..end];
    let tight = !run.is_empty()
        && !run.starts_with(char::is_whitespace)
        && !run.ends_with(char::is_whitespace)
        && !run.contains('*');
    tight.then_some((run, &inner[end + marker.len()..]))
}
