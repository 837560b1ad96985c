use db::{Result as DbResult, Tx, values};
use jiff::civil::Date;
use law::StatusCode;
use platform::{Result, SiteId};
use programme::posts::{self, provider_on};
use programme::providers::ProviderId;
use uuid::Uuid;

use super::opening::Beginning;
use crate::assignments;
use crate::cases::{Case, CaseId, Editable};
use crate::people::{Birth, Person, age_on};

/// Moves the beginning of a case, with the stage and the worker that began on the same day.
pub(super) async fn save_beginning(
    tx: &mut Tx,
    case: &Editable<Case>,
    beginning: &Beginning,
) -> Result<()> {
    let provider = provider(tx, case, beginning).await?;
    let status = beginning.status.as_ref().map(StatusCode::as_str);
    let group = status.and_then(law::status::group_of);
    tx.run(
        "update cases set opened_on = $3, entered_on = $4, age_at_entry = $5,
         status_at_entry = $6, status_group_at_entry = $7, provider_id = $8,
         waiting_since = case when closed_on is null then coalesce(last_contact_on, $3) end
         where site_id = $1 and id = $2",
        values![
            case.site,
            case.id,
            beginning.opened_on,
            beginning.entered_on,
            beginning.age,
            status,
            group.map(law::Group::code),
            provider
        ],
    )
    .await?;
    move_first(tx, case, beginning, [FIRST_STAGE, MOVE_STAGE]).await?;
    move_first(tx, case, beginning, [FIRST_WORKER, MOVE_WORKER]).await?;
    Ok(())
}

/// Counts the age at the beginning of each of a person's cases anew if the birth was corrected.
pub(super) async fn save_ages(
    tx: &mut Tx,
    site: SiteId,
    person: &Person,
    before: Option<Birth>,
) -> DbResult<()> {
    if person.birth() == before {
        return Ok(());
    }
    let rows = tx
        .all(
            "select id, coalesce(entered_on, opened_on) as day from cases
             where site_id = $1 and person_id = $2",
            values![site, person.id],
        )
        .await?;
    for row in rows {
        let (id, day): (CaseId, Date) = (row.get("id")?, row.get("day")?);
        let age = person.birth().map(|birth| age_on(birth, day));
        tx.run(
            "update cases set age_at_entry = $3 where site_id = $1 and id = $2",
            values![site, id, age],
        )
        .await?;
    }
    Ok(())
}

const FIRST_STAGE: &str = "select id from case_stages
    where site_id = $1 and case_id = $2 and from_on = $3 order by id limit 1";
const MOVE_STAGE: &str = "update case_stages set from_on = $3 where site_id = $1 and id = $2";
const FIRST_WORKER: &str = "select id from case_workers where site_id = $1 and case_id = $2
    and from_on = $3 order by id limit 1";
const MOVE_WORKER: &str = "update case_workers set from_on = $3
    where site_id = $1 and id = $2 and (to_on is null or to_on >= $3)";

async fn move_first(
    tx: &mut Tx,
    case: &Case,
    beginning: &Beginning,
    [find, change]: [&'static str; 2],
) -> DbResult<()> {
    let began = values![case.site, case.id, case.opened_on];
    if let Some(row) = tx.maybe(find, began).await? {
        let id: Uuid = row.get("id")?;
        tx.run(change, values![case.site, id, beginning.opened_on])
            .await?;
    }
    Ok(())
}

/// That of the worker's post on the day, where the worker has had the case from its opening on.
async fn provider(tx: &mut Tx, case: &Case, beginning: &Beginning) -> Result<Option<ProviderId>> {
    let workers = assignments::store::of_case(tx, case).await?;
    let Some(worker) = case.worker else {
        return Ok(case.provider);
    };
    if workers.len() != 1 || workers[0].from_on != case.opened_on {
        return Ok(case.provider);
    }
    let posts = posts::store::of_site(tx, case.site).await?;
    Ok(provider_on(&posts, worker, beginning.opened_on))
}
