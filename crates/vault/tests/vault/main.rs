//! What the crate promises, seen from outside.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot set the scene has failed"
)]

mod chain;
mod fields;
mod formats;
mod key_file;
mod published;

use uuid::Uuid;
use vault::Place;

const SITE: Uuid = Uuid::from_u128(0x0189_0a5d_ac96_774b_bcce_b302_099a_8057);
const PERSON: Uuid = Uuid::from_u128(0x0189_0a5d_ac96_774b_bcce_b302_099a_8058);
const OTHER: Uuid = Uuid::from_u128(0x0189_0a5d_ac96_774b_bcce_b302_099a_8059);
const NAME: Place = Place {
    site: SITE,
    table: "person_identity",
    column: "family_name",
    record: PERSON,
};

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
        .collect()
}
