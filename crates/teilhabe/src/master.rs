//! Where the master key comes from, and how another takes its place.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use vault::{MasterKey, Salt};

use crate::config::KeySource;

/// The key of this installation. `needed` is the check value of the database; none while it is new,
/// and only then a key may be made: an old database without its key must not get a new one by
/// mistake.
pub fn open(source: &KeySource, needed: Option<&str>) -> anyhow::Result<MasterKey> {
    match source {
        KeySource::File(path) if needed.is_none() => {
            fs::create_dir_all(folder_of(path))?;
            Ok(MasterKey::open_or_create(path)?)
        }
        KeySource::File(path) => {
            let key = MasterKey::open(path)?;
            Ok(settled(path, needed)?.unwrap_or(key))
        }
        KeySource::Passphrase(path) => from_passphrase(path, needed.is_none()),
    }
}

/// A rotation that was stopped between the database and the file is brought to its end.
fn settled(path: &Path, needed: Option<&str>) -> anyhow::Result<Option<MasterKey>> {
    let next = beside(path, "new");
    if !next.exists() {
        return Ok(None);
    }
    let key = MasterKey::open(&next)?;
    if Some(key.fingerprint().to_string().as_str()) != needed {
        return Ok(None);
    }
    settle(path)?;
    Ok(Some(key))
}

/// Puts the new key file in the place of the old one, which is kept for older backups.
fn settle(path: &Path) -> anyhow::Result<PathBuf> {
    let old = MasterKey::open(path)?.fingerprint().to_string();
    let kept = beside(path, &format!("before-{}", &old[..8]));
    if !kept.exists() {
        fs::hard_link(path, &kept)
            .with_context(|| format!("{}: cannot be written", kept.display()))?;
    }
    fs::rename(beside(path, "new"), path)
        .with_context(|| format!("{}: cannot be written", path.display()))?;
    File::open(folder_of(path))?.sync_all()?;
    Ok(kept)
}

/// A key that stands on the disk already but is not in force yet.
pub struct Successor {
    pub key: MasterKey,
    place: Place,
}

enum Place {
    /// Takes the place of the configured file.
    Same(PathBuf),
    /// Has to be named in the configuration.
    Other(&'static str, PathBuf),
}

impl Successor {
    /// A new key for the configured file.
    pub fn in_place(source: &KeySource) -> anyhow::Result<Successor> {
        let KeySource::File(path) = source else {
            bail!(
                "the configuration names a passphrase; say --to-passphrase-file or --to-key-file"
            );
        };
        let next = beside(path, "new");
        if next.exists() {
            // Left by a rotation that changed nothing, else opening had brought it to its end.
            fs::remove_file(&next)?;
        }
        Ok(Successor {
            key: MasterKey::create(&next)?,
            place: Place::Same(path.clone()),
        })
    }

    /// A new key in a file of its own.
    pub fn in_file(path: &Path) -> anyhow::Result<Successor> {
        Ok(Successor {
            key: MasterKey::create(path)?,
            place: Place::Other("key_file", path.to_owned()),
        })
    }

    /// The key of a passphrase.
    pub fn from_passphrase(path: &Path) -> anyhow::Result<Successor> {
        Ok(Successor {
            key: from_passphrase(path, true)?,
            place: Place::Other("passphrase_file", path.to_owned()),
        })
    }

    /// Once the database holds the new key: puts it in force, and says what is left to do.
    pub fn take_over(self) -> anyhow::Result<String> {
        match self.place {
            Place::Same(path) => {
                let kept = settle(&path)?;
                Ok(format!(
                    "{} is the new master key; backups made before need {}",
                    path.display(),
                    kept.display()
                ))
            }
            Place::Other(name, path) => Ok(format!(
                "write into the configuration: {name} = {:?}; backups made before need the old key",
                path.display().to_string()
            )),
        }
    }
}

/// The passphrase stands on the first line, the salt beside it in `FILE.salt`, made with a new
/// database.
fn from_passphrase(path: &Path, may_make_salt: bool) -> anyhow::Result<MasterKey> {
    let passphrase = passphrase(path)?;
    let salt = salt(&salt_of(path), may_make_salt)?;
    Ok(MasterKey::from_passphrase(&passphrase, &salt)?)
}

/// What a file with a passphrase says, if nobody else may read it.
pub fn passphrase(path: &Path) -> anyhow::Result<String> {
    let shown = path.display();
    let about = fs::metadata(path).with_context(|| format!("{shown}: cannot be read"))?;
    if about.permissions().mode() & 0o077 != 0 {
        bail!("{shown}: the passphrase is open to other users; run chmod 600 on it");
    }
    let text = fs::read_to_string(path).with_context(|| format!("{shown}: cannot be read"))?;
    Ok(text.lines().next().unwrap_or_default().trim().to_owned())
}

/// Where the salt of a passphrase stands.
pub fn salt_of(passphrase: &Path) -> PathBuf {
    beside(passphrase, "salt")
}

fn salt(path: &Path, may_make: bool) -> anyhow::Result<Salt> {
    let shown = path.display();
    match fs::read(path) {
        Ok(bytes) => bytes
            .try_into()
            .map_err(|_| anyhow::anyhow!("{shown}: is not a salt of 16 bytes")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && may_make => {
            let salt = MasterKey::new_salt();
            fs::write(path, salt).with_context(|| format!("{shown}: cannot be written"))?;
            File::open(path)?.sync_all()?;
            Ok(salt)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            bail!("{shown}: is missing; put back the salt that belongs to this database")
        }
        Err(error) => Err(error).with_context(|| format!("{shown}: cannot be read")),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn folder_of(path: &Path) -> &Path {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
