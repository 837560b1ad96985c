//! Facts on their way from the database.

use casework::encounters::EncounterKind;
use casework::told::{self, Fields};
use db::{DbError, Query, Result, Row, Tx, values};
use jiff::civil::Date;
use platform::SiteId;
use uuid::Uuid;

use super::{Case, Encounter, Mention, Part, Post, Several, SiteFacts, Traits, Word, Words};

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
    let sql = "select person_id from cases where site_id = $1 and id = $2";
    for case in changed {
        let row = tx.maybe(sql, values![site, *case]).await?;
        if let Some(row) = row {
            people.push(row.get("person_id")?);
        }
    }
    people.sort_unstable();
    people.dedup();
    let mut facts = known.without(|case| people.binary_search(&case.person).is_ok());
    for person in people {
        // One by one: a text for each number of people would be many statements.
        let query = Query::new(CASES).push(" where c.person_id = ").bind(person);
        add_cases(tx, &mut facts, &query.push(" and c.site_id = ").bind(site)).await?;
    }
    Ok(facts)
}

/// A case is told in one text, which is handed over many times faster than a column for each of its
/// fields; but what people type stands in a column of its own.
const CASES: &str = "select c.id, c.person_id, c.district, concat_ws('\u{1d}',
    c.opened_on, coalesce(c.entered_on, ''), coalesce(c.closed_on, ''),
    coalesce(c.sex, ''), coalesce(cast(c.age_at_entry as text), ''),
    coalesce(c.status_group_at_entry, ''), coalesce(c.nationality, ''),
    coalesce(hex(c.provider_id), ''), coalesce(c.access_path, ''),
    coalesce((select string_agg(x.held_on, '\u{1e}') from contacts x
      where x.site_id = c.site_id and x.case_id = c.id), ''),
    coalesce((select string_agg(concat_ws('\u{1f}', x.held_on, x.domain), '\u{1e}')
      from contact_topics x where x.site_id = c.site_id and x.case_id = c.id), ''),
    coalesce((select string_agg(x.domain, '\u{1e}') from needs x
      where x.site_id = c.site_id and x.case_id = c.id), ''),
    coalesce((select string_agg(concat_ws('\u{1f}', x.on_day, x.kind), '\u{1e}')
      from outcomes x where x.site_id = c.site_id and x.case_id = c.id), ''))
    as told from cases c";

async fn add_cases(tx: &mut Tx, facts: &mut SiteFacts, query: &Query) -> Result<()> {
    for row in tx.query(query).await? {
        let id: Uuid = row.get("id")?;
        add_case(facts, id, &row).map_err(|error| match error {
            DbError::Column { column, problem } => DbError::Column {
                column: format!("{column} of case {id}"),
                problem,
            },
            other => other,
        })?;
    }
    Ok(())
}

fn add_case(facts: &mut SiteFacts, id: Uuid, row: &Row) -> Result<()> {
    let words = &mut facts.words;
    let district = coded(row, "district", words)?;
    let told: String = row.get("told")?;
    let mut fields = told::fields(&told, '\u{1d}');
    let case = Case {
        id,
        person: row.get("person_id")?,
        opened: fields.next("opened_on", told::parsed)?,
        entered: fields.maybe("entered_on", told::parsed)?,
        closed: fields.maybe("closed_on", told::parsed)?,
        traits: Traits {
            district,
            ..traits(&mut fields, words)?
        },
        contacts: Part::default(),
        topics: Part::default(),
        needs: Part::default(),
        outcomes: Part::default(),
    };
    let contacts: Vec<Date> = fields.next("contacts", days)?;
    let topics = fields.next("topics", |text| mentions(text, words))?;
    let needs = fields.next("needs", |text| Some(domains(text, words)))?;
    let outcomes = fields.next("outcomes", |text| firsts(text, words))?;
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

fn told_mentions(text: &str) -> Option<Vec<(Date, &str)>> {
    let mentions = text.split_terminator('\u{1e}');
    let mentions = mentions.map(|mention| {
        let (on, code) = mention.split_once('\u{1f}')?;
        Some((on.parse().ok()?, code))
    });
    mentions.collect()
}

fn mentions(text: &str, words: &mut Words) -> Option<Vec<Mention>> {
    let told = told_mentions(text)?.into_iter();
    let mention = |(on, code)| Mention {
        on,
        code: words.number(code),
    };
    Some(told.map(mention).collect())
}

fn domains(text: &str, words: &mut Words) -> Vec<Word> {
    let told = text.split_terminator('\u{1e}');
    let mut domains: Vec<Word> = told.map(|code| words.number(code)).collect();
    domains.sort_unstable();
    domains.dedup();
    domains
}

/// Each kind on the day on which it was first attained. Employment is one kind, and marginal if that
/// is what came first.
fn firsts(text: &str, words: &mut Words) -> Option<Vec<Mention>> {
    let mut told = told_mentions(text)?;
    told.sort_unstable();
    let mut firsts: Vec<Mention> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (on, kind) in told {
        let whole = if kind == "employment_marginal" {
            "employment"
        } else {
            kind
        };
        if !seen.contains(&whole) {
            seen.push(whole);
            let code = words.number(outcome(kind));
            firsts.push(Mention { on, code });
        }
    }
    Some(firsts)
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
