use db::{Query, Result as DbResult, Row, Tx, values};
use jiff::Timestamp;
use jiff::civil::Date;
use law::StatusCode;
use platform::{AccountId, Actor, App, Error, Result, Role, SiteId};

use super::{Case, CaseId, CaseNumber, Editable, StageId};
use crate::closures::Closure;
use crate::codes::{AccessPath, Stage};
use crate::contacts::{self, Written};
use crate::fields::Bounds;
use crate::needs::{self, Need};
use crate::outcomes::{self, Outcome};
use crate::people::{self, Person, PersonId};
use crate::plans::{self, Goal};
use crate::statuses::{self, StatusEntry};

impl db::FromColumn for CaseNumber {
    type Raw = String;
    fn from_raw(raw: String) -> std::result::Result<Self, String> {
        CaseNumber::parse(&raw).map_err(ToOwned::to_owned)
    }
}

/// Which of the cases that somebody may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    All,
    Own,
    /// Of colleagues whom the actor stands in for today.
    Substituted,
    /// Nobody's yet.
    Unassigned,
    /// Own ones and those of a substitution.
    WorkedOn,
}

/// The one place that says whose cases are whose; `c` is the case. A case manager works on own
/// cases, on those of a colleague during a recorded substitution, and can take those nobody has.
pub(crate) fn in_scope(
    query: Query,
    actor: &Actor,
    site: SiteId,
    today: Date,
    reach: Reach,
) -> Query {
    let own = actor.account;
    match actor.role {
        Role::CaseManager => match reach {
            Reach::All => {
                let query = query.push(" and (c.worker_id = ").bind(own);
                let query = query.push(" or c.worker_id is null or c.worker_id in (");
                away(query, own, site, today).push("))")
            }
            Reach::Own => query.push(" and c.worker_id = ").bind(own),
            Reach::Substituted => {
                let query = query.push(" and c.worker_id in (");
                away(query, own, site, today).push(")")
            }
            Reach::Unassigned => query.push(" and c.worker_id is null"),
            Reach::WorkedOn => {
                let query = query.push(" and c.worker_id in (select id from accounts where id = ");
                let query = query.bind(own).push(" union all ");
                away(query, own, site, today).push(")")
            }
        },
        // Sees the work of the team; names and files only after a stated reason.
        Role::TeamLead => query,
        Role::Coordinator
        | Role::Partner
        | Role::Evaluator
        | Role::ProgrammeLead
        | Role::SiteAdmin
        | Role::Auditor => query.push(" and 1 = 0"),
    }
}

/// The colleagues whom somebody stands in for today.
fn away(query: Query, deputy: AccountId, site: SiteId, today: Date) -> Query {
    query
        .push("select s.worker_id from substitutions s where s.site_id = ")
        .bind(site)
        .push(" and s.deputy_id = ")
        .bind(deputy)
        .push(" and s.from_on <= ")
        .bind(today)
        .push(" and s.to_on > ")
        .bind(today)
}

/// For a team lead: only files opened with a reason, for as long as that lasts.
fn inspected(query: Query, actor: &Actor, site: SiteId, now: Timestamp) -> Query {
    if actor.role != Role::TeamLead {
        return query;
    }
    query
        .push(" and exists (select 1 from case_inspections i where i.site_id = ")
        .bind(site)
        .push(" and i.account_id = ")
        .bind(actor.account)
        .push(" and i.case_id = c.id and i.until_at > ")
        .bind(now)
        .push(")")
}

/// A case that the actor may read.
pub async fn visible(tx: &mut Tx, app: &App, actor: &Actor, id: CaseId) -> Result<Case> {
    let site = actor.own_site()?;
    let query = Query::new(SELECT).bind(site).push(" and c.id = ").bind(id);
    let query = in_scope(query, actor, site, app.clock.today(), Reach::All);
    let query = inspected(query, actor, site, app.clock.now());
    let rows = tx.query(&query).await?;
    let row = rows.first().ok_or(Error::NotFound)?;
    let keys = app.keys.site(tx, site).await?;
    case(row, site, id, &keys)
}

/// A case that the actor may change.
pub async fn editable(tx: &mut Tx, app: &App, actor: &Actor, id: CaseId) -> Result<Editable<Case>> {
    if actor.role != Role::CaseManager {
        return Err(Error::NotFound);
    }
    visible(tx, app, actor, id).await.map(Editable)
}

const SELECT: &str = "select c.person_id, c.number, c.stage, c.indication, c.exception_reason,
    c.opened_on, c.entered_on, c.closed_on, c.closure_reason, c.closure_outcome, c.worker_id,
    a.name as worker_name, c.provider_id, c.access_path, c.district, c.status_code,
    c.status_at_entry, c.age_at_entry, c.waiting_since, c.last_contact_on, c.version, k.wrapped
    from cases c join person_keys k on k.site_id = c.site_id and k.person_id = c.person_id
    left join accounts a on a.id = c.worker_id where c.site_id = ";

fn case(row: &Row, site: SiteId, id: CaseId, keys: &platform::keys::SiteKeys) -> Result<Case> {
    let person: PersonId = row.get("person_id")?;
    Ok(Case {
        site,
        id,
        person,
        number: row.get("number")?,
        stage: row.get("stage")?,
        indication: row.get("indication")?,
        exception: row.get("exception_reason")?,
        opened_on: row.get("opened_on")?,
        entered_on: row.get("entered_on")?,
        closure: closure(row)?,
        worker: row.get("worker_id")?,
        worker_name: row.get("worker_name")?,
        provider: row.get("provider_id")?,
        access_path: row.get("access_path")?,
        district: row.get("district")?,
        status: status_code(row, "status_code")?,
        status_at_entry: status_code(row, "status_at_entry")?,
        age_at_entry: row.get("age_at_entry")?,
        waiting_since: row.get("waiting_since")?,
        last_contact_on: row.get("last_contact_on")?,
        version: row.get("version")?,
        key: people::store::open_key(row, keys, person)?,
    })
}

fn closure(row: &Row) -> DbResult<Option<Closure>> {
    let Some(closed_on) = row.get("closed_on")? else {
        return Ok(None);
    };
    Ok(Some(Closure {
        closed_on,
        reason: row.get("closure_reason")?,
        outcome: row.get("closure_outcome")?,
    }))
}

fn status_code(row: &Row, column: &str) -> DbResult<Option<StatusCode>> {
    let code: Option<String> = row.get(column)?;
    Ok(code.as_deref().and_then(StatusCode::parse))
}

impl Case {
    /// The person of the case.
    pub async fn person(&self, tx: &mut Tx) -> Result<Person> {
        let person = people::store::load(tx, self.site, self.person, &self.key).await?;
        person.ok_or(Error::NotFound)
    }

    /// Between which days the work in this case lies.
    pub(crate) async fn bounds(&self, tx: &mut Tx, today: Date) -> Result<Bounds> {
        Ok(Bounds::of(self.person(tx).await?.birth(), today))
    }

    /// The residence statuses of the person, oldest first.
    pub async fn statuses(&self, tx: &mut Tx) -> Result<Vec<StatusEntry>> {
        statuses::store::of_person(tx, self.site, self.person, &self.key).await
    }
}

/// What hangs on a case, for its page.
pub(super) struct Parts {
    pub(super) needs: Vec<Need>,
    pub(super) contacts: Vec<Written>,
    pub(super) goals: Vec<Goal>,
    pub(super) statuses: Vec<StatusEntry>,
    pub(super) outcomes: Vec<Outcome>,
}

impl Parts {
    pub(super) async fn load(tx: &mut Tx, case: &Case) -> Result<Parts> {
        let newest = contacts::ON_CASE_PAGE;
        Ok(Parts {
            needs: needs::of_case(tx, case).await?,
            contacts: contacts::store::of_case(tx, case, 0, newest).await?,
            goals: plans::of_case(tx, case).await?,
            statuses: case.statuses(tx).await?,
            outcomes: outcomes::of_case(tx, case).await?,
        })
    }
}

/// Notes that there was a contact, so that the case waits from that day on.
pub async fn touched(tx: &mut Tx, case: &Editable<Case>, held_on: Date) -> DbResult<()> {
    tx.run(
        "update cases set last_contact_on = $3,
         waiting_since = case when closed_on is null then $3 end
         where site_id = $1 and id = $2 and (last_contact_on is null or last_contact_on < $3)",
        values![case.site, case.id, held_on],
    )
    .await?;
    Ok(())
}

/// The stages a case went through, oldest first.
pub async fn course(tx: &mut Tx, case: &Case) -> DbResult<Vec<(Stage, Date)>> {
    let rows = tx
        .all(
            "select stage, from_on from case_stages where site_id = $1 and case_id = $2
             order by from_on, id",
            values![case.site, case.id],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.get("stage")?, row.get("from_on")?)))
        .collect()
}

/// Brings an open case to another stage.
pub(crate) async fn save_stage(
    tx: &mut Tx,
    case: &Editable<Case>,
    stage: Stage,
    on: Date,
) -> Result<()> {
    let saved = tx
        .run(
            "update cases set stage = $4, version = version + 1
             where site_id = $1 and id = $2 and version = $3",
            values![case.site, case.id, case.version, stage],
        )
        .await?;
    expect_saved(saved)?;
    add_stage(tx, case, stage, on).await?;
    Ok(())
}

/// Notes the day on which a stage began.
pub(crate) async fn add_stage(
    tx: &mut Tx,
    case: &Editable<Case>,
    stage: Stage,
    on: Date,
) -> DbResult<u64> {
    tx.run(
        "insert into case_stages (site_id, id, case_id, stage, from_on)
         values ($1, $2, $3, $4, $5)",
        values![case.site, StageId::new(), case.id, stage, on],
    )
    .await
}

/// A row that was not there any more at its version was changed by somebody else.
pub(crate) fn expect_saved(rows: u64) -> Result<()> {
    if rows == 1 {
        return Ok(());
    }
    Err(Error::Conflict(platform::said("error-conflict")))
}

/// Saves what a case knows besides its course.
pub(crate) async fn save_details(
    tx: &mut Tx,
    case: &Editable<Case>,
    access_path: Option<AccessPath>,
    district: Option<String>,
) -> Result<()> {
    let saved = tx
        .run(
            "update cases set access_path = $4, district = $5, version = version + 1
             where site_id = $1 and id = $2 and version = $3",
            values![case.site, case.id, case.version, access_path, district],
        )
        .await?;
    expect_saved(saved)
}
