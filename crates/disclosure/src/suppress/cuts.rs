//! What every protecting pattern must hide: a cut for each demand that a pattern fails.

use std::collections::BTreeSet;

use super::Change;
use super::network::Network;
use super::task::Task;

/// The sum over the cells of coefficient times hidden must reach the bound; in billionths, so that
/// equal cuts are equal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cut {
    pub(super) terms: Vec<(usize, i64)>,
    pub(super) bound: i64,
}
pub(super) const ONE: i64 = 1_000_000_000;
/// Cells of a relation whose cuts are made beforehand.
const SHORT: usize = 12;

impl Cut {
    /// Whether it asks for anything where only these cells can be hidden besides the sensitive.
    pub(super) fn binds(&self, free: &[bool]) -> bool {
        self.bound > 0
            || self
                .terms
                .iter()
                .any(|(cell, share)| *share < 0 && free[*cell])
    }

    /// What the cells that are not sensitive must bring to it.
    pub(super) fn rest(&self, task: &Task) -> i64 {
        let known = self.terms.iter().filter(|(cell, _)| task.is_primary(*cell));
        self.bound - known.map(|(_, share)| share).sum::<i64>()
    }

    /// How much more than needed a pattern hides.
    pub(super) fn slack(&self, hidden: &[f64]) -> f64 {
        let terms = self
            .terms
            .iter()
            .map(|(cell, share)| shared(*share) * hidden[*cell]);
        terms.sum::<f64>() - shared(self.bound)
    }
}

/// No cell may be hidden alone in a relation, nor with the cell of one person only.
pub(super) fn bridges(task: &Task) -> BTreeSet<Cut> {
    let mut cuts = BTreeSet::new();
    for (parts, sum) in task.lattice.relations() {
        let members: Vec<usize> = parts.into_iter().chain([sum]).collect();
        let inside: Vec<usize> = members
            .iter()
            .copied()
            .filter(|c| task.is_primary(*c))
            .collect();
        for &own in &inside {
            let insiders = task.insiders(own, &inside).into_iter().map(Some);
            for insider in insiders.chain([None]) {
                let others = members
                    .iter()
                    .filter(|c| **c != own && Some(**c) != insider);
                let open = others.filter(|cell| task.open[**cell]);
                cuts.insert(Cut {
                    terms: open.map(|cell| (*cell, ONE)).collect(),
                    bound: ONE,
                });
            }
        }
    }
    cuts.retain(|cut| !cut.terms.iter().any(|(cell, _)| task.is_primary(*cell)));
    cuts
}

/// The best pattern hides no cell alone in a relation. [`useless`] finds this too, cell by cell;
/// in short relations it is said of all cells at once.
pub(super) fn company(task: &Task) -> BTreeSet<Cut> {
    let mut cuts = BTreeSet::new();
    for (parts, sum) in task.lattice.relations() {
        let members: Vec<usize> = parts
            .into_iter()
            .chain([sum])
            .filter(|c| task.open[*c])
            .collect();
        if members.len() > SHORT || members.iter().any(|cell| task.is_primary(*cell)) {
            continue;
        }
        for &own in &members {
            let terms = members
                .iter()
                .map(|cell| (*cell, if *cell == own { -ONE } else { ONE }));
            cuts.insert(Cut {
                terms: terms.collect(),
                bound: 0,
            });
        }
    }
    cuts
}

/// A cell that lies on no circle of hidden cells is hidden for nothing: it never is in the best
/// pattern.
pub(super) fn useless(task: &Task, network: &Network, hidden: &[f64]) -> BTreeSet<Cut> {
    let network = network.through(|cell| hidden[cell] > 0.0);
    let cut = |cell: usize| {
        let flow = network.push(cell, true, hidden[cell], |other, _| hidden[other]);
        (flow.value < hidden[cell] - 1e-4).then(|| {
            let others = flow.cut.iter().filter(|(other, _)| task.open[*other]);
            let mut terms: Vec<(usize, i64)> = others.map(|(other, _)| (*other, ONE)).collect();
            terms.push((cell, -ONE));
            Cut { terms, bound: 0 }
        })
    };
    let partly = |cell: &usize| task.is_free(*cell) && hidden[*cell] > 1e-4;
    (0..hidden.len()).filter(partly).filter_map(cut).collect()
}

/// The cuts of all demands that a pattern, whole or fractional, fails.
pub(super) fn violated(task: &Task, network: &Network, hidden: &[f64]) -> BTreeSet<Cut> {
    let network = &network.through(|cell| hidden[cell] > 0.0);
    let mut cuts = BTreeSet::new();
    for &cell in &task.primaries {
        let (rise, fall) = (count(task.rise(cell)), count(task.fall(cell)));
        cuts.extend(Attack::new(task, rise, 0, None).directed(network, cell, true, hidden));
        if fall > 0.0 {
            cuts.extend(Attack::new(task, fall, 0, None).directed(network, cell, false, hidden));
        }
        let attack = Attack::new(task, 1.0, task.floor, None);
        let (cut, change) = attack.spread(network, cell, hidden);
        cuts.extend(cut);
        for person in task.insiders(cell, &places(&change)) {
            let attack = Attack::new(task, 1.0, task.floor, Some(person));
            cuts.extend(attack.spread(network, cell, hidden).0);
        }
    }
    cuts
}

/// For each sensitive cell changes that show that neither the printed zeros nor a person alone in
/// another cell give it away.
pub(super) fn proofs(task: &Task, network: &Network, hidden: &[bool]) -> Vec<(usize, Vec<Change>)> {
    let hidden: Vec<f64> = hidden
        .iter()
        .map(|hidden| f64::from(u8::from(*hidden)))
        .collect();
    let network = &network.through(|cell| hidden[cell] > 0.0);
    let change = |cell: usize, insider: Option<usize>| {
        Attack::new(task, 1.0, task.floor, insider)
            .spread(network, cell, &hidden)
            .1
    };
    let proof = |cell: &usize| {
        let first = change(*cell, None);
        let insiders = task.insiders(*cell, &places(&first)).into_iter();
        let others = insiders.map(|person| change(*cell, Some(person)));
        (*cell, [first.clone()].into_iter().chain(others).collect())
    };
    task.primaries.iter().map(proof).collect()
}

fn places(change: &Change) -> Vec<usize> {
    change.iter().map(|(cell, _)| *cell).collect()
}

/// One reader: what they know, and how far they must be kept from the truth.
struct Attack<'a> {
    task: &'a Task,
    need: f64,
    floor: i64,
    insider: Option<usize>,
}

impl<'a> Attack<'a> {
    fn new(task: &'a Task, need: f64, floor: i64, insider: Option<usize>) -> Self {
        Self {
            task,
            need,
            floor,
            insider,
        }
    }

    /// What hiding a cell can give way, at most what is needed.
    fn capacity(&self, cell: usize, upwards: bool) -> f64 {
        match (self.insider == Some(cell), upwards) {
            (true, _) => 0.0,
            (false, true) => self.need,
            (false, false) => count(self.task.counts[cell] - self.floor).clamp(0.0, self.need),
        }
    }

    /// How far a cell can give way that is hidden in part.
    fn room(&self, hidden: &[f64]) -> impl Fn(usize, bool) -> f64 {
        move |cell, upwards| hidden[cell] * self.capacity(cell, upwards)
    }

    /// The cut that keeps a cell from moving one way.
    fn directed(&self, network: &Network, cell: usize, up: bool, hidden: &[f64]) -> Option<Cut> {
        let flow = network.push(cell, up, self.need, self.room(hidden));
        (flow.value < self.need * (1.0 - 1e-6)).then(|| self.cut(&[flow.cut]))
    }

    /// The cut that keeps a cell from moving at all, or else the cells that move with it.
    fn spread(&self, network: &Network, cell: usize, hidden: &[f64]) -> (Option<Cut>, Change) {
        let rising = network.push(cell, true, self.need, self.room(hidden));
        if rising.value > self.need * (1.0 - 1e-6) {
            return (None, rising.change);
        }
        if self.capacity(cell, false) < self.need {
            return (Some(self.cut(&[rising.cut])), Vec::new());
        }
        let falling = network.push(cell, false, self.need, self.room(hidden));
        let together = rising.value + falling.value > self.need * (1.0 - 1e-6);
        let cut = (!together).then(|| self.cut(&[rising.cut, falling.cut]));
        (cut, falling.change)
    }

    fn cut(&self, sides: &[Vec<(usize, bool)>]) -> Cut {
        let mut cut = std::collections::BTreeMap::new();
        for &(cell, upwards) in sides.iter().flatten() {
            let share = self.capacity(cell, upwards) / self.need;
            let entry = cut.entry(cell).or_insert(0.0_f64);
            *entry = (*entry + share).min(1.0);
        }
        let kept = cut
            .into_iter()
            .filter(|(cell, share)| *share > 0.0 && self.task.open[*cell]);
        let terms = kept
            .map(|(cell, share)| (cell, billionths(share)))
            .collect();
        Cut { terms, bound: ONE }
    }
}

pub(super) fn shared(billionths: i64) -> f64 {
    count(billionths) / count(ONE)
}

#[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
fn billionths(share: f64) -> i64 {
    (share * count(ONE)).ceil() as i64
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts end at 10^12, far below 2^53"
)]
pub(super) fn count(value: i64) -> f64 {
    value as f64
}
