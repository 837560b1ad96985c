//! Facts on their way from the database.

use casework::encounters::EncounterKind;
use casework::told::{self, Fields};
use db::{Query, Result, Row, Tx, values};
use jiff::civil::Date;
use platform::SiteId;
use uuid::Uuid;

use super::{Case, Encounter, Mention, Post, Several, SiteFacts, Stretch, Traits, Word, Words};

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
pub(super) async fn renewed(
    tx: &mut Tx,
    site: SiteId,
    known: &SiteFacts,
    changed: &[Uuid],
) -> Result<SiteFacts> {
    let is_changed = |case: &&Case| changed.binary_search(&case.id).is_ok();
    let before = known.cases.iter().filter(is_changed);
    let mut people: Vec<Uuid> = before.map(|case| case.person).collect();
    let query = Query::new("select person_id from cases where site_id = ").bind(site);
    let query = query.push(" and id in (").bind_list(changed.to_vec());
    for row in tx.query(&query.push(")")).await? {
        people.push(row.get("person_id")?);
    }
    people.sort_unstable();
    people.dedup();
    let mut facts = known.without(|case| people.binary_search(&case.person).is_ok());
    let query = Query::new(CASES).push(" where c.person_id in (");
    let query = query.bind_list(people).push(") and c.site_id = ");
    add_cases(tx, &mut facts, &query.bind(site)).await?;
    Ok(facts)
}

/// A case is told in one text, which is handed over many times faster than a column for each of its
/// fields; but what people type stands in a column of its own.
const CASES: &str = "select c.id, c.person_id, c.district, concat_ws('\u{1d}',
    c.opened_on, coalesce(c.entered_on, ''), coalesce(c.closed_on, ''),
    coalesce((select min(x.first_on) from outcomes x
      where x.site_id = c.site_id and x.case_id = c.id), ''),
    coalesce(c.sex, ''), coalesce(cast(c.age_at_entry as text), ''),
    coalesce(c.status_group_at_entry, ''), coalesce(c.nationality, ''),
    coalesce(hex(c.provider_id), ''), coalesce(c.access_path, ''),
    coalesce((select string_agg(x.held_on, '\u{1e}') from contacts x
      where x.site_id = c.site_id and x.case_id = c.id), ''),
    coalesce((select string_agg(concat_ws('\u{1f}', x.held_on, x.domain), '\u{1e}')
      from contact_topics x where x.site_id = c.site_id and x.case_id = c.id), ''),
    coalesce((select string_agg(concat_ws('\u{1f}', x.counted_on, x.domain), '\u{1e}')
      from needs x where x.site_id = c.site_id and x.case_id = c.id
      and x.counted_on is not null), ''),
    coalesce((select string_agg(concat_ws('\u{1f}', x.counted_on, x.kind), '\u{1e}')
      from outcomes x where x.site_id = c.site_id and x.case_id = c.id
      and x.counted_on is not null), '')) as told from cases c";

async fn add_cases(tx: &mut Tx, facts: &mut SiteFacts, query: &Query) -> Result<()> {
    for row in tx.query(query).await? {
        add_case(facts, &row)?;
    }
    Ok(())
}

fn add_case(facts: &mut SiteFacts, row: &Row) -> Result<()> {
    let words = &mut facts.words;
    let district = coded(row, "district", words)?;
    let told: String = row.get("told")?;
    let mut fields = told::fields(&told, '\u{1d}');
    let case = Case {
        id: row.get("id")?,
        person: row.get("person_id")?,
        opened: fields.next("opened_on", told::parsed)?,
        entered: fields.maybe("entered_on", told::parsed)?,
        closed: fields.maybe("closed_on", told::parsed)?,
        first_outcome: fields.maybe("first_on", told::parsed)?,
        traits: Traits {
            district,
            ..traits(&mut fields, words)?
        },
        contacts: Stretch::default(),
        topics: Stretch::default(),
        needs: Stretch::default(),
        outcomes: Stretch::default(),
    };
    let contacts: Vec<Date> = fields.next("contacts", days)?;
    let topics = fields.next("topics", |text| mentions(text, |code| words.number(code)))?;
    let needs = fields.next("needs", |text| mentions(text, |code| words.number(code)))?;
    let kind = |kind: &str| words.number(outcome(kind));
    let outcomes = fields.next("outcomes", |text| mentions(text, kind))?;
    let own = Several {
        contacts: &contacts,
        topics: &topics,
        needs: &needs,
        outcomes: &outcomes,
    };
    facts.add(case, own);
    Ok(())
}

fn traits(fields: &mut Fields<'_>, words: &mut Words) -> Result<Traits> {
    let mut coded = |column| fields.next(column, |code| Some(words.number(code)));
    let sex = coded("sex")?;
    let age: Option<i64> = fields.maybe("age_at_entry", told::parsed)?;
    let age_class = words.number(age.map_or("", age_class));
    let mut coded = |column| fields.next(column, |code| Some(words.number(code)));
    let (status_group, nationality) = (coded("status_group_at_entry")?, coded("nationality")?);
    let provider: Option<Uuid> = fields.maybe("provider_id", told::parsed)?;
    Ok(Traits {
        sex,
        age_class,
        status_group,
        nationality,
        provider: of_provider(provider, words),
        access_path: fields.next("access_path", |code| Some(words.number(code)))?,
        ..Traits::default()
    })
}

fn coded(row: &Row, column: &str, words: &mut Words) -> Result<Word> {
    let code: Option<String> = row.get(column)?;
    Ok(words.number(code.as_deref().unwrap_or_default()))
}

fn of_provider(id: Option<Uuid>, words: &mut Words) -> Word {
    id.map_or(Word::NONE, |id| words.number(&id.to_string()))
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

fn days(text: &str) -> Option<Vec<Date>> {
    let days = text.split_terminator('\u{1e}');
    days.map(|day| day.parse().ok()).collect()
}

fn mentions(text: &str, mut number: impl FnMut(&str) -> Word) -> Option<Vec<Mention>> {
    let mentions = text.split_terminator('\u{1e}');
    let mention = |mention: &str| {
        let (on, code) = mention.split_once('\u{1f}')?;
        Some(Mention {
            on: on.parse().ok()?,
            code: number(code),
        })
    };
    mentions.map(mention).collect()
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
                provider: of_provider(row.get("provider_id")?, words),
                function: words.number(&function),
                ..Traits::default()
            },
        })
    };
    tx.all(sql, values![site]).await?.iter().map(post).collect()
}
