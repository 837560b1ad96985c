//! Keys of sites and persons and of the index, and how one wraps the other.

use std::{fmt, marker::PhantomData};

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    VaultError,
    cipher::{Refusal, Secret, associated},
};

/// Key of one tenant. It wraps the keys of its persons and its index, and seals what has no person.
pub type SiteKey = Key<Site>;
/// Key of one person. It seals everything that names the person; without it nothing of it opens.
pub type PersonKey = Key<Person>;
/// Key of a site's blind index. It is wrapped, not derived, so that a new site key keeps the index.
pub type IndexKey = Key<Index>;

/// A random 256-bit key for one purpose. It is wiped when dropped and never shown.
pub struct Key<K> {
    secret: Secret,
    kind: PhantomData<K>,
}

/// Marks a [`SiteKey`].
#[derive(Debug)]
pub enum Site {}
/// Marks a [`PersonKey`].
#[derive(Debug)]
pub enum Person {}
/// Marks an [`IndexKey`].
#[derive(Debug)]
pub enum Index {}

/// What a key is for; closed, since the module is private.
pub trait Kind {
    /// Stands in the associated data of the wrapped key.
    const LABEL: &'static str;
}

/// Kinds that a site key wraps.
pub trait UnderSite: Kind {}

impl Kind for Site {
    const LABEL: &'static str = "site key";
}
impl Kind for Person {
    const LABEL: &'static str = "person key";
}
impl Kind for Index {
    const LABEL: &'static str = "index key";
}
impl UnderSite for Person {}
impl UnderSite for Index {}

impl<K: Kind> Key<K> {
    /// A new key from the operating system's randomness.
    pub fn generate() -> Self {
        Self::from_secret(Secret::generate())
    }

    pub(crate) fn from_secret(secret: Secret) -> Self {
        Self {
            secret,
            kind: PhantomData,
        }
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }
}

impl<K: Kind> fmt::Debug for Key<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (hidden)", K::LABEL)
    }
}

impl SiteKey {
    /// Wraps a person's key (`owner` is the person) or the index key (`owner` is the site).
    pub fn wrap<K: UnderSite>(&self, inner: &Key<K>, owner: Uuid) -> Wrapped {
        wrap(&self.secret, inner, owner)
    }

    /// Takes a key out of its wrapping.
    ///
    /// # Errors
    /// [`VaultError::CannotUnwrap`] if `self` did not wrap it, it is of another kind, it belongs to
    /// another owner, or bytes were changed; [`VaultError::UnknownFormat`] for a later format.
    pub fn unwrap<K: UnderSite>(
        &self,
        wrapped: &Wrapped,
        owner: Uuid,
    ) -> Result<Key<K>, VaultError> {
        unwrap(&self.secret, wrapped, owner)
    }

    /// Wraps anew with the site key `next`, for rotation: `site.rewrap::<Person>(…)`.
    ///
    /// # Errors
    /// As [`SiteKey::unwrap`].
    pub fn rewrap<K: UnderSite>(
        &self,
        wrapped: &Wrapped,
        owner: Uuid,
        next: &Self,
    ) -> Result<Wrapped, VaultError> {
        self.unwrap::<K>(wrapped, owner)
            .map(|inner| next.wrap(&inner, owner))
    }
}

/// A key enciphered by the key above it. These bytes may lie in a database: 61 of them.
#[derive(Clone, PartialEq, Eq)]
pub struct Wrapped(Vec<u8>);

impl Wrapped {
    /// Takes up bytes that [`Wrapped::as_bytes`] gave out; what they are shows when unwrapping.
    pub fn from_stored(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Wrapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wrapped ({} bytes)", self.0.len())
    }
}

pub(crate) fn wrap<K: Kind>(outer: &Secret, inner: &Key<K>, owner: Uuid) -> Wrapped {
    Wrapped(outer.encipher(&owned::<K>(owner), inner.secret.bytes()))
}

pub(crate) fn unwrap<K: Kind>(
    outer: &Secret,
    wrapped: &Wrapped,
    owner: Uuid,
) -> Result<Key<K>, VaultError> {
    let refused = VaultError::CannotUnwrap {
        kind: K::LABEL,
        id: owner,
    };
    let clear = match outer.decipher(&owned::<K>(owner), &wrapped.0) {
        Ok(clear) => clear,
        Err(Refusal::UnknownFormat(version)) => return Err(VaultError::UnknownFormat { version }),
        Err(Refusal::NotAuthentic) => return Err(refused),
    };
    let mut bytes = Zeroizing::new([0; 32]);
    if clear.len() != bytes.len() {
        return Err(refused);
    }
    bytes.copy_from_slice(&clear);
    Ok(Key::from_secret(Secret::from_bytes(bytes)))
}

fn owned<K: Kind>(owner: Uuid) -> Vec<u8> {
    associated(&[format!("vault 1 {}", K::LABEL).as_bytes(), owner.as_bytes()])
}
