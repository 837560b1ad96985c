//! Well-formed, named for assistive technology, and within a strict content security policy.

use std::collections::BTreeSet;

use charts::{Chart, ChartError, Kind, Style};
use roxmltree::Document;

use crate::{KINDS, categories, draw, named, quarters, series, texts};

fn with_everything(kind: Kind) -> Chart {
    quarters(
        kind,
        [Some(12.0), None, Some(7.0)],
        [Some(1031.0), Some(20.0), None],
    )
    .in_unit("Personen")
}

#[test]
fn every_kind_is_well_formed_and_named_by_title_and_description() {
    for kind in KINDS {
        let svg = draw(&with_everything(kind));
        let document = Document::parse(svg.as_str()).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        let names: Vec<&str> = root
            .attribute("aria-labelledby")
            .unwrap()
            .split(' ')
            .collect();
        let named: Vec<_> = root
            .children()
            .take(2)
            .map(|node| node.attribute("id").unwrap())
            .collect();
        assert_eq!(names, named);
        assert_eq!(
            root.first_element_child().unwrap().text(),
            Some("Eintritte")
        );
    }
}

#[test]
fn there_is_no_inline_style_and_no_script() {
    for kind in KINDS {
        let svg = draw(&with_everything(kind));
        let document = Document::parse(svg.as_str()).unwrap();
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            assert!(!["style", "script"].contains(&node.tag_name().name()));
            let forbidden =
                |name: &str| name == "style" || name.starts_with("on") || name.contains("href");
            assert!(
                node.attributes()
                    .all(|attribute| !forbidden(attribute.name()))
            );
        }
    }
}

#[test]
fn ids_are_unique_on_the_page_and_every_reference_leads_somewhere() {
    for kind in KINDS {
        let chart = with_everything(kind);
        let page = format!(
            "<main>{}{}</main>",
            charts::responsive(&chart, &Style::new("a")),
            charts::responsive(&chart, &Style::new("b 2\"")),
        );
        let document = Document::parse(&page).unwrap();
        let ids: Vec<_> = document
            .descendants()
            .filter_map(|node| node.attribute("id"))
            .collect();
        let distinct: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len());
        let fills = document
            .descendants()
            .filter_map(|node| node.attribute("fill"));
        for target in fills.filter_map(|fill| fill.strip_prefix("url(#")) {
            assert!(distinct.contains(target.trim_end_matches(')')), "{target}");
        }
    }
}

#[test]
fn every_class_of_a_picture_has_its_rule() {
    let rules: BTreeSet<_> = charts::CSS
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.'))
        .filter_map(|word| word.strip_prefix('.'))
        .collect();
    for kind in KINDS {
        let page = charts::responsive(&with_everything(kind), &Style::new("a")).into_string();
        let document = Document::parse(&page).unwrap();
        let classes = document
            .descendants()
            .filter_map(|node| node.attribute("class"));
        for class in classes.flat_map(|classes| classes.split(' ')) {
            assert!(rules.contains(class), "{class}");
        }
    }
}

#[test]
fn text_cannot_break_out_of_the_markup() {
    let evil = "</title><script>alert(\"1\")</script> & \u{0} Ü";
    let values = [series(evil, &[Some(3.0)]), series("b", &[None])];
    for kind in [Kind::GroupedBars, Kind::StackedBars, Kind::Lines] {
        let chart = Chart::new(kind, evil, categories(&[evil]), values.to_vec()).unwrap();
        let svg = draw(&chart.in_unit(evil).categories_called(evil));
        let document = Document::parse(svg.as_str()).unwrap();
        assert_eq!(named(&document, "script").count(), 0);
        let title = document
            .root_element()
            .first_element_child()
            .unwrap()
            .text()
            .unwrap();
        assert_eq!(title, evil.replace('\u{0}', "\u{fffd}"));
    }
}

#[test]
fn the_description_tells_extremes_and_protection_unless_one_is_given() {
    let chart = with_everything(Kind::GroupedBars);
    let expected = "Gruppiertes Balkendiagramm, Kategorien: 3, Reihen: 2. Kleinster sichtbarer Wert: 7 \
                    (2021/3, Frauen), größter: 1.031 (2021/1, Männer). Geschützte Werte: 2. Alle Werte \
                    stehen in der zugehörigen Tabelle.";
    assert!(draw(&chart).as_str().contains(expected), "{}", draw(&chart));
    assert!(
        draw(&chart.described("Kurz gesagt."))
            .as_str()
            .contains(">Kurz gesagt.</desc>")
    );
}

#[test]
fn numbers_and_words_follow_the_language() {
    let chart = with_everything(Kind::GroupedBars).with_decimals(1);
    let english = Style::new("e").in_language(charts::Language::English);
    let svg = charts::render(&chart, &english);
    let document = Document::parse(svg.as_str()).unwrap();
    let read = texts(&document);
    assert!(read.contains(&"1,031.0".into()) && read.contains(&"protected (not to scale)".into()));
    let svg = draw(&chart);
    let document = Document::parse(svg.as_str()).unwrap();
    let read = texts(&document);
    assert!(
        read.contains(&"1.031,0".into()) && read.contains(&"geschützt (nicht maßstäblich)".into())
    );
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    for kind in KINDS {
        assert_eq!(draw(&with_everything(kind)), draw(&with_everything(kind)));
    }
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let new = |kind, names: &[&str], values: &[&[Option<f64>]]| {
        let all = values.iter().map(|values| series("x", values)).collect();
        Chart::new(kind, "x", categories(names), all).unwrap_err()
    };
    let one: &[Option<f64>] = &[Some(1.0)];
    assert_eq!(new(Kind::Lines, &[], &[one]), ChartError::Empty);
    assert_eq!(new(Kind::Lines, &["a"], &[]), ChartError::Empty);
    assert_eq!(
        new(Kind::Bars, &["a"], &[one, one]),
        ChartError::TooManySeries { given: 2, most: 1 }
    );
    assert_eq!(
        new(Kind::Lines, &["a"], &[one; 7]),
        ChartError::TooManySeries { given: 7, most: 6 }
    );
    let length = ChartError::Length {
        series: 0,
        given: 1,
        expected: 2,
    };
    assert_eq!(new(Kind::Bars, &["a", "b"], &[one]), length);
    let endless = ChartError::NotFinite {
        series: 0,
        category: 0,
    };
    assert_eq!(new(Kind::Bars, &["a"], &[&[Some(f64::NAN)]]), endless);
    let negative = ChartError::Negative {
        series: 1,
        category: 0,
    };
    assert_eq!(
        new(Kind::StackedBars, &["a"], &[one, &[Some(-1.0)]]),
        negative
    );
}
