use super::{PasswordProblem, check_new, hash, verify, wait_after};

#[test]
fn a_password_needs_length_and_no_composition() {
    assert_eq!(check_new("kurz", "a@b.de"), Err(PasswordProblem::TooShort));
    assert_eq!(check_new("pferd batterie heftklammer", "a@b.de"), Ok(()));
    assert_eq!(
        check_new("aaaaaaaaaaaaaaa", "a@b.de"),
        Err(PasswordProblem::Guessable)
    );
    assert_eq!(
        check_new(&"ab1-".repeat(40), "a@b.de"),
        Err(PasswordProblem::TooLong)
    );
}

#[test]
fn a_hash_knows_its_password_and_no_other() {
    let stored = hash("pferd batterie heftklammer").unwrap();
    assert!(stored.0.starts_with("$argon2id$"));
    assert!(verify("pferd batterie heftklammer", &stored));
    assert!(!verify("pferd batterie heftklammern", &stored));
}

#[test]
fn waiting_grows_from_the_fifth_failure_on_and_ends_at_a_quarter_of_an_hour() {
    assert_eq!((wait_after(4), wait_after(5), wait_after(6)), (0, 30, 60));
    assert_eq!((wait_after(10), wait_after(4000)), (900, 900));
}
