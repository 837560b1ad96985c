//! From counts to a table that may be published, with a certificate.
//!
//! A [`Table`] takes counts and gives none back. [`Table::protect`] hides what a [`Rule`] forbids
//! (small counts) and as few other cells as keep the hidden ones from being computed, has the
//! result attacked by an auditor that shares no code with the search, and only then makes a
//! [`PublishedTable`], the one type that outputs take, with a [`Certificate`] for the file.
//!
//! ```
//! use disclosure::{Dimension, Notes, Rule, Table};
//!
//! let sites = Dimension::flat("site", ["Herne", "Kleve", "Unna"])?;
//! let sexes = Dimension::flat("sex", ["f", "m"])?;
//! let notes = Notes { wording: "Teilnahmen 2021".into(), ..Notes::default() };
//! let mut table = Table::new(vec![sites, sexes], notes)?;
//! for (site, sex, count) in [
//!     ("Herne", "f", 12), ("Herne", "m", 31), ("Kleve", "f", 2), ("Kleve", "m", 17),
//!     ("Unna", "f", 9), ("Unna", "m", 24),
//! ] {
//!     table.add(&[site, sex], count)?;
//! }
//! let (published, certificate) = table.protect(&Rule::default())?;
//! assert_eq!(published.get(&["Kleve", "f"]), Some(None));
//! assert_eq!(published.get(&["Total", "Total"]), Some(Some(95)));
//! assert_eq!(published.suppressed(), 4); // blanking the 2 alone would give it away
//! assert!(certificate.optimal());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What a reader is kept from
//!
//! * For each sensitive count `n` every whole number from `n − 1` to `max(threshold, n + 1)` stays
//!   possible to a reader of the table who knows that counts are whole and not negative.
//! * With [`Zeros::Publish`] no zero is ever hidden, and a reader who concludes that no hidden
//!   cell is empty still cannot name a sensitive count.
//! * A person who is alone in an inner cell, and so knows its count, cannot name the count of
//!   others: two single persons never protect each other alone.
//!
//! # How
//!
//! Tables whose relations form a network (one dimension, or two of which at most one has inner
//! nodes) are solved exactly by the model of Fischetti and Salazar (Mathematical Programming 84,
//! 1999), cuts found by minimum cuts, the integer problem by `microlp`; weights are
//! `1 + ln(1 + n)`. Other tables, networks of more cells than [`Search::cells`] and those too
//! hard within a counted number of steps get a pattern from cheapest ways of change, each an
//! explicit whole-number table that a reader cannot rule out; hidden cells are then printed again,
//! or traded for cheaper ones, while all ways last; the certificate says `optimal: false` then.
//! Intervals are exact: maximum flows in networks (Gusfield, SIAM Journal on Computing 17, 1988),
//! else the simplex method with branch and bound where a corner is not whole. Equal input gives
//! equal output, byte for byte, unless a time limit cuts the search short.
#![warn(missing_docs)]

mod audit;
mod certificate;
mod dimension;
mod error;
pub mod files;
mod lattice;
mod published;
mod rule;
mod suppress;
mod table;

pub use certificate::{Certificate, Kind, Protected};
pub use dimension::{Dimension, Node, TOTAL};
pub use error::{ProtectError, TableError};
pub use published::{Cell, PublishedTable};
pub use rule::{Notes, Rule, Search, Zeros};
pub use table::{MAX_CELLS, MAX_COUNT, MAX_THRESHOLD, Table};
