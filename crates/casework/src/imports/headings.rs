//! What a German column heading means.

use super::mapping::Field;
use super::text::{fold, squeeze, without_brackets};

/// How sure a heading is about its field; of two columns for one field the surer one wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// Could mean something else ("Status", "Land").
    Vague,
    /// Contains the telling word.
    Likely,
    /// Is a usual heading.
    Exact,
}

/// Headings as [`squeeze`] leaves them.
const EXACT: &[(Field, &str)] = &[
    (
        Field::Name,
        "namevorname nachnamevorname familiennamevorname namenvornamen namevornamen zunamevorname \
         vornamename vornamenachname vornamefamilienname vornamezuname vorundnachname \
         vorundzuname vorundfamilienname nachundvorname nameundvorname nachnameundvorname \
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
         fallkennzeichen fallziffer internenr internenummer thmnr thmnummer thmid personenid",
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
         beginnprojekt startprojekt programmeintritt eintrittinsprojekt eintrittprojekt datumeintritt",
    ),
    (
        Field::Status,
        "aufenthaltsstatus aufenthaltstitel aufenthaltsrecht aufenthaltspapier aufenthstatus \
         aufenthaltsrechtlicherstatus aufenthaltsrechtlstatus rechtsstatus auslaenderstatus \
         aufenthaltsrechtlicherstatusaktuell statusaufenthalt aufenthalt aufstatus \
         aktstatus asylstatus artderduldung \
         auslaenderrechtlstatus auslaenderrechtlicherstatus aufenthaltsgrundlage aufenthaltsdokument residencestatus aktuelleraufenthaltsstatus \
         aufenthaltsstatusaktuell duldunggestattung gestattungduldung aufenthaltserlaubnis",
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
         enteredgermany deutschlandseit dseit einreisebrd ersteinreiseam",
    ),
    (
        Field::Worker,
        "zustaendig zustaendigkeit zustaendigeperson zustaendiger zustaendige berater beraterin \
         beraterinnen thm tm zusttm beratertm beraterintm teilhabemanager teilhabemanagerin teilhabemanagement \
         teilhabemanagerinnen fallmanager fallmanagerin fallmanagement casemanager casemanagerin \
         casemanagement cm betreuer betreuerin betreutvon betreuungdurch fallverantwortlich fallverantwortung fallfuehrung \
         fallfuehrend ansprechpartnerthm worker caseworker beratungdurch begleitetvon \
         begleitungdurch bezugsbetreuer bezugsbetreuerin zustberater zust \
         zustaendigefachkraft teilhabecoach",
    ),
];

/// Words that make a heading mean none of our fields, wherever they stand in it.
const OTHER: &[&str] = &[
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
const AUTHORITIES: &[&str] = &[
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
const LIKELY: &[(Field, &[&str])] = &[
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
    // Before the worker, for "Beginn Teilhabemanagement" is a day.
    (
        Field::OpenedOn,
        &[
            "beginnteilhabe",
            "beginndesteilhabe",
            "startteilhabe",
            "eintrittteilhabe",
            "aufnahmeteilhabe",
            "insteilhabe",
            "indasteilhabe",
            "teilhabemanagementseit",
            "teilhabemanagementab",
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

const VAGUE: &[(Field, &str)] = &[
    (
        Field::Nationality,
        "herkunftsland herkunft hkl land herkunftsstaat heimatland country \
                          ursprungsland herkunftsl herkland",
    ),
    (
        Field::Status,
        "status titel statusaktuell aktuellerstatus papiere ausweis rechtsgrundlage",
    ),
    (
        Field::Number,
        "nr nummer id lfdnr lfdnummer laufendenummer lfd lfnr laufendenr no",
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

/// The field a heading names, if it names one.
pub(super) fn field(heading: &str) -> Option<(Field, Sureness)> {
    let plain = gender_neutral(&without_brackets(heading));
    let whole = gender_neutral(heading);
    let readings = [&plain, &whole];
    let mut readings = readings.into_iter().filter(|text| !text.is_empty());
    let found = readings.find_map(|text| meaning(text))?;
    let may_be_theirs = matches!(found.0, Field::Worker | Field::Number | Field::OpenedOn);
    let is_theirs = may_be_theirs && AUTHORITIES.iter().any(|word| whole.contains(word));
    (!is_theirs).then_some(found)
}

/// Whether a heading is about something else, as "Name der Mutter" or "gültig bis".
pub(super) fn is_other(heading: &str) -> bool {
    let plain = gender_neutral(&without_brackets(heading));
    field(heading).is_none() && is_about_something_else(&plain)
}

fn is_about_something_else(heading: &str) -> bool {
    OTHER.iter().any(|word| heading.contains(word)) || ends_something(heading)
}

fn meaning(heading: &str) -> Option<(Field, Sureness)> {
    let is_one_of = |words: &str| words.split_whitespace().any(|word| word == heading);
    if let Some((field, _)) = EXACT.iter().find(|(_, words)| is_one_of(words)) {
        return Some((*field, Sureness::Exact));
    }
    if let Some((field, _)) = VAGUE.iter().find(|(_, words)| is_one_of(words)) {
        return Some((*field, Sureness::Vague));
    }
    if heading.len() > 60 || is_about_something_else(heading) {
        return None;
    }
    let both = heading.contains("vorname")
        && (heading.replacen("vorname", "", 1).contains("name") || heading.contains("zuname"));
    if both {
        return Some((Field::Name, Sureness::Likely));
    }
    let at_intake = ["beiaufnahme", "beieintritt", "beibeginn", "zubeginn"];
    let telling = LIKELY
        .iter()
        .find(|(_, parts)| parts.iter().any(|part| heading.contains(part)));
    telling.map(|(field, _)| {
        let vague = at_intake.iter().any(|part| heading.contains(part));
        (
            *field,
            if vague {
                Sureness::Vague
            } else {
                Sureness::Likely
            },
        )
    })
}

/// "Duldung bis" is the end of a paper or of something else.
fn ends_something(heading: &str) -> bool {
    heading.ends_with("bis") || heading.ends_with("ende")
}

/// Squeezed, with `Klient*in`, `Klient:innen`, `Klient/-in` written as `klientin`…
fn gender_neutral(heading: &str) -> String {
    squeeze(&fold(heading).replace("und/oder", "und"))
}

/// A heading that numbers rows rather than cases, whatever the numbers are.
pub(super) fn is_running_number(heading: &str) -> bool {
    let heading = squeeze(heading);
    heading.starts_with("lfd") || heading.starts_with("laufende") || heading == "lfnr"
}

/// Whether "Name" columns of this heading put the family name first.
pub(super) fn family_name_first(heading: &str) -> bool {
    let heading = squeeze(heading);
    let given = heading.find("vor");
    let family = ["nachn", "familienn", "zuname", "name"]
        .iter()
        .filter_map(|word| heading.find(word));
    match (given, family.min()) {
        (Some(given), Some(family)) => family < given,
        _ => false,
    }
}

/// Whether a heading says in which order it holds family and given name.
pub(super) fn names_both(heading: &str) -> bool {
    squeeze(heading).contains("vor")
}
