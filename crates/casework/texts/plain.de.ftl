## Gesprächsblatt in einfachen Worten

plain-B1-work = Arbeiten in einem Betrieb
plain-B1-self_employment = Selbständig arbeiten
plain-B2-integration = Einen Integrationskurs besuchen
plain-B2-vocational = Einen Deutschkurs für den Beruf besuchen
plain-B2-duty = Das Sozialamt kann Sie zum Integrationskurs verpflichten
plain-B3-company_training = Eine Ausbildung in einem Betrieb machen
plain-B3-school_training = Eine Ausbildung an einer Schule machen
plain-B3-bvb = Einen Vorbereitungskurs der Arbeitsagentur für die Ausbildung besuchen (BvB)
plain-B3-bab = Geld für die Ausbildung von der Arbeitsagentur bekommen (BAB)
plain-B3-asa_pre = Hilfe bei der Suche nach einer Ausbildung bekommen (AsA)
plain-B3-asa = Nachhilfe und Begleitung während der Ausbildung bekommen (AsA)
plain-B3-bae = Eine Ausbildung bei einem Bildungsträger machen (BaE)
plain-B3-eq = Ein bezahltes Praktikum vor der Ausbildung machen (EQ)
plain-B3-bafoeg = Geld für Schule oder Studium bekommen (BAföG)
plain-B4-asylblg = Geld und Hilfe vom Sozialamt bekommen (AsylbLG)
plain-B4-asylblg_s2 = Höhere Leistungen vom Sozialamt bekommen (§ 2 AsylbLG)
plain-B4-sgb2 = Geld vom Jobcenter bekommen
plain-B4-health = Wie gesetzlich Versicherte zum Arzt gehen
plain-B4-egk = Eine Gesundheitskarte bekommen
plain-B4-youth_support = Hilfe der Jugendsozialarbeit bekommen
plain-B4-young_adult_aid = Hilfe vom Jugendamt für junge Erwachsene bekommen
plain-B4-housing_allowance = Geld für die Miete bekommen (Wohngeld)
plain-B4-area = In ganz Deutschland unterwegs sein
plain-B4-residence = Selbst bestimmen, in welcher Stadt Sie wohnen
plain-B4-wbs = Einen Schein für eine günstige Wohnung bekommen (WBS)

plain-C1 = Aufenthaltserlaubnis für junge Menschen, die hier gut angekommen sind
plain-C1-1 = Sie haben lange genug eine Duldung (oder das Chancen-Aufenthaltsrecht).
plain-C1-2 = Sie leben lange genug ohne Unterbrechung hier.
plain-C1-3 = Sie waren lange genug mit Erfolg in der Schule oder haben einen Abschluss.
plain-C1-4 = Sie stellen den Antrag, bevor Sie zu alt dafür sind.
plain-C1-7 = Sie verdienen genug, oder Sie sind in Schule, Ausbildung oder Studium.
plain-C1-8 = Ihre Identität ist geklärt und Sie haben einen Pass.
plain-C1-9 = Zeiten mit einer „Duldung für Personen mit ungeklärter Identität“ zählen nicht mit.

plain-C2 = Aufenthaltserlaubnis für Menschen, die schon lange hier leben
plain-C2-1 = Sie haben eine Duldung (oder das Chancen-Aufenthaltsrecht).
plain-C2-2 = Sie leben viele Jahre ohne Unterbrechung hier. Mit einem Kind reicht weniger.
plain-C2-3 = Sie haben den Test „Leben in Deutschland“ bestanden.
plain-C2-4 = Sie leben überwiegend von eigener Arbeit.
plain-C2-5 = Sie sprechen Deutsch auf dem Niveau A2.
plain-C2-6-60d = Sie haben 30 Monate eine Beschäftigungsduldung.

plain-C3 = Duldung für die Ausbildung
plain-C3-1 = Sie haben die Ausbildung schon im Asylverfahren begonnen.
plain-C3-1b = Sie haben seit drei Monaten eine Duldung.
plain-C3-2 = Die Ausbildung führt zu einem anerkannten Beruf.
plain-C3-3 = Der Vertrag ist eingetragen, oder die Schule hat zugesagt.
plain-C3-4 = Der Antrag kommt nicht früher als sieben Monate vor dem Beginn.
plain-C3-5 = Ihre Identität war rechtzeitig geklärt, oder Sie haben rechtzeitig alles dafür getan.

plain-C4 = Aufenthaltserlaubnis für die Ausbildung
plain-C4-1 = Sie haben die Ausbildung schon im Asylverfahren begonnen.
plain-C4-1b = Sie haben seit drei Monaten eine Duldung.
plain-C4-2 = Die Ausbildung führt zu einem anerkannten Beruf.
plain-C4-3 = Der Vertrag ist eingetragen, oder die Schule hat zugesagt.
plain-C4-4 = Der Antrag kommt nicht früher als sieben Monate vor dem Beginn.
plain-C4-5 = Ihre Identität war rechtzeitig geklärt, oder Sie haben rechtzeitig alles dafür getan.
plain-C4-livelihood = Sie haben genug Geld zum Leben. Geld für die Ausbildung von der Arbeitsagentur zählt mit.

plain-C5 = Duldung für die Arbeit
plain-C5-1 = Sie sind früh genug nach Deutschland gekommen.
plain-C5-2 = Ihre Identität war rechtzeitig geklärt, oder Sie haben rechtzeitig alles dafür getan.
plain-C5-3 = Sie haben seit zwölf Monaten eine Duldung.
plain-C5-4 = Sie arbeiten lange genug mit genug Stunden und Sozialversicherung.
plain-C5-5 = Sie leben seit zwölf Monaten von dieser Arbeit.
plain-C5-6 = Sie sprechen Deutsch auf dem Niveau A2.

plain-C6 = Chancen-Aufenthaltsrecht
plain-C6-1 = Sie haben eine Duldung.
plain-C6-2 = Sie lebten am 31.10.2022 seit fünf Jahren ohne Unterbrechung hier.

plain-C7 = Aufenthaltserlaubnis für Menschen mit Berufsabschluss
plain-C7-status = Sie haben eine Duldung oder einen passenden Aufenthaltstitel.
plain-C7-1 = Sie haben eine Ausbildung oder ein Studium in Deutschland abgeschlossen.
plain-C7-2 = Ihr Abschluss aus dem Ausland ist anerkannt und Sie arbeiten seit zwei Jahren in diesem Beruf.
plain-C7-3 = Sie arbeiten seit drei Jahren als Fachkraft und lebten zuletzt ohne Hilfe vom Amt.
plain-C7-4 = Sie haben eine Arbeit, die zu Ihrem Abschluss passt.
plain-C7-6 = Sie sprechen Deutsch auf dem Niveau B1.
plain-C7-1a = Nach der Ausbildungsduldung haben Sie eine passende Arbeit und Deutsch auf dem Niveau B1.

plain-C8 = Härtefall
plain-C8-1 = Sie müssten Deutschland verlassen.

plain-C9 = Niederlassungserlaubnis oder Einbürgerung
plain-C9-1 = Mit anerkanntem Schutz: fünf Jahre, genug eigenes Geld, Deutsch A2.
plain-C9-2 = Mit anerkanntem Schutz: drei Jahre, fast ganz eigenes Geld, Deutsch C1.
plain-C9-3 = Mit einem anderen humanitären Titel: fünf Jahre, genug Geld, Deutsch B1, Test „Leben in Deutschland“.
plain-C9-4 = Wenn Sie als Kind gekommen sind: fünf Jahre Titel, volljährig, Deutsch B1, Geld oder Ausbildung.
plain-C9-5 = Einbürgerung: genug Jahre mit erlaubtem Aufenthalt, genug Geld, Deutsch B1, Test, geklärte Identität.
plain-C9-6 = Einbürgerung früher: mit besonderen Leistungen und Deutsch C1.

plain-C10 = Vom Asylverfahren in die Arbeit als Fachkraft wechseln
plain-C10-1 = Sie haben den Asylantrag zurückgenommen. Tun Sie das nie ohne Beratung.
plain-C10-2 = Sie sind vor dem 29.03.2023 nach Deutschland gekommen.
plain-C10-3 = Sie haben eine Arbeit als Fachkraft.
plain-C10-4 = Ihr Asylantrag ist nicht endgültig abgelehnt.

plain-D01 = Letzter Tag, um Ihren Aufenthaltstitel zu verlängern
plain-D03 = Jetzt die Verlängerung Ihres Aufenthaltstitels vorbereiten
plain-D04 = Ihre Duldung läuft ab. Bitte vorher verlängern.
plain-D05 = Ihre Aufenthaltsgestattung läuft ab. Bitte vorher verlängern.
plain-D06 = Ihr Ankunftsnachweis läuft ab
plain-D08 = Letzter Tag für die Klage gegen den Asylbescheid
plain-D09 = Letzter Tag für die Klage und den Eilantrag gegen den Asylbescheid
plain-D10 = Letzter Tag, um die Klage zu begründen
plain-D12 = Bis dahin sollen Sie ausreisen. Sprechen Sie sofort mit Ihrer Beratung.
plain-D16 = Letzter Tag für den Antrag als junger Mensch (§ 25a)
plain-D18 = Letzter Tag für den Antrag als junger Mensch (§ 25a)
plain-D19-apply = Ab dann geht der Antrag für die Ausbildung
plain-D20 = Drei Monate Duldung sind voll (wichtig für die Ausbildung)
plain-D21 = Bis dahin alles tun, um Ihre Identität zu klären
plain-D24 = Ende der Zeit für die Suche nach Ausbildung oder Arbeit
plain-D25 = Jetzt den Antrag nach der Beschäftigungsduldung vorbereiten
plain-D26 = Ende des Chancen-Aufenthaltsrechts
plain-D27 = Bis dahin den Integrationskurs beginnen
plain-D28 = Ab dann höhere Leistungen vom Sozialamt
plain-D29-3m = Ab dann kann Arbeit erlaubt werden
plain-D29-9m = Ab dann kann Arbeit erlaubt werden
plain-D29-6m = Ab dann kann Arbeit erlaubt werden
plain-D29-registered = Ab dann kann Arbeit erlaubt werden
plain-D29-duldung = Ab dann kann Arbeit in der Aufnahmeeinrichtung erlaubt werden
plain-D29-4y = Ab dann wird Arbeit leichter erlaubt
plain-D30-bvb = Ab dann geht der Vorbereitungskurs der Arbeitsagentur
plain-D30-bab = Ab dann geht Geld für die Ausbildung (BAB)
plain-D30-bafoeg = Ab dann geht BAföG
plain-D31 = Letzter Tag für den Widerspruch gegen das Sozialamt
plain-D33 = Letzter Tag für die Klage gegen die Ausländerbehörde
plain-D39 = Jetzt einen neuen Pass beantragen. Sprechen Sie vorher mit Ihrer Beratung.
plain-D40 = Ab dann können Sie frei wählen, wo Sie wohnen

sheet-language = Sprache des Blatts
sheet-or = – oder –
sheet-expected = Das ist voraussichtlich am { $day } erfüllt.
