//! Rows of a list that are about nobody: sums, counts, notes, legends, headings of sections.

use super::grid::{Grid, GridRow, Value, address};
use super::header::{Header, HeaderColumn};
use super::mapping::Field;
use super::reader::{Reader, is_blank};
use super::text::{fold, squeeze};
use super::{Remark, Warning, dates, headings, nationality, sex, status};

/// Words alone in the column of names, below the list and not directly below its last row:
/// "gez. Meier".
pub(super) fn leave_out_closing_notes(data: &mut Vec<&GridRow>, reader: &Reader<'_>) {
    let alone = data.iter().rev().take_while(|row| is_alone(row, reader));
    let first = data.len() - alone.count();
    if first == 0 {
        return;
    }
    let apart = (first..data.len()).find(|place| {
        let (above, row) = (data[place - 1], data[*place]);
        row.number > above.number + 1
    });
    if let Some(apart) = apart {
        data.truncate(apart);
    }
}

/// Whether a row of a list with several columns holds nothing but words in a column of names.
pub(super) fn is_alone(row: &GridRow, reader: &Reader<'_>) -> bool {
    let [(column, Value::Text(text))] = row.cells() else {
        return false;
    };
    let fields = reader.header.columns.iter().filter(|c| c.field.is_some());
    let holds_names = |c: &&HeaderColumn| {
        let names = [Field::Name, Field::FamilyName, Field::GivenName];
        c.column == *column && c.field.is_some_and(|field| names.contains(&field))
    };
    fields.clone().count() > 2 && fields.clone().any(|c| holds_names(&c)) && !text.contains(',')
}

/// The column of the only value in a row, if it is a name. A comma parts two names, where the
/// heading of a section would have none.
pub(super) fn lone_name(row: &GridRow, reader: &Reader<'_>) -> Option<u32> {
    let names = [Field::Name, Field::FamilyName, Field::GivenName];
    let [(column, Value::Text(text))] = row.cells() else {
        return None;
    };
    let mut columns = reader.header.columns.iter();
    let found = columns.find(|c| c.column == *column)?;
    let is_name = found.field.is_some_and(|field| names.contains(&field));
    let is_alone = reader.header.columns.len() > 1 && !text.contains(',');
    (is_name && is_alone).then_some(*column)
}

/// What to say of a row that might be about nobody, in a list whose rows hold more than names.
pub(super) fn may_be_heading(row: &GridRow, reader: &Reader<'_>) -> Option<Warning> {
    let column = lone_name(row, reader).filter(|_| reader.whole.says_more_than_names)?;
    Some(Warning {
        cell: Some(address(row.number, column)),
        remark: Remark::NameAlone,
    })
}

/// A birth date, sex or nationality that can be read.
pub(super) fn proves_a_person(row: &GridRow, reader: &Reader<'_>) -> bool {
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
pub(super) fn repeats_header(row: &GridRow, header: &Header) -> bool {
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
pub(super) fn explains_columns(row: &GridRow, reader: &Reader<'_>) -> bool {
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

const SUM_WORDS: [&str; 16] = [
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
    "durchschnittsalter",
    "altersdurchschnitt",
    "mittelwert",
    "uebertrag",
    "davon",
    "gesamtergebnis",
];

pub(super) fn is_sum(row: &GridRow, first: &str, reader: &Reader<'_>) -> bool {
    let folded = fold(first);
    let word: String = folded.chars().take_while(|c| c.is_alphabetic()).collect();
    let sum_word = SUM_WORDS.contains(&word.as_str()) || first.starts_with(['∑', 'Σ', 'Ø']);
    if sum_word && !proves_a_person(row, reader) {
        return true;
    }
    // Counts below the columns, without a word.
    let mut values = row.cells().iter().map(|(_, value)| value);
    values.all(|value| is_small_number(value) || *value == Value::NoResult)
}

fn is_small_number(value: &Value) -> bool {
    match value {
        Value::Number(number) => *number < 10_000.0,
        Value::Text(text) => text.len() < 5 && text.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    }
}

/// "weiblich", "12": a word and numbers, one of which stands where only words can, or a word that
/// is counted rather than a name.
pub(super) fn is_count(row: &GridRow, reader: &Reader<'_>) -> bool {
    let [(_, Value::Text(word)), numbers @ ..] = row.cells() else {
        return false;
    };
    let counts = numbers
        .iter()
        .all(|(_, value)| is_small_number(value) || *value == Value::NoResult);
    let is_any = numbers.iter().any(|(_, value)| is_small_number(value));
    if !is_any || !counts || proves_a_person(row, reader) {
        return false;
    }
    let is_counted = sex::read(word).is_some()
        || status::read(word) != status::Reading::Unreadable
        || nationality::read(&Value::Text(word.clone())).is_some_and(|read| !read.unsure);
    let words = [
        Field::Name,
        Field::FamilyName,
        Field::GivenName,
        Field::Sex,
        Field::Status,
    ];
    let mut columns = words
        .iter()
        .filter_map(|field| reader.header.column(*field));
    let is_number = |column: &HeaderColumn| numbers.iter().any(|(c, _)| *c == column.column);
    is_counted || columns.any(is_number)
}

/// "Abgeschlossene Fälle", "Warteliste".
pub(super) fn heads_a_section(text: &str) -> bool {
    let words = squeeze(text);
    [
        "faelle",
        "liste",
        "teilnehmende",
        "quartal",
        "standort",
        "aufnahmen",
        "zugaenge",
        "abgaenge",
        "ausgeschieden",
        "archiv",
    ]
    .iter()
    .any(|word| words.contains(word))
}

/// "Status", "Anzahl": below the list begins a table of counts.
pub(super) fn heads_counts(row: &GridRow, reader: &Reader<'_>) -> bool {
    let texts = row.cells().iter().map(|(_, value)| value.as_text());
    let Some(texts) = texts.collect::<Option<Vec<&str>>>() else {
        return false;
    };
    let mut counted = texts.iter().skip(1).map(|text| squeeze(text));
    let is_counted = counted.any(|word| SUM_WORDS.contains(&word.as_str()) || word == "prozent");
    is_counted && texts.len() < 5 && !proves_a_person(row, reader)
}

pub(super) fn is_legend(first: &str) -> bool {
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

pub(super) fn is_note(
    row: &GridRow,
    first: &str,
    told: &[Field],
    grid: &Grid,
    reader: &Reader<'_>,
) -> bool {
    if proves_a_person(row, reader) {
        return false;
    }
    if row.cells().len() > 1 {
        let is_client = [Field::GivenName, Field::Status]
            .iter()
            .all(|field| told.contains(field));
        return is_note_text(first) && row.cells().len() <= 3 && !is_client;
    }
    let Some((column, value)) = row.cells().first() else {
        return true;
    };
    match told.first() {
        Some(Field::Name | Field::FamilyName | Field::GivenName) => {
            is_note_text(first) || is_long(first) || grid.width(row.number, *column) > 1
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
