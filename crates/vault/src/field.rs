//! Sealed fields: what may be written to a sealed column, and what comes out of it.

use std::fmt;

use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use crate::{
    VaultError,
    cipher::{Refusal, associated},
    key::{Key, Kind, Person, Site},
};

/// Where a field stands. A field opens only at the place it was sealed for, so that nobody can move
/// a value to another row, column or site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The tenant.
    pub site: Uuid,
    /// Name of the table.
    pub table: &'static str,
    /// Name of the column.
    pub column: &'static str,
    /// Primary key of the row inside the site.
    pub record: Uuid,
}

/// Enciphered bytes for a sealed column: 29 bytes longer than the clear text.
///
/// Clear text cannot become `Sealed` but by [`Key::seal`], so a store that takes `Sealed` cannot be
/// handed clear text by mistake.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Takes up bytes read from a sealed column; what they are shows when opening.
    pub fn from_stored(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes to store, for callers that need to own them.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed ({} bytes)", self.0.len())
    }
}

/// Opened text. It is wiped when dropped; reading it takes an explicit [`Clear::expose`].
pub struct Clear(Zeroizing<String>);

impl Clear {
    /// The text. Do not log it, and do not put it into an address or an error.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Clear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clear (hidden)")
    }
}

/// Opened bytes, such as a document. They are wiped when dropped.
pub struct ClearBytes(Zeroizing<Vec<u8>>);

impl ClearBytes {
    /// The bytes. Do not log them.
    pub fn expose(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for ClearBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClearBytes (hidden)")
    }
}

/// Kinds of keys that seal fields.
pub trait Seals: Kind {}
impl Seals for Site {}
impl Seals for Person {}

impl<K: Seals> Key<K> {
    /// Seals a text for its place. Two seals of the same text differ.
    pub fn seal(&self, place: &Place, clear: &str) -> Sealed {
        self.seal_bytes(place, clear.as_bytes())
    }

    /// Seals bytes for their place. Two seals of the same bytes differ.
    pub fn seal_bytes(&self, place: &Place, clear: &[u8]) -> Sealed {
        Sealed(self.secret().encipher(&bound_to(place), clear))
    }

    /// Opens a sealed text.
    ///
    /// # Errors
    /// As [`Key::open_bytes`], and [`VaultError::NotText`] if bytes were sealed that are not UTF-8.
    pub fn open(&self, place: &Place, sealed: &Sealed) -> Result<Clear, VaultError> {
        let mut bytes = self.open_bytes(place, sealed)?.0;
        match String::from_utf8(std::mem::take(&mut *bytes)) {
            Ok(text) => Ok(Clear(Zeroizing::new(text))),
            Err(error) => {
                error.into_bytes().zeroize();
                Err(VaultError::NotText {
                    table: place.table,
                    column: place.column,
                })
            }
        }
    }

    /// Opens sealed bytes.
    ///
    /// # Errors
    /// [`VaultError::CannotOpen`] if another key sealed them, they were sealed for another place, or
    /// were changed; [`VaultError::UnknownFormat`] for a later format.
    pub fn open_bytes(&self, place: &Place, sealed: &Sealed) -> Result<ClearBytes, VaultError> {
        let Place {
            table,
            column,
            record,
            ..
        } = *place;
        match self.secret().decipher(&bound_to(place), &sealed.0) {
            Ok(clear) => Ok(ClearBytes(clear)),
            Err(Refusal::UnknownFormat(version)) => Err(VaultError::UnknownFormat { version }),
            Err(Refusal::NotAuthentic) => Err(VaultError::CannotOpen {
                table,
                column,
                record,
            }),
        }
    }

    /// Seals anew with the key `next`, for fields that hang on a key being replaced.
    ///
    /// # Errors
    /// As [`Key::open_bytes`].
    pub fn reseal(
        &self,
        place: &Place,
        sealed: &Sealed,
        next: &Self,
    ) -> Result<Sealed, VaultError> {
        self.open_bytes(place, sealed)
            .map(|clear| next.seal_bytes(place, clear.expose()))
    }
}

fn bound_to(place: &Place) -> Vec<u8> {
    associated(&[
        b"vault 1 field",
        place.site.as_bytes(),
        place.table.as_bytes(),
        place.column.as_bytes(),
        place.record.as_bytes(),
    ])
}
