//! The chapters of a yearly report, in the order of the programme's table volume.

use charts::{Chart, Kind};
use pdf::{Block, Table, Text};
use platform::{Error, Result};

use super::paper::{self, Base, PROTECTED, Pen};
use super::report::{Figures, Material, Place};
use super::series::{Column, Series};
use super::told::Told;
use crate::texts::Section;

/// Charts with more bars than this say less than their table, as does a single bar.
const MOST_BARS: usize = 24;
/// Six years; the bars of more cannot be read on a page.
const MOST_QUARTERS: usize = 24;

pub(super) struct Chapters<'a> {
    pub(super) material: &'a Material<'a>,
    pub(super) figures: &'a Figures,
    pub(super) series: &'a Series,
    pub(super) pen: Pen<'a>,
}

type Chapter = Result<Vec<Block>>;

impl<'a> Chapters<'a> {
    pub(super) fn new(material: &'a Material<'a>, series: &'a Series) -> Self {
        Chapters {
            material,
            figures: material.figures,
            series,
            pen: Pen(material.ui),
        }
    }

    /// All but the method note.
    pub(super) fn all(&self) -> Result<Vec<(Section, Vec<Block>)>> {
        let mut participation = self.cumulated()?;
        participation.extend(self.flows()?);
        let mut opening = self.glance();
        opening.extend(self.implementation());
        Ok(vec![
            (Section::Implementation, opening),
            (Section::Participation, participation),
            (Section::Groups, self.groups()?),
            (Section::Needs, self.needs()?),
            (Section::Outcomes, self.outcomes()?),
            (Section::Counselling, self.counselling()?),
        ])
    }

    fn cumulated(&self) -> Chapter {
        let caption = "Kumulierte Eintritte nach Quartal";
        let twin = self.quarters(
            caption,
            &[
                ("Eintritte", |q| q.entries),
                ("Eintritte kumuliert", |q| q.cumulated),
            ],
            &[("Gezählt", &self.figures.entries)],
        );
        let chart = self.lines(caption, "Eintritte kumuliert", |q| q.cumulated)?;
        Ok(vec![
            Block::heading(1, "Kumulierte Eintritte"),
            Block::paragraph(
                Text::from("Vom Beginn der Aufzeichnung bis zum ")
                    .plain(self.day())
                    .plain(" gab es insgesamt ")
                    .bold(self.pen.count(self.series.entries))
                    .plain(" Eintritte in eine Begleitung. Wer nur angesprochen oder ohne Aufnahme beraten wurde, zählt hier nicht."),
            ),
            paper::figure(&chart, "kumuliert", caption, twin),
        ])
    }

    fn flows(&self) -> Chapter {
        let there = "Bestand am Ende des Quartals";
        let stock = self.lines(there, "Bestand", |q| q.stock)?;
        let mut blocks = vec![
            Block::heading(1, "Eintritte, Austritte und Bestand"),
            Block::heading(2, "Eintritte und Austritte"),
        ];
        blocks.extend(self.moves()?);
        blocks.extend([
            Block::heading(2, "Bestand"),
            paper::figure(
                &stock,
                "bestand",
                there,
                self.quarters(
                    there,
                    &[("Bestand", |q| q.stock)],
                    &[("Gezählt", &self.figures.stock)],
                ),
            ),
        ]);
        Ok(blocks)
    }

    fn moves(&self) -> Chapter {
        let title = "Eintritte und Austritte nach Quartal";
        let all = &self.series.quarters;
        let drawn = paper::recent(all, MOST_QUARTERS);
        let caption = paper::spanning(title, all, drawn, |quarter| &quarter.label);
        let columns = vec![
            paper::one("Eintritte", drawn.iter().map(|q| q.entries)),
            paper::one("Austritte", drawn.iter().map(|q| q.exits)),
        ];
        let labels = drawn.iter().map(|quarter| quarter.label.clone()).collect();
        let chart = Chart::new(Kind::GroupedBars, &caption, labels, columns);
        let chart = chart
            .map_err(undrawable)?
            .in_unit("Fälle")
            .categories_called("Quartal");
        let twin = self.quarters(
            title,
            &[("Eintritte", |q| q.entries), ("Austritte", |q| q.exits)],
            &[
                ("Eintritte", &self.figures.entries),
                ("Austritte", &self.figures.exits),
            ],
        );
        let twin = twin.total([
            "Insgesamt".to_owned(),
            self.pen.count(self.series.entries),
            self.pen.count(self.series.exits),
        ]);
        let mut blocks = Vec::from_iter((drawn.len() < all.len()).then(part_of_table));
        blocks.push(paper::figure(&chart, "bewegungen", &caption, twin));
        Ok(blocks)
    }

    fn groups(&self) -> Chapter {
        let whole = Base {
            head: "Anteil",
            whole: self.figures.groups.sum(),
        };
        let groups = "Eintritte nach Aufenthaltsstatus und Geschlecht";
        let ages = "Eintritte nach Alter am Tag des Eintritts";
        let nations = "Eintritte nach Staatsangehörigkeit";
        let mut blocks = vec![
            Block::heading(1, "Merkmale der Teilnehmenden"),
            Block::paragraph(
                "Alter und Aufenthaltsstatus gelten am Tag des Eintritts; spätere Änderungen zählen hier nicht.",
            ),
            Block::heading(2, "Aufenthaltsstatus und Geschlecht"),
        ];
        let drawn = paper::stacks(&self.figures.groups, groups, "Fälle").map_err(undrawable)?;
        let twin = paper::cross(self.pen, &self.figures.groups, groups);
        blocks.push(paper::figure(&drawn.chart, "gruppen", groups, twin));
        blocks.push(Block::heading(2, "Alter"));
        blocks.push(self.listed("alter", ages, "Eintritte", &self.figures.ages, whole)?);
        blocks.push(Block::heading(2, "Staatsangehörigkeit"));
        blocks.push(self.listed(
            "herkunft",
            nations,
            "Eintritte",
            &self.figures.nationalities,
            whole,
        )?);
        Ok(blocks)
    }

    fn needs(&self) -> Chapter {
        let caption = "Eintritte mit Bedarf nach Lebensbereich";
        let base = Base {
            head: "Anteil an allen Eintritten",
            whole: self.series.entries,
        };
        Ok(vec![
            Block::heading(1, "Bedarfe"),
            Block::note(Text::marked(
                "**Mehrfachnennungen.** Wer in mehreren Lebensbereichen Bedarf hat, zählt in jedem davon einmal. Die Zeilen ergeben zusammen deshalb mehr als alle Eintritte.",
            )),
            self.listed(
                "bedarfe",
                caption,
                "Eintritte mit Bedarf",
                &self.figures.needs,
                base,
            )?,
        ])
    }

    fn outcomes(&self) -> Chapter {
        let caption = "Erstmals erreichte Ergebnisse nach Art und Jahr";
        let told = &self.figures.outcomes;
        let drawn = paper::stacks(told, caption, "Fälle").map_err(undrawable)?;
        let twin = paper::cross(self.pen, told, caption);
        let mut blocks = vec![
            Block::heading(1, "Ergebnisse"),
            Block::note(Text::marked(
                "**Teile ergeben kein Ganzes.** Ein Fall kann mehrere Ergebnisse erreichen, etwa erst einen Sprachkurs, dann eine Ausbildung. Jede Art zählt je Fall einmal, in dem Jahr, in dem sie zuerst erreicht wurde.",
            )),
            Block::heading(2, "Antworten auf häufige Fragen aus Rat und Landtag"),
            self.answers(),
            Block::heading(2, "Ergebnisse im Einzelnen"),
        ];
        blocks.extend(drawn.is_part.then(part_of_table));
        blocks.push(paper::figure(
            &drawn.chart,
            "ergebnisse",
            &drawn.caption,
            twin,
        ));
        Ok(blocks)
    }

    fn answers(&self) -> Block {
        let year = self.material.edition.year;
        let count = |kind: &str| {
            let whole = self.figures.outcomes.coded(&[kind, disclosure::TOTAL]);
            let in_year = self.figures.outcomes.coded(&[kind, &format!("{year:04}")]);
            (spoken(self.pen, whole), spoken(self.pen, in_year))
        };
        let line = |what: &str, kind: &str| {
            let (whole, in_year) = count(kind);
            Text::from(format!("{what}: "))
                .bold(whole)
                .plain(format!(" seit Beginn, davon {in_year} im Jahr {year}"))
        };
        Block::bullets([
            line("Ausbildung aufgenommen", "training"),
            line("Beschäftigung aufgenommen", "employment"),
            line("Davon geringfügig beschäftigt", "employment_marginal"),
            line("Sprachkurs begonnen", "language_course"),
            line("Schulabschluss erreicht", "school_certificate"),
            line("Eigene Wohnung bezogen", "housing"),
        ])
    }

    fn counselling(&self) -> Chapter {
        let mut blocks = vec![
            Block::heading(1, "Angesprochen, beraten, begleitet"),
            Block::note(Text::marked(
                "**Drei Zähler, die nie vermischt werden.** *Angesprochen* sind Menschen, die erreicht wurden, oft ohne Namen. *Beraten* sind Menschen, die ohne Aufnahme in eine Begleitung beraten wurden. *Eintritte* sind Aufnahmen in eine Begleitung; dazu kommen *Beratungskontakte* in laufenden Begleitungen. Die Zähler lassen sich nicht zusammenzählen.",
            )),
        ];
        let counters = [
            (
                "angesprochen",
                "Angesprochene nach Jahr",
                "Personen",
                &self.figures.addressed,
            ),
            (
                "beraten",
                "Beratene ohne Aufnahme nach Jahr",
                "Personen",
                &self.figures.counselled,
            ),
            (
                "kontakte",
                "Beratungskontakte in Begleitungen nach Jahr",
                "Kontakte",
                &self.figures.consultations,
            ),
        ];
        for (id, caption, unit, told) in counters {
            let base = Base {
                head: "Anteil",
                whole: told.sum(),
            };
            blocks.push(self.listed(id, caption, unit, told, base)?);
        }
        Ok(blocks)
    }

    /// A table of one dimension, with its picture where that can be read.
    fn listed(
        &self,
        id: &str,
        caption: &str,
        unit: &str,
        told: &Told,
        base: Base<'_>,
    ) -> Result<Block> {
        let table = paper::list(self.pen, told, caption, unit, base);
        let lines = told.lines(0);
        let seen = lines
            .iter()
            .any(|line| told.count(&[line.position]).is_some_and(|n| n > 0));
        if !seen || !(2..=MOST_BARS).contains(&lines.len()) {
            return Ok(table.into());
        }
        let chart = paper::bars(told, caption, unit).map_err(undrawable)?;
        Ok(paper::figure(&chart, id, caption, table))
    }

    fn quarters(
        &self,
        caption: &str,
        columns: &[(&str, Column)],
        measures: &[(&str, &Told)],
    ) -> Table {
        let mut table = Table::new(caption).label("Quartal");
        table = table.numbers(columns.iter().map(|(head, _)| *head));
        for quarter in &self.series.quarters {
            let counts = columns
                .iter()
                .map(|(_, column)| self.pen.count(column(quarter)));
            table = table.row(std::iter::once(quarter.label.clone()).chain(counts));
        }
        paper::noted_each(table, measures)
    }

    fn lines(&self, title: &str, name: &str, column: Column) -> Result<Chart> {
        let series = paper::one(name, self.series.quarters.iter().map(column));
        let chart = Chart::new(Kind::Lines, title, self.labels(), vec![series]);
        Ok(chart
            .map_err(undrawable)?
            .in_unit("Fälle")
            .categories_called("Quartal"))
    }

    fn labels(&self) -> Vec<String> {
        self.series
            .quarters
            .iter()
            .map(|quarter| quarter.label.clone())
            .collect()
    }

    pub(super) fn day(&self) -> String {
        self.material.ui.day(self.material.edition.to)
    }

    pub(super) fn is_site(&self) -> bool {
        matches!(self.material.edition.place, Place::Site { .. })
    }

    /// The last shown stock; none if it is protected.
    pub(super) fn stock(&self) -> Option<u64> {
        self.series.quarters.last()?.stock
    }
}

fn part_of_table() -> Block {
    Block::paragraph("Die Abbildung zeigt die letzten sechs Jahre, die Tabelle darunter alle.")
}

fn undrawable(error: charts::ChartError) -> Error {
    Error::Internal(error.into())
}

/// `12`, or what stands for a protected number in a sentence.
fn spoken(pen: Pen<'_>, count: Option<u64>) -> String {
    match count {
        Some(_) => pen.count(count),
        None => format!("{PROTECTED} (geschützt)"),
    }
}
