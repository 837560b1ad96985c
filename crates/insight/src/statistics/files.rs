//! A published table as CSV, JSON, text and XLSX, each with base, wording, data date and rule.

use std::fmt::Write as _;

use anyhow::Result;
use platform::ui::Ui;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::{Map, Value as Json, json};

use super::sheet::{Row, Sheet, Value};
use super::{Answer, Axis, Dimension};

/// Base with its number where that is printed, wording, data date and rule; heads and texts.
pub fn notes(ui: &Ui, answer: &Answer) -> [(String, String); 4] {
    let notes = answer.table().notes();
    [
        (ui.t("figure-base"), base(ui, answer)),
        (ui.t("figure-wording"), notes.wording.clone()),
        (ui.t("figure-data-date"), notes.data_date.clone()),
        (ui.t("figure-rule-label"), notes.rule.clone()),
    ]
}

/// The notes in one line.
pub fn note(ui: &Ui, answer: &Answer) -> String {
    let parts = notes(ui, answer).map(|(head, text)| format!("{head}: {text}."));
    parts.join(" ")
}

fn base(ui: &Ui, answer: &Answer) -> String {
    let notes = answer.table().notes();
    let n = if answer.has_base() {
        answer.base_total()
    } else {
        answer.total()
    };
    match n {
        Some(n) if !answer.in_hundredths() => ui.ta(
            "figure-base-count",
            &[("base", &notes.base), ("n", &ui.number(n))],
        ),
        _ => notes.base.clone(),
    }
}

/// The columns of `teilhabe protect`, with stable codes; a first line says what they are.
///
/// # Errors
/// None that a published table can bring about.
pub fn csv(ui: &Ui, answer: &Answer) -> Result<String> {
    let notes = answer.table().notes();
    let comment = format!(
        "# base: {}; wording: {}; data date: {}; rule: {}\n",
        base(ui, answer),
        notes.wording,
        notes.data_date,
        notes.rule
    );
    let mut writer = csv::Writer::from_writer(comment.into_bytes());
    let names = answer.axes().iter().map(|axis| axis.dimension.name());
    writer.write_record(names.chain(["n", "status"]).chain(extra_heads(answer)))?;
    for line in lines(answer) {
        let codes = line.codes.iter().map(|code| harmless(code));
        let (n, status) = match line.n {
            Some(n) => (n, "published"),
            None => (String::new(), "suppressed"),
        };
        writer.write_record(codes.chain([n, status.to_owned()]).chain(line.extra))?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// A spreadsheet program must not take a name for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// One object: what was asked, the notes, and every cell.
pub fn json(ui: &Ui, answer: &Answer) -> String {
    let notes = answer.table().notes();
    let heads = extra_heads(answer);
    let cell = |line: Line| {
        let mut cell = Map::new();
        for (axis, code) in answer.axes().iter().zip(line.codes) {
            cell.insert(axis.dimension.name().to_owned(), json!(code));
        }
        let number = |text: &str| text.parse::<serde_json::Number>().ok();
        cell.insert("n".to_owned(), json!(line.n.as_deref().and_then(number)));
        let status = if line.n.is_some() {
            "published"
        } else {
            "suppressed"
        };
        cell.insert("status".to_owned(), json!(status));
        for (head, extra) in heads.iter().zip(&line.extra) {
            cell.insert((*head).to_owned(), json!(number(extra)));
        }
        Json::Object(cell)
    };
    let period = answer.question().period();
    let whole = json!({
        "measure": answer.question().measure().id,
        "from": period.from.to_string(),
        "to": period.last_day().to_string(),
        "base": base(ui, answer),
        "wording": notes.wording,
        "data_date": answer.data_date().to_string(),
        "rule": notes.rule,
        "cells": lines(answer).into_iter().map(cell).collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

/// For reading in a terminal.
pub fn text(ui: &Ui, answer: &Answer) -> String {
    let sheet = Sheet::of(ui, answer);
    let head = sheet.heads.iter().chain(&sheet.columns).cloned().collect();
    let mut rows: Vec<Vec<String>> = vec![head];
    for row in &sheet.rows {
        let numbers = row.cells.iter().map(|cell| cell.value.said(ui));
        rows.push(row.labels.iter().cloned().chain(numbers).collect());
    }
    let width = |column: usize| {
        let texts = rows.iter().filter_map(|row| row.get(column));
        texts.map(|text| text.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let cells = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(place, (cell, width))| {
                if place < sheet.heads.len() {
                    format!("{cell:<width$}")
                } else {
                    format!("{cell:>width$}")
                }
            });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    for (head, said) in notes(ui, answer) {
        let _ = writeln!(text, "{head}: {said}");
    }
    text
}

/// A workbook with the table as readers see it on the page, shares beside it if they asked for
/// them. Made on the data date, so that the same table gives the same bytes.
///
/// # Errors
/// If the table is larger than a worksheet.
pub fn xlsx(ui: &Ui, answer: &Answer, table: &Sheet, with_shares: bool) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let day = answer.data_date();
    let day = ExcelDateTime::from_ymd(
        day.year().unsigned_abs(),
        day.month().unsigned_abs(),
        day.day().unsigned_abs(),
    )?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = book.add_worksheet();
    sheet.set_name(ui.t("figures-table"))?;
    let mut line = 0;
    let title = ui.t(&format!("figure-{}", answer.question().measure().id));
    sheet.write_string_with_format(line, 0, title, &bold())?;
    for (head, said) in notes(ui, answer) {
        line += 1;
        sheet.write_string(line, 0, format!("{head}: {said}"))?;
    }
    write_table(ui, table, sheet, line + 2)?;
    if with_shares {
        write_shares(ui, table, sheet, line + 2)?;
    }
    Ok(book.save_to_buffer()?)
}

fn bold() -> Format {
    Format::new().set_bold()
}

/// A column of shares for each column of counts that has any, to the right of all counts.
fn write_shares(ui: &Ui, sheet: &Sheet, to: &mut Worksheet, first: u32) -> Result<()> {
    let percent = Format::new().set_num_format("0.0%");
    let begin = u16::try_from(sheet.heads.len() + sheet.columns.len())?;
    let share = |row: &Row, place: usize| row.cells.get(place).and_then(|cell| cell.share);
    let places = (0..sheet.columns.len())
        .filter(|place| sheet.rows.iter().any(|row| share(row, *place).is_some()));
    for (column, place) in (begin..).zip(places) {
        let head = ui.ta("figures-share-of", &[("column", &sheet.columns[place])]);
        to.write_string_with_format(first, column, head, &bold())?;
        for (line, row) in (first + 1..).zip(&sheet.rows) {
            if let Some(share) = share(row, place) {
                #[expect(clippy::cast_precision_loss, reason = "a thousand at most")]
                let share = share as f64 / 1_000.0;
                to.write_number_with_format(line, column, share, &percent)?;
            }
        }
    }
    Ok(())
}

fn write_table(ui: &Ui, sheet: &Sheet, to: &mut Worksheet, first: u32) -> Result<()> {
    let (bold, plain) = (&bold(), &Format::new());
    let decimals = Format::new().set_num_format("0.00");
    for (column, head) in (0..).zip(sheet.heads.iter().chain(&sheet.columns)) {
        to.write_string_with_format(first, column, head, bold)?;
    }
    for (line, row) in (first + 1..).zip(&sheet.rows) {
        let format = if row.is_sum { bold } else { plain };
        for (column, label) in (0..).zip(&row.labels) {
            to.write_string_with_format(line, column, label, format)?;
        }
        for (column, cell) in (u16::try_from(row.labels.len())?..).zip(&row.cells) {
            match cell.value {
                #[expect(clippy::cast_precision_loss, reason = "counts end far below 2^53")]
                Value::Count(n) => to.write_number_with_format(line, column, n as f64, format)?,
                #[expect(clippy::cast_precision_loss, reason = "posts end far below 2^53")]
                Value::Hundredths(n) => {
                    to.write_number_with_format(line, column, n as f64 / 100.0, &decimals)?
                }
                Value::Hidden | Value::Empty => {
                    to.write_string(line, column, cell.value.said(ui))?
                }
            };
        }
    }
    to.set_freeze_panes(first + 1, u16::try_from(sheet.heads.len())?)?;
    to.set_column_width(0, 28)?;
    Ok(())
}

/// A cell on a line of its own.
struct Line {
    codes: Vec<String>,
    n: Option<String>,
    extra: Vec<String>,
}

fn extra_heads(answer: &Answer) -> Vec<&'static str> {
    if answer.has_posts() {
        vec!["fte", "cases_per_fte"]
    } else if answer.asks_base() {
        vec!["base"]
    } else {
        Vec::new()
    }
}

fn lines(answer: &Answer) -> Vec<Line> {
    let whole = |n: u64| {
        if answer.in_hundredths() {
            hundredths(n)
        } else {
            n.to_string()
        }
    };
    let line = |nodes: Vec<usize>| {
        let codes = answer.axes().iter().zip(&nodes);
        let said = |n: Option<u64>, how: fn(u64) -> String| n.map_or(String::new(), how);
        Line {
            codes: codes.map(|(axis, node)| code(axis, *node)).collect(),
            n: answer.count(&nodes).map(whole),
            extra: if answer.has_posts() {
                vec![
                    said(answer.posts(&nodes), hundredths),
                    said(answer.per_post(&nodes), hundredths),
                ]
            } else if answer.asks_base() {
                vec![said(answer.base(&nodes), |n| n.to_string())]
            } else {
                Vec::new()
            },
        }
    };
    answer.shown().into_iter().map(line).collect()
}

/// A stable code; providers have none that says anything outside of the database.
fn code(axis: &Axis, node: usize) -> String {
    let node = &axis.nodes[node];
    let is_named = axis.dimension == Dimension::Provider && !node.is_sum;
    let said = if is_named { &node.label } else { &node.code };
    said.clone()
}

fn hundredths(n: u64) -> String {
    format!("{}.{:02}", n / 100, n % 100)
}
