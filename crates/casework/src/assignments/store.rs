use db::{Query, Result as DbResult, Row, Tx, values};
use jiff::civil::Date;
use platform::{AccountId, Result, SiteId};
use programme::posts::{self, provider_on};

use super::{Assignment, Substitution, SubstitutionId};
use crate::cases::store::expect_saved;
use crate::cases::{AssignmentId, Case, Editable};

/// Gives a case to a worker, and to the provider they work for, or to nobody; the one before ends
/// on that day.
pub(crate) async fn save_worker(
    tx: &mut Tx,
    case: &Editable<Case>,
    worker: Option<AccountId>,
    today: Date,
) -> Result<()> {
    let provider = match worker {
        Some(worker) => provider_on(&posts::store::of_site(tx, case.site).await?, worker, today),
        None => case.provider,
    };
    let saved = tx
        .run(
            "update cases set worker_id = $4, provider_id = $5, version = version + 1
             where site_id = $1 and id = $2 and version = $3",
            values![case.site, case.id, case.version, worker, provider],
        )
        .await?;
    expect_saved(saved)?;
    tx.run(
        "update case_workers set to_on = $3
         where site_id = $1 and case_id = $2 and to_on is null",
        values![case.site, case.id, today],
    )
    .await?;
    let Some(worker) = worker else {
        return Ok(());
    };
    tx.run(
        "insert into case_workers (site_id, id, case_id, worker_id, from_on)
         values ($1, $2, $3, $4, $5)",
        values![case.site, AssignmentId::new(), case.id, worker, today],
    )
    .await?;
    Ok(())
}

/// Who worked on a case, the first one first.
pub(crate) async fn of_case(tx: &mut Tx, case: &Case) -> DbResult<Vec<Assignment>> {
    let rows = tx
        .all(
            "select a.name, w.from_on, w.to_on from case_workers w
             join accounts a on a.id = w.worker_id
             where w.site_id = $1 and w.case_id = $2 order by w.from_on, w.id",
            values![case.site, case.id],
        )
        .await?;
    let assignment = |row: &Row| {
        Ok(Assignment {
            worker_name: row.get("name")?,
            from_on: row.get("from_on")?,
            to_on: row.get("to_on")?,
        })
    };
    rows.iter().map(assignment).collect()
}

/// Substitutions of a site that have not ended; of one account only, if given.
pub(crate) async fn substitutions(
    tx: &mut Tx,
    site: SiteId,
    of: Option<AccountId>,
    today: Date,
) -> DbResult<Vec<Substitution>> {
    let query = Query::new(
        "select s.id, s.worker_id, w.name as worker_name, s.deputy_id, d.name as deputy_name,
         s.from_on, s.to_on from substitutions s
         join accounts w on w.id = s.worker_id join accounts d on d.id = s.deputy_id
         where s.site_id = ",
    )
    .bind(site)
    .push(" and s.to_on > ")
    .bind(today);
    let query = match of {
        Some(account) => query
            .push(" and (s.worker_id = ")
            .bind(account)
            .push(" or s.deputy_id = ")
            .bind(account)
            .push(")"),
        None => query,
    };
    let rows = tx.query(&query.push(" order by s.from_on, s.id")).await?;
    rows.iter().map(substitution).collect()
}

fn substitution(row: &Row) -> DbResult<Substitution> {
    Ok(Substitution {
        id: row.get("id")?,
        worker: row.get("worker_id")?,
        worker_name: row.get("worker_name")?,
        deputy: row.get("deputy_id")?,
        deputy_name: row.get("deputy_name")?,
        from_on: row.get("from_on")?,
        to_on: row.get("to_on")?,
    })
}

/// Records that `deputy` stands in for `worker` in `[from_on, to_on)`.
pub async fn insert_substitution(
    tx: &mut Tx,
    site: SiteId,
    (worker, deputy): (AccountId, AccountId),
    from_on: Date,
    to_on: Date,
) -> DbResult<SubstitutionId> {
    let id = SubstitutionId::new();
    tx.run(
        "insert into substitutions (site_id, id, worker_id, deputy_id, from_on, to_on)
         values ($1, $2, $3, $4, $5, $6)",
        values![site, id, worker, deputy, from_on, to_on],
    )
    .await?;
    Ok(id)
}

/// Ends a substitution today.
pub(crate) async fn end_substitution(
    tx: &mut Tx,
    site: SiteId,
    id: SubstitutionId,
    today: Date,
) -> DbResult<()> {
    tx.run(
        "update substitutions set to_on = $3 where site_id = $1 and id = $2 and to_on > $3",
        values![site, id, today],
    )
    .await?;
    Ok(())
}
