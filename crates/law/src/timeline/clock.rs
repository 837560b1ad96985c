//! The clocks: what a stretch of status means for each of them, and the runs that come of it.

use jiff::civil::Date;

use super::{CONTRADICTION, Stretch};
use crate::days::{days_between, plus_days, plus_months};
use crate::status::{Group, Status};

/// First day on which a Duldung can be one under § 60b AufenthG.
const FIRST_60B: Date = jiff::civil::date(2019, 8, 21);

/// What a clock counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Clock {
    /// Permitted, tolerated or gestattet stay without interruption, minus § 60b.
    Stay,
    /// The same with § 60b (§ 104c, §§ 25a(5), 25b(7) AufenthG).
    StayWith60b,
    /// Duldung without interruption, minus § 60b.
    Duldung,
    /// Gestattung without interruption.
    Gestattet,
    /// Title and the asylum procedure before it (§ 26(3) and (4) AufenthG).
    Settlement,
    /// Title without interruption.
    Title,
    /// Presence in Germany since entry, whatever the paper (§ 2 AsylbLG).
    Presence,
}

impl Clock {
    pub(super) fn begins_with_entry(self) -> bool {
        matches!(self, Clock::Stay | Clock::StayWith60b | Clock::Presence)
    }

    /// What days without any recorded status mean.
    pub(super) fn gap(self) -> Kind {
        self.unless_present("statuses")
    }

    /// What days with two statuses that exclude each other mean.
    pub(super) fn contradiction(self) -> Kind {
        self.unless_present(CONTRADICTION)
    }

    fn unless_present(self, missing: &'static str) -> Kind {
        if self == Clock::Presence {
            Kind::Counts
        } else {
            Kind::Uncertain(missing)
        }
    }

    /// The cells of one stretch; a Duldung of unknown kind is split where § 60b began.
    pub(super) fn push(self, stretch: &Stretch<'_>, to: Date, cells: &mut Vec<Cell>) {
        let mut from = stretch.from;
        let unclear = stretch.status.code.as_str() == "GEDULDET";
        if unclear && from < FIRST_60B && to >= FIRST_60B {
            let before = plus_days(FIRST_60B, -1);
            cells.push(Cell {
                from,
                to: before,
                kind: self.kind(stretch.status, false),
            });
            from = FIRST_60B;
        }
        let kind = self.kind(stretch.status, unclear && from >= FIRST_60B);
        cells.push(Cell { from, to, kind });
    }

    fn kind(self, status: &Status, maybe_60b: bool) -> Kind {
        let code = status.code.as_str();
        let doubtful = matches!(code, "GUEB" | "VOLLZ_OHNE" | "UNBEK");
        let (tolerated, permitted, title) = (
            status.group == Group::Geduldet,
            status.group == Group::Gestattet,
            matches!(status.group, Group::Temporary | Group::Settled)
                || matches!(code, "FIKT_81_4" | "FIKT_81_3S1"),
        );
        match self {
            Clock::Presence => Kind::Counts,
            _ if doubtful => Kind::Uncertain("statuses"),
            Clock::Stay | Clock::Duldung if code == "D_60B" => Kind::Paused,
            Clock::Stay | Clock::Duldung if maybe_60b => Kind::MaybePaused,
            Clock::Stay | Clock::StayWith60b => Kind::Counts,
            Clock::Duldung if tolerated => Kind::Counts,
            Clock::Duldung if matches!(code, "AG_FOLGE" | "FIKT_81_3S2") => {
                Kind::Uncertain("statuses")
            }
            Clock::Gestattet if permitted => Kind::Counts,
            Clock::Settlement if title || permitted => Kind::Counts,
            Clock::Settlement if tolerated => Kind::Paused,
            Clock::Title if title => Kind::Counts,
            Clock::Duldung | Clock::Gestattet | Clock::Settlement | Clock::Title => Kind::Reset,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Counts,
    /// § 60b: out of the clock, without interrupting it.
    Paused,
    /// A Duldung that may be one under § 60b.
    MaybePaused,
    /// Nobody can tell whether it counts; the fact that would.
    Uncertain(&'static str),
    /// Certainly ends the run.
    Reset,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) kind: Kind,
}

/// The shortest and the longest run that the history allows on a day.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    pub(crate) least: Option<Run>,
    pub(crate) most: Option<Run>,
    /// Nothing bounds the longest run, because the entry is unknown.
    pub(crate) unbounded: bool,
    /// What keeps the two apart.
    pub(crate) missing: Vec<String>,
}

/// An uninterrupted run with the pauses that do not count.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) start: Date,
    pauses: Vec<(Date, Date)>,
}

impl Run {
    /// The day on which `months` of the run are complete, pauses left out.
    pub(crate) fn complete_on(&self, months: i32) -> Date {
        let mut end = plus_months(self.start, months);
        for (from, to) in &self.pauses {
            if *from < end {
                end = plus_days(end, days_between(*from, *to) + 1);
            }
        }
        end
    }

    /// Whole days before the day, pauses left out.
    pub(crate) fn days(&self, on: Date) -> i32 {
        let pause = |(from, to): &(Date, Date)| days_between(*from, plus_days(*to, 1).min(on));
        days_between(self.start, on) - self.pauses.iter().map(pause).sum::<i32>()
    }
}

impl Runs {
    pub(super) fn of(mut cells: Vec<Cell>, entered: Option<Date>, clock: Clock, day: Date) -> Self {
        let mut runs = Runs::default();
        cells.sort_by_key(|cell| cell.from);
        let reset = cells.iter().rposition(|cell| cell.kind == Kind::Reset);
        let tail = &cells[reset.map_or(0, |at| at + 1)..];
        runs.most = run(tail, |kind| kind == Kind::Paused);
        let sure = after_doubt(tail, day);
        runs.least = run(&sure, |kind| {
            matches!(kind, Kind::Paused | Kind::MaybePaused)
        });
        runs.note(tail);
        if clock.begins_with_entry() {
            runs.bound_by_entry(entered);
        }
        runs
    }

    /// The longest run stands still on the day.
    pub(crate) fn paused_on(&self, day: Date) -> bool {
        let mut pauses = self.most.iter().flat_map(|run| &run.pauses);
        pauses.any(|(from, to)| *from <= day && day <= *to)
    }

    fn note(&mut self, tail: &[Cell]) {
        for cell in tail {
            let (Kind::Uncertain(_) | Kind::MaybePaused) = cell.kind else {
                continue;
            };
            let what = match cell.kind {
                Kind::Uncertain(fact) => fact,
                _ => "status_kind",
            };
            self.missing
                .push(format!("{what}: {} – {}", cell.from, cell.to));
        }
    }

    /// A stay begins with the entry: without it nobody knows how long, after it nothing counts.
    fn bound_by_entry(&mut self, entered: Option<Date>) {
        let Some(entered) = entered else {
            self.unbounded = true;
            self.missing.push("entered_germany".to_owned());
            return;
        };
        let Some(least) = &mut self.least else { return };
        if least.start < entered {
            least.start = entered;
            self.missing.push("entered_germany".to_owned());
        }
    }
}

/// The cells behind the last doubt; none where the doubt reaches the day itself.
fn after_doubt(tail: &[Cell], day: Date) -> Vec<Cell> {
    let doubts = tail
        .iter()
        .filter(|cell| matches!(cell.kind, Kind::Uncertain(_)));
    let Some(end) = doubts.map(|cell| cell.to).max() else {
        return tail.to_vec();
    };
    if end >= day {
        return Vec::new();
    }
    let behind = tail.iter().filter(|cell| cell.to > end);
    behind
        .map(|cell| Cell {
            from: cell.from.max(plus_days(end, 1)),
            ..*cell
        })
        .collect()
}

fn run(cells: &[Cell], pauses: impl Fn(Kind) -> bool) -> Option<Run> {
    let first = cells.iter().find(|cell| !pauses(cell.kind))?;
    let pauses = cells
        .iter()
        .filter(|cell| cell.from >= first.from && pauses(cell.kind));
    Some(Run {
        start: first.from,
        pauses: pauses.map(|cell| (cell.from, cell.to)).collect(),
    })
}
