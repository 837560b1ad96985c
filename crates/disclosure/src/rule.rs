//! What must stay hidden, and what a reader is told about a table.

use std::fmt;
use std::time::Duration;

/// Whether empty cells may be printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zeros {
    /// Empty cells are printed, and never hidden to protect others: a reader who sees the other
    /// zeros would know that a hidden cell is none.
    #[default]
    Publish,
    /// Empty cells are as sensitive as small ones.
    Protect,
}

impl Zeros {
    /// The word of the command line and the certificate.
    pub fn word(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Protect => "protect",
        }
    }
}

/// How far the best pattern is looked for. Beyond either limit a table gets a pattern that
/// protects, and may not be the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Search {
    /// Tables of more cells are not searched: it takes seconds there and gains little.
    pub cells: usize,
    /// Cuts in all problems that are solved, a search node counted as twenty.
    pub effort: u64,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            cells: usize::MAX,
            effort: 24_000,
        }
    }
}

/// The primary rule: a count `n` is sensitive if `0 < n < threshold`, and with
/// [`Zeros::Protect`] also if `n = 0`.
///
/// A sensitive count is protected when what a reader can derive contains
/// `[n − 1, max(threshold, n + 1)]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The smallest positive count that may be printed; at least 1.
    pub threshold: u32,
    /// Whether empty cells may be printed.
    pub zeros: Zeros,
    /// Whether the sums of each dimension are hidden exactly where they are in the table of that
    /// dimension alone, so that tables of the same facts do not print each other's hidden sums.
    /// Where that leaves no way to protect a table, more sums are hidden.
    pub linked: bool,
    /// Whether the total is printed in any case, because it stands beside other tables of the same
    /// facts. A table that cannot be protected beside its total is refused, and so is one whose
    /// total is small itself.
    pub total_printed: bool,
    /// How far the best pattern is looked for.
    pub search: Search,
    /// After this time protection is given up with an error. Without a limit the work is bounded
    /// by counted steps, so that equal input gives equal output on every machine.
    pub time_limit: Option<Duration>,
}

impl Default for Rule {
    fn default() -> Self {
        Self {
            threshold: 3,
            zeros: Zeros::Publish,
            linked: false,
            total_printed: false,
            search: Search::default(),
            time_limit: None,
        }
    }
}

impl Rule {
    /// Whether a count may not be printed.
    pub fn is_sensitive(&self, count: u64) -> bool {
        let lowest = u64::from(self.zeros == Zeros::Publish);
        (lowest..u64::from(self.threshold)).contains(&count)
    }

    /// The values that a reader must not be able to rule out for a sensitive count.
    pub fn protected_interval(&self, count: u64) -> (u64, u64) {
        (
            count.saturating_sub(1),
            u64::from(self.threshold).max(count + 1),
        )
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lowest = match self.zeros {
            Zeros::Publish => "0 < n",
            Zeros::Protect => "0 <= n",
        };
        write!(
            f,
            "{lowest} < {}; interval contains [n-1, max({0}, n+1)]; nobody alone in a cell can name \
             another's{}{}",
            self.threshold,
            if self.linked {
                "; sums as in the table of each dimension alone"
            } else {
                ""
            },
            if self.total_printed {
                "; total printed"
            } else {
                ""
            }
        )
    }
}

/// What each output of a table prints beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Who or what was counted, and how many they were where that may be said.
    pub base: String,
    /// The question or measure in words.
    pub wording: String,
    /// The day the data stand at, as it shall be printed.
    pub data_date: String,
    /// The protection rule in words for readers.
    pub rule: String,
}
