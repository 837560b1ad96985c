//! A notice, and which ones hold on a day.

use jiff::Span;
use jiff::civil::Date;
use law::Deadline;
use platform::ui::Ui;

use super::NoticeId;

/// Deadlines whose value is practice, with what they remind of.
pub(super) const PRACTICE: [(&str, &str); 2] = [
    ("D03", "Verlängerung des Titels vorbereiten"),
    ("D39", "Pass läuft ab: erneuern"),
];

/// A notice of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalNotice {
    pub id: NoticeId,
    /// The notice of the rules that it stands for.
    pub replaces: Option<String>,
    /// The rule it belongs to: `B2.integration`, `C1`, `D03`.
    pub about: String,
    pub wording: String,
    pub source: String,
    /// The day of the source.
    pub stated_on: Date,
    pub from_on: Option<Date>,
    /// The first day on which it no longer holds.
    pub to_on: Option<Date>,
    /// How many weeks ahead to remind, for deadlines whose value is practice.
    pub lead_weeks: Option<i64>,
    pub version: i64,
}

impl LocalNotice {
    pub fn last_day(&self) -> Option<Date> {
        self.to_on.and_then(|day| day.yesterday().ok())
    }

    /// In words, for a form that somebody else was faster with.
    pub(super) fn told(&self, ui: &Ui) -> Vec<(&'static str, String)> {
        let weeks = self.lead_weeks.map(|weeks| ui.number(weeks));
        vec![
            ("notice-about", self.about.clone()),
            ("notice-wording", self.wording.clone()),
            ("notice-source", self.source.clone()),
            ("notice-stated-on", ui.day(self.stated_on)),
            ("notice-from", ui.opt_day(self.from_on)),
            ("notice-to", ui.opt_day(self.last_day())),
            ("notice-lead-weeks", weeks.unwrap_or_else(|| "–".to_owned())),
        ]
    }

    fn holds_on(&self, on: Date) -> bool {
        self.from_on.is_none_or(|from| from <= on) && self.to_on.is_none_or(|to| on < to)
    }
}

/// A notice as readers see it, from the rules or from the site.
#[derive(Clone, Debug)]
pub struct ShownNotice {
    pub about: Vec<String>,
    pub text: String,
    pub source: String,
    /// The day of the source, or from which it holds.
    pub stated_on: Option<Date>,
    pub local: bool,
}

/// What holds on the day: the site's own notices, and those of the rules that it did not replace.
pub fn in_force(local: &[LocalNotice], on: Date) -> Vec<ShownNotice> {
    let own = local.iter().filter(|notice| notice.holds_on(on));
    let mut all: Vec<ShownNotice> = own
        .map(|notice| ShownNotice {
            about: vec![notice.about.clone()],
            text: notice.wording.clone(),
            source: notice.source.clone(),
            stated_on: Some(notice.stated_on),
            local: true,
        })
        .collect();
    let replaced = |id: &str| local.iter().any(|one| one.replaces.as_deref() == Some(id));
    let of_rules = law::Rules::embedded().notices().iter().filter(|notice| {
        notice.valid_from.is_none_or(|from| from <= on)
            && notice.valid_to.is_none_or(|to| on <= to)
            && !replaced(&notice.id)
    });
    all.extend(of_rules.map(|notice| ShownNotice {
        about: notice.about.clone(),
        text: notice.text.clone(),
        source: notice.source.clone(),
        stated_on: notice.valid_from,
        local: false,
    }));
    all
}

/// The practice values of a site: so many weeks ahead, with the source.
#[derive(Clone, Debug, Default)]
pub struct Practice(Vec<LocalNotice>);

impl Practice {
    pub fn of(local: &[LocalNotice]) -> Practice {
        let with_value = local.iter().filter(|notice| notice.lead_weeks.is_some());
        Practice(with_value.cloned().collect())
    }

    /// Moves the reminders of practice to where the site wants them; `passport_ends` is the last
    /// day of the present passport.
    pub(crate) fn apply(&self, deadlines: &mut [Deadline], passport_ends: Option<Date>, on: Date) {
        let title_ends = deadlines
            .iter()
            .find(|one| one.id == "D01")
            .map(|one| one.on);
        for deadline in deadlines.iter_mut() {
            let end = match deadline.id.as_str() {
                "D03" => title_ends,
                "D39" => passport_ends,
                _ => None,
            };
            let mut values = self.0.iter().filter(|one| one.holds_on(on));
            let value = values.find(|one| one.about == deadline.id);
            if let (Some(end), Some(value)) = (end, value) {
                remind(deadline, end, value, on);
            }
        }
        deadlines.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    }
}

fn remind(deadline: &mut Deadline, end: Date, value: &LocalNotice, on: Date) {
    let weeks = value.lead_weeks.unwrap_or_default();
    let title = PRACTICE.iter().find(|(id, _)| *id == deadline.id);
    let title = title.map_or(deadline.title.as_str(), |(_, title)| title);
    deadline.title = format!("{title} ({weeks} Wochen vorher)");
    deadline.on = end.saturating_sub(Span::new().weeks(weeks));
    deadline.passed = deadline.on < on;
    "P".clone_into(&mut deadline.mark);
    deadline.doubt = Some(format!("Praxiswert der Kommune: {}", value.source));
}
