use jiff::civil::date;
use lopdf::{Document, Object};
use platform::ui::Ui;

use super::super::{Edition, Figures, Material, Place, Posts, Told, compose};
use super::{told, told_on};
use crate::texts::{Section, Written};

const QUARTERS: [&str; 4] = ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"];
const YEARS: [&str; 1] = ["2021"];

fn by_quarter(counts: [u64; 4], adds_up: bool) -> Told {
    told(&[("Quartal", &QUARTERS, adds_up)], &counts)
}

fn by_year(count: u64) -> Told {
    told(&[("Jahr", &YEARS, true)], &[count])
}

/// Counts that are each unlike all others in the report.
#[expect(clippy::too_many_lines, reason = "one report from end to end")]
fn figures() -> Figures {
    Figures {
        entries: by_quarter([1_013, 1_021, 1_031, 1_033], true),
        exits: by_quarter([211, 223, 227, 229], true),
        stock: by_quarter([802, 1_600, 2_404, 3_208], false),
        sites: Some(told(
            &[("Kommune", &["05111", "05112", "05113"], true)],
            &[1_500, 1_600, 998],
        )),
        groups: told(
            &[
                (
                    "Aufenthaltsstatus",
                    &["Duldung", "Gestattung", "Erlaubnis"],
                    true,
                ),
                ("Geschlecht", &["weiblich", "männlich", "divers"], true),
            ],
            &[701, 1_499, 2, 607, 997, 11, 101, 163, 17],
        ),
        ages: told(
            &[("Alter", &["unter 18", "18 bis 27"], true)],
            &[401, 3_697],
        ),
        nationalities: told(
            &[("Staat", &["Afghanistan", "Irak", "Guinea"], true)],
            &[3_000, 1_000, 98],
        ),
        needs: told(
            &[("Lebensbereich", &["Sprache", "Wohnen"], false)],
            &[2_711, 1_301],
        ),
        outcomes: told(
            &[
                ("Ergebnis", &["training", "employment_marginal"], false),
                ("Jahr", &YEARS, true),
            ],
            &[317, 113],
        ),
        addressed: by_year(9_001),
        counselled: by_year(5_003),
        consultations: by_year(20_011),
    }
}

/// As [`figures`], with the quarters and outcomes of many years up to 2021.
fn figures_of(long: u16) -> Figures {
    let years: Vec<String> = (2022 - long..2022).map(|year| year.to_string()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let quarter = |year: &&str| [1, 2, 3, 4].map(|quarter| format!("{year}-Q{quarter}"));
    let quarters: Vec<String> = years.iter().flat_map(quarter).collect();
    let quarters: Vec<&str> = quarters.iter().map(String::as_str).collect();
    let flow = |count: u64| {
        told(
            &[("Quartal", &quarters, true)],
            &vec![count; quarters.len()],
        )
    };
    let stock: Vec<u64> = (1..=u64::from(4 * long)).map(|n| 30 * n).collect();
    let kinds: [&str; 7] = ["training", "a", "b", "employment_marginal", "c", "d", "e"];
    let outcomes: Vec<u64> = (0..u64::from(7 * long)).map(|at| 1_000 + 7 * at).collect();
    Figures {
        entries: flow(70),
        exits: flow(40),
        stock: told(&[("Quartal", &quarters, false)], &stock),
        outcomes: told(
            &[("Ergebnis", &kinds, false), ("Jahr", &years, true)],
            &outcomes,
        ),
        ..figures()
    }
}

fn edition() -> Edition {
    Edition {
        year: 2021,
        place: Place::Programme { sites: 3 },
        from: date(2021, 1, 1),
        first_quarter: date(2021, 1, 1),
        to: date(2021, 12, 31),
        data_date: date(2022, 6, 30),
        is_synthetic: true,
    }
}

fn built(figures: &Figures, written: &[Written]) -> Vec<u8> {
    let ui = Ui::sample(&[crate::ROOM.texts]).unwrap();
    let posts = [Posts {
        ags: "05111".to_owned(),
        site: "05111".to_owned(),
        provider: Some("Jugendwerk".to_owned()),
        posts: 3,
        fte_hundredths: 250,
        case_management_hundredths: 200,
    }];
    let material = Material {
        ui: &ui,
        edition: &edition(),
        figures,
        posts: &posts,
        written,
    };
    pdf::render(&compose(&material).unwrap()).unwrap()
}

pub(super) fn text(bytes: &[u8]) -> String {
    let pdf = Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&pages).unwrap().replace('\n', " ")
}

/// How often each kind of element stands in the structure tree.
fn kinds(bytes: &[u8], kind: &str) -> usize {
    let pdf = Document::load_mem(bytes).unwrap();
    let elements = pdf.objects.values().filter_map(|object| match object {
        Object::Dictionary(element) => element.get(b"S").ok()?.as_name().ok(),
        _ => None,
    });
    elements.filter(|name| *name == kind.as_bytes()).count()
}

/// As a reader sees it: thousands parted by a point.
fn german(count: u64) -> String {
    match (count / 1_000, count % 1_000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands}.{rest:03}"),
    }
}

/// Whole numbers of a text, so that 17 is not found in 1.170.
fn numbers(text: &str) -> std::collections::BTreeSet<String> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.'))
        .map(|number| number.trim_matches('.').to_owned())
        .collect()
}

#[test]
fn every_printed_count_of_the_tables_stands_in_the_report() {
    let figures = figures();
    let found = numbers(&text(&built(&figures, &[])));
    let all = [
        &figures.entries,
        &figures.exits,
        &figures.groups,
        &figures.ages,
        &figures.nationalities,
        &figures.addressed,
        &figures.counselled,
    ];
    for told in all {
        for count in told.table.counts().iter().flatten() {
            assert!(
                found.contains(&german(*count)),
                "{count} of {:?}",
                told.axes[0].label
            );
        }
    }
    for told in [&figures.needs, &figures.outcomes] {
        for line in told.lines(0) {
            let count = told
                .count(&[line.position; 1])
                .or(told.count(&[line.position, 0]));
            assert!(found.contains(&german(count.unwrap())));
        }
    }
}

#[test]
fn no_suppressed_count_stands_anywhere_in_the_report() {
    let figures = figures();
    let raw = [701, 1_499, 2, 607, 997, 11, 101, 163, 17];
    let groups = &figures.groups;
    let hidden: Vec<u64> = (0..9)
        .filter(|at| groups.count(&[at / 3, at % 3]).is_none())
        .map(|at| raw[at])
        .collect();
    assert!(hidden.len() >= 4 && hidden.contains(&2), "{hidden:?}");
    let found = numbers(&text(&built(&figures, &[])));
    for count in hidden.into_iter().filter(|count| *count > 20) {
        assert!(!found.contains(&german(count)), "{count}");
    }
}

#[test]
fn the_same_material_gives_the_same_bytes() {
    assert_eq!(built(&figures(), &[]), built(&figures(), &[]));
}

#[test]
fn figures_have_tables_beside_them_and_chapters_are_tagged() {
    let bytes = built(&figures(), &[]);
    let (pictures, tables) = (kinds(&bytes, "Figure"), kinds(&bytes, "Table"));
    // Cumulated entries, movements, stock, groups, age, origin, needs, outcomes; the three counters
    // have one year only, and one bar is no picture.
    assert_eq!(pictures, 8);
    // Each picture's, the counters', the year at a glance, the municipalities', the definitions'.
    assert_eq!(tables, 14);
    assert!(kinds(&bytes, "H1") >= 9);
    assert!(kinds(&bytes, "TOC") >= 1);
}

#[test]
fn pictures_show_the_last_six_years_and_tables_all() {
    for years in [6, 7, 8, 20] {
        let text = text(&built(&figures_of(years), &[]));
        let is_part = years > 6;
        for said in [
            "Die Abbildung zeigt die letzten sechs Jahre",
            "nach Art und Jahr, 2016 bis 2021",
            "nach Quartal, 2016-Q1 bis 2021-Q4",
        ] {
            assert_eq!(text.contains(said), is_part, "{years}: {said}");
        }
        let found = numbers(&text);
        for at in 0..7 * u64::from(years) {
            let count = german(1_000 + 7 * at);
            assert!(found.contains(&count), "{count} of {years} years");
        }
    }
}

#[test]
fn a_table_too_wide_for_a_page_shows_the_last_years_and_says_so() {
    let text = text(&built(&figures_of(36), &[]));
    assert!(text.contains("Gezeigt sind die letzten 24 Jahre; „Insgesamt“ umfasst alle."));
    let found = numbers(&text);
    // The first kind has 1,000 in 1986 and 1,007 in the year after; 24 years begin with 1998.
    assert!(!found.contains(&german(1_000 + 7 * 11)) && found.contains(&german(1_000 + 7 * 12)));
}

#[test]
fn a_table_of_two_measures_shows_the_base_of_each() {
    let mut figures = figures();
    figures.exits = told_on(
        "Teilnahmen, die endeten",
        &[("Quartal", &QUARTERS, true)],
        &[211, 223, 227, 229],
    );
    let text = text(&built(&figures, &[]));
    for said in [
        "Eintritte: Eintritte im Zeitraum. Basis: alle Eintritte in eine Begleitung.",
        "Austritte: Eintritte im Zeitraum. Basis: Teilnahmen, die endeten.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn what_people_wrote_stands_under_their_name() {
    let written = [Written {
        section: Section::Outlook,
        by_site: false,
        body: "Erster Absatz mit **Nachdruck**.\n\n- ein Punkt\n- noch einer".to_owned(),
    }];
    let text = text(&built(&figures(), &written));
    for words in [
        "Einordnung und Ausblick",
        "Wissenschaftliche Begleitung",
        "ein Punkt",
        "Synthetische Daten",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("**"));
}
