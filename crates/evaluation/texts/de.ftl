## Berichte

reports-title = Jahresberichte
reports-lead = Geschützte Zahlen, Abbildungen und eigene Texte als barrierefreies PDF. Jede Fassung bleibt erhalten.
report-one = Jahresbericht
report-year = Berichtsjahr
report-range = Umfang
report-range-programme = Gesamtes Programm
report-range-site = Ein Standort
report-range-all = Gesamtes Programm und alle Standorte
report-build = Bericht erstellen
report-build-now = Jetzt erstellen
report-in-work = Bericht wird erstellt
report-work-hint = Sie können diese Seite verlassen. Der fertige Bericht steht danach in der Liste.
report-refresh = Stand neu laden
report-done = Fertig. Der Bericht steht in der Liste.
report-unchanged = Nichts hat sich geändert
report-unchanged-hint = Der Bericht gleicht der letzten Fassung Byte für Byte. Es wurde keine neue abgelegt.
report-failed = Der Bericht konnte nicht erstellt werden
report-to-list = Zu den Berichten
report-built-at = Erstellt
report-size = Größe
report-checksum = Prüfsumme
reports-none-title = Noch kein Bericht
reports-none-reader-hint = Sobald die Geschäftsführende Stelle einen Bericht erstellt hat, steht er hier.
reports-none-hint = Wählen Sie ein Jahr und erstellen Sie den ersten Bericht. Eigene Texte können Sie vorher oder danach schreiben.
report-year-not-begun = Dieses Jahr hat noch nicht begonnen. Bitte ein früheres wählen.
report-year-before-programme = In diesem Jahr gab es noch keine Eintritte. Bitte ein späteres wählen.

## Texte im Bericht

report-texts = Texte im Bericht
report-texts-lead = Die Begleitung schreibt für das ganze Programm, die Geschäftsführende Stelle für ihren Standort. Texte stehen am Ende ihres Kapitels.
report-section = Kapitel
report-section-preface = Vorbemerkung
report-section-implementation = Umsetzung
report-section-participation = Eintritte, Austritte und Bestand
report-section-groups = Merkmale der Teilnehmenden
report-section-needs = Bedarfe
report-section-outcomes = Ergebnisse
report-section-counselling = Angesprochen, beraten, begleitet
report-section-outlook = Einordnung und Ausblick
report-text = Text
report-text-hint = Leere Zeilen trennen Absätze, Zeilen mit „- “ werden eine Liste, **fett** und *kursiv* sind möglich. Bitte keine Angaben zu einzelnen Menschen und keine Zahlen unter dem Schutz der Tabellen. Ein leeres Feld nimmt den Text aus dem Bericht.
report-text-begin = Beginn
report-text-version = Fassung
report-text-none = Noch kein Text
report-text-taken = In dieser Fassung wurde der Text herausgenommen.
report-text-read = Text lesen
report-text-history = Fassungen
report-text-saved = Der Text ist gespeichert. Er steht im nächsten Bericht, den Sie erstellen.
report-text-conflict = Jemand anderes hat diesen Text inzwischen gespeichert. Die neue Fassung steht unten, Ihr Text noch im Feld: Bitte führen Sie beide zusammen und speichern Sie noch einmal.
report-text-unprintable = Im Bericht nicht druckbar: { $signs }. Bitte diese Zeichen herausnehmen oder durch Worte ersetzen.
report-text-too-long = Der Text ist zu lang. Bitte auf 20.000 Zeichen kürzen.

## Startseite

start-report-missing = Der Jahresbericht { $year } ist noch nicht erstellt.
start-texts-missing = Für den Jahresbericht { $year } gibt es noch keinen eigenen Text.

## Namen der Vorgänge

act-report-build = Bericht bestellt
act-report-read = Bericht heruntergeladen
act-report_text-write = Text im Bericht gespeichert
subject-report = Bericht
subject-report_text = Text im Bericht
subject-job = Auftrag

report-job = Jahresbericht erstellen
