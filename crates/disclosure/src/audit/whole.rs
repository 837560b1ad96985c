//! Bounds in whole numbers by branch and bound, where linear ones are not attained.

use std::time::Duration;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, SolveOutcome, Variable};

use crate::ProtectError;

/// Search nodes; what is found by then is a possible table, if not the outermost one.
const NODES: u64 = 50_000;

/// A table in whole numbers with the largest or smallest sum of the terms, if one was found.
pub(super) fn extreme(
    sums: &[(Vec<usize>, i64)],
    unknowns: usize,
    terms: &[usize],
    largest: bool,
    time: Option<Duration>,
) -> Result<Option<Vec<i64>>, ProtectError> {
    let direction = if largest {
        OptimizationDirection::Maximize
    } else {
        OptimizationDirection::Minimize
    };
    let mut problem = Problem::new(direction);
    let mut variable = |unknown: usize| {
        let gain = f64::from(u8::from(terms.contains(&unknown)));
        problem.add_integer_var(gain, (0, i32::MAX))
    };
    let variables: Vec<Variable> = (0..unknowns).map(&mut variable).collect();
    for (terms, value) in sums {
        let row: Vec<(Variable, f64)> = terms.iter().map(|u| (variables[*u], 1.0)).collect();
        problem.add_constraint(row, ComparisonOp::Eq, decimal(*value));
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(NODES);
    options.time_limit = time;
    let outcome = problem.solve_with(options);
    let outcome = outcome.map_err(|error| ProtectError::Solver(error.to_string()))?;
    let SolveOutcome::Solution(solution) = outcome else {
        return Ok(None);
    };
    Ok(Some(
        variables
            .iter()
            .map(|variable| integer(solution.var_value(*variable)))
            .collect(),
    ))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts end at 10^12, far below 2^53"
)]
fn decimal(value: i64) -> f64 {
    value as f64
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a rounded count, checked by the caller"
)]
fn integer(value: f64) -> i64 {
    value.round() as i64
}
