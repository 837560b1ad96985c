//! Figures that were published, sent through the pipeline: Rhein-Kreis Neuss (interim balance of
//! Teilhabemanagement, about 2022), Landtag NRW Drs. 17/6119 (tolerated persons by nationality,
//! 28 February 2019), posts of Kreis Unna, Remscheid and Rhein-Kreis Neuss, and of Kommunales
//! Integrationsmanagement in Coesfeld and Mettmann (2023).

use super::super::axis::Known;
use super::super::count::Counted;
use super::super::draft::Draft;
use super::super::files;
use super::super::sheet::{Sheet, Value};
use super::super::{Answer, Period, Question, Scope};
use super::world::{Case, World, at};

/// Keys of the official list of states.
const TOLERATED: [(&str, usize); 16] = [
    ("423", 2_622),
    ("287", 305),
    ("121", 4_308),
    ("221", 856),
    ("223", 155),
    ("320", 1),
    ("274", 2),
    ("323", 5),
    ("422", 1_778),
    ("425", 1_283),
    ("225", 70),
    ("523", 1),
    ("424", 5),
    ("460", 1_536),
    ("322", 1),
    ("124", 10),
];

#[tokio::test]
async fn the_parts_of_neuss_need_not_add_up() {
    let world = World::new().await;
    let cases = world.add(world.case(), 255).await;
    // Coaching, school certificate, language, literacy; three were placed elsewhere.
    let offers = [
        ("AUS", 140),
        ("SCH", 14),
        ("SPR", 17),
        ("ORI", 17),
        ("SON", 3),
    ];
    let mut placed = cases.iter();
    for (domain, times) in offers {
        for case in placed.by_ref().take(times) {
            world.need(*case, domain).await;
        }
    }
    let parts = world.ask(world.north(), "needs", "domain").await;
    let counts = ["AUS", "SCH", "SPR", "ORI"].map(|domain| at(&parts, &[domain]));
    assert_eq!(counts, [140, 14, 17, 17].map(Some));
    assert_eq!(parts.base_total(), Some(255));
    assert_eq!(parts.total(), None);
    let domain = parts.table().dimensions()[0].position("AUS").unwrap();
    assert_eq!(parts.share(&[domain]), Some(549)); // 140 of 255, not of 191

    let whole = world.ask(world.north(), "needs", "year").await;
    assert_eq!(whole.total(), Some(191));
    assert_eq!((191 * 2_000 + 255) / (2 * 255), 749); // 74.9 %

    let shown = files::text(&world.ui(), &parts);
    assert!(shown.contains("Basis") && shown.contains("255"));
    assert!(!shown.contains("188") && !shown.contains("191"));
}

#[tokio::test]
async fn small_cells_of_the_landtag_paper_vanish() {
    let world = World::new().await;
    for (code, persons) in TOLERATED {
        let case = Case {
            nationality: Some(code),
            ..world.case()
        };
        world.add(case, persons).await;
    }
    let answer = world.ask(world.north(), "stock", "nationality").await;
    let sum: usize = TOLERATED.iter().map(|(_, persons)| persons).sum();
    small_cells_are_gone(&answer, sum as u64);
    let first = &answer.axes()[0].nodes[0];
    assert_eq!(
        (first.code.as_str(), first.label.as_str()),
        ("121", "Albanien")
    );
}

/// The beginning of the list as in the paper, and all others together, to its total of 56,188.
#[tokio::test]
async fn the_total_of_the_landtag_paper_stands() {
    let world = World::new().await;
    let period = Period::parse("2019", "2019").unwrap();
    let question = Question::parse("stock", "nationality", period).unwrap();
    let listed: usize = TOLERATED.iter().map(|(_, persons)| persons).sum();
    let others = ("999", 56_188 - listed);
    let facts = TOLERATED
        .iter()
        .chain([&others])
        .map(|(code, persons)| Counted {
            codes: vec![Some((*code).to_owned())],
            n: i64::try_from(*persons).unwrap(),
        });
    let facts = facts.collect();
    let draft = Draft {
        ui: &world.ui(),
        question: &question,
        known: Known {
            places: &[],
            providers: &[],
            show_all: false,
        },
        rule: disclosure::Rule::default(),
        today: world.bed.app.clock.today(),
    };
    small_cells_are_gone(&draft.answer(facts, None).await.unwrap(), 56_188);
}

/// Antigua 1, Equatorial Guinea 2, Australia 1 and Barbados 1 vanish; Argentina and Bahrain, 5
/// each, stay; the four hide each other, so that nothing else has to.
fn small_cells_are_gone(answer: &Answer, total: u64) {
    for (code, persons) in TOLERATED {
        let expected = (persons >= 3).then_some(persons as u64);
        assert_eq!(at(answer, &[code]), expected, "{code}");
    }
    assert_eq!(at(answer, &["Total"]), Some(total));
    assert_eq!(answer.table().suppressed(), 4);
}

#[tokio::test]
async fn posts_are_exact() {
    let world = World::new().await;
    for (ags, name, hundredths) in [
        ("05978", "Kreis Unna", 300),
        ("05120", "Remscheid", 50),
        ("05162", "Rhein-Kreis Neuss", 300),
    ] {
        let site = world.place(ags, name, None).await;
        world
            .post(site, "case_management", hundredths, "2020-01-01")
            .await;
    }
    let answer = world.ask(Scope::All, "posts", "site").await;
    assert_eq!(at(&answer, &["05120"]), Some(50));
    let csv = files::csv(&world.ui(), &answer).unwrap();
    assert!(csv.contains("\n05120,0.50,published\n"));
    assert!(csv.contains("\nTotal,6.50,published\n"));
}

#[tokio::test]
async fn posts_of_two_districts_by_task() {
    let world = World::new().await;
    let tasks = [
        "coordination",
        "administration",
        "case_management",
        "authority",
    ];
    for (ags, name, posts) in [
        ("05558", "Kreis Coesfeld", [350, 50, 1200, 200]),
        ("05158", "Kreis Mettmann", [350, 50, 1600, 300]),
    ] {
        let site = world.place(ags, name, None).await;
        for (task, hundredths) in tasks.into_iter().zip(posts) {
            world.post(site, task, hundredths, "2022-01-01").await;
        }
    }
    let answer = world.ask(Scope::All, "posts", "site,function").await;
    assert_eq!(at(&answer, &["05558", "coordination"]), Some(350));
    assert_eq!(at(&answer, &["05158", "case_management"]), Some(1600));
    assert_eq!(at(&answer, &["05558", "Total"]), Some(1800));
    assert_eq!(at(&answer, &["Total", "authority"]), Some(500));
    let sheet = Sheet::of(&world.ui(), &answer);
    let mettmann = sheet
        .rows
        .iter()
        .find(|row| row.labels == ["Kreis Mettmann"]);
    let last = mettmann.and_then(|row| row.cells.last()).unwrap();
    assert_eq!(last.value, Value::Hundredths(2300));
    assert_eq!(last.value.said(&world.ui()), "23");
}
