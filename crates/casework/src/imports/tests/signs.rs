//! Signs in place of words, and rows that say less than a person would need.

use super::{GERMAN, read_text, warnings};

/// Where and why the only row of a list is refused, and what it warns of.
fn told(header: &str, row: &str) -> (Option<String>, Vec<String>) {
    let row = read_text(&format!("{header}\n{row}\n"))
        .unwrap()
        .rows
        .remove(0);
    let refusal = row
        .refusal
        .as_ref()
        .map(|refusal| format!("{}: {}", refusal.cell, refusal.said(&GERMAN)));
    (refusal, warnings(&row))
}

const KEYS: &str = "Name;Vorname;geb. am;Geschlecht;Nationalität;Status";

#[test]
fn a_sign_that_no_rule_reads_is_refused_in_a_key_column() {
    for (row, cell) in [
        ("Sow;☺;1.2.2000;m;GIN;Duldung", "B2: "),
        ("Sow;Ali;☺;m;GIN;Duldung", "C2: "),
        ("Sow;Ali;1.2.2000;☺;GIN;Duldung", "D2: "),
        ("Sow;Ali;1.2.2000;m;☺;Duldung", "E2: "),
        ("Sow;Ali;1.2.2000;m;✓;Duldung", "E2: "),
        ("Sow;Ali;1.2.2000;m;〃;Duldung", "E2: "),
        ("Sow;Ali;1.2.2000;m;\"\"\"\";Duldung", "E2: "),
        ("Sow;Ali;1.2.2000;m;GIN;☺", "F2: "),
    ] {
        let refusal = told(KEYS, row).0.unwrap_or_default();
        assert!(refusal.starts_with(cell), "{row}: {refusal}");
    }
    for nothing in ["???", "!!!", "-", "–", "—", "…", "./.", "(?)", "***", "___"] {
        let row = format!("Sow;Ali;{nothing};{nothing};{nothing};{nothing}");
        assert_eq!(told(KEYS, &row), (None, Vec::new()), "{nothing}");
    }
    assert_eq!(told(KEYS, "Sow;Ali;;♂\u{fe0f};;"), (None, Vec::new()));
}

#[test]
fn a_sign_for_the_same_as_above_is_no_name() {
    for ditto in [
        "dto.",
        "dto",
        "do.",
        "dito",
        "\"\"\"\"",
        "〃",
        "''",
        "siehe oben",
        "s.o.",
        "s. o.",
        "wie oben",
    ] {
        for row in [
            format!("{ditto};Ali;1.2.2000;;;"),
            format!("Sow;{ditto};1.2.2000;;;"),
        ] {
            let (refusal, _) = told(KEYS, &row);
            let refusal = refusal.unwrap_or_default();
            assert!(refusal.contains("anderen Zeile"), "{row}: {refusal}");
        }
        let whole = told("Name, Vorname;geb. am", &format!("{ditto};1.2.2000"));
        assert!(whole.0.is_some(), "{ditto}");
    }
    // All three are names of people.
    for name in ["Do", "So", "Dito"] {
        let row = format!("{name};{name};1.2.2000;;;");
        assert_eq!(told(KEYS, &row), (None, Vec::new()), "{name}");
    }
}

#[test]
fn all_that_is_wrong_with_a_row_is_told_at_once() {
    let (refusal, _) = told(KEYS, "Sow;12;1.2.2000;grün;Absurdistan;blau");
    let refusal = refusal.unwrap();
    assert!(refusal.starts_with("B2: „12“"), "{refusal}");
    let told: Vec<&str> = refusal.split("; ").collect();
    assert_eq!(told.len(), 4, "{refusal}");
    for (cell, value) in [("D2: ", "grün"), ("E2: ", "Absurdistan"), ("F2: ", "blau")] {
        let named = |one: &&str| one.starts_with(cell) && one.contains(value);
        assert!(told.iter().any(named), "{refusal}");
    }
}

#[test]
fn a_name_alone_may_be_a_heading() {
    let warned = |text: &str| {
        let list = read_text(text).unwrap();
        assert!(list.rows.iter().all(|row| row.refusal.is_none()));
        let warned = list.rows.iter().filter(|row| !row.warnings.is_empty());
        let warned: Vec<String> = warned.map(|row| warnings(row).join(" ")).collect();
        assert!(
            warned
                .iter()
                .all(|text| text.contains("vielleicht eine Überschrift"))
        );
        let cells = warned.iter().map(|text| text.split(':').next().unwrap());
        cells.map(str::to_owned).collect::<Vec<_>>()
    };
    let list = "Name;Vorname;geb. am\nKöln-Nord;;\nSow;Ali;1.2.2000\nAusbildung;;\n\
        Kaya;Deniz;3.4.2001\nberufstätig;;\nRahimi;Amina;5.6.2002\n";
    assert_eq!(warned(list), ["A2", "A4", "A6"]);
    let whole = "Nr.;Name, Vorname;Status\n1;Sow, Ali;Duldung\n;Bonn;\n2;Kaya, Deniz;Duldung\n";
    assert_eq!(warned(whole), ["B3"]);
    let parted = "Name, Vorname;Status\nSow, Ali;\nKaya, Deniz;Duldung\n";
    assert_eq!(warned(parted), [""; 0]);
    assert_eq!(warned("Name\nSow\nKaya\n"), [""; 0]);
    assert_eq!(warned("Name;Telefon\nSow;\nKaya;\n"), [""; 0]);
}
