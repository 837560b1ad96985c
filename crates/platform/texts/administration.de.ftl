## Konten

nav-accounts = Konten
accounts-title = Konten
accounts-lead = Wer an diesem Standort arbeitet, und in welchen Rollen.
account-title = Konto
account-new = Neues Konto
account-new-lead = Das erste Kennwort erscheint nach dem Anlegen ein einziges Mal.
account-name = Vor- und Nachname
account-email-hint = Die dienstliche Adresse. Gibt es dazu schon ein Konto, bekommt es nur die Rollen dazu; Name und Kennwort bleiben.
account-roles = Rollen
account-roles-hint = Wer mehrere Rollen hat, wechselt oben rechts zwischen ihnen.
account-create = Konto anlegen
account-is-open = Aktiv
account-is-locked = Gesperrt
account-is-here = Dieses Konto arbeitet schon an Ihrem Standort. Öffnen Sie es in der Liste, um Rollen zu ändern.
account-joined = Dieses Konto gab es schon. Es hat die Rollen bekommen; Name und Kennwort sind geblieben.
account-role-more = Weitere Rolle
account-role-give = Rolle geben
account-role-take = Entziehen
account-role-given = Die Rolle ist gegeben.
account-role-taken = Die Rolle ist entzogen. Anmeldungen in dieser Rolle sind beendet.
account-access = Zugang
account-access-lead = Ein neues Kennwort erscheint ein einziges Mal. Neues Kennwort und Sperre beenden alle Anmeldungen dieser Person.
account-reset = Neues Kennwort erzeugen
account-lock = Konto sperren
account-unlock = Sperre aufheben
account-locked = Das Konto ist gesperrt. Alle Anmeldungen sind beendet.
account-unlocked = Die Sperre ist aufgehoben.
account-own-roles = Sich selbst gibt niemand eine Rolle. Das tut eine andere Verwaltung des Standorts oder der Betrieb.
account-last-admin = Das ist die letzte Verwaltung dieses Standorts. Geben Sie die Rolle zuerst einer anderen Person.
account-acts-elsewhere = Dieses Konto wird auch außerhalb Ihres Standorts benutzt. Kennwort und Sperre ändert deshalb nur der Betrieb. Die Rollen an Ihrem Standort können Sie entziehen.
account-own-password = Ihr eigenes Kennwort ändern Sie unter „Meine Anmeldungen“.
account-password-once = Kennwort übergeben
account-password-once-lead = Dieses Kennwort wird nur jetzt angezeigt. Geben Sie es persönlich oder am Telefon weiter, nicht per E-Mail. Bei der nächsten Anmeldung muss die Person ein eigenes wählen.
account-password-noted = Ich habe es notiert
password-change = Kennwort ändern
password-change-lead = Danach sind alle anderen Anmeldungen mit diesem Konto beendet.
password-old-wrong = Das bisherige Kennwort stimmt nicht.
password-guessable = Dieses Kennwort ist zu leicht zu erraten: Es besteht aus verbreiteten Wörtern, Tastenfolgen, Wiederholungen oder der eigenen Adresse. Sicherer sind vier Wörter, die nichts miteinander zu tun haben.

## Protokoll

nav-audit = Protokoll
audit-title = Protokoll
audit-lead = Was an diesem Standort getan und gelesen wurde, das Neueste zuerst. Ein Klick auf einen Gegenstand zeigt, wer mit ihm zu tun hatte.
audit-at = Zeitpunkt
audit-act = Vorgang
audit-subject = Gegenstand
audit-subject-id = Kennung des Gegenstands
audit-subject-unknown = Das ist keine Kennung. Kopieren Sie sie vollständig, mit allen Strichen.
audit-who = (alle Vorgänge dazu)
audit-system = Betrieb
audit-older = Ältere Einträge
audit-newest = Zum Neuesten
audit-verify = Protokoll prüfen
audit-holds = Das Protokoll ist unverändert
audit-broken = Das Protokoll wurde verändert
audit-broken-hint = Halten Sie diese Seite fest und melden Sie sie der oder dem Datenschutzbeauftragten und dem Betrieb.
audit-lines = { $n ->
    [one] Ein Eintrag wurde geprüft.
   *[other] { $n } Einträge wurden geprüft.
}
audit-altered = Eintrag { $line } passt nicht zum Eintrag davor: Er wurde verändert oder vertauscht.
audit-missing = Es fehlen Einträge: { $from } bis { $to }.
audit-headless = Es fehlt die Angabe, wo das Protokoll endet.

## Namen der Vorgänge

act-account-add = Konto angelegt
act-account-role = Rolle gegeben
act-account-role-end = Rolle entzogen
act-account-lock = Konto gesperrt
act-account-unlock = Sperre aufgehoben
act-account-reset = Neues Kennwort erzeugt
act-account-password = Eigenes Kennwort geändert
act-audit-verify = Protokoll geprüft
act-session-open = Angemeldet
act-session-refuse = Anmeldung abgelehnt
act-session-end = Abgemeldet
act-session-wear = Rolle gewechselt
subject-account = Konto
subject-session = Anmeldung
subject-audit = Protokoll

## Einzelheiten im Protokoll

detail-about = Regel
detail-account = Konto
detail-after = nachher
detail-barrier = Hindernis
detail-before = vorher
detail-breaks = Brüche
detail-by = nach
detail-cases = Fälle
detail-changed = Geändert
detail-check = Prüfwert des Schlüssels
detail-code = Status
detail-completed = Ergänzte Personen
detail-contact = Kontakt
detail-deputy = Vertretung
detail-document_expires_on = Dokument gültig bis
detail-domain = Lebensbereich
detail-due = Zu erreichen bis
detail-exception = Ausnahme
detail-file = Datei
detail-form = Art
detail-from = von
detail-fte_hundredths = Hundertstel einer Vollzeitstelle
detail-function = Aufgabe
detail-goal = Ziel
detail-held = Tag
detail-held_before = Tag vorher
detail-indication = Indikation
detail-kind = Art
detail-known_person = Person schon bekannt
detail-lines = Einträge
detail-locked = Gesperrt
detail-measure = Maß
detail-met = Gedeckt am
detail-new = Neu
detail-on = Tag
detail-outcome = Ergebnis
detail-people = Neue Personen
detail-person = Person
detail-persons = Personen
detail-place = Ort
detail-provider = Träger
detail-range = Umfang
detail-reason = Grund
detail-refused = Abgelehnte Zeilen
detail-replaces = Ersetzt
detail-responsible = Wer
detail-result = Ergebnis
detail-role = Rolle
detail-roles = Rollen
detail-rows = Zeilen
detail-section = Kapitel
detail-since = seit
detail-sites = Standorte
detail-skip_refused = Ohne die abgelehnten Zeilen
detail-stage = Stand des Falls
detail-step = Schritt
detail-to = bis
detail-topic = Angabe
detail-until = bis
detail-version = Fassung
detail-weeks = Wochen vorher
detail-zeros = Nullen
detail-what = Seite
detail-what-page = Rechte und Fristen
detail-what-sheet = Gesprächsblatt
detail-worker = Vertreten wird
detail-year = Jahr

## Startseite

start-role-vacant = Am Standort hat niemand die Rolle „{ $role }“.
start-refused = { $n ->
    [one] Eine Anmeldung wurde in den letzten sieben Tagen abgelehnt.
   *[other] { $n } Anmeldungen wurden in den letzten sieben Tagen abgelehnt.
}
start-inspected = { $n ->
    [one] Die Fachaufsicht hat in den letzten 30 Tagen eine Akte eingesehen.
   *[other] Die Fachaufsicht hat in den letzten 30 Tagen { $n } Akten eingesehen.
}
start-unverified = Das Protokoll wurde seit drei Monaten nicht geprüft.
act-key-rotate-master = Hauptschlüssel ersetzt
act-key-rotate-site = Schlüssel des Standorts ersetzt
subject-master-key = Hauptschlüssel
