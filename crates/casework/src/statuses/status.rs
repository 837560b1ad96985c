//! A residence status as recorded, and which one holds on a day.

use jiff::Timestamp;
use jiff::civil::Date;
use law::{Group, StatusCode};
use platform::ui::{Choice, Lang, Ui};

use super::StatusId;
use crate::codes::PartialDate;

/// A residence status to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStatus {
    pub code: StatusCode,
    pub from_on: Option<PartialDate>,
    pub to_on: Option<Date>,
    pub authority: Option<String>,
    pub document_expires_on: Option<Date>,
    /// Sealed. No route, offence or whereabouts belong here.
    pub side_conditions: Option<String>,
}

impl NewStatus {
    /// A status of which only the code, and perhaps its beginning, is known.
    pub fn since(code: StatusCode, from_on: Option<PartialDate>) -> NewStatus {
        NewStatus {
            code,
            from_on,
            to_on: None,
            authority: None,
            document_expires_on: None,
            side_conditions: None,
        }
    }

    /// The last day on which it held, where that was recorded.
    pub fn last_day(&self) -> Option<Date> {
        self.to_on.and_then(|day| day.yesterday().ok())
    }
}

/// A recorded residence status; it holds in `[from_on, to_on)`, or until the next one begins.
#[derive(Clone, Debug)]
pub struct StatusEntry {
    pub id: StatusId,
    pub status: NewStatus,
    pub recorded_at: Timestamp,
}

/// The entry that holds on a day, see [`status_on`].
pub fn current(oldest_first: &[StatusEntry], on: Date) -> Option<&StatusEntry> {
    let spans = oldest_first.iter().map(|entry| {
        let from = entry.status.from_on.map(PartialDate::earliest);
        (from, entry.status.to_on, entry)
    });
    status_on(spans, on)
}

/// The status that holds on a day: the last one that has begun and not ended. One without a
/// beginning holds from ever. If none has begun, the first one counts: it is what was found at the
/// first talk.
pub fn status_on<'a, C>(
    oldest_first: impl IntoIterator<Item = (Option<Date>, Option<Date>, &'a C)>,
    on: Date,
) -> Option<&'a C> {
    let mut first = None;
    let mut holding = None;
    for (from, to, code) in oldest_first {
        first = first.or(Some(code));
        if from.is_none_or(|from| from <= on) && to.is_none_or(|to| on < to) {
            holding = Some(code);
        }
    }
    holding.or(first)
}

/// A status in the reader's language.
pub fn label(ui: &Ui, code: &StatusCode) -> String {
    let Some(status) = law::status::find(code.as_str()) else {
        return code.to_string();
    };
    match ui.lang() {
        Lang::De => status.label_de.clone(),
        Lang::En => status.label_en.clone(),
    }
}

/// Every status for a field of a form, with the provision it rests on.
pub fn choices(ui: &Ui, chosen: &str) -> Vec<Choice> {
    let choice = |status: &law::Status| {
        let label = format!("{} ({})", label(ui, &status.code), status.para);
        Choice::new(status.code.as_str(), label).chosen_if(status.code.as_str() == chosen)
    };
    law::status::all().iter().map(choice).collect()
}

/// The groups, then every status, for a filter.
pub fn filter_choices(ui: &Ui, chosen: &str) -> Vec<Choice> {
    let group = |group: &Group| {
        let label = match ui.lang() {
            Lang::De => group.label_de(),
            Lang::En => group.label_en(),
        };
        let label = ui.ta("status-group", &[("group", label)]);
        Choice::new(group.code(), label).chosen_if(group.code() == chosen)
    };
    let mut all: Vec<Choice> = Group::ALL.iter().map(group).collect();
    let codes = choices(ui, chosen).into_iter();
    all.extend(codes.filter(|choice| !Group::ALL.iter().any(|g| g.code() == choice.value)));
    all
}
