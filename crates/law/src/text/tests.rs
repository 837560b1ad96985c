use jiff::civil::date;

use crate::{Facts, check};

#[test]
fn every_text_says_what_it_is_and_how_old_the_rules_are() {
    let text = super::text(&check(&Facts::default(), date(2024, 3, 1)));
    assert!(text.contains("Orientierung, keine Rechtsauskunft"));
    assert!(text.contains("01.03.2024"));
    assert!(text.contains("22.11.2026"));
}
