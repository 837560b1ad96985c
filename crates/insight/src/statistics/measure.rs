//! The measures: what is counted, in data. A new one is an entry here, its texts, and a table in a
//! test. The texts are `figure-ID`, `figure-ID-wording`, `figure-ID-base` and `figure-ID-unit`.

use super::Dimension::{
    self, AccessPath, AgeClass, District, Domain, Function, Nationality, Outcome, Provider, Sex,
    StatusGroup,
};

/// Something that is counted.
#[derive(Debug)]
pub struct Measure {
    pub id: &'static str,
    /// The German word for it, understood on the command line.
    pub also: &'static str,
    /// How a fact belongs to a period.
    pub when: When,
    pub(crate) from: &'static str,
    /// What there is several times of each of these, joined when all is known of them.
    pub(crate) each: &'static str,
    pub(crate) site: &'static str,
    pub(crate) count: &'static str,
    pub(crate) filter: &'static str,
    pub(crate) columns: &'static [Column],
    /// The dimension along which one unit counts in several categories.
    pub(crate) spread: Option<Spread>,
    pub(crate) plain: Option<Plain>,
    pub(crate) beside: Beside,
    pub(crate) unit: Unit,
}

/// How a fact belongs to a period.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// It happened on this day.
    On(&'static str),
    /// What came by this day less what went: the state at the end of the last day.
    Standing(&'static str),
    /// It lasted from the first day up to the second, none if it still does.
    During(&'static str, &'static str),
}

impl When {
    /// The day by which facts are put into stretches of time.
    pub(crate) fn day(self) -> &'static str {
        match self {
            When::On(day) | When::Standing(day) | When::During(day, _) => day,
        }
    }
}

/// Where a dimension stands in the facts of a measure.
#[derive(Debug)]
pub(crate) struct Column {
    pub dimension: Dimension,
    pub sql: &'static str,
    pub join: &'static str,
}

/// A dimension of which one unit can have several values. The facts are then read from elsewhere,
/// so that a unit is there once per value.
#[derive(Debug)]
pub(crate) struct Spread {
    pub column: Column,
    pub from: &'static str,
    pub each: &'static str,
    pub site: &'static str,
    pub when: When,
    pub filter: &'static str,
    pub plain: Option<Plain>,
}

/// Where facts are read if nothing is asked of them but time and place, and what they are spread
/// over: no case has to be looked at then.
#[derive(Debug)]
pub(crate) struct Plain {
    pub from: &'static str,
    pub site: &'static str,
    pub when: When,
    pub count: &'static str,
}

/// What is shown beside a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    Nothing,
    /// All units that could have been counted, by this measure.
    Base(&'static str),
    /// The full posts there are for them, by this measure.
    Posts(&'static str),
}

/// What the numbers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// People or what they did: small numbers are protected.
    Persons,
    /// Hundredths of full posts: public budget facts.
    Posts,
}

impl Measure {
    pub fn find(id: &str) -> Option<&'static Measure> {
        MEASURES
            .iter()
            .find(|measure| measure.id == id || (!id.is_empty() && measure.also == id))
    }

    pub fn knows(&self, dimension: Dimension) -> bool {
        if dimension.is_time() {
            return !matches!(self.when, When::During(..));
        }
        dimension.is_place() || self.column(dimension).is_some()
    }

    /// The dimensions it can be broken down by.
    pub fn dimensions(&self) -> impl Iterator<Item = Dimension> {
        Dimension::ALL
            .into_iter()
            .filter(|dimension| self.knows(*dimension))
    }

    /// The dimension along which parts do not add up.
    pub fn spread_over(&self) -> Option<Dimension> {
        self.spread.as_ref().map(|spread| spread.column.dimension)
    }

    pub(crate) fn column(&self, dimension: Dimension) -> Option<&Column> {
        let spread = self.spread.as_ref().map(|spread| &spread.column);
        let mut columns = self.columns.iter().chain(spread);
        columns.find(|column| column.dimension == dimension)
    }
}

const fn column(dimension: Dimension, sql: &'static str) -> Column {
    Column {
        dimension,
        sql,
        join: "",
    }
}

const fn joined(dimension: Dimension, sql: &'static str, join: &'static str) -> Column {
    Column {
        dimension,
        sql,
        join,
    }
}

const PERSON: &str = " join persons p on p.site_id = c.site_id and p.id = c.person_id";
const NATIONALITY: &str = " left join person_nationalities pn on pn.site_id = c.site_id
    and pn.person_id = c.person_id and pn.position = 1";
const AGE_CLASS: &str = "case when c.age_at_entry < 18 then 'u18'
    when c.age_at_entry <= 20 then '18-20' when c.age_at_entry <= 24 then '21-24'
    when c.age_at_entry <= 27 then '25-27' when c.age_at_entry > 27 then '28+' end";

/// What is known of every case; `c` is the case.
const OF_CASES: &[Column] = &[
    column(District, "c.district"),
    joined(Sex, "p.sex", PERSON),
    column(AgeClass, AGE_CLASS),
    column(StatusGroup, "c.status_group_at_entry"),
    joined(Nationality, "pn.code", NATIONALITY),
    column(Provider, "c.provider_id"),
    column(AccessPath, "c.access_path"),
];

/// What is known of unnamed people; `e` is the encounter.
const OF_ENCOUNTERS: &[Column] = &[column(District, "e.district"), column(Sex, "e.sex")];

/// What is known of posts; `t` is the post.
const OF_POSTS: &[Column] = &[
    column(Provider, "t.provider_id"),
    column(Function, "t.function"),
];

/// Counselled without taking part, or before it: unnamed people, short counselling and referrals.
const COUNSELLED: &str = "(select site_id, on_day, persons, sex, district from encounters
    where kind = 'counselled' union all
    select c.site_id, c.opened_on, 1, p.sex, c.district from cases c
    join persons p on p.site_id = c.site_id and p.id = c.person_id
    where c.entered_on is null or c.entered_on > c.opened_on) e";

/// Comings and goings. A case that was reopened did not go.
const MOVEMENTS: &str = "(select site_id, person_id, district, provider_id, access_path,
    status_group_at_entry, age_at_entry, entered_on as day, 1 as n from cases
    where entered_on is not null union all
    select site_id, person_id, district, provider_id, access_path,
    status_group_at_entry, age_at_entry, closed_on as day, -1 as n from cases
    where entered_on is not null and closed_on is not null) c";

const POST_MOVEMENTS: &str = "(select site_id, provider_id, function, from_on as day,
    fte_hundredths as n from posts union all
    select site_id, provider_id, function, to_on as day, -fte_hundredths as n from posts
    where to_on is not null) t";

/// SQLite keeps to the order of a cross join: each case is looked up once, and not once for every
/// contact or need.
const CONTACTS: &str = " cross join contacts x";
const TOPICS: &str = " cross join contact_topics x";
const NEEDS: &str = " cross join needs x";
const OF_THE_CASE: &str = " and x.site_id = c.site_id and x.case_id = c.id";

const FIRST_OUTCOME: &str = "(select site_id, case_id, min(on_day) as day from outcomes
    group by site_id, case_id) o
    join cases c on c.site_id = o.site_id and c.id = o.case_id";

/// Each kind once per case, on the day it was first attained. Employment counts as marginal if
/// that is what came first.
const FIRST_OUTCOMES: &str = "(select site_id, case_id, kind, min(on_day) as day from outcomes
    where kind <> 'employment' and kind <> 'employment_marginal'
    group by site_id, case_id, kind union all
    select site_id, case_id, case when min(on_day) <
    min(case when kind = 'employment' then on_day else '9999' end)
    then 'employment_marginal' else 'employment_regular' end, min(on_day) from outcomes
    where kind = 'employment' or kind = 'employment_marginal'
    group by site_id, case_id) o
    join cases c on c.site_id = o.site_id and c.id = o.case_id";

/// A flow of cases without anything beside it, to be varied.
const CASES: Measure = Measure {
    id: "",
    also: "",
    when: When::On("c.entered_on"),
    from: "cases c",
    each: "",
    site: "c.site_id",
    count: "count(*)",
    filter: "",
    columns: OF_CASES,
    spread: None,
    plain: None,
    beside: Beside::Nothing,
    unit: Unit::Persons,
};

/// All measures, in the order in which readers choose.
pub static MEASURES: &[Measure] = &[
    Measure {
        id: "addressed",
        also: "angesprochen",
        when: When::On("e.on_day"),
        from: "encounters e",
        site: "e.site_id",
        count: "sum(e.persons)",
        filter: " and e.kind = 'addressed'",
        columns: OF_ENCOUNTERS,
        ..CASES
    },
    Measure {
        id: "counselled",
        also: "beraten",
        when: When::On("e.on_day"),
        from: COUNSELLED,
        site: "e.site_id",
        count: "sum(e.persons)",
        columns: OF_ENCOUNTERS,
        ..CASES
    },
    Measure {
        id: "entries",
        also: "eintritte",
        ..CASES
    },
    Measure {
        id: "exits",
        also: "austritte",
        when: When::On("c.closed_on"),
        filter: " and c.entered_on is not null",
        ..CASES
    },
    Measure {
        id: "stock",
        also: "bestand",
        when: When::Standing("c.day"),
        from: MOVEMENTS,
        count: "sum(c.n)",
        ..CASES
    },
    Measure {
        id: "supported",
        also: "begleitet",
        when: When::During("c.entered_on", "c.closed_on"),
        ..CASES
    },
    Measure {
        id: "consultations",
        also: "beratungen",
        when: When::On("x.held_on"),
        each: CONTACTS,
        site: "x.site_id",
        filter: OF_THE_CASE,
        spread: Some(Spread {
            column: column(Domain, "x.domain"),
            from: "cases c",
            each: TOPICS,
            site: "x.site_id",
            when: When::On("x.held_on"),
            filter: OF_THE_CASE,
            plain: Some(Plain {
                from: "contact_topics x",
                site: "x.site_id",
                when: When::On("x.held_on"),
                count: "count(*)",
            }),
        }),
        plain: Some(Plain {
            from: "(select site_id, held_on, count(*) as n from contacts
                group by held_on, site_id) x",
            site: "x.site_id",
            when: When::On("x.held_on"),
            count: "sum(x.n)",
        }),
        beside: Beside::Base("consultations"),
        ..CASES
    },
    Measure {
        id: "needs",
        also: "bedarfe",
        filter: " and exists (select 1 from needs k where k.site_id = c.site_id
            and k.case_id = c.id)",
        spread: Some(Spread {
            column: column(Domain, "x.domain"),
            from: "cases c",
            each: NEEDS,
            site: "x.site_id",
            when: When::On("x.counted_on"),
            filter: OF_THE_CASE,
            plain: Some(Plain {
                from: "needs x",
                site: "x.site_id",
                when: When::On("x.counted_on"),
                count: "count(*)",
            }),
        }),
        beside: Beside::Base("entries"),
        ..CASES
    },
    Measure {
        id: "outcomes",
        also: "ergebnisse",
        when: When::On("o.day"),
        from: FIRST_OUTCOME,
        site: "o.site_id",
        filter: " and c.entered_on is not null",
        spread: Some(Spread {
            column: column(Outcome, "o.kind"),
            from: FIRST_OUTCOMES,
            each: "",
            site: "o.site_id",
            when: When::On("o.day"),
            filter: " and c.entered_on is not null",
            plain: None,
        }),
        beside: Beside::Base("supported"),
        ..CASES
    },
    Measure {
        id: "cases_per_fte",
        also: "fallschluessel",
        when: When::Standing("c.day"),
        from: MOVEMENTS,
        count: "sum(c.n)",
        columns: &[column(Provider, "c.provider_id")],
        beside: Beside::Posts("case_manager_posts"),
        ..CASES
    },
    Measure {
        id: "case_manager_posts",
        also: "",
        when: When::Standing("t.day"),
        from: POST_MOVEMENTS,
        site: "t.site_id",
        count: "sum(t.n)",
        filter: " and t.function = 'case_management'",
        columns: OF_POSTS,
        unit: Unit::Posts,
        ..CASES
    },
    Measure {
        id: "posts",
        also: "stellen",
        when: When::Standing("t.day"),
        from: POST_MOVEMENTS,
        site: "t.site_id",
        count: "sum(t.n)",
        columns: OF_POSTS,
        unit: Unit::Posts,
        ..CASES
    },
];
