use db::{Query, Result as DbResult, Row, Tx, Value, values};
use jiff::Timestamp;
use jiff::civil::Date;
use law::StatusCode;
use platform::{Actor, App, Error, Result, Role, SiteId};

use super::{
    AssignmentId, Case, CaseId, CaseNumber, Closure, ClosureId, Editable, NewCase, StageId,
};
use crate::codes::Stage;
use crate::people::{self, EntryFacts, Person, PersonId, StatusEntry};
use crate::rows::insert_all;

impl db::FromColumn for CaseNumber {
    type Raw = String;
    fn from_raw(raw: String) -> std::result::Result<Self, String> {
        CaseNumber::parse(&raw).map_err(ToOwned::to_owned)
    }
}

/// The one place that says whose cases are whose; `c` is the case. A case manager works on own
/// cases, on those of a colleague during a recorded substitution, and can take those nobody has.
pub(crate) fn in_scope(query: Query, actor: &Actor, site: SiteId, today: Date) -> Query {
    match actor.role {
        Role::CaseManager => query
            .push(" and (c.worker_id = ")
            .bind(actor.account)
            .push(" or c.worker_id is null or c.worker_id in (select s.worker_id from substitutions s where s.site_id = ")
            .bind(site)
            .push(" and s.deputy_id = ")
            .bind(actor.account)
            .push(" and s.from_on <= ")
            .bind(today)
            .push(" and s.to_on > ")
            .bind(today)
            .push("))"),
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
    let query = in_scope(query, actor, site, app.clock.today());
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

    /// The residence statuses of the person, oldest first.
    pub async fn statuses(&self, tx: &mut Tx) -> Result<Vec<StatusEntry>> {
        people::store::statuses(tx, self.site, self.person, &self.key).await
    }
}

/// Opens one case; `facts` come from `NewPerson::entry_facts` or [`entry_facts`].
pub async fn open(
    tx: &mut Tx,
    site: SiteId,
    case: &NewCase,
    facts: &EntryFacts,
    now: Timestamp,
) -> Result<CaseId> {
    let mut ids = open_all(tx, site, &[(case, facts)], now).await?;
    ids.pop().ok_or(Error::NotFound)
}

/// Opens many cases in few statements; ids in the order given. A number that the site has already
/// is refused by the database (`cases`, `number`).
pub async fn open_all(
    tx: &mut Tx,
    site: SiteId,
    cases: &[(&NewCase, &EntryFacts)],
    now: Timestamp,
) -> Result<Vec<CaseId>> {
    let mut ids = Vec::with_capacity(cases.len());
    for some in cases.chunks(500) {
        let numbers = numbers(tx, site, some).await?;
        let mut rows = CaseRows::default();
        for ((case, facts), number) in some.iter().zip(&numbers) {
            let id = CaseId::new();
            rows.add(site, id, number, case, facts, now);
            ids.push(id);
        }
        rows.insert(tx).await?;
    }
    Ok(ids)
}

#[derive(Default)]
struct CaseRows {
    cases: Vec<Vec<Value>>,
    stages: Vec<Vec<Value>>,
    workers: Vec<Vec<Value>>,
    closures: Vec<Vec<Value>>,
}

impl CaseRows {
    fn add(
        &mut self,
        site: SiteId,
        id: CaseId,
        number: &CaseNumber,
        case: &NewCase,
        facts: &EntryFacts,
        now: Timestamp,
    ) {
        self.cases
            .push(case_row(site, id, number, case, facts, now));
        for (stage, from_on) in case.course() {
            self.stages
                .push(values![site, StageId::new(), id, stage, from_on]);
        }
        if let Some(worker) = case.worker {
            let opened_on = case.opening.opened_on;
            self.workers
                .push(values![site, AssignmentId::new(), id, worker, opened_on]);
        }
        if let Some(closure) = case.closure {
            self.closures.push(closure_row(site, id, closure));
        }
    }

    async fn insert(self, tx: &mut Tx) -> DbResult<()> {
        insert_all(tx, INSERT_CASES, self.cases).await?;
        insert_all(tx, INSERT_STAGES, self.stages).await?;
        insert_all(tx, INSERT_WORKERS, self.workers).await?;
        insert_all(tx, INSERT_CLOSURES, self.closures).await
    }
}

const INSERT_CASES: &str = "insert into cases (site_id, id, person_id, number, stage, indication,
    exception_reason, opened_on, entered_on, closed_on, closure_reason, closure_outcome, worker_id,
    provider_id, access_path, district, status_code, status_at_entry, status_group_at_entry,
    age_at_entry, waiting_since, last_contact_on, version, created_at) values";
const INSERT_STAGES: &str = "insert into case_stages (site_id, id, case_id, stage, from_on) values";
const INSERT_WORKERS: &str =
    "insert into case_workers (site_id, id, case_id, worker_id, from_on) values";
const INSERT_CLOSURES: &str =
    "insert into case_closures (site_id, id, case_id, closed_on, reason, outcome) values";

fn case_row(
    site: SiteId,
    id: CaseId,
    number: &CaseNumber,
    case: &NewCase,
    facts: &EntryFacts,
    now: Timestamp,
) -> Vec<Value> {
    let Opened { group, waiting } = opened(case, facts);
    let code = |code: &Option<StatusCode>| code.as_ref().map(|code| code.as_str().to_owned());
    values![
        site,
        id,
        case.person,
        number.as_str(),
        case.stage(),
        case.opening.indication,
        case.opening.exception,
        case.opening.opened_on,
        case.opening.entered_on(),
        case.closure.map(|closure| closure.closed_on),
        case.closure.map(|closure| closure.reason),
        case.closure.map(|closure| closure.outcome),
        case.worker,
        case.provider,
        case.access_path,
        case.district.clone(),
        code(&facts.current_status),
        code(&facts.status),
        group,
        facts.age,
        waiting,
        case.last_contact_on,
        1_i64,
        now
    ]
}

struct Opened {
    group: Option<&'static str>,
    waiting: Option<Date>,
}

fn opened(case: &NewCase, facts: &EntryFacts) -> Opened {
    let code = facts.status.as_ref().map(StatusCode::as_str);
    let since = case.last_contact_on.unwrap_or(case.opening.opened_on);
    Opened {
        group: code.and_then(law::status::group_of).map(law::Group::code),
        waiting: case.closure.is_none().then_some(since),
    }
}

fn closure_row(site: SiteId, case: CaseId, closure: Closure) -> Vec<Value> {
    values![
        site,
        ClosureId::new(),
        case,
        closure.closed_on,
        closure.reason,
        closure.outcome
    ]
}

/// The numbers of new cases: as typed, else the next of the site that is free.
async fn numbers(
    tx: &mut Tx,
    site: SiteId,
    cases: &[(&NewCase, &EntryFacts)],
) -> Result<Vec<CaseNumber>> {
    let mut numbers: Vec<Option<CaseNumber>> =
        cases.iter().map(|(case, _)| case.number.clone()).collect();
    loop {
        let open: Vec<usize> = (0..numbers.len())
            .filter(|place| numbers[*place].is_none())
            .collect();
        let Ok(wanted @ 1..) = i64::try_from(open.len()) else {
            return Ok(numbers.into_iter().flatten().collect());
        };
        let last = draw(tx, site, wanted).await?;
        let drawn: Vec<CaseNumber> = (last - wanted + 1..=last)
            .zip(&open)
            .map(|(count, place)| CaseNumber::given(cases[*place].0.opening.opened_on, count))
            .collect();
        let mut taken = taken(tx, site, &drawn).await?;
        taken.extend(numbers.iter().flatten().cloned());
        for (place, number) in open.into_iter().zip(drawn) {
            numbers[place] = (!taken.contains(&number)).then_some(number);
        }
    }
}

async fn draw(tx: &mut Tx, site: SiteId, many: i64) -> DbResult<i64> {
    let row = tx
        .one(
            "insert into case_numbers (site_id, last) values ($1, $2)
             on conflict (site_id) do update set last = case_numbers.last + $2 returning last",
            values![site, many],
        )
        .await?;
    row.get("last")
}

async fn taken(tx: &mut Tx, site: SiteId, numbers: &[CaseNumber]) -> DbResult<Vec<CaseNumber>> {
    let query = Query::new("select number from cases where site_id = ")
        .bind(site)
        .push(" and number in (")
        .bind_list(numbers.iter().map(CaseNumber::as_str))
        .push(")");
    let rows = tx.query(&query).await?;
    rows.iter().map(|row| row.get("number")).collect()
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
