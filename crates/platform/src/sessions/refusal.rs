//! What is said to somebody who is not signed in.

use crate::said;
use crate::ui::Problem;

/// Why nobody was signed in.
pub(super) enum Refusal {
    Throttled(Wait),
    Wrong,
    NoRole,
}

impl Refusal {
    pub(super) fn problem(&self) -> Problem {
        match self {
            Refusal::Throttled(wait) => wait.problem(),
            Refusal::Wrong => said("sign-in-failed"),
            Refusal::NoRole => said("sign-in-no-role"),
        }
    }
}

/// How long somebody has to wait before the next attempt.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Wait {
    pub(super) seconds: i64,
}

impl Wait {
    pub(crate) fn problem(self) -> Problem {
        Problem {
            key: "sign-in-throttled",
            args: vec![("minutes", ((self.seconds + 59) / 60).to_string())],
        }
    }
}
