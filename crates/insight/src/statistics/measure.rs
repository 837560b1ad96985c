//! The measures: what is counted, in data. A new one is an entry here, its texts, and a table in a
//! test. The texts are `figure-ID`, `figure-ID-wording`, `figure-ID-base` and `figure-ID-unit`.

use super::Dimension::{self, Domain, Outcome, Provider};
use super::sources::{
    ATTAINED, COUNSELLED, FIRST_OUTCOMES, MANNED, MET, MOVED, NEEDED, OF_CASES, OF_ENCOUNTERS,
    OF_POSTS, OPENED, TALKED, TOPICS, column,
};

/// Something that is counted.
#[derive(Debug)]
pub struct Measure {
    pub id: &'static str,
    /// The German word for it, understood on the command line.
    pub also: &'static str,
    pub(crate) facts: Facts,
    pub(crate) columns: &'static [Column],
    /// The dimension along which one unit counts in several categories.
    pub(crate) spread: Option<Spread>,
    /// Where they are read if nothing is asked of them but time and place: no case has to be looked
    /// at then.
    pub(crate) plain: Option<Facts>,
    pub(crate) beside: Beside,
    pub(crate) unit: Unit,
}

/// Where facts stand, and how they are counted.
#[derive(Debug)]
pub(crate) struct Facts {
    pub from: &'static str,
    pub site: &'static str,
    pub when: When,
    pub count: &'static str,
    pub filter: &'static str,
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
}

/// A dimension of which one unit can have several values. The facts are then read from elsewhere,
/// so that a unit is there once per value.
#[derive(Debug)]
pub(crate) struct Spread {
    pub column: Column,
    pub facts: Facts,
    /// Where they are read if nothing else is asked of them but time and place.
    pub plain: Option<Facts>,
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

    /// How a fact belongs to a period.
    pub fn when(&self) -> When {
        self.facts.when
    }

    pub fn knows(&self, dimension: Dimension) -> bool {
        if dimension.is_time() {
            return !matches!(self.when(), When::During(..));
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

/// Cases without anything beside them, to be varied.
const CASES: Measure = Measure {
    id: "",
    also: "",
    facts: OPENED,
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
        facts: Facts {
            from: "encounters e",
            filter: " and e.kind = 'addressed'",
            ..MET
        },
        columns: OF_ENCOUNTERS,
        ..CASES
    },
    Measure {
        id: "counselled",
        also: "beraten",
        facts: Facts {
            from: COUNSELLED,
            ..MET
        },
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
        facts: Facts {
            when: When::On("c.closed_on"),
            filter: " and c.entered_on is not null",
            ..OPENED
        },
        ..CASES
    },
    Measure {
        id: "stock",
        also: "bestand",
        facts: MOVED,
        ..CASES
    },
    Measure {
        id: "supported",
        also: "begleitet",
        facts: Facts {
            when: When::During("c.entered_on", "c.closed_on"),
            ..OPENED
        },
        ..CASES
    },
    Measure {
        id: "consultations",
        also: "beratungen",
        facts: TALKED,
        plain: Some(Facts {
            from: "(select site_id, held_on, count(*) as n from contacts
                group by held_on, site_id) x",
            count: "sum(x.n)",
            filter: "",
            ..TALKED
        }),
        spread: Some(Spread {
            column: column(Domain, "x.domain"),
            facts: Facts {
                from: TOPICS,
                ..TALKED
            },
            plain: Some(Facts {
                from: "contact_topics x",
                filter: "",
                ..TALKED
            }),
        }),
        beside: Beside::Base("consultations"),
        ..CASES
    },
    Measure {
        id: "needs",
        also: "bedarfe",
        facts: Facts {
            filter: " and exists (select 1 from needs k where k.site_id = c.site_id
                and k.case_id = c.id)",
            ..OPENED
        },
        spread: Some(Spread {
            column: column(Domain, "x.domain"),
            facts: NEEDED,
            plain: Some(Facts {
                from: "needs x",
                filter: "",
                ..NEEDED
            }),
        }),
        beside: Beside::Base("entries"),
        ..CASES
    },
    Measure {
        id: "outcomes",
        also: "ergebnisse",
        facts: ATTAINED,
        spread: Some(Spread {
            column: column(Outcome, "o.kind"),
            facts: Facts {
                from: FIRST_OUTCOMES,
                ..ATTAINED
            },
            plain: None,
        }),
        beside: Beside::Base("supported"),
        ..CASES
    },
    Measure {
        id: "cases_per_fte",
        also: "fallschluessel",
        facts: MOVED,
        columns: &[column(Provider, "c.provider_id")],
        beside: Beside::Posts("case_manager_posts"),
        ..CASES
    },
    Measure {
        id: "case_manager_posts",
        also: "",
        facts: Facts {
            filter: " and t.function = 'case_management'",
            ..MANNED
        },
        columns: OF_POSTS,
        unit: Unit::Posts,
        ..CASES
    },
    Measure {
        id: "posts",
        also: "stellen",
        facts: MANNED,
        columns: OF_POSTS,
        unit: Unit::Posts,
        ..CASES
    },
];
