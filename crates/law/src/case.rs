//! One person on one day: the facts known by then, the history put in order, the rules.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::civil::Date;

use crate::access::Found;
use crate::answer::Clocks;
use crate::facts::Facts;
use crate::rules::Rules;
use crate::text::{german, period};
use crate::timeline::{Clock, Now, Run, Runs, Stretch, Timeline};

/// What conditions are asked about.
pub(crate) struct Case<'c> {
    pub(crate) rules: &'c Rules,
    pub(crate) facts: &'c Facts,
    pub(crate) timeline: Timeline<'c>,
    pub(crate) on: Date,
    /// What clocks showed on the days asked so far.
    runs: RefCell<BTreeMap<(Clock, Date), Rc<Runs>>>,
    /// How access questions were answered on the days asked so far.
    pub(crate) found: RefCell<BTreeMap<(usize, Date), Rc<Found>>>,
}

impl<'c> Case<'c> {
    pub(crate) fn new(facts: &'c Facts, rules: &'c Rules, on: Date) -> Self {
        Self {
            rules,
            facts,
            timeline: Timeline::new(facts, rules, on),
            on,
            runs: RefCell::default(),
            found: RefCell::default(),
        }
    }

    pub(crate) fn run(&self, clock: Clock, day: Date) -> Rc<Runs> {
        let mut runs = self.runs.borrow_mut();
        let run = runs
            .entry((clock, day))
            .or_insert_with(|| Rc::new(self.timeline.run(clock, day)));
        Rc::clone(run)
    }

    /// The status held on the day, where exactly one is.
    pub(crate) fn held(&self, day: Date) -> Option<&Stretch<'c>> {
        match self.timeline.now(day) {
            Now::Held(stretch) => Some(stretch),
            Now::Conflict(..) | Now::Gap(..) => None,
        }
    }
}

impl Case<'_> {
    /// The two clocks on the asked day.
    pub(crate) fn clocks(&self) -> Clocks {
        let days = |clock| {
            let runs = self.run(clock, self.on);
            if runs.unbounded {
                return None;
            }
            let days = |run: &Run| run.days(self.on);
            match (runs.least.as_ref().map(days), runs.most.as_ref().map(days)) {
                (least, most) if least == most && self.timeline.recorded => {
                    Some(least.unwrap_or(0))
                }
                _ => None,
            }
        };
        Clocks {
            stay_days: days(Clock::Stay),
            duldung_days: days(Clock::Duldung),
        }
    }

    /// What is contradictory or impossible in the history itself.
    pub(crate) fn doubts(&self) -> Vec<String> {
        let conflicts = self
            .timeline
            .conflicts
            .iter()
            .filter(|(from, _)| *from <= self.on);
        let mut doubts: Vec<_> = conflicts
            .map(|(from, to)| format!("Statushistorie widerspricht sich {}.", period(*from, *to)))
            .collect();
        for stretch in &self.timeline.stretches {
            let (status, from) = (stretch.status, stretch.from);
            if !status.issued_on(from) {
                let from = german(from);
                doubts.push(format!(
                    "{} konnte am {from} nicht erteilt werden ({}).",
                    status.code, status.para
                ));
            }
            if let Some(doubt) = status.doubt.as_ref().filter(|_| stretch.covers(self.on)) {
                doubts.push(format!("{}: {doubt}", status.code));
            }
        }
        for (from, to) in &self.timeline.short_absences {
            let away = period(*from, *to);
            doubts.push(format!(
                "Abwesend {away}: bis drei Monate unschädlich (R-m, Lesart)."
            ));
        }
        doubts
    }
}
