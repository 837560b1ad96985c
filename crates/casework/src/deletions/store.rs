use db::{Result, Tx, values};

use crate::cases::{Case, CaseId};
use crate::people;

/// The cases of the person at the site, and whether one is still open.
pub(super) async fn cases_of(tx: &mut Tx, case: &Case) -> Result<(Vec<CaseId>, bool)> {
    let sql = "select id, number, closed_on is null as still_open from cases
               where site_id = $1 and person_id = $2";
    let rows = tx.all(sql, values![case.site, case.person]).await?;
    let mut ids = Vec::new();
    let mut is_open = false;
    for row in &rows {
        ids.push(row.get("id")?);
        is_open |= row.get::<bool>("still_open")?;
    }
    Ok((ids, is_open))
}

/// Without the key nothing that was written about the person opens. The numbers of the cases go
/// too, for other files may hold them beside the name; coded facts stay for the figures.
pub(super) async fn delete(tx: &mut Tx, case: &Case, cases: &[CaseId]) -> Result<()> {
    people::shred(tx, case.site, case.person).await?;
    for id in cases {
        let sql = "update cases set number = $3, version = version + 1
                   where site_id = $1 and id = $2";
        let number = format!("gelöscht {}", id.0.simple());
        tx.run(sql, values![case.site, *id, number]).await?;
    }
    Ok(())
}
