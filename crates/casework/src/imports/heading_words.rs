//! The words of German column headings, as far as they tell what a column holds.

use super::mapping::Field;

/// Headings as [`super::text::squeeze`] leaves them.
pub(super) const EXACT: &[(Field, &str)] = &[
    (
        Field::Name,
        "namevorname nachnamevorname familiennamevorname namenvornamen namevornamen zunamevorname \
         vornamename vornamenachname vornamefamilienname vornamezuname vorundnachname \
         vorundzuname vorundfamilienname nachundvorname nachvorname \
         vornachname nachvornamen familienvorname zuundvorname vorzuname nameundvorname nachnameundvorname \
         familiennameundvorname vornameundname vornameundnachname namendesklienten fullname \
         nameklient nameklientin nameteilnehmer nameteilnehmerin nametn namedestn \
         namedesklienten namederklientin namederperson personenname vollstaendigername \
         klient klientin klienten klientinnen teilnehmer teilnehmerin teilnehmende teilnehmender \
         teilnehmendeperson person tn ratsuchende ratsuchender namedesteilnehmers \
         namederteilnehmerin kundename nametnin tnname klientenname teilnehmername \
         namederdesjugendlichen namedesjugendlichen namederjugendlichen namejugendliche \
         namejugendlicher jugendlicher jugendliche namederdesklienten namederdesteilnehmenden",
    ),
    (
        Field::FamilyName,
        "name nachname familienname zuname surname lastname familyname namen nachnamen \
         familiennamen nname famname nachn",
    ),
    (
        Field::GivenName,
        "vorname vornamen rufname givenname firstname vname givennames vorn",
    ),
    (
        Field::BirthDate,
        "geburtsdatum gebdat gebdatum geb gebam geborenam geboren geburtstag geburtsdat gdatum \
         gebtag geburtsd datumgeburt geburtdatum datumdergeburt dateofbirth dob birthdate birthday gebdatumort gd \
         gebamin geburtsdatumort geburtsdatumundort geburtsdatumgeburtsort tagdergeburt",
    ),
    (
        Field::BirthYear,
        "geburtsjahr jahrgang gebjahr jg geburtsjahrgang jahrgeburt jahrdergeburt birthyear \
         yearofbirth gebj gjahr",
    ),
    (
        Field::Sex,
        "geschlecht mw wm mwd wmd mwdx mdw wdm sex gender geschl gesch anrede mannfrau \
         geschlechtmwd maennlichweiblich maennlweibl maennlweibldivers \
         maennlichweiblichdivers",
    ),
    (
        Field::Nationality,
        "staatsangehoerigkeit staatsangehoerigkeiten nationalitaet nationalitaeten \
         staatsangeh staat stangeh staatsang stang stag staang staatsbuergerschaft nation nat \
         nationality citizenship sta staatsangehoerig staatsangehrigkeit natio",
    ),
    (
        Field::Number,
        "fallnummer fallnr fallid fallnummern aktenzeichen az aktennummer aktennr fallaktenzeichen \
         klientennummer klientennr klientenid kennnummer kennziffer kennung teilnehmernummer \
         teilnehmernr teilnehmerid tnnr tnnummer tnid idnr casenumber casenr caseid fallkennung \
         vorgangsnummer vorgangsnr fallzeichen geschaeftszeichen gz registriernummer personennummer \
         kundennummer kundennr ordnungsnummer aktezeichen aktenz personennr klientnr klientid \
         fallkennzeichen fallziffer azthm aztm internenr internenummer thmnr thmnummer thmid personenid",
    ),
    (
        Field::OpenedOn,
        "aufnahme aufnahmedatum aufnahmeam aufgenommenam aufgenommen fallbeginn fallaufnahme \
         fallaufnahmeam falleroeffnung fallstart fallanlage eintritt eintrittsdatum eintrittam \
         erstgespraech erstgespraecham datumerstgespraech erstkontakt erstkontaktam \
         datumerstkontakt erstberatung erstberatungam datumerstberatung beginnam \
         beginndatum beginnbegleitung beginnberatung beginnbetreuung beginnteilnahme \
         beginnderbegleitung beginnderbetreuung beginnderberatung beginnderteilnahme \
         beginnthm thmseit imthmseit teilnahmebeginn teilnahmeseit betreuungsbeginn \
         beratungsbeginn begleitungseit beratungseit betreuungseit inberatungseit \
         inbetreuungseit inbegleitungseit betreutseit begleitetseit beratenseit projekteintritt \
         projektaufnahme aufnahmeinsprojekt aufnahmeprojekt aufnahmethm aufnahmeinsthm \
         aufnahmeindasthm aufnahmeindasprojekt startdatum zugangam zugangsdatum \
         openedon entrydate improjektseit intake intakedatum ersttermin \
         erstgespraechsdatum datumaufnahme datumderaufnahme datumfallaufnahme \
         beginntm aufnahmetm tmseit imtmseit tnseit teilnehmerseit aufnahmedat projektbeginn \
         aufn betreuungab begleitungab beratungab falleroeffnetam falleroeffnet erstgespr \
         1gespraech 1gespr erstesgespraech beginncm startcm cmseit imcmseit \
         beginnprojekt startprojekt programmeintritt eintrittinsprojekt eintrittprojekt datumeintritt",
    ),
    (
        Field::Status,
        "aufenthaltsstatus aufenthaltstitel aufenthaltsrecht aufenthaltspapier aufenthstatus \
         aufenthaltsrechtlicherstatus aufenthaltsrechtlstatus rechtsstatus auslaenderstatus \
         aufenthaltsrechtlicherstatusaktuell statusaufenthalt aufenthalt aufstatus \
         aktstatus asylstatus artderduldung \
         auslaenderrechtlstatus auslaenderrechtlicherstatus aufenthaltsgrundlage aufenthaltsdokument residencestatus aktuelleraufenthaltsstatus \
         aufenthaltsstatusaktuell duldunggestattung gestattungduldung aufenthaltserlaubnis \
         rechtlicherstatus aufenthaltsart artdesaufenthalts duldungsart \
         aufenthaltsgestattungduldung duldungaufenthaltsgestattung",
    ),
    (
        Field::StatusSince,
        "statusseit aufenthaltsstatusseit duldungseit gestattungseit duldunggestattungseit \
         geduldetseit titelseit aufenthaltstitelseit statusab duldungab statusbeginn duldungvom \
         datumstatus statusgueltigab aufenthaltsstatusgueltigab statusvom seitwannstatus statussince statusgiltseit erteiltam ausgestelltam \
         duldungerteiltam ausstellungsdatum statusseitwann duldungsbeginn gestattungduldungseit \
         seitstatus ersterteilung ersterteiltam",
    ),
    (
        Field::EnteredGermany,
        "einreise einr einreisedatum einreiseam eingereist eingereistam einreiseind indseit \
         indeutschlandseit inbrdseit einreisejahr einreisemonat jahrdereinreise datumeinreise \
         einreisedeutschland einreiseindeutschland einreisedatumd datumdereinreise ankunft \
         ankunftind ankunftindeutschland ersteinreise indeseit aufenthaltindeutschlandseit \
         aufenthaltindseit seitwannindeutschland seitwannind einreisenachdeutschland \
         enteredgermany deutschlandseit dseit einreisebrd ersteinreiseam einrdat einrdatum brdseit",
    ),
    (
        Field::Worker,
        "zustaendig zustaendigkeit zustaendigeperson zustaendiger zustaendige berater beraterin \
         beraterinnen thm tm zusttm beratertm beraterintm teilhabemanager teilhabemanagerin teilhabemanagement \
         teilhabemanagerinnen fallmanager fallmanagerin fallmanagement casemanager casemanagerin \
         casemanagement cm betreuer betreuerin betreutvon betreuungdurch fallverantwortlich fallverantwortung fallfuehrung \
         fallfuehrend ansprechpartnerthm worker caseworker beratungdurch begleitetvon \
         begleitungdurch bezugsbetreuer bezugsbetreuerin zustberater zust \
         zustaendigefachkraft teilhabecoach beraterthm beraterinthm",
    ),
];

/// Words that make a heading mean none of our fields, wherever they stand in it.
pub(super) const OTHER: &[&str] = &[
    "gueltig",
    "ablauf",
    "befrist",
    "verlaenger",
    "einreiseland",
    "einreiseueber",
    "geburtsort",
    "geburtort",
    "geburtsland",
    "geburtland",
    "geburtsname",
    "mutter",
    "vater",
    "eltern",
    "kind",
    "ehepartner",
    "partnerin",
    "ehemann",
    "ehefrau",
    "arbeitgeber",
    "schule",
    "betrieb",
    "telefon",
    "email",
    "mail",
    "strasse",
    "adresse",
    "anschrift",
    "austritt",
    "beendigung",
    "abschluss",
    "fallende",
    "betreuungsende",
    "enddatum",
    "sprach",
    "kurs",
    "passnummer",
    "azrnummer",
    "abhaz",
    "azabh",
    "bemerk",
    "notiz",
    "kommentar",
    "massnahme",
    "letzter",
    "letzte",
    "naechste",
    "vormund",
];

/// Whose clerk, number or date it is: not ours.
pub(super) const AUTHORITIES: &[&str] = &[
    "abh",
    "auslaenderbehoerde",
    "auslaenderamt",
    "behoerde",
    "sozialamt",
    "jugendamt",
    "jobcenter",
    "arbeitsagentur",
    "agenturfuerarbeit",
    "bamf",
];

/// Telling parts of a squeezed heading, in the order in which they decide.
pub(super) const LIKELY: &[(Field, &[&str])] = &[
    (
        Field::StatusSince,
        &[
            "statusseit",
            "duldungseit",
            "gestattungseit",
            "titelseit",
            "statusab",
        ],
    ),
    (
        Field::EnteredGermany,
        &["einreis", "indeutschlandseit", "indseit", "inbrdseit"],
    ),
    (
        Field::BirthDate,
        &["geburtsdat", "gebdat", "geborenam", "gebam", "geburtstag"],
    ),
    (Field::BirthYear, &["geburtsjahr", "jahrgang", "gebjahr"]),
    (
        Field::Nationality,
        &["staatsang", "nationalit", "staatsbuerger"],
    ),
    (
        Field::Status,
        &[
            "aufenthaltsstatus",
            "aufenthaltstitel",
            "aufenthaltsrecht",
            "aufenthstat",
        ],
    ),
    // Before the worker, for "ins Teilhabemanagement" is a day.
    (
        Field::OpenedOn,
        &[
            "insteilhabe",
            "indasteilhabe",
            "insfallmanag",
            "inscasemanag",
        ],
    ),
    (
        Field::Worker,
        &[
            "teilhabemanag",
            "zustaendig",
            "fallmanag",
            "casemanag",
            "sachbearbeit",
        ],
    ),
    (
        Field::OpenedOn,
        &[
            "fallaufnahme",
            "fallbeginn",
            "aufnahmedatum",
            "erstgespraech",
            "erstkontakt",
            "erstberatung",
            "betreuungsbeginn",
            "beratungsbeginn",
            "aufnahmeam",
            "eintrittsdat",
            "aufnahmein",
            "beginnd",
        ],
    ),
    (Field::Number, &["fallnummer", "fallnr", "aktenzeichen"]),
    (Field::GivenName, &["vorname"]),
    (Field::FamilyName, &["familienname", "nachname"]),
    (Field::Sex, &["geschlecht"]),
];

pub(super) const VAGUE: &[(Field, &str)] = &[
    (
        Field::Nationality,
        "herkunftsland herkunft hkl land herkunftsstaat heimatland country \
                          ursprungsland herkunftsl herkland",
    ),
    (
        Field::Status,
        "status titel statusaktuell aktuellerstatus papiere ausweis rechtsgrundlage \
         statusbeiaufnahme statusbeieintritt statusbeibeginn statuszubeginn statusabh",
    ),
    (Field::EnteredGermany, "zuzug zuzugam zuzugsdatum"),
    (
        Field::Number,
        "nr nummer id lfdnr lfdnummer laufendenummer lfd lfnr laufendenr no \
         code akte",
    ),
    (Field::OpenedOn, "zugang anmeldung start beginn"),
    // Of whichever office.
    (
        Field::Worker,
        "sachbearbeiter sachbearbeiterin sachbearbeitung sb bearbeiter bearbeiterin bearbeitetvon \
         mitarbeiter mitarbeiterin mitarbeitende fachkraft ansprechperson ansprechpartner \
         ansprechpartnerin",
    ),
];
