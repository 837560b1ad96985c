//! Where the facts stand that are counted, in SQL for both engines.

use super::Dimension::{
    self, AccessPath, AgeClass, District, Function, Nationality, Provider, Sex, StatusGroup,
};
use super::When;
use super::measure::{Column, Facts};

pub(super) const fn column(dimension: Dimension, sql: &'static str) -> Column {
    Column { dimension, sql }
}

const AGE_CLASS: &str = "case when c.age_at_entry < 18 then 'u18'
    when c.age_at_entry <= 20 then '18-20' when c.age_at_entry <= 24 then '21-24'
    when c.age_at_entry <= 27 then '25-27' when c.age_at_entry > 27 then '28+' end";

/// What is known of every case; `c` is the case.
pub(super) const OF_CASES: &[Column] = &[
    column(District, "c.district"),
    column(Sex, "c.sex"),
    column(AgeClass, AGE_CLASS),
    column(StatusGroup, "c.status_group_at_entry"),
    column(Nationality, "c.nationality"),
    column(Provider, "c.provider_id"),
    column(AccessPath, "c.access_path"),
];

/// What is known of unnamed people; `e` is the encounter.
pub(super) const OF_ENCOUNTERS: &[Column] = &[column(District, "e.district"), column(Sex, "e.sex")];

/// What is known of posts; `t` is the post.
pub(super) const OF_POSTS: &[Column] = &[
    column(Provider, "t.provider_id"),
    column(Function, "t.function"),
];

/// Counselled without taking part, or before it: unnamed people, short counselling and referrals.
pub(super) const COUNSELLED: &str =
    "(select site_id, on_day, persons, sex, district from encounters
    where kind = 'counselled' union all
    select c.site_id, c.opened_on, 1, c.sex, c.district from cases c
    where c.entered_on is null or c.entered_on > c.opened_on) e";

/// Comings and goings. A case that was reopened did not go.
const MOVEMENTS: &str = "(select site_id, district, sex, nationality, provider_id, access_path,
    status_group_at_entry, age_at_entry, entered_on as day, 1 as n from cases
    where entered_on is not null union all
    select site_id, district, sex, nationality, provider_id, access_path,
    status_group_at_entry, age_at_entry, closed_on as day, -1 as n from cases
    where entered_on is not null and closed_on is not null) c";

const POST_MOVEMENTS: &str = "(select site_id, provider_id, function, from_on as day,
    fte_hundredths as n from posts union all
    select site_id, provider_id, function, to_on as day, -fte_hundredths as n from posts
    where to_on is not null) t";

/// SQLite keeps to the order of a cross join: each case is looked up once, and not once for every
/// contact or need.
const CONTACTS: &str = "cases c cross join contacts x";
pub(super) const TOPICS: &str = "cases c cross join contact_topics x";
const NEEDS: &str = "cases c cross join needs x";
const OF_THE_CASE: &str = " and x.site_id = c.site_id and x.case_id = c.id";

const FIRST_OUTCOME: &str = "(select site_id, case_id, min(on_day) as day from outcomes
    group by site_id, case_id) o
    join cases c on c.site_id = o.site_id and c.id = o.case_id";

/// Each kind once per case, on the day it was first attained. Employment counts as marginal if
/// that is what came first.
pub(super) const FIRST_OUTCOMES: &str =
    "(select site_id, case_id, kind, min(on_day) as day from outcomes
    where kind <> 'employment' and kind <> 'employment_marginal'
    group by site_id, case_id, kind union all
    select site_id, case_id, case when min(on_day) <
    min(case when kind = 'employment' then on_day else '9999' end)
    then 'employment_marginal' else 'employment_regular' end, min(on_day) from outcomes
    where kind = 'employment' or kind = 'employment_marginal'
    group by site_id, case_id) o
    join cases c on c.site_id = o.site_id and c.id = o.case_id";

/// A flow of cases, to be varied.
pub(super) const OPENED: Facts = Facts {
    from: "cases c",
    site: "c.site_id",
    when: When::On("c.entered_on"),
    count: "count(*)",
    filter: "",
};

pub(super) const MET: Facts = Facts {
    site: "e.site_id",
    when: When::On("e.on_day"),
    count: "sum(e.persons)",
    ..OPENED
};

pub(super) const MOVED: Facts = Facts {
    from: MOVEMENTS,
    when: When::Standing("c.day"),
    count: "sum(c.n)",
    ..OPENED
};

pub(super) const TALKED: Facts = Facts {
    from: CONTACTS,
    site: "x.site_id",
    when: When::On("x.held_on"),
    filter: OF_THE_CASE,
    ..OPENED
};

pub(super) const NEEDED: Facts = Facts {
    from: NEEDS,
    when: When::On("x.counted_on"),
    ..TALKED
};

pub(super) const ATTAINED: Facts = Facts {
    from: FIRST_OUTCOME,
    site: "o.site_id",
    when: When::On("o.day"),
    filter: " and c.entered_on is not null",
    ..OPENED
};

pub(super) const MANNED: Facts = Facts {
    from: POST_MOVEMENTS,
    site: "t.site_id",
    when: When::Standing("t.day"),
    count: "sum(t.n)",
    filter: "",
};
