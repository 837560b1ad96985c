//! What commands hand out: files, which appear whole or not at all, and the standard output.

use std::fmt::Display;
use std::fs::{self, OpenOptions, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use tempfile::NamedTempFile;

/// Writes to the standard output. A reader that has seen enough, such as `head`, is no error.
pub(super) fn print(bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(bytes.as_ref()).and_then(|()| out.flush());
    written.or_else(|error| match error.kind() {
        ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error).context("the standard output cannot be written"),
    })
}

/// Prints one thing a line.
pub(super) fn print_lines(lines: impl IntoIterator<Item = impl Display>) -> anyhow::Result<()> {
    let lines = lines.into_iter().map(|line| format!("{line}\n"));
    print(lines.collect::<String>())
}

/// Who may read a file, as far as the umask lets them.
#[derive(Clone, Copy)]
pub(super) enum Readers {
    Everyone,
    Owner,
}

/// What is written already, but not yet where it belongs.
pub(super) enum Ready {
    /// In a file beside its place, so that moving it there is one step.
    Beside(NamedTempFile, PathBuf),
    /// For a terminal or a pipe, which cannot be replaced.
    Stream(Vec<u8>, PathBuf),
    /// For the standard output, wherever that leads.
    Printed(Vec<u8>),
}

/// For a file, or `-`, the standard output.
pub(super) fn prepare(path: &Path, bytes: &[u8], readers: Readers) -> anyhow::Result<Ready> {
    if path == Path::new("-") {
        return Ok(Ready::Printed(bytes.to_vec()));
    }
    let place = place(path);
    let is = fs::metadata(&place);
    if path.as_os_str().is_empty() || is.as_ref().is_ok_and(fs::Metadata::is_dir) {
        bail!("{} is a folder; name a file", path.display());
    }
    if is.is_ok_and(|is| !is.is_file()) {
        return Ok(Ready::Stream(bytes.to_vec(), place));
    }
    let mode = match readers {
        Readers::Everyone => 0o666,
        Readers::Owner => 0o600,
    };
    let write = || {
        let mut file = tempfile::Builder::new()
            .permissions(Permissions::from_mode(mode))
            .tempfile_in(folder(&place))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok::<_, std::io::Error>(file)
    };
    let file = write().with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(Ready::Beside(file, place))
}

/// Where a path leads: links are followed, for what they name is replaced, not they.
pub(super) fn place(path: &Path) -> PathBuf {
    let beside = || Some(fs::canonicalize(folder(path)).ok()?.join(path.file_name()?));
    let found = fs::canonicalize(path).ok().or_else(beside);
    found.unwrap_or_else(|| path.to_owned())
}

fn folder(path: &Path) -> &Path {
    let folder = path.parent();
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

impl Ready {
    pub(super) fn keep(self) -> anyhow::Result<()> {
        let (done, place) = match self {
            Self::Beside(file, place) => {
                let done = file.persist(&place).map_err(|error| error.error);
                (done.map(drop), place)
            }
            Self::Stream(bytes, place) => {
                let stream = OpenOptions::new().write(true).open(&place);
                (stream.and_then(|mut s| s.write_all(&bytes)), place)
            }
            Self::Printed(bytes) => return print(bytes),
        };
        done.with_context(|| format!("{} cannot be written", place.display()))
    }
}
