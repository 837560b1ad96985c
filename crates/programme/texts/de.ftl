## Standorte

nav-site = Standort
nav-sites = Standorte
nav-programme-settings = Programm
sites-title = Standorte
sites-lead = Wo das Programm arbeitet, und was dort heute gefördert wird.
sites-empty = Es gibt noch keinen Standort. Nehmen Sie den ersten aus der amtlichen Liste auf.
site-add = Standort aufnehmen
site-add-lead = Aus der amtlichen Liste der Kreise, Städte und Gemeinden in Nordrhein-Westfalen.
site-place = Kreis, Stadt oder Gemeinde
site-exists = Diesen Standort gibt es schon.
site-added = Der Standort ist aufgenommen. Das erste Konto seiner Verwaltung richtet der Betrieb ein.
site-kind = Art
site-kind-programme = Programm
site-kind-city = kreisfreie Stadt
site-kind-district = Kreis
site-kind-town = kreisangehörig
site-ags = Amtlicher Schlüssel
site-region = Regierungsbezirk
site-providers = Träger
site-posts = Stellen

## Träger

provider-add = Träger aufnehmen
provider-change = Träger ändern
provider-name = Name des Trägers
provider-kind = Art des Trägers
provider-kind-municipality = Kommune
provider-kind-welfare = Freie Wohlfahrtspflege
provider-kind-other = Sonstiger Träger
provider-known = Einen Träger mit diesem Namen gibt es hier schon.
provider-saved = Der Träger ist gespeichert.
providers-empty = Noch kein Träger. Nehmen Sie zuerst auf, wer die Arbeit trägt, auch die Kommune selbst.

## Stellen

post-add = Stelle aufnehmen
post-change = Stelle ändern
post-lead = Wechselt Umfang oder Person, beenden Sie die Stelle und nehmen Sie eine neue auf. So bleiben die Zahlen früherer Monate richtig.
post-function = Aufgabe
post-function-case-management = Teilhabemanagement
post-function-coordination = Koordination
post-function-administration = Verwaltung
post-fte = Vollzeitstellen
post-fte-today = Vollzeitstellen heute
post-fte-hint = Anteil einer Vollzeitstelle, etwa 0,5 oder 1.
post-fte-unreadable = Bitte eine Zahl wie 0,5 oder 1 mit höchstens zwei Nachkommastellen.
post-provider = Träger
post-from = Beginn
post-to = Letzter Tag
post-to-hint = Leer lassen, solange kein Ende feststeht.
post-ends-before = Der letzte Tag liegt vor dem Beginn.
post-holder = Besetzt mit
post-holder-hint = Wählbar sind Menschen mit einem Konto am Standort.
post-vacant = Unbesetzt
post-held = Besetzt
post-state-running = läuft
post-state-planned = geplant
post-state-ended = beendet
post-saved = Die Stelle ist gespeichert.
posts-empty = Noch keine Stelle. Aus den Stellen entsteht die Kennzahl „Fälle je Vollzeitstelle“.

## Festlegungen

settings-title = Festlegungen des Programms
settings-lead = Sie gelten für alle Standorte und für jede Tabelle, die von jetzt an entsteht.
settings-threshold = Kleinste Zahl, die gezeigt wird
settings-threshold-hint = Von 3 bis 10. Kleinere Zahlen werden in allen Tabellen, Diagrammen und Dateien unterdrückt, dazu so viele andere, dass niemand sie ausrechnen kann.
settings-threshold-range = Bitte eine ganze Zahl von 3 bis 10.
settings-zeros = Nullen
settings-zeros-hint = Eine gezeigte Null sagt, dass niemand aus einer Gruppe da ist. Wer auch das schützt, sieht deutlich weniger Zahlen.
settings-zeros-publish = zeigen
settings-zeros-protect = wie kleine Zahlen schützen
settings-saved = Die Festlegung gilt ab jetzt.

## Namen der Vorgänge

act-site-add = Standort aufgenommen
act-provider-add = Träger aufgenommen
act-provider-change = Träger geändert
act-post-add = Stelle aufgenommen
act-post-change = Stelle geändert
act-programme-protection = Schutz der Zahlen geändert
subject-site = Standort
subject-provider = Träger
subject-post = Stelle
subject-programme = Programm

## Startseite

start-posts-vacant = { $n ->
    [one] Eine Stelle ist unbesetzt.
   *[other] { $n } Stellen sind unbesetzt.
}
start-posts-ending = { $n ->
    [one] Eine Stelle endet in den nächsten drei Monaten.
   *[other] { $n } Stellen enden in den nächsten drei Monaten.
}
start-posts-first-end = Nächstes Ende: { $day }.
start-sites-without-posts = { $n ->
    [one] An einem Standort gibt es heute keine Stelle.
   *[other] An { $n } Standorten gibt es heute keine Stelle.
}
