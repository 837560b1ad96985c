use db::{Query, Result, Row, Tx, values};
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
    insert(tx, case.site, &[(case.id, *outcome)]).await?;
    count(tx, case).await
}

/// Writes many outcomes in few statements: for generated data, which knows its cases.
pub async fn insert_past(tx: &mut Tx, site: SiteId, outcomes: &[(CaseId, Outcome)]) -> Result<()> {
    insert(tx, site, outcomes).await?;
    count_all(tx, site).await
}

async fn insert(tx: &mut Tx, site: SiteId, outcomes: &[(CaseId, Outcome)]) -> Result<()> {
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
    count(tx, case).await
}

/// Says on which days figures count the outcomes of a case. To be called whenever the case is
/// entered, or no longer, or the outcomes change.
pub(crate) async fn count(tx: &mut Tx, case: &Editable<Case>) -> Result<()> {
    let query = Query::new(COUNT).bind(case.site).push(" and case_id = ");
    tx.run_query(&query.bind(case.id)).await?;
    Ok(())
}

/// As [`count`], of all cases of a site.
pub async fn count_all(tx: &mut Tx, site: SiteId) -> Result<()> {
    tx.run_query(&Query::new(COUNT).bind(site)).await?;
    Ok(())
}

/// In a case that was entered each kind counts once, on the day on which it was first attained, and
/// of all outcomes the first. Employment is one kind, and marginal if that is what came first.
const COUNT: &str = "update outcomes set
    counted_on = case when exists (select 1 from cases c where c.site_id = outcomes.site_id
    and c.id = outcomes.case_id and c.entered_on is not null)
    and not exists (select 1 from outcomes e where e.site_id = outcomes.site_id
    and e.case_id = outcomes.case_id and (e.kind = outcomes.kind
    or (e.kind in ('employment', 'employment_marginal')
    and outcomes.kind in ('employment', 'employment_marginal')))
    and (e.on_day < outcomes.on_day or (e.on_day = outcomes.on_day and (e.kind < outcomes.kind
    or (e.kind = outcomes.kind and e.id < outcomes.id))))) then on_day end,
    first_on = case when exists (select 1 from cases c where c.site_id = outcomes.site_id
    and c.id = outcomes.case_id and c.entered_on is not null)
    and not exists (select 1 from outcomes e where e.site_id = outcomes.site_id
    and e.case_id = outcomes.case_id and (e.on_day < outcomes.on_day
    or (e.on_day = outcomes.on_day and e.id < outcomes.id))) then on_day end
    where site_id = ";

fn outcome(row: &Row) -> Result<Outcome> {
    Ok(Outcome {
        id: row.get("id")?,
        kind: row.get("kind")?,
        on: row.get("on_day")?,
    })
}
