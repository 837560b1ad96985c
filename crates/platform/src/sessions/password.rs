//! Passwords: long enough, no rules of composition, none that lists of common ones lead to (NIST SP
//! 800-63B section 5.1.1; BSI IT-Grundschutz ORP.4.A22).

use argon2::password_hash::phc;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use zxcvbn::Score;

const SHORTEST: usize = 12;
const LONGEST: usize = 128;
/// What German offices make passwords of, beside the words that the estimator knows.
const OBVIOUS: &[&str] = &[
    "teilhabe",
    "teilhabemanagement",
    "passwort",
    "kennwort",
    "geheim",
    "willkommen",
    "hallo",
    "qwertz",
    "qwertzuiop",
    "sommer",
    "winter",
    "herbst",
    "fruehling",
    "frühling",
    "stadt",
    "kreis",
    "kommune",
    "rathaus",
    "ausländerbehörde",
    "ichliebedich",
    "schatz",
    "schalke",
];

/// A stored Argon2id hash in PHC form.
#[derive(Clone)]
pub struct PasswordHash(pub(crate) String);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    TooShort,
    TooLong,
    /// Made of common words and passwords, rows of keys, repetitions or the account's own address.
    Guessable,
}

impl PasswordProblem {
    pub fn key(self) -> &'static str {
        match self {
            PasswordProblem::TooShort => "password-too-short",
            PasswordProblem::TooLong => "password-too-long",
            PasswordProblem::Guessable => "password-guessable",
        }
    }
}

/// Whether a new password may be taken.
pub fn check_new(password: &str, email: &str) -> Result<(), PasswordProblem> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(PasswordProblem::TooShort);
    }
    if length > LONGEST {
        return Err(PasswordProblem::TooLong);
    }
    let of_address = email.split(['@', '.', '-', '_']).chain([email]);
    let known: Vec<&str> = OBVIOUS.iter().copied().chain(of_address).collect();
    if zxcvbn::zxcvbn(password, &known).score() < Score::Four {
        return Err(PasswordProblem::Guessable);
    }
    Ok(())
}

/// A password for the first sign-in: 20 signs (99 bits) that are not mistaken for one another when
/// they are read out or copied by hand.
pub fn generate() -> String {
    const SIGNS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let sign = |_| char::from(SIGNS[rand::random_range(0..SIGNS.len())]);
    let group = |_| (0..4).map(sign).collect::<String>();
    (0..5).map(group).collect::<Vec<_>>().join("-")
}

/// Slow on purpose; call it where blocking is allowed.
pub fn hash(password: &str) -> anyhow::Result<PasswordHash> {
    let hash: phc::PasswordHash = Argon2::default()
        .hash_password(password.as_bytes())
        .map_err(|e| anyhow::anyhow!("hashing failed: {e}"))?;
    Ok(PasswordHash(hash.to_string()))
}

/// Slow on purpose; call it where blocking is allowed.
pub fn verify(password: &str, hash: &PasswordHash) -> bool {
    phc::PasswordHash::new(&hash.0).is_ok_and(|parsed| {
        Argon2::default()
            .verify_password(password.as_bytes(), &parsed)
            .is_ok()
    })
}
