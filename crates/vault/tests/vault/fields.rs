//! Sealed fields and the blind index.

use proptest::prelude::*;
use vault::{IndexKey, PersonKey, Place, Sealed, SiteKey, VaultError};

use crate::{NAME, OTHER};

#[test]
fn a_field_opens_at_no_other_site_table_column_or_record() {
    let key = PersonKey::generate();
    let sealed = key.seal(&NAME, "Hamidi");
    let elsewhere = [
        Place {
            site: OTHER,
            ..NAME
        },
        Place {
            table: "contact",
            ..NAME
        },
        Place {
            column: "given_name",
            ..NAME
        },
        Place {
            record: OTHER,
            ..NAME
        },
        Place {
            site: NAME.record,
            record: NAME.site,
            ..NAME
        },
    ];
    for place in elsewhere {
        assert!(key.open(&place, &sealed).is_err(), "{place:?}");
    }
    let error = key.open(&elsewhere[2], &sealed).unwrap_err().to_string();
    assert!(
        error.starts_with("person_identity.given_name of record "),
        "{error}"
    );
}

#[test]
fn names_that_run_together_are_still_different_places() {
    let key = SiteKey::generate();
    let sealed = key.seal(
        &Place {
            table: "note",
            column: "text",
            ..NAME
        },
        "ruft zurück",
    );
    assert!(
        key.open(
            &Place {
                table: "notet",
                column: "ext",
                ..NAME
            },
            &sealed
        )
        .is_err()
    );
    assert!(
        key.open(
            &Place {
                table: "notetext",
                column: "",
                ..NAME
            },
            &sealed
        )
        .is_err()
    );
}

#[test]
fn a_key_of_another_kind_or_person_opens_nothing() {
    let sealed = PersonKey::generate().seal(&NAME, "Hamidi");
    assert!(PersonKey::generate().open(&NAME, &sealed).is_err());
    assert!(SiteKey::generate().open(&NAME, &sealed).is_err());
}

#[test]
fn equal_texts_look_different_when_sealed() {
    let key = PersonKey::generate();
    assert_ne!(key.seal(&NAME, "Hamidi"), key.seal(&NAME, "Hamidi"));
}

#[test]
fn a_format_of_a_later_release_is_named_as_such() {
    let key = PersonKey::generate();
    let mut bytes = key.seal(&NAME, "Hamidi").into_bytes();
    bytes[0] = 2;
    let error = key.open(&NAME, &Sealed::from_stored(bytes)).unwrap_err();
    assert!(matches!(error, VaultError::UnknownFormat { version: 2 }));
}

#[test]
fn bytes_that_are_no_text_are_not_given_out_as_text() {
    let key = PersonKey::generate();
    let sealed = key.seal_bytes(&NAME, &[0x25, 0x50, 0x44, 0x46, 0xff]);
    assert!(matches!(
        key.open(&NAME, &sealed),
        Err(VaultError::NotText { .. })
    ));
    assert_eq!(key.open_bytes(&NAME, &sealed).unwrap().expose()[4], 0xff);
}

#[test]
fn a_field_sealed_anew_opens_with_the_new_key_only() {
    let (old, new) = (SiteKey::generate(), SiteKey::generate());
    let sealed = old.reseal(&NAME, &old.seal(&NAME, "Hamidi"), &new).unwrap();
    assert!(old.open(&NAME, &sealed).is_err());
    assert_eq!(new.open(&NAME, &sealed).unwrap().expose(), "Hamidi");
}

#[test]
fn tokens_of_two_sites_cannot_be_compared() {
    let (here, there) = (IndexKey::generate(), IndexKey::generate());
    assert_eq!(here.token("hamidi"), here.token("hamidi"));
    assert_ne!(here.token("hamidi"), here.token("hamide"));
    assert_ne!(here.token("hamidi"), there.token("hamidi"));
}

proptest! {
    #[test]
    fn any_text_comes_back_as_it_was(text in any::<String>()) {
        let key = PersonKey::generate();
        let sealed = key.seal(&NAME, &text);
        prop_assert_eq!(sealed.as_bytes().len(), text.len() + 29);
        let opened = key.open(&NAME, &Sealed::from_stored(sealed.into_bytes())).unwrap();
        prop_assert_eq!(opened.expose(), text);
    }

    #[test]
    fn any_bytes_come_back_and_any_change_is_noticed(
        clear in proptest::collection::vec(any::<u8>(), 0..300),
        at in any::<prop::sample::Index>(),
        bit in 0..8,
    ) {
        let key = SiteKey::generate();
        let sealed = key.seal_bytes(&NAME, &clear);
        let opened = key.open_bytes(&NAME, &sealed).unwrap();
        prop_assert_eq!(opened.expose(), &clear);
        let mut changed = sealed.into_bytes();
        let at = at.index(changed.len());
        changed[at] ^= 1_u8 << bit;
        prop_assert!(key.open_bytes(&NAME, &Sealed::from_stored(changed)).is_err());
    }

    #[test]
    fn any_foreign_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        let key = PersonKey::generate();
        prop_assert!(key.open_bytes(&NAME, &Sealed::from_stored(bytes)).is_err());
    }
}
