## Lebensbereiche

domain-AUF = Aufenthalt und Recht
domain-IDE = Identität und Pass
domain-SPR = Sprache
domain-SCH = Schule und Abschluss
domain-AUS = Ausbildung und Studium
domain-ARB = Arbeit
domain-ANE = Anerkennung
domain-WOH = Wohnen
domain-LEI = Leistungen und Finanzen
domain-SCD = Schulden
domain-GES = Gesundheit
domain-FAM = Familie und Kinder
domain-SOZ = Soziale Teilhabe
domain-ORI = Erstorientierung
domain-MOB = Mobilität
domain-SON = Sonstiges

## Stand des Falls

stage-contact = Erstkontakt
stage-clarification = Klärung
stage-assessment = Falleinschätzung
stage-plan = Hilfeplanung
stage-linking = Vermittlung
stage-monitoring = Monitoring
stage-closed = Abgeschlossen

## Indikation

indication-case = Case Management (Teilnahme)
indication-counselling = Kurzberatung
indication-referral = Verweis an die zuständige Stelle

exception-age = Alter außerhalb 18 bis 27, Bedarf im Einzelfall begründet
exception-need_with_title = Aufenthaltstitel, aber kein anderes Fallmanagement zuständig
exception-status_pending = Status in Klärung
exception-leaving_reception = Zuweisung in die Kommune steht bevor
exception-women = Förderung der Teilhabe geflüchteter Frauen
exception-family = Bedarf der Familie insgesamt
exception-handed_over = Von einem anderen Standort übernommen
exception-other = Anderer Grund, in der Fallbesprechung festgehalten

## Zugang

access-outreach = Aufsuchende Arbeit
access-self = Eigene Nachfrage
access-friends_family = Freunde, Familie
access-volunteers = Ehrenamtliche
access-authority = Ausländerbehörde
access-social_office = Sozialamt
access-youth_office = Jugendamt
access-employment_agency = Agentur für Arbeit, Jobcenter
access-migration_counselling = Migrations- oder Flüchtlingsberatung
access-youth_migration_service = Jugendmigrationsdienst
access-school = Schule, Berufskolleg
access-language_school = Sprachkursträger
access-training_provider = Bildungsträger, Betrieb
access-health_service = Gesundheitsdienst
access-housing = Unterkunft, Wohnen
access-other_site = Anderer Standort
access-other = Anderer Weg

## Abschluss

closure-reason-goals_reached = Ziele erreicht
closure-reason-handed_over = An eine andere Begleitung übergeben
closure-reason-regular_services = Regeldienste genügen
closure-reason-person_ended = Von der Person beendet
closure-reason-contact_lost = Kontakt verloren
closure-reason-moved = Verzogen
closure-reason-left_germany = Freiwillig ausgereist
closure-reason-removed = Abgeschoben oder überstellt
closure-reason-age_limit = Altersgrenze erreicht
closure-reason-programme_end = Ende der Förderung
closure-reason-deceased = Verstorben
closure-reason-other = Anderer Grund
closure-outcome-training = In Ausbildung
closure-outcome-employment = In sozialversicherungspflichtiger Arbeit
closure-outcome-marginal_employment = In geringfügiger Beschäftigung
closure-outcome-school = In Schule
closure-outcome-study = Im Studium
closure-outcome-language_course = Im Sprachkurs
closure-outcome-qualification = In Qualifizierung oder Praktikum
closure-outcome-stabilised = Lage gefestigt
closure-outcome-unchanged = Lage unverändert
closure-outcome-unknown = Nicht bekannt

## Person

sex-f = weiblich
sex-m = männlich
sex-x = divers

## Fälle

case-is-closed-title = Der Fall ist abgeschlossen
case-is-closed-link = Zum Fall
case-is-closed = In einem abgeschlossenen Fall lässt sich nichts ändern; es wurde nichts gespeichert. Zum Weiterarbeiten wählen Sie auf der Seite des Falls „Wieder öffnen“.
case-number-odd = Bitte höchstens 40 druckbare Zeichen.
closure-before-opening = Der Fall wurde später eröffnet. Bitte den Tag prüfen.
opening-after-closure = Der Fall endete am { $day }. Die Eröffnung kann nicht danach liegen.
opening-after-stage = Eine spätere Phase des Falls begann am { $day }. Die Eröffnung kann nicht danach liegen.
opening-after-outcome = Ein Ergebnis des Falls ist für den { $day } erfasst. Die Eröffnung kann nicht danach liegen.
deviation-too-young = Jünger als 18 Jahre bei Eintritt
deviation-too-old = Älter als 27 Jahre bei Eintritt
deviation-status = Weder Duldung noch Aufenthaltsgestattung
deviation-reception = Noch in einer Aufnahmeeinrichtung des Landes

## Gemeinsames

case = Fall
person = Person
since = seit
field-not-a-partial-day = Bitte ein Jahr, einen Monat oder einen Tag eingeben, etwa 2015, 11/2015 oder 03.11.2015.
partial-day-hint = Tag, Monat oder Jahr: 03.11.2015, 11/2015 oder 2015

## Navigation

nav-substitutions = Vertretungen

## Startseite

home-today = Was heute ansteht
home-own = eigene offene Fälle
home-unassigned = Fälle ohne Zuständigkeit
home-substituted = Fälle in Vertretung
home-steps = Fällige Schritte
home-steps-none = In den nächsten sieben Tagen ist kein Schritt fällig.
home-overdue = überfällig
home-documents = Ablaufende Dokumente
home-documents-none = In den nächsten zwei Monaten läuft kein Dokument ab.
home-document-ended = abgelaufen
home-waiting = Am längsten ohne Kontakt
home-all-waiting = Alle nach Wartezeit
home-no-cases = Sie haben noch keine Fälle
home-no-cases-hint = Legen Sie den ersten Fall an oder übernehmen Sie einen Fall ohne Zuständigkeit.
home-team = Fälle im Team
home-team-lead = Die Zahlen zeigen, wo Entlastung nötig ist. Sie sind nach Namen geordnet und kein Vergleich.
home-team-none = Noch keine offenen Fälle
home-team-none-hint = Sobald Fälle eröffnet sind, steht hier die Verteilung im Team.
home-open-cases = offene Fälle
home-without-contact = seit 60 Tagen ohne Kontakt
home-hands = Zu erledigen
home-hands-none = Zurzeit nichts. Die Seiten unten führen zu Ihrer Arbeit.
home-pages = Ihre Seiten

## Fallliste

case-list-without-names = Die Fachaufsicht sieht Fälle ohne Namen. Eine Akte öffnet sich mit einem Grund.
case-list-empty = Mit diesen Filtern gibt es keine Fälle. Heben Sie einen Filter auf oder legen Sie einen Fall an.
case-whose = Welche Fälle
whose-own = Eigene
whose-substituted = In Vertretung
whose-unassigned = Ohne Zuständigkeit
whose-all = Alle, die ich sehe
case-stage-open = Alle offenen
case-stage-any = Auch abgeschlossene
case-need = Bedarf
case-waiting-at-least = Tage ohne Kontakt, mindestens
case-waiting-days = Tage ohne Kontakt
case-name-number = Name, Fallnummer
case-number = Fallnummer
case-opened-on = Eröffnet am
case-entered-on = Teilnahme seit
case-opened-on-hint = Die Fallnummer bleibt. Alter und Status beim Eintritt werden neu bestimmt.
case-last-contact = Letzter Kontakt
case-worker = Zuständig
case-unassigned = Noch niemand
case-stage = Stand des Falls
case-status = Aufenthaltsstatus
case-search = Person suchen
case-search-hint = Name in beliebiger Reihenfolge und Schreibweise, oder Fallnummer
case-search-needed = Bitte einen Namen oder eine Fallnummer mit höchstens 100 Zeichen eingeben.
case-search-nothing = Unter Ihren Fällen gibt es niemanden mit diesem Namen. Versuchen Sie nur einen Teil des Namens, oder legen Sie einen Fall an.
case-search-many = Es gibt viele Treffer. Geben Sie mehr vom Namen ein.
views = Gespeicherte Ansichten
view-name = Name der Ansicht
view-hint = Speichert die Filter und die Reihenfolge dieser Liste.
view-save = Ansicht speichern
view-remove = Ansicht entfernen
view-saved = Die Ansicht ist gespeichert.
view-removed = Die Ansicht ist entfernt.
view-name-needed = Bitte gehen Sie zurück und geben Sie der Ansicht einen Namen mit höchstens 60 Zeichen.

## Neuer Fall

case-new = Neuer Fall
case-new-lead = Es genügt ein Name. Alles andere lässt sich später ergänzen.
case-open = Fall eröffnen
case-opened = Der Fall ist eröffnet.
case-number-hint = Leer lassen für die nächste freie Nummer
case-number-taken = Diese Nummer hat schon ein anderer Fall. Bitte eine andere eingeben oder das Feld leeren.
case-access-path = Zugangsweg
case-district = Stadtteil oder Gemeinde
case-exception = Grund für die Ausnahme
opening-indication = Indikation
opening-outcome = Ergebnis der Prüfung
opening-reception = Wohnt noch in einer Aufnahmeeinrichtung des Landes
opening-deviations = Nicht in der Zielgruppe:
opening-exception-hint = Nur nötig, wenn die Person nicht zur Zielgruppe gehört (18 bis 27 Jahre, Duldung oder Gestattung)
opening-exception-needed = Die Person gehört nicht zur Zielgruppe. Wählen Sie den Grund für die Ausnahme, oder ein anderes Ergebnis der Prüfung.
opening-known = Schon bekannt?
opening-who = Wer ist es?
opening-known-already = Am Standort gibt es eine Person mit ähnlichem Namen. Bitte wählen, ob es dieselbe ist.
opening-same-as = Dieselbe Person: { $name }, geboren { $born }
opening-somebody-else = Eine andere Person
opening-runs-already = Für diese Person läuft am Standort schon ein Fall. Ein zweiter würde sie doppelt zählen: Bitte im laufenden Fall weiterarbeiten.
opening-running-hint = Es laufen schon Fälle; in ihnen geht es weiter:
opening-running = { $name }, Fall { $number }
opening-beyond = Vielleicht schon am Standort begleitet
opening-beyond-hint = Jemand mit einem Namen wie „{ $name }“ wird oder wurde hier schon begleitet, von: { $workers }. Bitte erst miteinander sprechen: Ist es dieselbe Person, kann der Fall übergeben oder eine Vertretung eingetragen werden.
opening-beyond-clear = Bitte erst mit den Genannten klären, ob es dieselbe Person ist. Wenn nicht, wählen Sie „Eine andere Person“.
case-runs-elsewhere = Für diese Person läuft am Standort schon ein anderer Fall. Arbeiten Sie dort weiter; ein zweiter offener Fall würde sie doppelt zählen.
case-runs-elsewhere-title = Es läuft schon ein anderer Fall

## Indikation ändern

indication-change = Indikation ändern
indication-begin = Teilnahme beginnen
indication-lead = Bisher: { $present }. Aus einer Kurzberatung wird hier eine Teilnahme; auch ein Versehen bei der Aufnahme lässt sich richtigstellen.
indication-hint = Eine Teilnahme, die zu Ende geht, wird abgeschlossen und nicht hier zurückgenommen.
indication-entered-hint = Nur bei Teilnahme. Alter und Aufenthaltsstatus bei Eintritt gelten für diesen Tag.
indication-stage-hint = Wenn der Fall damit weiterrückt
indication-stage-stays = bleibt wie bisher
indication-before-opening = Der Fall wurde später eröffnet. Bitte den Tag prüfen.
indication-saved = Die Indikation ist gespeichert.

## Fallseite

case-add-contact = Kontakt festhalten
case-hand-over = Fall übergeben
case-take-over = Fall übernehmen
case-take-over-lead = Für diesen Fall ist niemand zuständig. Die neue Zuständigkeit gilt ab heute.
case-hand-over-lead = Die neue Zuständigkeit gilt ab heute. Wer bisher zuständig war, sieht den Fall danach nicht mehr.
case-assigned = Die Zuständigkeit ist geändert.
case-workers = Bisherige Zuständigkeit
case-stand-in = Sie arbeiten an diesem Fall in Vertretung.
case-nobody = Für diesen Fall ist noch niemand zuständig.
case-nobody-hint = Mit „Fall übernehmen“ werden Sie zuständig.
case-next-stage = Nächster Stand
case-move = Stand ändern
case-moved = Der Stand ist geändert.
case-status-at-entry = Status bei Eintritt
case-close = Fall abschließen
case-close-lead = Der Fall bleibt lesbar und kann wieder geöffnet werden.
case-closed = Der Fall ist abgeschlossen.
case-closed-on = Abgeschlossen am { $day }
case-reopen = Wieder öffnen
case-reopened = Der Fall ist wieder offen.
case-is-open = Der Fall ist offen.
closure-closed-on = Abgeschlossen am
closure-reason = Grund
closure-outcome = Wo die Person jetzt steht
nav-readers = Zugriffe auf einen Fall
readers-find-lead = Verlangt eine Person zu wissen, wer ihren Fall angesehen hat, finden Sie es über die Fallnummer. Der Fall selbst bleibt geschlossen.
readers-show = Zugriffe zeigen
readers-no-case = Am Standort gibt es keinen Fall mit dieser Nummer. Bitte genau so eingeben, wie sie in der Akte steht, etwa 2022-0123.
case-readers = Wer diesen Fall angesehen und bearbeitet hat
case-readers-lead = Die letzten 200 Zugriffe, der neueste zuerst. Die betroffene Person kann diese Liste verlangen.
case-act = Vorgang

## Akteneinsicht der Fachaufsicht

inspection-title = Akte einsehen
inspection-lead = Die Akte ist danach zwei Stunden lesbar. Grund und Einsicht werden festgehalten und sind im Fall sichtbar.
inspection-reason = Grund der Einsicht
inspection-open = Akte öffnen
inspection-reason-approval = Freigabe eines Abschlusses oder Plans
inspection-reason-case_discussion = Fallbesprechung auf Wunsch der zuständigen Person
inspection-reason-complaint = Beschwerde der betroffenen Person
inspection-reason-absence = Ausfall ohne Vertretung
inspection-reason-danger = Gefahr für Leib und Leben
inspection-reason-data_protection = Anfrage zum Datenschutz

## Vertretung

substitutions-lead = Wer vertritt, sieht und bearbeitet in dieser Zeit die Fälle der vertretenen Person.
substitution-new = Neue Vertretung
substitution-worker = Vertreten wird
substitution-deputy = Vertretung
substitution-from = Erster Tag
substitution-until = Letzter Tag
substitution-end = Beenden
substitution-saved = Die Vertretung ist eingetragen.
substitution-ended = Die Vertretung ist beendet.
substitution-oneself = Niemand kann sich selbst vertreten.
substitution-ends-before = Der letzte Tag liegt vor dem ersten.
substitution-too-long = Eine Vertretung dauert höchstens ein Jahr.

## Angaben zur Person

person-family-name = Familienname
person-given-name = Vorname
person-birth = Geboren
person-birth-hint = Tag oder nur das Jahr: 09.04.2001 oder 2001
person-birth-unreadable = Bitte einen Tag wie 09.04.2001 oder ein Jahr wie 2001 eingeben.
field-before-programme = Der Tag liegt vor dem 01.01.2005, also vor allem, was zu diesem Programm gehören kann. Bitte das Jahr prüfen.
field-before-birth = Der Tag liegt vor der Geburt der Person. Bitte prüfen.
person-age-odd = Das Alter bei der Eröffnung läge nicht zwischen 14 und 99 Jahren. Bitte prüfen.
person-age = Alter
person-age-and-birth = { $age } Jahre, geboren { $born }
person-age-unsure-and-birth = { $least } oder { $most } Jahre, geboren { $born }
person-sex = Geschlecht
person-nationality = Staatsangehörigkeit
person-second-nationality = Weitere Staatsangehörigkeit
person-entered-germany = Einreise nach Deutschland
person-entry-before-birth = Die Einreise läge vor der Geburt. Bitte prüfen.
person-phone = Telefon
person-address = Anschrift
person-reach = Erreichbarkeit
person-name-needed = Bitte mindestens einen Namen eingeben.
person-unnamed = Ohne Namen
person-deleted = Gelöscht
person-edit = Angaben bearbeiten
person-saved = Die Angaben sind gespeichert.

## Aufenthaltsstatus

statuses = Aufenthaltsstatus
statuses-empty = Noch kein Status eingetragen.
status-add = Status eintragen
status-correct = Status berichtigen
status-remove = Eintrag löschen
status-saved = Der Status ist gespeichert.
status-removed = Der Eintrag ist gelöscht.
status-current = aktuell
status-expiring = läuft ab
status-since-unknown = unbekannt
status-from = Gilt seit
status-last = Letzter Tag
status-last-hint = Leer, solange der Status gilt oder bis der nächste beginnt
status-authority = Ausstellende Behörde
status-document-expires-on = Dokument gültig bis
status-side-conditions = Nebenbestimmungen
status-side-conditions-hint = Etwa Wohnsitzauflage oder Beschäftigungserlaubnis. Bitte nichts zu Fluchtweg, Straftaten oder Aufenthaltsorten.
status-group = Gruppe: { $group }
status-ends-before-it-begins = Der letzte Tag liegt vor dem Beginn. Bitte prüfen.
status-not-yet-law = Diesen Status gibt es erst seit dem { $day }. Bitte den Tag oder den Status prüfen.
status-no-longer-issued = Dieser Status wurde nur bis zum { $day } neu erteilt. Bitte den Tag oder den Status prüfen.

## Namen der Vorgänge

act-case-alike = Treffer beim Anlegen eines Falls gezeigt
act-case-assign = Zuständigkeit geändert
act-case-close = Fall abgeschlossen
act-case-indicate = Indikation geändert
act-case-inspect = Akte mit Grund geöffnet
act-case-list = Fallliste gesehen
act-case-move = Stand des Falls geändert
act-case-open = Fall eröffnet
act-case-read = Fall gelesen
act-case-find_readers = Fall für die Liste der Zugriffe gesucht
act-case-readers = Liste der Zugriffe gelesen
act-case-reopen = Fall wieder geöffnet
act-case-search = Person gesucht
act-entitlement-read = Rechte und Fristen gelesen
act-calendar-end = Kalender beendet
act-calendar-fetch = Kalender abgerufen
act-calendar-renew = Kalenderadresse erzeugt
act-deadline-read = Fristen gelesen
act-entitlement-acknowledge = Stand der Rechte und Fristen gemerkt
act-fact-add = Angabe zum Recht eingetragen
act-fact-correct = Angabe zum Recht geändert
act-fact-deny = Angabe verneint
act-fact-read = Angaben zum Recht gelesen
act-fact-remove = Angabe zum Recht entfernt
act-notice-add = Hinweis zum Recht hinzugefügt
act-notice-change = Hinweis zum Recht geändert
act-notice-remove = Hinweis zum Recht entfernt
act-import-check = Fallliste geprüft
act-import-discard = Fallliste verworfen
act-import-request = Übernahme bestellt
act-import-take = Fallliste übernommen
act-import-upload = Fallliste hochgeladen
act-person-delete = Person gelöscht
act-person-edit = Angaben zur Person geändert
act-status-add = Status eingetragen
act-status-correct = Status berichtigt
act-status-remove = Status gelöscht
act-substitution-add = Vertretung eingetragen
act-substitution-end = Vertretung beendet
act-view-remove = Ansicht entfernt
act-view-save = Ansicht gespeichert
subject-case = Fall
subject-import = Datenübernahme
subject-notice = Hinweis zum Recht
subject-substitution = Vertretung
subject-view = Ansicht

## Eine Person löschen

person-delete = Person löschen
person-deletion-done = Die Person ist gelöscht. Für die Zahlen bleiben nur Angaben ohne Namen.
deletion-lead = Namen, Kontaktdaten, Notizen, Ziele und Nebenbestimmungen dieser Person werden unlesbar, für alle und für immer.
deletion-final = Das lässt sich nicht zurücknehmen
deletion-final-hint = Für die Statistik bleiben Geburtsjahr, Status, Bedarfe und Ergebnisse ohne Namen und Fallnummer. Wer wann warum gelöscht hat, steht im Protokoll. Ältere Sicherungen enthalten die Person, bis sie selbst gelöscht werden.
deletion-reason = Warum wird gelöscht?
deletion-reason-retention = Die Aufbewahrungsfrist des Standorts ist abgelaufen
deletion-reason-request = Die Person hat es verlangt (Art. 17 DSGVO)
deletion-reason-mistake = Die Akte wurde irrtümlich angelegt
deletion-number = Fallnummer zur Bestätigung
deletion-number-hint = Bitte die Fallnummer noch einmal eintippen.
deletion-number-differs = Das ist nicht die Nummer dieses Falls. Bitte prüfen, ob es der richtige ist.
deletion-case-open = Ein Fall dieser Person ist noch offen. Bitte zuerst alle Fälle abschließen, dann löschen.
