//! Files that only their owner may read.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Result};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Makes an empty file that only its owner may read, to become a database or the copy of one; what
/// is there already stays as it is. SQLite gives its log the permissions of the database.
///
/// # Errors
/// If the file cannot be made.
pub fn private_file(path: &Path) -> Result<()> {
    let mut new = OpenOptions::new();
    match new.write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}
