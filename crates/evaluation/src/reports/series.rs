//! Entries, exits and stock by quarter, side by side.
//!
//! Each comes from a table that is protected by itself. Together they are linked: the stock of a
//! quarter is that of the quarter before, plus entries, less exits. So a number that is printed in
//! one table could give away what another hides, and is hidden too.

use super::told::Told;

/// What is shown of the quarters, from the first entry of the programme on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Series {
    pub(super) quarters: Vec<Quarter>,
    pub(super) entries: Option<u64>,
    pub(super) exits: Option<u64>,
}

/// None: protected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quarter {
    pub(super) label: String,
    /// `2021-Q3`.
    pub(super) code: String,
    pub(super) entries: Option<u64>,
    /// Entries from the beginning to the end of this quarter, as far as printed numbers add up.
    pub(super) cumulated: Option<u64>,
    pub(super) exits: Option<u64>,
    /// At the end of the quarter.
    pub(super) stock: Option<u64>,
}

impl Series {
    /// The three tables have one dimension, the quarters, which the first two may tell as one; the
    /// first begins with nobody. Should somebody be there already, readers know less than is
    /// reckoned with here.
    pub(super) fn new(entries: &Told, exits: &Told, stock: &Told) -> Series {
        let lines = stock.lines(0);
        let nodes = stock.table.dimensions()[0].nodes();
        let column = |told: &Told| -> Vec<Option<u64>> {
            let codes = lines.iter().map(|line| nodes[line.position].label());
            codes.map(|code| told.coded(&[code])).collect()
        };
        let mut columns = [column(entries), column(exits), column(stock)];
        let mut sums = [entries.sum(), exits.sum()];
        hide_what_gives_away(&mut columns, &mut sums);
        let [came, went, there] = columns;
        let cumulated = cumulate(&came, sums[0]);
        let quarters = lines.iter().enumerate().map(|(at, line)| Quarter {
            label: line.label.clone(),
            code: nodes[line.position].label().to_owned(),
            entries: came[at],
            cumulated: cumulated[at],
            exits: went[at],
            stock: there[at],
        });
        Series {
            quarters: quarters.collect(),
            entries: sums[0],
            exits: sums[1],
        }
    }

    pub(super) fn entries_in(&self, year: i16) -> Option<u64> {
        self.in_year(year, |quarter| quarter.entries, self.entries)
    }

    pub(super) fn exits_in(&self, year: i16) -> Option<u64> {
        self.in_year(year, |quarter| quarter.exits, self.exits)
    }

    /// What came up to the end of the year less what came before it, as far as both are told.
    fn in_year(&self, year: i16, column: Column, sum: Option<u64>) -> Option<u64> {
        let counts: Vec<_> = self.quarters.iter().map(column).collect();
        let cumulated = cumulate(&counts, sum);
        let year = format!("{year:04}-");
        let is_in = |quarter: &Quarter| quarter.code.starts_with(&year);
        let Some(first) = self.quarters.iter().position(is_in) else {
            return Some(0);
        };
        let last = self.quarters.iter().rposition(is_in)?;
        let before = if first == 0 {
            Some(0)
        } else {
            cumulated[first - 1]
        };
        cumulated[last]?.checked_sub(before?)
    }
}

pub(super) type Column = fn(&Quarter) -> Option<u64>;

/// From the front as long as all is printed, and back from the total likewise.
fn cumulate(came: &[Option<u64>], sum: Option<u64>) -> Vec<Option<u64>> {
    let mut all = vec![None; came.len()];
    let mut so_far = Some(0);
    for (shown, n) in all.iter_mut().zip(came) {
        so_far = so_far.zip(*n).map(|(before, n)| before + n);
        *shown = so_far;
    }
    let mut left = sum;
    for (shown, n) in all.iter_mut().zip(came).rev() {
        *shown = shown.or(left);
        left = left.zip(*n).and_then(|(after, n)| after.checked_sub(n));
    }
    all
}

/// Goes through the printed numbers in the order of their weight and keeps each that does not,
/// together with those kept so far, determine a number that its own table hides.
fn hide_what_gives_away(columns: &mut [Vec<Option<u64>>; 3], sums: &mut [Option<u64>; 2]) {
    let quarters = columns[0].len();
    let unknowns = 2 * quarters;
    // The unknowns are entries, then exits, of each quarter.
    let vector = |ones: std::ops::Range<usize>, less: std::ops::Range<usize>| {
        let mut vector = vec![0; unknowns];
        vector[ones].fill(1);
        vector[less].fill(P - 1);
        vector
    };
    let meaning = |column: usize, at: usize| match column {
        0 => vector(at..at + 1, 0..0),
        1 => vector(quarters + at..quarters + at + 1, 0..0),
        _ => vector(0..at + 1, quarters..quarters + at + 1),
    };
    let mut secrets = Vec::new();
    for (column, counts) in columns.iter().enumerate() {
        let hidden = (0..quarters).filter(|at| counts[*at].is_none());
        secrets.extend(hidden.map(|at| meaning(column, at)));
    }
    if secrets.is_empty() {
        return;
    }
    let mut known = Known::new(secrets);
    for (place, sum) in sums.iter_mut().enumerate() {
        let whole = vector(place * quarters..(place + 1) * quarters, 0..0);
        keep(sum, whole, &mut known);
    }
    for (column, counts) in columns.iter_mut().enumerate() {
        for (at, count) in counts.iter_mut().enumerate() {
            keep(count, meaning(column, at), &mut known);
        }
    }
}

fn keep(count: &mut Option<u64>, meaning: Vec<u64>, known: &mut Known) {
    if count.is_some() && !known.learn(meaning) {
        *count = None;
    }
}

/// Prime: all coefficients are -1, 0 or 1 and stand in unbroken runs, so what is determined modulo
/// this prime is determined.
const P: u64 = (1 << 61) - 1;

/// The linear equations that a reader has, in echelon form: each row with the place of its first 1.
struct Known {
    rows: Vec<(usize, Vec<u64>)>,
    /// What the rows leave open of each secret; never nothing.
    open: Vec<Vec<u64>>,
}

impl Known {
    fn new(secrets: Vec<Vec<u64>>) -> Known {
        Known {
            rows: Vec::new(),
            open: secrets,
        }
    }

    /// Adds an equation, unless a secret followed from it.
    fn learn(&mut self, mut equation: Vec<u64>) -> bool {
        // In the order in which they came: each is free of the leads before it.
        for row in &self.rows {
            take_off(&mut equation, row);
        }
        let Some(lead) = equation.iter().position(|c| *c != 0) else {
            return true;
        };
        let inverse = power(equation[lead], P - 2);
        let row = (lead, equation.iter().map(|c| times(*c, inverse)).collect());
        let mut open = self.open.clone();
        for secret in &mut open {
            take_off(secret, &row);
        }
        if open.iter().any(|secret| secret.iter().all(|c| *c == 0)) {
            return false;
        }
        self.open = open;
        self.rows.push(row);
        true
    }
}

fn take_off(quantity: &mut [u64], (lead, row): &(usize, Vec<u64>)) {
    let factor = quantity[*lead];
    if factor == 0 {
        return;
    }
    for (mine, theirs) in quantity.iter_mut().zip(row) {
        *mine = (*mine + P - times(factor, *theirs)) % P;
    }
}

fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b) % u128::from(P);
    u64::try_from(product).unwrap_or_default()
}

fn power(mut base: u64, mut exponent: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        exponent >>= 1;
    }
    result
}
