//! Facts that are kept between questions count as those that are read for each.

use db::{Value, values};
use platform::audit::{self, Entry};
use platform::testing::Who;
use platform::{Act, Role, SiteId};
use uuid::Uuid;

use super::super::count::{Counted, count};
use super::super::facts::{Facts, Ledger};
use super::super::{Dimension, MEASURES, Period, Question, Scope};
use super::world::{Case, World};

const CHANGE: Act = Act {
    name: "test.change",
    roles: &[Role::CaseManager],
};

struct Kept {
    world: World,
    ledger: Ledger,
}

impl Kept {
    /// Two sites with a bit of everything, of which the ledger knows.
    async fn new() -> (Kept, Vec<Uuid>) {
        let world = World::new().await;
        let south = Case {
            site: world.bed.south,
            closed: Some("2022-02-01"),
            sex: Some("f"),
            ..world.case()
        };
        world.add(south, 4).await;
        let cases = world.add(world.case(), 5).await;
        for (number, case) in cases.iter().enumerate() {
            world.need(*case, "SPR").await;
            if number % 2 == 0 {
                world.need(*case, "ARB").await;
                world.outcome(*case, "training", "2021-09-01").await;
            }
        }
        world.encounter("addressed", 12, "2021-02-01").await;
        world.encounter("counselled", 6, "2021-02-01").await;
        let north = world.bed.north;
        world
            .post(north, "case_management", 150, "2020-01-01")
            .await;
        let kept = Kept {
            world,
            ledger: Ledger::default(),
        };
        kept.note("site", None).await;
        kept.counts_everything().await;
        (kept, cases)
    }

    /// A line in the trail of the north.
    async fn note(&self, subject: &'static str, id: Option<Uuid>) {
        let app = &self.world.bed.app;
        let mut tx = app.db.write().await.unwrap();
        let anna = self.world.bed.actor(Who::Anna);
        let entry = Entry::new(CHANGE, subject, id);
        audit::record(&mut tx, &anna, app.clock.now(), entry)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    async fn act(&self, subject: &'static str, id: Option<Uuid>, sql: &'static str) {
        let mut values = vec![Value::from(self.world.bed.north)];
        values.extend(id.filter(|_| sql.contains("$2")).map(Value::from));
        self.world.run(sql, values).await;
        self.note(subject, id).await;
    }

    /// Every measure by every dimension, as it is counted from facts that were just read.
    async fn counts_everything(&self) {
        let db = &self.world.bed.app.db;
        for scope in [Scope::All, Scope::Site(self.world.bed.north)] {
            let kept = self.ledger.facts(db, scope).await.unwrap();
            let fresh = Facts::read(&mut db.read().await.unwrap(), scope).await;
            let fresh = fresh.unwrap();
            for question in questions() {
                let expected = count(&fresh, &question);
                assert_eq!(count(&kept, &question), expected, "{question:?}");
            }
        }
    }

    async fn counted(&self, measure: &str, by: &str) -> Vec<(String, i64)> {
        let facts = self
            .ledger
            .facts(&self.world.bed.app.db, Scope::All)
            .await
            .unwrap();
        let question = Question::parse(measure, by, period()).unwrap();
        let one = |mut counted: Counted| {
            let code = counted.codes.pop().unwrap();
            (code.unwrap_or_default(), counted.n)
        };
        count(&facts, &question).into_iter().map(one).collect()
    }
}

fn period() -> Period {
    Period::parse("2020", "2022").unwrap()
}

fn questions() -> impl Iterator<Item = Question> {
    MEASURES.iter().flat_map(|measure| {
        measure.dimensions().map(move |dimension| {
            let by = match dimension {
                Dimension::Site => vec![Dimension::Site],
                other => vec![Dimension::Site, other],
            };
            Question::new(measure, &by, period()).unwrap()
        })
    })
}

fn codes(expected: &[(&str, i64)]) -> Vec<(String, i64)> {
    let owned = expected.iter().map(|(code, n)| ((*code).to_owned(), *n));
    owned.collect()
}

#[tokio::test]
async fn a_case_that_was_acted_on_is_counted_as_it_stands_now() {
    let (kept, cases) = Kept::new().await;
    assert_eq!(
        kept.counted("entries", "sex").await,
        codes(&[("f", 4), ("m", 5)])
    );
    let first = Some(cases[0]);
    let sql = "update cases set sex = 'x', closed_on = '2022-03-01' where site_id = $1 and id = $2";
    kept.act("case", first, sql).await;
    assert_eq!(
        kept.counted("entries", "sex").await,
        codes(&[("f", 4), ("m", 4), ("x", 1)])
    );
    kept.counts_everything().await;
    let sql = "delete from needs where site_id = $1 and case_id = $2";
    kept.act("case", first, sql).await;
    assert_eq!(
        kept.counted("needs", "domain").await,
        codes(&[("ARB", 2), ("SPR", 4)])
    );
    kept.counts_everything().await;
    let sql = "delete from cases where site_id = $1 and id = $2";
    kept.act("case", first, sql).await;
    assert_eq!(
        kept.counted("entries", "sex").await,
        codes(&[("f", 4), ("m", 4)])
    );
    kept.counts_everything().await;
}

/// What is known of a person stands in all their cases, of which the trail names one.
#[tokio::test]
async fn the_other_cases_of_a_person_are_read_anew_too() {
    let (kept, cases) = Kept::new().await;
    let north = kept.world.bed.north;
    let sql = "update cases set closed_on = '2022-03-01' where site_id = $1 and id = $2";
    kept.world.run(sql, values![north, cases[0]]).await;
    let sql = "update cases set person_id = (select person_id from cases
        where site_id = $1 and id = $2) where site_id = $1 and id = $3";
    kept.world
        .run(sql, values![north, cases[0], cases[1]])
        .await;
    for case in &cases[..2] {
        kept.note("case", Some(*case)).await;
    }
    kept.counts_everything().await;
    let sql = "update cases set sex = 'x' where site_id = $1 and person_id =
        (select person_id from cases where site_id = $1 and id = $2)";
    kept.act("case", Some(cases[1]), sql).await;
    assert_eq!(
        kept.counted("entries", "sex").await,
        codes(&[("f", 4), ("m", 3), ("x", 2)])
    );
    kept.counts_everything().await;
}

#[tokio::test]
async fn acts_on_anything_else_have_the_site_read_anew() {
    let (kept, _) = Kept::new().await;
    let sql = "update encounters set persons = persons + 1 where site_id = $1";
    kept.act("encounter", None, sql).await;
    assert_eq!(
        kept.counted("addressed", "year").await,
        codes(&[("2021", 13)])
    );
    let sql = "update posts set fte_hundredths = 50 where site_id = $1";
    kept.act("post", None, sql).await;
    kept.counts_everything().await;
    let sql = "update cases set district = 'Mitte' where site_id = $1";
    kept.act("something new", None, sql).await;
    kept.counts_everything().await;
}

/// As after a copy was put back: the trail no longer runs through the line that is known.
#[tokio::test]
async fn another_trail_has_the_site_read_anew() {
    let (kept, _) = Kept::new().await;
    kept.note("session", None).await;
    kept.counts_everything().await;
    let sql = "delete from audit where site_id = $1";
    kept.world.run(sql, values![kept.world.bed.north]).await;
    let sql = "delete from audit_heads where site_id = $1";
    kept.world.run(sql, values![kept.world.bed.north]).await;
    let sql = "update cases set sex = 'x' where site_id = $1";
    kept.act("session", None, sql).await;
    kept.note("session", None).await;
    assert_eq!(
        kept.counted("entries", "sex").await,
        codes(&[("f", 4), ("x", 5)])
    );
}

#[tokio::test]
async fn after_very_many_acts_a_site_is_read_anew() {
    let (kept, cases) = Kept::new().await;
    let sql = "update cases set sex = 'x' where site_id = $1 and id <> $2";
    kept.act("case", Some(cases[0]), sql).await;
    for _ in 0..200 {
        kept.note("case", Some(cases[0])).await;
    }
    kept.counts_everything().await;
}

/// A site in whose trail nothing stands is read each time: nothing tells whether it changed.
#[tokio::test]
async fn without_a_trail_nothing_is_kept() {
    let world = World::new().await;
    let case = Case {
        site: place(&world).await,
        ..world.case()
    };
    let kept = Kept {
        world,
        ledger: Ledger::default(),
    };
    for expected in [3, 6] {
        kept.world.add(case, 3).await;
        assert_eq!(
            kept.counted("entries", "sex").await,
            codes(&[("m", expected)])
        );
    }
}

async fn place(world: &World) -> SiteId {
    world.place("05978", "Kreis Unna", None).await
}

#[tokio::test]
async fn a_day_that_cannot_be_read_is_told_with_its_case() {
    let world = World::new().await;
    let case = world.add(world.case(), 1).await[0];
    let sql = "update cases set entered_on = '2021-02-30' where site_id = $1 and id = $2";
    world.run(sql, values![world.bed.north, case]).await;
    let mut tx = world.bed.app.db.read().await.unwrap();
    let read = Facts::read(&mut tx, Scope::All).await;
    let told = read.err().unwrap().to_string();
    assert!(
        told.contains(&format!("entered_on of case {case}")),
        "{told}"
    );
}
