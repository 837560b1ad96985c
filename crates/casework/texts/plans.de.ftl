## Eingaben

field-number-out-of-range = Bitte eine Zahl zwischen { $least } und { $most } eingeben.

## Bedarfe

needs-title = Bedarfe
needs-empty = Noch kein Bedarf erfasst. Wählen Sie die Lebensbereiche, in denen Unterstützung gebraucht wird.
needs-add = Bedarfe erfassen
needs-save = Bedarfe speichern
needs-add-long = Mit dem Tag, seit dem der Bedarf besteht
needs-met = { $n ->
    [one] Ein gedeckter Bedarf
   *[other] { $n } gedeckte Bedarfe
}
need-domains = Lebensbereiche
need-domain-missing = Bitte mindestens einen Lebensbereich wählen.
need-since = seit { $day }
need-since-on = Bedarf besteht seit
need-since-hint = Ohne Angabe gilt heute.
need-meet = Gedeckt
need-reopen = Wieder öffnen
need-withdraw = Zurücknehmen
need-added = Die Bedarfe sind gespeichert.
need-met = Der Bedarf ist als gedeckt vermerkt.
need-reopened = Der Bedarf ist wieder offen.
need-withdrawn = Der Bedarf ist zurückgenommen.
need-met-before-since = Der Bedarf kann nicht gedeckt sein, bevor er bestand. Bitte den Tag prüfen.
need-open-already = In diesem Lebensbereich ist bereits ein Bedarf offen. Decken oder nehmen Sie ihn zuerst zurück.

## Kontakte

contacts-title = Kontakte
contacts-empty = Noch kein Kontakt festgehalten.
contacts-empty-hint = Halten Sie das erste Gespräch fest; Art und Dauer genügen.
contacts-all = Alle Kontakte
contact-add = Kontakt festhalten
contact-add-long = Mit Tag, Themen und Sprachmittlung
contact-correct = Kontakt berichtigen
contact-when = Gespräch
contact-held-on = Tag
contact-form = Art
contact-form-in_person = Persönlich
contact-form-outreach = Aufsuchend
contact-form-phone = Telefon
contact-form-video = Video
contact-form-mail = Brief, E-Mail oder Messenger
contact-form-group = Gruppe oder Veranstaltung
contact-form-third_party = Mit Dritten, ohne die Person
contact-minutes = Dauer in Minuten
contact-minutes-said = { $n ->
    [one] { $n } Minute
   *[other] { $n } Minuten
}
contact-interpreter = Mit Sprachmittlung
contact-interpreted = mit Sprachmittlung
contact-topics = Themen
contact-note = Notiz
contact-save-today = Mit heutigem Tag speichern
contact-added = Der Kontakt ist festgehalten.
contact-corrected = Der Kontakt ist berichtigt.

## Hilfeplan

plan-title = Hilfeplan
plan-empty = Noch kein Ziel vereinbart.
plan-empty-hint = Vereinbaren Sie das erste Ziel im Gespräch, in den Worten der Person.
plan-to-case = Zum Fall
plan-of = Hilfeplan für { $name }
plan-lead = Das haben wir vereinbart. Stand: { $day }
plan-worker = Begleitung
plan-number = Fallnummer
plan-steps = Schritte
plan-what = Was?
plan-who = Wer?
plan-when = Bis wann?
plan-state = Stand
plan-due-said = bis { $day }
plan-result-on = Tag
plan-print-view = Hilfeplan zum Drucken
plan-sign-person = Datum, Unterschrift der Person
plan-sign-worker = Datum, Unterschrift der Begleitung

goals-ended = { $n ->
    [one] Ein abgeschlossenes Ziel
   *[other] { $n } abgeschlossene Ziele
}
goal-add = Ziel vereinbaren
goal-lead = Ein gutes Ziel nennt, was am Ende anders ist, und woran beide es merken.
goal-change = Ziel ändern
goal-end = Ziel abschließen
goal-reopen = Ziel wieder öffnen
goal-domain = Lebensbereich
goal-wording = Ziel
goal-wording-hint = In den Worten der Person, zum Beispiel: „Ich habe bis Sommer einen B1-Kurs bestanden.“ Bitte nichts zu Fluchtweg, Straftaten oder Aufenthaltsorten.
goal-set-on = Vereinbart am
goal-set-said = vereinbart am { $day }
goal-due-on = Zu erreichen bis
goal-progress = { $done } von { $all } Schritten erledigt
goal-due-before-set = Das Ziel kann nicht vor dem Tag der Vereinbarung erreicht sein. Bitte den Tag prüfen.
goal-ended-before-set = Das Ziel kann nicht vor dem Tag der Vereinbarung abgeschlossen sein. Bitte den Tag prüfen.
goal-result = Ergebnis
goal-result-reached = Erreicht
goal-result-partly = Teilweise erreicht
goal-result-missed = Nicht erreicht
goal-result-dropped = Nicht mehr verfolgt
goal-set = Das Ziel ist vereinbart. Als Nächstes die Schritte dorthin.
goal-changed = Das Ziel ist geändert.
goal-ended = Das Ziel ist abgeschlossen.
goal-reopened = Das Ziel ist wieder offen.

step-add = Schritt hinzufügen
step-save = Schritt speichern
step-change = Schritt ändern
step-end = Ergebnis des Schritts
step-end-long = Ergebnis mit einem anderen Tag
step-reopen = Wieder öffnen
step-open = offen
step-wording = Schritt
step-responsible = Wer macht es?
step-due = Bis wann?
step-overdue = überfällig
step-done = Erledigt
step-not-possible = Nicht möglich?
step-barrier = Woran liegt es?
step-barrier-hint = Nur bei „Nicht möglich“.
step-save-barrier = Als nicht möglich speichern
step-result = Ergebnis
step-result-done = Erledigt
step-result-not_possible = Nicht möglich
step-added = Der Schritt ist hinzugefügt.
step-changed = Der Schritt ist geändert.
step-ended = Das Ergebnis ist gespeichert.
step-reopened = Der Schritt ist wieder offen.

barrier-no_offer = Kein Angebot
barrier-no_place = Kein freier Platz
barrier-waiting_time = Zu lange Wartezeit
barrier-status = Aufenthaltsstatus lässt es nicht zu
barrier-language = Sprachkenntnisse reichen nicht
barrier-cost = Kosten nicht gedeckt
barrier-childcare = Keine Kinderbetreuung
barrier-distance = Zu weit, keine Fahrmöglichkeit
barrier-authority = Entscheidung einer Behörde fehlt oder ist ablehnend
barrier-other = Anderer Grund

responsible-person = Die Person selbst
responsible-case_manager = Teilhabemanagement
responsible-job_centre = Jobcenter
responsible-employment_agency = Agentur für Arbeit
responsible-social_office = Sozialamt
responsible-youth_office = Jugendamt
responsible-foreigners_authority = Ausländerbehörde
responsible-course_provider = Sprachkursträger
responsible-school = Schule oder Berufskolleg
responsible-training_provider = Bildungsträger
responsible-employer = Betrieb
responsible-chamber = Kammer
responsible-housing_office = Wohnungsamt oder Vermietung
responsible-health = Gesundheitsdienst
responsible-counselling = Beratungsstelle
responsible-lawyer = Rechtsbeistand
responsible-volunteer = Ehrenamtliche
responsible-other = Andere Stelle

## Erfolge

outcomes-title = Erreichtes
outcomes-empty = Noch nichts festgehalten.
outcome-add = Erreichtes festhalten
outcome-save = Erreichtes speichern
outcome-withdraw = Zurücknehmen
outcome-kind = Was wurde erreicht?
outcome-on = Tag
outcome-training = Ausbildung aufgenommen
outcome-employment = Sozialversicherungspflichtige Arbeit aufgenommen
outcome-employment_marginal = Geringfügige Arbeit aufgenommen
outcome-language_course = Sprachkurs begonnen
outcome-school_certificate = Schulabschluss erworben
outcome-housing = Eigene Wohnung bezogen
outcome-added = Das Erreichte ist festgehalten.
outcome-withdrawn = Der Eintrag ist zurückgenommen.
outcome-before-case = Der Tag liegt vor der Fallaufnahme. Bitte prüfen.

## Begegnungen ohne Namen

encounters-title = Begegnungen ohne Namen
encounters-lead = Wer angesprochen oder beraten wurde, ohne dass ein Fall daraus wird. Gezählt wird, aufgezeichnet nicht.
encounters-addressed = Angesprochen in diesem Quartal
encounters-counselled = Beraten in diesem Quartal
encounters-empty = Noch keine Begegnung gezählt.
encounters-empty-hint = Zählen Sie oben, wen Sie angesprochen oder beraten haben.
encounter-add = Begegnung zählen
encounter-save = Zählen
encounter-withdraw = Zurücknehmen
encounter-on = Tag
encounter-kind = Gezählt als
encounter-kind-addressed = Angesprochen
encounter-kind-counselled = Beraten
encounter-form = Art
encounter-persons = Personen
encounter-sex = Geschlecht
encounter-sex-mixed = Verschieden oder nicht vermerkt
encounter-district = Stadtteil oder Gemeinde
encounter-district-none = Nicht vermerkt
encounter-worker = Gezählt von
encounter-added = Die Begegnung ist gezählt.
encounter-withdrawn = Die Begegnung ist zurückgenommen.

## Namen der Vorgänge

act-contact-add = Kontakt festgehalten
act-contact-correct = Kontakt berichtigt
act-contact-list = Kontakte gelesen
act-encounter-add = Begegnung gezählt
act-encounter-withdraw = Begegnung zurückgenommen
act-goal-change = Ziel geändert
act-goal-end = Ziel abgeschlossen
act-goal-reopen = Ziel wieder geöffnet
act-goal-set = Ziel vereinbart
act-need-add = Bedarf erfasst
act-need-meet = Bedarf gedeckt
act-need-reopen = Bedarf wieder offen
act-need-withdraw = Bedarf zurückgenommen
act-outcome-add = Erreichtes festgehalten
act-outcome-withdraw = Erreichtes zurückgenommen
act-plan-show = Hilfeplan gelesen
act-step-add = Schritt hinzugefügt
act-step-change = Schritt geändert
act-step-end = Ergebnis eines Schritts
act-step-reopen = Schritt wieder offen
subject-encounter = Begegnung
