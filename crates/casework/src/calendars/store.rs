use db::{Result as DbResult, Tx, values};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::sessions::TokenHash;
use platform::{AccountId, Actor, Result, Role, SiteId, accounts, ids};

/// The calendar of an account at a site.
#[derive(Clone, Debug)]
pub(super) struct Feed {
    pub account: AccountId,
    pub created_at: Timestamp,
    /// The last day on which a program fetched it.
    pub fetched_on: Option<Date>,
}

pub(super) async fn of_actor(
    tx: &mut Tx,
    site: SiteId,
    account: AccountId,
) -> DbResult<Option<Feed>> {
    let sql = "select account_id, created_at, fetched_on from calendar_feeds
               where site_id = $1 and account_id = $2";
    let row = tx.maybe(sql, values![site, account]).await?;
    row.map(|row| feed(&row)).transpose()
}

pub(super) async fn by_token(
    tx: &mut Tx,
    site: SiteId,
    token: &TokenHash,
) -> DbResult<Option<Feed>> {
    let sql = "select account_id, created_at, fetched_on from calendar_feeds
               where site_id = $1 and token_hash = $2";
    let row = tx.maybe(sql, values![site, token.0.clone()]).await?;
    row.map(|row| feed(&row)).transpose()
}

fn feed(row: &db::Row) -> DbResult<Feed> {
    Ok(Feed {
        account: row.get("account_id")?,
        created_at: row.get("created_at")?,
        fetched_on: row.get("fetched_on")?,
    })
}

/// Gives the account a new address; the one before leads nowhere from now on.
pub(super) async fn renew(
    tx: &mut Tx,
    site: SiteId,
    account: AccountId,
    token: &TokenHash,
    now: Timestamp,
) -> DbResult<()> {
    end(tx, site, account).await?;
    tx.run(
        "insert into calendar_feeds (site_id, account_id, token_hash, created_at)
         values ($1, $2, $3, $4)",
        values![site, account, token.0.clone(), now],
    )
    .await?;
    Ok(())
}

/// Switches the calendar off; says whether there was one.
pub(super) async fn end(tx: &mut Tx, site: SiteId, account: AccountId) -> DbResult<bool> {
    let sql = "delete from calendar_feeds where site_id = $1 and account_id = $2";
    Ok(tx.run(sql, values![site, account]).await? > 0)
}

pub(super) async fn fetched(
    tx: &mut Tx,
    site: SiteId,
    account: AccountId,
    on: Date,
) -> DbResult<()> {
    let sql = "update calendar_feeds set fetched_on = $3 where site_id = $1 and account_id = $2";
    tx.run(sql, values![site, account, on]).await?;
    Ok(())
}

/// The owner of a calendar, as long as they are a case manager of the site and not locked.
pub(super) async fn owner(tx: &mut Tx, site: SiteId, account: AccountId) -> Result<Option<Actor>> {
    let held = accounts::store::at_site(tx, site, account).await?;
    let held =
        held.filter(|(account, roles)| !account.locked && roles.contains(&Role::CaseManager));
    Ok(held.map(|(account, _)| Actor {
        account: account.id,
        name: account.name,
        role: Role::CaseManager,
        site: Some(site),
        site_name: None,
        session: ids::SessionId::new(),
        must_change_password: false,
    }))
}
