//! Tells rows about people from the others, and reads them.

use jiff::civil::Date;

use super::asides::{
    explains_columns, heads_a_section, heads_counts, is_alone, is_count, is_legend, is_note,
    is_sum, leave_out_closing_notes, lone_name, proves_a_person, repeats_header,
};
use super::grid::{Grid, GridRow, Value};
use super::header::Header;
use super::headings;
use super::mapping::Field;
use super::reader::{Reader, Whole};
use super::row::ImportRow;
use super::status_column::{self, status_is_stage};
use super::text::squeeze;

/// The rows about people, and the numbers of the others that hold something. Columns turn out to
/// hold nothing that is taken if they only count the rows or tell whether a case is open.
pub(super) fn read(grid: &Grid, header: &mut Header, today: Date) -> (Vec<ImportRow>, Vec<u32>) {
    status_column::choose(grid, header);
    let (people, others, left_out) = read_all(grid, header, today);
    for field in left_out {
        header.leave_out(field);
    }
    (people, others)
}

fn read_all(grid: &Grid, header: &Header, today: Date) -> (Vec<ImportRow>, Vec<u32>, Vec<Field>) {
    let rows = &grid.rows[header.below..];
    let mut reader = Reader {
        header,
        today,
        epoch_1904: grid.epoch_1904,
        whole: Whole::default(),
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
    leave_out_closing_notes(&mut data, &reader);
    let mut taken = data.iter().map(|row| row.number).peekable();
    let others = rows.iter().filter(|row| {
        let is_taken = taken.next_if_eq(&row.number).is_some();
        !is_taken && row.has_own_cells()
    });
    let others = others.map(|row| row.number).collect();
    reader.whole = Whole {
        numbers_count_rows: numbers_count_rows(header, &data),
        status_is_stage: status_is_stage(header, &data),
        says_more_than_names: data.iter().any(|row| lone_name(row, &reader).is_none()),
    };
    let people = data.into_iter().map(|row| reader.read(row)).collect();
    let left_out = [
        (Field::Number, reader.whole.numbers_count_rows),
        (Field::Status, reader.whole.status_is_stage),
    ];
    let left_out = left_out.into_iter().filter(|(_, left_out)| *left_out);
    (people, others, left_out.map(|(field, _)| field).collect())
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
    // Separated text has its running numbers as words, too.
    let is_number = |text: &&str| text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let mut texts = row.cells().iter().filter_map(|(_, value)| value.as_text());
    let first = texts.find(|text| !is_number(text)).unwrap_or_default();
    if is_legend(first) && !proves_a_person(row, reader) || heads_counts(row, reader) {
        return Kind::LegendBegins;
    }
    let told = fields(row, reader);
    if told.is_empty()
        || told == [Field::Number] && row.cells().len() == 1
        || repeats_header(row, reader.header)
        || is_first && explains_columns(row, reader)
        || is_sum(row, first, reader)
        || is_count(row, reader)
        || is_alone(row, reader) && heads_a_section(first)
        || is_note(row, first, &told, grid, reader)
    {
        return Kind::Other;
    }
    Kind::Data
}

/// Fields that make a row one about a person; worker and crosses stand in empty rows, too.
fn fields(row: &GridRow, reader: &Reader<'_>) -> Vec<Field> {
    let columns = reader
        .header
        .columns
        .iter()
        .filter(|column| row.get(column.column).is_some());
    let fields = columns.filter_map(|column| {
        let field = column.field?;
        let counts_rows = field == Field::Number && headings::is_running_number(&column.heading);
        let says_little = matches!(field, Field::Worker | Field::Ticked(_));
        (!says_little && !counts_rows).then_some(field)
    });
    fields.collect()
}

/// A column called "Nr." or "lfd. Nr." numbers the rows rather than the cases if all it holds is
/// whole numbers: under "lfd. Nr." any, under the others 1, 2, 3 and so on.
fn numbers_count_rows(header: &Header, data: &[&GridRow]) -> bool {
    let Some(column) = header.column(Field::Number) else {
        return false;
    };
    if column.is_said {
        return false;
    }
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
