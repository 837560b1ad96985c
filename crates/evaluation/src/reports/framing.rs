//! What stands around the figures: the overview, the posts, the method note.

use pdf::{Block, Table, Text};
use platform::ui::Ui;

use super::chapters::Chapters;
use super::paper::PROTECTED;
use super::report::Posts;

impl Chapters<'_> {
    pub(super) fn glance(&self) -> Vec<Block> {
        vec![
            Block::heading(1, "Auf einen Blick"),
            self.year_in_numbers().into(),
            Block::paragraph(format!(
                "Das Zeichen „{PROTECTED}“ steht in diesem Bericht für Werte, die zum Schutz einzelner Menschen nicht genannt werden. Näheres steht unter „Methode“."
            )),
        ]
    }

    fn year_in_numbers(&self) -> Table {
        let year = self.material.edition.year;
        let (series, figures, pen) = (self.series, self.material.figures, self.pen);
        let code = format!("{year:04}");
        let whole = |count| Some(pen.count(count));
        let stock = format!("Bestand am {}", self.day());
        let addressed = figures.addressed.coded(&[&code]);
        let counselled = figures.counselled.coded(&[&code]);
        let rows = [
            (
                "Eintritte in eine Begleitung",
                series.entries_in(year),
                whole(series.entries),
            ),
            ("Austritte", series.exits_in(year), whole(series.exits)),
            (&stock, self.stock(), None),
            ("Angesprochene", addressed, whole(figures.addressed.sum())),
            (
                "Ohne Aufnahme Beratene",
                counselled,
                whole(figures.counselled.sum()),
            ),
        ];
        let table = Table::new(format!("Das Jahr {year} in Zahlen"))
            .label("Kennzahl")
            .number(format!("im\u{a0}Jahr\u{a0}{year}"))
            .number("seit\u{a0}Beginn")
            .note("Was die Kennzahlen zählen, steht am Ende unter „Was gezählt wird“.");
        rows.into_iter()
            .fold(table, |table, (what, in_year, whole)| {
                let whole = whole.unwrap_or_else(|| "–".to_owned());
                table.row([what.to_owned(), pen.count(in_year), whole])
            })
    }

    pub(super) fn implementation(&self) -> Vec<Block> {
        let (head, table) = if self.is_site() {
            ("Umsetzung am Standort", self.providers())
        } else {
            ("Umsetzung nach Kommunen", self.municipalities())
        };
        let mut blocks = vec![Block::heading(1, head), Block::paragraph(self.posts())];
        if !self.is_site() || !self.material.posts.is_empty() {
            blocks.push(self.about_posts(table).into());
        }
        blocks
    }

    fn posts(&self) -> Text {
        let (ui, posts) = (self.material.ui, self.material.posts);
        if posts.is_empty() {
            return Text::from(format!(
                "Für den {} sind keine Stellen erfasst.",
                self.day()
            ));
        }
        let fte: i64 = posts.iter().map(|p| p.fte_hundredths).sum();
        let case_management: i64 = posts.iter().map(|p| p.case_management_hundredths).sum();
        let text = Text::from(format!("Am {} gab es Stellen im Umfang von ", self.day()))
            .bold(ui.decimal(fte))
            .plain(" Vollzeitstellen, davon ")
            .bold(ui.decimal(case_management))
            .plain(" für Fallbegleitung.");
        let stock = self.stock().and_then(|stock| i64::try_from(stock).ok());
        let Some(stock) = stock.filter(|_| case_management > 0) else {
            return text;
        };
        // Cases per full post in tenths, rounded half up.
        let tenths = (stock * 2_000 + case_management) / (2 * case_management);
        text.plain(" Auf eine volle Stelle der Fallbegleitung kamen ")
            .bold(ui.decimal(tenths * 10))
            .plain(" laufende Fälle.")
    }

    fn about_posts(&self, table: Table) -> Table {
        table.note(format!(
            "Stellen: am {} laufende Stellen, Umfang in Vollzeitstellen. Angaben zu Stellen sind nicht personenbezogen und bleiben ungeschützt.",
            self.day()
        ))
    }

    fn providers(&self) -> Table {
        let ui = self.material.ui;
        let mut table = Table::new("Stellen nach Träger").label("Träger").numbers([
            "Stellen",
            "Umfang",
            "davon Fallbegleitung",
        ]);
        for posts in self.material.posts {
            let provider = posts.provider.as_deref().unwrap_or("Standort selbst");
            table = table.row(amounts(ui, provider, std::slice::from_ref(posts)));
        }
        table.total(amounts(ui, "Insgesamt", self.material.posts))
    }

    /// All sites that have posts or entries, by key.
    fn municipalities(&self) -> Table {
        let ui = self.material.ui;
        let mut table = Table::new("Umsetzung nach Kommunen")
            .label("Kommune")
            .numbers(["Stellen", "Umfang", "davon Fallbegleitung"])
            .number("Eintritte seit Beginn")
            .label("Träger");
        let Some(entries) = &self.figures.sites else {
            return table;
        };
        let nodes = entries.table.dimensions()[0].nodes();
        for line in entries.lines(0) {
            let ags = nodes[line.position].label();
            let here: Vec<Posts> = self
                .material
                .posts
                .iter()
                .filter(|p| p.ags == ags)
                .cloned()
                .collect();
            let mut row = amounts(ui, &line.label, &here).to_vec();
            row.push(self.pen.count(entries.count(&[line.position])));
            let names: Vec<&str> = here.iter().filter_map(|p| p.provider.as_deref()).collect();
            row.push(if names.is_empty() {
                "–".to_owned()
            } else {
                names.join(", ")
            });
            table = table.row(row);
        }
        let mut row = amounts(ui, "Insgesamt", self.material.posts).to_vec();
        row.push(self.pen.count(entries.sum()));
        row.push(String::new());
        super::paper::noted(table.total(row), entries)
    }

    pub(super) fn method(&self) -> Vec<Block> {
        let edition = self.material.edition;
        let ui = self.material.ui;
        vec![
            Block::heading(1, "Methode"),
            Block::heading(2, "Grundlage und Zeitbezug"),
            Block::paragraph(format!(
                "Alle Zahlen stammen aus der laufenden Falldokumentation der Standorte mit Datenstand {}. Eintritte, Austritte, Bedarfe und Ergebnisse werden vom {} bis zum {} gezählt, der Bestand am letzten Tag jedes Quartals. Tabellen nach Quartalen beginnen mit dem Quartal des ersten Eintritts. Nachträge nach dem Datenstand sind nicht enthalten.",
                ui.day(edition.data_date),
                ui.day(edition.from),
                ui.day(edition.to),
            )),
            Block::paragraph(
                "Ein Eintritt ist die Aufnahme in eine Begleitung, ein Austritt ihr Abschluss. Wer nach einem Abschluss mit einem neuen Fall wiederkommt, tritt erneut ein. Eine wieder geöffnete Begleitung zählt nicht als Austritt.",
            ),
            Block::heading(2, "Schutz kleiner Zahlen"),
            Block::paragraph(
                Text::from("Regel: ").bold(self.figures.entries.table.notes().rule.clone()),
            ),
            Block::paragraph(format!(
                "Jede Tabelle wird vor der Veröffentlichung geschützt und unabhängig geprüft: Kleine Zahlen und so viele weitere Werte, dass sie sich nicht zurückrechnen lassen, sind durch „{PROTECTED}“ ersetzt. Anteile, Summen und Abbildungen entstehen nur aus gedruckten Werten. Eintritte, Austritte und Bestand hängen zusammen; was sich erst aus ihnen gemeinsam ergäbe, ist ebenfalls geschützt. In Abbildungen sind geschützte Werte schraffiert und nicht maßstäblich."
            )),
            Block::heading(2, "Teile müssen kein Ganzes ergeben"),
            Block::paragraph(
                "Bei Bedarfen und Ergebnissen sind Mehrfachnennungen möglich; die Teile können zusammen mehr oder weniger als das Ganze sein. Jede Tabelle nennt deshalb ihre Basis. Anteile sind kaufmännisch auf eine Stelle gerundet.",
            ),
            Block::heading(2, "Was gezählt wird"),
            self.definitions().into(),
        ]
    }

    fn definitions(&self) -> Table {
        let figures = self.figures;
        let rows = [
            ("Eintritte", &figures.entries),
            ("Austritte", &figures.exits),
            ("Bestand", &figures.stock),
            ("Bedarfe", &figures.needs),
            ("Ergebnisse", &figures.outcomes),
            ("Angesprochene", &figures.addressed),
            ("Beratene", &figures.counselled),
            ("Beratungskontakte", &figures.consultations),
        ];
        let table = Table::new("Zählweise und Basis")
            .label("Kennzahl")
            .label("Zählweise")
            .label("Basis");
        rows.into_iter().fold(table, |table, (name, told)| {
            let notes = told.table.notes();
            table.row([name, &notes.wording, &notes.base])
        })
    }
}

fn amounts(ui: &Ui, label: &str, posts: &[Posts]) -> [String; 4] {
    let sum = |of: fn(&Posts) -> i64| posts.iter().map(of).sum::<i64>();
    [
        label.to_owned(),
        ui.number(sum(|p| p.posts)),
        ui.decimal(sum(|p| p.fte_hundredths)),
        ui.decimal(sum(|p| p.case_management_hundredths)),
    ]
}
