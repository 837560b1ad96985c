//! Conditions on language, school, training and work, which are proven by papers with a day.

use jiff::civil::Date;

use super::evaluate::fact;
use super::{Atom, JobTest};
use crate::case::Case;
use crate::dates::training;
use crate::days::{days_between, plus_days, plus_months};
use crate::facts::{Certificate, Job, Level, School, Training, TrainingKind};
use crate::verdict::{State, Verdict};

pub(super) fn verdict(atom: &Atom, case: &Case<'_>, day: Date) -> Verdict {
    match atom {
        Atom::Language { level, oral } => language(case, *level, *oral, day),
        Atom::SchoolMonths(months) => school_months(case, *months, day),
        Atom::Certificate => certificate(case, day),
        Atom::InEducation => in_education(case, day),
        Atom::Job(test) => job(case, test, day),
        Atom::JobOn(at) => job_on(case, *at),
        Atom::Training(kind) => agreed_training(*kind, case, day),
        Atom::TrainingRunning => training_running(case, day),
        Atom::TrainingFinished(kind) => training_finished(*kind, case, day),
        _ => Verdict::constant(false),
    }
}

fn job_on(case: &Case<'_>, at: Date) -> Verdict {
    let Some(jobs) = &case.facts.jobs else {
        return Verdict::unknown("jobs");
    };
    let covers = |job: &Job| job.from <= at && job.to.is_none_or(|to| at <= to);
    Verdict::constant(jobs.iter().any(covers))
}

fn language(case: &Case<'_>, level: Level, oral: bool, day: Date) -> Verdict {
    let Some(proofs) = &case.facts.language else {
        return Verdict::unknown("language");
    };
    let fits = |proof: &&crate::facts::Language| proof.level >= level && (oral || !proof.oral_only);
    match proofs.iter().filter(fits).map(|proof| proof.since).min() {
        Some(since) => Verdict::from_day(since, day),
        None => Verdict::constant(false),
    }
}

/// School attended with success, added up over all schools.
fn school_months(case: &Case<'_>, months: i32, day: Date) -> Verdict {
    let Some(schools) = &case.facts.school else {
        return Verdict::unknown("school");
    };
    let of = |school: &School| (school.from, school.to);
    let sure = schools
        .iter()
        .filter(|school| school.success == Some(true))
        .map(of);
    let possible = schools
        .iter()
        .filter(|school| school.success != Some(false))
        .map(of);
    let (sure, possible) = (Sum::of(sure, day), Sum::of(possible, day));
    between(
        sure.complete_on(months),
        possible.complete_on(months),
        "school.success",
        day,
    )
}

/// Periods added up, the time between them left out.
struct Sum {
    periods: Vec<(Date, Option<Date>)>,
}

impl Sum {
    fn of(periods: impl Iterator<Item = (Date, Option<Date>)>, day: Date) -> Self {
        let mut periods: Vec<_> = periods
            .filter(|(from, _)| *from <= day)
            .map(|(a, b)| (a, b.filter(|to| *to < day)))
            .collect();
        periods.sort_unstable();
        Self { periods }
    }

    /// The day on which the months are complete; `None` where what is recorded ends before.
    fn complete_on(&self, months: i32) -> Option<Date> {
        let mut covered: Option<Date> = None;
        let mut end = plus_months(self.periods.first()?.0, months);
        for (from, to) in &self.periods {
            if let Some(next) = covered
                && *from > next
            {
                end = plus_days(end, days_between(next, *from));
            }
            covered = match to {
                None => return Some(end),
                Some(to) => covered.max(Some(plus_days(*to, 1))),
            };
            if covered >= Some(end) {
                return Some(end);
            }
        }
        None
    }
}

/// Met where the sure day has come; unknown between the possible and the sure day.
fn between(sure: Option<Date>, possible: Option<Date>, missing: &str, day: Date) -> Verdict {
    match (sure, possible) {
        (Some(sure), _) if sure <= day => Verdict::from_day(sure, day),
        (sure, Some(possible)) if possible <= day => {
            Verdict::unknown(missing).within(Some(possible), sure.map(|day| plus_days(day, -1)))
        }
        (_, Some(possible)) => Verdict::from_day(possible, day),
        (_, None) => Verdict::constant(false),
    }
}

fn certificate(case: &Case<'_>, day: Date) -> Verdict {
    let Some(schools) = &case.facts.school else {
        return Verdict::unknown("school");
    };
    let reached = |school: &&School| school.certificate.is_some_and(|c| c != Certificate::None);
    let with_day = schools
        .iter()
        .filter(reached)
        .filter_map(|school| school.to)
        .min();
    let unclear = |school: &School| match school.to {
        // Reached, but nobody knows when.
        None => school.certificate.is_some_and(|c| c != Certificate::None),
        Some(to) => to <= day && school.certificate.is_none(),
    };
    match with_day {
        Some(to) => Verdict::from_day(to, day),
        None if schools.iter().any(unclear) => Verdict::unknown("school.certificate"),
        None => Verdict::constant(false),
    }
}

fn in_education(case: &Case<'_>, day: Date) -> Verdict {
    let facts = case.facts;
    let schools = facts
        .school
        .iter()
        .flatten()
        .map(|school| (school.from, school.to));
    let trainings = facts
        .training
        .iter()
        .flatten()
        .map(|training| (training.from, training.to));
    let mut periods = schools.chain(trainings);
    if let Some((from, to)) =
        periods.find(|(from, to)| *from <= day && to.is_none_or(|to| day <= to))
    {
        return Verdict::constant(true).within(Some(from), to);
    }
    match (&facts.school, &facts.training) {
        (None, _) => Verdict::unknown("school"),
        (_, None) => Verdict::unknown("training"),
        (Some(_), Some(_)) => Verdict::constant(false),
    }
}

fn job(case: &Case<'_>, test: &JobTest, day: Date) -> Verdict {
    let Some(jobs) = &case.facts.jobs else {
        return Verdict::unknown("jobs");
    };
    let mut missing = Vec::new();
    let mut sure = Vec::new();
    let mut possible = Vec::new();
    for job in jobs {
        let verdict = test.fits(job);
        if verdict.state == State::Met {
            sure.push((job.from, job.to));
        }
        if verdict.state != State::NotMet {
            possible.push((job.from, job.to));
        }
        missing.extend(verdict.missing);
    }
    let (sure, possible) = (chain(sure, day), chain(possible, day));
    let complete = |row: Option<Row>| row.map(|(start, _)| plus_months(start, test.months));
    let named = missing.first().map_or("jobs", String::as_str);
    let verdict = between(complete(sure), complete(possible), named, day);
    let ends = sure.or(possible).and_then(|(_, end)| end);
    verdict.within(None, ends)
}

impl JobTest {
    fn fits(&self, job: &Job) -> Verdict {
        let test = |needed: bool, value: Option<bool>, name: &str| match value {
            _ if !needed => Verdict::constant(true),
            Some(value) => Verdict::constant(value),
            None => Verdict::unknown(name),
        };
        Verdict::all([
            test(self.insured, job.insured, "jobs.insured"),
            test(self.skilled, job.skilled, "jobs.skilled"),
            test(
                self.secures,
                job.secures_livelihood,
                "jobs.secures_livelihood",
            ),
            test(
                self.hours > 0.0,
                job.hours.map(|hours| hours >= self.hours),
                "jobs.hours",
            ),
        ])
    }
}

/// Begin and end of jobs in unbroken order.
type Row = (Date, Option<Date>);

/// The unbroken row of jobs that reaches the day.
fn chain(mut jobs: Vec<Row>, day: Date) -> Option<Row> {
    jobs.sort_unstable();
    let mut row: Option<Row> = None;
    for (from, to) in jobs.into_iter().filter(|(from, _)| *from <= day) {
        row = match row {
            Some((start, None)) => Some((start, None)),
            Some((start, Some(end))) if from <= plus_days(end, 1) => {
                Some((start, to.map(|to| to.max(end))))
            }
            _ => Some((from, to)),
        };
    }
    row.filter(|(_, to)| to.is_none_or(|to| to >= day))
}

/// The training that counts, agreed or running; one that has ended is none any more.
fn agreed_training(kind: Option<TrainingKind>, case: &Case<'_>, day: Date) -> Verdict {
    let ended = training(case).and_then(|of| of.to).filter(|to| *to < day);
    match (&case.facts.training, training(case)) {
        (None, _) => Verdict::unknown("training"),
        (Some(_), None) => Verdict::constant(false),
        _ if ended.is_some() => {
            Verdict::constant(false).within(ended.map(|to| plus_days(to, 1)), None)
        }
        (Some(_), Some(_)) if kind.is_none() => Verdict::constant(true),
        (Some(_), Some(of)) => fact(of.kind, "training.kind", |of| Some(of) == kind),
    }
}

fn training_running(case: &Case<'_>, day: Date) -> Verdict {
    let Some(trainings) = &case.facts.training else {
        return Verdict::unknown("training");
    };
    let running = trainings
        .iter()
        .find(|t| t.from <= day && t.to.is_none_or(|to| day <= to));
    if let Some(training) = running {
        return Verdict::constant(true).within(Some(training.from), training.to);
    }
    let ended = trainings
        .iter()
        .filter_map(|t| t.to)
        .filter(|to| *to < day)
        .max();
    let begins = trainings
        .iter()
        .map(|t| t.from)
        .filter(|from| *from > day)
        .min();
    let since = ended.map(|to| plus_days(to, 1));
    Verdict::constant(false).within(since, begins.map(|from| plus_days(from, -1)))
}

/// A training with a planned end in the past; whether the exam was passed is asked elsewhere.
fn training_finished(kind: Option<TrainingKind>, case: &Case<'_>, day: Date) -> Verdict {
    let Some(trainings) = &case.facts.training else {
        return Verdict::unknown("training");
    };
    let first = |fits: &dyn Fn(&&Training) -> bool| {
        let ends = trainings.iter().filter(fits).filter_map(|of| of.to);
        ends.min().map(|to| plus_days(to, 1))
    };
    between(
        first(&|of| kind.is_none() || of.kind == kind),
        first(&|of| kind.is_none() || of.kind.is_none() || of.kind == kind),
        "training.kind",
        day,
    )
}
