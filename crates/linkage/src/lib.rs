//! Names across scripts and spellings: what to compare, and how alike two names are.
//!
//! A name is read as a set of words without order, because many languages of origin know no
//! split into family and given name. Each word becomes a [`Word`]: its consonants with the vowels
//! between them, after folding the spellings that mean one sound (`ou`/`u`/`oo`, `kh`/`ch`/`h`,
//! `gh`/`q`/`g`, `y`/`i`/`j`, `w`/`v`, doubled letters, `al-`, `Abd al-`).
#![warn(missing_docs)]

mod jaro;
mod person;
mod script;
mod search;
mod similarity;
mod word;

pub use person::{PersonKey, Verdict, same_person};
pub use search::{QueryWord, query_words, search_tokens};
pub use similarity::{ALIKE, same_words, similarity};
pub use word::{Word, words};
