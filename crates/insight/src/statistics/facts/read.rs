//! Facts on their way from the database.

use casework::encounters::EncounterKind;
use casework::told;
use db::{Query, Result, Row, Tx, values};
use jiff::civil::Date;
use platform::SiteId;
use uuid::Uuid;

use super::{Case, Encounter, Mention, Post, SiteFacts, Traits, Word, Words};

/// All facts of a site.
pub(super) async fn site(tx: &mut Tx, site: SiteId) -> Result<SiteFacts> {
    let mut facts = SiteFacts::default();
    let query = Query::new(CASES).push(" where c.site_id = ").bind(site);
    add_cases(tx, &mut facts, &query).await?;
    facts.encounters = encounters(tx, site, &mut facts.words).await?;
    facts.posts = posts(tx, site, &mut facts.words).await?;
    Ok(facts)
}

/// Reads anew what is known of some cases, and of the other cases of their people, with whom
/// they share what is known of a person.
pub(super) async fn renew(
    tx: &mut Tx,
    site: SiteId,
    facts: &mut SiteFacts,
    changed: &[Uuid],
) -> Result<()> {
    let known = changed.iter().filter_map(|id| facts.cases.get(id));
    let mut people: Vec<Uuid> = known.map(|case| case.person).collect();
    let query = Query::new("select person_id from cases where site_id = ").bind(site);
    let query = query.push(" and id in (").bind_list(changed.to_vec());
    for row in tx.query(&query.push(")")).await? {
        people.push(row.get("person_id")?);
    }
    people.sort_unstable();
    people.dedup();
    let is_other = |case: &Case| people.binary_search(&case.person).is_err();
    facts.cases.retain(|_, case| is_other(case));
    let query = Query::new(CASES).push(" where c.person_id in (");
    let query = query.bind_list(people).push(") and c.site_id = ");
    add_cases(tx, facts, &query.bind(site)).await
}

/// What there is several times of a case is told in one text each.
const CASES: &str =
    "select c.id, c.person_id, c.opened_on, c.entered_on, c.closed_on, c.district, c.sex,
    c.age_at_entry, c.status_group_at_entry, c.nationality, c.provider_id, c.access_path,
    (select string_agg(x.held_on, '\u{1e}') from contacts x
     where x.site_id = c.site_id and x.case_id = c.id) as contacts,
    (select string_agg(concat_ws('\u{1f}', x.held_on, x.domain), '\u{1e}')
     from contact_topics x
     where x.site_id = c.site_id and x.case_id = c.id) as topics,
    (select string_agg(concat_ws('\u{1f}', x.counted_on, x.domain), '\u{1e}') from needs x
     where x.site_id = c.site_id and x.case_id = c.id and x.counted_on is not null) as needs,
    (select string_agg(concat_ws('\u{1f}', x.counted_on, x.kind), '\u{1e}') from outcomes x
     where x.site_id = c.site_id and x.case_id = c.id and x.counted_on is not null)
        as outcomes,
    (select min(x.first_on) from outcomes x
     where x.site_id = c.site_id and x.case_id = c.id) as first_outcome from cases c";

async fn add_cases(tx: &mut Tx, facts: &mut SiteFacts, query: &Query) -> Result<()> {
    for row in tx.query(query).await? {
        let case = case(&row, &mut facts.words)?;
        facts.cases.insert(row.get("id")?, case.into());
    }
    Ok(())
}

fn case(row: &Row, words: &mut Words) -> Result<Case> {
    Ok(Case {
        person: row.get("person_id")?,
        opened: row.get("opened_on")?,
        entered: row.get("entered_on")?,
        closed: row.get("closed_on")?,
        traits: Traits {
            district: coded(row, "district", words)?,
            sex: coded(row, "sex", words)?,
            age_class: words.number(
                row.get::<Option<i64>>("age_at_entry")?
                    .map_or("", age_class),
            ),
            status_group: coded(row, "status_group_at_entry", words)?,
            nationality: coded(row, "nationality", words)?,
            provider: provider(row, words)?,
            access_path: coded(row, "access_path", words)?,
            function: Word::NONE,
        },
        contacts: days(row, "contacts")?,
        topics: mentions(row, "topics", |code| words.number(code))?,
        needs: mentions(row, "needs", |code| words.number(code))?,
        outcomes: mentions(row, "outcomes", |kind| words.number(outcome(kind)))?,
        first_outcome: row.get("first_outcome")?,
    })
}

fn coded(row: &Row, column: &str, words: &mut Words) -> Result<Word> {
    let code: Option<String> = row.get(column)?;
    Ok(words.number(code.as_deref().unwrap_or_default()))
}

fn provider(row: &Row, words: &mut Words) -> Result<Word> {
    let id: Option<Uuid> = row.get("provider_id")?;
    Ok(id.map_or(Word::NONE, |id| words.number(&id.to_string())))
}

fn age_class(age: i64) -> &'static str {
    match age {
        ..18 => "u18",
        18..=20 => "18-20",
        21..=24 => "21-24",
        25..=27 => "25-27",
        28.. => "28+",
    }
}

/// Figures tell marginal employment from the rest of it.
fn outcome(kind: &str) -> &str {
    match kind {
        "employment" => "employment_regular",
        kind => kind,
    }
}

fn days(row: &Row, column: &'static str) -> Result<Box<[Date]>> {
    let text: Option<String> = row.get(column)?;
    let rows = told::rows(text.as_deref());
    rows.map(|mut fields| fields.next(column, told::parsed))
        .collect()
}

fn mentions(
    row: &Row,
    column: &'static str,
    mut number: impl FnMut(&str) -> Word,
) -> Result<Box<[Mention]>> {
    let text: Option<String> = row.get(column)?;
    let rows = told::rows(text.as_deref());
    rows.map(|mut fields| {
        Ok(Mention {
            on: fields.next(column, told::parsed)?,
            code: fields.next(column, |code| Some(number(code)))?,
        })
    })
    .collect()
}

async fn encounters(tx: &mut Tx, site: SiteId, words: &mut Words) -> Result<Vec<Encounter>> {
    let sql = "select on_day, kind, persons, sex, district from encounters where site_id = $1";
    let encounter = |row: &Row| {
        Ok(Encounter {
            on: row.get("on_day")?,
            counselled: row.get::<EncounterKind>("kind")? == EncounterKind::Counselled,
            persons: row.get("persons")?,
            traits: Traits {
                district: coded(row, "district", words)?,
                sex: coded(row, "sex", words)?,
                ..Traits::default()
            },
        })
    };
    tx.all(sql, values![site])
        .await?
        .iter()
        .map(encounter)
        .collect()
}

async fn posts(tx: &mut Tx, site: SiteId, words: &mut Words) -> Result<Vec<Post>> {
    let sql = "select provider_id, function, fte_hundredths, from_on, to_on from posts
        where site_id = $1";
    let post = |row: &Row| {
        let function: String = row.get("function")?;
        Ok(Post {
            from: row.get("from_on")?,
            to: row.get("to_on")?,
            fte_hundredths: row.get("fte_hundredths")?,
            is_case_management: function == "case_management",
            traits: Traits {
                provider: provider(row, words)?,
                function: words.number(&function),
                ..Traits::default()
            },
        })
    };
    tx.all(sql, values![site]).await?.iter().map(post).collect()
}
