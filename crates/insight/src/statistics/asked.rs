//! A question as it stands in an address, and the form that asks it.

use platform::Message;
use platform::ui::{Choice, FieldErrors, Ui};
use serde::Deserialize;

use super::{Dimension, MEASURES, Period, Question};

/// A question as it stands in an address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub measure: String,
    #[serde(default)]
    pub by: String,
    #[serde(default)]
    pub second: String,
    #[serde(default)]
    pub third: String,
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub shares: String,
    /// By which column the rows are ordered.
    #[serde(default)]
    pub sort: String,
}

impl Asked {
    pub(super) fn usual(period: Period) -> Asked {
        Asked {
            measure: "entries".to_owned(),
            by: "quarter".to_owned(),
            from: period.from.to_string(),
            to: period.last_day().to_string(),
            ..Asked::default()
        }
    }

    /// What was left out is as usual.
    pub(super) fn or_usual(self, period: Period) -> Asked {
        let usual = Asked::usual(period);
        let or = |given: String, usual: String| if given.is_empty() { usual } else { given };
        Asked {
            measure: or(self.measure, usual.measure),
            by: or(self.by, usual.by),
            from: or(self.from, usual.from),
            to: or(self.to, usual.to),
            ..self
        }
    }

    fn dimensions(&self) -> Vec<&str> {
        let first = self.by.split(',').map(str::trim);
        let all = first.chain([self.second.as_str(), self.third.as_str()]);
        all.filter(|name| !name.is_empty()).collect()
    }

    /// First and last day in full, as fields for days take them.
    fn ends(&self) -> (String, String) {
        match Period::parse(&self.from, &self.to) {
            Ok(period) => (period.from.to_string(), period.last_day().to_string()),
            Err(_) => (self.from.clone(), self.to.clone()),
        }
    }

    pub(super) fn read(&self) -> std::result::Result<Question, FieldErrors> {
        let wrong = |field: &str, problem: Message| {
            let mut errors = FieldErrors::none();
            errors.add_problem(field, problem);
            errors
        };
        let period = Period::parse(&self.from, &self.to).map_err(|problem| {
            let is_last = Period::parse(&self.from, &self.from).is_ok();
            wrong(if is_last { "to" } else { "from" }, problem)
        })?;
        Question::parse(&self.measure, &self.dimensions().join(","), period).map_err(|problem| {
            let is_measure = problem.key == "figure-unknown";
            wrong(if is_measure { "measure" } else { "by" }, problem)
        })
    }

    pub(super) fn with_shares(&self) -> bool {
        self.shares == "yes"
    }

    /// Only of a question that could be read, so nothing needs to be encoded.
    pub(super) fn address(&self) -> String {
        format!(
            "measure={}&by={}&from={}&to={}",
            self.measure,
            self.dimensions().join(","),
            self.from.trim(),
            self.to.trim()
        )
    }
}

/// The form to ask with.
pub(super) struct AskForm {
    pub measures: Vec<Choice>,
    pub first: Vec<Choice>,
    pub second: Vec<Choice>,
    pub third: Vec<Choice>,
    pub from: String,
    pub to: String,
    pub shares: bool,
}

impl AskForm {
    pub(super) fn new(ui: &Ui, asked: &Asked) -> AskForm {
        let measures = MEASURES.iter().map(|measure| {
            let label = ui.t(&format!("figure-{}", measure.id));
            Choice::new(measure.id, label).chosen_if(measure.id == asked.measure)
        });
        let chosen = asked.dimensions();
        let by = |place: usize| {
            let choice = |dimension: Dimension| {
                let label = ui.t(dimension.label_key());
                let name = dimension.name();
                Choice::new(name, label).chosen_if(chosen.get(place) == Some(&name))
            };
            Dimension::ALL.into_iter().map(choice).collect()
        };
        let (from, to) = asked.ends();
        AskForm {
            measures: measures.collect(),
            first: by(0),
            second: by(1),
            third: by(2),
            from,
            to,
            shares: asked.with_shares(),
        }
    }
}
