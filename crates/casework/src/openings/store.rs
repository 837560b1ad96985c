use db::{DbError, Query, Result as DbResult, Tx, Value, values};
use jiff::Timestamp;
use jiff::civil::Date;
use law::StatusCode;
use platform::keys::SiteKeys;
use platform::{Error, Result, SiteId, said};
use programme::posts::{self, Post, provider_on};
use programme::providers::ProviderId;
use vault::PersonKey;

use super::NewCase;
use crate::cases::{AssignmentId, CaseId, CaseNumber, ClosureId, StageId};
use crate::closures::Closure;
use crate::people::{self, EntryFacts, NewPerson, Person, PersonId};
use crate::rows::insert_all;
use crate::statuses::{self, NewStatus};

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
/// is refused by the database (`cases`, `number`), and so is a second open case of a person.
pub async fn open_all(
    tx: &mut Tx,
    site: SiteId,
    cases: &[(&NewCase, &EntryFacts)],
    now: Timestamp,
) -> Result<Vec<CaseId>> {
    let mut ids = Vec::with_capacity(cases.len());
    let posts = posts::store::of_site(tx, site).await?;
    for some in cases.chunks(500) {
        let numbers = numbers(tx, site, some).await?;
        let mut rows = CaseRows::default();
        for ((case, facts), number) in some.iter().zip(&numbers) {
            let id = CaseId::new();
            rows.add((site, id, number), case, facts, &posts, now);
            ids.push(id);
        }
        rows.insert(tx).await.map_err(refused)?;
        let people: Vec<PersonId> = some.iter().map(|(case, _)| case.person).collect();
        people::store::tell_cases(tx, site, &people).await?;
    }
    Ok(ids)
}

fn refused(error: DbError) -> Error {
    if error.is_unique("cases", "person_id") {
        return Error::Conflict(said("case-runs-elsewhere"));
    }
    error.into()
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
        (site, id, number): (SiteId, CaseId, &CaseNumber),
        case: &NewCase,
        facts: &EntryFacts,
        posts: &[Post],
        now: Timestamp,
    ) {
        let on = case.opening.opened_on;
        let provider = case
            .worker
            .and_then(|worker| provider_on(posts, worker, on));
        self.cases
            .push(case_row((site, id, number), case, facts, provider, now));
        for (stage, from_on) in case.course() {
            self.stages
                .push(values![site, StageId::new(), id, stage, from_on]);
        }
        if let Some(worker) = case.worker {
            self.workers
                .push(values![site, AssignmentId::new(), id, worker, on]);
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
    (site, id, number): (SiteId, CaseId, &CaseNumber),
    case: &NewCase,
    facts: &EntryFacts,
    provider: Option<ProviderId>,
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
        provider,
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

/// Whether the site has a case of this number.
pub(crate) async fn is_taken(tx: &mut Tx, site: SiteId, number: &CaseNumber) -> DbResult<bool> {
    Ok(!taken(tx, site, std::slice::from_ref(number))
        .await?
        .is_empty())
}

/// What a new case keeps of a person known before; `typed` may add a status.
pub async fn entry_facts(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    person: PersonId,
    typed: &NewPerson,
    on: Date,
) -> Result<EntryFacts> {
    let (known, key) = known(tx, keys, site, person).await?;
    let history = statuses::store::of_person(tx, site, person, &key).await?;
    let mut all: Vec<NewStatus> = history.into_iter().map(|entry| entry.status).collect();
    all.extend(typed.statuses.iter().cloned());
    let whole = NewPerson {
        birth: known.birth().or(typed.birth),
        statuses: all,
        ..NewPerson::default()
    };
    Ok(whole.entry_facts(on))
}

/// What a new case keeps of its person, known before or not.
pub(crate) async fn facts(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    known: Option<PersonId>,
    typed: &NewPerson,
    on: Date,
) -> Result<EntryFacts> {
    match known {
        Some(person) => entry_facts(tx, keys, site, person, typed, on).await,
        None => Ok(typed.entry_facts(on)),
    }
}

/// The person of a new case: registered, or known and brought up to what was typed.
pub(crate) async fn enter(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    known: Option<PersonId>,
    typed: &NewPerson,
    now: Timestamp,
) -> Result<PersonId> {
    let Some(person) = known else {
        return people::register(tx, keys, site, typed, now).await;
    };
    learn(tx, keys, site, person, typed, now).await?;
    Ok(person)
}

/// Adds to a person known before what was not known: a status that differs from the current one.
pub async fn learn(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    person: PersonId,
    typed: &NewPerson,
    now: Timestamp,
) -> Result<()> {
    let (_, key) = known(tx, keys, site, person).await?;
    let history = statuses::store::of_person(tx, site, person, &key).await?;
    for status in &typed.statuses {
        if history
            .last()
            .is_none_or(|last| last.status.code != status.code)
        {
            statuses::store::add_to(tx, site, person, &key, status, now).await?;
        }
    }
    Ok(())
}

async fn known(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    person: PersonId,
) -> Result<(Person, PersonKey)> {
    let key = people::store::key(tx, keys, site, person).await?;
    let key = key.ok_or(Error::NotFound)?;
    let person = people::store::load(tx, site, person, &key).await?;
    Ok((person.ok_or(Error::NotFound)?, key))
}
