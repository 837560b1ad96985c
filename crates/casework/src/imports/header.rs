//! Finds the header of a sheet: one row or two, below whatever titles stand above.

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Grid, GridRow, Value, address};
use super::headings::{self, Sureness};
use super::mapping::{ColumnMapping, Field, Said};
use super::text::squeeze;
use super::ticks;

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
    /// A person or a mapping file said so; the heading alone might mean something else.
    pub(super) is_said: bool,
}

impl Header {
    pub(super) fn column(&self, field: Field) -> Option<&HeaderColumn> {
        self.columns
            .iter()
            .find(|column| column.field == Some(field))
    }

    /// Takes nothing of a column whose values mean something else than its heading.
    pub(super) fn leave_out(&mut self, field: Field) {
        for column in &mut self.columns {
            if column.field == Some(field) {
                column.field = None;
            }
        }
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
    let mut lower_half = None;
    for index in 0..grid.rows.len().min(DEEPEST) {
        let one = (lower_half != Some(index)).then(|| single(grid, index, mapping));
        let two = double(grid, index, mapping);
        if two.as_ref().is_some_and(Header::is_sure) && has_groups(grid, index) {
            // Without the groups above, the names of a spouse would be those of the client.
            lower_half = Some(index + 1);
        }
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

/// A heading of one row or two.
#[derive(Default)]
struct Heading {
    whole: String,
    /// Without the group above.
    alone: String,
    /// The upper half is merged over several columns.
    is_grouped: bool,
}

impl Heading {
    fn of(text: &str) -> Heading {
        Heading {
            whole: text.to_owned(),
            alone: text.to_owned(),
            is_grouped: false,
        }
    }

    /// A lower half that says enough needs no upper one ("Name" above "Vorname"), unless that one
    /// is about somebody else ("Ehepartner" above "Vorname").
    fn meaning(&self) -> Option<(Field, Sureness)> {
        if self.is_grouped && headings::is_other(&self.whole) {
            return None;
        }
        let (alone, whole) = (headings::field(&self.alone), headings::field(&self.whole));
        let is_exact = |found: &(Field, Sureness)| found.1 == Sureness::Exact;
        let exact = alone.filter(is_exact).or(whole.filter(is_exact));
        exact.or(alone).or(whole)
    }

    fn said(&self, mapping: &ColumnMapping) -> Option<Said> {
        mapping.of(&self.whole).or_else(|| mapping.of(&self.alone))
    }
}

fn single(grid: &Grid, index: usize, mapping: Option<&ColumnMapping>) -> Header {
    let row = &grid.rows[index];
    let groups = groups(grid, index);
    let texts = row.cells().iter().filter_map(|(column, value)| {
        let text = value.as_text()?;
        Some((*column, alone(grid, groups, *column, text)))
    });
    let mut headings: BTreeMap<u32, Heading> = texts.collect();
    part_names(grid, row.number, &mut headings);
    header(index + 1, row.number, headings, mapping)
}

/// "m" may stand below "Kinder": the row of the groups above, if there is one.
fn groups(grid: &Grid, index: usize) -> Option<&GridRow> {
    let (above, row) = (&grid.rows[index.checked_sub(1)?], &grid.rows[index]);
    let lower = texts(row)?;
    let is_title = above.cells().len() == 1 && covered(grid, above, &lower) * 2 > lower.len();
    (above.number + 1 == row.number && !is_title).then_some(above)
}

/// A heading of one row; of a sex, with its group.
fn alone(grid: &Grid, groups: Option<&GridRow>, column: u32, text: &str) -> Heading {
    let groups = groups.filter(|_| ticks::sex_of(text).is_some());
    let group = groups.and_then(|row| {
        let origin = grid.origin(row.number, column);
        origin.or_else(|| row.get(column))?.as_text()
    });
    joined(group.map(str::to_owned).as_ref(), Some(&text.to_owned()))
}

/// "Name" merged over two columns, whose second one has no heading of its own, heads both parts.
fn part_names(grid: &Grid, row: u32, headings: &mut BTreeMap<u32, Heading>) {
    let is_name = |heading: &Heading| {
        let field = headings::field(&heading.whole).map(|(field, _)| field);
        matches!(field, Some(Field::Name | Field::FamilyName))
    };
    let wide = |column: &u32| grid.width(row, *column) == 2;
    let found = headings.iter().find(|(c, h)| wide(c) && is_name(h));
    let Some((column, whole)) = found.map(|(c, h)| (*c, h.whole.clone())) else {
        return;
    };
    let mut parts = ["Nachname", "Vorname"];
    if headings::names_both(&whole) && !headings::family_name_first(&whole) {
        parts.reverse();
    }
    for (column, part) in (column..).zip(parts) {
        let heading = Heading {
            whole: format!("{whole} ({part})"),
            alone: part.to_owned(),
            is_grouped: false,
        };
        headings.insert(column, heading);
    }
}

/// Whether something in a row is merged over several columns.
fn has_groups(grid: &Grid, index: usize) -> bool {
    let row = &grid.rows[index];
    let mut cells = row.cells().iter();
    cells.any(|(column, _)| grid.width(row.number, *column) > 1)
}

/// Two rows as one header: groups above ("Aufenthalt"), their parts below ("Status", "seit").
fn double(grid: &Grid, index: usize, mapping: Option<&ColumnMapping>) -> Option<Header> {
    let (upper_row, lower_row) = (grid.rows.get(index)?, grid.rows.get(index + 1)?);
    if lower_row.number != upper_row.number + 1 {
        return None;
    }
    let (mut upper, lower) = (texts(upper_row)?, texts(lower_row)?);
    let parts_sexes = ticks::parts_sexes(&lower);
    let is_sex = |text: &str| parts_sexes && ticks::sex_of(text).is_some();
    if is_title(grid, upper_row, &lower)
        || lower
            .iter()
            .any(|(column, text)| !is_sex(text) && is_data(upper.get(column), text))
    {
        return None;
    }
    for column in lower.keys() {
        if let Some(Value::Text(text)) = grid.origin(upper_row.number, *column) {
            upper.entry(*column).or_insert_with(|| text.clone());
        }
    }
    let columns: BTreeSet<u32> = upper.keys().chain(lower.keys()).copied().collect();
    let headings = columns.into_iter().map(|column| {
        let mut heading = joined(upper.get(&column), lower.get(&column));
        heading.is_grouped = grid.is_grouped(upper_row.number, column);
        (column, heading)
    });
    let headings = headings.collect();
    Some(header(index + 2, lower_row.number, headings, mapping))
}

fn joined(upper: Option<&String>, lower: Option<&String>) -> Heading {
    match (upper, lower) {
        // "Vor-" above "name" is one word.
        (Some(up), Some(low)) if up.ends_with('-') => {
            Heading::of(&format!("{}{low}", up.trim_end_matches('-')))
        }
        (Some(up), Some(low)) if up != low => Heading {
            whole: format!("{up} {low}"),
            alone: low.clone(),
            is_grouped: false,
        },
        (Some(text), _) | (None, Some(text)) => Heading::of(text),
        (None, None) => Heading::default(),
    }
}

/// A single text above a header is its title, unless it is merged over some of its columns.
fn is_title(grid: &Grid, upper: &GridRow, lower: &BTreeMap<u32, String>) -> bool {
    let covered = covered(grid, upper, lower);
    upper.cells().len() == 1 && (covered < 2 || covered * 2 > lower.len())
}

/// How many of the texts stand below merged cells.
fn covered(grid: &Grid, upper: &GridRow, lower: &BTreeMap<u32, String>) -> usize {
    let below = |column: &&u32| grid.origin(upper.number, **column).is_some();
    lower.keys().filter(below).count()
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

/// The texts of a row that could be half of a header: there are no dates in it.
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

fn header(
    below: usize,
    row: u32,
    headings: BTreeMap<u32, Heading>,
    mapping: Option<&ColumnMapping>,
) -> Header {
    let mut found: Vec<Found> = Vec::new();
    for (column, heading) in headings {
        let said = mapping.and_then(|mapping| heading.said(mapping));
        let meaning = match said {
            Some(Said::LeaveOut) => None,
            Some(Said::Holds(field)) => Some((field, None)),
            None => heading.meaning().map(|(f, s)| (f, Some(s))),
        };
        let alone = squeeze(&heading.alone);
        let column = HeaderColumn {
            column,
            heading: heading.whole,
            cell: address(row, column),
            field: None,
            is_said: said.is_some(),
        };
        found.push(Found {
            column,
            meaning,
            alone,
        });
    }
    settle_neighbours(&mut found);
    ticks::settle(&mut found);
    settle_names(&mut found);
    let winners = (0..found.len()).map(|place| winner(&found, place));
    let winners: Vec<Option<Field>> = winners.collect();
    let columns = found
        .into_iter()
        .zip(winners)
        .map(|(found, field)| HeaderColumn {
            field,
            ..found.column
        })
        .collect();
    Header {
        below,
        row,
        columns,
    }
}

pub(super) struct Found {
    pub(super) column: HeaderColumn,
    /// A field with the sureness of its heading; none where a person said it.
    pub(super) meaning: Option<(Field, Option<Sureness>)>,
    /// The heading without a group above it, squeezed.
    alone: String,
}

/// "seit" and "ab" right of a status say since when it holds.
fn settle_neighbours(found: &mut [Found]) {
    for place in 1..found.len() {
        let begins = matches!(
            found[place].alone.as_str(),
            "seit" | "ab" | "vom" | "seitdem"
        );
        let left = found[place - 1].meaning;
        if begins && left.is_some_and(|(field, _)| field == Field::Status) {
            found[place].meaning = Some((Field::StatusSince, Some(Sureness::Likely)));
        }
    }
}

/// "Name" without a column for given names holds both; a whole name beside both parts is none.
fn settle_names(found: &mut [Found]) {
    let has = |found: &[Found], field| {
        let mut meanings = found.iter().filter_map(|f| f.meaning);
        meanings.any(|(meant, _)| meant == field)
    };
    let given = has(found, Field::GivenName);
    for place in 0..found.len() {
        let heading = squeeze(&found[place].column.heading);
        let Some((field, Some(sureness))) = found[place].meaning else {
            continue;
        };
        let plain = field == Field::FamilyName
            && heading.ends_with("name")
            && !FAMILY_NAMES.iter().any(|word| heading.ends_with(word));
        if !given && (plain || heading == "namen") {
            found[place].meaning = Some((Field::Name, Some(sureness)));
        }
        // "Klient" left of "Vorname" holds the family name; beside both parts it is a repetition.
        if given && field == Field::Name && !headings::names_both(&found[place].column.heading) {
            let family = has(found, Field::FamilyName);
            found[place].meaning = (!family).then_some((Field::FamilyName, Some(sureness)));
        }
    }
}

const FAMILY_NAMES: [&str; 6] = [
    "nachname",
    "familienname",
    "zuname",
    "surname",
    "lastname",
    "familyname",
];

/// The field of a column, unless another column is surer of it or comes first.
fn winner(found: &[Found], place: usize) -> Option<Field> {
    let (field, sureness) = found[place].meaning?;
    let weight = |sureness: Option<Sureness>| sureness.map_or(9, |s| s as u8);
    let beaten = found.iter().enumerate().any(|(other, rival)| {
        rival.meaning.is_some_and(|(f, s)| {
            f == field
                && (weight(s) > weight(sureness) || weight(s) == weight(sureness) && other < place)
        })
    });
    (!beaten).then_some(field)
}
