//! The building blocks give the published values.

use aes_gcm_siv::{Aes256GcmSiv, KeyInit, Nonce, aead::Aead, aead::Payload};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::bytes;

#[test]
fn the_cipher_gives_the_vectors_of_rfc_8452_appendix_c2() {
    let cases = [
        ("", "", "07f5f4169bbf55a8400cd47ea6fd400f"),
        (
            "0100000000000000",
            "",
            "c2ef328e5c71c83b843122130f7364b761e0b97427e3df28",
        ),
        (
            "0200000000000000",
            "01",
            "1de22967237a813291213f267e3b452f02d01ae33e4ec854",
        ),
        (
            "02000000",
            "010000000000000000000000",
            "22b3f4cd1835e517741dfddccfa07fa4661b74cf",
        ),
    ];
    let mut key = [0; 32];
    key[0] = 1;
    let mut nonce = [0; 12];
    nonce[0] = 3;
    for (clear, associated, expected) in cases {
        let payload = Payload {
            msg: &bytes(clear),
            aad: &bytes(associated),
        };
        let sealed = Aes256GcmSiv::new(&key.into())
            .encrypt(&Nonce::from(nonce), payload)
            .unwrap();
        assert_eq!(sealed, bytes(expected));
    }
}

#[test]
fn the_derivation_gives_test_cases_1_and_3_of_rfc_5869() {
    let cases = [
        (
            "000102030405060708090a0b0c",
            "f0f1f2f3f4f5f6f7f8f9",
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        ),
        (
            "",
            "",
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
        ),
    ];
    for (salt, info, expected) in cases {
        let mut derived = [0; 42];
        let hkdf = Hkdf::<Sha256>::new(Some(&bytes(salt)), &[0x0b; 22]);
        hkdf.expand(&bytes(info), &mut derived).unwrap();
        assert_eq!(derived.to_vec(), bytes(expected));
    }
}

#[test]
fn the_keyed_hash_gives_test_case_2_of_rfc_4231() {
    let mut mac = Hmac::<Sha256>::new_from_slice(b"Jefe").unwrap();
    mac.update(b"what do ya want for nothing?");
    let expected = bytes("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assert_eq!(mac.finalize().into_bytes().to_vec(), expected);
}
