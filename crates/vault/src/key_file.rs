//! The file of the master key: four lines of text, readable by its owner only.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read, Write},
    os::unix::fs::PermissionsExt,
    path::Path,
};

use zeroize::Zeroizing;

use crate::{
    VaultError,
    cipher::Secret,
    master::{Fingerprint, MasterKey, hex},
};

const HEADER: &str = "vault master key 1";
const ADVICE: &str =
    "# Keep a copy apart from the database. Without this key no sealed field opens.";
const LARGEST: usize = 4096;

pub(crate) fn read(path: &Path) -> Result<MasterKey, VaultError> {
    let file = File::open(path).map_err(|source| match source.kind() {
        ErrorKind::NotFound => VaultError::KeyFileMissing { path: path.into() },
        _ => io_error("read", path, source),
    })?;
    let about = file
        .metadata()
        .map_err(|source| io_error("read", path, source))?;
    let damaged = |reason| VaultError::KeyFileDamaged {
        path: path.into(),
        reason,
    };
    if !about.is_file() {
        return Err(damaged("not a file"));
    }
    let mode = about.permissions().mode() & 0o7777;
    if mode & 0o077 != 0 {
        return Err(VaultError::KeyFileExposed {
            path: path.into(),
            mode,
        });
    }
    if about.len() > LARGEST as u64 {
        return Err(damaged("far too long"));
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(LARGEST));
    file.take(LARGEST as u64)
        .read_to_end(&mut bytes)
        .map_err(|source| io_error("read", path, source))?;
    parse(&bytes).map_err(damaged)
}

pub(crate) fn write(
    path: &Path,
    root: &Secret,
    fingerprint: &Fingerprint,
) -> Result<(), VaultError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let key = Zeroizing::new(hex(root.bytes()));
    let text = Zeroizing::new(format!(
        "{HEADER}\n{ADVICE}\nkey: {}\ncheck: {fingerprint}\n",
        *key
    ));
    place(path, folder, text.as_bytes()).map_err(|source| match source.kind() {
        ErrorKind::AlreadyExists => VaultError::KeyFileExists { path: path.into() },
        _ => io_error("create", path, source),
    })
}

/// Writes beside the path and moves into place without overwriting, so that no half file is ever there.
fn place(path: &Path, folder: &Path, text: &[u8]) -> io::Result<()> {
    let mut draft = tempfile::Builder::new()
        .prefix(".master-key-")
        .permissions(fs::Permissions::from_mode(0o600))
        .tempfile_in(folder)?;
    draft.write_all(text)?;
    draft.as_file().sync_all()?;
    draft
        .persist_noclobber(path)
        .map_err(|refused| refused.error)?;
    File::open(folder)?.sync_all()
}

fn parse(bytes: &[u8]) -> Result<MasterKey, &'static str> {
    let text = std::str::from_utf8(bytes).map_err(|_| "not text")?;
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    if lines.next() != Some(HEADER) {
        return Err("it does not begin with the line \"vault master key 1\"");
    }
    let key = lines
        .next()
        .and_then(|line| line.strip_prefix("key:"))
        .ok_or("no key")?;
    let check = lines
        .next()
        .and_then(|line| line.strip_prefix("check:"))
        .ok_or("no check value")?;
    if lines.next().is_some() {
        return Err("more lines than expected");
    }
    let root = unhex(key.trim()).ok_or("the key is not 64 hexadecimal digits")?;
    let master = MasterKey::from_root(&Secret::from_bytes(root));
    if master.fingerprint().to_string() != check.trim() {
        return Err("key and check value do not match");
    }
    Ok(master)
}

fn unhex(text: &str) -> Option<Zeroizing<[u8; 32]>> {
    let digits = text.as_bytes();
    let mut bytes = Zeroizing::new([0; 32]);
    if digits.len() != 2 * bytes.len() {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let (high, low) = (
            char::from(pair[0]).to_digit(16)?,
            char::from(pair[1]).to_digit(16)?,
        );
        *byte = u8::try_from(high * 16 + low).ok()?;
    }
    Some(bytes)
}

fn io_error(act: &'static str, path: &Path, source: io::Error) -> VaultError {
    VaultError::KeyFileIo {
        act,
        path: path.into(),
        source,
    }
}
