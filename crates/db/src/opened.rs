//! Whether the file that is open is still the one at its place.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::{DbError, Result};

/// An open SQLite file. What is written into one that was deleted or moved away would be lost, or
/// stand where nobody looks, without the engine noticing.
#[derive(Clone, Debug)]
pub(crate) struct Opened {
    path: PathBuf,
    /// Device and number of the file.
    identity: (u64, u64),
}

impl Opened {
    pub(crate) fn new(path: &Path) -> Result<Opened> {
        let identity = identity(path).map_err(sqlx::Error::Io)?;
        Ok(Opened {
            path: path.to_owned(),
            identity,
        })
    }

    pub(crate) fn is_there(&self) -> Result<()> {
        if identity(&self.path).is_ok_and(|identity| identity == self.identity) {
            return Ok(());
        }
        Err(DbError::Unavailable(format!(
            "{}: the database file was deleted, moved or replaced; stop the program, put the file back, then start again",
            self.path.display()
        )))
    }
}

fn identity(path: &Path) -> std::io::Result<(u64, u64)> {
    let about = fs::metadata(path)?;
    Ok((about.dev(), about.ino()))
}
