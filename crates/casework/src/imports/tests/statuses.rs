//! Residence statuses in the words of real lists; expectations are written by hand.

use super::super::status::{self, Reading};
use super::{pairs, read_text};

const STATUSES: &str = "
    geduldet = GEDULDET
    Duldung = GEDULDET
    Duldung §60a = GEDULDET
    Duldung § 60 a AufenthG = GEDULDET
    § 60a Abs. 2 = GEDULDET
    Duldung bis 31.12.2022 = GEDULDET
    Duldung (seit 12.03.2020) = GEDULDET
    § 60a Abs. 2 S. 1 = D_60A_2_S1
    § 60a Abs. 2 Satz 3 AufenthG = D_60A_2_S3
    §60a II 3 AufenthG = D_60A_2_S3
    60a (2) S.3 = D_60A_2_S3
    Ermessensduldung = D_60A_2_S3
    § 60a Abs. 1 = D_60A_1
    Duldung § 60a Abs. 2b = D_60A_2B
    Ausbildungsduldung = D_60C
    Duldung §60c = D_60C
    60c = D_60C
    § 60 c Abs. 1 AufenthG = D_60C
    § 60c Abs. 7 = D_60C_7
    Ausbildungsduldung § 60a Abs. 2 S. 4 = D_ALT_AUSB
    § 60a Abs. 2 S. 3 i.V.m. § 60c = D_60C
    Beschäftigungsduldung = D_60D
    § 60d = D_60D
    Duldung §60b = D_60B
    Duldung f. Personen mit ungeklärter Identität = D_60B
    Duldung light = D_60B
    Gestattung = AG
    Aufenthaltsgestattung = AG
    § 55 AsylG = AG
    gestattet = GESTATTET
    im Asylverfahren = GESTATTET
    Asylbewerber = GESTATTET
    BüMA = AKN
    Ankunftsnachweis = AKN
    AKN = AKN
    Grenzübertrittsbescheinigung = GUEB
    GÜB = GUEB
    Fiktionsbescheinigung § 81 Abs. 4 = FIKT_81_4
    § 81 Abs. 3 S. 1 AufenthG = FIKT_81_3S1
    § 25a Abs. 1 = AE_25A1
    AE 25a = AE_25A1
    AE § 25b = AE_25B1
    Aufenthaltserlaubnis § 25 Abs. 5 = AE_25_5
    §25 V AufenthG = AE_25_5
    § 25 Abs. 3 = AE_25_3
    subsidiärer Schutz = AE_25_2_SUB
    § 25 Abs. 2 (subsidiär) = AE_25_2_SUB
    § 25 Abs. 2 S. 1 Alt. 1 = AE_25_2_FLU
    § 25 II 2. Alt. = AE_25_2_SUB
    AE 25 Abs. 5 = AE_25_5
    gem. 25 V AufenthG = AE_25_5
    § 60a Abs. 2 Satz 4 a.F. = D_ALT_AUSB
    § 60a Abs. 2 S. 4 = D_60A_2_S4
    Verfahrensduldung = D_FAM_ERMESSEN
    Duldung (Ausbildung) = D_60C
    Duldung zum Zweck der Ausbildung = D_60C
    Duldung, Ausbildung abgebrochen = GEDULDET
    Ankunftsnachw. = AKN
    Aufenthaltsgest. = AG
    Chancenaufenthalt = AE_104C1
    § 104c AufenthG = AE_104C1
    Chancen-Aufenthaltsrecht = AE_104C1
    vollziehbar ausreisepflichtig = VOLLZ_OHNE
    ohne Duldung = VOLLZ_OHNE
    Niederlassungserlaubnis = NE_9
    Abschiebungsverbot = AE_25_3
    eingebürgert = EINB
    deutsch = DE
    unbekannt = UNBEK
    D_60C = D_60C
    Folgeantrag = AG_FOLGE
    Duldung (Folgeantrag) = GEDULDET
    § 24 AufenthG = AE_24
    Duldg. = GEDULDET
    subs. Schutz = AE_25_2_SUB
    vorüberg. Schutz = AE_24
    Chancen-AE = AE_104C1
    25 III = AE_25_3
    25 V = AE_25_5
    25.3 = AE_25_3
    Art. 16a GG = AE_25_1
    Asylberechtigung Art. 16 GG = AE_25_1
    BüMA/Gestattung = GESTATTET
    Duldung bis 31.12.2022, Verlängerung beantragt = GEDULDET
    Duldung bis 31.12.2022 Verlängerung beantragt = GEDULDET
    § 25a Abs. 1 Verlängerung beantragt = AE_25A1
    Duldung (Asylantrag abgelehnt) = GEDULDET
    Gestattung (abgelehnt, Klage) = AG
    § 25a Abs. 2 (Eltern) = AE_25A2
    § 28 (Vater eines deutschen Kindes) = AE_28
    Duldung, Kind deutsch = GEDULDET
    Vaterschaft = D_60A_2_S4
    Duldung wegen Vaterschaft = D_60A_2_S4
    Vaterschaft anerkannt, AE § 28 = AE_28
    §60aAbs.2S.3 = D_60A_2_S3
    §60aAbs.2Satz3AufenthG = D_60A_2_S3
    §60a2S.1 = D_60A_2_S1
    §25Abs.5 = AE_25_5
    ohne Papiere = VOLLZ_OHNE
    keine Duldung mehr = VOLLZ_OHNE
    keine gültige Duldung = VOLLZ_OHNE
    Härtefall = AE_23A
    § 23a (Härtefallkommission) = AE_23A
    eingebürgert am 3.4.2021 = EINB
    Asylantrag abgelehnt, Klage = GESTATTET
    Asylantrag abgelehnt Klage läuft = GESTATTET
    Asylverfahren noch nicht abgeschlossen = GESTATTET
    Klage noch nicht entschieden = GESTATTET
    Folgeantrag gestellt = AG_FOLGE
    Duldung nach abgelehntem Asylantrag = GEDULDET
    abgelehnter Asylbewerber mit Duldung = GEDULDET
    Asylverfahren abgeschlossen, Duldung = GEDULDET
    Duldung, Folgeantrag abgelehnt = GEDULDET
    Duldung ohne Arbeitserlaubnis = GEDULDET
    ohne Pass geduldet = GEDULDET
    Duldung Pass abgelaufen = GEDULDET
    Duldung (Pass abgelaufen) = GEDULDET
    Duldung, Ziel Ausbildung = GEDULDET
    Duldung, jetzt in Ausbildung = GEDULDET
    jetzt Duldung = GEDULDET
    aktuell geduldet = GEDULDET
    Duldung wg. Vaterschaftsverfahren = D_60A_2_S4";

/// What stands in the text about titles that are applied for, refused, in prospect, or a spouse's.
const NOT_HELD: &str = "
    geduldet, Antrag § 25a gestellt = GEDULDET
    geduldet Antrag auf § 25a gestellt = GEDULDET
    Duldung, Antrag auf 25b gestellt = GEDULDET
    Duldung 25b beantragt = GEDULDET
    Duldung, § 25a geplant = GEDULDET
    Duldung (25a in Prüfung) = GEDULDET
    Chancen-Aufenthaltsrecht abgelehnt, Duldung = GEDULDET
    Duldung (Ehefrau § 25 Abs. 3) = GEDULDET
    Duldung, § 60b droht = GEDULDET
    Gestattung / 25a beantragt = AG
    Duldung, Beschäftigung gestattet = GEDULDET
    Duldung Erwerbstätigkeit nicht gestattet = GEDULDET
    keine Duldung, Gestattung = AG
    Gestattung, keine Duldung = AG
    keine Duldung, sondern Gestattung = AG
    keine Ausbildungsduldung, Duldung = GEDULDET
    früher Gestattung, jetzt Duldung = GEDULDET
    früher Gestattung jetzt Duldung = GEDULDET
    Gestattung, jetzt Duldung = GEDULDET
    Gestattung jetzt Duldung = GEDULDET
    Duldung, vorher Gestattung = GEDULDET
    Duldung vorher Gestattung = GEDULDET
    Duldung (ehem. Gestattung) = GEDULDET
    Duldung, frühere Gestattung = GEDULDET
    Klage abgewiesen, Duldung = GEDULDET
    Duldung, Klage abgewiesen = GEDULDET
    Gestattung erloschen, Duldung = GEDULDET
    Duldung, Ziel: Ausbildungsduldung = GEDULDET
    Duldung mit Perspektive § 25a = GEDULDET
    Duldung, Härtefallantrag § 23a gestellt = GEDULDET
    Duldung, Vaterschaft anerkannt = GEDULDET
    Ausbildungsduldung abgelaufen, jetzt § 25a = AE_25A1";

#[test]
fn a_title_that_is_not_held_is_left_out_and_the_reading_shown() {
    for (text, code) in pairs(NOT_HELD) {
        assert_eq!(status::read(text), Reading::Usual(code), "{text}");
    }
}

/// Applied for, pending, denied, refused, ended, lost, hoped for: nothing of it is held.
const NOT_HELD_ALONE: &str = "
    Antrag auf Ausbildungsduldung
    § 25b abgelehnt
    Niederlassungserlaubnis beantragt
    nicht geduldet
    Ausbildungsduldung § 60c nicht möglich
    Härtefallantrag
    Härtefallkommission
    Härtefallantrag § 23a
    Härtefall eingereicht
    Einbürgerung beantragt
    Einbürgerungsantrag
    Einbürgerungsverfahren
    im Einbürgerungsverfahren
    Einbürgerung läuft
    kein Visum
    kein Abschiebungsverbot
    kein Aufenthaltstitel nach § 25a
    keine Gestattung mehr
    kein Asylantrag
    keine Ausbildungsduldung
    Asylverfahren negativ abgeschlossen
    Asylverfahren eingestellt
    Klage abgewiesen
    abgewiesene Klage
    Asylantrag zurückgenommen
    Rücknahme Asylantrag
    Asylantrag nicht gestellt
    Asylantrag geplant
    Folgeantrag abgelehnt
    Widerruf subsidiärer Schutz
    nicht asylberechtigt
    Verlust der Flüchtlingseigenschaft
    Flüchtlingseigenschaft aberkannt
    Duldung abgelaufen
    Duldung seit Mai 2020 abgelaufen
    Visum abgelaufen
    Ziel: Ausbildungsduldung
    Ausbildungsduldung in Aussicht
    strebt Ausbildungsduldung an
    wartet auf Duldung
    Perspektive § 25a
    Vaterschaft anerkannt
    früher Gestattung
    hatte Duldung
    Ehefrau im Asylverfahren";

#[test]
fn what_is_not_held_is_no_status() {
    let texts = NOT_HELD_ALONE.lines().map(str::trim);
    let texts = texts.filter(|text| !text.is_empty());
    let held: Vec<&str> = texts
        .filter(|text| status::read(text) != Reading::NotHeld)
        .collect();
    assert_eq!(held, [""; 0]);
}

#[test]
fn statuses_in_free_words_become_codes() {
    for (text, code) in pairs(STATUSES) {
        assert_eq!(status::read(text), Reading::Code(code), "{text}");
    }
}

#[test]
fn words_that_leave_the_status_open_are_not_decided() {
    for text in [
        "Aufenthaltserlaubnis",
        "§ 25 Abs. 2",
        "AE",
        "AE wegen Vaterschaft",
        "Gestattung oder Duldung",
    ] {
        assert_eq!(status::read(text), Reading::Undecided, "{text}");
    }
    for text in ["grün", "Azubi", "12", "ja", "abgelehnt"] {
        assert_eq!(status::read(text), Reading::Unreadable, "{text}");
    }
    assert_eq!(
        status::read("Fiktionsbescheinigung"),
        Reading::Usual("FIKT_81_4")
    );
}

/// § 60c AufenthG is of 1 January 2020, § 104c of 31 December 2022.
#[test]
fn a_title_held_before_its_law_or_a_birth_is_pointed_out() {
    let warned = |status: &str, since: &str, entered: &str| {
        let row = format!("Karimi;Ali;09.04.2001;{status};{since};{entered}");
        let list = format!("Nachname;Vorname;Geburtsdatum;Status;Status seit;Einreise\n{row}\n");
        let warnings = read_text(&list).unwrap().rows.remove(0).warnings;
        let cells = warnings.into_iter().map(|warning| warning.cell.unwrap());
        cells.collect::<Vec<_>>()
    };
    assert_eq!(warned("Ausbildungsduldung", "31.12.2019", "2015"), ["E2"]);
    assert_eq!(warned("Ausbildungsduldung", "01.01.2020", "2015"), [""; 0]);
    assert_eq!(warned("§ 104c", "01.01.2020", ""), ["E2"]);
    assert_eq!(warned("Duldung", "1990", "1999"), ["E2", "F2"]);
    assert_eq!(warned("Duldung", "2001", "2001"), [""; 0]);
}
