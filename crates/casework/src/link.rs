//! The way from the pages around a case to the case.

use crate::cases::{Case, CaseNumber};

/// What a page says of the case it belongs to.
pub(crate) struct CaseLink {
    pub number: CaseNumber,
    /// `/cases/…`
    pub href: String,
}

impl CaseLink {
    pub(crate) fn to(case: &Case) -> CaseLink {
        CaseLink {
            number: case.number.clone(),
            href: format!("/cases/{}", case.id),
        }
    }
}
