//! Spreading the tables of a PostgreSQL database over the nodes of a Citus cluster.

use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::transaction::Inner;
use crate::{Db, DbError, Result, Tx, values};

/// A foreign key as PostgreSQL tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The table that refers.
    pub table: String,
    /// Name of the constraint.
    pub name: String,
    /// `FOREIGN KEY (…) REFERENCES …`
    pub definition: String,
}

/// What stands in a database before it is distributed.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Tables that are neither distributed nor copied to every node yet.
    pub tables: Vec<String>,
    /// The foreign keys of all tables.
    pub foreign_keys: Vec<ForeignKey>,
}

impl Layout {
    /// The statements that distribute these tables by `column`; those in `reference` are copied to
    /// every node. Foreign keys go first and come back last, for a table with one cannot be moved
    /// before the table it refers to.
    pub fn statements(&self, column: &str, reference: &[&str]) -> Vec<String> {
        let mut all = Vec::new();
        for ForeignKey { table, name, .. } in &self.foreign_keys {
            all.push(format!("alter table {table} drop constraint {name}"));
        }
        let is_reference = |table: &&String| reference.contains(&table.as_str());
        for table in self.tables.iter().filter(is_reference) {
            all.push(format!("select create_reference_table('{table}')"));
        }
        let mut spread = self.tables.iter().filter(|table| !is_reference(table));
        if let Some(first) = spread.next() {
            all.push(format!(
                "select create_distributed_table('{first}', '{column}')"
            ));
            all.extend(spread.map(|table| {
                format!("select create_distributed_table('{table}', '{column}', colocate_with => '{first}')")
            }));
        }
        for ForeignKey {
            table,
            name,
            definition,
        } in &self.foreign_keys
        {
            all.push(format!(
                "alter table {table} add constraint {name} {definition}"
            ));
        }
        all
    }
}

impl Db {
    /// Looks at the tables of the current schema, except the ledger of migrations, which stays
    /// where it is.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn layout(&self) -> Result<Layout> {
        let mut tx = self.read().await?;
        let spread = if has_citus(&mut tx).await? {
            let sql = "select c.relname::text as name from pg_dist_partition p
                       join pg_class c on c.oid = p.logicalrelid
                       where c.relnamespace = current_schema()::regnamespace";
            names(&mut tx, sql).await?
        } else {
            Vec::new()
        };
        let sql = "select tablename::text as name from pg_tables
                   where schemaname = current_schema() and tablename <> 'schema_migrations'
                   order by tablename";
        let mut tables = names(&mut tx, sql).await?;
        tables.retain(|table| !spread.contains(table));
        let foreign_keys = if tables.is_empty() {
            Vec::new()
        } else {
            foreign_keys(&mut tx).await?
        };
        Ok(Layout {
            tables,
            foreign_keys,
        })
    }

    /// Runs the statements of [`Layout::statements`], all or none.
    ///
    /// # Errors
    /// If the Citus extension is not there, or refuses a statement.
    pub async fn distribute(&self, statements: &[String]) -> Result<()> {
        let mut tx = self.write().await?;
        if !has_citus(&mut tx).await? {
            return Err(DbError::Unavailable(
                "this database has no Citus extension; have its administrator install Citus and run \"create extension citus\" in it".to_owned(),
            ));
        }
        tx.script("set local citus.multi_shard_modify_mode to 'sequential'")
            .await?;
        for statement in statements {
            tx.script(statement).await?;
        }
        tx.commit().await
    }
}

async fn has_citus(tx: &mut Tx) -> Result<bool> {
    let Inner::Postgres(postgres) = &mut tx.0 else {
        return Err(DbError::Other(
            "only a PostgreSQL database can be distributed".to_owned(),
        ));
    };
    let sql = AssertSqlSafe("select 1 from pg_extension where extname = 'citus'").into_sql_str();
    let found = sqlx::query(sql).fetch_optional(&mut **postgres).await?;
    Ok(found.is_some())
}

async fn names(tx: &mut Tx, sql: &'static str) -> Result<Vec<String>> {
    let rows = tx.all(sql, values![]).await?;
    rows.iter().map(|row| row.get("name")).collect()
}

async fn foreign_keys(tx: &mut Tx) -> Result<Vec<ForeignKey>> {
    let sql = "select c.relname::text as name, k.conname::text as constraint_name,
               pg_get_constraintdef(k.oid) as definition
               from pg_constraint k join pg_class c on c.oid = k.conrelid
               where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace
               order by c.relname, k.conname";
    let rows = tx.all(sql, values![]).await?;
    let key = |row: &crate::Row| {
        Ok(ForeignKey {
            table: row.get("name")?,
            name: row.get("constraint_name")?,
            definition: row.get("definition")?,
        })
    };
    rows.iter().map(key).collect()
}
