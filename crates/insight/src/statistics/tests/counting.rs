//! What is counted, against tables made by hand.

use super::super::{Axis, Facts, Period, Question, Scope, answer};
use super::world::{Case, World, at};

const TOTAL: &str = "Total";

#[tokio::test]
async fn entries_exits_and_stock_go_together() {
    let world = World::new().await;
    let case = world.case();
    let enter = |entered, closed| Case {
        entered: Some(entered),
        closed,
        ..case
    };
    world.add(enter("2021-03-31", None), 5).await;
    world.add(enter("2021-04-01", Some("2021-09-30")), 4).await;
    world.add(enter("2019-12-31", Some("2021-10-01")), 7).await;
    let north = world.north();

    let entries = world.ask(north, "entries", "quarter").await;
    assert_eq!(at(&entries, &["2021-Q1"]), Some(5));
    assert_eq!(at(&entries, &["2021-Q2"]), Some(4));
    assert_eq!(at(&entries, &[TOTAL]), Some(9)); // 2019 lies before the period

    let exits = world.ask(north, "exits", "quarter").await;
    assert_eq!(at(&exits, &["2021-Q3"]), Some(4));
    assert_eq!(at(&exits, &["2021-Q4"]), Some(7));

    let stock = world.ask(north, "stock", "quarter").await;
    let quarters = [
        "2020-Q1", "2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2022-Q2",
    ];
    let stocks = quarters.map(|quarter| at(&stock, &[quarter]));
    assert_eq!(stocks, [7, 12, 16, 12, 5, 5].map(Some));
    assert_eq!(stock.total(), None); // days are not added up
}

#[tokio::test]
async fn the_three_counters_do_not_mix() {
    let world = World::new().await;
    world.encounter("addressed", 12, "2021-02-01").await;
    world.encounter("counselled", 6, "2021-02-01").await;
    world.add(world.case(), 4).await;
    let short = Case {
        entered: None,
        ..world.case()
    };
    world.add(short, 3).await;
    for (measure, expected) in [("angesprochen", 12), ("beraten", 9), ("entries", 4)] {
        let answer = world.ask(world.north(), measure, "year").await;
        assert_eq!(at(&answer, &["2021"]), Some(expected), "{measure}");
    }
}

#[tokio::test]
async fn who_takes_part_later_was_counselled_before() {
    let world = World::new().await;
    world.add(world.case(), 9).await;
    let mut tx = world.bed.app.db.write().await.unwrap();
    let sql = "update cases set opened_on = '2020-11-02'
        where id in (select id from cases order by id limit 4)";
    tx.run(sql, vec![]).await.unwrap();
    tx.commit().await.unwrap();
    let beraten = world.ask(world.north(), "beraten", "year").await;
    assert_eq!(at(&beraten, &["2020"]), Some(4));
    let entries = world.ask(world.north(), "entries", "year").await;
    assert_eq!(at(&entries, &["2021"]), Some(9));
}

#[tokio::test]
async fn characteristics_come_from_the_entry() {
    let world = World::new().await;
    for (age, class) in [
        (17, "u18"),
        (18, "18-20"),
        (20, "18-20"),
        (21, "21-24"),
        (24, "21-24"),
        (25, "25-27"),
        (27, "25-27"),
        (28, "28+"),
    ] {
        let one = Case {
            age: Some(age),
            sex: (age != 17).then_some("f"),
            ..world.case()
        };
        world.add(one, 3).await;
        let answer = world.ask(world.north(), "entries", "age_class").await;
        assert!(at(&answer, &[class]).is_some_and(|n| n >= 3), "{age}");
    }
    let answer = world.ask(world.north(), "entries", "age_class").await;
    let classes = ["u18", "18-20", "21-24", "25-27", "28+", TOTAL];
    let counts = classes.map(|class| at(&answer, &[class]));
    assert_eq!(counts, [3, 6, 6, 6, 3, 24].map(Some));
    let answer = world.ask(world.north(), "entries", "sex").await;
    assert_eq!(at(&answer, &["unknown"]), Some(3));
    assert_eq!(answer.axes()[0].nodes[3].label, "ohne Angabe");
}

#[tokio::test]
async fn a_site_sees_its_own_facts_only() {
    let world = World::new().await;
    let (north, south) = (world.bed.north, world.bed.south);
    world.add(world.case(), 4).await;
    let there = Case {
        site: south,
        ..world.case()
    };
    world.add(there, 9).await;
    for (scope, expected) in [
        (Scope::Site(north), 4),
        (Scope::Site(south), 9),
        (Scope::All, 13),
    ] {
        let answer = world.ask(scope, "entries", "site").await;
        assert_eq!(answer.total(), Some(expected));
    }
    let answer = world.ask(Scope::Site(north), "entries", "site").await;
    assert_eq!(answer.table().get(&["05315"]), None); // not even its name
}

#[tokio::test]
async fn regions_group_their_sites() {
    let world = World::new().await;
    let unna = world.place("05978", "Kreis Unna", Some("Arnsberg")).await;
    let hamm = world.place("05915", "Hamm", Some("Arnsberg")).await;
    for (site, times) in [(unna, 6), (hamm, 5), (world.bed.north, 4)] {
        world
            .add(
                Case {
                    site,
                    ..world.case()
                },
                times,
            )
            .await;
    }
    let answer = world.ask(Scope::All, "entries", "site,region").await;
    assert_eq!(answer.axes().len(), 1);
    assert_eq!(at(&answer, &["05978"]), Some(6));
    assert_eq!(at(&answer, &["Arnsberg"]), Some(11));
    assert_eq!(at(&answer, &[TOTAL]), Some(15));
    let answer = world.ask(Scope::All, "entries", "region").await;
    assert_eq!(at(&answer, &["Arnsberg"]), Some(11));
    assert_eq!(at(&answer, &["unknown"]), Some(4));
}

#[tokio::test]
async fn districts_of_all_sites_keep_their_site() {
    let world = World::new().await;
    for site in [world.bed.north, world.bed.south] {
        let case = Case {
            site,
            district: Some("Mitte"),
            ..world.case()
        };
        world.add(case, 4).await;
    }
    let answer = world.ask(world.north(), "entries", "district").await;
    assert_eq!(at(&answer, &["Mitte"]), Some(4));
    let answer = world.ask(Scope::All, "entries", "district").await;
    assert_eq!(at(&answer, &["05315 Mitte"]), Some(4));
    assert_eq!(answer.axes()[0].nodes[0].label, "Mitte (Südstadt)");
}

#[tokio::test]
async fn cases_per_post_come_from_printed_counts_only() {
    let world = World::new().await;
    let (north, south) = (world.bed.north, world.bed.south);
    let small = world.place("05978", "Kreis Unna", None).await;
    let hidden = world.place("05758", "Kreis Herford", None).await;
    let third = world.place("05754", "Kreis Gütersloh", None).await;
    for (site, times) in [
        (north, 45),
        (south, 30),
        (small, 2),
        (hidden, 2),
        (third, 2),
    ] {
        world
            .add(
                Case {
                    site,
                    ..world.case()
                },
                times,
            )
            .await;
        world.post(site, "case_management", 150, "2020-01-01").await;
    }
    world.post(north, "coordination", 100, "2020-01-01").await;
    let answer = world.ask(Scope::All, "cases_per_fte", "site").await;
    let node = |ags: &str| answer.table().dimensions()[0].position(ags).unwrap();
    assert_eq!(answer.posts(&[node("05913")]), Some(150));
    assert_eq!(answer.per_post(&[node("05913")]), Some(30_00)); // 45 / 1.5
    assert_eq!(answer.per_post(&[node("05315")]), Some(20_00)); // 30 / 1.5
    assert_eq!(answer.count(&[node("05978")]), None);
    assert_eq!(answer.per_post(&[node("05978")]), None);
}

#[tokio::test]
async fn the_programme_decides_what_is_small() {
    let world = World::new().await;
    for (sex, times) in [("f", 4), ("m", 9), ("x", 30)] {
        let case = Case {
            sex: Some(sex),
            ..world.case()
        };
        world.add(case, times).await;
    }
    let answer = world.ask(world.north(), "entries", "sex").await;
    assert_eq!(answer.table().suppressed(), 0);
    world.set("threshold", "5").await;
    let answer = world.ask(world.north(), "entries", "sex").await;
    assert_eq!(at(&answer, &["f"]), None);
    assert!(answer.table().suppressed() >= 2); // or the total would give it away
    assert!(answer.table().notes().rule.contains("unter 5"));
}

#[test]
fn periods_hold_both_days_and_partial_quarters() {
    let period = Period::parse("2020-02", "2020-07-14").unwrap();
    assert_eq!(period.from.to_string(), "2020-02-01");
    assert_eq!(period.to.to_string(), "2020-07-15");
    let buckets = super::super::dimension::buckets(super::super::Dimension::Quarter, period);
    assert_eq!(buckets, ["2020-Q1", "2020-Q2", "2020-Q3"]);
    for (first, last) in [
        ("2020-13", "2021"),
        ("2021", "2020"),
        ("gestern", "heute"),
        ("", ""),
    ] {
        assert!(Period::parse(first, last).is_err(), "{first} {last}");
    }
}

#[test]
fn a_question_without_an_answer_is_refused() {
    let period = Period::parse("2021", "2021").unwrap();
    for (measure, by, key) in [
        ("rankings", "site", "figure-unknown"),
        ("", "site", "figure-unknown"),
        ("entries", "worker", "figure-by-unknown"),
        ("entries", "sex,sex", "figure-by-twice"),
        ("entries", "quarter,year", "figure-by-two-times"),
        ("addressed", "nationality", "figure-by-not-for-measure"),
        ("supported", "quarter", "figure-by-not-for-measure"),
        ("entries", "", "figure-by-count"),
        ("entries", "site,sex,year,age_class", "figure-by-count"),
    ] {
        let refused = Question::parse(measure, by, period).unwrap_err();
        assert_eq!(refused.key, key, "{measure} {by}");
    }
}

/// Four people of four nationalities, beside a total of 4 that other tables print, are one of each.
#[tokio::test]
async fn what_its_total_would_give_away_is_told_as_one() {
    let world = World::new().await;
    for nationality in ["423", "475", "438", "224"] {
        let case = Case {
            nationality: Some(nationality),
            sex: Some("m"),
            ..world.case()
        };
        world.add(case, 1).await;
    }
    let north = world.north();
    let nationalities = world.ask(north, "entries", "nationality").await;
    assert_eq!(at(&nationalities, &["altogether"]), Some(4));
    assert_eq!(at(&nationalities, &[TOTAL]), Some(4));
    assert!(nationalities.table().get(&["423"]).is_none(), "nor whose");
    assert!(nationalities.axes()[0].is_told_as_one());
    let both = world.ask(north, "entries", "nationality,sex").await;
    assert_eq!(at(&both, &["altogether", "m"]), Some(4));
    assert_eq!(at(&both, &[TOTAL, "f"]), Some(0));
    let sexes = world.ask(north, "entries", "sex").await;
    assert_eq!(at(&sexes, &[TOTAL]), Some(4));
}

/// Two people: their number is hidden, and so is everything about them.
#[tokio::test]
async fn of_a_total_that_is_small_itself_nothing_is_told() {
    let world = World::new().await;
    world.add(world.case(), 2).await;
    for by in ["quarter", "sex", "status_group,sex", "site,sex,nationality"] {
        let answer = world.ask(world.north(), "entries", by).await;
        assert!(answer.axes().iter().all(Axis::is_told_as_one));
        let printed = answer.table().cells().filter(|cell| cell.count.is_some());
        assert_eq!(printed.count(), 0, "{by}");
    }
}

#[tokio::test]
async fn of_days_after_the_data_date_nothing_is_known() {
    let world = World::new().await;
    world.add(world.case(), 5).await;
    let asked = |from, to| {
        let period = Period::parse(from, to).unwrap();
        Question::parse("stock", "quarter", period).unwrap()
    };
    let ui = world.ui();
    let today = world.bed.app.clock.today();
    let mut tx = world.bed.app.db.read().await.unwrap();
    let facts = Facts::read(&mut tx, world.north()).await.unwrap();
    let ahead = asked("2022", "2023");
    let known = answer(&mut tx, &ui, &facts, &ahead, today).await;
    let known = known.unwrap();
    assert_eq!(known.question().period().last_day(), today);
    assert!(known.table().get(&["2022-Q3"]).is_none());
    assert_eq!(at(&known, &["2022-Q2"]), Some(5));
    let never = asked("2023", "2023");
    let never = answer(&mut tx, &ui, &facts, &never, today);
    assert!(never.await.is_err());
}
