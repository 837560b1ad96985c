//! Migrations: applied once, in order, each whole or not at all.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::ddl::told_to;
use crate::{Db, DbError, Engine, Result, Tx, values};

/// One step of the schema, written with PostgreSQL's type names.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Stable name, `room/number_what`.
    pub name: &'static str,
    /// Statements.
    pub sql: &'static str,
}

const LEDGER: &str = "create table if not exists schema_migrations (
    position bigint primary key,
    name text not null unique,
    checksum text not null
);";

impl Db {
    /// Applies what is missing and says how many steps that were.
    ///
    /// # Errors
    /// If a step fails (nothing of any step remains), or a step applied before reads differently.
    pub async fn migrate(&self, migrations: &[Migration]) -> Result<usize> {
        let mut tx = self.write().await?;
        if tx.engine() == Engine::Postgres {
            tx.script("select pg_advisory_xact_lock(5472)").await?;
        }
        tx.script(&told_to(tx.engine(), LEDGER)).await?;
        let missing = missing(&mut tx, migrations).await?;
        for (position, migration) in &missing {
            tx.script(&told_to(tx.engine(), migration.sql)).await?;
            tx.run(
                "insert into schema_migrations (position, name, checksum) values ($1, $2, $3)",
                values![*position, migration.name, checksum(migration)],
            )
            .await?;
        }
        tx.commit().await?;
        Ok(missing.len())
    }

    /// Whether there is no table yet.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn is_empty(&self) -> Result<bool> {
        let sql = match self.engine() {
            Engine::Sqlite => "select count(*) as n from sqlite_master",
            Engine::Postgres => {
                "select count(*) as n from pg_tables where schemaname = current_schema()"
            }
        };
        let tables: i64 = self.read().await?.one(sql, values![]).await?.get("n")?;
        Ok(tables == 0)
    }

    /// Drops all tables of a PostgreSQL database, to take back what was restored a moment before.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn drop_everything(&self) -> Result<()> {
        let sql = "select quote_ident(tablename) as name from pg_tables
                   where schemaname = current_schema()";
        let mut tx = self.write().await?;
        for row in tx.all(sql, values![]).await? {
            let name: String = row.get("name")?;
            tx.script(&format!("drop table if exists {name} cascade"))
                .await?;
        }
        tx.commit().await
    }

    /// Names of the steps that [`Db::migrate`] would apply.
    ///
    /// # Errors
    /// As [`Db::migrate`].
    pub async fn pending(&self, migrations: &[Migration]) -> Result<Vec<&'static str>> {
        let mut tx = self.write().await?;
        tx.script(&told_to(tx.engine(), LEDGER)).await?;
        let missing = missing(&mut tx, migrations).await?;
        Ok(missing
            .into_iter()
            .map(|(_, migration)| migration.name)
            .collect())
    }
}

async fn missing(tx: &mut Tx, migrations: &[Migration]) -> Result<Vec<(i64, Migration)>> {
    let rows = tx
        .all("select name, checksum from schema_migrations", values![])
        .await?;
    let mut applied = BTreeMap::new();
    for row in rows {
        applied.insert(row.get::<String>("name")?, row.get::<String>("checksum")?);
    }
    let mut missing = Vec::new();
    for (migration, position) in migrations.iter().zip(1..) {
        match applied.remove(migration.name) {
            Some(sum) if sum == checksum(migration) => {}
            Some(_) => {
                return Err(DbError::Migration(format!(
                    "the migration {} was changed after it was applied",
                    migration.name
                )));
            }
            None => missing.push((position, *migration)),
        }
    }
    match applied.into_keys().next() {
        Some(name) => Err(DbError::Migration(format!(
            "the database is newer than this program: it knows the migration {name}"
        ))),
        None => Ok(missing),
    }
}

fn checksum(migration: &Migration) -> String {
    Sha256::digest(migration.sql)
        .iter()
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
