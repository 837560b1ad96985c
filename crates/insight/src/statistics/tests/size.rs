//! Every measure by every dimension is understood by the engine, and counted alike however it is
//! read.

use std::collections::BTreeMap;

use super::super::store::{self, Fact};
use super::super::{Dimension, MEASURES, Measure, Period, Question, Scope};
use super::world::{Case, World};

type Counts = BTreeMap<Vec<Option<String>>, i64>;

fn counts(facts: Vec<Fact>) -> Counts {
    let mut counts = Counts::new();
    for fact in facts {
        *counts.entry(fact.codes).or_default() += fact.n;
    }
    counts
}

async fn two_sites() -> World {
    let world = World::new().await;
    let south = Case {
        site: world.bed.south,
        closed: Some("2022-02-01"),
        sex: Some("f"),
        ..world.case()
    };
    world.add(south, 4).await;
    for (number, case) in world.add(world.case(), 5).await.into_iter().enumerate() {
        world.need(case, "SPR").await;
        if number % 2 == 0 {
            world.need(case, "ARB").await;
            world.outcome(case, "training", "2021-09-01").await;
        }
    }
    world.encounter("addressed", 12, "2021-02-01").await;
    world.encounter("counselled", 6, "2021-02-01").await;
    world
}

fn questions(measure: &'static Measure) -> impl Iterator<Item = Question> {
    let period = Period::parse("2020", "2022").unwrap();
    measure.dimensions().map(move |dimension| {
        let by = match dimension {
            Dimension::Site => vec![Dimension::Site],
            other => vec![Dimension::Site, other],
        };
        Question::new(measure, &by, period).unwrap()
    })
}

#[tokio::test]
async fn every_measure_is_counted_by_each_dimension_by_one_reader_or_several() {
    let world = two_sites().await;
    let db = &world.bed.app.db;
    for measure in MEASURES {
        for question in questions(measure) {
            for scope in [Scope::All, Scope::Site(world.bed.north)] {
                let mut tx = db.read().await.unwrap();
                let places = store::places(&mut tx, scope).await.unwrap();
                let one = store::facts(&mut tx, scope, &question, &places).await;
                let one = counts(one.unwrap_or_else(|error| panic!("{question:?}: {error}")));
                drop(tx);
                let several = store::facts_at_once(db, scope, &question, &places).await;
                assert_eq!(counts(several.unwrap()), one, "{question:?}");
                let is_counted =
                    ["entries", "needs", "outcomes", "addressed"].contains(&measure.id);
                assert!(
                    !is_counted || !one.is_empty(),
                    "{question:?} counts nothing"
                );
            }
        }
    }
}

/// Needs by domain alone are read without the cases; by sex as well, with them.
#[tokio::test]
async fn needs_are_the_same_with_and_without_what_is_known_of_the_person() {
    let world = two_sites().await;
    let period = Period::parse("2020", "2022").unwrap();
    let mut tx = world.bed.app.db.read().await.unwrap();
    let places = store::places(&mut tx, Scope::All).await.unwrap();
    let mut count = async |by: &str| {
        let question = Question::parse("needs", by, period).unwrap();
        let facts = store::facts(&mut tx, Scope::All, &question, &places).await;
        counts(facts.unwrap())
    };
    let domain = |code: &str| Some(code.to_owned());
    let alone = Counts::from([(vec![domain("SPR")], 5), (vec![domain("ARB")], 3)]);
    assert_eq!(count("domain").await, alone);
    let of_men = alone.into_iter().map(|(mut codes, n)| {
        codes.push(Some("m".to_owned()));
        (codes, n)
    });
    assert_eq!(count("domain,sex").await, of_men.collect::<Counts>());
}
