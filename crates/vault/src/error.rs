//! What can go wrong, each with one message that says what to do.

use std::{io, path::PathBuf};

use thiserror::Error;

/// Why a key could not be had or sealed data could not be opened.
///
/// No message holds key material or clear text; all may be logged.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum VaultError {
    /// There is no file at the path.
    #[error("no master key at {}: put back the key file that belongs to this database", path.display())]
    KeyFileMissing {
        /// Where the file was looked for.
        path: PathBuf,
    },
    /// Group or others may use the file.
    #[error("master key {} is open to other users (mode {mode:04o}): run chmod 600 on it", path.display())]
    KeyFileExposed {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The content is not a whole master key.
    #[error("master key {} is damaged ({reason}): put back an intact copy", path.display())]
    KeyFileDamaged {
        /// The file.
        path: PathBuf,
        /// What was found wrong first.
        reason: &'static str,
    },
    /// A new key was to be written where a file stands already.
    #[error("{} exists already: a master key is never overwritten", path.display())]
    KeyFileExists {
        /// The file.
        path: PathBuf,
    },
    /// The file system refused to read or write the file.
    #[error("cannot {act} master key {}: {source}", path.display())]
    KeyFileIo {
        /// What was tried: `read` or `create`.
        act: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The passphrase is shorter than [`MasterKey::MIN_PASSPHRASE`](crate::MasterKey::MIN_PASSPHRASE).
    #[error("the passphrase is too short: it needs at least {minimum} characters")]
    PassphraseTooShort {
        /// The least number of characters.
        minimum: usize,
    },
    /// Argon2id could not run, for want of memory.
    #[error("cannot derive the master key from the passphrase: {reason}")]
    Derivation {
        /// What the implementation said.
        reason: String,
    },
    /// The master key is sound but belongs to other data.
    #[error(
        "wrong master key: this database was sealed with another one (key given: {given}, needed: {needed})"
    )]
    WrongMasterKey {
        /// Fingerprint of the key at hand.
        given: String,
        /// Fingerprint that the data asks for.
        needed: String,
    },
    /// A wrapped key was wrapped by another key or for another owner, or its bytes were changed.
    #[error("the {kind} of {id} cannot be unwrapped: wrong outer key, moved or damaged")]
    CannotUnwrap {
        /// What was wrapped.
        kind: &'static str,
        /// The owner named by the caller.
        id: uuid::Uuid,
    },
    /// A sealed field was sealed with another key or at another place, or its bytes were changed.
    #[error("{table}.{column} of record {record} cannot be opened: wrong key, moved or damaged")]
    CannotOpen {
        /// The table named by the caller.
        table: &'static str,
        /// The column named by the caller.
        column: &'static str,
        /// The record named by the caller.
        record: uuid::Uuid,
    },
    /// The bytes carry a format version that this release does not know.
    #[error("sealed by a newer release (format {version}): upgrade before opening it")]
    UnknownFormat {
        /// The version byte.
        version: u8,
    },
    /// A field opened as text holds bytes that are not text.
    #[error("{table}.{column} holds bytes, not text")]
    NotText {
        /// The table named by the caller.
        table: &'static str,
        /// The column named by the caller.
        column: &'static str,
    },
}
