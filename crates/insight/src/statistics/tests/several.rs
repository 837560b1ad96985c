//! What there is several times of a case, against tables made by hand.

use super::world::{Case, World, at};

#[tokio::test]
async fn an_outcome_counts_once_when_it_first_came() {
    let world = World::new().await;
    let cases = world.add(world.case(), 10).await;
    for case in &cases[..4] {
        world
            .outcome(*case, "employment_marginal", "2021-06-01")
            .await;
        world.outcome(*case, "employment", "2022-02-01").await;
    }
    for case in &cases[4..9] {
        world.outcome(*case, "employment", "2021-07-01").await;
        world.outcome(*case, "employment", "2021-12-01").await;
        world.outcome(*case, "language_course", "2021-08-01").await;
    }
    let answer = world.ask(world.north(), "outcomes", "outcome").await;
    let kinds = [
        "employment",
        "employment_marginal",
        "employment_regular",
        "language_course",
    ];
    let counts = kinds.map(|kind| at(&answer, &[kind]));
    assert_eq!(counts, [9, 4, 5, 5].map(Some));
    assert_eq!(answer.base_total(), Some(10));
    assert_eq!(answer.total(), None);

    let answer = world.ask(world.north(), "outcomes", "outcome,year").await;
    assert_eq!(at(&answer, &["employment", "2021"]), Some(9));
    assert_eq!(at(&answer, &["employment", "2022"]), Some(0));
    let answer = world.ask(world.north(), "outcomes", "year").await;
    assert_eq!(at(&answer, &["2021"]), Some(9)); // people, not outcomes
}

#[tokio::test]
async fn a_case_counts_under_each_of_its_needs() {
    let world = World::new().await;
    for (number, case) in world.add(world.case(), 9).await.into_iter().enumerate() {
        world.need(case, "SPR").await;
        if number % 2 == 0 {
            world.need(case, "ARB").await;
        }
    }
    let domains = world.ask(world.north(), "needs", "domain").await;
    assert_eq!(at(&domains, &["SPR"]), Some(9));
    assert_eq!(at(&domains, &["ARB"]), Some(5));
    let both = world.ask(world.north(), "needs", "domain,sex").await;
    assert_eq!(at(&both, &["ARB", "m"]), Some(5));
    let people = world.ask(world.north(), "needs", "sex").await;
    assert_eq!(at(&people, &["m"]), Some(9)); // people, not needs
}

/// On the day of the entry, whenever they were noted, and a need that came back is the same one.
#[tokio::test]
async fn needs_count_once_and_when_their_case_is_entered() {
    let world = World::new().await;
    let never = Case {
        entered: None,
        ..world.case()
    };
    let early = Case {
        entered: Some("2020-05-10"),
        ..world.case()
    };
    for (case, times) in [(never, 4), (early, 5)] {
        for case in world.add(case, times).await {
            for _ in 0..2 {
                world.need(case, "SPR").await;
            }
        }
    }
    let years = world.ask(world.north(), "needs", "domain,year").await;
    assert_eq!(at(&years, &["SPR", "2020"]), Some(5));
    assert_eq!(at(&years, &["SPR", "2021"]), Some(0));
}

#[tokio::test]
async fn what_was_attained_counts_only_for_who_takes_part() {
    let world = World::new().await;
    let never = Case {
        entered: None,
        ..world.case()
    };
    for (case, times) in [(never, 4), (world.case(), 5)] {
        for case in world.add(case, times).await {
            world.outcome(case, "housing", "2021-02-03").await;
        }
    }
    let kinds = world.ask(world.north(), "outcomes", "outcome").await;
    assert_eq!(at(&kinds, &["housing"]), Some(5));
    let years = world.ask(world.north(), "outcomes", "year").await;
    assert_eq!(at(&years, &["2021"]), Some(5)); // before the entry, on 10 May
}

#[tokio::test]
async fn of_two_jobs_begun_on_one_day_the_larger_counts() {
    let world = World::new().await;
    for case in world.add(world.case(), 4).await {
        world
            .outcome(case, "employment_marginal", "2021-06-01")
            .await;
        world.outcome(case, "employment", "2021-06-01").await;
    }
    let kinds = world.ask(world.north(), "outcomes", "outcome").await;
    assert_eq!(at(&kinds, &["employment_regular"]), Some(4));
    assert_eq!(at(&kinds, &["employment_marginal"]), Some(0));
}
