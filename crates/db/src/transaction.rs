//! Statements inside a transaction.

use std::borrow::Cow;

use sqlx::postgres::PgArguments;
use sqlx::query::Query as SqlxQuery;
use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, Postgres, Sqlite, Transaction};

use crate::row::Inner as RowInner;
use crate::{Engine, Query, Result, Row, Value};

/// A running transaction; dropped without [`Tx::commit`] it leaves nothing behind.
pub struct Tx(pub(crate) Inner);

pub(crate) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    /// All rows of a statement.
    ///
    /// # Errors
    /// If the database refuses the statement or does not answer.
    pub async fn all(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Vec<Row>> {
        self.rows(sql, &values).await
    }

    /// All rows of a statement put together from parts.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn query(&mut self, query: &Query) -> Result<Vec<Row>> {
        self.rows(query.text(), query.values()).await
    }

    /// The only row, or none.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn maybe(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Option<Row>> {
        Ok(self.rows(sql, &values).await?.into_iter().next())
    }

    /// The only row.
    ///
    /// # Errors
    /// As [`Tx::all`], and if there is none.
    pub async fn one(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Row> {
        self.maybe(sql, values).await?.ok_or(crate::DbError::NoRow)
    }

    /// Runs a statement and says how many rows it touched.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn run(&mut self, sql: &'static str, values: Vec<Value>) -> Result<u64> {
        self.execute(sql, &values).await
    }

    /// Runs a statement put together from parts and says how many rows it touched.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn run_query(&mut self, query: &Query) -> Result<u64> {
        self.execute(query.text(), query.values()).await
    }

    /// The engine that runs this transaction.
    pub fn engine(&self) -> Engine {
        match self.0 {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// Has the engine count what its tables hold, in this transaction too. Worth its time after
    /// many rows were written at once: until PostgreSQL has counted by itself, minutes later, it
    /// plans for the tables as they were. SQLite is left alone.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn recount(&mut self) -> Result<()> {
        if self.engine() == Engine::Sqlite {
            return Ok(());
        }
        let own = "select quote_ident(relname::text) as name from pg_class
            where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace";
        let rows = self.rows(own, &[]).await?;
        let names: Result<Vec<String>> = rows.iter().map(|row| row.get("name")).collect();
        self.script(&format!("analyze {}", names?.join(", "))).await
    }

    /// What the engine finds wrong with its own file, in one line: a page that cannot be read, a
    /// row without the one it refers to. Nothing on PostgreSQL, whose server looks after its files.
    ///
    /// # Errors
    /// If the file is so broken that it cannot be looked at.
    pub async fn damage(&mut self) -> Result<Option<String>> {
        if self.engine() == Engine::Postgres {
            return Ok(None);
        }
        for row in self.rows("pragma integrity_check(1)", &[]).await? {
            let found: String = row.get("integrity_check")?;
            if found != "ok" {
                return Ok(Some(found.replace('\n', " ")));
            }
        }
        let orphan = self.rows("pragma foreign_key_check", &[]).await?;
        let Some(row) = orphan.first() else {
            return Ok(None);
        };
        let (table, parent): (String, String) = (row.get("table")?, row.get("parent")?);
        Ok(Some(format!(
            "a row of {table} refers to one that is not in {parent}"
        )))
    }

    /// Makes the changes last.
    ///
    /// # Errors
    /// If the database cannot store them; then none of them is stored.
    pub async fn commit(self) -> Result<()> {
        match self.0 {
            Inner::Sqlite(tx) => tx.commit().await?,
            Inner::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// How the engine would run a statement on large tables, whatever its values: for tests of
    /// indexes.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn explain(&mut self, sql: &str) -> Result<Vec<String>> {
        let (text, column) = match self.0 {
            Inner::Sqlite(_) => (format!("explain query plan {sql}"), "detail"),
            Inner::Postgres(_) => {
                let sql = &for_postgres(sql);
                self.script(AS_IF_LARGE).await?;
                self.script(&format!("prepare explained as {sql}")).await?;
                let nulls = vec!["null"; placeholders(sql)].join(", ");
                let nulls = if nulls.is_empty() {
                    nulls
                } else {
                    format!("({nulls})")
                };
                let text = format!("explain (costs off) execute explained{nulls}");
                (text, "QUERY PLAN")
            }
        };
        let rows = self.rows(&text, &[]).await?;
        if self.engine() == Engine::Postgres {
            self.script("deallocate explained").await?;
        }
        rows.iter().map(|row| row.get(column)).collect()
    }

    /// Has the engine read a statement without running it.
    ///
    /// # Errors
    /// If the engine does not understand it.
    pub async fn prepare(&mut self, sql: &str) -> Result<()> {
        use sqlx::{Executor, SqlSafeStr};
        let text = |sql: &str| AssertSqlSafe(sql.to_owned()).into_sql_str();
        match &mut self.0 {
            Inner::Sqlite(tx) => (&mut **tx).prepare(text(sql)).await.map(|_| ())?,
            Inner::Postgres(tx) => {
                let text = text(&for_postgres(sql));
                (&mut **tx).prepare(text).await.map(|_| ())?;
            }
        }
        Ok(())
    }

    async fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>> {
        tracing::trace!(target: "db::statement", text = sql);
        Ok(match &mut self.0 {
            Inner::Sqlite(tx) => sqlite(sql, values)
                .fetch_all(&mut **tx)
                .await?
                .into_iter()
                .map(|row| Row(RowInner::Sqlite(row)))
                .collect(),
            Inner::Postgres(tx) => postgres(&for_postgres(sql), values)
                .fetch_all(&mut **tx)
                .await?
                .into_iter()
                .map(|row| Row(RowInner::Postgres(row)))
                .collect(),
        })
    }

    async fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64> {
        tracing::trace!(target: "db::statement", text = sql);
        Ok(match &mut self.0 {
            Inner::Sqlite(tx) => sqlite(sql, values)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
            Inner::Postgres(tx) => postgres(&for_postgres(sql), values)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
        })
    }

    pub(crate) async fn script(&mut self, sql: &str) -> Result<()> {
        let text = AssertSqlSafe(sql.to_owned());
        match &mut self.0 {
            Inner::Sqlite(tx) => {
                sqlx::raw_sql(text).execute(&mut **tx).await?;
            }
            Inner::Postgres(tx) => {
                sqlx::raw_sql(text).execute(&mut **tx).await?;
            }
        }
        Ok(())
    }
}

/// The one word of statements that the engines do not share: an id as text.
fn for_postgres(sql: &str) -> Cow<'_, str> {
    if sql.contains("hex(") {
        return sql.replace("hex(", "text(").into();
    }
    sql.into()
}

/// Small tables are read whole and joined at once, and rightly so; this asks for the other plan.
const AS_IF_LARGE: &str = "set local enable_seqscan = off; set local enable_hashjoin = off;
    set local enable_mergejoin = off; set local enable_material = off;
    set local plan_cache_mode = force_generic_plan";

/// The highest number of a placeholder.
fn placeholders(sql: &str) -> usize {
    let after = sql.split('$').skip(1);
    let number = |rest: &str| {
        let end = rest.find(|c: char| !c.is_ascii_digit());
        rest[..end.unwrap_or(rest.len())].parse().unwrap_or(0)
    };
    after.map(number).max().unwrap_or(0)
}

macro_rules! bound {
    ($name:ident, $engine:ty, $arguments:ty) => {
        fn $name(sql: &str, values: &[Value]) -> SqlxQuery<'static, $engine, $arguments> {
            let mut query = sqlx::query::<$engine>(AssertSqlSafe(sql.to_owned()));
            for value in values {
                query = match value.clone() {
                    Value::Uuid(v) => query.bind(v),
                    Value::Text(v) => query.bind(v),
                    Value::Int(v) => query.bind(v),
                    Value::Bool(v) => query.bind(v),
                    Value::Bytes(v) => query.bind(v),
                };
            }
            query
        }
    };
}
bound!(sqlite, Sqlite, SqliteArguments);
bound!(postgres, Postgres, PgArguments);
