//! Whole files: text in several encodings here, workbooks of other programs from the fixtures.

use super::super::{ColumnMapping, Field, ReadOptions, UnreadableFile, read};
use super::{TODAY, lines, options, read_text, warnings};

const PLAIN: &str =
    "Nachname;Vorname;Geburtsdatum;Staatsangehörigkeit\nMüller;Jörg;31.12.1999;Türkei\n";
const PLAIN_LINE: &str = r#"{"row":2,"result":"new","person":{"family_name":"Müller","given_name":"Jörg","birth_date":"1999-12-31","birth_year":1999,"nationality":"163"}}"#;

fn check_bytes(bytes: &[u8], expected: &str) {
    assert_eq!(lines(read(bytes, &options()).unwrap()), [expected]);
}

#[test]
fn text_is_read_in_every_usual_encoding() {
    check_bytes(PLAIN.as_bytes(), PLAIN_LINE);
    check_bytes(format!("\u{feff}{PLAIN}").as_bytes(), PLAIN_LINE);
    check_bytes(&encoding_rs::WINDOWS_1252.encode(PLAIN).0, PLAIN_LINE);
    let utf16 = |bom: bool| {
        let text = if bom {
            format!("\u{feff}{PLAIN}")
        } else {
            PLAIN.to_owned()
        };
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    check_bytes(&utf16(true), PLAIN_LINE);
    check_bytes(&utf16(false), PLAIN_LINE);
    let big: Vec<u8> = format!("\u{feff}{PLAIN}")
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    check_bytes(&big, PLAIN_LINE);
    let dos: Vec<u8> = PLAIN
        .chars()
        .map(|c| match c {
            'ü' => 0x81,
            'ö' => 0x94,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    check_bytes(&dos, PLAIN_LINE);
}

/// Letters that Windows-1252 and the DOS code page 850 write with each other's bytes.
#[test]
fn rare_letters_are_read_in_the_encoding_of_their_neighbours() {
    let named = |bytes: &[u8]| {
        let list = read(bytes, &options()).unwrap();
        list.rows[0].person.full_name()
    };
    let file = |name: &str| format!("Nachname;Vorname;Geburtsjahr\n{name};2001\n");
    for name in [
        "Jovanovic;Dušan",
        "Petrovic;Miloš",
        "Živkovic;Uroš",
        "Žagar;„Ana“",
    ] {
        let bytes = encoding_rs::WINDOWS_1252.encode(&file(name)).0.into_owned();
        let (family, given) = name.split_once(';').unwrap();
        assert_eq!(named(&bytes), format!("{given} {family}"));
    }
    // 0x81 ü, 0x89 ë, 0x93 ô, 0xA4 ñ, 0xD6 Í, 0x9A Ü.
    let dos: &[(&[u8], &str)] = &[
        (b"M\x81ller;Zo\x89", "Zoë Müller"),
        (b"M\x81ller;C\x93me", "Côme Müller"),
        (b"M\x81ller;I\xa4igo", "Iñigo Müller"),
        (b"M\x81ller-B\x94hm;\xd6sak", "Ísak Müller-Böhm"),
        (b"Kaya;\x9amit", "Ümit Kaya"),
    ];
    for (bytes, name) in dos {
        let bytes = [b"Nachname;Vorname;Geburtsjahr\n", *bytes, b";2001\n"].concat();
        assert_eq!(named(&bytes), *name);
    }
    let mixed = [file("Müller;Jörg").as_bytes(), b"M\xfcller;Anna;2002\n"].concat();
    assert_eq!(named(&mixed), "Jörg Müller");
}

#[test]
fn a_letter_that_was_lost_before_is_no_name() {
    let list = read_text("Nachname;Vorname;Geburtsjahr\nM\u{fffd}ller;Anna;2001\n").unwrap();
    assert!(list.rows[0].refusal.is_some());
}

#[test]
fn a_number_written_as_a_formula_keeps_its_noughts() {
    let list = read_text("Fallnummer;Name;Vorname\n=\"0017\";Sow;Awa\n").unwrap();
    assert_eq!(list.rows[0].case.number.as_deref(), Some("0017"));
}

#[test]
fn counts_and_sections_around_the_list_are_nobody() {
    let text = "Name;Vorname;Geb.-Dat.;Geschlecht;Status\nSow;Awa;3.4.2001;w;Duldung\n\
        Neuaufnahmen;;;;\nKaya;Deniz;3.4.2002;m;\nStand;Peter;;;Duldung\nDurchschnittsalter;;19,5;;\n\
        ;;;;\nStatus;Anzahl;;;\nDuldung;1;;;\nAltersgruppe;Anzahl;;;\n14-17;0;;;\n";
    let list = read_text(text).unwrap();
    let rows: Vec<u32> = list.rows.iter().map(|row| row.row).collect();
    assert_eq!(rows, [2, 4, 5]);
    assert!(list.rows.iter().all(|row| row.refusal.is_none()));
}

#[test]
fn the_clearer_heading_says_who_works_on_a_case() {
    let list = read_text("Name;Vorname;Sachbearbeiter;TM\nSow;Awa;Herr X;Berg\n").unwrap();
    assert_eq!(list.rows[0].case.worker.as_deref(), Some("Berg"));
    let list = read_text("Name;Vorname;Sachbearbeiter\nSow;Awa;Herr X\n").unwrap();
    assert_eq!(list.rows[0].case.worker.as_deref(), Some("Herr X"));
}

#[test]
fn every_usual_separator_and_line_end_is_found() {
    for separator in [",", "\t", "|"] {
        check_bytes(PLAIN.replace(';', separator).as_bytes(), PLAIN_LINE);
    }
    check_bytes(PLAIN.replace('\n', "\r\n").as_bytes(), PLAIN_LINE);
    check_bytes(PLAIN.replace('\n', "\r").as_bytes(), PLAIN_LINE);
    check_bytes(PLAIN.trim_end().as_bytes(), PLAIN_LINE);
    let named = PLAIN_LINE.replace("\"row\":2", "\"row\":3");
    check_bytes(
        format!("sep=,\n{}", PLAIN.replace(';', ",")).as_bytes(),
        &named,
    );
}

#[test]
fn a_record_has_the_number_of_its_first_line() {
    let text = "Liste\r\n\r\nName;Vorname;Bemerkung;Geburtsdatum\r\n\r\nA;B;\"zwei\r\nZeilen; \"\"so\"\"\";1.2.2000\r\nC;D;;3.4.2001\r\n";
    let list = read_text(text).unwrap();
    assert_eq!(list.header_row, 3);
    assert_eq!(
        list.rows.iter().map(|row| row.row).collect::<Vec<_>>(),
        [5, 7]
    );
}

#[test]
fn broken_quotes_are_named_with_their_line() {
    let open = "Name;Vorname;Geburtsdatum\n\"Müller;Anna;1.2.2000\nKarimi;Ali;3.4.2001\n";
    assert_eq!(read_text(open), Err(UnreadableFile::OpenQuote { line: 2 }));
    let after = "Name;Vorname;Geburtsdatum\nA;B;1.2.2000\n\"Mül\"ler;Anna;1.2.2000\n";
    assert_eq!(
        read_text(after),
        Err(UnreadableFile::TextAfterQuote { line: 3 })
    );
    assert!(read_text("Name;Vorname;Geburtsdatum\nAli \"Mo\" K;Anna;1.2.2000\n").is_ok());
}

#[test]
fn lines_put_in_quotes_as_a_whole_are_read_without_them() {
    let quoted = "\"Name;Vorname;Geburtsdatum\"\r\n\r\n\"Sow;Ali;1.2.2000\"\r\n\
        \"\"\"Kaya\"\";Deniz;3.4.2001\"\r\n";
    let list = read_text(quoted).unwrap();
    let names = list
        .rows
        .iter()
        .map(|row| (row.row, row.person.full_name()));
    let expected = [(3, "Ali Sow".to_owned()), (4, "Deniz Kaya".to_owned())];
    assert_eq!(names.collect::<Vec<_>>(), expected);
    let one_column = read_text("\"Name\"\n\"Sow, Ali\"\n\"Kaya, Deniz\"\n").unwrap();
    assert_eq!(one_column.rows[1].person.full_name(), "Deniz Kaya");
}

#[test]
fn a_header_above_rows_about_nobody_is_no_list() {
    let nobody = read_text("Name;Vorname;Geburtsdatum\n\nSumme: 0;;\nStand: 30.06.2022;;\n");
    let Err(UnreadableFile::Nobody { header, rows }) = nobody else {
        panic!("{nobody:?}");
    };
    assert_eq!((header, rows.as_str()), (1, "3, 4"));
    assert_eq!(read_text("Name;Vorname;Geburtsdatum\n").unwrap().rows, []);
}

#[test]
fn files_without_a_list_are_refused() {
    assert_eq!(read_text(""), Err(UnreadableFile::Empty));
    assert_eq!(read_text("\r\n  \n"), Err(UnreadableFile::Empty));
    assert_eq!(
        read_text("Einkaufszettel\nMilch\n"),
        Err(UnreadableFile::NoHeader)
    );
    assert_eq!(
        read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &options()),
        Err(UnreadableFile::NotATable)
    );
    for document in [
        "%PDF-1.7\n1 0 obj\n",
        "<!DOCTYPE html><table><tr><td>Name</td></tr></table>",
        "\u{feff}<?xml version=\"1.0\"?><Workbook/>",
    ] {
        assert_eq!(read_text(document), Err(UnreadableFile::NotATable));
    }
    assert_eq!(
        read(b"PK\x03\x04 and no more", &options()),
        Err(UnreadableFile::Corrupt)
    );
    let wide = (0..201)
        .map(|i| format!("S{i}"))
        .collect::<Vec<_>>()
        .join(";");
    assert_eq!(
        read_text(&wide),
        Err(UnreadableFile::TooManyColumns { most: 200 })
    );
}

#[test]
fn titles_sums_notes_and_repeated_headers_give_no_line() {
    let text = "Teilhabemanagement Musterstadt;;;\nStand: 30.06.2022;;;\n;;;\n\
        lfd. Nr.;Name, Vorname;Geb.-Dat.;Status\n\
        ;;(TT.MM.JJJJ);\n\
        1;Karimi, Ali;9.4.2001;geduldet\n\
        ;;;\n\
        lfd. Nr.;Name, Vorname;Geb.-Dat.;Status\n\
        2;Tesfay, Samuel;2000;Gestattung\n\
        3;;;\n\
        ;Summe: 2;;\n\
        Gesamt;2;;\n\
        ;;2;2\n\
        * Angaben laut ABH;;;\n\
        ;Erstellt von der Geschäftsführenden Stelle;;\n\
        Legende;;;\n\
        ;D;Duldung;\n";
    let list = read_text(text).unwrap();
    let names: Vec<_> = list
        .rows
        .iter()
        .map(|row| (row.row, row.person.full_name()))
        .collect();
    assert_eq!(
        names,
        [
            (6, "Ali Karimi".to_owned()),
            (9, "Samuel Tesfay".to_owned())
        ]
    );
    let passed_over = "5, 8, 10, 11, 12, 13, 14, 15, 16, 17";
    assert_eq!(list.passed_over().as_deref(), Some(passed_over));
    assert!(
        list.rows
            .iter()
            .all(|row| row.case.number.is_none() && row.refusal.is_none())
    );
}

#[test]
fn a_row_without_a_name_is_refused_where_the_name_is_missing() {
    let list = read_text(
        "Nr.;Nachname;Vorname;geb. am\nF-7;;;9.4.2001\nF-8;k. A.;-;9.4.2001\nF-9;;Ali;9.4.2001\n",
    )
    .unwrap();
    let refused: Vec<_> = list
        .rows
        .iter()
        .map(|row| row.refusal.as_ref().map(|r| r.cell.as_str()))
        .collect();
    assert_eq!(refused, [Some("B2"), Some("B3"), None]);
}

#[test]
fn what_cannot_be_is_refused_with_its_cell() {
    let header = "Name;Vorname;geb. am;Aufnahme;Status;Status seit;Einreise;m/w/d\n";
    for (row, cell) in [
        ("A;B;24.11.2026;;;;;", "C2"),
        ("A;B;1.1.2000;24.11.2026;;;;", "D2"),
        ("A;B;1.1.2000;;;12/2026;;", "F2"),
        ("A;B;1.1.2000;;;;2027;", "G2"),
        ("A;B;1.1.2010;31.12.2023;;;;", "C2"),
        ("A;B;24.11.2012;;;;;", "C2"),
        ("A;B;2013;;;;;", "C2"),
        ("A;B;1.1.1896;;;;;", "C2"),
        ("A;B;31.2.2000;;;;;", "C2"),
        ("A;B;1.1.2000;;grün;;;", "E2"),
        ("A;B;1.1.2000;;;;;vielleicht", "H2"),
        ("12;B;1.1.2000;;;;;", "A2"),
    ] {
        let list = read_text(&format!("{header}{row}\n")).unwrap();
        let refusal = list.rows[0].refusal.as_ref();
        assert_eq!(refusal.map(|r| r.cell.as_str()), Some(cell), "{row}");
    }
    for row in [
        "A;B;1.1.2010;1.1.2024;;;;",
        "A;B;23.11.2012;;;;;",
        "A;B;2012;;;;;",
        "A;B;24.11.1926;;;;;",
    ] {
        let list = read_text(&format!("{header}{row}\n")).unwrap();
        assert_eq!(list.rows[0].refusal, None, "{row}");
    }
}

#[test]
fn a_single_text_below_the_list_is_a_note_and_within_it_a_person() {
    let list = read_text(
        "Name;Vorname;geb. am\nA;B;1.2.2000\nOhne;;\nC;D;3.4.2001\nZuletzt;;\n\nbitte prüfen;;\n",
    );
    let list = list.unwrap();
    let rows: Vec<u32> = list.rows.iter().map(|row| row.row).collect();
    assert_eq!((rows, list.others), (vec![2, 3, 4, 5], vec![7]));
}

#[test]
fn unreadable_values_elsewhere_are_warnings() {
    let list = read_text("Name;Vorname;geb. am;Aufnahme;Einreise\nA;B;1.1.2000;bald;weiß nicht\n")
        .unwrap();
    let row = &list.rows[0];
    assert_eq!(
        (
            row.refusal.as_ref(),
            row.case.opened_on,
            row.case.entered_germany
        ),
        (None, None, None)
    );
    let cells: Vec<_> = row.warnings.iter().map(|one| one.cell.as_deref()).collect();
    assert_eq!(cells, [Some("D2"), Some("E2")]);
}

#[test]
fn a_mapping_says_more_than_the_headings() {
    let mapping = ColumnMapping::from_toml(
        "[columns]\n\"Kürzel\" = \"number\"\n\"Bekannt seit\" = \"opened_on\"\n\"Status\" = \"ignore\"\n\"Fehlt\" = \"sex\"\n",
    );
    let options = ReadOptions {
        sheet: None,
        mapping: Some(mapping.unwrap()),
        today: TODAY,
    };
    let text = "Kürzel;Name;Vorname;bekannt seit;Status\nK1;A;B;1.2.2020;grün\n";
    let list = read(text.as_bytes(), &options).unwrap();
    let fields: Vec<_> = list.columns.iter().map(|column| column.field).collect();
    let expected = [
        Some(Field::Number),
        Some(Field::FamilyName),
        Some(Field::GivenName),
        Some(Field::OpenedOn),
        None,
    ];
    assert_eq!(fields, expected);
    assert_eq!(list.missing_headings, ["Fehlt"]);
    assert_eq!(list.rows[0].refusal, None);
    assert!(ColumnMapping::from_toml("[columns]\n\"A\" = \"farbe\"\n").is_err());
    assert!(ColumnMapping::from_toml("nicht toml").is_err());
}

#[test]
fn messages_have_at_most_five_lines() {
    let all = [
        UnreadableFile::Empty,
        UnreadableFile::Encrypted,
        UnreadableFile::Corrupt,
        UnreadableFile::NotATable,
        UnreadableFile::TooLarge,
        UnreadableFile::TooManyRows { most: 1 },
        UnreadableFile::TooManyColumns { most: 1 },
        UnreadableFile::NoHeader,
        UnreadableFile::Nobody {
            header: 1,
            rows: "2".to_owned(),
        },
        UnreadableFile::OpenQuote { line: 1 },
        UnreadableFile::TextAfterQuote { line: 1 },
    ];
    assert!(
        all.iter()
            .all(|message| message.to_string().lines().count() <= 5)
    );
}

#[test]
fn titles_above_a_header_say_nothing_about_its_columns() {
    let list = read_text(
        "Teilhabemanagement Köln;;;Stand: 30.06.2022\nNr.;Name;Vorname;geb. am\nF1;A;B;1.2.2000\n",
    );
    let row = list.unwrap().rows.remove(0);
    assert_eq!(
        (row.case.number.as_deref(), row.case.worker),
        (Some("F1"), None)
    );
}

#[test]
fn an_opening_before_the_programme_is_left_out_with_a_warning() {
    let opened = |day: &str| {
        let list = format!("Name;Vorname;Geburtsdatum;Aufnahme\nKarimi;Ali;09.04.2001;{day}");
        let row = read_text(&list).unwrap().rows.remove(0);
        assert_eq!(row.refusal, None, "{day}");
        (row.case.opened_on.is_some(), warnings(&row))
    };
    for day in ["01.02.1920", "31.12.2004", "2004", "12/2004"] {
        let (is_there, told) = opened(day);
        assert!(!is_there, "{day}");
        assert_eq!(told.len(), 1, "{day}: {told:?}");
        assert!(told[0].starts_with("D2: "), "{told:?}");
        assert!(told[0].contains("vor dem 01.01.2005"), "{told:?}");
    }
    assert_eq!(opened("01.02.2020"), (true, Vec::new()));
}
