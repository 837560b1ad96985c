use db::{Result, Row, Tx, values};
use jiff::Timestamp;

use super::Account;
use crate::sessions::{self, PasswordHash};
use crate::ui::alphabetical;
use crate::{AccountId, Role, SiteId};

pub async fn insert(
    tx: &mut Tx,
    account: &Account,
    hash: &PasswordHash,
    now: Timestamp,
) -> Result<()> {
    tx.run(
        "insert into accounts (id, email, name, password_hash, locked, must_change, created_at)
         values ($1, $2, $3, $4, $5, false, $6)",
        values![
            account.id,
            &account.email,
            &account.name,
            &hash.0,
            account.locked,
            now
        ],
    )
    .await?;
    Ok(())
}

pub async fn by_email(tx: &mut Tx, email: &str) -> Result<Option<Account>> {
    let sql = "select id, email, name, locked from accounts where email = $1";
    tx.maybe(sql, values![email])
        .await?
        .map(|row| account(&row))
        .transpose()
}

/// A role of an account, and the key of the site where it is held.
pub type Held = (Role, Option<String>);

/// All accounts with all their roles, by address.
pub async fn all(tx: &mut Tx) -> Result<Vec<(Account, Vec<Held>)>> {
    let rows = tx
        .all(
            "select a.id, a.email, a.name, a.locked, r.role, s.ags from accounts a
             left join account_roles r on r.account_id = a.id
             left join sites s on s.id = r.site_id order by a.email, s.ags, r.role",
            values![],
        )
        .await?;
    let mut all: Vec<(Account, Vec<Held>)> = Vec::new();
    for row in &rows {
        let found = account(row)?;
        if all.last().is_none_or(|(last, _)| last.id != found.id) {
            all.push((found, Vec::new()));
        }
        let role: Option<Role> = row.get("role")?;
        if let (Some(role), Some((_, held))) = (role, all.last_mut()) {
            held.push((role, row.get("ags")?));
        }
    }
    Ok(all)
}

/// Accounts with a role at this site, by name.
pub async fn of_site(tx: &mut Tx, site: SiteId) -> Result<Vec<(Account, Role)>> {
    let rows = tx
        .all(
            "select a.id, a.email, a.name, a.locked, r.role from account_roles r
             join accounts a on a.id = r.account_id where r.site_id = $1
             order by a.id, r.role",
            values![site],
        )
        .await?;
    let held = |row: &Row| Ok((account(row)?, row.get("role")?));
    let mut all: Vec<(Account, Role)> = rows.iter().map(held).collect::<Result<_>>()?;
    all.sort_by_cached_key(|(account, _)| alphabetical(&account.name));
    Ok(all)
}

/// An account with a role at this site, and the roles it holds here.
pub async fn at_site(
    tx: &mut Tx,
    site: SiteId,
    id: AccountId,
) -> Result<Option<(Account, Vec<Role>)>> {
    let rows = tx
        .all(
            "select a.id, a.email, a.name, a.locked, r.role from account_roles r
             join accounts a on a.id = r.account_id
             where r.site_id = $1 and a.id = $2 order by r.role",
            values![site, id],
        )
        .await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let roles = rows.iter().map(|row| row.get("role"));
    Ok(Some((account(first)?, roles.collect::<Result<_>>()?)))
}

/// Whether the account holds a role anywhere but at this site.
pub async fn acts_elsewhere(tx: &mut Tx, site: SiteId, id: AccountId) -> Result<bool> {
    let sql = "select count(*) as n from account_roles
               where account_id = $2 and (site_id is null or site_id <> $1)";
    let row = tx.one(sql, values![site, id]).await?;
    Ok(row.get::<i64>("n")? > 0)
}

/// Makes changes to the accounts of a site wait for one another, so that two administrators
/// cannot take each other's role at the same moment.
pub async fn hold_site(tx: &mut Tx, site: SiteId) -> Result<()> {
    let sql = "update sites set active = active where id = $1";
    tx.run(sql, values![site]).await?;
    Ok(())
}

/// Whether somebody else administers this site and can sign in.
pub async fn has_other_admin(tx: &mut Tx, site: SiteId, id: AccountId) -> Result<bool> {
    let row = tx
        .one(
            "select count(*) as n from account_roles r join accounts a on a.id = r.account_id
             where r.site_id = $1 and r.role = $2 and r.account_id <> $3 and not a.locked",
            values![site, Role::SiteAdmin.code(), id],
        )
        .await?;
    Ok(row.get::<i64>("n")? > 0)
}

/// Active holders of a role at this site, by name: for choosing who is responsible.
pub async fn holders(tx: &mut Tx, site: SiteId, role: Role) -> Result<Vec<Account>> {
    let rows = tx
        .all(
            "select a.id, a.email, a.name, a.locked from account_roles r
             join accounts a on a.id = r.account_id
             where r.site_id = $1 and r.role = $2 and not a.locked order by a.id",
            values![site, role.code()],
        )
        .await?;
    let mut all: Vec<Account> = rows.iter().map(account).collect::<Result<_>>()?;
    all.sort_by_cached_key(|account| alphabetical(&account.name));
    Ok(all)
}

/// Gives a role; giving it twice changes nothing.
pub async fn grant(tx: &mut Tx, id: AccountId, role: Role, site: Option<SiteId>) -> Result<bool> {
    let query = db::Query::new("select id from account_roles where account_id = ")
        .bind(id)
        .push(" and role = ")
        .bind(role.code());
    let query = match site {
        Some(site) => query.push(" and site_id = ").bind(site),
        None => query.push(" and site_id is null"),
    };
    if !tx.query(&query).await?.is_empty() {
        return Ok(false);
    }
    tx.run(
        "insert into account_roles (id, account_id, role, site_id) values ($1, $2, $3, $4)",
        values![crate::ids::fresh(), id, role.code(), site],
    )
    .await?;
    Ok(true)
}

pub async fn revoke(tx: &mut Tx, id: AccountId, role: Role, site: Option<SiteId>) -> Result<u64> {
    let query = db::Query::new("delete from account_roles where account_id = ")
        .bind(id)
        .push(" and role = ")
        .bind(role.code());
    let query = match site {
        Some(site) => query.push(" and site_id = ").bind(site),
        None => query.push(" and site_id is null"),
    };
    tx.run_query(&query).await
}

pub async fn lock(tx: &mut Tx, id: AccountId, locked: bool) -> Result<u64> {
    tx.run(
        "update accounts set locked = $2 where id = $1",
        values![id, locked],
    )
    .await
}

/// Keeps a password that its owner chose.
pub async fn set_password(tx: &mut Tx, id: AccountId, hash: &PasswordHash) -> Result<u64> {
    tx.run(
        "update accounts set password_hash = $2, must_change = false where id = $1",
        values![id, &hash.0],
    )
    .await
}

/// Puts a password that somebody else knows in place of the old one, which may be known to a third:
/// all sessions end, and failed attempts no longer count.
pub async fn replace_password(
    tx: &mut Tx,
    account: &Account,
    hash: &PasswordHash,
) -> crate::Result<()> {
    set_password(tx, account.id, hash).await?;
    demand_change(tx, account.id).await?;
    sessions::store::end_all(tx, account.id).await?;
    sessions::web::forgive_account(tx, &account.email).await
}

/// Somebody else knows the password: nothing goes on before its owner has chosen another.
pub async fn demand_change(tx: &mut Tx, id: AccountId) -> Result<u64> {
    let sql = "update accounts set must_change = true where id = $1";
    tx.run(sql, values![id]).await
}

fn account(row: &Row) -> Result<Account> {
    Ok(Account {
        id: row.get("id")?,
        email: row.get("email")?,
        name: row.get("name")?,
        locked: row.get("locked")?,
    })
}
