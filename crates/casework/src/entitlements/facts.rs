//! From a file to the facts that the law asks for, and back to an answer that owns up to what the
//! file does not say.

use jiff::civil::{Date, date};
use law::{Access, Answer, ConditionState, Deadline, Facts, PathResult, StatusCode, StatusSpan};

use crate::codes::{Nationality, PartialDate};
use crate::facts::{self, Fact};
use crate::notices::Practice;
use crate::people::{Birth, Person};
use crate::statuses::StatusEntry;

/// Before this day no rule asks for a status.
const LONG_AGO: Date = date(1990, 1, 1);

/// The fact that is missing where a status begins on an unknown day.
const BEGINNING: &str = "statuses";

/// What a file says of a person, as far as the law asks for it.
#[derive(Clone, Debug)]
pub struct Background {
    pub birth_date: Option<Date>,
    pub entered: Option<PartialDate>,
    /// None: unknown, or several.
    pub nationality: Option<Nationality>,
    pub site_ags: String,
    /// Oldest first; those without a beginning come first.
    pub history: Vec<Held>,
    pub recorded: Vec<Fact>,
    /// How early the site wants to be reminded.
    pub practice: Practice,
}

/// A recorded status; `to_on` is the first day on which it no longer holds.
#[derive(Clone, Debug)]
pub struct Held {
    pub code: StatusCode,
    pub from_on: Option<PartialDate>,
    pub to_on: Option<Date>,
    pub document_expires_on: Option<Date>,
    pub recorded_on: Date,
}

/// What the law says, and what a reader has to know of the file before relying on it.
#[derive(Clone, Debug)]
pub struct Outlook {
    pub answer: Answer,
    /// A status begins on a day that is known only roughly.
    pub rough_beginning: bool,
    /// The printed end of the present paper lies before the asked day.
    pub paper_ended_on: Option<Date>,
}

/// Which of the days that a rough beginning can mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Earliest,
    Latest,
}

impl Background {
    pub fn of(
        person: &Person,
        history: &[StatusEntry],
        recorded: Vec<Fact>,
        practice: Practice,
        site_ags: &str,
    ) -> Background {
        let held = |entry: &StatusEntry| Held {
            code: entry.status.code.clone(),
            from_on: entry.status.from_on,
            to_on: entry.status.to_on,
            document_expires_on: entry.status.document_expires_on,
            recorded_on: platform::local(entry.recorded_at).date(),
        };
        Background {
            birth_date: person.birth().and_then(Birth::day),
            entered: person.entered_germany,
            nationality: only(&person.nationalities),
            site_ags: site_ags.to_owned(),
            history: history.iter().map(held).collect(),
            recorded,
            practice,
        }
    }

    /// Everything that the law says on a day. What depends on a beginning that is known only
    /// roughly is unknown.
    pub fn outlook(&self, on: Date) -> Outlook {
        let earliest = law::check(&self.facts(Bound::Earliest, on), on);
        let rough_beginning = self.begins_roughly();
        let mut answer = if rough_beginning {
            certain(earliest, &law::check(&self.facts(Bound::Latest, on), on))
        } else {
            earliest
        };
        let passport_ends = self.passport_ends(on);
        self.practice
            .apply(&mut answer.deadlines, passport_ends, on);
        Outlook {
            answer,
            rough_beginning,
            paper_ended_on: self.paper_ended(on),
        }
    }

    /// The deadlines alone, earliest first.
    pub fn deadlines(&self, on: Date) -> Vec<Deadline> {
        let mut found = law::deadlines(&self.facts(Bound::Earliest, on), on);
        if self.begins_roughly() {
            let latest = law::deadlines(&self.facts(Bound::Latest, on), on);
            found.retain(|deadline| latest.contains(deadline));
        }
        self.practice.apply(&mut found, self.passport_ends(on), on);
        found
    }

    fn passport_ends(&self, on: Date) -> Option<Date> {
        let mut facts = Facts::default();
        facts::tell(&self.recorded, on, &mut facts);
        facts.passport_valid_to
    }

    /// Unknown stays unknown: what the file does not say is left out.
    fn facts(&self, bound: Bound, on: Date) -> Facts {
        let entered = match self.entered {
            Some(PartialDate::Day(day)) => Some(day),
            _ => None,
        };
        let spans = || self.spans(bound, on);
        let mut facts = Facts {
            birth_date: self.birth_date,
            entered_germany: entered,
            nationality: self
                .nationality
                .map(|nationality| nationality.key().to_owned()),
            site: Some(self.site_ags.clone()),
            statuses: (!self.history.is_empty()).then(spans),
            ..Facts::default()
        };
        facts::tell(&self.recorded, on, &mut facts);
        facts
    }

    fn spans(&self, bound: Bound, on: Date) -> Vec<StatusSpan> {
        let next = |at: usize| self.history.get(at + 1).and_then(|held| held.from_on);
        let span = |(at, held): (usize, &Held)| StatusSpan {
            code: held.code.clone(),
            from: self.begin(held, next(at), bound),
            to: held.last_day(on),
        };
        self.history.iter().enumerate().map(span).collect()
    }

    /// The first day of a status, or the first or last that it can be.
    fn begin(&self, held: &Held, next: Option<PartialDate>, bound: Bound) -> Date {
        if let Some(PartialDate::Day(day)) = held.from_on {
            return day;
        }
        let law_knew_it = law::status::find(held.code.as_str()).and_then(|s| s.valid_from);
        let earliest = held
            .from_on
            .or(self.entered)
            .map_or(LONG_AGO, PartialDate::earliest);
        let earliest = law_knew_it.map_or(earliest, |day| earliest.max(day));
        if bound == Bound::Earliest {
            return earliest;
        }
        let bounds = [
            held.from_on.map(PartialDate::latest),
            held.last_day(held.recorded_on),
            next.and_then(|next| next.earliest().yesterday().ok()),
        ];
        let latest = bounds
            .into_iter()
            .flatten()
            .fold(held.recorded_on, Date::min);
        latest.max(earliest)
    }

    fn begins_roughly(&self) -> bool {
        let exact = |held: &Held| matches!(held.from_on, Some(PartialDate::Day(_)));
        !self.history.iter().all(exact)
    }

    fn paper_ended(&self, on: Date) -> Option<Date> {
        let last = self.history.last().filter(|held| held.to_on.is_none())?;
        let begun = last.from_on.is_none_or(|from| from.earliest() <= on);
        last.document_expires_on.filter(|end| begun && *end < on)
    }
}

impl Held {
    /// The last day as recorded, or as printed on the paper. A paper that has run out tells
    /// nothing of what holds since, so that the status counts on.
    fn last_day(&self, on: Date) -> Option<Date> {
        if let Some(to) = self.to_on {
            return to.yesterday().ok();
        }
        self.document_expires_on.filter(|end| on <= *end)
    }
}

fn only(nationalities: &[Nationality]) -> Option<Nationality> {
    match nationalities {
        [only] => Some(*only),
        _ => None,
    }
}

/// What both answers agree on; the rest is unknown.
fn certain(mut earliest: Answer, latest: &Answer) -> Answer {
    for (one, other) in earliest.access.iter_mut().zip(&latest.access) {
        if one.result != other.result {
            one.result = Access::Unknown;
            one.missing = vec![BEGINNING.to_owned()];
        }
        one.since = one.since.filter(|day| other.since == Some(*day));
        one.until = one.until.filter(|day| other.until == Some(*day));
    }
    for one in &mut earliest.perspectives {
        if let Some(other) = latest.perspectives.iter().find(|other| other.id == one.id) {
            agree(one, other);
        }
    }
    earliest
        .deadlines
        .retain(|deadline| latest.deadlines.contains(deadline));
    if earliest.clocks != latest.clocks {
        earliest.clocks.stay_days = None;
        earliest.clocks.duldung_days = None;
    }
    earliest
}

fn agree(one: &mut law::Perspective, other: &law::Perspective) {
    if one.result != other.result {
        one.result = PathResult::Missing;
    }
    one.apply_from = one.apply_from.filter(|day| other.apply_from == Some(*day));
    one.apply_until = one
        .apply_until
        .filter(|day| other.apply_until == Some(*day));
    for (mine, theirs) in one.conditions.iter_mut().zip(&other.conditions) {
        if mine.state != theirs.state {
            mine.state = ConditionState::Unknown;
            mine.missing = law::Rules::embedded()
                .fact(BEGINNING)
                .map(|fact| fact.label_de.clone());
        }
        mine.since = mine.since.filter(|day| theirs.since == Some(*day));
        mine.expected = mine.expected.filter(|day| theirs.expected == Some(*day));
    }
}
