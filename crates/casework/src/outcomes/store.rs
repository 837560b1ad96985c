use db::{Result, Row, Tx, values};
use platform::SiteId;

use super::{Outcome, OutcomeId};
use crate::cases::{Case, CaseId, Editable};
use crate::rows::insert_all;

/// What was attained in a case, newest first.
pub async fn of_case(tx: &mut Tx, case: &Case) -> Result<Vec<Outcome>> {
    let rows = tx
        .all(
            "select id, kind, on_day from outcomes where site_id = $1 and case_id = $2
             order by on_day desc, id desc",
            values![case.site, case.id],
        )
        .await?;
    rows.iter().map(outcome).collect()
}

pub(super) async fn get(tx: &mut Tx, case: &Case, id: OutcomeId) -> Result<Option<Outcome>> {
    let row = tx
        .maybe(
            "select id, kind, on_day from outcomes
             where site_id = $1 and case_id = $2 and id = $3",
            values![case.site, case.id, id],
        )
        .await?;
    row.as_ref().map(outcome).transpose()
}

pub(super) async fn save(tx: &mut Tx, case: &Editable<Case>, outcome: &Outcome) -> Result<()> {
    insert_past(tx, case.site, &[(case.id, *outcome)]).await
}

/// Writes many outcomes in few statements: for generated data, which knows its cases.
pub async fn insert_past(tx: &mut Tx, site: SiteId, outcomes: &[(CaseId, Outcome)]) -> Result<()> {
    let row = |(case, outcome): &(CaseId, Outcome)| {
        values![site, outcome.id, *case, outcome.kind, outcome.on]
    };
    insert_all(
        tx,
        "insert into outcomes (site_id, id, case_id, kind, on_day) values",
        outcomes.iter().map(row).collect(),
    )
    .await
}

pub(super) async fn save_withdrawal(
    tx: &mut Tx,
    case: &Editable<Case>,
    outcome: &Outcome,
) -> Result<()> {
    let sql = "delete from outcomes where site_id = $1 and case_id = $2 and id = $3";
    tx.run(sql, values![case.site, case.id, outcome.id]).await?;
    Ok(())
}

fn outcome(row: &Row) -> Result<Outcome> {
    Ok(Outcome {
        id: row.get("id")?,
        kind: row.get("kind")?,
        on: row.get("on_day")?,
    })
}
