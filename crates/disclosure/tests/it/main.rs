//! Tests of the released tables against the outside: enumeration, published figures, hand counts.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod brute;
mod files;
mod linked;
mod optimum;
mod published;
mod random;
