use std::collections::HashMap;
use std::str::FromStr;

use db::{DbError, FromColumn, Query, Result as DbResult, Row, Tx, Value, values};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::SiteId;
use uuid::Uuid;

use super::{Details, Fact, FactId, Said, Topic};
use crate::cases::{Case, Editable};
use crate::people::PersonId;
use crate::rows::insert_all;

const INSERT: &str = "insert into person_facts (site_id, id, person_id, topic, absent, from_on,
    to_on, contract_on, code, hours, successful, oral_only, insured, skilled, secures_livelihood,
    recorded_at) values";

/// A fact of a person whose course is taken over from elsewhere.
#[derive(Clone, Debug)]
pub struct PastFact {
    pub person: PersonId,
    pub topic: Topic,
    pub said: Said,
}

/// Records the facts of many people in few statements.
pub async fn insert_past(
    tx: &mut Tx,
    site: SiteId,
    facts: &[PastFact],
    now: Timestamp,
) -> DbResult<()> {
    let rows = facts.iter().map(|past| {
        let fact = Fact {
            id: FactId::new(),
            topic: past.topic,
            said: past.said.clone(),
            recorded_at: now,
        };
        row(site, past.person, &fact)
    });
    insert_all(tx, INSERT, rows.collect()).await
}

fn row(site: SiteId, person: PersonId, fact: &Fact) -> Vec<Value> {
    let absent = fact.said == Said::Nothing;
    let details = fact.said.details().cloned().unwrap_or_default();
    values![
        site,
        fact.id,
        person,
        fact.topic,
        absent,
        details.from_on,
        details.to_on,
        details.contract_on,
        details.code,
        details.hours,
        details.successful,
        details.oral_only,
        details.insured,
        details.skilled,
        details.secures_livelihood,
        fact.recorded_at
    ]
}

/// All facts of a person in one text, which is read several times faster than a row for each.
const TOLD: &str = "select person_id, string_agg(concat_ws('\u{1f}', topic, hex(id), recorded_at,
    cast(absent as text), coalesce(from_on, ''), coalesce(to_on, ''), coalesce(contract_on, ''),
    coalesce(code, ''), coalesce(cast(hours as text), ''), coalesce(cast(successful as text), ''),
    coalesce(cast(oral_only as text), ''), coalesce(cast(insured as text), ''),
    coalesce(cast(skilled as text), ''), coalesce(cast(secures_livelihood as text), '')),
    '\u{1e}') as told from person_facts where site_id = ";
const NEXT_FACT: char = '\u{1e}';
const NEXT_FIELD: char = '\u{1f}';

/// The facts of the person of a case, oldest first.
pub async fn of_case(tx: &mut Tx, case: &Case) -> DbResult<Vec<Fact>> {
    let mut all = of_people(tx, case.site, &[case.person]).await?;
    Ok(all.remove(&case.person).unwrap_or_default())
}

/// The facts of several people, oldest first.
pub(crate) async fn of_people(
    tx: &mut Tx,
    site: SiteId,
    people: &[PersonId],
) -> DbResult<HashMap<PersonId, Vec<Fact>>> {
    let query = Query::new(TOLD)
        .bind(site)
        .push(" and person_id in (")
        .bind_list(people.iter().copied())
        .push(") group by person_id");
    let of_person = |row: &Row| {
        let told: String = row.get("told")?;
        let facts = told.split(NEXT_FACT).map(fact);
        let mut facts = facts.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
        facts.sort_by_key(|fact| (begin(fact), fact.recorded_at, fact.id));
        Ok((row.get("person_id")?, facts))
    };
    tx.query(&query).await?.iter().map(of_person).collect()
}

fn begin(fact: &Fact) -> Option<Date> {
    fact.said.details().and_then(|details| details.from_on)
}

/// One fact of [`TOLD`]; else the field that cannot be read.
fn fact(text: &str) -> Result<Fact, &'static str> {
    let mut fields = text.split(NEXT_FIELD);
    let mut field = |name| fields.next().ok_or(name);
    let topic = Topic::from_raw(field("topic")?.to_owned()).map_err(|_| "topic")?;
    let id = FactId(Uuid::parse_str(field("id")?).map_err(|_| "id")?);
    let recorded_at = field("recorded_at")?.parse().ok();
    let recorded_at = recorded_at.and_then(|at| Timestamp::from_millisecond(at).ok());
    let absent = is_yes(field("absent")?);
    let mut given = |name| field(name).map(|text| Some(text).filter(|text| !text.is_empty()));
    let details = Details {
        from_on: parsed("from_on", given("from_on")?)?,
        to_on: parsed("to_on", given("to_on")?)?,
        contract_on: parsed("contract_on", given("contract_on")?)?,
        code: given("code")?.and_then(|code| {
            let mut codes = topic.spec().codes.iter().copied();
            codes.find(|known| *known == code)
        }),
        hours: parsed("hours", given("hours")?)?,
        successful: given("successful")?.map(is_yes),
        oral_only: given("oral_only")?.map(is_yes),
        insured: given("insured")?.map(is_yes),
        skilled: given("skilled")?.map(is_yes),
        secures_livelihood: given("secures_livelihood")?.map(is_yes),
    };
    Ok(Fact {
        id,
        topic,
        said: if absent {
            Said::Nothing
        } else {
            Said::Something(details)
        },
        recorded_at: recorded_at.ok_or("recorded_at")?,
    })
}

/// SQLite says 1, PostgreSQL true.
fn is_yes(told: &str) -> bool {
    matches!(told, "1" | "true")
}

fn parsed<T: FromStr>(name: &'static str, text: Option<&str>) -> Result<Option<T>, &'static str> {
    text.map(str::parse).transpose().map_err(|_| name)
}

fn unreadable(field: &'static str) -> DbError {
    DbError::Column {
        column: field.to_owned(),
        problem: "cannot be read".to_owned(),
    }
}

/// Records a fact of the person of a case. Something said ends the statement that there is
/// nothing.
pub(crate) async fn save(tx: &mut Tx, case: &Editable<Case>, fact: &Fact) -> DbResult<()> {
    tx.run(
        "delete from person_facts where site_id = $1 and person_id = $2 and topic = $3 and absent",
        values![case.site, case.person, fact.topic],
    )
    .await?;
    insert_all(tx, INSERT, vec![row(case.site, case.person, fact)]).await
}

/// Replaces a wrongly recorded fact.
pub(crate) async fn correct(tx: &mut Tx, case: &Editable<Case>, fact: &Fact) -> DbResult<()> {
    remove(tx, case, fact.id).await?;
    insert_all(tx, INSERT, vec![row(case.site, case.person, fact)]).await
}

/// Takes out a fact that was recorded by mistake.
pub(crate) async fn remove(tx: &mut Tx, case: &Editable<Case>, id: FactId) -> DbResult<()> {
    let sql = "delete from person_facts where site_id = $1 and person_id = $2 and id = $3";
    tx.run(sql, values![case.site, case.person, id]).await?;
    Ok(())
}
