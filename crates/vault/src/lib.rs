//! Sealed fields, a chain of keys, and a blind index.
//!
//! The chain has three links: a [`MasterKey`] (a file or a passphrase, never in the database) wraps
//! one [`SiteKey`] per tenant, which wraps one [`PersonKey`] per person. Fields are sealed with the
//! last two. Deleting a wrapped person key makes everything sealed with it unreadable for good; a
//! backup that still holds the wrapped key must not outlive the time in which deletion is due.
//!
//! ```
//! use uuid::Uuid;
//! use vault::{IndexKey, MasterKey, PersonKey, Place, SiteKey};
//!
//! # fn main() -> Result<(), vault::VaultError> {
//! let (site, person) = (Uuid::from_u128(1), Uuid::from_u128(2));
//! let master = MasterKey::generate();
//! let site_key = SiteKey::generate();
//! let stored_site_key = master.wrap(&site_key, site);
//! let person_key = PersonKey::generate();
//! let stored_person_key = site_key.wrap(&person_key, person);
//!
//! let place = Place { site, table: "person_identity", column: "family_name", record: person };
//! let sealed = person_key.seal(&place, "Rahimi");
//!
//! let site_key: SiteKey = master.unwrap(&stored_site_key, site)?;
//! let person_key: PersonKey = site_key.unwrap(&stored_person_key, person)?;
//! assert_eq!(person_key.open(&place, &sealed)?.expose(), "Rahimi");
//!
//! let index = IndexKey::generate();
//! assert_eq!(index.token("rahimi"), index.token("rahimi"));
//! # Ok(())
//! # }
//! ```
//!
//! # Formats (version 1)
//!
//! | what | bytes |
//! |---|---|
//! | [`Sealed`], [`Wrapped`] | version `01`, nonce (12, random), ciphertext, tag (16) |
//! | associated data | each part preceded by its length (8 bytes, big endian) |
//! | … of a field | `vault 1 field`, site (16), table, column, record (16) |
//! | … of a wrapped key | `vault 1 site key`, `vault 1 person key` or `vault 1 index key`; id (16) |
//! | [`BlindToken`] | first 16 bytes of HMAC-SHA256(index key, token) |
//! | wrapping key of the master | HKDF-SHA256(root, no salt, `vault 1 master wrap`), 32 bytes |
//! | [`Fingerprint`] | HKDF-SHA256(root, no salt, `vault 1 master check`), 16 bytes |
//! | root from a passphrase | Argon2id of the NFKC form, t = 3, m = 64 MiB, p = 4, 32 bytes |
//!
//! The cipher is AES-256-GCM-SIV (RFC 8452): a repeated nonce reveals no more than that two equal
//! texts stood at the same place. The length of a text is not hidden.

#![warn(missing_docs)]

mod cipher;
mod error;
mod field;
mod index;
mod key;
mod key_file;
mod master;

pub use error::VaultError;
pub use field::{Clear, ClearBytes, Place, Sealed};
pub use index::BlindToken;
pub use key::{Index, IndexKey, Key, Person, PersonKey, Site, SiteKey, Wrapped};
pub use master::{Fingerprint, MasterKey, Salt};
