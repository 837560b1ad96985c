## Angaben für Rechte und Perspektiven

facts = Angaben für Rechte und Perspektiven
facts-short = Angaben ergänzen
facts-lead = Was hier steht, öffnet Perspektiven und Fristen. Was nicht hier steht, gilt als unbekannt.
facts-from-file = Aus der Akte
facts-statuses = Einträge im Statusverlauf
facts-birth = Geburtsdatum
facts-day-known = auf den Tag bekannt
facts-day-unknown = nicht auf den Tag bekannt
facts-day-needed = Für Fristen braucht die Software den genauen Tag der Geburt und der Einreise. Bitte bei der Person nachtragen.
facts-not-here = Verurteilungen, Gesundheit und Maßnahmen der Abschiebung werden hier nicht erfasst. Die Software nennt sie nur als „noch zu klären“.
facts-section-procedure = Asylverfahren, Bescheide, Anträge
facts-section-identity = Identität, Pass, Aufenthalte
facts-section-education = Schule und Sprache
facts-section-work = Ausbildung und Arbeit
facts-section-living = Leistungen, Wohnen, Familie
fact-entry = Eintrag
fact-unknown = unbekannt
fact-nothing = gab es nicht
fact-add = Eintragen
fact-correct = Ändern
fact-remove = Eintrag entfernen
fact-deny = Gab es nicht
fact-deny-hint = Wenn feststeht, dass es so etwas nicht gab, halten Sie das fest. Das ist etwas anderes als „unbekannt“.
fact-saved = Die Angabe ist gespeichert.
fact-removed = Der Eintrag ist entfernt.
fact-there-is-something = Dazu ist schon etwas eingetragen. Bitte zuerst die Einträge entfernen.
fact-yes = ja
fact-no = nein
fact-since = seit { $day }
fact-until = bis { $day }
fact-contract-of = Vertrag vom { $day }
fact-hours-of = { $hours } Stunden pro Woche
fact-hours-odd = Bitte Stunden pro Woche eingeben, höchstens 80, zum Beispiel 19,5.
fact-ends-before-it-begins = Das Ende liegt vor dem Beginn.

fact-asylum_application_on = Förmlicher Asylantrag
fact-asylum_registered_on = Registrierung des Asylantrags
fact-asylum_rejected = Ausgang des Asylverfahrens
fact-asylum_withdrawn_on = Rücknahme des Asylantrags
fact-accelerated_procedure = Beschleunigtes Verfahren
fact-dublin_request = Dublin-Ersuchen an einen anderen Staat
fact-protection_recognised_on = Anerkennung von Schutz
fact-served = Zugestellte Bescheide
fact-applied = Gestellte Anträge auf einen Aufenthaltstitel oder eine Duldung
fact-passport_shown_on = Pass vorgelegt
fact-passport_valid_to = Gültigkeit des Passes
fact-identity_clarified_on = Identität geklärt
fact-identity_steps_on = Belegte Schritte zur Klärung der Identität
fact-absences = Auslandsaufenthalte
fact-lives_in_reception_centre = Pflicht, in einer Aufnahmeeinrichtung zu wohnen
fact-school = Schulbesuch
fact-language = Sprachnachweise
fact-civics_test_on = Test „Leben in Deutschland“ bestanden
fact-training = Ausbildung
fact-jobs = Beschäftigung
fact-registered_unemployed_since = Bei der Agentur für Arbeit gemeldet
fact-livelihood = Lebensunterhalt
fact-asylblg_since = Leistungen nach AsylbLG seit
fact-asylblg_s2_since = Leistungen nach § 2 AsylbLG seit
fact-minor_child = Minderjähriges Kind im Haushalt

fact-field-day = Tag
fact-field-from = Von
fact-field-to = Bis (letzter Tag)
fact-field-since = Gilt seit
fact-field-served-on = Tag der Zustellung
fact-field-applied-on = Eingegangen bei der Behörde am
fact-field-proven-on = Tag des Nachweises
fact-field-issued-on = Ausgestellt am
fact-field-valid-to = Gültig bis
fact-field-contract-on = Vertrag unterschrieben, eingetragen oder von der Schule zugesagt am
fact-field-certificate = Abschluss
fact-field-level = Niveau
fact-field-kind = Art
fact-field-decision = Bescheid
fact-field-path = Weg
fact-field-answer = Angabe
fact-field-hours = Stunden pro Woche
fact-field-successful = mit Erfolg besucht
fact-field-oral-only = nur mündlich nachgewiesen
fact-field-insured = sozialversicherungspflichtig
fact-field-skilled = qualifizierte Beschäftigung
fact-field-secures-livelihood = sichert den Lebensunterhalt

fact-since-hint = Leer lassen, wenn es schon immer galt.
fact-to-hint = Leer lassen, wenn es andauert.
fact-certificate-hint = Ein Abschluss zählt ab dem letzten Tag des Schulbesuchs.
fact-training-hint = Auch ein Beginn in der Zukunft.
fact-contract-hint = Eine geplante Ausbildung zählt ab diesem Tag.
fact-served-hint = Bitte vom gelben Umschlag abschreiben. Ein falscher Tag verschiebt die Klagefrist.
fact-proposal = Kein Umschlag da?
fact-proposal-lead = Wurde der Asylbescheid in der Aufnahmeeinrichtung übergeben, vermutet das Gesetz einen Tag der Zustellung (§ 10 Abs. 4 AsylG). Das ist ein Vorschlag. Steht auf dem Umschlag ein anderer Tag, gilt dieser.
fact-handed-on = Der Einrichtung übergeben am
fact-propose = Tag vorschlagen
fact-proposed = Vorschlag: { $day }. Bitte prüfen und oben selbst eintragen.

fact-asylum_rejected-none = nicht abgelehnt
fact-asylum_rejected-simple = einfach unbegründet abgelehnt
fact-asylum_rejected-manifestly_unfounded = offensichtlich unbegründet abgelehnt
fact-asylum_rejected-inadmissible = unzulässig
fact-served-asylum_simple = Asylantrag einfach unbegründet
fact-served-asylum_manifestly_unfounded = Asylantrag offensichtlich unbegründet
fact-served-asylum_inadmissible = Asylantrag unzulässig
fact-served-asylblg = Bescheid über Leistungen nach AsylbLG
fact-served-abh = Bescheid der Ausländerbehörde
fact-school-none = kein Abschluss
fact-school-hauptschule = Hauptschulabschluss
fact-school-mittlere_reife = mittlerer Schulabschluss
fact-school-abitur = Fachhochschulreife oder Abitur
fact-school-vocational = Berufsabschluss
fact-training-qualified = qualifizierte Ausbildung (in der Regel ab zwei Jahren)
fact-training-assistant = Assistenz- oder Helferausbildung
fact-livelihood-secured = gesichert
fact-livelihood-mainly = überwiegend durch Arbeit gesichert
fact-livelihood-not = nicht gesichert

## Fristen und Kalender

nav-deadlines = Fristen
deadlines-lead = Fristen in Ihren Fällen bis zum { $day }.
deadlines-none = Keine Frist in den nächsten acht Wochen
deadlines-none-hint = Fristen werden aus Status, Papieren und Angaben berechnet. Was dort fehlt, kann hier nicht stehen.
deadlines-all = { $n ->
    [0] Alle Fristen und der Kalender
    [one] { $n } Frist in den nächsten acht Wochen, mit Kalender
   *[other] { $n } Fristen in den nächsten acht Wochen, mit Kalender
}
deadline = Frist
deadline-kind = Art
calendar-name = Fristen (Teilhabe)
calendar-stand = Stand der Regeln: { $day }.
calendar-feed = Fristen im eigenen Kalender
calendar-feed-lead = Ihr Kalenderprogramm kann die Fristen Ihrer Fälle unter einer geheimen Adresse abholen. Ein Eintrag nennt Fallnummer und Frist, nie einen Namen.
calendar-feed-since = Die Adresse gilt seit { $day }.
calendar-feed-fetched = Zuletzt abgeholt am { $day }.
calendar-feed-never-fetched = Sie wurde noch nie abgeholt.
calendar-begin = Adresse erzeugen
calendar-renew = Neue Adresse erzeugen
calendar-end = Kalender abschalten
calendar-ended = Der Kalender ist abgeschaltet. Die Adresse führt nirgends mehr hin.
calendar-once = Adresse Ihres Kalenders
calendar-once-lead = Diese Adresse wird nur jetzt gezeigt. Tragen Sie sie in Ihr Kalenderprogramm ein („Kalender abonnieren“).
calendar-address = Adresse
calendar-noted = Ich habe die Adresse eingetragen
calendar-secret = Wer die Adresse kennt, sieht Fallnummern und Fristen. Geben Sie sie niemandem. Erzeugen Sie eine neue, wenn sie bekannt geworden ist.

## Hinweise der Kommune

nav-notices = Hinweise zum Recht
notices-lead = Praxis und Vollzug, kein Gesetz. Jeder Hinweis steht bei der Regel, zu der er gehört, mit Datum und Quelle.
notices-own = Hinweise dieser Kommune
notices-own-none = Es gibt noch keine eigenen Hinweise.
notices-of-rules = Mitgelieferte Hinweise
notice-add = Hinweis hinzufügen
notice-change = Hinweis ändern
notice-replace = Durch eigenen Hinweis ersetzen
notice-replaced = durch eigenen ersetzt
notice-not-now = gilt heute nicht
notice-remove = Hinweis entfernen
notice-saved = Der Hinweis ist gespeichert.
notice-removed = Der Hinweis ist entfernt.
notice-edit-lead = Schreiben Sie nur, was für alle Fälle gilt. Nichts über einzelne Personen.
notice-about = Gehört zu
notice-wording = Hinweis
notice-wording-hint = Zum Beispiel, was die Ausländerbehörde hier verlangt oder was gerade nicht bewilligt wird.
notice-source = Quelle
notice-source-hint = Wer hat das wo gesagt oder veröffentlicht?
notice-stated-on = Datum der Quelle
notice-stated-on-hint = Leer: heute.
notice-from = Gilt ab
notice-to = Gilt bis (letzter Tag)
notice-lead-weeks = Erinnern: Wochen vorher
notice-lead-weeks-hint = Nur für Erinnerungen, deren Abstand Praxis ist:
notice-no-lead = Wochen lassen sich nur für Erinnerungen angeben, deren Abstand Praxis ist.
notice-weeks = { $n ->
    [one] { $n } Woche vorher
   *[other] { $n } Wochen vorher
}
notice-local = Hinweis der Kommune:
notice-general = Hinweis aus der Praxis:

## Geschichte einer Regel

rule-history = Fassungen der Regel
rule-in-force = gilt heute
rule-verified = Beleg · Stand
law-status-since = Status seit
law-age = Alter in Jahren
law-reception = Muss in der Aufnahmeeinrichtung wohnen
law-with-facts = Mit diesen Angaben
law-with-facts-lead = Ohne Auslandsaufenthalte gerechnet. Nichts davon wird gespeichert.
