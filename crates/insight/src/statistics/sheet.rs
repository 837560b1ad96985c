//! A published table as rows and columns for readers.

use platform::ui::Ui;

use super::axis::{Node, combinations};
use super::{Answer, Axis};

/// The last dimension runs along the columns, the others down the rows.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Heads of the columns with labels.
    pub heads: Vec<String>,
    /// Heads of the columns with numbers.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub labels: Vec<String>,
    pub cells: Vec<Cell>,
    pub is_sum: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub value: Value,
    /// In tenths of a percent.
    pub share: Option<u64>,
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Count(u64),
    Hundredths(u64),
    Hidden,
    /// There is none: cases per post where there is no post.
    Empty,
}

impl Cell {
    fn bare(value: Value) -> Cell {
        Cell { value, share: None }
    }
}

impl Value {
    /// In the reader's language.
    pub fn said(self, ui: &Ui) -> String {
        match self {
            Value::Count(n) => ui.number(n),
            Value::Hundredths(n) => ui.decimal(i64::try_from(n).unwrap_or(i64::MAX)),
            Value::Hidden => ui.t("figure-hidden"),
            Value::Empty => "–".to_owned(),
        }
    }

    pub fn is_hidden(self) -> bool {
        self == Value::Hidden
    }

    /// Numbers by size; what is not shown comes after all of them, in either direction.
    fn rank(self) -> Option<u64> {
        match self {
            Value::Count(n) | Value::Hundredths(n) => Some(n),
            Value::Hidden | Value::Empty => None,
        }
    }
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    pub column: usize,
    pub is_descending: bool,
}

/// As it stands in an address.
impl std::fmt::Display for Sort {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.is_descending { "-" } else { "" };
        write!(f, "{sign}c{}", self.column)
    }
}

impl Sheet {
    pub fn of(ui: &Ui, answer: &Answer) -> Sheet {
        let (down, across) = split(answer.axes());
        let heads = down.iter().map(|axis| axis.label.clone()).collect();
        let mut sheet = Sheet {
            heads,
            columns: columns(ui, answer, across),
            rows: Vec::new(),
        };
        for place in combinations(down) {
            let row = sheet_row(answer, down, across, &place);
            sheet.rows.push(row);
        }
        add_base(ui, answer, across, &mut sheet);
        sheet
    }

    /// Puts categories in order; sums stay below, in theirs.
    pub fn sort(&mut self, sort: Sort) {
        let key = |row: &Row| row.cells[sort.column].value.rank();
        self.rows.sort_by(|a, b| {
            let sums = a.is_sum.cmp(&b.is_sum);
            if a.is_sum || b.is_sum {
                return sums;
            }
            let order = match (key(a), key(b)) {
                (Some(x), Some(y)) => x.cmp(&y),
                (x, y) => return y.is_some().cmp(&x.is_some()),
            };
            if sort.is_descending {
                order.reverse()
            } else {
                order
            }
        });
    }
}

/// One dimension runs down the rows; of more, the last runs across.
fn split(axes: &[Axis]) -> (&[Axis], Option<&Axis>) {
    match axes {
        [down @ .., across] if !down.is_empty() => (down, Some(across)),
        _ => (axes, None),
    }
}

fn columns(ui: &Ui, answer: &Answer, across: Option<&Axis>) -> Vec<String> {
    match across {
        Some(axis) => axis.shown().map(|(_, node)| node.label.clone()).collect(),
        None if answer.has_posts() => vec![
            ui.t("figure-stock"),
            ui.t("figures-fte"),
            ui.t("figures-per-fte"),
        ],
        None => vec![ui.t(&format!("figure-{}", answer.question().measure().id))],
    }
}

fn sheet_row(answer: &Answer, down: &[Axis], across: Option<&Axis>, place: &[usize]) -> Row {
    let nodes: Vec<&Node> = down
        .iter()
        .zip(place)
        .map(|(axis, node)| &axis.nodes[*node])
        .collect();
    let cells = match across {
        Some(axis) => axis
            .shown()
            .map(|(node, _)| cell(answer, &[place, &[node]].concat()))
            .collect(),
        None if answer.has_posts() => vec![
            Cell::bare(counted(answer, place)),
            Cell::bare(posts(answer, place)),
            cell(answer, place),
        ],
        None => vec![cell(answer, place)],
    };
    Row {
        labels: nodes.iter().map(|node| node.label.clone()).collect(),
        cells,
        is_sum: nodes.iter().any(|node| node.is_sum),
    }
}

/// The number that the question is about.
fn cell(answer: &Answer, nodes: &[usize]) -> Cell {
    if !answer.has_posts() {
        let share = answer.share(nodes);
        return Cell {
            value: counted(answer, nodes),
            share,
        };
    }
    Cell::bare(match (answer.count(nodes), answer.per_post(nodes)) {
        (None, _) => Value::Hidden,
        (_, Some(hundredths)) => Value::Hundredths(hundredths),
        (Some(_), None) => Value::Empty,
    })
}

fn counted(answer: &Answer, nodes: &[usize]) -> Value {
    match answer.count(nodes) {
        Some(n) if answer.in_hundredths() => Value::Hundredths(n),
        Some(n) => Value::Count(n),
        None => Value::Hidden,
    }
}

fn posts(answer: &Answer, nodes: &[usize]) -> Value {
    answer.posts(nodes).map_or(Value::Empty, Value::Hundredths)
}

/// The base stands below the categories it is the base of, or to their right.
fn add_base(ui: &Ui, answer: &Answer, across: Option<&Axis>, sheet: &mut Sheet) {
    let axes = answer.axes();
    if !answer.has_base() {
        return;
    }
    if across.is_some_and(|axis| !axis.adds_up) {
        sheet.columns.push(ui.t("figure-base"));
        let (down, last) = (&axes[..axes.len() - 1], total(&axes[axes.len() - 1]));
        for (row, place) in sheet.rows.iter_mut().zip(combinations(down)) {
            row.cells
                .push(base(answer, &[&place[..], &[last]].concat()));
        }
        return;
    }
    let mut place: Vec<usize> = axes.iter().map(total).collect();
    let last = place.len() - 1;
    let across = across.map(|axis| axis.shown().map(|(node, _)| node).collect());
    let cells = across
        .unwrap_or_else(|| vec![place[last]])
        .into_iter()
        .map(|node| {
            place[last] = node;
            base(answer, &place)
        });
    let cells = cells.collect();
    sheet.rows.push(base_row(ui, sheet, cells));
}

fn base_row(ui: &Ui, sheet: &Sheet, cells: Vec<Cell>) -> Row {
    let mut labels = vec![String::new(); sheet.heads.len()];
    if let Some(first) = labels.first_mut() {
        *first = ui.t("figure-base");
    }
    Row {
        labels,
        cells,
        is_sum: true,
    }
}

fn base(answer: &Answer, nodes: &[usize]) -> Cell {
    Cell::bare(answer.base(nodes).map_or(Value::Hidden, Value::Count))
}

fn total(axis: &Axis) -> usize {
    axis.nodes.len() - 1
}
