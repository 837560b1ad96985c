//! Colours, patterns, dashes and markers of series, and the hatching of what is protected.

use crate::{
    svg::{Element, px},
    text::SIZE,
};

/// Number of series that can be told apart.
pub(crate) const COLOURS: usize = 6;
/// Fallbacks for light paper; `charts.css` holds those for dark. Dark and light take turns, so that
/// neighbours differ in grey too.
pub(crate) const FILLS: [&str; COLOURS] = [
    "#12436D", "#D95F02", "#801650", "#28A197", "#3D4650", "#8A6FC0",
];
const CLASSES: [&str; COLOURS] = [
    "chart-1", "chart-2", "chart-3", "chart-4", "chart-5", "chart-6",
];
const DASHES: [&str; COLOURS] = ["none", "8 4", "2 4", "10 4 2 4", "14 4", "5 2"];
pub(crate) const INK: &str = "#1B2430";
pub(crate) const MUTED: &str = "#4A5563";
pub(crate) const GRID: &str = "#D9DEE3";
pub(crate) const PAPER: &str = "#FFFFFF";

/// Fills an element with the colour of a series and the pattern over it.
pub(crate) fn filled(element: Element, prefix: &str, series: usize) -> Element {
    match series {
        0 => element.set("class", CLASSES[0]).set("fill", FILLS[0]),
        _ => element.set("fill", format!("url(#{prefix}-p{})", series + 1)),
    }
}

/// A line of a series through points.
pub(crate) fn stroked(points: &str, series: usize) -> Element {
    Element::new("polyline")
        .set("class", format!("{}-line", CLASSES[series]))
        .set("points", points)
        .set("fill", "none")
        .set("stroke", FILLS[series])
        .set("stroke-width", "2")
        .set("stroke-linejoin", "round")
        .set("stroke-dasharray", DASHES[series])
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text; `y` is the middle of its height.
pub(crate) fn label(x: f64, y: f64, anchor: Anchor, text: impl Into<String>) -> Element {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    Element::new("text")
        .set("class", "chart-text")
        .at("x", x)
        .at("y", y + SIZE * 0.35)
        .set("text-anchor", anchor)
        .set("fill", INK)
        .text(text)
}

/// A line of the axes: strong at zero, weak elsewhere.
pub(crate) fn rule(x1: f64, y1: f64, x2: f64, y2: f64, strong: bool) -> Element {
    let (class, colour) = if strong {
        ("chart-zero", MUTED)
    } else {
        ("chart-grid", GRID)
    };
    let line = Element::new("line").set("class", class);
    line.at("x1", x1)
        .at("y1", y1)
        .at("x2", x2)
        .at("y2", y2)
        .set("stroke", colour)
}

/// The sign of a series around a point.
pub(crate) fn marker(series: usize, x: f64, y: f64) -> Element {
    let outline = |corners: &[(f64, f64)]| {
        let points: Vec<String> = corners
            .iter()
            .map(|(dx, dy)| format!("{},{}", px(x + dx), px(y + dy)))
            .collect();
        Element::new("polygon").set("points", points.join(" "))
    };
    let sign = match series {
        0 => Element::new("circle").at("cx", x).at("cy", y).at("r", 4.0),
        1 => outline(&[(-3.8, -3.8), (3.8, -3.8), (3.8, 3.8), (-3.8, 3.8)]),
        2 => outline(&[(0.0, -5.2), (5.0, 3.8), (-5.0, 3.8)]),
        3 => outline(&[(0.0, -5.4), (5.4, 0.0), (0.0, 5.4), (-5.4, 0.0)]),
        4 => outline(&[(-5.0, -3.8), (5.0, -3.8), (0.0, 5.2)]),
        _ => outline(&[
            (-2.0, -5.2),
            (2.0, -5.2),
            (5.2, 0.0),
            (2.0, 5.2),
            (-2.0, 5.2),
            (-5.2, 0.0),
        ]),
    };
    sign.set("class", format!("{} chart-edge", CLASSES[series]))
        .set("fill", FILLS[series])
        .set("stroke", PAPER)
        .set("stroke-width", "1")
}

/// A box for a value that must not be known.
pub(crate) fn protected(prefix: &str, x: f64, y: f64, width: f64, height: f64) -> Element {
    Element::new("rect")
        .set("class", "chart-protected")
        .at("x", x)
        .at("y", y)
        .at("width", width)
        .at("height", height)
        .set("fill", format!("url(#{prefix}-protected)"))
        .set("stroke", MUTED)
        .set("stroke-width", "1")
}

/// The patterns that `series` series and, if need be, protected values refer to.
pub(crate) fn definitions(prefix: &str, series: usize, protected: bool) -> Element {
    let mut definitions = Element::new("defs");
    for number in 1..series {
        definitions.push(pattern(prefix, number));
    }
    if protected {
        let lines = Element::new("path")
            .set("class", "chart-hatch")
            .set("d", "M-1 1L1 -1M0 5L5 0M4 6L6 4")
            .set("stroke", MUTED)
            .set("stroke-width", "1");
        let tile = tile(format!("{prefix}-protected"), 5.0)
            .child(square(5.0).set("class", "chart-paper").set("fill", PAPER));
        definitions.push(tile.child(lines));
    }
    definitions
}

fn pattern(prefix: &str, series: usize) -> Element {
    let overlay = match series {
        1 => "M-2 2L2 -2M0 8L8 0M6 10L10 6",
        2 => "M2 1V3M1 2H3M6 5V7M5 6H7",
        3 => "M-2 6L2 10M0 0L8 8M6 -2L10 2",
        4 => "M0 2H8M0 6H8",
        _ => "M2 0V8M6 0V8",
    };
    let base = square(8.0)
        .set("class", CLASSES[series])
        .set("fill", FILLS[series]);
    let lines = Element::new("path")
        .set("class", "chart-overlay")
        .set("d", overlay)
        .set("fill", "none")
        .set("stroke", PAPER)
        .set("stroke-width", "1.1");
    tile(format!("{prefix}-p{}", series + 1), 8.0)
        .child(base)
        .child(lines)
}

fn tile(id: String, size: f64) -> Element {
    Element::new("pattern")
        .set("id", id)
        .at("width", size)
        .at("height", size)
        .set("patternUnits", "userSpaceOnUse")
}

fn square(size: f64) -> Element {
    Element::new("rect").at("width", size).at("height", size)
}
