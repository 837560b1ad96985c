//! Who else works with the database.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::postgres::PgConnection;

use crate::{DbError, Result};

/// Held for as long as the database is open.
#[derive(Debug)]
#[expect(dead_code, reason = "held, not read")]
pub(crate) enum Lock {
    /// One process per SQLite file.
    File(File),
    /// One process on the server, while it changes what others keep in memory.
    Server(Mutex<PgConnection>),
}

const IN_USE: &str = "another process works with this database; stop it first";

/// The one before may still be on its way out: its lock ends some tenths of a second after it.
const PATIENCE: u32 = 20;
const A_WHILE: Duration = Duration::from_millis(100);

pub(crate) async fn take(database: &Path) -> Result<Lock> {
    let mut path = database.as_os_str().to_owned();
    path.push(".lock");
    let refuse = |why: String| DbError::Unavailable(format!("{}: {why}", database.display()));
    let file = File::create(&path).map_err(|e| refuse(format!("cannot be opened: {e}")))?;
    for _ in 0..PATIENCE {
        match file.try_lock() {
            Ok(()) => return Ok(Lock::File(file)),
            Err(TryLockError::WouldBlock) => tokio::time::sleep(A_WHILE).await,
            Err(TryLockError::Error(e)) => return Err(refuse(format!("cannot be locked: {e}"))),
        }
    }
    Err(refuse(IN_USE.to_owned()))
}

/// Noted by every connection of a program; fails to be taken while somebody is alone.
pub(crate) const SHARED: &str =
    "select pg_try_advisory_lock_shared(5473, hashtext(current_schema())) as taken";
/// Can be taken while no connection holds the other.
pub(crate) const ALONE: &str =
    "select pg_try_advisory_lock(5473, hashtext(current_schema())) as taken";

/// Takes one of the two for as long as the connection lasts.
pub(crate) async fn take_server(connection: &mut PgConnection, sql: &'static str) -> Result<()> {
    for _ in 0..PATIENCE {
        let taken: bool = sqlx::query_scalar(sql).fetch_one(&mut *connection).await?;
        if taken {
            return Ok(());
        }
        tokio::time::sleep(A_WHILE).await;
    }
    Err(DbError::Unavailable(IN_USE.to_owned()))
}

static CONNECTIONS: AtomicU64 = AtomicU64::new(0);

/// How many connections to servers this process has made. Somebody may have been alone with the
/// database between two of them: what was read before may not hold after this number has changed.
pub fn connections() -> u64 {
    CONNECTIONS.load(Ordering::Acquire)
}

/// For a new connection of a program that has the database open already.
pub(crate) async fn share(connection: &mut PgConnection) -> std::result::Result<(), sqlx::Error> {
    let taken: bool = sqlx::query_scalar(SHARED).fetch_one(connection).await?;
    if !taken {
        return Err(sqlx::Error::Protocol(IN_USE.to_owned()));
    }
    CONNECTIONS.fetch_add(1, Ordering::Release);
    Ok(())
}
