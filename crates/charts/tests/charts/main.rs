//! What the crate promises, seen from outside.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot set the scene has failed"
)]

mod colours;
mod geometry;
mod markup;
mod protection;
mod twin;

use charts::{Chart, Kind, Series, Style, Svg};
use roxmltree::{Document, Node};

const KINDS: [Kind; 4] = [
    Kind::Bars,
    Kind::GroupedBars,
    Kind::StackedBars,
    Kind::Lines,
];

fn categories(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn series(name: &str, values: &[Option<f64>]) -> Series {
    Series {
        name: name.to_owned(),
        values: values.to_vec(),
    }
}

/// Two series over three quarters; a bar chart takes the first of them.
fn quarters(kind: Kind, women: [Option<f64>; 3], men: [Option<f64>; 3]) -> Chart {
    let mut both = vec![series("Frauen", &women), series("Männer", &men)];
    both.truncate(if kind == Kind::Bars { 1 } else { 2 });
    let names = categories(&["2021/1", "2021/2", "2021/3"]);
    Chart::new(kind, "Eintritte", names, both)
        .unwrap()
        .categories_called("Quartal")
}

fn draw(chart: &Chart) -> Svg {
    charts::render(chart, &Style::new("test"))
}

fn named<'a, 'input>(
    document: &'a Document<'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    document
        .descendants()
        .filter(move |node| node.has_tag_name((SVG, name)))
}

fn with_class<'a, 'input>(
    document: &'a Document<'input>,
    class: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    document
        .descendants()
        .filter(move |node| node.attribute("class") == Some(class))
}

fn length(node: Node<'_, '_>, attribute: &str) -> f64 {
    node.attribute(attribute).unwrap().parse().unwrap()
}

/// What can be read in the picture.
fn texts(document: &Document<'_>) -> Vec<String> {
    named(document, "text")
        .map(|node| node.text().unwrap().to_owned())
        .collect()
}

const SVG: &str = "http://www.w3.org/2000/svg";
