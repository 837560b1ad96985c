//! What can go wrong between counts and a published table.

use thiserror::Error;

/// Why counts do not form a table.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum TableError {
    /// A table needs at least one dimension.
    #[error("the table has no dimension")]
    NoDimension,
    /// Two dimensions share a name.
    #[error("the dimension {name:?} is there twice")]
    DimensionTwice {
        /// The shared name.
        name: String,
    },
    /// A dimension without categories.
    #[error("the dimension {dimension:?} has no category")]
    NoCategory {
        /// The dimension.
        dimension: String,
    },
    /// A category or node with an empty label.
    #[error("the dimension {dimension:?} has an empty label")]
    EmptyLabel {
        /// The dimension.
        dimension: String,
    },
    /// A category or node called `Total`, the label of the sums.
    #[error(
        "the dimension {dimension:?} has a category called \"Total\"; that label is kept for sums"
    )]
    CalledTotal {
        /// The dimension.
        dimension: String,
    },
    /// A category given twice, or a child with two parents.
    #[error("the dimension {dimension:?} uses the label {label:?} twice")]
    LabelTwice {
        /// The dimension.
        dimension: String,
        /// The label.
        label: String,
    },
    /// A node that is, by way of others, part of itself.
    #[error("the hierarchy of {dimension:?} runs in a circle at {label:?}")]
    Cycle {
        /// The dimension.
        dimension: String,
        /// A label on the circle.
        label: String,
    },
    /// A category that the hierarchy does not name.
    #[error("{label:?} has no place in the hierarchy of {dimension:?}")]
    NoPlace {
        /// The dimension.
        dimension: String,
        /// The category.
        label: String,
    },
    /// A count given for a node that is a sum of others.
    #[error(
        "{label:?} is an inner node of the hierarchy of {dimension:?} and cannot have counts of its own"
    )]
    InnerNodeAsCategory {
        /// The dimension.
        dimension: String,
        /// The node.
        label: String,
    },
    /// A count was given for labels the table does not have.
    #[error("the table has no inner cell {labels:?}")]
    NoSuchCell {
        /// The labels, in the order of the dimensions.
        labels: Vec<String>,
    },
    /// More cells than the methods here are made for.
    #[error("the table would have more than {limit} cells")]
    TooManyCells {
        /// The largest size taken.
        limit: usize,
    },
    /// A count or sum beyond 10^12.
    #[error("a count or sum is larger than {limit}")]
    CountTooLarge {
        /// The largest count taken.
        limit: u64,
    },
}

/// Why a table was not released.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ProtectError {
    /// A threshold of 0 has no meaning.
    #[error("the threshold must be between 1 and {limit}")]
    Threshold {
        /// The largest threshold taken.
        limit: u32,
    },
    /// Time ran out before a protected pattern was found and audited.
    #[error("the time limit ended before the table was protected")]
    TimeLimit,
    /// The auditor found a sensitive count that can be narrowed; nothing is released.
    #[error("the auditor rejected the table: {violations} sensitive cells can be narrowed")]
    Rejected {
        /// How many cells.
        violations: usize,
    },
    /// No pattern protects the table beside its printed total: it has to be made coarser.
    #[error("the table cannot be protected while its total is printed")]
    Unprotectable {
        /// The dimension whose categories alone are too small already, if it is one.
        dimension: Option<usize>,
    },
    /// The solver gave no answer; nothing is released.
    #[error("the solver failed: {0}")]
    Solver(String),
}
