//! Bytes made by another program from the documented formats (`reference.py`) open here.

use std::{fs, os::unix::fs::PermissionsExt};

use vault::{IndexKey, MasterKey, PersonKey, Sealed, Wrapped};

use crate::{NAME, PERSON, SITE, bytes};

const KEY_FILE: &str = "vault master key 1
key: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
check: 95a0fcca7fd3002d32baaa3dd65f912c
";
const SITE_KEY: &str = "01000102030405060708090a0b6ffdb56762ff9b6140aeeaf937ef4f773f22d3c9d5e1e2b6\
                        99f99238a85e1049a8fe16b2f2275ce71adaf4d5dff1c9d4";
const PERSON_KEY: &str = "011415161718191a1b1c1d1e1f5b9f918030bd7e0e2d211f2db846d058f91326773196a1\
                          ad63e4544101189810ae07188a913e4a1bf07a8d5db26e4b42";
const INDEX_KEY: &str = "0128292a2b2c2d2e2f30313233780f92cfbffd976907f147505aec02e859473a6d5bedd35b\
                         1d334e609d3f40cc27ed5a09f73a6d50680c5ed67062eef3";
const FIELD: &str = "013c3d3e3f40414243444546474917a4e807ebfe6ee46c2fdcefc714c3b0583ba92dd6c34e28c1\
                     744c5b1ec6d9";

#[test]
fn a_chain_written_by_another_program_opens_down_to_the_field() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master.key");
    fs::write(&path, KEY_FILE).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();

    let master = MasterKey::open(&path).unwrap();
    let site_key = master
        .unwrap(&Wrapped::from_stored(bytes(SITE_KEY)), SITE)
        .unwrap();
    let person_key: PersonKey = site_key
        .unwrap(&Wrapped::from_stored(bytes(PERSON_KEY)), PERSON)
        .unwrap();
    let name = person_key
        .open(&NAME, &Sealed::from_stored(bytes(FIELD)))
        .unwrap();
    assert_eq!(name.expose(), "Müller-Öztürk");

    let index: IndexKey = site_key
        .unwrap(&Wrapped::from_stored(bytes(INDEX_KEY)), SITE)
        .unwrap();
    assert_eq!(
        index.token("muller").as_bytes(),
        bytes("83a8a7ad71f2a01baaac1bdae817b729")
    );
}

#[test]
fn a_passphrase_gives_the_key_that_another_argon2_derives() {
    let composed = MasterKey::from_passphrase("Fünf Äpfel für Köln", &[0x42; 16]).unwrap();
    assert_eq!(
        composed.fingerprint().to_string(),
        "7cdc31bdf8fb7d747200f64539fdbd11"
    );
    let decomposed = "Fu\u{308}nf A\u{308}pfel fu\u{308}r Ko\u{308}ln";
    let typed_elsewhere = MasterKey::from_passphrase(decomposed, &[0x42; 16]).unwrap();
    assert_eq!(typed_elsewhere.fingerprint(), composed.fingerprint());
    let other_salt = MasterKey::from_passphrase("Fünf Äpfel für Köln", &[0x43; 16]).unwrap();
    assert_ne!(other_salt.fingerprint(), composed.fingerprint());
}
