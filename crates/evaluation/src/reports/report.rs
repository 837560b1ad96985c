//! What a yearly report is: the edition, what goes into it, and the order of its chapters.
//!
//! Composing is pure: the same edition with the same figures and texts gives the same document.

use jiff::civil::Date;
use pdf::{Block, Cover, Document, Lang, Text};
use platform::Result;
use platform::ui::Ui;

use super::chapters::Chapters;
use super::series::Series;
use super::told::Told;
use crate::texts::{Section, Written};

/// Which report, for whom, and from when.
#[derive(Clone, Debug)]
pub struct Edition {
    pub year: i16,
    pub place: Place,
    /// First day that is looked at: the beginning of the year of the programme's first entry.
    pub from: Date,
    /// First day of the quarter of that entry, where tables by quarter begin.
    pub first_quarter: Date,
    /// Last day of the year, or the data date if the year is not over.
    pub to: Date,
    pub data_date: Date,
    /// All people are invented.
    pub is_synthetic: bool,
}

/// Whose figures a report tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Site { name: String, ags: String },
    Programme { sites: usize },
}

/// All published tables of a report. Flows are counted from the beginning of the programme on, so
/// that the tables of one report share no total but the whole.
#[derive(Clone, Debug)]
pub struct Figures {
    pub entries: Told,
    pub exits: Told,
    pub stock: Told,
    /// Entries by site; for the programme only.
    pub sites: Option<Told>,
    /// Entries by status group and sex.
    pub groups: Told,
    /// Entries by age class and by nationality.
    pub ages: Told,
    pub nationalities: Told,
    pub needs: Told,
    /// By kind and year.
    pub outcomes: Told,
    /// By year.
    pub addressed: Told,
    pub counselled: Told,
    pub consultations: Told,
}

/// The posts of a provider at a site on the last day; budget facts, nothing about clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posts {
    pub ags: String,
    pub site: String,
    /// None: the site itself.
    pub provider: Option<String>,
    pub posts: i64,
    pub fte_hundredths: i64,
    /// Of these for case management.
    pub case_management_hundredths: i64,
}

/// Everything a report is made from.
pub struct Material<'a> {
    /// German, for numbers and days.
    pub ui: &'a Ui,
    pub edition: &'a Edition,
    pub figures: &'a Figures,
    pub posts: &'a [Posts],
    pub written: &'a [Written],
}

impl Edition {
    pub fn title(&self) -> String {
        match &self.place {
            Place::Site { name, .. } => format!("Jahresbericht {} – {name}", self.year),
            Place::Programme { .. } => format!("Jahresbericht {}", self.year),
        }
    }

    fn subtitle(&self) -> String {
        match &self.place {
            Place::Site { .. } => "Teilhabemanagement am Standort".to_owned(),
            Place::Programme { sites } => {
                format!("Teilhabemanagement, gesamtes Programm mit {sites} Standorten")
            }
        }
    }

    /// What a saved file is called.
    pub fn file_name(&self) -> String {
        let place = match &self.place {
            Place::Site { ags, .. } => ags.as_str(),
            Place::Programme { .. } => "programm",
        };
        format!("jahresbericht-{}-{place}.pdf", self.year)
    }
}

/// Puts a report together.
pub fn compose(material: &Material<'_>) -> Result<Document> {
    let Edition { data_date, .. } = *material.edition;
    let mut document = Document::new(material.edition.title(), Lang::De, data_date)
        .author("Teilhabemanagement und wissenschaftliche Begleitung")
        .subject(format!(
            "Eintritte, Austritte, Bestand, Merkmale, Bedarfe und Ergebnisse. {}",
            material.edition.subtitle()
        ))
        .cover(cover(material));
    if material.edition.is_synthetic {
        document = document.marking("Synthetische Daten");
    }
    let figures = material.figures;
    let series = Series::new(&figures.entries, &figures.exits, &figures.stock);
    let chapters = Chapters::new(material, &series);
    document.blocks = vec![Block::Contents, Block::PageBreak];
    if has(material, Section::Preface) {
        document.blocks.push(Block::heading(1, "Vorbemerkung"));
        document.blocks.extend(written(material, Section::Preface));
    }
    for (section, blocks) in chapters.all()? {
        document.blocks.extend(blocks);
        document.blocks.extend(written(material, section));
    }
    if has(material, Section::Outlook) {
        document
            .blocks
            .push(Block::heading(1, "Einordnung und Ausblick"));
        document.blocks.extend(written(material, Section::Outlook));
    }
    document.blocks.extend(chapters.method());
    Ok(document)
}

fn cover(material: &Material<'_>) -> Cover {
    let (ui, edition) = (material.ui, material.edition);
    let mut cover = Cover::default().subtitle(edition.subtitle());
    if let Place::Site { ags, .. } = &edition.place {
        cover = cover.fact("Gemeindeschlüssel", ags);
    }
    cover
        .fact("Berichtsjahr", edition.year.to_string())
        .fact(
            "Zeitraum der Zahlen",
            format!("{} bis {}", ui.day(edition.from), ui.day(edition.to)),
        )
        .fact("Datenstand", ui.day(edition.data_date))
        .fact(
            "Schutz kleiner Zahlen",
            &material.figures.entries.table.notes().rule,
        )
}

fn has(material: &Material<'_>, section: Section) -> bool {
    material.written.iter().any(|text| text.section == section)
}

/// What people wrote for a section, each under the name of who speaks.
fn written(material: &Material<'_>, section: Section) -> Vec<Block> {
    let texts = material
        .written
        .iter()
        .filter(|text| text.section == section);
    texts
        .flat_map(|text| {
            let speaker = match (&material.edition.place, text.by_site) {
                (_, true) => "Aus dem Standort",
                (Place::Programme { .. }, false) => "Wissenschaftliche Begleitung",
                (Place::Site { .. }, false) => "Wissenschaftliche Begleitung, zum ganzen Programm",
            };
            let head = Block::paragraph(Text::default().bold(speaker));
            std::iter::once(head).chain(body(&text.body))
        })
        .collect()
}

/// Paragraphs stand between empty lines; lines that begin with a dash are a list.
fn body(text: &str) -> Vec<Block> {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|p| !p.is_empty());
    paragraphs
        .map(|paragraph| {
            let items: Option<Vec<&str>> = paragraph
                .lines()
                .map(|line| line.trim().strip_prefix("- "))
                .collect();
            match items {
                Some(items) => Block::bullets(items.into_iter().map(Text::marked)),
                None => Block::paragraph(Text::marked(paragraph)),
            }
        })
        .collect()
}
