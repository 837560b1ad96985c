use db::{Result, Row, Tx, Value, values};
use jiff::Timestamp;

use super::{Entry, Head, Line, digest};
use crate::{AccountId, Actor, Role, SiteId};

mod verify;

pub use verify::{compare, verify, verify_site};

/// Writes the act of a signed-in person into the trail of their site.
pub async fn record(tx: &mut Tx, actor: &Actor, now: Timestamp, entry: Entry) -> Result<()> {
    let role = actor.role.code();
    append(
        tx,
        actor.audit_site(),
        Some(actor.account),
        role,
        now,
        entry,
    )
    .await
}

/// Writes an act of the program itself or of the operator at the command line.
pub async fn record_system(tx: &mut Tx, site: SiteId, now: Timestamp, entry: Entry) -> Result<()> {
    append(tx, site, None, "system", now, entry).await
}

async fn append(
    tx: &mut Tx,
    site: SiteId,
    account: Option<AccountId>,
    role: &str,
    at: Timestamp,
    entry: Entry,
) -> Result<()> {
    let head = tx
        .one(
            "insert into audit_heads (site_id, seq, hash) values ($1, 1, $2)
             on conflict (site_id) do update set seq = audit_heads.seq + 1
             returning seq, hash",
            values![site, Vec::<u8>::new()],
        )
        .await?;
    let line = Line {
        site,
        seq: head.get("seq")?,
        at: Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at),
        account,
        role: role.to_owned(),
        act: entry.act.to_owned(),
        subject: entry.subject.to_owned(),
        subject_id: entry.subject_id,
        detail: if entry.detail.is_null() {
            String::new()
        } else {
            entry.detail.to_string()
        },
    };
    let hash = digest(&head.get::<Vec<u8>>("hash")?, &line);
    insert(tx, &line, &hash).await?;
    let update = "update audit_heads set hash = $2 where site_id = $1";
    tx.run(update, values![site, hash]).await?;
    Ok(())
}

/// What somebody did on an earlier day.
pub struct Past {
    pub at: Timestamp,
    pub account: AccountId,
    pub role: Role,
    pub entry: Entry,
}

/// Begins the trail of a new site with what was done there before, oldest first: for generated
/// data.
pub async fn begin(tx: &mut Tx, site: SiteId, past: Vec<Past>) -> Result<()> {
    let mut hash = Vec::new();
    let mut seq = 0;
    let mut past = past.into_iter().peekable();
    while past.peek().is_some() {
        let mut query = db::Query::new(
            "insert into audit (site_id, seq, at, account_id, role, act, subject, subject_id,
             detail, hash) values",
        );
        let mut before = " (";
        for done in past.by_ref().take(300) {
            seq += 1;
            let line = done.line(site, seq);
            hash = digest(&hash, &line);
            for value in row(&line, &hash) {
                query = query.push(before).bind(value);
                before = ", ";
            }
            query = query.push(")");
            before = ", (";
        }
        tx.run_query(&query).await?;
    }
    let sql = "insert into audit_heads (site_id, seq, hash) values ($1, $2, $3)";
    tx.run(sql, values![site, seq, hash]).await?;
    Ok(())
}

impl Past {
    fn line(self, site: SiteId, seq: i64) -> Line {
        Line {
            site,
            seq,
            at: self.at,
            account: Some(self.account),
            role: self.role.code().to_owned(),
            act: self.entry.act.to_owned(),
            subject: self.entry.subject.to_owned(),
            subject_id: self.entry.subject_id,
            detail: String::new(),
        }
    }
}

async fn insert(tx: &mut Tx, line: &Line, hash: &[u8]) -> Result<()> {
    tx.run(
        "insert into audit (site_id, seq, at, account_id, role, act, subject, subject_id, detail, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        row(line, hash),
    )
    .await?;
    Ok(())
}

fn row(line: &Line, hash: &[u8]) -> Vec<Value> {
    values![
        line.site,
        line.seq,
        line.at,
        line.account,
        &line.role,
        &line.act,
        &line.subject,
        line.subject_id,
        &line.detail,
        hash
    ]
}

/// Where the chains end now.
pub async fn heads(tx: &mut Tx) -> Result<Vec<Head>> {
    let sql = "select site_id, seq, hash from audit_heads order by site_id";
    tx.all(sql, values![]).await?.iter().map(head_of).collect()
}

/// Where the chain of a site ends now, if it has begun.
pub async fn head(tx: &mut Tx, site: SiteId) -> Result<Option<Head>> {
    let sql = "select site_id, seq, hash from audit_heads where site_id = $1";
    let row = tx.maybe(sql, values![site]).await?;
    row.as_ref().map(head_of).transpose()
}

/// What an act was done to.
pub struct Done {
    pub subject: String,
    pub subject_id: Option<uuid::Uuid>,
}

/// What was done since a head was noted. None if the chain no longer runs through it, or if it was
/// more than `most` acts.
pub async fn since(tx: &mut Tx, noted: &Head, most: i64) -> Result<Option<Vec<Done>>> {
    let rows = tx
        .all(
            "select hash, subject, subject_id from audit where site_id = $1 and seq >= $2
             order by seq limit $3",
            values![noted.site, noted.seq, most + 2],
        )
        .await?;
    let Some((noted_line, acts)) = rows.split_first() else {
        return Ok(None);
    };
    let fits = i64::try_from(acts.len()).is_ok_and(|acts| acts <= most);
    if !fits || noted_line.get::<Vec<u8>>("hash")? != noted.hash {
        return Ok(None);
    }
    let done = |row: &Row| {
        Ok(Done {
            subject: row.get("subject")?,
            subject_id: row.get("subject_id")?,
        })
    };
    acts.iter().map(done).collect::<Result<_>>().map(Some)
}

fn head_of(row: &Row) -> Result<Head> {
    Ok(Head {
        site: row.get("site_id")?,
        seq: row.get("seq")?,
        hash: row.get("hash")?,
    })
}

/// Which lines of a site's trail are looked for.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Only lines before this one.
    pub before: i64,
    pub subject: Option<uuid::Uuid>,
    pub act: Option<String>,
}

/// The newest lines of a site before `before`, optionally of one subject.
pub async fn page(
    tx: &mut Tx,
    site: SiteId,
    before: i64,
    subject: Option<uuid::Uuid>,
    size: i64,
) -> Result<Vec<Named>> {
    let filter = Filter {
        before,
        subject,
        act: None,
    };
    list(tx, site, &filter, size).await
}

/// A line with the names of the accounts in it: who did it, and to whom if it was done to one.
pub struct Named {
    pub line: Line,
    pub actor: Option<String>,
    pub subject: Option<String>,
}

/// The newest lines that fit.
pub async fn list(tx: &mut Tx, site: SiteId, filter: &Filter, size: i64) -> Result<Vec<Named>> {
    let mut query = db::Query::new(
        "select a.site_id, a.seq, a.at, a.account_id, a.role, a.act, a.subject, a.subject_id,
         a.detail, p.name as actor_name, s.name as subject_name from audit a
         left join accounts p on p.id = a.account_id
         left join accounts s on s.id = a.subject_id and a.subject = 'account'
         where a.site_id = ",
    )
    .bind(site)
    .push(" and a.seq < ")
    .bind(filter.before);
    if let Some(subject) = filter.subject {
        query = query.push(" and a.subject_id = ").bind(subject);
    }
    if let Some(act) = &filter.act {
        query = query.push(" and a.act = ").bind(act.as_str());
    }
    query = query.push(" order by a.seq desc limit ").bind(size);
    let rows = tx.query(&query).await?;
    let named = |row: &Row| {
        Ok(Named {
            line: line(row)?,
            actor: row.get("actor_name")?,
            subject: row.get("subject_name")?,
        })
    };
    rows.iter().map(named).collect()
}

/// The acts that occur in a site's trail. Steps from one to the next along the index, so that a
/// long trail is not read through.
pub async fn acts(tx: &mut Tx, site: SiteId) -> Result<Vec<String>> {
    let rows = tx
        .all(
            "with recursive found (act) as (
                 select min(act) from audit where site_id = $1
                 union all
                 select (select min(a.act) from audit a where a.site_id = $1 and a.act > found.act)
                 from found where found.act is not null)
             select act from found where act is not null order by act",
            values![site],
        )
        .await?;
    rows.iter().map(|row| row.get("act")).collect()
}

/// How often an act was done at a site since an instant.
pub async fn count_since(
    tx: &mut Tx,
    site: SiteId,
    act: &'static str,
    since: Timestamp,
) -> Result<i64> {
    let sql = "select count(*) as n from audit where site_id = $1 and act = $2 and at >= $3";
    tx.one(sql, values![site, act, since]).await?.get("n")
}

fn line(row: &Row) -> Result<Line> {
    Ok(Line {
        site: row.get("site_id")?,
        seq: row.get("seq")?,
        at: row.get("at")?,
        account: row.get("account_id")?,
        role: row.get("role")?,
        act: row.get("act")?,
        subject: row.get("subject")?,
        subject_id: row.get("subject_id")?,
        detail: row.get("detail")?,
    })
}
