//! Three-valued answers that know how long they hold.

use jiff::civil::Date;

use crate::days::plus_days;

/// Met, not met, or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Met,
    NotMet,
    Unknown,
}

/// A state with the span of days around the asked day on which it certainly is the same, and what
/// is missing where it is unknown.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    pub(crate) state: State,
    /// First day of the span; `None` = always before.
    pub(crate) since: Option<Date>,
    /// Last day of the span; `None` = no end is known.
    pub(crate) until: Option<Date>,
    /// The day on which time alone brings what is not met.
    pub(crate) comes: Option<Date>,
    pub(crate) missing: Vec<String>,
}

impl Verdict {
    pub(crate) fn constant(met: bool) -> Self {
        let state = if met { State::Met } else { State::NotMet };
        Self {
            state,
            since: None,
            until: None,
            comes: None,
            missing: Vec::new(),
        }
    }

    pub(crate) fn unknown(missing: impl Into<String>) -> Self {
        Self {
            state: State::Unknown,
            since: None,
            until: None,
            comes: None,
            missing: vec![missing.into()],
        }
    }

    /// Met from the day on, not met before.
    pub(crate) fn from_day(threshold: Date, on: Date) -> Self {
        if on >= threshold {
            Self {
                since: Some(threshold),
                ..Self::constant(true)
            }
        } else {
            Self {
                until: Some(plus_days(threshold, -1)),
                comes: Some(threshold),
                ..Self::constant(false)
            }
        }
    }

    pub(crate) fn within(mut self, since: Option<Date>, until: Option<Date>) -> Self {
        self.since = later(self.since, since);
        self.until = earlier(self.until, until);
        self
    }

    pub(crate) fn negated(mut self) -> Self {
        self.state = match self.state {
            State::Met => State::NotMet,
            State::NotMet => State::Met,
            State::Unknown => State::Unknown,
        };
        self.comes = None;
        self
    }

    /// Met where all are met; not met where one is not met.
    pub(crate) fn all(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        Self::fold(verdicts, State::NotMet, State::Met)
    }

    /// Met where one is met; not met where none is.
    pub(crate) fn any(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        Self::fold(verdicts, State::Met, State::NotMet)
    }

    /// `decisive` settles the whole; without it the whole is unknown or `neutral`.
    fn fold(verdicts: impl IntoIterator<Item = Verdict>, decisive: State, neutral: State) -> Self {
        let mut settled: Option<Verdict> = None;
        let mut rest = Self {
            state: neutral,
            ..Self::constant(true)
        };
        for verdict in verdicts {
            if verdict.state == decisive {
                settled = Some(match settled {
                    None => verdict,
                    Some(one) => one.widened(&verdict),
                });
                continue;
            }
            rest.since = later(rest.since, verdict.since);
            rest.until = earlier(rest.until, verdict.until);
            rest.comes = earlier(rest.comes, verdict.comes);
            if verdict.state == State::Unknown {
                rest.state = State::Unknown;
                for missing in verdict.missing {
                    if !rest.missing.contains(&missing) {
                        rest.missing.push(missing);
                    }
                }
            }
        }
        settled.unwrap_or(rest)
    }

    fn widened(mut self, other: &Verdict) -> Self {
        self.since = self.since.zip(other.since).map(|(a, b)| a.min(b));
        self.until = self.until.zip(other.until).map(|(a, b)| a.max(b));
        self.comes = self.comes.zip(other.comes).map(|(a, b)| a.max(b));
        self
    }
}

fn later(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    a.max(b)
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}
