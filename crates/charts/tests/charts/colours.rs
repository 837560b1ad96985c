//! Colours can be told from the background and from their neighbours.

use charts::{Chart, Kind};

use crate::{categories, draw, series};

/// Relative luminance by WCAG 2.2.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The colours that each block of the style sheet gives to a property: light, dark twice, print.
fn colours(property: &str) -> Vec<&'static str> {
    let start = format!("  --chart-{property}: #");
    charts::CSS
        .lines()
        .filter_map(|line| Some(&line[line.find(&start)? + start.len() - 1..]))
        .map(|rest| rest.trim_end_matches(';'))
        .collect()
}

const BACKGROUNDS: [&[&str]; 4] = [
    &["#ffffff"],
    &["#000000", "#14181e"],
    &["#000000", "#14181e"],
    &["#ffffff"],
];

#[test]
fn marks_stand_out_from_their_background_in_every_theme() {
    for series in ["1", "2", "3", "4", "5", "6", "muted"] {
        let colours = colours(series);
        assert_eq!(colours.len(), BACKGROUNDS.len());
        for (colour, backgrounds) in colours.iter().zip(BACKGROUNDS) {
            for background in backgrounds {
                assert!(
                    contrast(colour, background) >= 3.0,
                    "{series} {colour} {background}"
                );
            }
        }
    }
}

#[test]
fn text_stands_out_from_its_background_in_every_theme() {
    for (colour, backgrounds) in colours("ink").iter().zip(BACKGROUNDS) {
        assert!(
            backgrounds
                .iter()
                .all(|background| contrast(colour, background) >= 4.5)
        );
    }
}

#[test]
fn neighbouring_series_differ_in_grey() {
    for series in 1..6 {
        let pairs = colours(&series.to_string())
            .into_iter()
            .zip(colours(&(series + 1).to_string()));
        for (one, next) in pairs {
            assert!(contrast(one, next) >= 1.5, "{one} {next}");
        }
    }
}

#[test]
fn a_picture_without_style_sheet_has_the_colours_of_the_light_theme() {
    let six = (0..6)
        .map(|_| series("x", &[Some(1.0), Some(2.0)]))
        .collect();
    let chart = Chart::new(Kind::StackedBars, "x", categories(&["a", "b"]), six).unwrap();
    let svg = draw(&chart).into_string().to_lowercase();
    for series in 1..=6 {
        let expected = format!(
            "class=\"chart-{series}\" fill=\"{}\"",
            colours(&series.to_string())[0]
        );
        assert!(svg.contains(&expected), "{expected}");
    }
    assert!(svg.contains(&format!("fill=\"{}\"", colours("ink")[0])));
}
