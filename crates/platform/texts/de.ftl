## Rahmen

product = Teilhabe
skip-to-content = Zum Inhalt springen
menu = Menü
close-menu = Menü schließen
main-navigation = Hauptnavigation
breadcrumb = Sie sind hier
language = Sprache
theme = Darstellung
theme-auto = Wie das System
theme-light = Hell
theme-dark = Dunkel
change-hat = Arbeiten als
demo-mark = Vorführung
demo-mark-hint = Alle Personen und Fälle sind erfunden.
official-website = Offizielle Website – Bundesrepublik Deutschland
official-website-label = Hinweis zur Website
undressed = Gestaltung und Skripte fehlen in diesem Programmstand. Alles lässt sich bedienen, sieht aber schlicht aus. Für die volle Gestaltung „make assets“ ausführen.

## Navigation

nav-cases = Fälle
nav-alliance = Bündnis
nav-evaluation = Begleitung
nav-figures = Zahlen
nav-administration = Verwaltung
nav-start = Heute
nav-case-list = Fallliste
nav-directory = Verzeichnis
nav-reports = Berichte
nav-statistics = Auswertung
nav-import = Datenübernahme
nav-sessions = Meine Anmeldungen
nav-jobs = Laufende Arbeiten

## Rollen

role-case-manager = Teilhabemanagement
role-team-lead = Fachaufsicht
role-coordinator = Geschäftsführende Stelle
role-partner = Eingeladene Stelle
role-evaluator = Wissenschaftliche Begleitung
role-programme-lead = Programmleitung (Land)
role-site-admin = Verwaltung des Standorts
role-auditor = Datenschutz

## Gemeinsame Wörter

work-progress = { $done } von { $total }
save = Speichern
cancel = Abbrechen
edit = Bearbeiten
delete = Löschen
add = Hinzufügen
search = Suchen
back = Zurück
next = Weiter
close = Schließen
open = Öffnen
download = Herunterladen
upload = Hochladen
print = Drucken
details = Einzelheiten
more = Mehr
all = Alle
none = Keine
yes = Ja
no = Nein
unknown = Unbekannt
optional = (freiwillig)
please-choose = Bitte wählen
from = von
to = bis
today = Heute
date = Datum
name = Name
site = Standort
role = Rolle
state = Stand
actions = Aktionen
duration = Dauer
note = Notiz
reason = Grund
days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}

## Formulare

form-overtaken = Jemand anderes hat diese Angaben inzwischen gespeichert. Der jetzige Stand steht darunter, Ihre Eingabe noch im Formular; gespeichert ist sie nicht. Führen Sie beides zusammen und speichern Sie noch einmal: Damit ersetzen Sie den jetzigen Stand.
form-present = Jetziger Stand
form-problems = { $n ->
    [one] Eine Angabe fehlt noch oder stimmt nicht
   *[other] { $n } Angaben fehlen noch oder stimmen nicht
}
field-required = Bitte ausfüllen.
field-choose = Bitte eine Möglichkeit wählen.
field-too-long = Bitte höchstens { $max } Zeichen.
field-not-a-day = Bitte ein Datum wie 22.11.2026 eingeben.
field-not-a-number = Bitte eine Zahl eingeben.
field-not-an-email = Bitte eine E-Mail-Adresse wie name@stadt.de eingeben.
field-in-the-future = Der Tag liegt in der Zukunft. Bitte prüfen.
field-unknown-choice = Diese Möglichkeit gibt es nicht. Bitte neu wählen.
free-text-hint = Nur, was für die Begleitung nötig ist. Bitte nichts zu Fluchtweg, Straftaten oder Aufenthaltsorten Dritter.

## Listen

filter-list = Liste filtern
apply-filter = Filtern
clear-filter = Filter aufheben
page = Seite
pages = Seiten
previous-page = Vorige
next-page = Nächste
rows-total = { $n ->
    [0] Keine Einträge
    [one] Ein Eintrag
   *[other] { $n } Einträge
}
rows-capped = Mehr als { $n } Einträge
no-rows-title = Nichts gefunden
no-rows-hint = Mit diesen Filtern gibt es keine Einträge. Heben Sie einen Filter auf oder suchen Sie anders.
show-as-table = Als Tabelle

## Anmeldung

sign-in-title = Anmelden
sign-in = Anmelden
sign-out = Abmelden
sign-in-lead = Mit Ihrer dienstlichen E-Mail-Adresse und Ihrem Kennwort.
email = E-Mail-Adresse
password = Kennwort
sign-in-failed = E-Mail-Adresse oder Kennwort stimmen nicht. Achten Sie auf Groß- und Kleinschreibung. Wenn Sie das Kennwort vergessen haben, setzt die Verwaltung Ihres Standorts ein neues.
sign-in-throttled = Zu viele Versuche. Bitte warten Sie noch { $minutes } Min. und melden Sie sich dann erneut an.
sign-in-no-role = Ihr Konto hat zurzeit keine Rolle. Bitte wenden Sie sich an die Verwaltung Ihres Standorts.
sign-in-needed = Bitte melden Sie sich an.
sign-in-locked = Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Verwaltung Ihres Standorts.
signed-out = Sie sind abgemeldet.
demo-accounts = Zugänge der Vorführung
demo-accounts-lead = Alle Personen sind erfunden. Ein Klick meldet Sie an.
demo-sign-in-as = Anmelden als

## Kennwort

password-old = Bisheriges Kennwort
password-new = Neues Kennwort
password-again = Neues Kennwort wiederholen
password-hint = Mindestens 12 Zeichen. Vier Wörter, die nichts miteinander zu tun haben, sind sicherer als ein kurzes Kennwort mit Sonderzeichen.
password-too-short = Bitte mindestens 12 Zeichen.
password-too-long = Bitte höchstens 128 Zeichen.
password-differs = Die beiden Eingaben unterscheiden sich.
password-same = Bitte ein anderes als das bisherige Kennwort wählen.
password-first-lead = Ihr Kennwort hat jemand anderes für Sie festgelegt. Wählen Sie zuerst ein eigenes, das nur Sie kennen. Danach geht es los.
password-changed = Das Kennwort ist geändert. Andere Anmeldungen wurden beendet.

## Anmeldungen des Kontos

sessions-title = Meine Anmeldungen
sessions-lead = Hier sind Sie zurzeit angemeldet. Was Sie nicht kennen, beenden Sie bitte und ändern dann Ihr Kennwort.
session-this = Diese Anmeldung
session-since = Angemeldet seit
session-last-seen = Zuletzt benutzt
session-device = Gerät
session-end = Beenden
sessions-end-all = Alle beenden und abmelden
sessions-end-others = Alle anderen beenden
session-ended = Die Anmeldung ist beendet.
sessions-ended = Alle anderen Anmeldungen sind beendet.

## Laufende Arbeiten

jobs-lead = Was länger dauert, läuft im Hintergrund weiter. Sie können jede Seite verlassen und hier nachsehen, wie weit es ist.
jobs-none = Zurzeit läuft nichts
jobs-none-hint = Wenn Sie eine Liste übernehmen oder einen Bericht erstellen lassen, steht es hier.
jobs-refresh = Stand neu laden
job-what = Arbeit
job-asked = Angefordert
job-ended = Beendet
job-queued = wartet
job-running = läuft
job-done = fertig
job-not-done = nicht gelungen
job-failed = Dabei ist uns ein Fehler unterlaufen. Es wurde nichts übernommen. Versuchen Sie es noch einmal. Bleibt der Fehler, sagen Sie der Verwaltung Ihres Standorts Bescheid.

## Fehlerseiten

error-400-title = Diese Anfrage ist unvollständig
error-form = Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
error-401-title = Bitte melden Sie sich an
error-sign-in = Ihre Anmeldung ist abgelaufen. Nach dem Anmelden geht es hier weiter.
error-403-title = Dafür fehlt Ihnen die Berechtigung
error-forbidden = Ihre Rolle sieht das nicht vor. Wenn Sie es für Ihre Arbeit brauchen, sprechen Sie die Verwaltung Ihres Standorts an.
error-cross-site-title = Diese Anfrage kam nicht von hier
error-cross-site = Eine andere Seite hat sie geschickt, deshalb wurde nichts ausgeführt. Beginnen Sie auf der Startseite und versuchen Sie es dort noch einmal.
error-404-title = Das gibt es hier nicht
error-not-found = Die Seite ist nicht vorhanden oder gehört nicht zu Ihrer Arbeit. Prüfen Sie die Adresse oder beginnen Sie auf der Startseite.
error-405-title = Das geht auf diesem Weg nicht
error-method = Gehen Sie zurück und benutzen Sie die Schaltflächen der Seite.
error-409-title = Das geht gerade nicht
error-conflict-title = Jemand war schneller
error-conflict-link = Zum jetzigen Stand
error-conflict = Die Angaben wurden inzwischen geändert. Es wurde nichts überschrieben. Öffnen Sie die Seite neu, prüfen Sie den neuen Stand und tragen Sie Ihre Änderung noch einmal ein.
error-form-long-title = Der Text ist zu lang
error-form-long = In ein Formular passen zusammen zwei Millionen Zeichen. Gehen Sie zurück und kürzen Sie den Text; es wurde nichts gespeichert.
error-413-title = Die Datei ist zu groß
error-form-size = Teilen Sie die Datei oder entfernen Sie Bilder und leere Blätter, und laden Sie sie dann noch einmal hoch.
error-422-title = Einige Angaben stimmen noch nicht
error-invalid = Gehen Sie zurück und ergänzen Sie, was am jeweiligen Feld steht. Es wurde nichts gespeichert.
error-500-title = Hier ist uns ein Fehler unterlaufen
error-internal = Ihre letzte Eingabe wurde nicht gespeichert. Versuchen Sie es noch einmal. Bleibt der Fehler, nennen Sie der Verwaltung Ihres Standorts die Vorgangsnummer unten.
error-503-title = Zurzeit nicht erreichbar
error-unavailable = Das Programm wird gerade gewartet oder ist überlastet. Ihre letzte Eingabe wurde nicht gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal.
error-disk-full = Der Speicher des Servers ist voll. Ihre letzte Eingabe wurde nicht gespeichert, alles Frühere ist erhalten. Bitte sagen Sie der Verwaltung Ihres Standorts Bescheid, dass auf dem Server Platz geschaffen werden muss. Danach tragen Sie die Eingabe noch einmal ein.
error-address = Die Adresse enthält etwas, das nicht gelesen werden kann. Beginnen Sie auf der Startseite.
error-request-id = Vorgangsnummer
error-to-start = Zur Startseite
