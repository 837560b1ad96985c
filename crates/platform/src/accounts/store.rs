use db::{Result, Row, Tx, values};
use jiff::Timestamp;

use crate::sessions::PasswordHash;
use crate::{AccountId, Role, SiteId};

#[derive(Clone, Debug)]
pub struct Account {
    pub id: AccountId,
    pub email: String,
    pub name: String,
    pub locked: bool,
}

pub async fn insert(
    tx: &mut Tx,
    account: &Account,
    hash: &PasswordHash,
    now: Timestamp,
) -> Result<()> {
    tx.run(
        "insert into accounts (id, email, name, password_hash, locked, created_at)
         values ($1, $2, $3, $4, $5, $6)",
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

/// Accounts with a role at this site, by name.
pub async fn of_site(tx: &mut Tx, site: SiteId) -> Result<Vec<(Account, Role)>> {
    let rows = tx
        .all(
            "select a.id, a.email, a.name, a.locked, r.role from account_roles r
             join accounts a on a.id = r.account_id where r.site_id = $1 order by a.name, r.role",
            values![site],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((account(row)?, row.get("role")?)))
        .collect()
}

/// Active holders of a role at this site, by name: for choosing who is responsible.
pub async fn holders(tx: &mut Tx, site: SiteId, role: Role) -> Result<Vec<Account>> {
    let rows = tx
        .all(
            "select a.id, a.email, a.name, a.locked from account_roles r
             join accounts a on a.id = r.account_id
             where r.site_id = $1 and r.role = $2 and not a.locked order by a.name",
            values![site, role.code()],
        )
        .await?;
    rows.iter().map(account).collect()
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

pub async fn set_password(tx: &mut Tx, id: AccountId, hash: &PasswordHash) -> Result<u64> {
    tx.run(
        "update accounts set password_hash = $2 where id = $1",
        values![id, &hash.0],
    )
    .await
}

fn account(row: &Row) -> Result<Account> {
    Ok(Account {
        id: row.get("id")?,
        email: row.get("email")?,
        name: row.get("name")?,
        locked: row.get("locked")?,
    })
}
