//! The master key: where the chain begins.

use std::{fmt, path::Path};

use argon2::{Algorithm, Argon2, Params, Version};
use hkdf::Hkdf;
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    VaultError,
    cipher::Secret,
    key::{self, SiteKey, Wrapped},
    key_file,
};

/// Stored beside the data of a passphrase, not secret: see [`MasterKey::new_salt`].
pub type Salt = [u8; 16];

/// Key above all site keys. It lives in a file or in someone's head, never in the database.
pub struct MasterKey {
    wrapping: Secret,
    fingerprint: Fingerprint,
}

impl MasterKey {
    /// Fewest characters of a passphrase.
    pub const MIN_PASSPHRASE: usize = 16;

    /// A new key that is nowhere stored.
    pub fn generate() -> Self {
        Self::from_root(&Secret::generate())
    }

    /// Reads the key file, or makes one if there is none: for the first start with an empty database.
    ///
    /// Of several processes that start at once, one makes the file and all get the same key.
    ///
    /// # Errors
    /// As [`MasterKey::open`] and [`MasterKey::create`].
    pub fn open_or_create(path: &Path) -> Result<Self, VaultError> {
        match Self::open(path) {
            Err(VaultError::KeyFileMissing { .. }) => match Self::create(path) {
                Err(VaultError::KeyFileExists { .. }) => Self::open(path),
                made => made,
            },
            opened => opened,
        }
    }

    /// Reads the key file.
    ///
    /// # Errors
    /// One of the `KeyFile…` errors: it is missing, open to other users, damaged or unreadable.
    pub fn open(path: &Path) -> Result<Self, VaultError> {
        key_file::read(path)
    }

    /// Makes a key file with mode 0600, whole or not at all.
    ///
    /// # Errors
    /// [`VaultError::KeyFileExists`] rather than overwriting; [`VaultError::KeyFileIo`].
    pub fn create(path: &Path) -> Result<Self, VaultError> {
        let root = Secret::generate();
        let master = Self::from_root(&root);
        key_file::write(path, &root, &master.fingerprint)?;
        Ok(master)
    }

    /// Derives the key from a passphrase with Argon2id, by the second recommendation of RFC 9106
    /// section 4 (3 passes, 64 MiB, 4 lanes). Composed and decomposed umlauts are the same.
    ///
    /// # Errors
    /// [`VaultError::PassphraseTooShort`], [`VaultError::Derivation`].
    pub fn from_passphrase(passphrase: &str, salt: &Salt) -> Result<Self, VaultError> {
        let normal = Zeroizing::new(passphrase.nfkc().collect::<String>());
        if normal.chars().count() < Self::MIN_PASSPHRASE {
            return Err(VaultError::PassphraseTooShort {
                minimum: Self::MIN_PASSPHRASE,
            });
        }
        let mut root = Zeroizing::new([0; 32]);
        Params::new(64 * 1024, 3, 4, Some(root.len()))
            .map(|params| Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
            .and_then(|argon| argon.hash_password_into(normal.as_bytes(), salt, &mut *root))
            .map_err(|error| VaultError::Derivation {
                reason: error.to_string(),
            })?;
        Ok(Self::from_root(&Secret::from_bytes(root)))
    }

    /// A new salt, to be stored beside the data before the first use of a passphrase.
    pub fn new_salt() -> Salt {
        rand::random()
    }

    pub(crate) fn from_root(root: &Secret) -> Self {
        let hkdf = Hkdf::<Sha256>::new(None, root.bytes());
        Self {
            wrapping: Secret::from_bytes(expand(&hkdf, "vault 1 master wrap")),
            fingerprint: Fingerprint(*expand(&hkdf, "vault 1 master check")),
        }
    }

    /// What tells this key from others without revealing it; store it at the first start.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// Compares with the stored fingerprint, at each start and before anything is opened.
    ///
    /// # Errors
    /// [`VaultError::WrongMasterKey`].
    pub fn check(&self, stored: &[u8]) -> Result<(), VaultError> {
        if self.fingerprint.0 == stored {
            return Ok(());
        }
        Err(VaultError::WrongMasterKey {
            given: self.fingerprint.to_string(),
            needed: hex(stored),
        })
    }

    /// Wraps the key of a site.
    pub fn wrap(&self, site_key: &SiteKey, site: Uuid) -> Wrapped {
        key::wrap(&self.wrapping, site_key, site)
    }

    /// Takes the key of a site out of its wrapping.
    ///
    /// # Errors
    /// [`VaultError::CannotUnwrap`] if `self` did not wrap it, it belongs to another site or was
    /// changed; [`VaultError::UnknownFormat`] for a later format.
    pub fn unwrap(&self, wrapped: &Wrapped, site: Uuid) -> Result<SiteKey, VaultError> {
        key::unwrap(&self.wrapping, wrapped, site)
    }

    /// Wraps the key of a site anew with the master key `next`, for rotation.
    ///
    /// # Errors
    /// As [`MasterKey::unwrap`].
    pub fn rewrap(
        &self,
        wrapped: &Wrapped,
        site: Uuid,
        next: &Self,
    ) -> Result<Wrapped, VaultError> {
        self.unwrap(wrapped, site)
            .map(|site_key| next.wrap(&site_key, site))
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "master key {} (hidden)", self.fingerprint)
    }
}

/// Check value of a master key: derived one way, so it may be stored and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The bytes to store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

fn expand<const N: usize>(hkdf: &Hkdf<Sha256>, purpose: &str) -> Zeroizing<[u8; N]> {
    let mut key = Zeroizing::new([0; N]);
    let Ok(()) = hkdf.expand(purpose.as_bytes(), &mut *key) else {
        unreachable!("HKDF-SHA256 gives up to 8160 bytes");
    };
    key
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}
