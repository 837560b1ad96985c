use db::{Tx, values};
use jiff::civil::Date;
use law::StatusCode;
use platform::Result;

use super::Change;
use crate::cases::store::{add_stage, expect_saved};
use crate::cases::{Case, Editable};
use crate::people::EntryFacts;

/// Saves the indication with what the person was on the day from which it counts; a stage that
/// was reached with it began on `on`.
pub(crate) async fn save(
    tx: &mut Tx,
    case: &Editable<Case>,
    change: &Change,
    facts: &EntryFacts,
    on: Date,
) -> Result<()> {
    let status = facts.status.as_ref().map(StatusCode::as_str);
    let group = status.and_then(law::status::group_of).map(law::Group::code);
    let saved = tx
        .run(
            "update cases set indication = $4, exception_reason = $5, entered_on = $6,
             status_at_entry = $7, status_group_at_entry = $8, age_at_entry = $9, stage = $10,
             version = version + 1 where site_id = $1 and id = $2 and version = $3",
            values![
                case.site,
                case.id,
                case.version,
                change.indication,
                change.exception,
                change.entered_on,
                status.map(ToOwned::to_owned),
                group,
                facts.age,
                change.stage.unwrap_or(case.stage)
            ],
        )
        .await?;
    expect_saved(saved)?;
    if let Some(stage) = change.stage {
        add_stage(tx, case, stage, on).await?;
    }
    Ok(())
}
