use super::Fte;

#[test]
fn an_extent_is_read_as_people_write_it() {
    for (text, hundredths) in [
        ("0,5", 50),
        ("1", 100),
        ("3.5", 350),
        (" 0,75 ", 75),
        ("12", 1200),
    ] {
        assert_eq!(
            Fte::parse(text).map(Fte::hundredths),
            Some(hundredths),
            "{text}"
        );
    }
    for text in ["", "0", "-1", "0,555", "100", "1,5 Stellen", "1e2", ","] {
        assert_eq!(Fte::parse(text), None, "{text}");
    }
}

/// Posts of the Kreise as published for 2023: Coesfeld 3.5 + 0.5 + 12 + 2, Mettmann
/// 3.5 + 0.5 + 16 + 3.
#[test]
fn extents_add_up_exactly() {
    let sum = |parts: &[&str]| {
        parts
            .iter()
            .filter_map(|text| Fte::parse(text))
            .sum::<Fte>()
    };
    assert_eq!(sum(&["3,5", "0,5", "12", "2"]).to_string(), "18");
    assert_eq!(sum(&["3,5", "0,5", "16", "3"]).to_string(), "23");
    assert_eq!(sum(&["0,1"; 10]).to_string(), "1");
    assert_eq!(sum(&["0,25", "0,5"]).to_string(), "0,75");
}
