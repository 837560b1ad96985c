//! One process per SQLite file.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::{DbError, Result};

/// Held for as long as the database is open.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

pub(crate) fn take(database: &Path) -> Result<Lock> {
    let mut path = database.as_os_str().to_owned();
    path.push(".lock");
    let refuse = |why: String| DbError::Unavailable(format!("{}: {why}", database.display()));
    let file = File::create(&path).map_err(|e| refuse(format!("cannot be opened: {e}")))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(refuse(
            "another process works with this database; stop it first".to_owned(),
        )),
        Err(TryLockError::Error(e)) => Err(refuse(format!("cannot be locked: {e}"))),
    }
}
