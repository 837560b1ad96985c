use db::{Tx, values};
use jiff::Timestamp;
use platform::{Actor, Result, SiteId};

use super::InspectionId;
use crate::cases::{CaseId, CaseNumber};
use crate::codes::InspectionReason;

/// The number of a case of the site, for readers who may know that it exists and no more.
pub(crate) async fn number(tx: &mut Tx, site: SiteId, id: CaseId) -> Result<Option<CaseNumber>> {
    let sql = "select number from cases where site_id = $1 and id = $2";
    let row = tx.maybe(sql, values![site, id]).await?;
    Ok(row.map(|row| row.get("number")).transpose()?)
}

/// The case of the site with this number, under the same proviso.
pub(crate) async fn numbered(tx: &mut Tx, site: SiteId, number: &str) -> Result<Option<CaseId>> {
    let sql = "select id from cases where site_id = $1 and number = $2";
    let row = tx.maybe(sql, values![site, number]).await?;
    Ok(row.map(|row| row.get("id")).transpose()?)
}

/// Opens a file to a reader until an instant.
pub(crate) async fn insert(
    tx: &mut Tx,
    site: SiteId,
    case: CaseId,
    actor: &Actor,
    reason: InspectionReason,
    until: Timestamp,
) -> Result<()> {
    tx.run(
        "insert into case_inspections (site_id, id, case_id, account_id, reason, until_at)
         values ($1, $2, $3, $4, $5, $6)",
        values![
            site,
            InspectionId::new(),
            case,
            actor.account,
            reason,
            until
        ],
    )
    .await?;
    Ok(())
}
