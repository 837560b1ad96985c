use db::{DbError, FromColumn, Query, Result as DbResult, Row, Tx, Value, values};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::SiteId;

use super::{Details, Fact, FactId, Said, Topic};
use crate::cases::{Case, Editable};
use crate::people::PersonId;
use crate::rows::insert_all;
use crate::told::{self, Fields};

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

/// All facts of a person in one text, see [`told`].
pub(crate) const TOLD: &str = "string_agg(concat_ws('\u{1f}', topic, hex(id), recorded_at,
    cast(absent as text), coalesce(from_on, ''), coalesce(to_on, ''), coalesce(contract_on, ''),
    coalesce(code, ''), coalesce(cast(hours as text), ''), coalesce(cast(successful as text), ''),
    coalesce(cast(oral_only as text), ''), coalesce(cast(insured as text), ''),
    coalesce(cast(skilled as text), ''), coalesce(cast(secures_livelihood as text), '')),
    '\u{1e}')";

/// The facts of the person of a case, oldest first.
pub async fn of_case(tx: &mut Tx, case: &Case) -> DbResult<Vec<Fact>> {
    let query = Query::new("select ")
        .push(TOLD)
        .push(" as facts from person_facts where site_id = ")
        .bind(case.site)
        .push(" and person_id = ")
        .bind(case.person);
    let rows = tx.query(&query).await?;
    told_facts(rows.first().ok_or(DbError::NoRow)?)
}

/// The facts in a column `facts` as [`TOLD`] fills it, oldest first.
pub(crate) fn told_facts(row: &Row) -> DbResult<Vec<Fact>> {
    let text: Option<String> = row.get("facts")?;
    let facts = told::rows(text.as_deref()).map(fact);
    let mut facts = facts.collect::<DbResult<Vec<_>>>()?;
    facts.sort_by_key(|fact| (begin(fact), fact.recorded_at, fact.id));
    Ok(facts)
}

fn begin(fact: &Fact) -> Option<Date> {
    fact.said.details().and_then(|details| details.from_on)
}

fn fact(mut fields: Fields<'_>) -> DbResult<Fact> {
    let topic = |text: &str| Topic::from_raw(text.to_owned()).ok();
    let topic = fields.next("topic", topic)?;
    let id = FactId(fields.next("id", told::parsed)?);
    let recorded_at = fields.next("recorded_at", told::instant)?;
    let absent = fields.next("absent", told::yes)?;
    let mut codes = topic.spec().codes.iter().copied();
    let details = Details {
        from_on: fields.maybe("from_on", told::parsed)?,
        to_on: fields.maybe("to_on", told::parsed)?,
        contract_on: fields.maybe("contract_on", told::parsed)?,
        code: fields
            .maybe("code", |code| Some(codes.find(|known| *known == code)))?
            .flatten(),
        hours: fields.maybe("hours", told::parsed)?,
        successful: fields.maybe("successful", told::yes)?,
        oral_only: fields.maybe("oral_only", told::yes)?,
        insured: fields.maybe("insured", told::yes)?,
        skilled: fields.maybe("skilled", told::yes)?,
        secures_livelihood: fields.maybe("secures_livelihood", told::yes)?,
    };
    let said = if absent {
        Said::Nothing
    } else {
        Said::Something(details)
    };
    Ok(Fact {
        id,
        topic,
        said,
        recorded_at,
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
