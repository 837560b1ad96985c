use db::{Result, Row, Tx, values};
use jiff::{SignedDuration, Timestamp};

use super::{PasswordHash, TokenHash};
use crate::ids::SessionId;
use crate::{AccountId, Actor, Role, SiteId};

/// A session ends after this time without a request, and at the latest after this time in all.
pub const IDLE: SignedDuration = SignedDuration::from_hours(2);
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// What a sign-in compares with.
pub struct Credentials {
    pub account: AccountId,
    pub hash: PasswordHash,
    pub locked: bool,
}

/// A role at a site that an account holds.
#[derive(Clone, Debug)]
pub struct HeldRole {
    pub id: uuid::Uuid,
    pub role: Role,
    pub site: Option<SiteId>,
    pub site_name: Option<String>,
}

/// One of an account's own sessions.
pub struct OpenSession {
    pub id: SessionId,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    pub address: String,
    pub agent: String,
}

pub async fn credentials(tx: &mut Tx, email: &str) -> Result<Option<Credentials>> {
    let sql = "select id, password_hash, locked from accounts where email = $1";
    let row = tx.maybe(sql, values![email]).await?;
    row.map(|row| {
        Ok(Credentials {
            account: row.get("id")?,
            hash: PasswordHash(row.get("password_hash")?),
            locked: row.get("locked")?,
        })
    })
    .transpose()
}

/// The address and the stored password of an account.
pub async fn own_credentials(tx: &mut Tx, account: AccountId) -> Result<(String, PasswordHash)> {
    let sql = "select email, password_hash from accounts where id = $1";
    let row = tx.one(sql, values![account]).await?;
    Ok((row.get("email")?, PasswordHash(row.get("password_hash")?)))
}

pub async fn roles(tx: &mut Tx, account: AccountId) -> Result<Vec<HeldRole>> {
    let rows = tx
        .all(
            "select r.id, r.role, r.site_id, s.name from account_roles r
             left join sites s on s.id = r.site_id
             where r.account_id = $1 order by s.ags, r.role",
            values![account],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(HeldRole {
                id: row.get("id")?,
                role: row.get("role")?,
                site: row.get("site_id")?,
                site_name: row.get("name")?,
            })
        })
        .collect()
}

/// What is known of the browser a session is opened from.
pub struct Visitor {
    pub address: String,
    pub agent: String,
}

pub async fn open(
    tx: &mut Tx,
    token: &TokenHash,
    account: AccountId,
    role: &HeldRole,
    visitor: &Visitor,
    now: Timestamp,
) -> Result<SessionId> {
    let id = SessionId::new();
    tx.run(
        "insert into sessions (id, token_hash, account_id, role, site_id, created_at, seen_at, address, agent)
         values ($1, $2, $3, $4, $5, $6, $6, $7, $8)",
        values![
            id,
            &token.0[..],
            account,
            role.role.code(),
            role.site,
            now,
            &visitor.address,
            &visitor.agent
        ],
    )
    .await?;
    Ok(id)
}

/// The person behind a cookie, and when they were last seen.
pub async fn actor(
    tx: &mut Tx,
    token: &TokenHash,
    now: Timestamp,
) -> Result<Option<(Actor, Timestamp)>> {
    let row = tx
        .maybe(
            "select s.id, s.account_id, s.role, s.site_id, s.seen_at, a.name, a.must_change,
                    p.name as site_name
             from sessions s join accounts a on a.id = s.account_id
             left join sites p on p.id = s.site_id
             where s.token_hash = $1 and not a.locked and s.seen_at > $2 and s.created_at > $3",
            values![&token.0[..], now - IDLE, now - LONGEST],
        )
        .await?;
    row.map(|row| Ok((read_actor(&row)?, row.get("seen_at")?)))
        .transpose()
}

fn read_actor(row: &Row) -> Result<Actor> {
    Ok(Actor {
        account: row.get("account_id")?,
        name: row.get("name")?,
        role: row.get("role")?,
        site: row.get("site_id")?,
        site_name: row.get("site_name")?,
        session: row.get("id")?,
        must_change_password: row.get("must_change")?,
    })
}

pub async fn seen(tx: &mut Tx, session: SessionId, now: Timestamp) -> Result<()> {
    tx.run(
        "update sessions set seen_at = $2 where id = $1",
        values![session, now],
    )
    .await?;
    Ok(())
}

pub async fn wear(tx: &mut Tx, session: SessionId, role: &HeldRole) -> Result<()> {
    let sql = "update sessions set role = $2, site_id = $3 where id = $1";
    tx.run(sql, values![session, role.role.code(), role.site])
        .await?;
    Ok(())
}

pub async fn of_account(
    tx: &mut Tx,
    account: AccountId,
    now: Timestamp,
) -> Result<Vec<OpenSession>> {
    let rows = tx
        .all(
            "select id, created_at, seen_at, address, agent from sessions
             where account_id = $1 and seen_at > $2 and created_at > $3 order by seen_at desc",
            values![account, now - IDLE, now - LONGEST],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(OpenSession {
                id: row.get("id")?,
                created_at: row.get("created_at")?,
                seen_at: row.get("seen_at")?,
                address: row.get("address")?,
                agent: row.get("agent")?,
            })
        })
        .collect()
}

pub async fn end(tx: &mut Tx, account: AccountId, session: SessionId) -> Result<bool> {
    let sql = "delete from sessions where account_id = $1 and id = $2";
    Ok(tx.run(sql, values![account, session]).await? > 0)
}

pub async fn end_all(tx: &mut Tx, account: AccountId) -> Result<u64> {
    tx.run(
        "delete from sessions where account_id = $1",
        values![account],
    )
    .await
}

/// Ends what an account has open except this session.
pub async fn end_others(tx: &mut Tx, account: AccountId, kept: SessionId) -> Result<u64> {
    let sql = "delete from sessions where account_id = $1 and id <> $2";
    tx.run(sql, values![account, kept]).await
}

/// Ends the sessions in which an account acts in this role at this site.
pub async fn end_wearing(tx: &mut Tx, account: AccountId, role: Role, site: SiteId) -> Result<u64> {
    tx.run(
        "delete from sessions where account_id = $1 and role = $2 and site_id = $3",
        values![account, role.code(), site],
    )
    .await
}

/// Failures in a row of an account or an address, and when the last one was.
pub async fn failures(tx: &mut Tx, subject: &str) -> Result<(u32, Timestamp)> {
    let sql = "select failures, last_at from sign_in_failures where subject = $1";
    match tx.maybe(sql, values![subject]).await? {
        Some(row) => Ok((row.get("failures")?, row.get("last_at")?)),
        None => Ok((0, Timestamp::UNIX_EPOCH)),
    }
}

pub async fn failed(tx: &mut Tx, subject: &str, now: Timestamp) -> Result<()> {
    tx.run(
        "insert into sign_in_failures (subject, failures, last_at) values ($1, 1, $2)
         on conflict (subject) do update set
         failures = sign_in_failures.failures + 1, last_at = excluded.last_at",
        values![subject, now],
    )
    .await?;
    Ok(())
}

pub async fn forgive(tx: &mut Tx, subject: &str) -> Result<()> {
    tx.run(
        "delete from sign_in_failures where subject = $1",
        values![subject],
    )
    .await?;
    Ok(())
}
