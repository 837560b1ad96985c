use db::{Tx, values};
use jiff::civil::Date;
use platform::Result;

use super::Closure;
use crate::cases::store::{add_stage, expect_saved};
use crate::cases::{Case, ClosureId, Editable};
use crate::codes::Stage;

/// Closes a case; it waits for nothing any more.
pub(crate) async fn save_closure(
    tx: &mut Tx,
    case: &Editable<Case>,
    closure: Closure,
) -> Result<()> {
    let Closure {
        closed_on,
        reason,
        outcome,
    } = closure;
    let saved = tx
        .run(
            "update cases set stage = $4, closed_on = $5, closure_reason = $6, closure_outcome = $7,
             waiting_since = null, version = version + 1
             where site_id = $1 and id = $2 and version = $3",
            values![case.site, case.id, case.version, Stage::Closed, closed_on, reason, outcome],
        )
        .await?;
    expect_saved(saved)?;
    tx.run(
        "insert into case_closures (site_id, id, case_id, closed_on, reason, outcome)
         values ($1, $2, $3, $4, $5, $6)",
        values![
            case.site,
            ClosureId::new(),
            case.id,
            closed_on,
            reason,
            outcome
        ],
    )
    .await?;
    add_stage(tx, case, Stage::Closed, closed_on).await?;
    Ok(())
}

/// Opens a closed case again, at the stage before the closing; the closure stays in the history.
pub(crate) async fn save_reopening(
    tx: &mut Tx,
    case: &Editable<Case>,
    stage: Stage,
    today: Date,
) -> Result<()> {
    let saved = tx
        .run(
            "update cases set stage = $4, closed_on = null, closure_reason = null,
             closure_outcome = null, waiting_since = $5, version = version + 1
             where site_id = $1 and id = $2 and version = $3",
            values![case.site, case.id, case.version, stage, today],
        )
        .await?;
    expect_saved(saved)?;
    tx.run(
        "update case_closures set reopened_on = $3
         where site_id = $1 and case_id = $2 and reopened_on is null",
        values![case.site, case.id, today],
    )
    .await?;
    add_stage(tx, case, stage, today).await?;
    Ok(())
}
