//! Residence law as dated data: status codes, deadlines, access, perspectives.
#![warn(missing_docs)]

pub mod rules;
pub mod status;

pub use rules::Rules;
pub use status::{Group, Status, StatusCode};

/// How a rule or entry was verified: `V` read in the consolidated statute, `V19` read in the
/// version of March 2019, `P` read on a secondary page, `R-h`, `R-m`, `R-l` recalled with high,
/// medium or low confidence.
pub const MARKS: [&str; 6] = ["V", "V19", "P", "R-h", "R-m", "R-l"];
