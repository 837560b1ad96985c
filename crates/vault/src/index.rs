//! The blind index: finding equal tokens without storing them.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::key::IndexKey;

/// Stands for one token in an index: equal tokens of a site give equal bytes, and without the index
/// key nobody can tell which token it was.
///
/// Whoever holds the index sees how often a token occurs; keep it out of exports.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlindToken([u8; 16]);

impl BlindToken {
    /// The bytes to store and to look for.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for BlindToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BlindToken (hidden)")
    }
}

impl IndexKey {
    /// The blind form of a token that is already normalised: what differs in one letter differs
    /// wholly here. Put what the token is in front (`name:`, `number:`) to keep kinds apart.
    pub fn token(&self, normalised: &str) -> BlindToken {
        // HMAC fills a short key with zeros up to the block of the hash (RFC 2104 section 2).
        let mut block = Zeroizing::new([0; 64]);
        block[..32].copy_from_slice(self.secret().bytes());
        let mut mac = Hmac::<Sha256>::new((&*block).into());
        mac.update(normalised.as_bytes());
        let full = mac.finalize().into_bytes();
        let mut short = [0; 16];
        short.copy_from_slice(&full[..16]);
        BlindToken(short)
    }
}
