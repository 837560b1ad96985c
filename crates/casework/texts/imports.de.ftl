## Datenübernahme: Falllisten

import-lead = Falllisten aus Excel oder CSV werden erst geprüft und dann ganz oder gar nicht übernommen.
import-new = Fallliste hochladen
import-none-title = Noch keine Fallliste hochgeladen
import-none-text = Eine Liste darf so bleiben, wie sie geführt wird: mit Titelzeilen, leeren Spalten und eigenen Überschriften.
import-title = Fallliste
import-file = Datei
import-file-hint = Excel, LibreOffice oder CSV, höchstens 20 MB, ohne Kennwort.
import-sheet = Tabellenblatt
import-sheet-hint = Nur nötig, wenn nicht das erste Blatt mit einer Kopfzeile gemeint ist.
import-new-lead = Nach dem Hochladen sehen Sie, welche Spalten erkannt wurden. Übernommen wird noch nichts.
import-uploaded-at = Hochgeladen
import-state-uploaded = Noch nicht geprüft
import-state-checked = Geprüft, noch nicht übernommen
import-state-taken = Übernommen
import-rows = Zeilen
import-new-rows = neu
import-known-rows = bekannt
import-refused = abgelehnt
import-people = neue Personen
import-cases = neue Fälle
import-completed = ergänzte Personen

## Spalten

import-sheets = Die Datei hat mehrere Tabellenblätter
import-sheets-text = Gelesen ist das Blatt „{ $sheet }“. Nicht gelesen: { $others }. Für ein anderes Blatt laden Sie die Datei noch einmal hoch und nennen es dabei.
import-sheet-name = „{ $name }“
import-columns = Spalten der Liste
import-columns-text = Was nicht erkannt wurde, können Sie zuordnen. Die Zuordnung wird für diese Kommune gemerkt.
import-heading = Überschrift
import-samples = Zum Beispiel
import-becomes = Wird zu
import-not-taken = nicht übernehmen
import-not-recognised = Diese Spalte wird nicht übernommen.
import-preview = So werden die ersten Zeilen gelesen
import-check = Zuordnung merken und Liste prüfen
import-check-again = Zuordnung merken und neu prüfen
import-field-twice = Dieses Feld ist schon einer Spalte weiter oben zugeordnet.
import-field-name = Name (Familien- und Vorname in einer Spalte)
import-field-family-name = Familienname
import-field-given-name = Vorname
import-field-birth-date = Geburtsdatum
import-field-birth-year = Geburtsjahr
import-field-sex = Geschlecht
import-field-sex-male = Geschlecht: Kreuz bei „männlich“
import-field-sex-female = Geschlecht: Kreuz bei „weiblich“
import-field-sex-diverse = Geschlecht: Kreuz bei „divers“
import-field-nationality = Staatsangehörigkeit
import-field-number = Fallnummer
import-field-opened-on = Aufnahme
import-field-status = Aufenthaltsstatus
import-field-status-since = Status seit
import-field-entered-germany = Einreise
import-field-worker = Zuständig

## Prüfung und Übernahme

import-working = Die Liste wird bearbeitet.
import-working-text = Sie können diese Seite verlassen und später wiederkommen.
import-reload = Stand neu laden
import-failed = Das hat nicht geklappt. Übernommen wurde nichts.
import-issues = Abgelehnte Zeilen und Hinweise
import-download = Diese Liste als CSV-Datei
import-row = Zeile
import-cell = Zelle
import-result = Ergebnis
import-is-refused = abgelehnt
import-is-warning = Hinweis
import-remarks = Zu beachten
import-remark-worker = „{ $name }“ hat hier kein Konto als Teilhabemanager*in. Betroffene Fälle ohne Zuständigkeit: { $cases }.
import-remark-opening = Fälle ohne Aufnahmedatum: { $n }. Sie beginnen mit dem Tag der Übernahme.
import-remark-undated = Status ohne Beginn, die vom erfassten Verlauf abweichen: { $n }. Sie werden nicht übernommen; bitte im Fall nachtragen.
import-remark-numbers = Personen mit mehreren Fallnummern: { $n }. Es gilt die erste.
import-remark-odd-numbers = Fallnummern mit mehr als 40 Zeichen: { $n }. Diese Fälle bekommen eine neue Nummer.
import-remark-passed-over = Ohne Person und deshalb übergangen: Zeilen { $rows } (Summen, Notizen, wiederholte Kopfzeilen).
import-take-all = Alle Zeilen übernehmen
import-take-rest = Ohne die abgelehnten Zeilen übernehmen
import-skip-text = { $n ->
    [one] Eine Zeile kann nicht übernommen werden. Verbessern Sie die Datei und laden Sie sie neu hoch, oder lassen Sie diese Zeile weg.
   *[other] { $n } Zeilen können nicht übernommen werden. Verbessern Sie die Datei und laden Sie sie neu hoch, oder lassen Sie diese Zeilen weg.
}
import-nothing-to-take = Keine Zeile kann übernommen werden.
import-discard = Datei verwerfen
import-discarded = Die Datei wurde gelöscht. Übernommen wurde nichts.
import-taken-text = Die hochgeladene Datei wurde gelöscht. Dieselbe Liste noch einmal zu übernehmen legt niemanden doppelt an.
import-not-checked = Die Liste ist noch nicht geprüft. Bitte zuerst prüfen.
import-has-refused = Einige Zeilen sind abgelehnt. Bitte die Datei verbessern oder ausdrücklich ohne diese Zeilen übernehmen.
import-is-taken = Diese Liste ist schon übernommen.
import-in-work = Die Liste wird gerade bearbeitet. Bitte einen Augenblick warten und die Seite neu laden.
import-names-missing = Bitte mindestens einer Spalte einen Namen zuordnen.
import-mapping-unreadable = Mit dieser Zuordnung ist die Liste nicht lesbar: Es fehlt eine Spalte mit Namen. Bitte die Zuordnung ändern.

## Was zu einer Zeile gesagt wird

import-issues-file = import-hinweise
import-said-error-value = Die Zelle enthält den Fehlerwert { $shown }.
import-said-no-result = Die Formel hat kein gespeichertes Ergebnis; bitte die Datei im Tabellenprogramm neu speichern.
import-said-no-name = Es ist kein Name angegeben.
import-said-name-elsewhere = „{ $shown }“ steht für einen Namen in einer anderen Zeile; bitte ausschreiben.
import-said-name = „{ $shown }“ ist kein lesbarer Name.
import-said-birth-date = „{ $shown }“ ist nicht als Geburtsdatum lesbar.
import-said-birth-year = „{ $shown }“ ist nicht als Geburtsjahr lesbar.
import-said-opening = „{ $shown }“ ist nicht als Datum der Aufnahme lesbar.
import-said-status-day = „{ $shown }“ ist nicht als Datum lesbar.
import-said-entry = „{ $shown }“ ist nicht als Datum der Einreise lesbar.
import-said-sex = „{ $shown }“ ist nicht als Geschlecht lesbar (m, w, d).
import-said-two-sexes = Es ist mehr als ein Geschlecht angekreuzt.
import-said-nationality = „{ $shown }“ ist nicht als Staatsangehörigkeit lesbar.
import-said-status = „{ $shown }“ ist nicht als Aufenthaltsstatus lesbar.
import-said-status-undecided = „{ $shown }“ lässt offen, welcher Aufenthaltsstatus gemeint ist; bitte den Paragrafen nennen.
import-said-status-not-held = „{ $shown }“ nennt keinen Aufenthaltsstatus, den die Person hat; bitte den jetzigen angeben.
import-said-status-is-day = „{ $shown }“ ist das Ende eines Papiers; der Status fehlt.
import-said-worker = „{ $shown }“ ist kein Name.
import-said-number-is-day = Die Nummer wurde im Tabellenprogramm zu einem Datum; sie fehlt.
import-said-read-as = „{ $shown }“ wurde als { $read } gelesen.
import-said-read-as-status = „{ $shown }“ wurde als „{ $read }“ gelesen, bitte prüfen.
import-said-birth-year-differs = Das Geburtsjahr passt nicht zum Geburtsdatum; dieses gilt.
import-said-opening-too-early = Die Aufnahme ({ $day }) läge vor dem { $first }; der Wert fehlt.
import-said-in-future = { $day } liegt in der Zukunft.
import-said-born-after-opening = Die Geburt liegt nach der Aufnahme.
import-said-age-at-opening = Das Alter bei der Aufnahme wäre { $age } Jahre; möglich sind { $youngest } bis { $oldest }.
import-said-age-today = Das Alter heute wäre { $age } Jahre; möglich sind { $youngest } bis { $oldest }.
import-said-status-before-birth = Der Beginn des Status liegt vor der Geburt, bitte prüfen.
import-said-entry-before-birth = Die Einreise liegt vor der Geburt, bitte prüfen.
import-said-status-before-law = „{ $status }“ gibt es erst seit { $first }, bitte prüfen.
import-said-name-alone = Die Zeile enthält nur einen Namen und ist vielleicht eine Überschrift; bitte prüfen.
import-said-maybe-same = { $row ->
    [none] Möglicherweise dieselbe Person wie im Bestand; bitte prüfen.
   *[other] Möglicherweise dieselbe Person wie in Zeile { $row }; bitte prüfen.
}
import-said-number-taken = { $row ->
    [none] Die Nummer { $number } gehört im Bestand schon zu einer anderen Person.
   *[other] Die Nummer { $number } gehört in Zeile { $row } schon zu einer anderen Person.
}
import-said-other-number = { $row ->
    [none] Andere Fallnummer als im Bestand; die Zeile ergänzt jenen Fall, bitte prüfen.
   *[other] Andere Fallnummer als in Zeile { $row }; die Zeile ergänzt jenen Fall, bitte prüfen.
}
import-said-other-spelling = { $row ->
    [none] Gilt als dieselbe Person wie eine Person, die schon da ist, der Name ist anders geschrieben; bitte prüfen.
   *[other] Gilt als dieselbe Person wie Zeile { $row }, der Name ist anders geschrieben; bitte prüfen.
}
import-said-other-nationality = { $row ->
    [none] Andere Staatsangehörigkeit als im Bestand; jene bleibt, bitte prüfen.
   *[other] Andere Staatsangehörigkeit als in Zeile { $row }; jene bleibt, bitte prüfen.
}

## Nicht lesbare Dateien

import-file-missing = Bitte eine Datei wählen.
import-file-too-large = Die Datei ist größer als 20 MB. Bitte nur das Blatt mit der Fallliste speichern und hochladen.
import-upload-broken = Die Datei ist nicht vollständig angekommen. Bitte noch einmal hochladen; gespeichert wurde nichts.
import-unreadable-empty = Die Datei ist leer.
import-unreadable-encrypted = Die Datei ist mit einem Kennwort geschützt. Bitte den Schutz im Tabellenprogramm aufheben und die Datei neu speichern.
import-unreadable-corrupt = Die Datei ist beschädigt oder keine Tabelle. Bitte im Tabellenprogramm öffnen und als XLSX oder CSV neu speichern.
import-unreadable-no-table = Die Datei ist keine Tabelle. Lesbar sind XLSX, XLS, ODS und CSV. Bitte im Tabellenprogramm öffnen und als XLSX neu speichern.
import-unreadable-unpacked = Die Datei wird beim Entpacken zu groß für eine Fallliste und wurde nicht geöffnet.
import-unreadable-rows = Die Tabelle hat mehr als { $most } Zeilen oder zu viele Zellen für eine Fallliste.
import-unreadable-columns = Die Tabelle hat mehr als { $most } benutzte Spalten. Bitte nur die Spalten der Fallliste in der Datei lassen.
import-unreadable-header = In der Datei ist keine Kopfzeile zu finden. Gebraucht wird eine Zeile mit Überschriften wie Name, Vorname, Geburtsdatum.
import-unreadable-nobody = Unter der Kopfzeile in Zeile { $header } steht niemand; übergangen: Zeilen { $rows }. Bitte Kopfzeile und Trennzeichen prüfen.
import-unreadable-sheets = Die Datei ist eine Textdatei ohne Tabellenblätter; ein Blatt „{ $wanted }“ kann sie nicht haben. Lassen Sie die Angabe weg.
import-unreadable-sheet = Ein Tabellenblatt „{ $wanted }“ gibt es nicht. Vorhanden: { $sheets }.
import-unreadable-open-quote = Ein Anführungszeichen in Zeile { $line } wird nirgends geschlossen. Bitte die Datei neu als CSV speichern.
import-unreadable-after-quote = In Zeile { $line } steht Text hinter einem schließenden Anführungszeichen. Bitte die Datei neu als CSV speichern.

import-job-check = Liste prüfen
import-job-take = Liste übernehmen
