//! Finds the header of a sheet: one row or two, below whatever titles stand above.

use std::collections::BTreeMap;

use super::grid::{Grid, GridRow, Value, address};
use super::headings::{self, Sureness};
use super::mapping::{ColumnMapping, Field, Said};
use super::text::squeeze;

/// Rows from the top in which a header is looked for.
const DEEPEST: usize = 60;

#[derive(Clone, Debug)]
pub(super) struct Header {
    /// Index in the grid of the first row below the header.
    pub(super) below: usize,
    /// Number of its last row.
    pub(super) row: u32,
    pub(super) columns: Vec<HeaderColumn>,
}

#[derive(Clone, Debug)]
pub(super) struct HeaderColumn {
    pub(super) column: u32,
    pub(super) heading: String,
    pub(super) cell: String,
    pub(super) field: Option<Field>,
}

impl Header {
    pub(super) fn column(&self, field: Field) -> Option<&HeaderColumn> {
        self.columns
            .iter()
            .find(|column| column.field == Some(field))
    }

    pub(super) fn has_name(&self) -> bool {
        [Field::Name, Field::FamilyName, Field::GivenName]
            .iter()
            .any(|f| self.column(*f).is_some())
    }

    fn fields(&self) -> usize {
        self.columns
            .iter()
            .filter(|column| column.field.is_some())
            .count()
    }

    /// Enough to trust it: a name and something else, or a single name column alone.
    pub(super) fn is_sure(&self) -> bool {
        self.has_name() && self.fields() > 1
    }
}

/// The header with the most recognised columns; of equals, the first one.
pub(super) fn find(grid: &Grid, mapping: Option<&ColumnMapping>) -> Option<Header> {
    let mut best: Option<Header> = None;
    for index in 0..grid.rows.len().min(DEEPEST) {
        let one = single(grid, index, mapping);
        let two = double(grid, index, mapping);
        for header in [one, two].into_iter().flatten() {
            if rank(&header) > best.as_ref().map_or((false, 0), rank) {
                best = Some(header);
            }
        }
    }
    best.filter(|header| header.fields() > 1 || header.has_name())
}

fn rank(header: &Header) -> (bool, usize) {
    (header.is_sure(), header.fields())
}

fn single(grid: &Grid, index: usize, mapping: Option<&ColumnMapping>) -> Option<Header> {
    let row = &grid.rows[index];
    let headings = texts(row)?;
    let headings = headings
        .into_iter()
        .map(|(column, text)| (column, vec![text]))
        .collect();
    Some(header(index + 1, row.number, headings, mapping))
}

/// Two rows as one header: groups above ("Aufenthalt"), their parts below ("Status", "seit").
fn double(grid: &Grid, index: usize, mapping: Option<&ColumnMapping>) -> Option<Header> {
    let (upper_row, lower_row) = (grid.rows.get(index)?, grid.rows.get(index + 1)?);
    if lower_row.number != upper_row.number + 1 {
        return None;
    }
    let (mut upper, lower) = (texts(upper_row)?, texts(lower_row)?);
    if lower
        .iter()
        .any(|(column, text)| is_data(upper.get(column), text))
    {
        return None;
    }
    for column in lower.keys() {
        if let Some(Value::Text(text)) = grid.origin(upper_row.number, *column) {
            upper.entry(*column).or_insert_with(|| text.clone());
        }
    }
    let columns: std::collections::BTreeSet<u32> =
        upper.keys().chain(lower.keys()).copied().collect();
    let headings = columns.into_iter().map(|column| {
        let texts = match (upper.get(&column), lower.get(&column)) {
            (Some(up), Some(low)) if up != low => vec![format!("{up} {low}"), low.clone()],
            (Some(text), _) | (None, Some(text)) => vec![text.clone()],
            (None, None) => Vec::new(),
        };
        (column, texts)
    });
    Some(header(
        index + 2,
        lower_row.number,
        headings.collect(),
        mapping,
    ))
}

/// A lower half of a header holds no dates or numbers, and under a heading that says enough nothing
/// but another heading.
fn is_data(upper: Option<&String>, text: &str) -> bool {
    let says_enough = |heading: &String| {
        headings::field(heading).is_some_and(|(field, sureness)| {
            sureness == Sureness::Exact
                && !matches!(
                    field,
                    Field::Status | Field::OpenedOn | Field::EnteredGermany
                )
        })
    };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 1
        || upper.is_some_and(|upper| {
            upper != text && says_enough(upper) && headings::field(text).is_none()
        })
}

/// The texts of a row that could be a header: nothing but short texts in it.
fn texts(row: &GridRow) -> Option<BTreeMap<u32, String>> {
    let mut texts = BTreeMap::new();
    for (column, value) in row.cells() {
        match value {
            Value::Text(text) => texts.insert(*column, text.clone()),
            Value::Number(_) => None,
            Value::Date(_) | Value::Flag(_) | Value::Error(_) | Value::NoResult => return None,
        };
    }
    Some(texts)
}

/// Every heading may have several readings, the most telling first.
fn header(
    below: usize,
    row: u32,
    headings: BTreeMap<u32, Vec<String>>,
    mapping: Option<&ColumnMapping>,
) -> Header {
    let mut found: Vec<Found> = Vec::new();
    for (column, texts) in headings {
        let heading = texts.first().cloned().unwrap_or_default();
        let said = texts
            .iter()
            .find_map(|text| mapping.and_then(|mapping| mapping.of(text)));
        let meaning = match said {
            Some(Said::LeaveOut) => None,
            Some(Said::Holds(field)) => Some((field, None)),
            None => texts
                .iter()
                .find_map(|text| headings::field(text))
                .map(|(f, s)| (f, Some(s))),
        };
        let cell = address(row, column);
        found.push((
            HeaderColumn {
                column,
                heading,
                cell,
                field: None,
            },
            meaning,
        ));
    }
    settle_neighbours(&mut found);
    settle_names(&mut found);
    let winners: Vec<Option<Field>> = (0..found.len())
        .map(|place| winner(&found, place))
        .collect();
    let columns = found
        .into_iter()
        .zip(winners)
        .map(|((column, _), field)| HeaderColumn { field, ..column })
        .collect();
    Header {
        below,
        row,
        columns,
    }
}

type Found = (HeaderColumn, Option<(Field, Option<Sureness>)>);

/// "seit" and "ab" right of a status say since when it holds.
fn settle_neighbours(found: &mut [Found]) {
    for place in 0..found.len() {
        let word = squeeze(&found[place].0.heading);
        if !matches!(word.as_str(), "seit" | "ab" | "vom" | "seitdem" | "datum") {
            continue;
        }
        let left = place.checked_sub(1).and_then(|left| found[left].1);
        if left.is_some_and(|(field, _)| field == Field::Status) && word != "datum" {
            found[place].1 = Some((Field::StatusSince, Some(Sureness::Likely)));
        }
    }
}

/// "Name" without a column for given names holds both; a whole name beside both parts is none.
fn settle_names(found: &mut [Found]) {
    let has = |found: &[Found], field| {
        found
            .iter()
            .any(|(_, m)| m.is_some_and(|(f, _)| f == field))
    };
    let given = has(found, Field::GivenName);
    for place in 0..found.len() {
        let heading = squeeze(&found[place].0.heading);
        let Some((field, Some(sureness))) = found[place].1 else {
            continue;
        };
        let plain = field == Field::FamilyName
            && heading.ends_with("name")
            && !heading.ends_with("nachname")
            && !heading.ends_with("familienname")
            && !heading.ends_with("zuname")
            && !heading.ends_with("surname")
            && !heading.ends_with("lastname")
            && !heading.ends_with("familyname");
        if !given && (plain || heading == "namen") {
            found[place].1 = Some((Field::Name, Some(sureness)));
        }
        // "Klient" left of "Vorname" holds the family name; beside both parts it is a repetition.
        if given && field == Field::Name && !headings::names_both(&found[place].0.heading) {
            let family = has(found, Field::FamilyName);
            found[place].1 = (!family).then_some((Field::FamilyName, Some(sureness)));
        }
    }
}

/// The field of a column, unless another column is surer of it or comes first.
fn winner(found: &[Found], place: usize) -> Option<Field> {
    let (field, sureness) = found[place].1?;
    let weight = |sureness: Option<Sureness>| sureness.map_or(9, |s| s as u8);
    let beaten = found.iter().enumerate().any(|(other, (_, meaning))| {
        meaning.is_some_and(|(f, s)| {
            f == field
                && (weight(s) > weight(sureness) || weight(s) == weight(sureness) && other < place)
        })
    });
    (!beaten).then_some(field)
}
