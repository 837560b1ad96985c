## Recht beim Fall

nav-law = Recht nachschlagen
entitlements = Rechte und Fristen
entitlement-day = Rechtslage am { $day } · Stand der Regeln: { $stand }
entitlement-other-day = Rechtslage am
entitlement-look = Ansehen
entitlement-sheet = Gesprächsblatt
entitlement-all = Rechte, Perspektiven und Fristen ansehen
entitlement-orientation = Orientierung, keine Rechtsauskunft
entitlement-contact = Bitte mit Ausländerbehörde oder Fachberatung klären.
entitlement-unread = Gesetze, die nach dem { $day } verkündet wurden, sind nicht gelesen: Der Tag liegt danach.
entitlement-caution = Orientierung, keine Rechtsauskunft. Stand der Regeln: { $stand }. Bitte mit Ausländerbehörde oder Fachberatung klären.
entitlement-rough-beginning = Der Beginn eines Status ist nicht auf den Tag bekannt. Was davon abhängt, steht hier als unbekannt. Tragen Sie den genauen Tag nach, sobald er feststeht.
entitlement-paper-ended = Das eingetragene Papier ist am { $day } abgelaufen. Gerechnet wird, als gelte der Status weiter. Bitte prüfen und nachtragen.
entitlement-access = Was ist an diesem Tag offen
entitlement-group-work = Arbeit
entitlement-group-courses = Sprachkurse
entitlement-group-training = Ausbildung und Förderung
entitlement-group-living = Leistungen, Gesundheit, Wohnen
entitlement-claim = Anspruch
entitlement-yes = Ja
entitlement-soll = Soll erlaubt werden
entitlement-discretion = Ermessen
entitlement-no = Nein
entitlement-unknown = Unbekannt
entitlement-mark = Beleg:
entitlement-marks = Belege: V im geltenden Gesetz gelesen, V19 in der Fassung vom März 2019 gelesen, P auf einer anderen Seite gelesen, R-h, R-m, R-l aus Kenntnis mit hoher, mittlerer, geringer Sicherheit.
entitlement-missing = Es fehlt:
entitlement-to-ask = Noch zu klären:
entitlement-doubt = Zweifel:
entitlement-reading = Lesart:
entitlement-proof = Nachweis:
entitlement-perspectives = Perspektiven
entitlement-path-open = Offen
entitlement-path-missing = Es fehlt noch etwas
entitlement-path-ask = Fachberatung fragen
entitlement-path-closed = Nicht offen
entitlement-apply-from = Antrag ab
entitlement-apply-until = Antrag bis
entitlement-conditions = { $n ->
    [one] { $n } Voraussetzung
   *[other] { $n } Voraussetzungen
}
entitlement-met = Erfüllt
entitlement-not-met = Nicht erfüllt
entitlement-ask = Noch zu klären
entitlement-expected = voraussichtlich ab { $day }
entitlement-deadlines = Fristen
entitlement-deadlines-none = Aus den Angaben lassen sich keine kommenden Fristen berechnen.
entitlement-passed = { $n ->
    [one] { $n } vergangene Frist
   *[other] { $n } vergangene Fristen
}
entitlement-duties = Pflichten ohne festen Tag
entitlement-duties-lead = Das verlangt das Gesetz sofort, vorher oder unverzüglich.
entitlement-statutory = Gesetzlich
entitlement-computed = Berechnet
entitlement-practice = Praxiswert
entitlement-notices = Hinweise aus der Praxis
entitlement-open-paths = { $n ->
    [0] Keine Aufenthaltsperspektive ist nach den Angaben schon offen.
    [one] Eine Aufenthaltsperspektive ist nach den Angaben offen.
   *[other] { $n } Aufenthaltsperspektiven sind nach den Angaben offen.
}
entitlement-soon = Fristen aus dem Aufenthaltsrecht
entitlement-soon-none = In den kommenden Wochen läuft keine berechenbare Frist ab.
entitlement-other-fact = weitere Angaben
entitlement-term-age = Alter ({ $years } Jahre)
entitlement-term-stay = Aufenthalt seit { $months } Monaten
entitlement-term-duldung = Duldung seit { $months } Monaten
entitlement-term-gestattet = Gestattung seit { $months } Monaten
entitlement-term-presence = { $months } Monate in Deutschland
entitlement-parts = Teile dieser Seite
entitlement-access-short = Was ist offen
entitlement-one-of = { $n ->
   *[other] eine von { $n } Möglichkeiten
}
entitlement-either = Alternative: eine davon genügt
entitlement-changes = Neu bei Rechten und Fristen
entitlement-changes-since = Das hat sich geändert, seit zuletzt jemand hingesehen hat ({ $day }).
entitlement-becomes = wird zu
entitlement-acknowledge = Zur Kenntnis genommen
entitlement-acknowledged = Der Stand von heute ist gemerkt.
entitlement-deadline-new = neue Frist: { $day }
entitlement-deadline-gone = Frist entfällt (war { $day })
entitlement-deadline-moved = verschoben von { $old } auf { $new }
entitlement-prospects = Was ab wann
entitlement-prospects-lead = Wenn sich nichts ändert außer der Zeit.
entitlement-from-day = ab { $day }
entitlement-until-then = bis dahin:

law-path-C1 = Aufenthaltserlaubnis für gut integrierte junge Menschen (§ 25a Abs. 1 AufenthG)
law-path-C2 = Aufenthaltserlaubnis bei nachhaltiger Integration (§ 25b AufenthG)
law-path-C3 = Ausbildungsduldung (§ 60c AufenthG)
law-path-C4 = Aufenthaltserlaubnis für die Ausbildung (§ 16g AufenthG)
law-path-C5 = Beschäftigungsduldung (§ 60d AufenthG)
law-path-C6 = Chancen-Aufenthaltsrecht (§ 104c AufenthG)
law-path-C7 = Aufenthaltserlaubnis für qualifizierte Geduldete (§ 19d AufenthG)
law-path-C8 = Aufenthaltserlaubnis in Härtefällen (§ 23a AufenthG)
law-path-C9 = Niederlassungserlaubnis und Einbürgerung
law-path-C10 = Wechsel aus dem Asylverfahren in die Erwerbstätigkeit (§ 10 Abs. 3 Satz 5 AufenthG)

## Gesprächsblatt

sheet-heading = Was geht, was fehlt, was wann zu tun ist
sheet-notice = Das ist eine Orientierung, keine Rechtsauskunft.
sheet-notice-text = Entscheiden muss die Behörde. Stand der Regeln: { $stand }.
sheet-unread = Gesetze, die nach dem { $day } beschlossen wurden, kennt dieses Blatt nicht.
sheet-may = Das dürfen Sie
sheet-may-ask = Das kann erlaubt werden
sheet-may-ask-text = Dafür brauchen Sie vorher eine Entscheidung. Wir helfen beim Antrag.
sheet-may-not = Das geht jetzt nicht
sheet-find-out = Das wissen wir noch nicht
sheet-find-out-text = Bitte bringen Sie Papiere dazu mit.
sheet-paths = Wege zu einem sicheren Aufenthalt
sheet-paths-none = Im Moment ist kein Weg offen. Wir sehen regelmäßig nach.
sheet-path-open = Dieser Weg ist nach unseren Angaben offen.
sheet-path-missing = Dafür fehlt noch:
sheet-path-ask = Diesen Weg müssen wir mit einer Fachberatung klären.
sheet-apply-from = Ein Antrag ist frühestens ab { $day } möglich.
sheet-apply-until = Der letzte Tag für den Antrag ist der { $day }.
sheet-talk-first = Über einige Voraussetzungen müssen wir noch sprechen.
sheet-days = Wichtige Tage
sheet-ask = Fragen Sie vor jedem Schritt Ihre Beraterin oder Ihren Berater. Stellen Sie keinen Antrag allein.

## Recht nachschlagen

law-lookup = Recht nachschlagen
law-status = Aufenthaltsstatus
law-choose = Wählen Sie einen Status und einen Tag. Es werden keine Angaben zu einer Person gebraucht.
law-question = Frage
law-result = Ergebnis
law-depends-on = Hängt ab von
law-provision = Rechtsgrundlage
law-not-issued = Dieser Status wird an diesem Tag nicht neu ausgestellt.
law-not-issued-short = nicht ausgestellt
law-statuses = Alle Status
law-valid-from = Ausgestellt ab
law-valid-to = Ausgestellt bis
law-held-until = gültig längstens bis { $day }
