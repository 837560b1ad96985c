//! What of the facts is known on a day.

use jiff::civil::Date;

use super::{Applied, Facts, Job, Language, School, Served, Span, StatusSpan, Training};

/// The day of an entry that names none.
const UNDATED: Date = Date::MIN;

pub(super) fn undated() -> Date {
    UNDATED
}

/// An entry of a list of facts.
trait Entry {
    /// The days from which and to which it holds.
    fn period(&self) -> (Date, Option<Date>);

    /// Whether it was known on the day.
    fn is_known(&self, on: Date) -> bool {
        self.period().0 <= on
    }
}

macro_rules! periods {
    ($($entry:ty),*) => {
        $(impl Entry for $entry {
            fn period(&self) -> (Date, Option<Date>) {
                (self.from, self.to)
            }
        })*
    };
}
periods!(StatusSpan, Span, School, Job);

impl Entry for Training {
    fn period(&self) -> (Date, Option<Date>) {
        (self.from, self.to)
    }

    /// A plan counts as known from its contract on, and where no day is named.
    fn is_known(&self, on: Date) -> bool {
        self.from <= on || self.contract_on.is_none_or(|day| day <= on)
    }
}

impl Entry for Language {
    fn period(&self) -> (Date, Option<Date>) {
        (self.since, None)
    }
}

impl Entry for Applied {
    fn period(&self) -> (Date, Option<Date>) {
        (self.on, None)
    }
}

impl Entry for Served {
    fn period(&self) -> (Date, Option<Date>) {
        (self.on, None)
    }
}

/// Leaves the entries that were known on the day. If one of them does not say when, or ends before
/// it begins, the list is unknown, and this says so.
fn keep<T: Entry>(list: &mut Option<Vec<T>>, on: Date) -> bool {
    let Some(entries) = list else {
        return false;
    };
    entries.retain(|entry| entry.is_known(on));
    let is_unclear = entries.iter().any(|entry| {
        let (from, to) = entry.period();
        from == UNDATED || to.is_some_and(|to| to < from)
    });
    if is_unclear {
        *list = None;
    }
    is_unclear
}

impl Facts {
    /// What of these facts is known on the day: nothing that begins or happens later.
    pub(crate) fn known_on(&self, on: Date) -> Facts {
        let mut facts = self.clone();
        for event in [
            &mut facts.birth_date,
            &mut facts.entered_germany,
            &mut facts.asylum_application_on,
            &mut facts.asylum_registered_on,
            &mut facts.asylum_withdrawn_on,
            &mut facts.protection_recognised_on,
            &mut facts.asylblg_since,
            &mut facts.asylblg_s2_since,
            &mut facts.identity_clarified_on,
            &mut facts.passport_shown_on,
            &mut facts.registered_unemployed_since,
            &mut facts.civics_test_on,
            &mut facts.handed_over_on,
            &mut facts.child_born_on,
        ] {
            *event = event.filter(|day| *day <= on);
        }
        if let Some(steps) = &mut facts.identity_steps_on {
            steps.retain(|day| *day <= on);
        }
        facts.keep_lists(on);
        for school in facts.school.iter_mut().flatten() {
            if school.to.is_some_and(|to| to > on) {
                school.certificate = None;
            }
        }
        facts
    }

    /// The keys of the lists that were given but count as unknown on the day, for one of their
    /// entries does not say when, or ends before it begins.
    pub fn unclear(&self, on: Date) -> Vec<&'static str> {
        self.clone().keep_lists(on)
    }

    fn keep_lists(&mut self, on: Date) -> Vec<&'static str> {
        let lists = [
            ("statuses", keep(&mut self.statuses, on)),
            ("absences", keep(&mut self.absences, on)),
            (
                "lives_in_reception_centre",
                keep(&mut self.lives_in_reception_centre, on),
            ),
            ("school", keep(&mut self.school, on)),
            ("language", keep(&mut self.language, on)),
            ("training", keep(&mut self.training, on)),
            ("jobs", keep(&mut self.jobs, on)),
            ("applied", keep(&mut self.applied, on)),
            ("served", keep(&mut self.served, on)),
        ];
        let unclear = lists.into_iter().filter(|(_, unclear)| *unclear);
        unclear.map(|(key, _)| key).collect()
    }
}
