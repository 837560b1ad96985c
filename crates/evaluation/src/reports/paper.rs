//! Published tables as tables and pictures of a document.

use charts::{Chart, ChartError, Kind, Style};
use pdf::{Block, Table};
use platform::ui::Ui;

use super::told::{Line, Told};

/// Stands for a value that is protected, as official statistics have it.
pub(super) const PROTECTED: &str = "·";

/// Numbers as German readers write them.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a>(pub(super) &'a Ui);

impl Pen<'_> {
    pub(super) fn count(self, count: Option<u64>) -> String {
        count.map_or_else(|| PROTECTED.to_owned(), |n| self.0.number(n))
    }

    /// A share, if both numbers are printed; of nobody there is none.
    pub(super) fn share(self, part: Option<u64>, whole: Option<u64>) -> String {
        match (part, whole) {
            (_, Some(0)) => "–".to_owned(),
            (Some(part), Some(whole)) => {
                let tenths = (part * 2_000 + whole) / (2 * whole);
                format!("{},{}\u{a0}%", self.0.number(tenths / 10), tenths % 10)
            }
            _ => PROTECTED.to_owned(),
        }
    }
}

/// What a share is a share of.
#[derive(Clone, Copy)]
pub(super) struct Base<'a> {
    pub(super) head: &'a str,
    pub(super) whole: Option<u64>,
}

/// A table of one dimension: label, count, share.
pub(super) fn list(pen: Pen<'_>, told: &Told, caption: &str, unit: &str, base: Base<'_>) -> Table {
    let cells =
        |label: String, count: Option<u64>| [label, pen.count(count), pen.share(count, base.whole)];
    let mut table = Table::new(caption)
        .label(&told.axes[0].label)
        .number(unit)
        .number(base.head);
    for line in told.lines(0) {
        table = table.row(cells(indented(&line), told.count(&[line.position])));
    }
    if let Some(total) = told.total(0) {
        table = table.total(cells("Insgesamt".to_owned(), told.count(&[total])));
    }
    noted(table, told)
}

/// More columns than this overlap, even on a turned page.
const MOST_COLUMNS: usize = 24;

/// A table of two dimensions, with the totals of what adds up. Of too many columns the last stand
/// there: it is years that grow in number.
pub(super) fn cross(pen: Pen<'_>, told: &Told, caption: &str) -> Table {
    let all = told.lines(1);
    let columns = recent(&all, MOST_COLUMNS);
    let whole = told.total(1);
    let mut table = Table::new(caption).label(&told.axes[0].label);
    table = table.numbers(columns.iter().map(|column| column.label.clone()));
    if whole.is_some() {
        table = table.number("Insgesamt");
    }
    let cells = |label: String, row: usize| {
        let counts = columns.iter().map(|column| column.position).chain(whole);
        let counts = counts.map(|column| pen.count(told.count(&[row, column])));
        std::iter::once(label).chain(counts).collect::<Vec<_>>()
    };
    for line in told.lines(0) {
        table = table.row(cells(indented(&line), line.position));
    }
    if let Some(total) = told.total(0) {
        table = table.total(cells("Insgesamt".to_owned(), total));
    }
    if columns.len() < all.len() {
        table = table.note(format!(
            "Gezeigt sind die letzten {MOST_COLUMNS} Jahre; „Insgesamt“ umfasst alle."
        ));
    }
    noted(table, told)
}

fn indented(line: &Line) -> String {
    match line.depth {
        0 => line.label.clone(),
        _ if line.label.starts_with("davon") => line.label.clone(),
        _ => format!("davon: {}", line.label),
    }
}

/// What has to stand beside every output of a table.
pub(super) fn noted(table: Table, told: &Told) -> Table {
    noted_each(table, &[("Gezählt", told)])
}

/// The same for a table of several measures, each under its name.
pub(super) fn noted_each(table: Table, measures: &[(&str, &Told)]) -> Table {
    let sentence = |text: &str| text.trim_end_matches('.').to_owned();
    let table = measures.iter().fold(table, |table, (name, told)| {
        let notes = told.table.notes();
        let (wording, base) = (sentence(&notes.wording), sentence(&notes.base));
        table.note(format!("{name}: {wording}. Basis: {base}."))
    });
    let Some((_, told)) = measures.first() else {
        return table;
    };
    let notes = told.table.notes();
    table.note(format!(
        "Datenstand: {}. Schutzregel: {}. „{PROTECTED}“ = geschützter Wert.",
        sentence(&notes.data_date),
        sentence(&notes.rule)
    ))
}

/// A picture of the first dimension of a table.
pub(super) fn bars(told: &Told, title: &str, unit: &str) -> Result<Chart, ChartError> {
    let lines: Vec<Line> = told.lines(0);
    let values = lines.iter().map(|line| told.count(&[line.position]));
    let labels = lines.iter().map(|line| line.label.clone()).collect();
    let series = vec![one(unit, values)];
    Ok(Chart::new(Kind::Bars, title, labels, series)?
        .in_unit(unit)
        .categories_called(&told.axes[0].label))
}

/// A picture of two dimensions: the parts of each row end to end. Of more columns than can be told
/// apart only the last are drawn: it is years that grow in number.
pub(super) fn stacks(told: &Told, title: &str, unit: &str) -> Result<Drawn, ChartError> {
    let (rows, columns) = (told.lines(0), told.lines(1));
    let drawn = recent(&columns, Chart::MOST_SERIES);
    let series = drawn.iter().map(|column| {
        let counts = rows
            .iter()
            .map(|row| told.count(&[row.position, column.position]));
        one(&column.label, counts)
    });
    let labels = rows.iter().map(|row| row.label.clone()).collect();
    let caption = spanning(title, &columns, drawn, |column| &column.label);
    let chart = Chart::new(Kind::StackedBars, &caption, labels, series.collect())?
        .in_unit(unit)
        .categories_called(&told.axes[0].label);
    Ok(Drawn {
        is_part: drawn.len() < columns.len(),
        caption,
        chart,
    })
}

/// A picture and what it shows, which may be less than its table.
pub(super) struct Drawn {
    pub(super) chart: Chart,
    pub(super) caption: String,
    pub(super) is_part: bool,
}

/// The last of what grows with the years.
pub(super) fn recent<T>(all: &[T], most: usize) -> &[T] {
    &all[all.len().saturating_sub(most)..]
}

/// The title of a picture; it names the first and last that are drawn where some are left out.
pub(super) fn spanning<T>(title: &str, all: &[T], drawn: &[T], label: fn(&T) -> &str) -> String {
    match (drawn.first(), drawn.last()) {
        (Some(first), Some(last)) if drawn.len() < all.len() => {
            format!("{title}, {} bis {}", label(first), label(last))
        }
        _ => title.to_owned(),
    }
}

/// Values of one name.
pub(super) fn one(name: &str, counts: impl Iterator<Item = Option<u64>>) -> charts::Series {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of people are far below 2^53"
    )]
    let values = counts.map(|count| count.map(|n| n as f64)).collect();
    charts::Series {
        name: name.to_owned(),
        values,
    }
}

/// A chart with its table. What the chart says of itself is its alternative text.
pub(super) fn figure(chart: &Chart, id: &str, caption: &str, twin: Table) -> Block {
    let svg = charts::render(chart, &Style::new(id)).into_string();
    let alt = charts::description(chart, charts::Language::German);
    pdf::Figure::new(svg, alt, caption).twin(twin).into()
}
