//! Whether a person is known at the site already, and who carries a name.

pub mod store;

pub use store::{alike, find_same};

use crate::people::{Identity, PersonId};

/// A person of the site who may be the one looked for.
#[derive(Clone, Debug)]
pub struct Alike {
    pub person: PersonId,
    pub identity: Identity,
    pub birth_year: Option<i16>,
    pub verdict: linkage::Verdict,
    /// The names hold the same words, spelling and order aside.
    pub same_words: bool,
}
