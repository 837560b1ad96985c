//! What is said about rows and files, in both languages.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use axum::http::header::CONTENT_DISPOSITION;
use platform::testing::Who;
use platform::ui::Lang;

use super::super::Remark;
use super::pages::{check, send, upload};
use super::{GERMAN, pairs, voice};
use crate::testing::bed;

/// Every remark as it is kept, and what the command line says.
const REMARKS: &str = r##"
    {"error_value":"#REF!"} = Die Zelle enthält den Fehlerwert #REF!.
    "no_result" = Die Formel hat kein gespeichertes Ergebnis; bitte die Datei im Tabellenprogramm neu speichern.
    "no_name" = Es ist kein Name angegeben.
    {"name_elsewhere":"dto."} = „dto.“ steht für einen Namen in einer anderen Zeile; bitte ausschreiben.
    {"unreadable_name":"12"} = „12“ ist kein lesbarer Name.
    {"unreadable_birth_date":"bald"} = „bald“ ist nicht als Geburtsdatum lesbar.
    {"unreadable_birth_year":"bald"} = „bald“ ist nicht als Geburtsjahr lesbar.
    {"unreadable_opening":"bald"} = „bald“ ist nicht als Datum der Aufnahme lesbar.
    {"unreadable_status_day":"bald"} = „bald“ ist nicht als Datum lesbar.
    {"unreadable_entry":"bald"} = „bald“ ist nicht als Datum der Einreise lesbar.
    {"unreadable_sex":"?"} = „?“ ist nicht als Geschlecht lesbar (m, w, d).
    "two_sexes" = Es ist mehr als ein Geschlecht angekreuzt.
    {"unreadable_nationality":"blau"} = „blau“ ist nicht als Staatsangehörigkeit lesbar.
    {"unreadable_status":"blau"} = „blau“ ist nicht als Aufenthaltsstatus lesbar.
    {"undecided_status":"AE"} = „AE“ lässt offen, welcher Aufenthaltsstatus gemeint ist; bitte den Paragrafen nennen.
    {"status_not_held":"Klage"} = „Klage“ nennt keinen Aufenthaltsstatus, den die Person hat; bitte den jetzigen angeben.
    {"status_is_day":"1.2.2022"} = „1.2.2022“ ist das Ende eines Papiers; der Status fehlt.
    {"worker_is_no_name":"12"} = „12“ ist kein Name.
    "number_is_day" = Die Nummer wurde im Tabellenprogramm zu einem Datum; sie fehlt.
    {"read_as_day":{"shown":"ca. 2015","day":"2015"}} = „ca. 2015“ wurde als 2015 gelesen.
    {"read_as_day":{"shown":"Nov. 15?","day":"2015-11"}} = „Nov. 15?“ wurde als 11/2015 gelesen.
    {"read_as_day":{"shown":"3.11.15?","day":"2015-11-03"}} = „3.11.15?“ wurde als 03.11.2015 gelesen.
    {"read_as_nationalities":{"shown":"Syr./Irak","keys":["475","438"]}} = „Syr./Irak“ wurde als Syrien, Irak gelesen.
    {"read_as_status":{"shown":"geduldet?","code":"D_60C"}} = „geduldet?“ wurde als „Ausbildungsduldung (Anspruch)“ gelesen, bitte prüfen.
    "birth_year_differs" = Das Geburtsjahr passt nicht zum Geburtsdatum; dieses gilt.
    {"opening_too_early":"1920-02-01"} = Die Aufnahme (01.02.1920) läge vor dem 01.01.2005; der Wert fehlt.
    {"in_future":"2031-04"} = 04/2031 liegt in der Zukunft.
    "born_after_opening" = Die Geburt liegt nach der Aufnahme.
    {"age_at_opening":7} = Das Alter bei der Aufnahme wäre 7 Jahre; möglich sind 14 bis 99.
    {"age_today":104} = Das Alter heute wäre 104 Jahre; möglich sind 14 bis 99.
    "status_before_birth" = Der Beginn des Status liegt vor der Geburt, bitte prüfen.
    "entry_before_birth" = Die Einreise liegt vor der Geburt, bitte prüfen.
    {"status_before_law":{"code":"D_60C","first":"2020-01-01"}} = „Ausbildungsduldung (Anspruch)“ gibt es erst seit 01.01.2020, bitte prüfen.
    "name_alone" = Die Zeile enthält nur einen Namen und ist vielleicht eine Überschrift; bitte prüfen.
    {"maybe_same_person":{"row":null}} = Möglicherweise dieselbe Person wie im Bestand; bitte prüfen.
    {"maybe_same_person":{"row":1234}} = Möglicherweise dieselbe Person wie in Zeile 1234; bitte prüfen.
    {"number_taken":{"number":"A7","row":null}} = Die Nummer A7 gehört im Bestand schon zu einer anderen Person.
    {"number_taken":{"number":"A7","row":1234}} = Die Nummer A7 gehört in Zeile 1234 schon zu einer anderen Person.
    {"other_number":{"row":null}} = Andere Fallnummer als im Bestand; die Zeile ergänzt jenen Fall, bitte prüfen.
    {"other_number":{"row":1234}} = Andere Fallnummer als in Zeile 1234; die Zeile ergänzt jenen Fall, bitte prüfen.
    {"other_spelling":{"row":null}} = Gilt als dieselbe Person wie eine Person, die schon da ist, der Name ist anders geschrieben; bitte prüfen.
    {"other_spelling":{"row":1234}} = Gilt als dieselbe Person wie Zeile 1234, der Name ist anders geschrieben; bitte prüfen.
    {"other_nationality":{"row":null}} = Andere Staatsangehörigkeit als im Bestand; jene bleibt, bitte prüfen.
    {"other_nationality":{"row":1234}} = Andere Staatsangehörigkeit als in Zeile 1234; jene bleibt, bitte prüfen.
"##;

fn remarks() -> impl Iterator<Item = (Remark, &'static str)> {
    pairs(REMARKS).map(|(kept, said)| {
        let remark: Remark = serde_json::from_str(kept).unwrap();
        assert_eq!(serde_json::to_string(&remark).unwrap(), kept);
        (remark, said)
    })
}

#[test]
fn every_remark_is_kept_as_a_value_and_said_in_both_languages() {
    let english = voice(Lang::En);
    for (remark, said) in remarks() {
        assert_eq!(remark.said(&GERMAN), said);
        let translated = remark.said(&english);
        let is_german = translated == said || translated.contains(['„', '⟦', 'ä', 'ö', 'ü']);
        assert!(!is_german, "{translated}");
    }
}

/// So that no remark is missing above.
#[test]
fn every_text_about_rows_belongs_to_a_remark() {
    let texts = crate::TEXTS.de.lines();
    let texts = texts.filter_map(|line| line.strip_prefix("import-said-")?.split(" =").next());
    let said: BTreeSet<&str> = remarks().map(|(remark, _)| remark.key()).collect();
    let said = said.into_iter();
    let said = said.map(|key| key.strip_prefix("import-said-").unwrap());
    assert_eq!(said.collect::<BTreeSet<_>>(), texts.collect());
}

const LIST: &str = "Nachname;Vorname;Geburtsdatum;Status;Herkunft\n\
    Rahimi;Amina;09.04.2001;Fiktionsbescheinigung;Syrien, Irak\n\
    Kind;Kleines;01.05.2019;;\nSow;12;grün;;\n";

const GERMAN_FILE: &str = "\u{feff}Zeile;Zelle;Ergebnis;Grund\n\
    3;C3;abgelehnt;\"Das Alter heute wäre 3 Jahre; möglich sind 14 bis 99.\"\n\
    4;B4;abgelehnt;\"„12“ ist kein lesbarer Name; \
    C4: „grün“ ist nicht als Geburtsdatum lesbar.\"\n\
    2;E2;Hinweis;„Syrien, Irak“ wurde als Syrien, Irak gelesen.\n\
    2;D2;Hinweis;„Fiktionsbescheinigung“ wurde als „Fiktionsbescheinigung: Fortgeltung des Titels“ gelesen, bitte prüfen.\n";

const ENGLISH_FILE: &str = "\u{feff}Row;Cell;Result;Reason\n\
    3;C3;refused;\"The age today would be 3; possible are 14 to 99.\"\n\
    4;B4;refused;\"“12” cannot be read as a name; \
    C4: “grün” cannot be read as a date of birth.\"\n\
    2;E2;warning;“Syrien, Irak” was read as Syria, Iraq.\n\
    2;D2;warning;“Fiktionsbescheinigung” was read as “Fictional certificate: former title continues”, please check.\n";

#[tokio::test]
async fn findings_are_in_the_language_of_whoever_reads_them() {
    let mut bed = bed().await;
    let import = upload(&bed, LIST).await;
    check(&bed, &import, &[]).await;
    for (lang, name, file) in [
        (Lang::De, "import-hinweise.csv", GERMAN_FILE),
        (Lang::En, "import-remarks.csv", ENGLISH_FILE),
    ] {
        bed.lang = lang;
        let offered = bed.get(Who::Anna, &format!("{import}/refusals.csv")).await;
        assert_eq!(offered.body, file);
        let saved_as = offered.headers[CONTENT_DISPOSITION].to_str().unwrap();
        assert!(saved_as.contains(name), "{saved_as}");
        let page = bed.get(Who::Anna, &import).await.body;
        for line in file.lines().skip(1) {
            let text = line.splitn(4, ';').nth(3).unwrap().trim_matches('"');
            assert!(page.contains(text), "{text}: {page}");
        }
    }
}

#[tokio::test]
async fn sheets_that_were_not_read_are_named_in_the_readers_language() {
    let mut bed = bed().await;
    let file = std::fs::read("tests/fixtures/imports/openpyxl-list.xlsx").unwrap();
    let import = send(&bed, Who::Anna, &file).await.location;
    bed.lang = Lang::En;
    let page = bed.get(Who::Anna, &import).await.body;
    assert!(page.contains("The sheet “Fälle 2020” was read"), "{page}");
    assert!(page.contains("Not read: “Deckblatt”."), "{page}");
}

#[tokio::test]
async fn a_file_that_is_no_list_is_refused_in_the_readers_language() {
    let mut bed = bed().await;
    bed.lang = Lang::En;
    for (file, said) in [
        ("", "The file is empty."),
        ("Haus;Hof\n1;2\n", "No header row was found in the file."),
        (
            "Name;Vorname\n\"Rahimi;A\n",
            "A quotation mark in line 2 is closed nowhere.",
        ),
    ] {
        let answer = send(&bed, Who::Anna, file.as_bytes()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(answer.body.contains(said), "{said}: {}", answer.body);
    }
}
