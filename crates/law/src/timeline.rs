//! The status history put in order, and the clocks that run on it.

mod clock;

use jiff::civil::Date;

use crate::days::{plus_days, plus_months};
use crate::facts::{Facts, Span};
use crate::rules::Rules;
use crate::status::{Group, Status};

use clock::{Cell, Kind};
pub(crate) use clock::{Clock, Run, Runs};

/// What is missing where two statuses exclude each other.
pub(crate) const CONTRADICTION: &str = "statuses: Widerspruch";

/// A stretch of one status.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch<'r> {
    pub(crate) status: &'r Status,
    /// Position in the status list.
    pub(crate) index: usize,
    pub(crate) from: Date,
    /// Last day; `None` while it runs.
    pub(crate) to: Option<Date>,
    pub(crate) printed_to: Option<Date>,
}

impl Stretch<'_> {
    pub(crate) fn covers(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// Status history, entry and absences of one person.
#[derive(Debug)]
pub(crate) struct Timeline<'r> {
    pub(crate) recorded: bool,
    pub(crate) stretches: Vec<Stretch<'r>>,
    /// Days on which two statuses exclude each other.
    pub(crate) conflicts: Vec<(Date, Date)>,
    pub(crate) entered: Option<Date>,
    /// Stays abroad of more than three months, which leave the stay open to question.
    long_absences: Vec<(Date, Date)>,
    /// Shorter ones, which are harmless.
    pub(crate) short_absences: Vec<(Date, Date)>,
}

/// What holds on a day.
pub(crate) enum Now<'t, 'r> {
    Held(&'t Stretch<'r>),
    /// Two statuses that exclude each other, from the first to the last such day.
    Conflict(Date, Date),
    /// No status recorded, since and until.
    Gap(Option<Date>, Option<Date>),
}

impl<'r> Timeline<'r> {
    /// The history as known on the day; `facts` must hold nothing later.
    pub(crate) fn new(facts: &Facts, rules: &'r Rules, on: Date) -> Self {
        let mut stretches: Vec<_> = facts
            .statuses
            .iter()
            .flatten()
            .filter_map(|span| {
                let index = rules.status_index(span.code.as_str())?;
                let status = &rules.statuses()[index];
                let to = span.to;
                Some(Stretch {
                    status,
                    index,
                    from: span.from,
                    to,
                    printed_to: to,
                })
            })
            .filter(|stretch| stretch.to.is_none_or(|to| stretch.from <= to))
            .collect();
        stretches.sort_by_key(|stretch| stretch.from);
        let conflicts = settle(&mut stretches);
        let absences = facts.absences.iter().flatten();
        let absences = absences.map(|Span { from, to }| (*from, to.map_or(on, |to| to.min(on))));
        let (long_absences, short_absences) =
            absences.partition(|(from, to)| *to > plus_months(*from, 3));
        Self {
            recorded: facts.statuses.is_some(),
            stretches,
            conflicts,
            entered: facts.entered_germany,
            long_absences,
            short_absences,
        }
    }

    /// The status on the day. A continued title (§ 81(4) AufenthG) is answered by that title.
    pub(crate) fn now(&self, day: Date) -> Now<'_, 'r> {
        if let Some((from, to)) = self.conflicts.iter().find(|(a, b)| *a <= day && day <= *b) {
            return Now::Conflict(*from, *to);
        }
        let mut held = self
            .stretches
            .iter()
            .enumerate()
            .filter(|(_, s)| s.covers(day));
        let Some((mut at, _)) = held.next_back() else {
            let before = self
                .stretches
                .iter()
                .filter_map(|s| s.to)
                .filter(|to| *to < day)
                .max();
            let after = self
                .stretches
                .iter()
                .map(|s| s.from)
                .filter(|from| *from > day)
                .min();
            return Now::Gap(
                before.map(|d| plus_days(d, 1)),
                after.map(|d| plus_days(d, -1)),
            );
        };
        if let Some((other, _)) = held.next_back()
            && self.stretches[at].status.code.as_str() == "AG_FOLGE"
        {
            at = other;
        }
        Now::Held(&self.stretches[at])
    }

    /// The status that decides on the day: behind a Fortgeltungsfiktion the former title.
    pub(crate) fn effective<'t>(&'t self, stretch: &'t Stretch<'r>) -> &'t Stretch<'r> {
        if stretch.status.code.as_str() != "FIKT_81_4" {
            return stretch;
        }
        let title = |s: &&Stretch<'_>| matches!(s.status.group, Group::Temporary | Group::Settled);
        let former = self
            .stretches
            .iter()
            .rev()
            .filter(|s| s.from < stretch.from)
            .find(title);
        former.unwrap_or(stretch)
    }

    /// The first day of the same status, followed back over renewals and continuations of a title
    /// (§ 81(4) AufenthG) without a gap.
    pub(crate) fn begin(&self, stretch: &Stretch<'r>) -> Date {
        let index = self.effective(stretch).index;
        let mut from = stretch.from;
        let earlier = self.stretches.iter().rev();
        for earlier in earlier.filter(|s| s.from < stretch.from) {
            let same = self.effective(earlier).index == index;
            if !same || earlier.to != Some(plus_days(from, -1)) {
                break;
            }
            from = earlier.from;
        }
        from
    }

    pub(crate) fn run(&self, clock: Clock, day: Date) -> Runs {
        let mut cells = self.cells(clock, day);
        for (from, to) in self.long_absences.iter().filter(|(from, _)| *from <= day) {
            cells.push(Cell {
                from: *from,
                to: (*to).min(day),
                kind: Kind::Uncertain("absences"),
            });
        }
        Runs::of(cells, self.entered, clock, day)
    }

    /// Every stretch, gap and conflict up to the day, with what it means for the clock.
    fn cells(&self, clock: Clock, day: Date) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(self.stretches.len() * 2 + 2);
        let mut covered = clock.begins_with_entry().then_some(self.entered).flatten();
        for stretch in self.stretches.iter().filter(|s| s.from <= day) {
            let free = covered.filter(|next| *next < stretch.from);
            if let Some(from) = free {
                let first = cells.is_empty() && clock.begins_with_entry();
                let sought = first && sought_asylum(from, stretch);
                let kind = if sought { Kind::Counts } else { clock.gap() };
                cells.push(Cell {
                    from,
                    to: plus_days(stretch.from, -1),
                    kind,
                });
            }
            let to = stretch.to.unwrap_or(day).min(day);
            clock.push(stretch, to, &mut cells);
            covered = covered.max(Some(plus_days(to, 1)));
        }
        if let Some(from) = covered.filter(|next| *next <= day) {
            cells.push(Cell {
                from,
                to: day,
                kind: clock.gap(),
            });
        }
        for (from, to) in self.conflicts.iter().filter(|(from, _)| *from <= day) {
            cells.push(Cell {
                from: *from,
                to: (*to).min(day),
                kind: clock.contradiction(),
            });
        }
        cells
    }
}

/// Up to three months between entry and the first paper of an asylum seeker count as asylum
/// sought; any other gap is open to question.
fn sought_asylum(entered: Date, next: &Stretch<'_>) -> bool {
    next.status.group == Group::Gestattet && next.from <= plus_months(entered, 3)
}

/// Closes running stretches where the next begins and returns the days that contradict.
fn settle(stretches: &mut [Stretch<'_>]) -> Vec<(Date, Date)> {
    let mut conflicts = Vec::new();
    for i in 0..stretches.len() {
        let Some(next) = stretches[i + 1..]
            .iter()
            .find(|s| s.from > stretches[i].from)
            .copied()
        else {
            conflicts.extend(same_start(&stretches[i..]));
            continue;
        };
        let here = &mut stretches[i];
        let beside = [here.status, next.status]
            .iter()
            .any(|s| s.code.as_str() == "AG_FOLGE");
        let same = here.index == next.index;
        match here.to {
            None => here.to = Some(plus_days(next.from, -1)),
            Some(to) if to == next.from || (same && to > next.from) => {
                here.to = Some(plus_days(next.from, -1));
            }
            Some(to) if to > next.from && !beside => {
                conflicts.push((next.from, next.to.map_or(to, |end| end.min(to))));
            }
            Some(_) => {}
        }
        conflicts.extend(same_start(&stretches[i..]));
    }
    conflicts
}

/// Two different statuses that begin on the same day.
fn same_start(stretches: &[Stretch<'_>]) -> Option<(Date, Date)> {
    let [here, next, ..] = stretches else {
        return None;
    };
    let beside = [here.status, next.status]
        .iter()
        .any(|s| s.code.as_str() == "AG_FOLGE");
    let contradict = here.from == next.from && here.index != next.index && !beside;
    let end = [here.to, next.to]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(Date::MAX);
    contradict.then_some((here.from, end))
}

#[cfg(test)]
mod tests;
