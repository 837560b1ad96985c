use std::collections::HashMap;

use db::{Query, Result as DbResult, Row, Tx, Value, values};
use jiff::Timestamp;
use platform::SiteId;

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

const COLUMNS: &str = "select person_id, id, topic, absent, from_on, to_on, contract_on, code,
    hours, successful, oral_only, insured, skilled, secures_livelihood, recorded_at
    from person_facts where site_id = ";
const ORDER: &str = " order by coalesce(from_on, ''), recorded_at, id";

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
    let query = Query::new(COLUMNS)
        .bind(site)
        .push(" and person_id in (")
        .bind_list(people.iter().copied())
        .push(")")
        .push(ORDER);
    let mut all: HashMap<PersonId, Vec<Fact>> = HashMap::new();
    for row in tx.query(&query).await? {
        all.entry(row.get("person_id")?)
            .or_default()
            .push(fact(&row)?);
    }
    Ok(all)
}

fn fact(row: &Row) -> DbResult<Fact> {
    let topic: Topic = row.get("topic")?;
    let said = if row.get("absent")? {
        Said::Nothing
    } else {
        Said::Something(details(row, topic)?)
    };
    Ok(Fact {
        id: row.get("id")?,
        topic,
        said,
        recorded_at: row.get("recorded_at")?,
    })
}

fn details(row: &Row, topic: Topic) -> DbResult<Details> {
    let code: Option<String> = row.get("code")?;
    let known = |code: String| {
        let mut codes = topic.spec().codes.iter().copied();
        codes.find(|known| *known == code)
    };
    Ok(Details {
        from_on: row.get("from_on")?,
        to_on: row.get("to_on")?,
        contract_on: row.get("contract_on")?,
        code: code.and_then(known),
        hours: row.get("hours")?,
        successful: row.get("successful")?,
        oral_only: row.get("oral_only")?,
        insured: row.get("insured")?,
        skilled: row.get("skilled")?,
        secures_livelihood: row.get("secures_livelihood")?,
    })
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
