//! A pattern that protects, made cheaper: cells are printed again where other witnesses are found
//! among the cells that stay hidden, or among cheaper ones.

use super::cubes::{Demand, State};

/// Rounds over all hidden cells; what is left to gain after them is little.
const ROUNDS: usize = 6;

/// The hidden cells and who needs them.
pub(super) struct Polish<'a, 'b> {
    state: &'a mut State<'b>,
    demands: &'a [Demand],
    witnesses: Vec<Vec<usize>>,
    /// For each cell the demands whose witnesses once touched it.
    users: Vec<Vec<usize>>,
}

impl<'a, 'b> Polish<'a, 'b> {
    pub(super) fn new(
        state: &'a mut State<'b>,
        demands: &'a [Demand],
        witnesses: Vec<Vec<usize>>,
    ) -> Self {
        let mut users = vec![Vec::new(); state.prices.len()];
        for (user, witness) in witnesses.iter().enumerate() {
            for cell in witness {
                users[*cell].push(user);
            }
        }
        Self {
            state,
            demands,
            witnesses,
            users,
        }
    }

    /// Until nothing is gained, or half of the time is gone.
    pub(super) fn run(mut self) {
        self.pass(false);
        for _ in 0..ROUNDS {
            if !self.pass(true) {
                return;
            }
            self.pass(false);
        }
    }

    /// Tries to print each hidden cell, dearest first; in a trade for cheaper ones if asked to.
    fn pass(&mut self, trading: bool) -> bool {
        let task = self.state.task;
        let hidden = |cell: &usize| self.state.prices[*cell] <= 0.0 && !task.is_primary(*cell);
        let mut order: Vec<usize> = (0..self.users.len()).filter(hidden).collect();
        order.sort_by(|a, b| task.weights[*b].total_cmp(&task.weights[*a]));
        self.state.look_again();
        let mut gained = false;
        for cell in order {
            if task.is_late() {
                return false;
            }
            let budget = if trading {
                task.weights[cell] * 0.999_999
            } else {
                f64::MIN_POSITIVE
            };
            gained |= self.print(cell, budget);
        }
        gained
    }

    /// Prints a cell if all demands that used it find other witnesses below the budget.
    fn print(&mut self, cell: usize, budget: f64) -> bool {
        let mut users = std::mem::take(&mut self.users[cell]);
        users.sort_unstable();
        users.dedup();
        users.retain(|user| self.witnesses[*user].contains(&cell));
        let mut trade = Trade::default();
        self.state.prices[cell] = f64::INFINITY;
        let possible = users
            .iter()
            .all(|user| self.replace(*user, budget, &mut trade));
        if possible {
            for (user, witness) in trade.witnesses {
                for touched in &witness {
                    self.users[*touched].push(user);
                }
                self.witnesses[user] = witness;
            }
        } else {
            self.state.prices[cell] = 0.0;
            for &cell in &trade.opened {
                self.state.prices[cell] = self.state.task.weights[cell];
            }
            if !trade.opened.is_empty() {
                self.state.look_again();
            }
            self.users[cell] = users;
        }
        possible
    }

    /// Finds another witness and hides its cells.
    fn replace(&mut self, user: usize, budget: f64, trade: &mut Trade) -> bool {
        let Some(witness) = self.state.witness(self.demands[user], budget - trade.spent) else {
            return false;
        };
        for &cell in &witness {
            if self.state.prices[cell] > 0.0 && !trade.opened.contains(&cell) {
                trade.spent += self.state.prices[cell];
                trade.opened.push(cell);
            }
        }
        self.state.hide(&witness);
        trade.witnesses.push((user, witness));
        trade.spent < budget
    }
}

/// What is to be hidden instead of a cell.
#[derive(Default)]
struct Trade {
    spent: f64,
    opened: Vec<usize>,
    witnesses: Vec<(usize, Vec<usize>)>,
}
