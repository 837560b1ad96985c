//! Which column holds the residence status, as far as its values and not its heading tell.

use super::grid::{Grid, GridRow};
use super::header::Header;
use super::mapping::Field;
use super::status::{self, Reading};
use super::text::squeeze;

/// Rows looked at.
const SEEN: usize = 200;

/// Of several columns with one heading, takes the one with the most values that can be read.
pub(super) fn choose(grid: &Grid, header: &mut Header) {
    let Some(first) = header.column(Field::Status).filter(|c| !c.is_said) else {
        return;
    };
    let heading = squeeze(&first.heading);
    let rows = grid.rows.iter().skip(header.below).take(SEEN);
    let readable = |column: u32| {
        let texts = rows.clone().filter_map(|row| row.get(column)?.as_text());
        let is_status = |text: &&str| status::read(text) != Reading::Unreadable;
        texts.filter(is_status).count()
    };
    let alike = header.columns.iter().filter(|column| {
        let is_free = matches!(column.field, None | Some(Field::Status));
        is_free && !column.is_said && squeeze(&column.heading) == heading
    });
    let alike: Vec<u32> = alike.map(|column| column.column).collect();
    if alike.len() < 2 {
        return;
    }
    // Of equals the left one.
    let best = alike.iter().rev().max_by_key(|column| readable(**column));
    let best = best.copied();
    for column in &mut header.columns {
        if alike.contains(&column.column) {
            column.field = (Some(column.column) == best).then_some(Field::Status);
        }
    }
}

/// "Status" may mean whether a case is open; then every value says so.
pub(super) fn status_is_stage(header: &Header, data: &[&GridRow]) -> bool {
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
    if column.is_said || squeeze(&column.heading) != "status" {
        return false;
    }
    let mut texts = data
        .iter()
        .filter_map(|row| row.get(column.column))
        .peekable();
    texts.peek().is_some() && texts.all(|value| STAGES.contains(&squeeze(&value.shown()).as_str()))
}
