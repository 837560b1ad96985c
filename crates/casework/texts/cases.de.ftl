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
stage-assessment = Assessment
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

case-is-closed = Der Fall ist abgeschlossen. Öffnen Sie ihn wieder, um etwas zu ändern.
case-number-odd = Bitte höchstens 40 druckbare Zeichen.
closure-before-opening = Der Fall wurde später eröffnet. Bitte den Tag prüfen.
deviation-too-young = Jünger als 18 Jahre bei Eintritt
deviation-too-old = Älter als 27 Jahre bei Eintritt
deviation-status = Weder Duldung noch Aufenthaltsgestattung
deviation-reception = Noch in einer Aufnahmeeinrichtung des Landes
