//! Lengths are true, and nothing leaves the picture.

use charts::{Chart, Kind, Style};
use roxmltree::{Document, Node};

use crate::{categories, draw, length, named, quarters, series, texts, with_class};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.2
}

/// Height of the plot between two ticks that are drawn.
fn between_ticks(document: &Document<'_>) -> f64 {
    let grid: Vec<f64> = with_class(document, "chart-zero")
        .chain(with_class(document, "chart-grid"))
        .map(|line| length(line, "y1"))
        .collect();
    let (least, most) = grid
        .iter()
        .fold((f64::MAX, f64::MIN), |(a, b), y| (a.min(*y), b.max(*y)));
    (most - least) / f64::from(u32::try_from(grid.len() - 1).unwrap())
}

#[test]
fn a_bar_is_as_long_as_its_value_on_the_axis() {
    let svg = draw(&quarters(
        Kind::Bars,
        [Some(25.0), Some(50.0), Some(40.0)],
        [None; 3],
    ));
    let document = Document::parse(svg.as_str()).unwrap();
    // Ticks at 0, 10, 20, 30, 40, 50.
    let ten = between_ticks(&document);
    let heights: Vec<_> = with_class(&document, "chart-1")
        .map(|bar| length(bar, "height"))
        .collect();
    for (height, value) in heights.iter().zip([2.5, 5.0, 4.0]) {
        assert!(close(*height, value * ten), "{height} {ten}");
    }
}

#[test]
fn parts_of_a_stack_stand_end_to_end() {
    let svg = draw(&quarters(
        Kind::StackedBars,
        [Some(20.0), Some(10.0), Some(30.0)],
        [Some(30.0), Some(10.0), Some(5.0)],
    ));
    let document = Document::parse(svg.as_str()).unwrap();
    let ten = between_ticks(&document);
    // The first one stands in the legend.
    let lower = with_class(&document, "chart-1").nth(2).unwrap();
    let (x, y) = (lower.attribute("x").unwrap(), length(lower, "y"));
    let upper = named(&document, "rect")
        .find(|bar| {
            bar.attribute("x") == Some(x) && bar.attribute("fill") == Some("url(#chart-test-p2)")
        })
        .unwrap();
    // A unit of paper lies between the parts and above the last.
    assert!(
        close(length(upper, "y") + length(upper, "height") + 1.0, y),
        "{svg}"
    );
    assert!(close(length(upper, "height") + 1.0, ten));
}

#[test]
fn points_of_a_line_lie_on_their_values() {
    let svg = draw(&quarters(
        Kind::Lines,
        [Some(0.0), Some(50.0), Some(25.0)],
        [Some(1.0); 3],
    ));
    let document = Document::parse(svg.as_str()).unwrap();
    let ys: Vec<_> = named(&document, "circle")
        .skip(1)
        .map(|dot| length(dot, "cy"))
        .collect();
    let ten = between_ticks(&document);
    assert!(
        close(ys[0] - ys[1], 5.0 * ten) && close(ys[0] - ys[2], 2.5 * ten),
        "{ys:?}"
    );
}

#[test]
fn negative_values_go_the_other_way_from_zero() {
    for categories in [2, 20] {
        let names = (0..categories)
            .map(|number| format!("Kreis {number}"))
            .collect();
        let values: Vec<_> = (0..categories)
            .map(|number| Some(if number == 0 { -20.0 } else { 40.0 }))
            .collect();
        let svg = draw(&Chart::new(Kind::Bars, "x", names, vec![series("x", &values)]).unwrap());
        let document = Document::parse(svg.as_str()).unwrap();
        let bars: Vec<_> = with_class(&document, "chart-1").collect();
        assert!(texts(&document).contains(&"−20".to_owned()));
        if categories == 2 {
            assert!(close(
                length(bars[0], "y"),
                length(bars[1], "y") + length(bars[1], "height")
            ));
        } else {
            assert!(close(
                length(bars[0], "x") + length(bars[0], "width"),
                length(bars[1], "x")
            ));
        }
    }
}

#[test]
fn whole_numbers_get_whole_steps_and_all_zeros_an_axis() {
    for values in [[1.0, 2.0, 1.0], [0.0, 0.0, 0.0]] {
        for kind in [Kind::Bars, Kind::Lines] {
            let svg = draw(&quarters(kind, values.map(Some), [Some(0.0); 3]));
            let document = Document::parse(svg.as_str()).unwrap();
            let read = texts(&document);
            assert!(read.contains(&"1".to_owned()));
            assert!(read.iter().all(|text| !text.contains(',')), "{read:?}");
        }
    }
}

#[test]
fn small_numbers_get_ticks_with_decimals() {
    let chart = quarters(
        Kind::Lines,
        [Some(0.02), Some(0.05), Some(0.1)],
        [Some(0.0); 3],
    );
    let svg = draw(&chart.with_decimals(2));
    let document = Document::parse(svg.as_str()).unwrap();
    let ticks = ["0,00", "0,02", "0,04", "0,06", "0,08", "0,10"];
    assert!(
        ticks
            .iter()
            .all(|tick| texts(&document).contains(&(*tick).to_owned()))
    );
}

#[test]
fn fifty_four_long_names_stay_inside_the_picture_wide_and_narrow() {
    let names: Vec<_> = (0..54)
        .map(|number| {
            format!("Kreis Hochtaunus-Wittgensteinische Verwaltungsgemeinschaft {number}")
        })
        .collect();
    let values: Vec<_> = (0..54)
        .map(|number| Some(f64::from(number) * 1000.0))
        .collect();
    for kind in [Kind::Bars, Kind::GroupedBars, Kind::Lines] {
        let one = vec![series("Teilnahmen im Berichtszeitraum", &values)];
        let chart = Chart::new(kind, "x", names.clone(), one).unwrap();
        for style in [Style::new("w"), Style::new("n").narrow()] {
            let svg = charts::render(&chart, &style);
            let document = Document::parse(svg.as_str()).unwrap();
            named(&document, "text").for_each(stays_inside);
        }
    }
}

/// Common faces need half their size per character on average.
fn stays_inside(text: Node<'_, '_>) {
    let root = text.document().root_element();
    let read = text.text().unwrap();
    let characters = f64::from(u32::try_from(read.chars().count()).unwrap());
    let (x, width) = (length(text, "x"), 13.0 * 0.5 * characters);
    let left = match text.attribute("text-anchor").unwrap() {
        "start" => x,
        "end" => x - width,
        _ => x - width / 2.0,
    };
    assert!(
        left >= 0.0 && left + width <= length(root, "width"),
        "{read} at {x}"
    );
    assert!(
        (4.0..length(root, "height")).contains(&length(text, "y")),
        "{read}"
    );
}

#[test]
fn many_or_long_names_lie_beside_their_bars() {
    let upright = draw(&quarters(Kind::Bars, [Some(1.0); 3], [None; 3]));
    let document = Document::parse(upright.as_str()).unwrap();
    let feet: Vec<_> = with_class(&document, "chart-1")
        .map(|bar| length(bar, "y") + length(bar, "height"))
        .collect();
    assert!(feet.iter().all(|foot| close(*foot, feet[0])));

    let names = (0..20).map(|number| format!("Kreis {number}")).collect();
    let many = Chart::new(Kind::Bars, "x", names, vec![series("x", &[Some(1.0); 20])]).unwrap();
    let svg = draw(&many);
    let document = Document::parse(svg.as_str()).unwrap();
    let feet: Vec<_> = with_class(&document, "chart-1")
        .map(|bar| length(bar, "x"))
        .collect();
    assert!(feet.iter().all(|foot| close(*foot, feet[0])));
}

#[test]
fn names_below_a_line_do_not_meet() {
    let names = categories(&[
        "Duldung nach § 60a AufenthG",
        "Ausbildungsduldung",
        "Aufenthaltsgestattung",
        "Beschäftigungsduldung",
        "Aufenthaltserlaubnis",
        "Duldung nach § 60b AufenthG",
        "Grenzübertrittsbescheinigung",
    ]);
    let last_row = |svg: &str| -> Vec<(f64, f64)> {
        let document = Document::parse(svg).unwrap();
        let written = named(&document, "text").filter(|text| text.text().unwrap().len() > 8);
        written
            .map(|text| (length(text, "x"), text.text().unwrap().chars().count()))
            .map(|(x, characters)| {
                (
                    x,
                    13.0 * 0.25 * f64::from(u32::try_from(characters).unwrap()),
                )
            })
            .collect()
    };
    for style in [Style::new("w"), Style::new("n").narrow()] {
        let one = vec![series("x", &[Some(1.0); 7])];
        let chart = Chart::new(Kind::Lines, "x", names.clone(), one).unwrap();
        let halves = last_row(charts::render(&chart, &style).as_str());
        assert!(halves.len() > 1);
        for pair in halves
            .windows(2)
            .filter(|pair| !close(pair[0].0, pair[1].0))
        {
            assert!(pair[0].0 + pair[0].1 < pair[1].0 - pair[1].1, "{pair:?}");
        }
    }
}

#[test]
fn a_soft_hyphen_is_where_a_word_breaks() {
    let one = vec![series("x", &[Some(1.0), Some(2.0)])];
    let long = "Beschäftigungs\u{ad}förderungs\u{ad}maßnahmen\u{ad}teilnehmende des Kreises Beispielhausen";
    let chart = Chart::new(Kind::Bars, "x", categories(&[long, "b"]), one).unwrap();
    let svg = charts::render(&chart, &Style::new("n").narrow());
    let document = Document::parse(svg.as_str()).unwrap();
    let read = texts(&document);
    assert!(
        read.iter()
            .any(|line| line.ends_with("förderungs-") || line.ends_with("gungs-")),
        "{read:?}"
    );
    assert!(read.iter().all(|line| !line.contains('\u{ad}')));
}
