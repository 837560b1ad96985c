## Zahlen: Maße

figure-addressed = Angesprochen
figure-addressed-wording = Angesprochene Personen, auch ohne Namen
figure-addressed-base = Begegnungen; wer mehrmals angesprochen wurde, zählt mehrmals
figure-counselled = Beraten
figure-counselled-wording = Beratene Personen ohne Teilnahme
figure-counselled-base = Beratungen ohne Namen, Kurzberatungen und Verweise; ohne Teilnahmen
figure-entries = Eintritte
figure-entries-wording = Begonnene Teilnahmen
figure-entries-base = Fälle, deren Teilnahme im Zeitraum begann
figure-exits = Austritte
figure-exits-wording = Beendete Teilnahmen
figure-exits-base = Teilnahmen, die im Zeitraum endeten; wieder aufgenommene zählen nicht
figure-stock = Bestand
figure-stock-wording = Laufende Teilnahmen
figure-stock-base = Teilnahmen, die am Ende des letzten Tages liefen
figure-supported = Begleitet
figure-supported-wording = Begleitete Teilnahmen
figure-supported-base = Teilnahmen, die im Zeitraum mindestens einen Tag liefen
figure-consultations = Beratungsgespräche
figure-consultations-wording = Gespräche in Fällen
figure-consultations-base = Gespräche im Zeitraum; mit mehreren Themen zählt ein Gespräch bei jedem
figure-needs = Bedarfe
figure-needs-wording = Teilnahmen mit Bedarf
figure-needs-base = Fälle, deren Teilnahme im Zeitraum begann; mit mehreren Bedarfen zählt ein Fall bei jedem
figure-outcomes = Ergebnisse
figure-outcomes-wording = Teilnahmen mit erstmals erreichtem Ergebnis
figure-outcomes-base = Teilnahmen, die im Zeitraum liefen; mit mehreren Ergebnissen zählt ein Fall bei jedem
figure-cases_per_fte = Fälle je Stelle
figure-cases_per_fte-wording = Laufende Teilnahmen je voller Stelle im Case Management
figure-cases_per_fte-base = Teilnahmen, die am Ende des letzten Tages liefen, und besetzbare Stellen an diesem Tag
figure-case_manager_posts = Stellen im Case Management
figure-case_manager_posts-wording = Volle Stellen im Case Management
figure-case_manager_posts-base = Stellen am letzten Tag
figure-posts = Stellen
figure-posts-wording = Volle Stellen
figure-posts-base = Stellen am letzten Tag

## Zahlen: Gliederung

figure-and = und
figure-by-site = Kommune
figure-by-region = Regierungsbezirk
figure-by-district = Stadtteil oder Gemeinde
figure-by-quarter = Quartal
figure-by-year = Jahr
figure-by-sex = Geschlecht
figure-by-age-class = Alter bei Eintritt
figure-by-status-group = Status bei Eintritt
figure-by-nationality = Staatsangehörigkeit
figure-by-domain = Lebensbereich
figure-by-provider = Träger
figure-by-access-path = Zugang
figure-by-outcome = Ergebnis
figure-by-function = Aufgabe der Stelle
figure-age-u18 = unter 18
figure-age-18-20 = 18 bis 20
figure-age-21-24 = 21 bis 24
figure-age-25-27 = 25 bis 27
figure-age-28 = 28 und älter
figure-outcome-employment = Beschäftigung
figure-outcome-employment_regular = davon mehr als geringfügig
figure-outcome-employment_marginal = davon geringfügig
figure-quarter = { $quarter }. Quartal { $year }
figures-share-of = { $column }, Anteil
figure-part-from = { $stretch } (ab { $from })
figure-part-to = { $stretch } (bis { $to })
figure-part-between = { $stretch } ({ $from } bis { $to })
figure-altogether = zusammen (zu wenige)
figure-region = Regierungsbezirk { $region }
figure-period-ahead = Dieser Zeitraum liegt nach dem Datenstand; es gibt noch keine Zahlen.
figure-not-stated = ohne Angabe
figure-total = Insgesamt

## Zahlen: was überall dabeisteht

figure-base = Basis
figure-wording = Gezählt
figure-data-date = Datenstand
figure-rule-label = Schutz
figure-base-count = { $base } (n = { $n })
figure-by = nach { $by }
figure-as-of = Stand { $to }
figure-in-period = { $from } bis { $to }
figure-rule = Anzahlen unter { $threshold } sind geschützt, ebenso weitere, aus denen sie sich errechnen ließen; Nullen werden gezeigt
figure-rule-zeros = Anzahlen unter { $threshold } und Nullen sind geschützt, ebenso weitere, aus denen sie sich errechnen ließen
figure-rule-open = Stellen sind keine Angaben über Personen; nichts ist geschützt
figure-hidden = geschützt
figure-hidden-count =
    { $n ->
        [one] Eine Zahl ist geschützt.
       *[other] { $n } Zahlen sind geschützt.
    }
figure-told-as-one = { $by }: zu wenige, um sie aufzugliedern. Neben der Gesamtzahl ließen sie sich erraten.
figures-three-ways = Tabellen mit drei Gliederungen haben kein Diagramm.
figure-nothing-hidden = Keine Zahl musste geschützt werden.
figure-apart = Jede Tabelle ist für sich geschützt. Zwei zusammen können mehr verraten, etwa mit anderem Zeitraum, anderer Gliederung oder Bestand, Eintritte und Austritte derselben Quartale: vor einer Weitergabe nebeneinander prüfen.
figure-parts = Die Teile ergeben nicht das Ganze: gezählt wird bei jedem, was zutrifft. Anteile beziehen sich auf die Basis.
figure-stock-parts = Der Bestand ist eine Zahl zu einem Tag; über die Zeit wird er nicht summiert.

## Zahlen: Seiten

figures-title = Auswertung
figures-lead = Jede Tabelle ist geschützt, bevor jemand sie sieht.
figures-ask = Eigene Tabelle
figures-standard = Übliche Tabellen
figures-standard-lead = Zeitraum jeweils { $from } bis { $to }
figures-table-title = Tabelle
figures-measure = Was wird gezählt?
figures-first = Gliederung
figures-second = und nach
figures-third = und außerdem nach
figures-none = nicht weiter
figures-first-day = Erster Tag
figures-last-day = Letzter Tag
figures-show = Tabelle zeigen
figures-shares = Anteile zeigen
figures-csv = Als CSV
figures-xlsx = Als Excel-Datei
figures-too-many-bars = Für ein Diagramm hat diese Tabelle zu viele Zeilen.
figures-only-totals = Das Diagramm zeigt die Summen je Zeile.
figures-fte = Volle Stellen
figures-per-fte = Je volle Stelle
figures-table = Zahlen
figures-chart = Diagramm
figures-preset-entries-quarter = Eintritte nach Quartal
figures-preset-exits-quarter = Austritte nach Quartal
figures-preset-stock-quarter = Bestand nach Quartal
figures-preset-entries-site-quarter = Eintritte nach Kommune und Quartal
figures-preset-age-sex = Eintritte nach Alter und Geschlecht
figures-preset-status-sex = Eintritte nach Status und Geschlecht
figures-preset-nationality = Eintritte nach Staatsangehörigkeit
figures-preset-access = Eintritte nach Zugang
figures-preset-needs = Bedarfe nach Lebensbereich
figures-preset-outcomes = Ergebnisse nach Art
figures-preset-caseload = Fälle je Stelle nach Kommune
figures-preset-posts = Stellen nach Kommune und Aufgabe
figures-preset-addressed = Angesprochene nach Quartal
figures-preset-counselled = Beratene nach Quartal
figures-preset-consultations = Gespräche nach Thema

## Zahlen: was nicht geht

figure-bad-day = „{ $what }“ ist kein Tag. Möglich sind 2021, 2021-04 und 2021-04-01.
figure-period-backwards = Der letzte Tag liegt vor dem ersten.
figure-period-long = Der Zeitraum umfasst mehr als hundert Jahre.
figure-unknown = „{ $what }“ wird hier nicht gezählt.
figure-by-unknown = Nach „{ $what }“ lässt sich nichts gliedern.
figure-by-twice =
    Nach „{ $what ->
        [site] { figure-by-site }
        [region] { figure-by-region }
        [district] { figure-by-district }
        [quarter] { figure-by-quarter }
        [year] { figure-by-year }
        [sex] { figure-by-sex }
        [age_class] { figure-by-age-class }
        [status_group] { figure-by-status-group }
        [nationality] { figure-by-nationality }
        [domain] { figure-by-domain }
        [provider] { figure-by-provider }
        [access_path] { figure-by-access-path }
        [outcome] { figure-by-outcome }
        [function] { figure-by-function }
       *[other] { $what }
    }“ ist zweimal gefragt.
figure-by-not-for-measure =
    Dieses Maß lässt sich nicht nach „{ $what ->
        [site] { figure-by-site }
        [region] { figure-by-region }
        [district] { figure-by-district }
        [quarter] { figure-by-quarter }
        [year] { figure-by-year }
        [sex] { figure-by-sex }
        [age_class] { figure-by-age-class }
        [status_group] { figure-by-status-group }
        [nationality] { figure-by-nationality }
        [domain] { figure-by-domain }
        [provider] { figure-by-provider }
        [access_path] { figure-by-access-path }
        [outcome] { figure-by-outcome }
        [function] { figure-by-function }
       *[other] { $what }
    }“ gliedern.
figure-by-two-times = Bitte nach Quartal oder nach Jahr gliedern, nicht nach beidem.
figure-by-count = Bitte nach einem bis drei Merkmalen gliedern.
figure-too-fine = Diese Tabelle ist so fein gegliedert, dass sie sich nicht sicher schützen lässt. Bitte weniger Merkmale oder einen längeren Zeitraum je Spalte wählen.

## Startseite

start-stock = laufende Teilnahmen heute
start-entries = Eintritte in diesem Quartal
start-exits = Austritte in diesem Quartal

## Namen der Vorgänge

act-statistics-export = Tabelle heruntergeladen
subject-table = Tabelle
