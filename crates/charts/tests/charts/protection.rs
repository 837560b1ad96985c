//! What is protected leaves no trace.

use charts::{Chart, Kind, Language};
use roxmltree::Document;

use crate::{KINDS, categories, draw, length, named, quarters, series, texts, with_class};

fn digits(text: &str) -> bool {
    text.chars().any(|character| character.is_ascii_digit())
}

#[test]
fn a_chart_that_is_wholly_protected_shows_no_number_but_its_categories() {
    for kind in KINDS {
        let svg = draw(&quarters(kind, [None; 3], [None; 3]));
        let document = Document::parse(svg.as_str()).unwrap();
        let numbers: Vec<_> = texts(&document)
            .into_iter()
            .filter(|text| digits(text))
            .collect();
        assert_eq!(numbers, ["2021/1", "2021/2", "2021/3"]);
    }
}

#[test]
fn the_axis_is_made_for_visible_values_only() {
    // Hidden: a value that would stretch the axis far beyond 40.
    for kind in [Kind::GroupedBars, Kind::Lines] {
        let svg = draw(&quarters(
            kind,
            [Some(40.0), None, Some(31.0)],
            [Some(3.0), None, Some(5.0)],
        ));
        let document = Document::parse(svg.as_str()).unwrap();
        let greatest = texts(&document)
            .iter()
            .filter_map(|text| text.parse::<u32>().ok())
            .max();
        assert_eq!(greatest, Some(40));
    }
}

#[test]
fn a_stack_with_a_protected_part_has_no_total() {
    let svg = draw(&quarters(
        Kind::StackedBars,
        [Some(41.0), None, Some(9.0)],
        [Some(72.0), Some(97.0), None],
    ));
    let document = Document::parse(svg.as_str()).unwrap();
    let read = texts(&document);
    assert!(read.contains(&"113".to_owned()));
    assert!(
        !read.contains(&"97".to_owned()) && !read.contains(&"9".to_owned()),
        "{read:?}"
    );
}

#[test]
fn boxes_of_protected_values_have_one_size_and_stand_where_visible_values_end() {
    for kind in [Kind::Bars, Kind::GroupedBars, Kind::StackedBars] {
        let svg = draw(&quarters(
            kind,
            [Some(500.0), None, None],
            [Some(3.0), Some(120.0), None],
        ));
        let document = Document::parse(svg.as_str()).unwrap();
        let heights: Vec<_> = with_class(&document, "chart-protected")
            .map(|node| length(node, "height"))
            .collect();
        let in_plot = if kind == Kind::Bars { 2 } else { 3 };
        assert_eq!(heights, vec![12.0; in_plot + 1]);
    }
}

#[test]
fn the_hint_of_a_protected_mark_says_no_more_than_that() {
    for kind in KINDS {
        let svg = draw(&quarters(
            kind,
            [Some(5.0), None, Some(6.0)],
            [Some(8.0); 3],
        ));
        let document = Document::parse(svg.as_str()).unwrap();
        let hints: Vec<_> = with_class(&document, "chart-protected")
            .filter_map(|node| node.first_element_child())
            .map(|title| title.text().unwrap())
            .collect();
        let expected = if kind == Kind::Bars {
            "2021/2: geschützt"
        } else {
            "2021/2, Frauen: geschützt"
        };
        assert_eq!(hints, [expected]);
    }
}

#[test]
fn a_line_breaks_where_a_value_is_protected() {
    let names = categories(&["1", "2", "3", "4", "5", "6"]);
    let values = [Some(1.0), Some(2.0), None, Some(4.0), Some(5.0), Some(6.0)];
    let chart = Chart::new(Kind::Lines, "x", names, vec![series("x", &values)]).unwrap();
    let svg = draw(&chart);
    let document = Document::parse(svg.as_str()).unwrap();
    let corners: Vec<_> = named(&document, "polyline")
        .map(|line| line.attribute("points").unwrap().split(' ').count())
        .collect();
    assert_eq!(corners, [2, 3]);
    assert_eq!(named(&document, "circle").count(), 5);
}

#[test]
fn the_twin_names_protection_and_adds_no_total() {
    let chart = quarters(
        Kind::StackedBars,
        [Some(4.0), None, Some(9.0)],
        [Some(7.0), Some(5.0), None],
    );
    let twin = charts::table_twin(&chart, Language::German);
    assert_eq!(twin.rows[1], ["2021/2", "geschützt", "5"]);
    assert_eq!(twin.rows[2], ["2021/3", "9", "geschützt"]);
    assert_eq!(twin.header.len(), 3);
    assert_eq!(
        charts::table_twin(&chart, Language::English).rows[1][1],
        "protected"
    );
}
