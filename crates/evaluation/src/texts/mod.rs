//! The texts that evaluators and sites write into the yearly report, with all their versions.

use db::Tx;
use platform::{Result, SiteId};

mod store;
mod text;
pub(crate) mod web;

#[cfg(test)]
mod tests;

pub use text::{Section, Version, Written};

/// What a report of this place prints: for a site its own texts and those of the evaluators.
pub(crate) async fn written(tx: &mut Tx, site: Option<SiteId>, year: i16) -> Result<Vec<Written>> {
    let mut all = Vec::new();
    for place in site.into_iter().chain([SiteId::PROGRAMME]) {
        let mut texts = store::newest(tx, place, year).await?;
        texts.retain(|text| !text.body.is_empty());
        texts.sort_by_key(|text| text.section);
        all.extend(texts.into_iter().map(|text| Written {
            section: text.section,
            by_site: place != SiteId::PROGRAMME,
            body: text.body,
        }));
    }
    Ok(all)
}
