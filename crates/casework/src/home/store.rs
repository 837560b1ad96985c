use db::{Query, Result as DbResult, Row, Tx, values};
use jiff::civil::Date;
use law::StatusCode;
use platform::keys::SiteKeys;
use platform::ui::alphabetical;
use platform::{AccountId, Result};

use crate::cases::store::{Reach, in_scope};
use crate::cases::{CaseId, CaseNumber};
use crate::codes::Domain;
use crate::entitlements::{Held, OpenFile};
use crate::lists::store::Reader;
use crate::lists::{self, Filter, Whose};
use crate::people::PersonId;
use crate::people::store::open_listed;

/// Something with a date in one of the reader's cases.
#[derive(Clone, Debug)]
pub struct Due {
    pub case: CaseId,
    pub number: CaseNumber,
    pub name: String,
    pub on: Date,
}

/// A step that is due, with the life domain of its goal.
#[derive(Clone, Debug)]
pub struct DueStep {
    pub due: Due,
    pub domain: Domain,
}

/// A document that ends soon or has ended.
#[derive(Clone, Debug)]
pub struct EndingDocument {
    pub due: Due,
    pub status: StatusCode,
}

/// Longer lists are counted up to here.
const COUNTED: u64 = 1_000;

const WHO: &str = ", c.id, c.number, c.person_id, k.wrapped, i.family_name, i.given_name";
const WHOSE: &str = " join person_keys k on k.site_id = c.site_id and k.person_id = c.person_id
      join person_identity i on i.site_id = c.site_id and i.person_id = c.person_id";

/// Steps without result that are due until a day, in cases the reader works on; earliest first.
pub async fn steps(
    tx: &mut Tx,
    keys: &SiteKeys,
    reader: Reader<'_>,
    until: Date,
    most: u32,
) -> Result<Vec<DueStep>> {
    let query = Query::new("select s.due_on as day, g.domain")
        .push(WHO)
        .push(
            " from steps s join goals g on g.site_id = s.site_id and g.id = s.goal_id
              join cases c on c.site_id = s.site_id and c.id = s.case_id",
        )
        .push(WHOSE)
        .push(" where s.site_id = ")
        .bind(reader.site)
        .push(" and s.result is null and g.result is null and s.due_on <= ")
        .bind(until);
    let rows = tx.query(&mine(query, reader, most)).await?;
    let step = |row: &Row| {
        Ok(DueStep {
            due: due(row, keys, reader)?,
            domain: row.get("domain")?,
        })
    };
    rows.iter().map(step).collect()
}

/// Papers that end until a day and were not followed by others, without those `told` elsewhere;
/// earliest first.
pub fn documents(
    files: &[OpenFile],
    until: Date,
    most: usize,
    told: impl Fn(CaseId, Date) -> bool,
) -> Result<Vec<EndingDocument>> {
    let ending = |file| {
        let ends = last_papers(file).filter_map(|paper| Some((paper.document_expires_on?, paper)));
        ends.map(move |(on, paper)| (on, file, paper))
    };
    let mut ending: Vec<(Date, &OpenFile, &Held)> = files
        .iter()
        .flat_map(ending)
        .filter(|(on, file, _)| *on <= until && !told(file.case, *on))
        .collect();
    ending.sort_by_key(|(on, file, _)| (*on, file.case.0));
    ending.truncate(most);
    let document = |(on, file, paper): (Date, &OpenFile, &Held)| {
        Ok(EndingDocument {
            due: Due {
                case: file.case,
                number: file.number.clone(),
                name: file.name()?,
                on,
            },
            status: paper.code.clone(),
        })
    };
    ending.into_iter().map(document).collect()
}

/// The papers that hold on and were not followed by a later one.
fn last_papers(file: &OpenFile) -> impl Iterator<Item = &Held> {
    let history = &file.background.history;
    let begun = history.last().and_then(|last| last.from_on);
    let ends = history.iter().map(|held| held.document_expires_on).max();
    history.iter().filter(move |held| {
        held.to_on.is_none() && held.from_on == begun && Some(held.document_expires_on) == ends
    })
}

fn mine(query: Query, reader: Reader<'_>, most: u32) -> Query {
    let (actor, site, today) = (reader.actor, reader.site, reader.today);
    in_scope(query, actor, site, today, Reach::WorkedOn)
        .push(" and c.closed_on is null order by day, c.id limit ")
        .bind(most)
}

fn due(row: &Row, keys: &SiteKeys, reader: Reader<'_>) -> Result<Due> {
    let person: PersonId = row.get("person_id")?;
    Ok(Due {
        case: row.get("id")?,
        number: row.get("number")?,
        name: open_listed(row, keys, reader.site, person)?,
        on: row.get("day")?,
    })
}

/// The open cases of one worker, or of nobody.
#[derive(Clone, Debug)]
pub struct Workload {
    pub worker: Option<AccountId>,
    pub worker_name: Option<String>,
    pub open: i64,
    pub waiting: i64,
}

/// Open cases per worker by name, never by number; `waiting` had no contact since a day.
pub async fn workload(tx: &mut Tx, reader: Reader<'_>, since: Date) -> DbResult<Vec<Workload>> {
    let rows = tx
        .all(
            "select c.worker_id, a.name, count(*) as n,
             cast(sum(case when c.waiting_since <= $2 then 1 else 0 end) as bigint) as waiting
             from cases c left join accounts a on a.id = c.worker_id
             where c.site_id = $1 and c.closed_on is null
             group by c.worker_id, a.name order by c.worker_id",
            values![reader.site, since],
        )
        .await?;
    let load = |row: &Row| {
        Ok(Workload {
            worker: row.get("worker_id")?,
            worker_name: row.get("name")?,
            open: row.get("n")?,
            waiting: row.get("waiting")?,
        })
    };
    let mut all: Vec<Workload> = rows.iter().map(load).collect::<DbResult<_>>()?;
    all.sort_by_cached_key(|one| one.worker_name.as_deref().map(alphabetical));
    Ok(all)
}

/// How many cases are own, nobody's, and a colleague's who is away.
pub(super) async fn counts(tx: &mut Tx, reader: Reader<'_>, filter: &Filter) -> Result<[u64; 3]> {
    let mut counts = [0; 3];
    let whose = [Whose::Own, Whose::Unassigned, Whose::Substituted];
    for (count, whose) in counts.iter_mut().zip(whose) {
        let filter = Filter {
            whose,
            ..filter.clone()
        };
        *count = lists::store::count(tx, reader, &filter, COUNTED).await?;
    }
    Ok(counts)
}
