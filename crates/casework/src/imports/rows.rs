//! Tells data rows from sums, notes and repeated headers, and reads them.

use jiff::civil::Date;

use super::grid::{Grid, GridRow, Value};
use super::header::{Header, HeaderColumn};
use super::headings;
use super::mapping::Field;
use super::reader::{Reader, is_blank};
use super::row::ImportRow;
use super::text::{fold, squeeze};
use super::{dates, nationality, sex, status};

pub(super) fn read(grid: &Grid, header: &Header, today: Date) -> Vec<ImportRow> {
    let rows = &grid.rows[header.below..];
    let mut reader = Reader {
        header,
        today,
        epoch_1904: grid.epoch_1904,
        numbers_count_rows: false,
        status_is_stage: false,
    };
    let mut data = Vec::new();
    let mut after_notes = false;
    for (place, row) in rows.iter().enumerate() {
        match kind(row, &reader, grid, place == 0) {
            Kind::Data if !after_notes || proves_a_person(row, &reader) => data.push(row),
            Kind::LegendBegins => after_notes = true,
            Kind::Data | Kind::Other => {}
        }
    }
    reader.numbers_count_rows = numbers_count_rows(header, &data);
    reader.status_is_stage = status_is_stage(header, &data);
    data.into_iter().map(|row| reader.read(row)).collect()
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Data,
    /// What follows explains the list.
    LegendBegins,
    Other,
}

fn kind(row: &GridRow, reader: &Reader<'_>, grid: &Grid, is_first: bool) -> Kind {
    if !row.has_own_cells() {
        return Kind::Other;
    }
    let first = row
        .cells()
        .iter()
        .find_map(|(_, value)| value.as_text())
        .unwrap_or_default();
    if is_legend(first) && !proves_a_person(row, reader) {
        return Kind::LegendBegins;
    }
    let told = fields(row, reader);
    if told.is_empty()
        || told == [Field::Number] && row.cells().len() == 1
        || repeats_header(row, reader.header)
        || is_first && explains_columns(row, reader)
        || is_sum(row, first, reader)
        || is_note(row, first, &told, grid, reader)
    {
        return Kind::Other;
    }
    Kind::Data
}

/// Fields that make a row one about a person; the worker is filled in in empty rows, too.
fn fields(row: &GridRow, reader: &Reader<'_>) -> Vec<Field> {
    let columns = reader
        .header
        .columns
        .iter()
        .filter(|column| row.get(column.column).is_some());
    let fields = columns.filter_map(|column| {
        let field = column.field?;
        let counts_rows = field == Field::Number && headings::is_running_number(&column.heading);
        (field != Field::Worker && !counts_rows).then_some(field)
    });
    fields.collect()
}

/// A birth date, sex or nationality that can be read.
fn proves_a_person(row: &GridRow, reader: &Reader<'_>) -> bool {
    let value = |field| {
        reader
            .header
            .column(field)
            .and_then(|column| row.get(column.column))
    };
    let day = value(Field::BirthDate).and_then(|value| match value {
        Value::Number(number) if *number < 10_000.0 => None,
        value => dates::read(value, reader.context(Field::OpenedOn)),
    });
    day.is_some()
        || value(Field::Sex)
            .and_then(Value::as_text)
            .and_then(sex::read)
            .is_some()
        || value(Field::Nationality)
            .is_some_and(|v| v.as_text().is_some() && nationality::read(v).is_some())
}

/// The header printed again on each page.
fn repeats_header(row: &GridRow, header: &Header) -> bool {
    let same = |column: &&HeaderColumn| {
        let text = row.get(column.column).and_then(Value::as_text);
        text.is_some_and(|text| {
            let (text, heading) = (squeeze(text), squeeze(&column.heading));
            let is_part = heading.ends_with(&text) && !text.is_empty();
            text == heading || is_part && headings::field(&text).map(|f| f.0) == column.field
        })
    };
    let recognised = header
        .columns
        .iter()
        .filter(|column| column.field.is_some());
    // Two matches decide; a data row mostly shows in its first cells that it is none.
    recognised.filter(same).take(2).count() == 2
}

/// A row below the header that says what to write: `TT.MM.JJJJ`, `m/w/d`, `1 2 3 4`.
fn explains_columns(row: &GridRow, reader: &Reader<'_>) -> bool {
    const PATTERNS: [&str; 7] = [
        "ttmmjjjj", "ttmmjj", "ddmmyyyy", "jjjjmmtt", "mwd", "wmd", "mw",
    ];
    let cells = row.cells();
    let numbered = |place: usize, value: &Value| match value {
        Value::Number(number) => format!("{number}") == (place + 1).to_string(),
        Value::Text(text) => *text == (place + 1).to_string(),
        _ => false,
    };
    let counts_columns =
        cells.len() > 2 && cells.iter().enumerate().all(|(i, (_, v))| numbered(i, v));
    let pattern = reader
        .header
        .columns
        .iter()
        .filter(|c| c.field.is_some())
        .any(|column| {
            let text = row.get(column.column).and_then(Value::as_text).map(squeeze);
            text.is_some_and(|text| PATTERNS.contains(&text.as_str()))
        });
    counts_columns || pattern
}

const SUM_WORDS: [&str; 14] = [
    "summe",
    "summen",
    "gesamt",
    "gesamtzahl",
    "gesamtsumme",
    "insgesamt",
    "anzahl",
    "total",
    "zwischensumme",
    "durchschnitt",
    "mittelwert",
    "uebertrag",
    "davon",
    "gesamtergebnis",
];

fn is_sum(row: &GridRow, first: &str, reader: &Reader<'_>) -> bool {
    let folded = fold(first);
    let word: String = folded.chars().take_while(|c| c.is_alphabetic()).collect();
    let sum_word = SUM_WORDS.contains(&word.as_str()) || first.starts_with(['∑', 'Σ', 'Ø']);
    if sum_word && !proves_a_person(row, reader) {
        return true;
    }
    // Counts below the columns, without a word.
    row.cells().iter().all(|(_, value)| match value {
        Value::Number(number) => *number < 10_000.0,
        Value::Text(text) => text.len() < 5 && text.bytes().all(|b| b.is_ascii_digit()),
        Value::NoResult => true,
        _ => false,
    })
}

fn is_legend(first: &str) -> bool {
    let folded = fold(first);
    let word: String = folded.chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(
        word.as_str(),
        "legende"
            | "erlaeuterung"
            | "erlaeuterungen"
            | "abkuerzungen"
            | "zeichenerklaerung"
            | "fussnoten"
    )
}

fn is_note(row: &GridRow, first: &str, told: &[Field], grid: &Grid, reader: &Reader<'_>) -> bool {
    if proves_a_person(row, reader) {
        return false;
    }
    if row.cells().len() > 1 {
        return is_note_text(first) && row.cells().len() <= 3;
    }
    let Some((column, value)) = row.cells().first() else {
        return true;
    };
    match told.first() {
        Some(Field::Name | Field::FamilyName | Field::GivenName) => {
            is_note_text(first) || is_long(first) || grid.is_wide(row.number, *column)
        }
        Some(Field::Number) | None => true,
        Some(Field::Status) => value
            .as_text()
            .is_none_or(|text| status::read(text) == status::Reading::Unreadable),
        Some(field) => is_blank(value) || dates::read(value, reader.context(*field)).is_none(),
    }
}

/// Begins like a remark about the list.
fn is_note_text(text: &str) -> bool {
    const WORDS: [&str; 30] = [
        "stand",
        "hinweis",
        "hinweise",
        "anmerkung",
        "anmerkungen",
        "bemerkung",
        "bemerkungen",
        "quelle",
        "erstellt",
        "erstellung",
        "bearbeitet",
        "seite",
        "liste",
        "vertraulich",
        "datenschutz",
        "ende",
        "datum",
        "druckdatum",
        "ausdruck",
        "version",
        "ansprechpartner",
        "rueckfragen",
        "nachtrag",
        "neuzugaenge",
        "abgaenge",
        "achtung",
        "ps",
        "nb",
        "notiz",
        "export",
    ];
    let folded = fold(text);
    let word: String = folded.chars().take_while(|c| c.is_alphabetic()).collect();
    text.starts_with(['*', '(', '→', '#', '¹', '²', '³', '•', '-', '–', '='])
        || text.contains(':')
        || WORDS.contains(&word.as_str())
}

/// Too much for a name.
fn is_long(text: &str) -> bool {
    let words = text.split_whitespace().count();
    words > 5
        || text.chars().count() > 60
        || text.chars().any(|c| c.is_ascii_digit())
        || words > 2 && text.ends_with('.')
}

/// A column called "Nr." or "lfd. Nr." numbers the rows rather than the cases if all it holds is
/// whole numbers: under "lfd. Nr." any, under the others 1, 2, 3 and so on.
fn numbers_count_rows(header: &Header, data: &[&GridRow]) -> bool {
    let Some(column) = header.column(Field::Number) else {
        return false;
    };
    let running = headings::is_running_number(&column.heading);
    let vague = matches!(
        squeeze(&column.heading).as_str(),
        "nr" | "nummer" | "id" | "no"
    );
    let shown = data
        .iter()
        .filter_map(|row| row.get(column.column))
        .map(Value::shown);
    let numbers: Option<Vec<u32>> = shown
        .map(|text| text.trim_end_matches('.').parse().ok())
        .collect();
    let Some(numbers) = numbers else { return false };
    let counts_up =
        numbers.first() == Some(&1) && numbers.windows(2).all(|w| w[1] == w[0] || w[1] == w[0] + 1);
    running || vague && counts_up
}

/// "Status" may mean whether a case is open; then every value says so.
fn status_is_stage(header: &Header, data: &[&GridRow]) -> bool {
    const STAGES: [&str; 18] = [
        "offen",
        "laufend",
        "laeuft",
        "aktiv",
        "inaktiv",
        "abgeschlossen",
        "beendet",
        "inbearbeitung",
        "neu",
        "ruhend",
        "ruht",
        "geschlossen",
        "wartend",
        "warteliste",
        "pausiert",
        "abbruch",
        "abgebrochen",
        "erledigt",
    ];
    let Some(column) = header.column(Field::Status) else {
        return false;
    };
    if squeeze(&column.heading) != "status" {
        return false;
    }
    let mut texts = data
        .iter()
        .filter_map(|row| row.get(column.column))
        .peekable();
    texts.peek().is_some() && texts.all(|value| STAGES.contains(&squeeze(&value.shown()).as_str()))
}
