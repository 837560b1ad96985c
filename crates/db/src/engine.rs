//! Opening a database.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Postgres, Transaction};

use crate::lock::{self, Lock};
use crate::opened::Opened;
use crate::private::private_file;
use crate::transaction::Inner;
use crate::{DbError, Result, Tx};

/// Which of the two engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file beside the program.
    Sqlite,
    /// A server.
    Postgres,
}

/// An open database; cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    pools: Pools,
    lock: Option<Arc<Lock>>,
}

#[derive(Clone, Debug)]
enum Pools {
    /// SQLite has many readers and one writer.
    Sqlite {
        readers: SqlitePool,
        writer: SqlitePool,
        file: Option<Opened>,
    },
    Postgres(PgPool),
}

impl Db {
    /// Opens `sqlite:PATH` (created if absent), `sqlite::memory:` or `postgres://…`.
    ///
    /// # Errors
    /// If the database cannot be reached, or another process holds the SQLite file.
    pub async fn open(url: &str) -> Result<Db> {
        if url == "sqlite::memory:" {
            return Db::in_memory().await;
        }
        if let Some(path) = url.strip_prefix("sqlite:") {
            return Db::file(Path::new(path.trim_start_matches("//"))).await;
        }
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            return Db::server(url).await;
        }
        Err(DbError::Unavailable(
            "the database address must begin with sqlite: or postgres:".to_owned(),
        ))
    }

    /// As [`Db::open`], but refuses if another process has the database open, and keeps others
    /// out meanwhile: for changes that an open program would not notice.
    ///
    /// # Errors
    /// As [`Db::open`], and if the database is in use.
    pub async fn open_alone(url: &str) -> Result<Db> {
        if url.starts_with("sqlite:") {
            return Db::open(url).await;
        }
        let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
        let pool = PgPoolOptions::new().max_connections(4);
        let mut db = Db::pool(options.clone(), pool).await?;
        let mut guard = options.connect().await?;
        lock::take_server(&mut guard, lock::ALONE).await?;
        db.lock = Some(Arc::new(Lock::Server(Mutex::new(guard))));
        Ok(db)
    }

    /// Opens for reading alone, also beside a process that works with the database.
    ///
    /// # Errors
    /// As [`Db::open`], and if there is no such database.
    pub async fn open_reading(url: &str) -> Result<Db> {
        let Some(path) = url.strip_prefix("sqlite:") else {
            return Db::open(url).await;
        };
        let path = Path::new(path.trim_start_matches("//"));
        let readers = SqlitePoolOptions::new()
            .max_connections(2)
            .connect_with(sqlite_reading().filename(path).read_only(true))
            .await
            .map_err(|e| no_database(path, e))?;
        Ok(Db {
            pools: Pools::Sqlite {
                writer: readers.clone(),
                readers,
                file: None,
            },
            lock: None,
        })
    }

    async fn file(path: &Path) -> Result<Db> {
        let lock = lock::take(path).await?;
        private_file(path).map_err(|e| no_database(path, e.into()))?;
        let options = sqlite_options().filename(path);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(30))
            .test_before_acquire(false)
            // On a full disk SQLite ends the transaction by itself, which the driver does not
            // notice: such a connection is replaced.
            .before_acquire(|connection, _| {
                let usable = !connection.is_in_transaction();
                Box::pin(async move { Ok(usable) })
            })
            .connect_with(options.clone())
            .await
            .map_err(|e| no_database(path, e))?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .test_before_acquire(false)
            .connect_with(options.read_only(true))
            .await
            .map_err(|e| no_database(path, e))?;
        Ok(Db {
            pools: Pools::Sqlite {
                readers,
                writer,
                file: Some(Opened::new(path)?),
            },
            lock: Some(Arc::new(lock)),
        })
    }

    async fn in_memory() -> Result<Db> {
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(sqlite_options().in_memory(true))
            .await?;
        Ok(Db {
            pools: Pools::Sqlite {
                readers: pool.clone(),
                writer: pool,
                file: None,
            },
            lock: None,
        })
    }

    /// Each connection notes that the database is in use, see [`Db::open_alone`]; none is made
    /// while somebody is alone with it.
    async fn server(url: &str) -> Result<Db> {
        let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
        let mut first = options.connect().await?;
        lock::take_server(&mut first, lock::SHARED).await?;
        let pool = PgPoolOptions::new()
            .max_connections(8)
            .after_connect(|connection, _| Box::pin(lock::share(connection)));
        let db = Db::pool(options, pool).await?;
        first.close().await?;
        Ok(db)
    }

    async fn pool(options: PgConnectOptions, pool: PgPoolOptions) -> Result<Db> {
        let options = options
            .disable_statement_logging()
            .statement_cache_capacity(STATEMENTS);
        let pool = pool
            .acquire_timeout(PATIENCE)
            // A connection in use is tried by `begin`; to ask it before that is a way to the server
            // and back for each transaction.
            .test_before_acquire(false)
            .before_acquire(|connection, used| {
                Box::pin(async move {
                    if used.idle_for > IDLE {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_with(options)
            .await?;
        Ok(Db {
            pools: Pools::Postgres(pool),
            lock: None,
        })
    }

    /// Opens a schema of its own on a PostgreSQL server, created if absent.
    ///
    /// # Errors
    /// As [`Db::open`], and for a name of anything but lower-case letters, digits and `_`.
    pub async fn open_schema(url: &str, schema: &str) -> Result<Db> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if schema.is_empty() || !schema.bytes().all(plain) {
            return Err(DbError::Unavailable(format!(
                "{schema} cannot name a schema"
            )));
        }
        let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
        let mut connection = options.connect().await?;
        let create = AssertSqlSafe(format!("create schema if not exists {schema}"));
        sqlx::raw_sql(create).execute(&mut connection).await?;
        connection.close().await?;
        let options = options.options([("search_path", schema)]);
        Db::pool(options, PgPoolOptions::new().max_connections(4)).await
    }

    /// The engine behind this database.
    pub fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// A transaction that sees one state and changes nothing.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn read(&self) -> Result<Tx> {
        self.is_there()?;
        Ok(Tx(match &self.pools {
            Pools::Sqlite { readers, .. } => Inner::Sqlite(readers.begin().await?),
            Pools::Postgres(pool) => {
                let statement = "begin isolation level repeatable read read only";
                Inner::Postgres(begin(pool, statement).await?)
            }
        }))
    }

    /// A transaction that may change; it is undone unless [`Tx::commit`] is called.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn write(&self) -> Result<Tx> {
        self.is_there()?;
        Ok(Tx(match &self.pools {
            Pools::Sqlite { writer, .. } => {
                Inner::Sqlite(writer.begin_with("begin immediate").await?)
            }
            Pools::Postgres(pool) => Inner::Postgres(begin(pool, "begin").await?),
        }))
    }

    fn is_there(&self) -> Result<()> {
        match &self.pools {
            Pools::Sqlite {
                file: Some(file), ..
            } => file.is_there(),
            Pools::Sqlite { file: None, .. } | Pools::Postgres(_) => Ok(()),
        }
    }

    /// Writes a consistent copy of a SQLite database into a new file.
    ///
    /// # Errors
    /// On PostgreSQL, where the server's own tools do that, or if the file cannot be written.
    pub async fn copy_into(&self, file: PathBuf) -> Result<()> {
        match &self.pools {
            Pools::Sqlite { writer, .. } => {
                private_file(&file).map_err(sqlx::Error::from)?;
                let target = file.display().to_string();
                sqlx::query("vacuum into $1")
                    .bind(target)
                    .execute(writer)
                    .await?;
                Ok(())
            }
            Pools::Postgres(_) => Err(DbError::Other(
                "copies of PostgreSQL are made with pg_dump".to_owned(),
            )),
        }
    }

    /// Waits for running work and closes every connection.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite {
                readers, writer, ..
            } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// Begins on a connection that is alive. That the server cut one shows at its first statement, before
/// anything was done: then the next one is tried, and in the end a new one.
async fn begin(
    pool: &PgPool,
    statement: &'static str,
) -> sqlx::Result<Transaction<'static, Postgres>> {
    let alive = async {
        for _ in 0..pool.size() {
            match pool.begin_with(statement).await {
                Err(error) if is_cut(&error) => {}
                done => return done,
            }
        }
        pool.begin_with(statement).await
    };
    let in_time = tokio::time::timeout(PATIENCE, alive).await;
    in_time.unwrap_or(Err(sqlx::Error::PoolTimedOut))
}

/// Whether the server closed the connection, with or without a word (class 57: stopped by who runs
/// it).
fn is_cut(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) => true,
        sqlx::Error::Database(told) => told.code().is_some_and(|code| code.starts_with("57P")),
        _ => false,
    }
}

/// How long a request waits for a server that is away or busy before it is told so.
const PATIENCE: Duration = Duration::from_secs(5);
/// After so long somebody on the way may have dropped a connection without a word.
const IDLE: Duration = Duration::from_secs(1);
/// So many statements stay prepared on a connection; lists and searches have many variants.
const STATEMENTS: usize = 512;

fn sqlite_options() -> SqliteConnectOptions {
    sqlite_reading()
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .optimize_on_close(true, None)
}

fn sqlite_reading() -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .pragma("cache_size", "-65536")
        .pragma("mmap_size", "268435456")
        .pragma("temp_store", "memory")
        .statement_cache_capacity(STATEMENTS)
        .disable_statement_logging()
}

fn no_database(path: &Path, error: sqlx::Error) -> DbError {
    let why = DbError::from(error);
    DbError::Unavailable(format!("{}: cannot be opened: {why}", path.display()))
}
