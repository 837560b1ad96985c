//! Yearly reports as tagged PDF, of a site or of the whole programme; built as jobs and kept.
//!
//! [`build`] makes one from a transaction, [`build_each`] those of several sites. `report.rs` composes it from published tables alone;
//! `figures.rs` asks for these.

use db::Tx;
use jiff::Timestamp;
use jiff::civil::Date;
use platform::SiteId;

mod chapters;
mod figures;
mod framing;
mod paper;
mod report;
mod series;
mod start;
mod store;
mod told;
pub(crate) mod web;
mod work;

#[cfg(test)]
mod tests;

pub use figures::Proofs;
pub use report::{Edition, Figures, Material, Place, Posts, compose};
pub(crate) use start::start;
pub use told::{Axis, Node, Told};
pub use work::{build, build_each};

/// The work of this area.
pub(crate) const JOBS: &[platform::jobs::Kind] = &[work::BUILD];

platform::id!(ReportId);

/// A report that is kept.
#[derive(Clone, Debug)]
pub struct Report {
    pub site: SiteId,
    pub id: ReportId,
    pub year: i16,
    pub ags: String,
    pub place: String,
    pub sha256: String,
    /// In bytes.
    pub size: i64,
    pub created_at: Timestamp,
}

impl Report {
    pub fn is_of_programme(&self) -> bool {
        self.site == SiteId::PROGRAMME
    }

    pub fn kilobytes(&self) -> i64 {
        (self.size + 1023) / 1024
    }

    /// Enough of the checksum to compare by eye.
    pub fn short_sum(&self) -> &str {
        self.sha256.get(..12).unwrap_or(&self.sha256)
    }
}

/// A report that was just built.
#[derive(Clone, Debug)]
pub struct Built {
    /// As a saved file should be called.
    pub file_name: String,
    pub pdf: Vec<u8>,
    /// To be kept where the report is.
    pub proofs: Proofs,
}

/// The years that a report can be about now, newest first: since somebody was accompanied, and
/// last year in any case.
pub(crate) async fn years(tx: &mut Tx, today: Date) -> db::Result<Vec<i16>> {
    let last = today.year() - 1;
    let first = store::first_entry(tx).await?.map_or(last, Date::year);
    Ok((first.min(last)..=today.year()).rev().collect())
}

/// Years that can be asked for at all.
pub(crate) fn is_year(year: i16) -> bool {
    (2000..=2999).contains(&year)
}
