//! The measures: what is counted, in data. A new one is an entry here, its texts, and a table in a
//! test. The texts are `figure-ID`, `figure-ID-wording`, `figure-ID-base` and `figure-ID-unit`.

use super::Dimension::{self, Domain, Outcome, Provider};
use super::sources::{
    ADDRESSED, COUNSELLED, DOMAIN, ENTERED, FIRST_OF_ALL, FIRST_OF_KIND, GONE, IN_NEED, KIND,
    LASTED, MANAGED, MANNED, MOVED, NEEDED, OF_CASES, OF_ENCOUNTERS, OF_POSTS, ON_TOPICS, TALKED,
    column,
};

/// Something that is counted.
#[derive(Debug)]
pub struct Measure {
    pub id: &'static str,
    /// The German word for it, understood on the command line.
    pub also: &'static str,
    /// Where they stand, here and there.
    pub(crate) facts: &'static [Facts],
    pub(crate) columns: &'static [Column],
    /// The dimension along which one unit counts in several categories.
    pub(crate) spread: Option<Spread>,
    pub(crate) beside: Beside,
    pub(crate) unit: Unit,
}

/// Where facts stand; every row is one.
#[derive(Debug)]
pub(crate) struct Facts {
    pub from: &'static str,
    pub when: When,
    /// How much it counts, as text; none: one.
    pub weight: Option<&'static str>,
    pub filter: &'static str,
    /// The same facts without the case they belong to, for questions that ask nothing of it.
    pub alone: Option<&'static Facts>,
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
    pub facts: &'static [Facts],
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
        self.facts[0].when
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
    facts: ENTERED,
    columns: OF_CASES,
    spread: None,
    beside: Beside::Nothing,
    unit: Unit::Persons,
};

/// All measures, in the order in which readers choose.
pub static MEASURES: &[Measure] = &[
    Measure {
        id: "addressed",
        also: "angesprochen",
        facts: ADDRESSED,
        columns: OF_ENCOUNTERS,
        ..CASES
    },
    Measure {
        id: "counselled",
        also: "beraten",
        facts: COUNSELLED,
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
        facts: GONE,
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
        facts: LASTED,
        ..CASES
    },
    Measure {
        id: "consultations",
        also: "beratungen",
        facts: TALKED,
        spread: Some(Spread {
            column: column(Domain, DOMAIN),
            facts: ON_TOPICS,
        }),
        beside: Beside::Base("consultations"),
        ..CASES
    },
    Measure {
        id: "needs",
        also: "bedarfe",
        facts: IN_NEED,
        spread: Some(Spread {
            column: column(Domain, DOMAIN),
            facts: NEEDED,
        }),
        beside: Beside::Base("entries"),
        ..CASES
    },
    Measure {
        id: "outcomes",
        also: "ergebnisse",
        facts: FIRST_OF_ALL,
        spread: Some(Spread {
            column: column(Outcome, KIND),
            facts: FIRST_OF_KIND,
        }),
        beside: Beside::Base("supported"),
        ..CASES
    },
    Measure {
        id: "cases_per_fte",
        also: "fallschluessel",
        facts: MOVED,
        columns: &[column(Provider, "hex(c.provider_id)")],
        beside: Beside::Posts("case_manager_posts"),
        ..CASES
    },
    Measure {
        id: "case_manager_posts",
        also: "",
        facts: MANAGED,
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
