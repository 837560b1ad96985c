//! A notice as typed into a form.

use jiff::civil::Date;
use platform::ui::FieldErrors;
use serde::Deserialize;

use super::notice::PRACTICE;
use super::{LocalNotice, NoticeId};
use crate::fields;

const LONGEST_WORDING: usize = 1_000;
const LONGEST_SOURCE: usize = 300;

/// The fields of a notice, as they came.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NoticeForm {
    pub replaces: String,
    pub about: String,
    pub wording: String,
    pub source: String,
    pub stated_on: String,
    pub from_on: String,
    /// The last day.
    pub to_on: String,
    pub lead_weeks: String,
    pub version: i64,
}

impl NoticeForm {
    pub(super) fn of(notice: &LocalNotice) -> NoticeForm {
        let day = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
        NoticeForm {
            replaces: notice.replaces.clone().unwrap_or_default(),
            about: notice.about.clone(),
            wording: notice.wording.clone(),
            source: notice.source.clone(),
            stated_on: notice.stated_on.to_string(),
            from_on: day(notice.from_on),
            to_on: day(notice.last_day()),
            lead_weeks: notice
                .lead_weeks
                .map_or(String::new(), |weeks| weeks.to_string()),
            version: notice.version,
        }
    }

    /// A notice of the rules, to be replaced.
    pub(super) fn replacing(notice: &law::rules::Notice) -> NoticeForm {
        let day = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
        NoticeForm {
            replaces: notice.id.clone(),
            about: notice.about.last().cloned().unwrap_or_default(),
            wording: notice.text.clone(),
            source: notice.source.clone(),
            from_on: day(notice.valid_from),
            to_on: day(notice.valid_to),
            ..NoticeForm::default()
        }
    }

    pub(super) fn read(&self, id: NoticeId, today: Date) -> Result<LocalNotice, FieldErrors> {
        let mut errors = FieldErrors::none();
        let errs = &mut errors;
        let known = |id: &str| {
            super::web::rules()
                .any(|(known, _)| known == id)
                .then(|| id.to_owned())
        };
        let about = fields::chosen(errs, "about", &self.about, known);
        let wording = fields::wording(errs, "wording", &self.wording, LONGEST_WORDING);
        let source = fields::wording(errs, "source", &self.source, LONGEST_SOURCE);
        let stated_on = fields::by_today(errs, "stated_on", &self.stated_on, today);
        let from_on = fields::day(errs, "from_on", &self.from_on);
        let last = fields::day(errs, "to_on", &self.to_on);
        if last.zip(from_on).is_some_and(|(last, from)| last < from) {
            errs.add("to_on", "fact-ends-before-it-begins");
        }
        let lead_weeks = fields::number(errs, "lead_weeks", &self.lead_weeks, (1, 52));
        let is_practice = PRACTICE.iter().any(|(id, _)| *id == self.about);
        if lead_weeks.is_some() && !is_practice {
            errs.add("lead_weeks", "notice-no-lead");
        }
        let Some(about) = about else {
            return Err(errors);
        };
        let replaces = self.replaces.trim();
        let of_rules = law::Rules::embedded().notices().iter();
        let replaces = of_rules.map(|notice| &notice.id).find(|id| *id == replaces);
        errors.or_ok(LocalNotice {
            id,
            replaces: replaces.cloned(),
            about,
            wording,
            source,
            stated_on,
            from_on,
            to_on: last.and_then(|day| day.tomorrow().ok()),
            lead_weeks,
            version: self.version,
        })
    }
}
