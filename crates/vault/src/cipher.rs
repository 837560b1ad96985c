//! The one place that enciphers: a 32-byte secret, AES-256-GCM-SIV and the byte layout.

use aes_gcm_siv::{Aes256GcmSiv, KeyInit, Nonce, aead::Aead, aead::Payload};
use rand::{
    rand_core::{Rng, UnwrapErr},
    rngs::SysRng,
};
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const NONCE: usize = 12;

/// 32 bytes that are wiped when dropped.
pub(crate) struct Secret(Zeroizing<[u8; 32]>);

/// Why enciphered bytes were not deciphered.
#[derive(Debug, PartialEq)]
pub(crate) enum Refusal {
    UnknownFormat(u8),
    NotAuthentic,
}

impl Secret {
    /// Straight from the operating system, which cannot fail on a running system.
    pub(crate) fn generate() -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        UnwrapErr(SysRng).fill_bytes(&mut *bytes);
        Self(bytes)
    }

    pub(crate) fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn encipher(&self, associated: &[u8], clear: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE] = rand::random();
        let payload = Payload {
            msg: clear,
            aad: associated,
        };
        let Ok(body) = self.cipher().encrypt(&Nonce::from(nonce), payload) else {
            unreachable!("memory holds no text of 64 GiB, the only one the cipher refuses");
        };
        [&[VERSION][..], &nonce, &body].concat()
    }

    pub(crate) fn decipher(
        &self,
        associated: &[u8],
        stored: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Refusal> {
        let (&version, rest) = stored.split_first().ok_or(Refusal::NotAuthentic)?;
        if version != VERSION {
            return Err(Refusal::UnknownFormat(version));
        }
        let (nonce, body) = rest
            .split_first_chunk::<NONCE>()
            .ok_or(Refusal::NotAuthentic)?;
        let payload = Payload {
            msg: body,
            aad: associated,
        };
        self.cipher()
            .decrypt(&Nonce::from(*nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| Refusal::NotAuthentic)
    }

    fn cipher(&self) -> Aes256GcmSiv {
        Aes256GcmSiv::new(self.bytes().into())
    }
}

/// Joins parts so that no two lists of parts give the same bytes.
pub(crate) fn associated(parts: &[&[u8]]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(parts.iter().map(|part| part.len() + 8).sum());
    for part in parts {
        joined.extend_from_slice(&(part.len() as u64).to_be_bytes());
        joined.extend_from_slice(part);
    }
    joined
}
