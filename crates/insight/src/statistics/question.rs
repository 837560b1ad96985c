//! What is asked: a measure, by what, for which time, seen from where.

use jiff::ToSpan;
use jiff::civil::Date;
use platform::{Actor, Message, Role, SiteId};

use super::sources::Source;
use super::{Dimension, Measure, When};

/// How many ways a table can be broken down at once.
pub(super) const MOST_DIMENSIONS: usize = 3;

/// The days `[from, to)`; readers name the last day instead of the one after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

impl Period {
    /// From the first to the last day, both included.
    ///
    /// # Errors
    /// A last day before the first, or more than a hundred years.
    pub fn new(first: Date, last: Date) -> Result<Period, Message> {
        let to = last.tomorrow().map_err(|_| refused("figure-bad-day", ""))?;
        if last < first {
            return Err(refused("figure-period-backwards", ""));
        }
        if last.year() - first.year() > 100 {
            return Err(refused("figure-period-long", ""));
        }
        Ok(Period { from: first, to })
    }

    /// As typed: `2020`, `2020-04` or `2020-04-01` for either end, each meaning its whole self.
    ///
    /// # Errors
    /// What cannot be read, and what [`Period::new`] refuses.
    pub fn parse(first: &str, last: &str) -> Result<Period, Message> {
        let (first, _) = span(first)?;
        let (_, last) = span(last)?;
        Period::new(first, last)
    }

    pub fn last_day(self) -> Date {
        self.to.saturating_sub(1.day())
    }
}

fn span(text: &str) -> Result<(Date, Date), Message> {
    let text = text.trim();
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let first: Date = whole.parse().map_err(|_| refused("figure-bad-day", text))?;
    Ok(match text.len() {
        4 => (first, first.last_of_year()),
        7 => (first, first.last_of_month()),
        _ => (first, first),
    })
}

/// Whose facts are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Site(SiteId),
    All,
}

impl Scope {
    /// Evaluators and the programme look at all sites, everybody else at their own.
    pub fn of(actor: &Actor) -> Option<Scope> {
        match actor.role {
            Role::Evaluator | Role::ProgrammeLead => Some(Scope::All),
            Role::CaseManager | Role::TeamLead | Role::Coordinator => actor.site.map(Scope::Site),
            Role::Partner | Role::SiteAdmin | Role::Auditor => None,
        }
    }
}

/// A question that has an answer.
#[derive(Clone, Debug)]
pub struct Question {
    measure: &'static Measure,
    by: Vec<Dimension>,
    /// Region was asked beside site: the sites are grouped.
    grouped: bool,
    period: Period,
}

impl Question {
    /// # Errors
    /// No dimension or too many, one twice, two of time, or one that the measure does not know.
    pub fn new(
        measure: &'static Measure,
        by: &[Dimension],
        period: Period,
    ) -> Result<Question, Message> {
        for (place, dimension) in by.iter().enumerate() {
            if by[..place].contains(dimension) {
                return Err(refused("figure-by-twice", dimension.name()));
            }
            if !measure.knows(*dimension) {
                return Err(refused("figure-by-not-for-measure", dimension.name()));
            }
        }
        if by.iter().filter(|dimension| dimension.is_time()).count() > 1 {
            return Err(refused("figure-by-two-times", ""));
        }
        let grouped = by.contains(&Dimension::Site) && by.contains(&Dimension::Region);
        let by: Vec<Dimension> = by
            .iter()
            .copied()
            .filter(|dimension| !grouped || *dimension != Dimension::Region)
            .collect();
        if by.is_empty() || by.len() > MOST_DIMENSIONS {
            return Err(refused("figure-by-count", ""));
        }
        Ok(Question {
            measure,
            by,
            grouped,
            period,
        })
    }

    /// As written in addresses and on the command line: `entries`, `site,quarter`.
    ///
    /// # Errors
    /// An unknown measure or dimension, and what [`Question::new`] refuses.
    pub fn parse(measure: &str, by: &str, period: Period) -> Result<Question, Message> {
        let measure = Measure::find(measure).ok_or_else(|| refused("figure-unknown", measure))?;
        let named = by.split(',').map(str::trim).filter(|name| !name.is_empty());
        let by: Vec<Dimension> = named
            .map(|name| Dimension::parse(name).ok_or_else(|| refused("figure-by-unknown", name)))
            .collect::<Result<_, _>>()?;
        Question::new(measure, &by, period)
    }

    pub fn measure(&self) -> &'static Measure {
        self.measure
    }

    pub fn by(&self) -> &[Dimension] {
        &self.by
    }

    pub fn period(&self) -> Period {
        self.period
    }

    /// Where what is asked is counted.
    pub(crate) fn sources(&self) -> &'static [Source] {
        let spread = self.measure.spread.as_ref();
        let spread = spread.filter(|spread| self.by.contains(&spread.dimension));
        spread.map_or(self.measure.sources, |spread| spread.sources)
    }

    pub(crate) fn grouped(&self) -> bool {
        self.grouped
    }

    /// Whether the parts along a dimension make up a whole: not where one case counts in several.
    pub fn adds_up(&self, dimension: Dimension) -> bool {
        let standing = self.measure.when() == When::Standing && dimension.is_time();
        !standing && self.measure.spread_over() != Some(dimension)
    }

    /// The same without the days after the data date, of which nothing can be known.
    ///
    /// # Errors
    /// A period that lies wholly after it.
    pub(crate) fn until(&self, today: Date) -> Result<Question, Message> {
        let to = today.tomorrow().unwrap_or(today).min(self.period.to);
        if to <= self.period.from {
            return Err(refused("figure-period-ahead", ""));
        }
        let mut known = self.clone();
        known.period.to = to;
        Ok(known)
    }

    /// The same without one dimension.
    pub(crate) fn without(&self, dimension: Dimension) -> Question {
        let mut rest = self.clone();
        rest.by.retain(|own| *own != dimension);
        rest
    }

    /// The same as one number.
    pub(crate) fn whole(mut self) -> Question {
        self.by.clear();
        self
    }

    /// The same for another measure, without the dimensions it does not know.
    pub(crate) fn about(&self, measure: &'static Measure) -> Question {
        let known = |dimension: &Dimension| measure.knows(*dimension);
        Question {
            measure,
            by: self.by.iter().copied().filter(known).collect(),
            grouped: self.grouped,
            period: self.period,
        }
    }
}

fn refused(key: &'static str, what: &str) -> Message {
    Message {
        key,
        args: vec![("what", what.to_owned())],
    }
}
