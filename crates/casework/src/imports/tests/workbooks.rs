//! Workbooks written by other programs; how each was made stands in the README beside them.

use super::super::{CaseList, ReadOptions, UnreadableFile, read};
use super::{GERMAN, TODAY, lines, options, warnings};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/fixtures/imports/{name}")).unwrap()
}

fn list(name: &str) -> CaseList {
    read(&fixture(name), &options()).unwrap()
}

const FIRST: &str = r#"{"row":5,"result":"new","person":{"family_name":"Karimi","given_name":"Ali","birth_date":"2001-04-09","birth_year":2001,"sex":"m","nationality":"423"},"case":{"number":"T-1","opened_on":"2020-02-03","status":"D_60C","status_since":"2020-01-15"}}"#;
const MERGED: &str = r#"{"row":6,"result":"known","person":{"family_name":"Karimi","given_name":"Ali","birth_date":"2001-04-09","birth_year":2001,"sex":"m","nationality":"423"},"case":{"number":"T-1","opened_on":"2020-03-01","status":"D_60C","status_since":"2020-01-15"}}"#;
const MONTH: &str = r#"{"row":7,"result":"new","person":{"family_name":"Tesfay","given_name":"Samuel","birth_date":"2000-01","birth_year":2000,"sex":"m","nationality":"224"},"case":{"number":"T-2","opened_on":"2020-02-03","status":"AG"}}"#;
const YEAR: &str = r#"{"row":8,"result":"new","person":{"family_name":"Öztürk","given_name":"Ayşe","birth_year":1999,"sex":"f","nationality":"163"},"case":{"number":"T-3","status":"GEDULDET"}}"#;

#[test]
fn a_list_with_two_header_rows_and_merged_cells_is_read_row_by_row() {
    for name in ["openpyxl-list.xlsx", "libreoffice-list.xlsx"] {
        let list = list(name);
        assert_eq!(
            (list.sheet.as_deref(), list.header_row),
            (Some("Fälle 2020"), 4)
        );
        assert_eq!(lines(list), [FIRST, MERGED, MONTH, YEAR], "{name}");
    }
}

#[test]
fn old_excel_files_and_opendocument_sheets_are_read_like_new_ones() {
    // Their number formats are not known to the reader: the month is the first of the month.
    let month = MONTH.replace("\"2000-01\"", "\"2000-01-01\"");
    for name in ["libreoffice-list.xls", "libreoffice-list.ods"] {
        assert_eq!(lines(list(name)), [FIRST, MERGED, &month, YEAR], "{name}");
    }
}

#[test]
fn a_csv_export_in_windows_1252_is_read() {
    let printed = lines(list("libreoffice-list.csv"));
    assert_eq!(printed[0], FIRST);
    assert_eq!(printed.len(), 4);
    assert!(printed[3].contains(r#""family_name":"Öztürk""#));
}

#[test]
fn stored_results_of_formulas_count_and_their_errors_are_named() {
    let list = list("libreoffice-formulas.xlsx");
    let first = &list.rows[0];
    assert_eq!(
        (first.person.full_name().as_str(), first.person.birth_year),
        ("Yussef Haddad", Some(1999))
    );
    let told = warnings(first);
    assert_eq!(told.len(), 2);
    assert!(told[0].starts_with("D2: ") && told[0].contains("#DIV/0!"));
    assert!(told[1].starts_with("E2: ") && told[1].contains("#N/A"));
    let cells: Vec<_> = list
        .rows
        .iter()
        .map(|row| row.refusal.as_ref().map(|r| r.cell.as_str()))
        .collect();
    assert_eq!(cells, [None, Some("A3"), Some("C4")]);
}

#[test]
fn a_formula_without_result_is_not_taken_for_an_empty_cell() {
    let list = list("openpyxl-formulas.xlsx");
    let refusal = list.rows[0].refusal.as_ref().unwrap();
    assert_eq!(refusal.cell, "B2");
    assert!(refusal.said(&GERMAN).contains("Formel"));
}

#[test]
fn days_counted_from_1904_are_the_same_days() {
    let row = &list("openpyxl-1904.xlsx").rows[0];
    assert_eq!(row.person.birth_date.unwrap().to_string(), "1999-12-31");
    // 42402 days after 1904-01-01.
    assert_eq!(row.case.opened_on.unwrap().to_string(), "2020-02-03");
}

#[test]
fn a_password_is_named_as_the_reason() {
    assert_eq!(
        read(&fixture("msoffcrypto-password.xlsx"), &options()),
        Err(UnreadableFile::Encrypted)
    );
}

#[test]
fn a_sheet_can_be_named() {
    let named = |sheet: &str| ReadOptions {
        sheet: Some(sheet.to_owned()),
        mapping: None,
        today: TODAY,
    };
    let bytes = fixture("openpyxl-list.xlsx");
    assert_eq!(read(&bytes, &named("Fälle 2020")).unwrap().rows.len(), 4);
    assert_eq!(
        read(&bytes, &named("Deckblatt")),
        Err(UnreadableFile::NoHeader)
    );
    assert!(matches!(
        read(&bytes, &named("Fälle")),
        Err(UnreadableFile::NoSuchSheet { .. })
    ));
    assert!(matches!(
        read(b"Name;Vorname\nRahimi;Amina\n", &named("Tabelle1")),
        Err(UnreadableFile::NoSheets { .. })
    ));
}

#[test]
fn sheets_that_are_not_read_are_named_and_hidden_ones_are_not() {
    for name in ["openpyxl-list.xlsx", "libreoffice-list.ods"] {
        let list = list(name);
        assert_eq!(list.sheet.as_deref(), Some("Fälle 2020"), "{name}");
        assert_eq!(
            list.unread_sheets().as_deref(),
            Some("„Deckblatt“"),
            "{name}"
        );
    }
}

#[test]
fn a_damaged_workbook_is_refused_and_never_half_read() {
    let whole = fixture("openpyxl-list.xlsx");
    for length in (4..whole.len()).step_by(97) {
        assert_eq!(
            read(&whole[..length], &options()),
            Err(UnreadableFile::Corrupt),
            "{length}"
        );
    }
}

#[test]
fn a_bomb_is_refused_before_it_unpacks() {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive
        .start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default())
        .unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..401 {
        archive.write_all(&zeros).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 2 << 20);
    assert_eq!(read(&bytes, &options()), Err(UnreadableFile::TooLarge));
}

#[test]
fn a_row_that_stands_for_a_million_is_refused_before_it_unfolds() {
    let row = "<table:table-row table:number-rows-repeated=\"90000\"><table:table-cell \
        office:value-type=\"string\" table:number-columns-repeated=\"1000\"/></table:table-row>";
    let content = format!("<a><table:table table:name=\"A\">{row}</table:table></a>");
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    let bytes = zipped(&[("mimetype", mimetype), ("content.xml", &content)]);
    assert_eq!(read(&bytes, &options()), Err(UnreadableFile::TooLarge));
}

#[test]
fn other_office_files_are_no_tables() {
    let letter = zipped(&[("word/document.xml", "<w:document/>")]);
    assert_eq!(read(&letter, &options()), Err(UnreadableFile::Corrupt));
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        archive
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
