//! The measures: what is counted, in data. A new one is an entry here, its texts, and a table in a
//! test. The texts are `figure-ID`, `figure-ID-wording`, `figure-ID-base` and `figure-ID-unit`.

use super::Dimension::{self, Domain, Outcome, Provider};
use super::Period;
use super::sources::{
    ADDRESSED, COUNSELLED, Count, ENTERED, FIRST_OF_ALL, FIRST_OF_KIND, GONE, IN_NEED, LASTED,
    MANAGED, MANNED, MOVED, NEEDED, OF_CASES, OF_ENCOUNTERS, OF_POSTS, ON_TOPICS, Source, TALKED,
};

/// Something that is counted.
#[derive(Debug)]
pub struct Measure {
    pub id: &'static str,
    /// The German word for it, understood on the command line.
    pub also: &'static str,
    pub(crate) sources: &'static [Source],
    pub(crate) when: When,
    /// What is known of each unit.
    pub(crate) traits: &'static [Dimension],
    /// The dimension along which one unit counts in several categories.
    pub(crate) spread: Option<Spread>,
    pub(crate) beside: Beside,
    pub(crate) unit: Unit,
}

/// How what counts belongs to a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It happened on a day.
    On,
    /// What came by a day less what went: the state at the end of the last day.
    Standing,
    /// It lasted from one day up to another.
    During,
}

impl When {
    pub(super) fn holds(self, count: &Count, period: Period) -> bool {
        let begun = count.on < period.to;
        match self {
            When::On => begun && count.on >= period.from,
            When::Standing => begun,
            When::During => begun && count.until.is_none_or(|day| day >= period.from),
        }
    }
}

/// A dimension of which one unit can have several values: it is then counted once for each.
#[derive(Debug)]
pub(crate) struct Spread {
    pub dimension: Dimension,
    pub sources: &'static [Source],
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

    pub fn when(&self) -> When {
        self.when
    }

    pub fn knows(&self, dimension: Dimension) -> bool {
        if dimension.is_time() {
            return self.when != When::During;
        }
        dimension.is_place()
            || self.traits.contains(&dimension)
            || self.spread_over() == Some(dimension)
    }

    /// The dimensions it can be broken down by.
    pub fn dimensions(&self) -> impl Iterator<Item = Dimension> {
        Dimension::ALL
            .into_iter()
            .filter(|dimension| self.knows(*dimension))
    }

    /// The dimension along which parts do not add up.
    pub fn spread_over(&self) -> Option<Dimension> {
        self.spread.as_ref().map(|spread| spread.dimension)
    }
}

/// Cases without anything beside them, to be varied.
const CASES: Measure = Measure {
    id: "",
    also: "",
    sources: ENTERED,
    when: When::On,
    traits: OF_CASES,
    spread: None,
    beside: Beside::Nothing,
    unit: Unit::Persons,
};

/// All measures, in the order in which readers choose.
pub static MEASURES: &[Measure] = &[
    Measure {
        id: "addressed",
        also: "angesprochen",
        sources: ADDRESSED,
        traits: OF_ENCOUNTERS,
        ..CASES
    },
    Measure {
        id: "counselled",
        also: "beraten",
        sources: COUNSELLED,
        traits: OF_ENCOUNTERS,
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
        sources: GONE,
        ..CASES
    },
    Measure {
        id: "stock",
        also: "bestand",
        sources: MOVED,
        when: When::Standing,
        ..CASES
    },
    Measure {
        id: "supported",
        also: "begleitet",
        sources: LASTED,
        when: When::During,
        ..CASES
    },
    Measure {
        id: "consultations",
        also: "beratungen",
        sources: TALKED,
        spread: Some(Spread {
            dimension: Domain,
            sources: ON_TOPICS,
        }),
        beside: Beside::Base("consultations"),
        ..CASES
    },
    Measure {
        id: "needs",
        also: "bedarfe",
        sources: IN_NEED,
        spread: Some(Spread {
            dimension: Domain,
            sources: NEEDED,
        }),
        beside: Beside::Base("entries"),
        ..CASES
    },
    Measure {
        id: "outcomes",
        also: "ergebnisse",
        sources: FIRST_OF_ALL,
        spread: Some(Spread {
            dimension: Outcome,
            sources: FIRST_OF_KIND,
        }),
        beside: Beside::Base("supported"),
        ..CASES
    },
    Measure {
        id: "cases_per_fte",
        also: "fallschluessel",
        sources: MOVED,
        when: When::Standing,
        traits: &[Provider],
        beside: Beside::Posts("case_manager_posts"),
        ..CASES
    },
    Measure {
        id: "case_manager_posts",
        also: "",
        sources: MANAGED,
        when: When::Standing,
        traits: OF_POSTS,
        unit: Unit::Posts,
        ..CASES
    },
    Measure {
        id: "posts",
        also: "stellen",
        sources: MANNED,
        when: When::Standing,
        traits: OF_POSTS,
        unit: Unit::Posts,
        ..CASES
    },
];
