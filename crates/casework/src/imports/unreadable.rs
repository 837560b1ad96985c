//! Why a file cannot be read at all, for the person who chose it.

/// Printed as German text of at most five lines.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableFile {
    #[error("Die Datei ist leer.")]
    Empty,
    #[error(
        "Die Datei ist mit einem Kennwort geschützt.\n\
         Bitte den Schutz im Tabellenprogramm aufheben und die Datei neu speichern."
    )]
    Encrypted,
    #[error(
        "Die Datei ist beschädigt oder keine Tabelle.\n\
         Bitte im Tabellenprogramm öffnen und als XLSX oder CSV neu speichern."
    )]
    Corrupt,
    #[error(
        "Die Datei ist keine Tabelle. Lesbar sind XLSX, XLS, ODS und CSV.\n\
         Bitte im Tabellenprogramm öffnen und als XLSX neu speichern."
    )]
    NotATable,
    #[error("Die Datei wird beim Entpacken zu groß für eine Fallliste und wurde nicht geöffnet.")]
    TooLarge,
    #[error("Die Tabelle hat mehr als {most} Zeilen oder zu viele Zellen für eine Fallliste.")]
    TooManyRows { most: usize },
    #[error(
        "Die Tabelle hat mehr als {most} benutzte Spalten.\n\
         Bitte nur die Spalten der Fallliste in der Datei lassen."
    )]
    TooManyColumns { most: usize },
    #[error(
        "In der Datei ist keine Kopfzeile zu finden.\n\
         Gebraucht wird eine Zeile mit Überschriften wie Name, Vorname, Geburtsdatum.\n\
         Andere Überschriften lassen sich mit einer Zuordnung angeben."
    )]
    NoHeader,
    #[error(
        "Unter der Kopfzeile in Zeile {header} steht niemand; übergangen: Zeilen {rows}.\n\
         Bitte Kopfzeile und Trennzeichen prüfen. Gebraucht werden Überschriften wie Name,\n\
         Vorname, Geburtsdatum; andere lassen sich mit einer Zuordnung angeben."
    )]
    Nobody { header: u32, rows: String },
    #[error("Ein Tabellenblatt „{wanted}“ gibt es nicht. Vorhanden: {sheets}.")]
    NoSuchSheet { wanted: String, sheets: String },
    #[error(
        "Die Datei ist eine Textdatei ohne Tabellenblätter; ein Blatt „{wanted}“ kann sie nicht haben."
    )]
    NoSheets { wanted: String },
    #[error(
        "Ein Anführungszeichen in Zeile {line} wird nirgends geschlossen.\n\
         Bitte die Datei neu als CSV speichern."
    )]
    OpenQuote { line: u32 },
    #[error(
        "In Zeile {line} steht Text hinter einem schließenden Anführungszeichen.\n\
         Bitte die Datei neu als CSV speichern."
    )]
    TextAfterQuote { line: u32 },
}
