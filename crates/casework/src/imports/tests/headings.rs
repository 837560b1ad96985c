//! Headings as they stand in real lists.

use super::super::Field;
use super::super::headings::field;

fn check(expected: Field, headings: &str) {
    for heading in headings.split(" | ") {
        assert_eq!(
            field(heading).map(|found| found.0),
            Some(expected),
            "{heading}"
        );
    }
}

#[test]
fn headings_about_the_person_name_their_field() {
    check(
        Field::FamilyName,
        "Name | Nachname | Familienname | Zuname | NAME | Name: | Familien-name",
    );
    check(
        Field::GivenName,
        "Vorname | Vorname(n) | Vornamen | Rufname | Vorname TN",
    );
    check(
        Field::Name,
        "Name, Vorname | Nachname, Vorname | Name/Vorname | Vorname Name | Vor- und Nachname | Klient*in | Teilnehmer/in | Name, Vorname (TN) | Name u. Vorname | Name der/des Jugendlichen | Nach-/Vorname | Nach- und Vorname | Zu- und Vorname",
    );
    check(
        Field::BirthDate,
        "Geburtsdatum | Geb.-Dat. | Geb.datum | geb. am | geb. | Geburtstag | Geb. Datum | GebDat | Geburtsdatum (TT.MM.JJJJ) | Geburts-datum | Geb.-Datum Klient",
    );
    check(Field::BirthYear, "Jahrgang | Geburtsjahr | Geb.-Jahr");
    check(
        Field::Sex,
        "Geschlecht | m/w/d | Geschl. | m / w | Geschlecht (m/w/d) | w/m/d | Anrede | (m/w/d) | männl./weibl.",
    );
    check(
        Field::Nationality,
        "Staatsangehörigkeit | Nationalität | Herkunftsland | HKL | Staatsang. | Staatsangeh. | Nat. | Herkunft | Staatsangehörigkeit(en) | Staatsbürgerschaft | Staat",
    );
}

#[test]
fn headings_about_the_case_name_their_field() {
    check(
        Field::Status,
        "Aufenthaltsstatus | Status | Aufenthaltstitel | Titel | aufenthaltsrechtl. Status | Aufenthaltsstatus aktuell | akt. Status | Asylstatus | Art der Duldung | ausländerrechtl. Status | Status bei Aufnahme | Status ABH | rechtlicher Status | Aufenthaltsart | Duldungsart | Aufenthaltsgestattung/Duldung | Aufenthaltsstatus/gültig bis | Aufenthaltsstatus / gültig bis | Status (gültig bis)",
    );
    check(
        Field::StatusSince,
        "Status seit | Duldung seit | Aufenthaltsstatus seit | Gestattung seit | geduldet seit | Status gültig ab | seit (Status) | Ersterteilung",
    );
    check(
        Field::EnteredGermany,
        "Einreise | Einreisedatum | in D seit | In Deutschland seit | Datum der Einreise | Einreise (Monat/Jahr) | Einreise nach D | Einr. | Einr.-Dat. | BRD seit | Zuzug",
    );
    check(
        Field::Number,
        "Aktenzeichen | Az. | Fallnummer | Fall-Nr. | lfd. Nr. | Fall-ID | Nr. | ID | TN-Nr. | Az. THM | Code | Akte",
    );
    check(
        Field::OpenedOn,
        "Aufnahme | Aufnahmedatum | Fallbeginn | Erstgespräch | Eintritt | Eintrittsdatum | Erstkontakt am | Aufnahme am | Beginn der Begleitung | in Beratung seit | Erstgespräch (Datum) | Aufnahme ins Projekt | Beginn Teilhabemanagement | Eintritt ins Teilhabemanagement | im Teilhabemanagement seit | Beginn Case Management | Beginn Fallmanagement | Start Fallmanagement | Beginn CM | Fallmanagement seit | Aufn. | Betreuung ab | Fall eröffnet am | Erstgespr. | 1. Gespräch",
    );
    check(
        Field::Worker,
        "Teilhabemanager*in | Teilhabemanager/in | zuständig | Zuständige Person | Berater*in | THM | Sachbearbeiter | Fallmanager:in | zuständige/r Teilhabemanager/in | TM | zust. TM | Berater*in THM | Berater:in | Case Management",
    );
}

const OF_OTHER_THINGS: [&str; 37] = [
    "gültig bis",
    "Duldung gültig bis",
    "Duldung bis",
    "Aufenthaltstitel gültig bis",
    "Ablaufdatum",
    "Bemerkungen",
    "Geburtsort",
    "Einreiseland",
    "Geburtsland",
    "Geburtsname",
    "Name der Mutter",
    "Telefonnummer",
    "Austritt",
    "Fallende",
    "Schule",
    "Sprachniveau",
    "Arbeitgeber",
    "Adresse",
    "Wohnort",
    "E-Mail",
    "Alter",
    "Maßnahme",
    "Passnummer",
    "Az. ABH",
    "Aktenzeichen der Ausländerbehörde",
    "Sachbearbeiter (ABH)",
    "zuständiges Sozialamt",
    "Erstkontakt Jobcenter",
    "Status bis",
    "Anzahl Beratungen",
    "Geschlecht m",
    "Geschlecht w",
    "Geschlecht (d)",
    "Geschlecht: weiblich",
    "Ende Fallmanagement",
    "Duldung/Gestattung gültig bis",
    "",
];

#[test]
fn headings_of_other_things_name_no_field() {
    for heading in OF_OTHER_THINGS {
        assert_eq!(field(heading), None, "{heading}");
    }
}
