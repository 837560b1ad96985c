//! Keys under keys: wrapping, rotation, and deletion that cannot be undone.

use vault::{Index, IndexKey, MasterKey, Person, PersonKey, SiteKey, VaultError, Wrapped};

use crate::{NAME, OTHER, PERSON, SITE};

#[test]
fn a_wrapped_key_opens_only_with_its_outer_key_and_for_its_owner() {
    let (master, site_key) = (MasterKey::generate(), SiteKey::generate());
    let wrapped = master.wrap(&site_key, SITE);
    assert!(master.unwrap(&wrapped, OTHER).is_err());
    assert!(MasterKey::generate().unwrap(&wrapped, SITE).is_err());

    let wrapped = site_key.wrap(&PersonKey::generate(), PERSON);
    assert!(site_key.unwrap::<Person>(&wrapped, OTHER).is_err());
    let error = SiteKey::generate()
        .unwrap::<Person>(&wrapped, PERSON)
        .unwrap_err();
    let expected = format!(
        "the person key of {PERSON} cannot be unwrapped: wrong outer key, moved or damaged"
    );
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_person_key_cannot_be_passed_off_as_an_index_key() {
    let site_key = SiteKey::generate();
    let wrapped = site_key.wrap(&PersonKey::generate(), SITE);
    assert!(matches!(
        site_key.unwrap::<Index>(&wrapped, SITE),
        Err(VaultError::CannotUnwrap {
            kind: "index key",
            ..
        })
    ));
}

#[test]
fn every_changed_byte_of_a_wrapped_key_is_noticed() {
    let (master, site_key) = (MasterKey::generate(), SiteKey::generate());
    let wrapped = master.wrap(&site_key, SITE);
    for at in 0..wrapped.as_bytes().len() {
        let mut changed = wrapped.as_bytes().to_vec();
        changed[at] ^= 1;
        assert!(master.unwrap(&Wrapped::from_stored(changed), SITE).is_err());
    }
    for length in 0..wrapped.as_bytes().len() {
        let cut = Wrapped::from_stored(wrapped.as_bytes()[..length].to_vec());
        assert!(master.unwrap(&cut, SITE).is_err());
    }
}

#[test]
fn a_new_master_key_takes_over_and_the_old_one_opens_nothing_any_more() {
    let (old, new) = (MasterKey::generate(), MasterKey::generate());
    let site_key = SiteKey::generate();
    let sealed = site_key.seal(&NAME, "Hamidi");
    let moved = old.rewrap(&old.wrap(&site_key, SITE), SITE, &new).unwrap();
    assert!(old.unwrap(&moved, SITE).is_err());
    let site_key = new.unwrap(&moved, SITE).unwrap();
    assert_eq!(site_key.open(&NAME, &sealed).unwrap().expose(), "Hamidi");
}

#[test]
fn a_new_site_key_keeps_fields_and_index_of_its_persons() {
    let (old, new) = (SiteKey::generate(), SiteKey::generate());
    let (person_key, index) = (PersonKey::generate(), IndexKey::generate());
    let (sealed, token) = (person_key.seal(&NAME, "Hamidi"), index.token("hamidi"));

    let moved = old
        .rewrap::<Person>(&old.wrap(&person_key, PERSON), PERSON, &new)
        .unwrap();
    let moved_index = old
        .rewrap::<Index>(&old.wrap(&index, SITE), SITE, &new)
        .unwrap();

    assert!(old.unwrap::<Person>(&moved, PERSON).is_err());
    let person_key: PersonKey = new.unwrap(&moved, PERSON).unwrap();
    assert_eq!(person_key.open(&NAME, &sealed).unwrap().expose(), "Hamidi");
    let index: IndexKey = new.unwrap(&moved_index, SITE).unwrap();
    assert_eq!(index.token("hamidi"), token);
}

#[test]
fn after_its_wrapped_key_is_deleted_nothing_left_opens_a_persons_field() {
    let (master, site_key, person_key) = (
        MasterKey::generate(),
        SiteKey::generate(),
        PersonKey::generate(),
    );
    let stored_site_key = master.wrap(&site_key, SITE);
    let stored_person_key = site_key.wrap(&person_key, PERSON);
    let neighbour = site_key.wrap(&PersonKey::generate(), OTHER);
    let sealed = person_key.seal(&NAME, "Hamidi");

    drop((stored_person_key, person_key, site_key));

    let site_key = master.unwrap(&stored_site_key, SITE).unwrap();
    assert!(site_key.open(&NAME, &sealed).is_err());
    assert!(site_key.unwrap::<Person>(&neighbour, PERSON).is_err());
    let neighbour: PersonKey = site_key.unwrap(&neighbour, OTHER).unwrap();
    assert!(neighbour.open(&NAME, &sealed).is_err());
    assert!(PersonKey::generate().open(&NAME, &sealed).is_err());
}

#[test]
fn printing_for_debugging_shows_no_secret() {
    let person_key = PersonKey::generate();
    let sealed = person_key.seal(&NAME, "Hamidi");
    assert_eq!(format!("{person_key:?}"), "person key (hidden)");
    assert_eq!(
        format!("{:?}", person_key.open(&NAME, &sealed).unwrap()),
        "Clear (hidden)"
    );
    assert_eq!(format!("{sealed:?}"), "Sealed (35 bytes)");
    assert_eq!(
        format!("{:?}", IndexKey::generate().token("hamidi")),
        "BlindToken (hidden)"
    );
    let master = MasterKey::generate();
    assert_eq!(
        format!("{master:?}"),
        format!("master key {} (hidden)", master.fingerprint())
    );
}
